import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { bonusNames, deductionNames, vetoNames } from '../evaluation-words.ts';
import type { EvaluationRemarkRecord } from './record.ts';

export type Situation = SituationOf<EvaluationRemarkRecord>;
export type Verdict = VerdictOf<EvaluationRemarkRecord>;

/** What sort of finding an item is. */
export function kindOf(item: string): 'bonus' | 'deduction' | 'veto' | 'exemption' {
  if (Object.hasOwn(bonusNames, item)) return 'bonus';
  if (Object.hasOwn(deductionNames, item)) return 'deduction';
  return Object.hasOwn(vetoNames, item) ? 'veto' : 'exemption';
}

/** Findings come before the list is public. */
export function cycleClosed({ findMatter }: Situation, cycle: string): Verdict {
  const stage = findMatter(cycle)?.stage ?? '';
  return ['collecting', 'reconciling', 'computing', 'reviewed'].includes(stage) ? undefined : { refusal: 'cycleClosed', field: 'cycle' };
}

interface Finding {
  readonly cycle: string;
  readonly item: string;
  readonly count?: number;
  readonly documentNo?: string;
  readonly decidedOn?: string;
}

/** A veto has its document, dated within the year evaluated (parks.md §2.5, §11: used selectively otherwise). */
export function badFinding({ findMatter }: Situation, { cycle, item, count, documentNo, decidedOn }: Finding): Verdict {
  const kind = kindOf(item);
  if ((kind === 'deduction') !== (count !== undefined)) return { refusal: 'countMissing', field: 'count' };
  if ((kind === 'veto' || item === 'disaster') && (documentNo === undefined || decidedOn === undefined)) return { refusal: 'documentMissing', field: 'documentNo' };
  const year = Number(findMatter(cycle)?.facts['year'] ?? 0);
  return kind === 'veto' && decidedOn?.slice(0, 4) !== String(year) ? { refusal: 'outsideYear', field: 'decidedOn', detail: { year: String(year) } } : undefined;
}
