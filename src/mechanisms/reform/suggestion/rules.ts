import { addDays, countBetween, dayOf, yearsBefore, type Day } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import type { Matter } from '#kernel/matter.ts';
import type { FactsOf, Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { SuggestionRecord } from './record.ts';
import { isScrubbed } from '../../scrub.ts';

export type Situation = SituationOf<SuggestionRecord>;
export type Verdict = VerdictOf<SuggestionRecord>;
export type Suggestion = Matter<FactsOf<SuggestionRecord>>;

/** Stages in which a main record may take others in. */
export const openToMerging = ['registered', 'screening', 'adopted', 'partlyAdopted', 'reference', 'notAdopted', 'reporting', 'instructed', 'assigned', 'implementing', 'implemented', 'commended', 'answered'] as const;

/** Work goes on in these: personal data are still needed to tell the author what came of it. */
const underWay: readonly string[] = ['submitted', 'registered', 'supplement', 'screening', 'adopted', 'partlyAdopted', 'reporting', 'instructed', 'assigned', 'implementing'];

interface Identity {
  readonly identityMode?: string;
  readonly proposerName?: unknown;
  readonly contact?: unknown;
  readonly consentsToName?: boolean;
  readonly publishedName?: string;
  readonly isMinor?: boolean;
  readonly guardianConsents?: boolean;
}

/** A real name comes with one contact, an anonymous one with none; a name is published only by separate consent (个人信息保护法 6、25、31). */
export function badIdentity(given: Identity): Verdict {
  const { identityMode, proposerName, contact, consentsToName, publishedName, isMinor, guardianConsents } = given;
  if (identityMode === 'anonymous' && (proposerName !== undefined || contact !== undefined)) return { refusal: 'anonymousHasContact', field: 'contact' };
  if (identityMode !== 'anonymous' && (proposerName === undefined || contact === undefined)) return { refusal: 'nameOrContactMissing', field: proposerName === undefined ? 'proposerName' : 'contact' };
  if (isMinor === true && guardianConsents !== true) return { refusal: 'guardianMissing', field: 'guardianConsents' };
  if (isMinor === true && (identityMode === 'realPublic' || publishedName !== undefined)) return { refusal: 'minorNotPublished', field: 'identityMode' };
  const wants = identityMode === 'realPublic' || consentsToName === true || publishedName !== undefined;
  if (wants && !(identityMode === 'realPublic' && consentsToName === true && publishedName !== undefined)) return { refusal: 'nameNotConsented', field: 'publishedName' };
  return undefined;
}

/** A letter comes neither from the future nor from so long ago that the day must be a slip of the pen. */
export function badReceipt({ today, setting }: Situation, receivedOn: Day): Verdict {
  if (receivedOn > today) return { refusal: 'futureDay', field: 'receivedOn' };
  const years = setting('oldest');
  return receivedOn < yearsBefore(today, years) ? { refusal: 'receivedLongAgo', field: 'receivedOn', detail: { years } } : undefined;
}

/** A call is answered while it is open; a letter that came in time may be registered later. */
export function badCall({ findMatter }: Situation, topicCall: string | undefined, on: Day): Verdict {
  if (topicCall === undefined) return undefined;
  const { stage = '', facts = {} } = findMatter(topicCall) ?? {};
  const [opensOn, closesOn] = [String(facts['opensOn'] ?? ''), String(facts['closesOn'] ?? '')];
  return ['open', 'closed'].includes(stage) && opensOn <= on && on <= closesOn ? undefined : { refusal: 'callNotOpen', field: 'topicCall' };
}

/** A title stands on lists and in notices, so it names nobody from the start. */
export function badTitle(title: string): Verdict {
  return isScrubbed(title) ? undefined : { refusal: 'titleNamesPerson', field: 'title' };
}

/** More may be asked for once. */
export function askedAlready({ matter }: Situation): Verdict {
  return matter.facts.supplementAskedOn === undefined ? undefined : 'askedAlready';
}

/** A silent author's suggestion lapses only after his days have run out. */
export function notYetLapsed({ matter, calendar, today }: Situation): Verdict {
  const due = matter.clocks['supplement'] && findDueDay(calendar, matter.clocks['supplement']);
  return due !== undefined && today > due ? undefined : 'notYetLapsed';
}

/** Others' suggestions that were merged in hang on this one. */
export function othersJoined({ matter }: Situation): Verdict {
  return (matter.facts.mergedFrom ?? []).length > 0 ? 'othersJoined' : undefined;
}

/** An accusation goes to two named handlers and to no unit; everything else to a unit where it needs one (信访工作条例 30). */
export function badDiversion(given: { readonly diversion: string; readonly divertedTo?: string; readonly firstHandler?: string; readonly secondHandler?: string }): Verdict {
  const { diversion, divertedTo, firstHandler, secondHandler } = given;
  if (diversion === 'discipline') {
    if (divertedTo !== undefined) return { refusal: 'noDisciplineUnit', field: 'divertedTo' };
    if (firstHandler === undefined || secondHandler === undefined || firstHandler === secondHandler) return { refusal: 'twoHandlers', field: 'secondHandler' };
    return undefined;
  }
  if (firstHandler !== undefined || secondHandler !== undefined) return { refusal: 'handlersOnlyForDiscipline', field: 'firstHandler' };
  if (diversion === 'otherUnit' && divertedTo === undefined) return { refusal: 'receiverMissing', field: 'divertedTo' };
  return undefined;
}

/** The main record stands on its own and is still there. */
export function badMain({ matter, findMatter }: Situation, main: string): Verdict {
  if (main === matter.id) return { refusal: 'mergeWithItself', field: 'mergedInto' };
  const other = findMatter(main);
  return other && (openToMerging as readonly string[]).includes(other.stage) ? undefined : { refusal: 'mainNotOpen', field: 'mergedInto' };
}

/** A merger may be undone for thirty days. */
export function unmergeTooLate({ matter, today, setting }: Situation): Verdict {
  const days = setting('unmerge');
  return matter.facts.mergedOn !== undefined && today > addDays(matter.facts.mergedOn, days) ? { refusal: 'unmergeTooLate', detail: { days } } : undefined;
}

/** The earliest day among a record and those merged into it. */
export function earliestOf(days: readonly (Day | undefined)[]): Day | undefined {
  return days.filter((day) => day !== undefined).toSorted()[0];
}

/** Units are asked once each, and told nothing by which they would know the author. */
export function badRequest({ matter, findUnit }: Situation, units: readonly string[], identityChecked: boolean): Verdict {
  if (!identityChecked) return { refusal: 'identityUnchecked', field: 'identityChecked' };
  const again = units.find((unit) => matter.duties.some((duty) => duty.kind === 'opinion' && duty.state === 'open' && duty.unit === unit));
  return again === undefined ? undefined : { refusal: 'askedUnitAlready', field: 'units', detail: { unit: findUnit(again)?.name ?? again } };
}

/** The actor's unit that owes this duty. */
export function owingUnit({ matter, actor }: Situation, kind: string): string | undefined {
  if (actor.kind !== 'post') return undefined;
  return matter.duties.find((duty) => duty.kind === kind && duty.state === 'open' && actor.unitIds.includes(duty.unit))?.unit;
}

/** A wrong addressee says so within five working days (信访工作条例 23). */
export function objectionTooLate(situation: Situation): Verdict {
  const unit = owingUnit(situation, 'opinion');
  const duty = situation.matter.duties.find((each) => each.kind === 'opinion' && each.state === 'open' && each.unit === unit);
  if (!duty) return undefined;
  const days = situation.setting('objection');
  return countBetween(situation.calendar, dayOf(duty.openedAt), situation.today, 'workday') > days ? { refusal: 'objectionTooLate', detail: { days } } : undefined;
}

/** Nothing is decided over the head of a unit that still has time to speak, nor on nobody's opinion. */
export function notReadyToDecide({ matter, calendar, today }: Situation): Verdict {
  const isPending = matter.duties.some((duty) => duty.kind === 'opinion' && duty.state === 'open' && today <= (findDueDay(calendar, duty.clock) ?? today));
  if (isPending) return 'opinionPending';
  return (matter.facts.opinions ?? []).length === 0 ? 'noOpinion' : undefined;
}

/** All but a full adoption need reasons. */
export function badDecision(decision: string, reason: string | undefined): Verdict {
  return decision !== 'adopted' && [...(reason ?? '').trim()].length < 10 ? { refusal: 'decisionReasonMissing', field: 'decisionReason' } : undefined;
}

/** Extended once, and not after the limit has passed. */
export function notExtendable({ matter, calendar, today }: Situation): Verdict {
  if (matter.facts.extendedOn !== undefined) return 'extendedAlready';
  const due = matter.clocks['decisionLimit'] && findDueDay(calendar, matter.clocks['decisionLimit']);
  return due !== undefined && today > due ? 'clockOver' : undefined;
}

/** The mark agrees with the decision, and what is shown to all names nobody. */
export function badAnswer({ matter }: Situation, given: { readonly answerMark: string; readonly publicSummary: string; readonly isWithheld?: boolean }): Verdict {
  const admitted: Readonly<Record<string, string>> = { adopted: 'ABC', partlyAdopted: 'ABC', reference: 'CD', notAdopted: 'D' };
  if (!admitted[matter.facts.decision ?? '']?.includes(given.answerMark)) return { refusal: 'markMismatch', field: 'answerMark' };
  if (!isScrubbed(given.publicSummary)) return { refusal: 'summaryNotScrubbed', field: 'publicSummary' };
  if (matter.facts.holdsSensitive === true && matter.facts.consentsToOriginal !== true && given.isWithheld !== true) return { refusal: 'sensitiveShown', field: 'isWithheld' };
  return undefined;
}

/** Whether the answer comes within its clock. */
export function isInTime({ matter, calendar, today }: Situation): boolean {
  const due = matter.clocks['answer'] && findDueDay(calendar, matter.clocks['answer']);
  return due === undefined || today <= due;
}

/** One lead unit, which is none of the co-units, and a day that is still to come. */
export function badAssignment({ today }: Situation, given: { readonly leadUnit: string; readonly coUnits?: readonly string[]; readonly dueOn?: Day }): Verdict {
  if (given.coUnits?.includes(given.leadUnit)) return { refusal: 'leadIsCo', field: 'coUnits' };
  return given.dueOn !== undefined && given.dueOn < today ? { refusal: 'dueInPast', field: 'dueOn' } : undefined;
}

/** A plan ends within a year, and by the day that was set for it. */
export function badPlan({ matter, today, setting }: Situation, dueOn: Day): Verdict {
  if (dueOn < today) return { refusal: 'dueInPast', field: 'dueOn' };
  const days = setting('longestPlan');
  if (dueOn > addDays(today, days)) return { refusal: 'planTooLong', field: 'dueOn', detail: { days } };
  if (matter.facts.dueOn !== undefined && dueOn > matter.facts.dueOn) return { refusal: 'planBeyondDue', field: 'dueOn', detail: { day: matter.facts.dueOn } };
  return undefined;
}

/** Rated once, within thirty days of the answer. */
export function notRateable({ matter, today, setting }: Situation): Verdict {
  const { answeredOn, ratedOn } = matter.facts;
  if (answeredOn === undefined) return 'notAnswered';
  if (ratedOn !== undefined) return 'ratedAlready';
  const days = setting('rating');
  return today > addDays(answeredOn, days) ? { refusal: 'ratingClosed', detail: { days } } : undefined;
}

/** One re-examination follows a low rating. */
export function noLowRating({ matter, setting }: Situation): Verdict {
  const { rating, reexaminedOn } = matter.facts;
  return rating !== undefined && rating <= setting('lowRating') && reexaminedOn === undefined ? undefined : 'noLowRating';
}

/** Somebody unknown can be thanked, not rewarded. */
export function badAward({ matter }: Situation, given: { readonly award: string; readonly awardAmount?: number }): Verdict {
  if (matter.facts.identityMode === 'anonymous' && given.award !== 'thanks') return { refusal: 'anonymousReward', field: 'award' };
  return (given.award === 'reward') === ((given.awardAmount ?? 0) > 0) ? undefined : { refusal: 'amountOnlyForReward', field: 'awardAmount' };
}

/** The author may have his data erased at any time; the platform does it 180 days after the last word (个人信息保护法 19、47). */
export function notErasable({ matter, actor, today, setting }: Situation): Verdict {
  const { proposerName, contact, original, supplementOriginal, lastWordOn } = matter.facts;
  if ([proposerName, contact, original, supplementOriginal].every((held) => held === undefined)) return 'nothingToErase';
  if (actor.kind !== 'system') return undefined;
  if (underWay.includes(matter.stage) || lastWordOn === undefined) return 'notYetErasable';
  return today < addDays(lastWordOn, setting('erasure')) ? 'notYetErasable' : undefined;
}
