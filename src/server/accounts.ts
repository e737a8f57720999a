import type { Actor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/calendar.ts';
import type * as administrationShape from '#contract/administration-shapes.ts';
import type { Tx } from '#store/database.ts';
import { findMatters } from '#store/matters.ts';
import { logReading, readingsLogged } from '#store/reading-log.ts';
import { credentialsOf, type KeptSession } from '#store/sessions.ts';
import { postsHeld } from './directory.ts';
import type { Platform } from './platform.ts';
import { labelFor } from './present.ts';

/** What is logged of accounts. */
export type AccountEvent = 'passwordChanged' | 'passwordReset' | 'sessionsEnded';

/** A page of the log. */
const logPage = 100;
/** Entries about accounts belong to no register. */
const noRegister = 'account';

/** Notes for the auditor whose account was touched and by whom (GB/T 22239-2019 8.1.4.3). */
export async function logAccount(tx: Tx, platform: Platform, actor: Extract<Actor, { kind: 'post' }>, what: AccountEvent, personId: string): Promise<void> {
  await logReading(tx, platform.district, { person: actor.personId, post: actor.postId, what, mechanism: noRegister, matter: null, detail: personId, at: platform.now() });
}

/** Who can sign in, with the posts held today and the sessions open now. */
export async function listAccounts(platform: Platform, tx: Tx, sessions: readonly KeptSession[]): Promise<administrationShape.Account[]> {
  const directory = await platform.directory();
  const today = dayOf(platform.now());
  return (await credentialsOf(tx, platform.district)).map(({ name, personId, mustChange, changedAt }) => {
    const open = sessions.filter((session) => session.personId === personId);
    return {
      personId, personName: directory.people.get(personId)?.name ?? personId, signInName: name, posts: postsHeld(directory, personId, today).map((post) => post.name),
      changedAt, mustChange, sessions: open.length, seenAt: open[0]?.seenAt ?? null,
    };
  });
}

/** The log, the latest first: names instead of ids; of a matter its number alone, of a confined one not even that. */
export async function listLog(platform: Platform, tx: Tx, actor: Actor, before: number | undefined): Promise<administrationShape.LogRow[]> {
  const directory = await platform.directory();
  const rows = await readingsLogged(tx, platform.district, before, logPage);
  const matters = new Map((await findMatters(tx, platform.district, [...new Set(rows.flatMap(({ matter }) => matter ?? []))])).map((matter) => [matter.id, matter]));
  const nameOf = (personId: string | null) => (personId === null ? '' : (directory.people.get(personId)?.name ?? personId));
  return rows.map(({ id, at, what, person, post, mechanism, matter, detail }) => {
    const held = matters.get(matter ?? '');
    const isAccount = mechanism === noRegister;
    return {
      id, at, what, personName: nameOf(person), postName: directory.posts.get(post ?? '')?.name ?? '', mechanism: isAccount ? null : mechanism,
      number: held ? labelFor(platform, held, actor).number : null, detail: isAccount ? nameOf(detail) : (detail ?? ''),
    };
  });
}
