import { addDays } from '#kernel/calendar.ts';
import type { Values } from '#kernel/fact.ts';
import type { FactsOf, Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { AllianceMemberRecord } from './record.ts';

export type Situation = SituationOf<AllianceMemberRecord>;
export type Verdict = VerdictOf<AllianceMemberRecord>;
export type Member = Values<FactsOf<AllianceMemberRecord>>;

/** A vote of the council as its minutes tell it. */
export interface Vote {
  readonly council: number;
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

/** Whether the council could vote at all, and every vote is told. */
export function badVote({ setting }: Situation, { council, present, inFavour, against, abstained }: Vote): Verdict {
  if (council === 0) return 'noCouncil';
  if (present > council) return { refusal: 'presentTooMany', field: 'present', detail: { present, council } };
  if (present * 100 < council * setting('quorum')) return { refusal: 'noQuorum', field: 'present', detail: { present, council, quorum: setting('quorum') } };
  const votes = inFavour + against + abstained;
  return votes === present ? undefined : { refusal: 'votesDiffer', field: 'inFavour', detail: { votes, present } };
}

/** Two thirds of those present, compared without a fraction. */
export function isCarried({ setting }: Situation, { present, inFavour }: Vote): boolean {
  return inFavour * setting('votesIn') >= present * setting('votesOf');
}

/** Whoever was active within the time is not warned. */
export function stillActive({ matter: { facts }, today, setting }: Situation): Verdict {
  const day = facts.activeOn ?? facts.joinedOn ?? today;
  return today < addDays(day, setting('quiet')) ? { refusal: 'stillActive', detail: { day, days: setting('quiet') } } : undefined;
}

/** What a member did in a year, weighed: three for a contract, two for a demand or achievement, one for an event. */
export function activityOf({ setting }: Situation, { activities = [] }: Member, year: number): number {
  return activities.filter(({ on }) => on?.startsWith(String(year))).reduce((sum, { kind }) => sum + (kind === undefined ? 0 : setting(kind)), 0);
}
