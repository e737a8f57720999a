import type { FactsOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { Values } from '#kernel/fact.ts';
import { serviceItemRecord, taskTypes, type ServiceItemRecord } from './record.ts';

export type Verdict = VerdictOf<ServiceItemRecord>;
export type Item = Values<FactsOf<ServiceItemRecord>>;

/** Everything a guide may get wrong in itself. */
export function badItem(item: Item): Verdict {
  return badType(item) ?? badLimits(item) ?? badFees(item) ?? badVisits(item) ?? badSteps(item);
}

/** The type that a code means: 01 and 1 are one. */
export function typeOf(code: string | undefined): keyof typeof taskTypes | undefined {
  const key = code?.replace(/^0+/, '');
  return key !== undefined && Object.hasOwn(taskTypes, key) ? (key as keyof typeof taskTypes) : undefined;
}

/** Type and code are two ways to say one thing. */
export function badType({ taskType, taskTypeCode }: Item): Verdict {
  if (taskType === undefined && taskTypeCode === undefined) return { refusal: 'typeMissing', field: 'taskType' };
  return taskType !== undefined && taskTypeCode !== undefined && typeOf(taskTypeCode) !== taskType ? { refusal: 'typeMismatch', field: 'taskTypeCode' } : undefined;
}

/** A promise is never longer than the law allows, in the same unit; only what is done at once takes no time. */
export function badLimits({ legalLimit, legalLimitUnit, promisedLimit, promisedLimitUnit, handleKind }: Item): Verdict {
  if (legalLimit !== undefined && legalLimitUnit === undefined) return { refusal: 'limitUnitMissing', field: 'legalLimitUnit' };
  if (promisedLimit !== undefined && promisedLimitUnit === undefined) return { refusal: 'limitUnitMissing', field: 'promisedLimitUnit' };
  if (legalLimit === 0 && handleKind !== 'instant') return { refusal: 'zeroLimit', field: 'legalLimit' };
  if (legalLimit === undefined || promisedLimit === undefined) return undefined;
  if (legalLimitUnit !== promisedLimitUnit) return { refusal: 'limitUnits', field: 'promisedLimitUnit' };
  const unit = serviceItemRecord.facts.legalLimitUnit.options?.[legalLimitUnit ?? 'workday']?.zh ?? '';
  return promisedLimit > legalLimit ? { refusal: 'promisedTooLong', field: 'promisedLimit', detail: { promised: promisedLimit, legal: legalLimit, unit } } : undefined;
}

/** What is free has no fees. */
export function badFees({ isCharged, fees }: Item): Verdict {
  return isCharged === false && (fees ?? []).length > 0 ? { refusal: 'feesButFree', field: 'fees' } : undefined;
}

/** Whoever makes people come says why. */
export function badVisits({ visits, visitReason }: Item): Verdict {
  return (visits ?? 0) > 0 && visitReason === undefined ? { refusal: 'visitReasonMissing', field: 'visitReason' } : undefined;
}

/** Published guides jump from 十九 to 二十一 and leave the steps empty; ours do not. */
export function badSteps(item: Item): Verdict {
  for (const field of ['materials', 'windowSteps', 'onlineSteps'] as const) {
    const numbers = (item[field] ?? []).map(({ orderNo }) => orderNo).filter((orderNo) => orderNo !== undefined);
    for (let wanted = 1; wanted <= numbers.length; wanted += 1) {
      if (!numbers.includes(wanted)) return { refusal: 'stepGap', field, detail: { missing: wanted, field: serviceItemRecord.facts[field].name.zh } };
    }
  }
  const says = item.acceptConditions !== undefined || (item.materials ?? []).length > 0;
  const hasSteps = (item.windowSteps ?? []).length + (item.onlineSteps ?? []).length > 0;
  return says && !hasSteps ? { refusal: 'flowMissing', field: 'windowSteps' } : undefined;
}
