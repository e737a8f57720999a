import { addCounted, addDays, daysBetween, type Day } from '#kernel/calendar.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { modes } from '../inspection-words.ts';
import type { FindingRecord } from './record.ts';

export type Situation = SituationOf<FindingRecord>;
export type Verdict = VerdictOf<FindingRecord>;

/** Words that say that something goes on, not that it is done (reform.md §11.6). */
const forbidden = ['正在推进', '已部署', '长期坚持'] as const;

export function forbiddenReason(words: string, field: string): Verdict {
  const word = forbidden.find((each) => words.includes(each));
  return word === undefined ? undefined : { refusal: 'forbiddenReason', field, detail: { word } };
}

/** The last day the way of rectifying allows, counted from the order. */
export function latestDay({ matter, today, calendar, setting }: Situation): Day {
  const { mode = 'limited', orderedOn = today } = matter.facts;
  return addCounted(calendar, orderedOn, setting(mode), mode === 'immediate' ? 'workday' : 'calendarDay');
}

interface Plan {
  readonly leader?: string;
  readonly dueOn: Day;
  readonly monthly?: readonly unknown[];
}

/** A leader for grade A, a day within the mode, monthly targets for what takes long. */
export function badPlan(situation: Situation, { leader, dueOn, monthly = [] }: Plan): Verdict {
  const { grade, mode = 'limited' } = situation.matter.facts;
  if (grade === 'A' && leader === undefined) return { refusal: 'leaderMissing', field: 'leader' };
  if (dueOn < situation.today) return { refusal: 'dueInPast', field: 'dueOn' };
  const day = latestDay(situation);
  if (dueOn > day) return { refusal: 'beyondMode', field: 'dueOn', detail: { mode: modes[mode], day } };
  return mode === 'longTerm' && monthly.length === 0 ? { refusal: 'monthlyMissing', field: 'monthly' } : undefined;
}

/** The plan for a major finding is the leader's to agree; the others are the office's. */
export function mayNotAgree({ matter, actor }: Situation): Verdict {
  return matter.facts.grade === 'A' && actor.kind === 'post' && !actor.roles.includes('LEADER') ? 'leaderAgrees' : undefined;
}

/** Once, and before the day. */
export function mayNotExtend({ matter, today }: Situation): Verdict {
  const { isExtended, dueOn = today } = matter.facts;
  if (isExtended === true) return 'extendedOnce';
  return today >= dueOn ? { refusal: 'extendLate', detail: { day: dueOn } } : undefined;
}

/** At most half of the first time again. */
export function badExtension({ matter, today, setting }: Situation, until: Day): Verdict {
  const { orderedOn = today, dueOn = today } = matter.facts;
  if (until <= dueOn) return { refusal: 'extendBack', field: 'until', detail: { day: dueOn } };
  const percent = setting('extension');
  const day = addDays(dueOn, Math.floor((daysBetween(orderedOn, dueOn) * percent) / 100));
  return until > day ? { refusal: 'extendLong', field: 'until', detail: { percent, day } } : undefined;
}

/** Nobody verifies his own unit. */
export function ownUnit({ matter, actor, findUnit }: Situation): Verdict {
  const { unit = '' } = matter.facts;
  return actor.kind === 'post' && actor.unitIds.includes(unit) ? { refusal: 'ownUnit', detail: { unit: findUnit(unit)?.name ?? unit } } : undefined;
}

interface Check {
  readonly checkedOn: Day;
  readonly checkWay: 'site' | 'paper';
  readonly with: readonly { readonly person?: string }[];
  readonly answersGoal: boolean;
}

/** Two at least, on site but for grade C, and evidence that proves the goal. */
export function badCheck({ matter, actor, today, setting }: Situation, { checkedOn, checkWay, with: others, answersGoal }: Check): Verdict {
  const { grade = 'C' } = matter.facts;
  if (checkedOn > today) return { refusal: 'checkInFuture', field: 'checkedOn' };
  if (checkWay === 'paper' && grade !== 'C') return { refusal: 'paperOnlyC', field: 'checkWay', detail: { grade } };
  const self = actor.kind === 'post' ? actor.personId : '';
  const named = others.flatMap(({ person }) => (person === undefined ? [] : [person]));
  const count = setting('fewestCheckers');
  if (named.includes(self) || new Set([self, ...named]).size < count) return { refusal: 'twoCheckers', field: 'with', detail: { count } };
  return answersGoal ? undefined : { refusal: 'evidenceOfProcess', field: 'answersGoal' };
}
