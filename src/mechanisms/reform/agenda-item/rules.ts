import { readClock } from '#kernel/clock.ts';
import { daysBetween } from '#kernel/calendar.ts';
import type { Situation as SituationOf, Values, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { listed } from '#kernel/words.ts';
import { decisionColumns, outcomes, type Decision } from '../meeting-words.ts';
import { agendaItemRecord, type AgendaItemRecord } from './record.ts';

export type Situation = SituationOf<AgendaItemRecord>;
export type Verdict = VerdictOf<AgendaItemRecord>;
type Facts = Values<AgendaItemRecord['facts']>;
type Kind = NonNullable<Facts['kind']>;
export type Outcome = keyof typeof outcomes;

/** What an item may end as, by its kind; any of them may be deferred or withdrawn. */
const endings: Readonly<Record<Kind, readonly Outcome[]>> = {
  review: ['passed', 'passedInPrinciple', 'rejected'],
  topics: ['passed', 'rejected'],
  hear: ['heard'],
  study: ['studied'],
};

/** A unit applies for itself, and for papers and topics that are ready to be decided. */
export function badApplication({ actor, findMatter }: Situation, given: Facts): Verdict {
  const isUnits = actor.kind === 'post' && !actor.roles.some((role) => ['OFFICE', 'GROUP'].includes(role));
  if (isUnits && !actor.unitIds.includes(given.reporterUnit ?? '')) return { refusal: 'notOwnUnit', field: 'reporterUnit' };
  if (given.coUnits?.includes(given.reporterUnit ?? '')) return { refusal: 'reporterIsCo', field: 'coUnits' };
  if (given.kind === 'topics' && (given.topics ?? []).length === 0) return { refusal: 'topicsMissing', field: 'topics' };
  const titleOf = (id: string) => String(findMatter(id)?.facts['title'] ?? id);
  const early = given.topics?.find((id) => findMatter(id)?.stage !== 'researched');
  if (early !== undefined) return { refusal: 'topicNotReady', field: 'topics', detail: { title: titleOf(early) } };
  if (given.document !== undefined && findMatter(given.document)?.stage !== 'drafted') return { refusal: 'documentNotDraft', field: 'document', detail: { title: titleOf(given.document) } };
  return undefined;
}

/** A major decision is open to comments for thirty days, or the public is told why not; papers of a hearing go out a week before (重大行政决策程序暂行条例 15、16). */
export function badConsultation({ setting }: Situation, { consultationFrom: from, consultationTo: to, consultationShortened: why, hearingOn, hearingPapersOn }: Facts): Verdict {
  if ((from === undefined) !== (to === undefined) || (from !== undefined && to !== undefined && to < from)) return { refusal: 'consultationOff', field: 'consultationTo' };
  const least = setting('consultation');
  const days = from === undefined || to === undefined ? least : daysBetween(from, to);
  if (days < least && why === undefined) return { refusal: 'consultationShort', field: 'consultationShortened', detail: { days, least } };
  const ahead = setting('hearingPapers');
  if (hearingOn !== undefined && (hearingPapersOn === undefined || daysBetween(hearingPapersOn, hearingOn) < ahead)) return { refusal: 'hearingPapersLate', field: 'hearingPapersOn', detail: { days: ahead } };
  return undefined;
}

/** Opinions that are out and still in time are waited for. */
export function opinionsOut({ matter, calendar, today }: Situation): Verdict {
  const waits = matter.duties.some(({ kind, state, clock }) => kind === 'opinion' && state === 'open' && readClock(calendar, clock, today).state !== 'overdue');
  return waits ? 'opinionsOut' : undefined;
}

/** A dispute that stays is written down with the reasons of both sides (重大行政决策程序暂行条例 13). */
export function unwrittenDispute({ matter, findUnit }: Situation, disputes: NonNullable<Facts['disputes']>, isSettled: boolean): Verdict {
  const against = (matter.facts.opinions ?? []).flatMap(({ unit, agrees }) => (agrees === false && unit !== undefined ? [unit] : []));
  const written = disputes.filter(({ unitReason = '', reporterReason = '' }) => unitReason !== '' && reporterReason !== '').map(({ unit }) => unit);
  const silent = isSettled ? [] : against.filter((unit) => !written.includes(unit));
  return silent.length === 0 ? undefined : { refusal: 'disputeUnwritten', field: 'disputes', detail: { units: silent.map((unit) => findUnit(unit)?.name ?? unit).join('、') } };
}

/** Unsettled is what has had its five working days. */
export function stillCoordinating({ matter, calendar, today }: Situation): Verdict {
  const clock = matter.clocks['coordination'];
  return clock !== undefined && readClock(calendar, clock, today).state === 'overdue' ? undefined : 'coordinationRunning';
}

/** The outcome fits the kind; what was passed has decisions, what was not has none. */
export function badOutcome(situation: Situation, outcome: Outcome, decisions: readonly Decision[]): Verdict {
  const kind = situation.matter.facts.kind ?? 'review';
  if (!['deferred', 'withdrawn', ...endings[kind]].includes(outcome)) {
    const { options } = agendaItemRecord.facts.kind;
    return { refusal: 'outcomeOff', field: 'outcome', detail: { kind: options?.[kind] ?? kind, outcome: outcomes[outcome] } };
  }
  if (['deferred', 'withdrawn', 'rejected'].includes(outcome)) return decisions.length > 0 ? { refusal: 'needlessDecision', field: 'decisions' } : undefined;
  if (decisions.length === 0) return ['passed', 'passedInPrinciple'].includes(outcome) ? { refusal: 'decisionMissing', field: 'decisions' } : undefined;
  return badDecisions(situation, decisions);
}

/** Each decision names matter, unit and day; at a dispatching meeting also the measure (见事见责见措施见时限). */
export function badDecisions({ matter, today, findMatter }: Situation, decisions: readonly Decision[]): Verdict {
  const isDispatching = findMatter(matter.facts.meeting ?? '')?.facts['kind'] === 'dispatching';
  for (const [place, { content, unit, coUnits, measure, dueOn }] of decisions.entries()) {
    const row = place + 1;
    const lacks = { content: !content, unit: !unit, dueOn: !dueOn, measure: isDispatching && !measure };
    const missing = Object.entries(lacks).flatMap(([name, isMissing]) => (isMissing ? [decisionColumns[name as keyof typeof lacks].name] : []));
    if (missing.length > 0) return { refusal: 'decisionIncomplete', field: 'decisions', detail: { row, missing: listed(missing) } };
    if ((dueOn ?? today) < today) return { refusal: 'decisionPast', field: 'decisions', detail: { row } };
    if (coUnits?.includes(unit ?? '')) return { refusal: 'decisionLeadIsCo', field: 'decisions', detail: { row } };
  }
  return undefined;
}

/** The actor's unit that still owes a duty of the kind. */
export function owingUnit({ matter, actor }: Situation, kind: string): string | undefined {
  if (actor.kind !== 'post') return undefined;
  return matter.duties.find((duty) => duty.kind === kind && duty.state === 'open' && actor.unitIds.includes(duty.unit))?.unit;
}
