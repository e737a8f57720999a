import type { Actor } from '#kernel/actor.ts';
import { monthEnd, type Day } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { JointGrounds, Way } from '../evaluation-words.ts';
import type { JointEvaluationRecord } from './record.ts';

export type Situation = SituationOf<JointEvaluationRecord>;
export type Verdict = VerdictOf<JointEvaluationRecord>;

/** Which evaluation counts: a group is only looked at, so that tax moved within it is seen; the others are one. */
export const counting: Readonly<Record<JointGrounds, Way>> = { sharedLand: 'joint', split: 'joint', merged: 'joint', sameGroup: 'own' };

/** What the platform has found out about the members, each by its name; '' where nothing is wrong. */
export interface Looked {
  readonly notOnList: string;
  /** In an evaluation below size, one that is on the list above it. */
  readonly above: string;
  /** Below size, and no longer to be moved. */
  readonly notFree: string;
  readonly taken: string;
  readonly takenBy: string;
  readonly apart: string;
}

interface Named {
  readonly cycle: string;
  readonly members: readonly string[];
}

const stageOf = ({ findMatter }: Situation, cycle: string) => findMatter(cycle)?.stage ?? '';
const yearOf = ({ findMatter }: Situation, cycle: string) => Number(findMatter(cycle)?.facts['year'] ?? 0);

/** Two enterprises at least, each once, each in one group; on the list of the evaluation, or, with one above size among them, on that below it. */
export function badMembers(situation: Situation, { cycle, members }: Named, { notOnList, above, notFree, taken, takenBy }: Looked): Verdict {
  const { setting } = situation;
  if (members.length < 2 || members.length > setting('most') || new Set(members).size < members.length) return { refusal: 'membersFew', field: 'members', detail: { most: setting('most') } };
  if (above !== '') return { refusal: 'aboveElsewhere', field: 'members', detail: { name: above, year: yearOf(situation, cycle) } };
  if (notFree !== '') return { refusal: 'notFree', field: 'members', detail: { name: notFree } };
  if (notOnList !== '') return { refusal: 'notOnList', field: 'members', detail: { name: notOnList } };
  return taken === '' ? undefined : { refusal: 'joinedAlready', field: 'members', detail: { name: taken, other: takenBy } };
}

/** Shared land is asked for by its users while data are reconciled: the roster is fixed then, and nobody has seen a result. */
export function badApplication(situation: Situation, named: Named, looked: Looked): Verdict {
  if (stageOf(situation, named.cycle) !== 'reconciling') return { refusal: 'notReconciling', field: 'cycle' };
  const { actor } = situation;
  const speaksFor = named.members.some((member) => isAgent(actor, situation.findMatter(member)));
  if (actor.kind === 'post' && actor.roles.includes('ENTERPRISE') && !speaksFor) return { refusal: 'notMember', field: 'members' };
  return badMembers(situation, named, looked) ?? (looked.apart === '' ? undefined : { refusal: 'noSharedLand', field: 'members', detail: { name: looked.apart, year: yearOf(situation, named.cycle) } });
}

/** Whether somebody acts for an enterprise. */
export function isAgent(actor: Actor, enterprise: Matter | undefined): boolean {
  return actor.kind === 'post' && enterprise !== undefined && enterprise.facts['agent'] === actor.personId;
}

/** Joint evaluations come and go until the results are public. */
export function cycleClosed(situation: Situation, cycle: string): Verdict {
  return ['reconciling', 'computing', 'reviewed'].includes(stageOf(situation, cycle)) ? undefined : { refusal: 'cycleClosed', field: 'cycle' };
}

/** A member may step back until the trial run. */
export function trialBegun(situation: Situation): Verdict {
  return stageOf(situation, situation.matter.facts.cycle ?? '') === 'reconciling' ? undefined : 'trialBegun';
}

/** A split counts for so many months up to the end of the year evaluated; a merger in its own year (parks.md §2.7, §11). */
export function badChange(situation: Situation, { cycle, grounds, documentNo, changedOn }: { readonly cycle: string; readonly grounds: JointGrounds; readonly documentNo?: string; readonly changedOn?: Day }): Verdict {
  if (grounds === 'sharedLand') return { refusal: 'appliedFor', field: 'grounds' };
  if (grounds === 'sameGroup') return undefined;
  if (documentNo === undefined || changedOn === undefined) return { refusal: 'changeMissing', field: documentNo === undefined ? 'documentNo' : 'changedOn' };
  const [year, months] = [yearOf(situation, cycle), situation.setting('months')];
  if (changedOn > `${year}-12-31`) return { refusal: 'afterYear', field: 'changedOn', detail: { year } };
  if (grounds === 'merged') return changedOn < `${year}-01-01` ? { refusal: 'mergedEarlier', field: 'changedOn', detail: { year } } : undefined;
  return changedOn <= monthsBefore(year, months) ? { refusal: 'splitLongAgo', field: 'changedOn', detail: { year, months } } : undefined;
}

/** The last day of the month so many months before the end of a year. */
function monthsBefore(year: number, months: number): Day {
  const month = year * 12 + 11 - months;
  return monthEnd(Math.floor(month / 12), (month % 12) + 1);
}

/** Everybody has said yes. */
export function notAgreed({ matter }: Situation): Verdict {
  const count = matter.duties.filter(({ kind, state }) => kind === 'agree' && state === 'open').length;
  return count > 0 ? { refusal: 'notAgreed', detail: { count } } : undefined;
}

/** Sheets that move with a group: one below size is brought in where it counts. */
export interface Moving {
  readonly below: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The same as it was worked out, in a text. */
export function movingIn(text: string): readonly Moving[] {
  return text === '' ? [] : (JSON.parse(text) as Moving[]); // written by the computation of this mechanism alone
}

interface Standing {
  readonly enterprise: string;
  readonly parcel: string;
}

/** Parcels on which two members stand or more. */
export function sharedParcels(stays: readonly Standing[]): readonly string[] {
  const on = Map.groupBy(stays, ({ parcel }) => parcel);
  return [...on].filter(([, own]) => new Set(own.map(({ enterprise }) => enterprise)).size > 1).map(([parcel]) => parcel).toSorted();
}

/** The members that no chain of shared parcels leads to from the first one. */
export function membersApart(members: readonly string[], stays: readonly Standing[]): readonly string[] {
  const [first] = members;
  const reached = new Set(first === undefined ? [] : [first]);
  for (let before = -1; before < reached.size; ) {
    before = reached.size;
    const parcels = new Set(stays.filter(({ enterprise }) => reached.has(enterprise)).map(({ parcel }) => parcel));
    for (const { enterprise, parcel } of stays) if (parcels.has(parcel)) reached.add(enterprise);
  }
  return members.filter((member) => !reached.has(member));
}
