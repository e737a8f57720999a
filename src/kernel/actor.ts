import type { Day } from './calendar.ts';
import { holds, type Questioned } from './condition.ts';
import type { Fact } from './fact.ts';
import type { Text } from './words.ts';

/** A role a post may carry: a code of the house, such as `OFFICE`. */
export type Role = string;

/** Who acts: the holder of a post, the author of a matter by its query code, anybody, or the platform itself. */
export type Actor =
  | { readonly kind: 'post'; readonly personId: string; readonly postId: string; readonly postName: string; readonly unitId: string; readonly unitIds: readonly string[]; readonly roles: readonly Role[]; readonly fields: readonly string[] }
  | { readonly kind: 'author'; readonly matterId: string }
  | { readonly kind: 'public' }
  | { readonly kind: 'system'; readonly job: string };

/** A post: who holds which roles where, from when to when; a deputy holds it for the absent. */
export interface Post {
  readonly id: string;
  readonly name: string;
  readonly personId: string;
  readonly unitId: string;
  readonly roles: readonly Role[];
  /** Fields (领域) the post covers; all of them when empty. */
  readonly fields: readonly string[];
  readonly validFrom: Day;
  readonly validTo?: Day;
}

/** Whether a post is held on a day; its last day still counts. */
export function isHeld(post: Pick<Post, 'validFrom' | 'validTo'>, on: Day): boolean {
  return post.validFrom <= on && (post.validTo === undefined || on <= post.validTo);
}

/** What ties an actor to a matter, beyond the role: its lead unit, a co-unit, an open duty of some kind, or any of these. */
export type Tie = 'lead' | 'co' | 'involved' | { readonly duty: string };

/** One way to hold an action: a role, the role with a tie, the author, anybody, or the platform. */
export type Grant = { readonly role: Role; readonly tie?: Tie } | 'author' | 'public' | 'system';

/** How far a role sees the matters of a mechanism. */
export type Sight = 'all' | 'involved' | { readonly field: string };

/** The parts of a matter that grants and sights look at. */
export interface Ties {
  readonly id: string;
  readonly leadUnit?: string | undefined;
  readonly coUnits: readonly string[];
  readonly duties: readonly { readonly kind: string; readonly unit: string; readonly person?: string | undefined; readonly state: string }[];
  readonly confinedTo?: readonly string[] | undefined;
}

/** The roles an actor holds; author, public and system are spoken of by the same words. */
export function rolesOf(actor: Actor): readonly Role[] {
  return actor.kind === 'post' ? actor.roles : [actor.kind];
}

/** Whether one of the grants holds for the actor on the matter (or before there is one). */
export function isGranted(grants: readonly Grant[], actor: Actor, ties: Ties | undefined): boolean {
  return grants.some((grant) => {
    if (typeof grant === 'string') {
      if (grant === 'author') return actor.kind === 'author' && actor.matterId === ties?.id;
      return grant === actor.kind;
    }
    if (actor.kind !== 'post' || !actor.roles.includes(grant.role)) return false;
    if (grant.tie === undefined) return true;
    return ties !== undefined && isTied(grant.tie, actor, ties);
  });
}

/** Whether the actor may see the matter at all. A confined matter is seen by the named persons alone (信访工作条例 30). */
export function maySee(sees: Readonly<Record<Role, Sight>>, actor: Actor, ties: Ties, facts: Readonly<Record<string, unknown>>): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'author') return actor.matterId === ties.id;
  if (actor.kind === 'public') return false;
  if (ties.confinedTo) return ties.confinedTo.includes(actor.personId);
  return actor.roles.some((role) => {
    const sight = Object.hasOwn(sees, role) ? sees[role] : undefined;
    if (sight === undefined) return false;
    if (sight === 'all') return true;
    if (sight === 'involved') return isTied('involved', actor, ties);
    const held = facts[sight.field];
    return actor.fields.length === 0 || (Array.isArray(held) ? held : [held]).some((field) => actor.fields.includes(String(field)));
  });
}

/** A matter as a veiled fact looks at it. */
export interface Viewed extends Questioned {
  readonly ties: Ties;
  readonly today: Day;
}

/** Whether the actor's roles let him read a fact at all. */
export function mayRead(fact: { readonly seenBy?: readonly Role[] }, actor: Actor): boolean {
  if (fact.seenBy === undefined || actor.kind === 'system') return true;
  return rolesOf(actor).some((role) => fact.seenBy?.includes(role));
}

/** Whether the actor may read a fact of this matter now: what is veiled is read by nobody but those it excepts until its condition holds. */
export function mayReadOf(fact: Pick<Fact, 'seenBy' | 'veiled'>, actor: Actor, matter: Viewed): boolean {
  if (!mayRead(fact, actor)) return false;
  if (fact.veiled === undefined || actor.kind === 'system' || holds(fact.veiled.until, matter, matter.today)) return true;
  return actor.kind === 'post' && fact.veiled.but !== undefined && isTied(fact.veiled.but, actor, matter.ties);
}

/** A duty that names a person is that person's alone: an expert's sheet is not his colleague's. */
function isTied(tie: Tie, { personId, unitIds }: Extract<Actor, { kind: 'post' }>, ties: Ties): boolean {
  const isOurs = (unit: string | undefined) => unit !== undefined && unitIds.includes(unit);
  const isOwed = (duty: Ties['duties'][number]) => (duty.person === undefined ? isOurs(duty.unit) : duty.person === personId);
  if (tie === 'lead') return isOurs(ties.leadUnit);
  if (tie === 'co') return ties.coUnits.some(isOurs);
  if (tie === 'involved') return isOurs(ties.leadUnit) || ties.coUnits.some(isOurs) || ties.duties.some((duty) => duty.state !== 'withdrawn' && isOwed(duty));
  return ties.duties.some((duty) => duty.kind === tie.duty && duty.state === 'open' && isOwed(duty));
}

/** Who has a part in a matter by a duty, as rows of a register keep it: the unit, or the one person named. */
export function partyOf(duty: { readonly unit: string; readonly person?: string | undefined }): string {
  return duty.person === undefined ? duty.unit : personParty(duty.person);
}

/** A person among the parties of a matter; no id of a unit begins like it. */
export function personParty(personId: string): string {
  return `person:${personId}`;
}

/** The name of an actor for the trace. */
export function actorName(actor: Actor): Text {
  return speakerName({ kind: actor.kind, name: actor.kind === 'post' ? actor.postName : '' });
}

/** Who an event speaks of, in both languages: a post by its name, everybody else by what they are. */
export function speakerName({ kind, name }: { readonly kind: string; readonly name: string }): Text {
  return Object.hasOwn(nameless, kind) ? nameless[kind as keyof typeof nameless] : { zh: name, en: name };
}

const nameless = {
  author: { zh: '建议人', en: 'The author' },
  public: { zh: '公众', en: 'A member of the public' },
  system: { zh: '系统', en: 'The platform' },
};
