import { countBetween, type Day } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { AnnualPointsRecord } from './record.ts';

export type Situation = SituationOf<AnnualPointsRecord>;
export type Verdict = VerdictOf<AnnualPointsRecord>;
type Duty = Situation['matter']['duties'][number];
type Opinions = NonNullable<Situation['matter']['facts']['opinions']>;

/** The units that still owe their answer, with the last day any of them has. */
export function owing({ matter, calendar }: Situation, kind: 'propose' | 'opinion'): { readonly units: readonly string[]; readonly day: Day } {
  const open = matter.duties.filter((duty) => duty.kind === kind && duty.state === 'open');
  return { units: open.map(({ unit }) => unit), day: open.map((duty: Duty) => findDueDay(calendar, duty.clock) ?? '').toSorted().at(-1) ?? '' };
}

/** Drafting begins when all have answered or the time is over. */
export function stillCollecting(situation: Situation): Verdict {
  const { units, day } = owing(situation, 'propose');
  return units.length > 0 && situation.today <= day ? { refusal: 'stillCollecting', detail: { count: units.length, day } } : undefined;
}

/** Units are urged some working days after the call has ended, not before. */
export function notYetUrged(situation: Situation): Verdict {
  const { units, day } = owing(situation, 'propose');
  if (units.length === 0) return 'nobodyToUrge';
  const days = situation.setting('urge');
  return situation.today > day && countBetween(situation.calendar, day, situation.today, 'workday') >= days ? undefined : { refusal: 'notYetUrged', detail: { days } };
}

/** Consultation ends when all have answered or the time is over; every opinion then has a decision. */
export function unfinishedConsultation(situation: Situation): Verdict {
  const { units, day } = owing(situation, 'opinion');
  if (units.length > 0 && situation.today <= day) return { refusal: 'stillConsulting', detail: { count: units.length, day } };
  const open = (situation.matter.facts.opinions ?? []).find(({ adoption, reason }) => adoption === undefined || (adoption !== 'adopted' && reason === undefined));
  return open === undefined ? undefined : { refusal: 'adoptionMissing', detail: { unit: situation.findUnit(open.unit ?? '')?.name ?? '' } };
}

/** The adoption table decides on opinions; it does not rewrite them. */
export function rewritten({ matter }: Situation, given: Opinions): Verdict {
  const held = matter.facts.opinions ?? [];
  const isSame = held.length === given.length && held.every(({ unit, text, on }, at) => given[at]?.unit === unit && given[at]?.text === text && given[at]?.on === on);
  return isSame ? undefined : { refusal: 'opinionsChanged', field: 'opinions' };
}

/** A gap between the clauses above and the tasks here blocks the way (reform.md §4.2). */
export function gapsLeft(gaps: string): Verdict {
  return gaps === '' ? undefined : { refusal: 'gapsOpen', detail: { list: gaps } };
}

/** The unit of the actor that owes it. */
export function owingUnit({ matter, actor }: Situation, kind: string): string {
  if (actor.kind !== 'post') return '';
  return matter.duties.find((duty) => duty.kind === kind && duty.state === 'open' && actor.unitIds.includes(duty.unit))?.unit ?? '';
}
