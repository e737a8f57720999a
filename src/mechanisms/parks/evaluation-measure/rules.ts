import { addDays, addMonths, type Day } from '#kernel/calendar.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { classNames, type ClassName } from '../evaluation-words.ts';
import { measureKinds, type EvaluationMeasureRecord } from './record.ts';

export type Situation = SituationOf<EvaluationMeasureRecord>;
export type Verdict = VerdictOf<EvaluationMeasureRecord>;
export type MeasureKind = keyof typeof measureKinds;

/** Which classes a measure is for (parks.md §2.6). */
const forClasses: Readonly<Record<MeasureKind, readonly ClassName[]>> = {
  landFirst: ['1A', 'A'], energyFirst: ['1A', 'A'], emissionFirst: ['1A', 'A'], credit: ['1A', 'A'], talent: ['1A', 'A'], landTaxRelief: ['1A', 'A'], keep: ['B'],
  improve: ['C'], rectify: ['D'], noNewSupply: ['D'], replace: ['D'], surcharge: ['C', 'D'],
};

export interface Imposed {
  readonly sheet: string;
  readonly kind: MeasureKind;
  readonly startOn: Day;
  readonly endOn: Day;
  readonly basisNo?: string;
  readonly adder?: number;
  readonly electricity?: number;
}

/** A measure follows from a published class, for a time. */
export function badMeasure(situation: Situation, imposed: Imposed): Verdict {
  const { findMatter, setting } = situation;
  const { sheet, kind, startOn, endOn } = imposed;
  const found = findMatter(sheet);
  if (found?.stage !== 'final') return { refusal: 'sheetNotFinal', field: 'sheet' };
  const band = found.facts['class'] as ClassName;
  if (!forClasses[kind].includes(band)) return { refusal: 'otherClass', field: 'kind', detail: { kind: measureKinds[kind], class: classNames[band] } };
  if (endOn < startOn) return { refusal: 'endsFirst', field: 'endOn' };
  const months = kind === 'improve' ? setting('improveMonths') : kind === 'rectify' ? setting('rectifyMonths') : undefined;
  const last = months === undefined ? undefined : addDays(addMonths(startOn, months), -1);
  if (last !== undefined && endOn > last) return { refusal: 'tooLong', field: 'endOn', detail: { kind: measureKinds[kind], months: months ?? 0, day: last } };
  return badSurcharge(imposed);
}

/** No surcharge without the document of the price authority (parks.md §2.6, §11). */
function badSurcharge({ kind, basisNo, adder, electricity }: Imposed): Verdict {
  const isSurcharge = kind === 'surcharge';
  if (isSurcharge && basisNo === undefined) return { refusal: 'surchargeOff', field: 'basisNo' };
  if (isSurcharge !== (adder !== undefined) || isSurcharge !== (electricity !== undefined)) return { refusal: 'surchargeIncomplete', field: 'adder' };
  return undefined;
}

/** kWh × adder, in fen: 0.1 元 × 1 200 000 is 12 万元. */
export function surchargeOf(adder: number, electricity: number): number {
  return Math.round((electricity * Math.round(adder * 10_000)) / 100);
}

/** It ends when its time is over. */
export function stillRuns({ matter, today }: Situation): Verdict {
  const { endOn = '' } = matter.facts;
  return today <= endOn ? { refusal: 'stillRuns', detail: { day: endOn } } : undefined;
}
