import { addWorkdays, type Day } from '#kernel/calendar.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { panelSizeOf } from '../panel-size.ts';
import { benchmarks } from '../sheet.ts';
import type { ReviewMeetingRecord } from './record.ts';

export type Situation = SituationOf<ReviewMeetingRecord>;
export type Verdict = VerdictOf<ReviewMeetingRecord>;

interface Convening {
  readonly project: string;
  readonly meetingOn: Day;
  readonly quotas: readonly { readonly specialty?: string; readonly seats?: number }[];
  readonly measures: readonly { readonly benchmark?: string; readonly committed?: number; readonly standard?: number }[];
}

/** A project at its review, a panel of the size its investment asks for, five measures against their standards. */
export function badConvening(situation: Situation, { project, meetingOn, quotas, measures }: Convening): Verdict {
  const held = situation.findMatter(project);
  if (held?.stage !== 'review') return { refusal: 'projectNotAtReview', field: 'project' };
  if (meetingOn < situation.today) return { refusal: 'meetingPast', field: 'meetingOn' };
  const size = panelSizeFor(Number(held.facts['totalInvestment'] ?? 0), situation);
  const seats = quotas.reduce((sum, each) => sum + (each.seats ?? 0), 0);
  const isTwice = new Set(quotas.map(({ specialty }) => specialty)).size < quotas.length;
  if (seats !== size || isTwice) return { refusal: 'sizeOff', field: 'quotas', detail: { size, seats } };
  const isWhole = measures.length === Object.keys(benchmarks).length && new Set(measures.map(({ benchmark }) => benchmark)).size === measures.length;
  const isValued = measures.every(({ committed, standard }) => committed !== undefined && standard !== undefined && standard > 0);
  return isWhole && isValued ? undefined : { refusal: 'measuresOff', field: 'measures' };
}

/** How many sit on the panel of a project, by its investment in 分. */
export function panelSizeFor(investment: number, { setting }: Pick<Situation, 'setting'>): number {
  return panelSizeOf(investment, { small: setting('small'), large: setting('large') });
}

/** Two working days before the meeting at the earliest. */
export function drawsTooEarly({ matter, today, calendar, setting }: Situation): Verdict {
  const { meetingOn } = matter.facts;
  const day = meetingOn === undefined ? undefined : addWorkdays(calendar, meetingOn, -setting('beforeMeeting'));
  return day !== undefined && today < day ? { refusal: 'tooEarly', detail: { days: setting('beforeMeeting'), day } } : undefined;
}

/** On the day; once, because the duty that grants it is done with it. */
export function badCheckIn({ matter, today }: Situation): Verdict {
  const { meetingOn = today } = matter.facts;
  return today === meetingOn ? undefined : { refusal: 'notToday', detail: { day: meetingOn } };
}

/** Whether every seat is taken. */
export function isComplete({ matter }: Situation, more = 0): boolean {
  const { panel = [] } = matter.facts;
  return panel.filter(({ checkedInAt }) => checkedInAt !== undefined).length + more >= panel.length;
}

export interface Conclusion {
  readonly outcome: string;
  readonly mustBeMinuted: boolean;
  readonly trouble: string;
  readonly troubleEn: string;
  readonly explanation: string;
  readonly explanationEn: string;
  readonly deliberation?: string;
  readonly conditions?: readonly { readonly name?: string; readonly unit?: string; readonly dueOn?: Day }[];
  readonly vetoBasis?: string;
  readonly vetoNote?: string;
}

/** What the engine found is concluded as it is: minuted where the totals lie apart, with conditions where it is conditional. */
export function badConclusion({ matter }: Situation, given: Conclusion): Verdict {
  if ((given.vetoBasis === undefined) !== (given.vetoNote === undefined)) return { refusal: 'vetoHalf', field: 'vetoNote' };
  if (given.outcome === 'repeat') return { refusal: 'mustRepeat', detail: { why: { zh: given.trouble, en: given.troubleEn } } };
  if (given.trouble !== '') return { refusal: 'noDraw', detail: { trouble: { zh: given.trouble, en: given.troubleEn } } };
  const out = (matter.facts.panel ?? []).length - (matter.facts.lockedSheets ?? 0);
  if (out > 0) return { refusal: 'sheetsOut', detail: { count: out } };
  if (given.mustBeMinuted && given.deliberation === undefined) return { refusal: 'deliberationMissing', field: 'deliberation', detail: { why: { zh: given.explanation, en: given.explanationEn } } };
  const conditions = given.conditions ?? [];
  if (given.outcome === 'conditional' && (conditions.length === 0 || conditions.some(({ name, unit, dueOn }) => name === undefined || unit === undefined || dueOn === undefined))) return { refusal: 'conditionsMissing', field: 'conditions' };
  return given.outcome !== 'conditional' && conditions.length > 0 ? { refusal: 'conditionsOdd', field: 'conditions' } : undefined;
}
