import { addWorkdays, countBetween, type Day } from '#kernel/calendar.ts';
import type { Situation as SituationOf, Values, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { TopicRecord } from './record.ts';

export type Situation = SituationOf<TopicRecord>;
export type Verdict = VerdictOf<TopicRecord>;
type Given = Values<TopicRecord['facts']>;

/** One lead unit, a source that can be looked up, and no leader's topic by this door. */
export function badProposal(_situation: Situation, { source, suggestion, finding, upperTask, sourceNote, leadUnit, coUnits }: Given): Verdict {
  if (source === 'leaderSet') return { refusal: 'useSetByLeader', field: 'source' };
  const named = { suggestion, inspectionFinding: finding ?? sourceNote, upperTask: upperTask ?? sourceNote, unitProposal: leadUnit, groupProposal: leadUnit };
  if (source !== undefined && named[source] === undefined) return { refusal: 'sourceMissing', field: source === 'suggestion' ? 'suggestion' : 'sourceNote' };
  return coUnits?.includes(leadUnit ?? '') ? { refusal: 'leadIsCo', field: 'coUnits' } : undefined;
}

/** What is left of the ten working days, which run from the day the leader spoke and not from the day somebody recorded it. */
export function daysLeft({ calendar, today, setting }: Situation, setOn: Day): number {
  const dueOn = addWorkdays(calendar, setOn, setting('initialPlan'));
  return Math.max(0, countBetween(calendar, today, dueOn, 'workday'));
}

/** Whether the initial plan comes within its days. */
export function isInTime({ matter, calendar, today, setting }: Situation): boolean {
  return today <= addWorkdays(calendar, matter.facts.setOn ?? today, setting('initialPlan'));
}

/** A leader's topic is answered before it is studied. */
export function planOwed({ matter }: Situation): Verdict {
  return matter.facts.source === 'leaderSet' && matter.facts.initialPlanOn === undefined ? 'planOwed' : undefined;
}

/** Only what is issued is a result. */
export function badResults({ findMatter }: Situation, results: readonly string[]): Verdict {
  const early = results.find((id) => findMatter(id)?.stage !== 'issued');
  return early === undefined ? undefined : { refusal: 'documentNotIssued', field: 'results', detail: { title: String(findMatter(early)?.facts['title'] ?? early) } };
}
