import { daysBetween, type Day } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { TopicCallRecord } from './record.ts';

export type Situation = SituationOf<TopicCallRecord>;
export type Verdict = VerdictOf<TopicCallRecord>;

/** People get time to think, and an end; both days count. */
export function badPeriod({ setting }: Situation, opensOn: Day, closesOn: Day): Verdict {
  const days = daysBetween(opensOn, closesOn) + 1;
  const [shortest, longest] = [setting('shortest'), setting('longest')];
  return shortest <= days && days <= longest ? undefined : { refusal: 'periodOff', field: 'closesOn', detail: { shortest, longest, days } };
}

/** What is still to be approved begins today at the earliest. */
export function badDays(situation: Situation, given: { readonly opensOn: Day; readonly closesOn: Day }): Verdict {
  return given.opensOn < situation.today ? { refusal: 'opensInPast', field: 'opensOn' } : badPeriod(situation, given.opensOn, given.closesOn);
}

/** The day a call opens that is published today: the day set for it, or today where that has passed. */
export function openingDay({ matter, today }: Situation): Day {
  const set = matter.facts.opensOn ?? today;
  return set < today ? today : set;
}

/** Approval came late enough to leave people too little time. */
export function tooLateToOpen(situation: Situation): Verdict {
  const { closesOn } = situation.matter.facts;
  return closesOn === undefined ? undefined : badPeriod(situation, openingDay(situation), closesOn);
}

/** The last day counts to its end. */
export function notOver({ matter, today }: Situation): Verdict {
  const { closesOn } = matter.facts;
  return closesOn !== undefined && today > closesOn ? undefined : { refusal: 'notOver', detail: { day: closesOn ?? '' } };
}

/** What has ended is not opened again under the same call. */
export function overAlready({ matter, today }: Situation): Verdict {
  return matter.facts.closesOn !== undefined && today > matter.facts.closesOn ? 'overAlready' : undefined;
}

/** Later than before, and not without end. */
export function badExtension(situation: Situation, newClosesOn: Day): Verdict {
  const { opensOn, closesOn } = situation.matter.facts;
  if (newClosesOn <= (closesOn ?? '')) return { refusal: 'notLater', field: 'newClosesOn', detail: { day: closesOn ?? '' } };
  const verdict = badPeriod(situation, opensOn ?? situation.today, newClosesOn);
  return typeof verdict === 'object' ? { ...verdict, field: 'newClosesOn' } : verdict;
}

/** Whether the answer comes within its clock. */
export function isInTime({ matter, calendar, today }: Situation): boolean {
  const due = matter.clocks['answer'] && findDueDay(calendar, matter.clocks['answer']);
  return due === undefined || today <= due;
}
