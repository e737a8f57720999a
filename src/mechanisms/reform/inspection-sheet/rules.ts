import { addDays } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { Head } from '../inspection-words.ts';
import { heads } from '../inspection-words.ts';
import type { InspectionSheetRecord } from './record.ts';

export type Situation = SituationOf<InspectionSheetRecord>;
export type Verdict = VerdictOf<InspectionSheetRecord>;

/** Nobody inspects his own unit, and only the team of the round inspects at all (reform.md §3, INSPECTOR). */
export function recused({ matter, actor, findUnit }: Situation): Verdict {
  if (actor.kind !== 'post') return undefined;
  const { unit = '', team = [] } = matter.facts;
  const named = team.find(({ person }) => person === actor.personId);
  const detail = { unit: findUnit(unit)?.name ?? unit };
  if (actor.unitIds.includes(unit) || named?.unit === unit) return { refusal: 'ownUnit', detail };
  if (named?.recused?.includes(unit) === true) return { refusal: 'recusedUnit', detail };
  return named === undefined ? 'notOnTeam' : undefined;
}

/** The round is on site, and the self-check is in or late; an unannounced visit waits for neither. */
export function notYetOpen({ matter, findMatter, today, calendar }: Situation): Verdict {
  const round = findMatter(matter.facts.round ?? '');
  if (round !== undefined && round.stage !== 'onSite') return 'notOnSite';
  if (matter.stage === 'selfChecked' || matter.facts.isUnannounced === true) return undefined;
  const owed = matter.duties.find(({ kind, state }) => kind === 'selfCheck' && state === 'open');
  const day = owed && findDueDay(calendar, owed.clock);
  return day !== undefined && today <= day ? 'selfCheckOut' : undefined;
}

interface Filling {
  readonly second: string;
  readonly visitedOn: string;
  readonly ratings: readonly { readonly head?: Head; readonly rating?: string; readonly facts?: string }[];
  readonly problems?: readonly { readonly head?: string; readonly grade?: string; readonly mode?: string; readonly description?: string }[];
}

/** Two inspectors of whom neither is of the unit, three heads each with its facts, problems told whole. */
export function badFilling({ matter, actor, today, findUnit }: Situation, { second, visitedOn, ratings, problems = [] }: Filling): Verdict {
  const { unit = '', team = [] } = matter.facts;
  if (actor.kind === 'post' && actor.personId === second) return { refusal: 'sameInspector', field: 'second' };
  const other = team.find(({ person }) => person === second);
  if (other === undefined) return { refusal: 'secondNotOnTeam', field: 'second' };
  if (isRecused(other, unit)) return { refusal: 'ownUnitSecond', field: 'second', detail: { unit: findUnit(unit)?.name ?? unit } };
  if (visitedOn > today) return { refusal: 'visitInFuture', field: 'visitedOn' };
  const isRated = (Object.keys(heads) as Head[]).every((head) => ratings.filter((row) => row.head === head && row.rating !== undefined && row.facts !== undefined).length === 1);
  if (!isRated) return { refusal: 'ratingsOff', field: 'ratings' };
  const half = problems.findIndex(({ head, grade, mode, description }) => [head, grade, mode, description].includes(undefined));
  return half < 0 ? undefined : { refusal: 'problemHalf', field: 'problems', detail: { row: half + 1 } };
}

/** Whether a member of the team stands aside at a unit: his own, or one he is recused from. */
export function isRecused({ unit: own, recused: others = [] }: { readonly unit?: string; readonly recused?: readonly string[] }, unit: string): boolean {
  return own === unit || others.includes(unit);
}

/** An open objection is answered by somebody who did not inspect (政府督查工作条例 17). */
export function mayNotAnswer({ matter, actor }: Situation): Verdict {
  const { objection, objectionResult, team = [] } = matter.facts;
  if (objection === undefined || objectionResult !== undefined) return 'nothingToAnswer';
  if (actor.kind !== 'post') return undefined;
  const took = [...team.map(({ person }) => person), ...['settle', 'sendBack', 'noteRefusal'].map((name) => matter.doers[name])];
  return took.includes(actor.personId) ? 'authorAnswers' : undefined;
}

/** Within thirty days of the conclusion, once. */
export function mayNotObject({ matter, today, setting }: Situation): Verdict {
  const { reportedOn = today, objection } = matter.facts;
  if (objection !== undefined) return 'objectedAlready';
  return today > addDays(reportedOn, setting('object')) ? { refusal: 'objectionLate', detail: { day: reportedOn, days: setting('object') } } : undefined;
}
