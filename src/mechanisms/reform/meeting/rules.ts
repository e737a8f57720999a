import { addWorkdays, type Day } from '#kernel/calendar.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { meetingKinds, outcomes } from '../meeting-words.ts';
import type { MeetingRecord } from './record.ts';

export type Situation = SituationOf<MeetingRecord>;
export type Verdict = VerdictOf<MeetingRecord>;
export type Outcome = keyof typeof outcomes;
type Kind = keyof typeof meetingKinds;

interface Row {
  readonly isReform?: boolean;
  readonly outcome?: Outcome;
}

interface Session {
  readonly kind: Kind;
  readonly jointWith?: Kind;
  readonly heldOn: Day;
  /** What the platform found at the same time and place, under another body. */
  readonly twin: string;
}

/** A session lies ahead, is not joint with itself, and is not recorded a second time for its other body. */
export function badSession({ today }: Situation, { kind, jointWith, heldOn, twin }: Session): Verdict {
  if (jointWith === kind) return { refusal: 'jointWithItself', field: 'jointWith' };
  if (heldOn < today) return { refusal: 'dayPast', field: 'heldOn' };
  return twin === '' ? undefined : { refusal: 'sameSession', detail: { day: heldOn, name: twin } };
}

/** The last day on which materials may be complete for a meeting on that day. */
export function lastDayOfMaterials({ calendar, setting }: Situation, heldOn: Day): Day {
  return addWorkdays(calendar, heldOn, -setting('leadTime'));
}

/** Late materials go to the next meeting (reform.md §4.5). */
export function lateMaterials(situation: Situation, heldOn: Day, title: string, materialsOn: Day): Verdict {
  const latest = lastDayOfMaterials(situation, heldOn);
  return materialsOn <= latest ? undefined : { refusal: 'materialsLate', detail: { title, on: materialsOn, latest, days: situation.setting('leadTime') } };
}

/** Every item of the agenda has its outcome. */
export function outcomesOpen({ matter }: Situation): Verdict {
  const open = (matter.facts.agenda ?? []).filter(({ outcome }) => outcome === undefined).map(({ orderNo }) => orderNo);
  return open.length === 0 ? undefined : { refusal: 'outcomesMissing', detail: { which: open.join('、') } };
}

/** Whether a session with this agenda discussed reform: an item on reform that was not withdrawn; what was only heard or studied, if the office counts it (F7). */
export function discussesReform(agenda: readonly Row[], countStudied: boolean): boolean {
  return agenda.some(({ isReform, outcome }) => isReform === true && outcome !== undefined && outcome !== 'withdrawn' && (countStudied || (outcome !== 'heard' && outcome !== 'studied')));
}
