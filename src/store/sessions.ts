import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';

/** A session as kept: under the hash of its token. */
export interface KeptSession {
  readonly tokenHash: string;
  readonly personId: string;
  readonly postId: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  readonly validUntil: Instant;
}

/** Keeps a session that has just been opened. */
export async function keepSession(tx: Tx, district: string, session: KeptSession): Promise<void> {
  await tx.query(
    'session.keep',
    'insert into session (district, token_hash, person, post, started_at, seen_at, valid_until) values ($1, $2, $3, $4, $5, $6, $7)',
    [district, session.tokenHash, session.personId, session.postId, session.startedAt, session.seenAt, session.validUntil],
  );
}

/** The session of a token, by the hash of it. Whether it still holds is for the caller's clock to say. */
export async function findSession(tx: Tx, district: string, tokenHash: string): Promise<KeptSession | undefined> {
  const [row] = await tx.query<KeptSession>(
    'session.find',
    `select token_hash as "tokenHash", person as "personId", post as "postId", started_at as "startedAt", seen_at as "seenAt", valid_until as "validUntil"
     from session where district = $1 and token_hash = $2`,
    [district, tokenHash],
  );
  return row;
}

/** Notes that a session was used. */
export async function touchSession(tx: Tx, district: string, tokenHash: string, seenAt: Instant): Promise<void> {
  await tx.query('session.touch', 'update session set seen_at = $3 where district = $1 and token_hash = $2', [district, tokenHash, seenAt]);
}

/** Ends a session. */
export async function endSession(tx: Tx, district: string, tokenHash: string): Promise<void> {
  await tx.query('session.end', 'delete from session where district = $1 and token_hash = $2', [district, tokenHash]);
}

/** Ends every session of a person, as a new password does. */
export async function endSessionsOf(tx: Tx, district: string, personId: string): Promise<void> {
  await tx.query('session.endOf', 'delete from session where district = $1 and person = $2', [district, personId]);
}

/** Takes sessions away that ended by themselves. */
export async function dropSessionsBefore(tx: Tx, district: string, before: Instant): Promise<void> {
  await tx.query('session.drop', 'delete from session where district = $1 and valid_until < $2', [district, before]);
}

/** How somebody signs in. */
export interface Credential {
  readonly name: string;
  readonly personId: string;
  readonly passwordHash: string;
  /** A password handed over by somebody else is to be changed at the first use. */
  readonly mustChange?: boolean;
  readonly changedAt: Instant;
}

/** Keeps the name and password of a person; a person has one of each. A name that another person holds is a unique violation. */
export async function keepCredential(tx: Tx, district: string, { name, personId, passwordHash, mustChange, changedAt }: Credential): Promise<void> {
  await tx.query(
    'credential.keep',
    `insert into credential (district, name, person, password_hash, must_change, changed_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (district, person) do update set name = excluded.name, password_hash = excluded.password_hash, must_change = excluded.must_change, changed_at = excluded.changed_at`,
    [district, name, personId, passwordHash, mustChange ?? false, changedAt],
  );
}

/** Whose sign-in name it is, with the hash of the password. */
export async function findCredential(tx: Tx, district: string, name: string): Promise<Credential | undefined> {
  const [row] = await tx.query<Credential>(
    'credential.find',
    'select name, person as "personId", password_hash as "passwordHash", must_change as "mustChange", changed_at as "changedAt" from credential where district = $1 and name = $2',
    [district, name],
  );
  return row;
}

/** Every sign-in name with its person. */
export async function credentialsOf(tx: Tx, district: string): Promise<{ readonly name: string; readonly personId: string }[]> {
  return tx.query('credential.all', 'select name, person as "personId" from credential where district = $1 order by name', [district]);
}

/** Keeps a link that works once, by the hash of its token. */
export async function keepOneTimeLink(tx: Tx, district: string, tokenHash: string, validUntil: Instant): Promise<void> {
  await tx.query('one_time_link.keep', 'insert into one_time_link (district, token_hash, valid_until) values ($1, $2, $3)', [district, tokenHash, validUntil]);
}

/** Uses a link up; whether it still worked. */
export async function useOneTimeLink(tx: Tx, district: string, tokenHash: string, now: Instant): Promise<boolean> {
  const used = await tx.query<{ valid: boolean }>('one_time_link.use', 'delete from one_time_link where district = $1 and token_hash = $2 returning valid_until > $3 as valid', [district, tokenHash, now]);
  return used[0]?.valid ?? false;
}
