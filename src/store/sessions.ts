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
  /** The browser and its system, and the address it asked from; empty where unknown. */
  readonly device: string;
  readonly address: string;
}

/** Keeps a session that has just been opened. */
export async function keepSession(tx: Tx, district: string, session: KeptSession): Promise<void> {
  await tx.query(
    'session.keep',
    'insert into session (district, token_hash, person, post, started_at, seen_at, valid_until, device, address) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [district, session.tokenHash, session.personId, session.postId, session.startedAt, session.seenAt, session.validUntil, session.device, session.address],
  );
}

/** The session of a token, by the hash of it, and whether its person has yet to choose a password. Whether it still holds is for the caller's clock to say. */
export async function findSession(tx: Tx, district: string, tokenHash: string): Promise<(KeptSession & { readonly mustChange: boolean }) | undefined> {
  const [row] = await tx.query<KeptSession & { readonly mustChange: boolean }>(
    'session.find',
    `select token_hash as "tokenHash", session.person as "personId", post as "postId", started_at as "startedAt", seen_at as "seenAt", valid_until as "validUntil", device, address,
       coalesce(credential.must_change, false) as "mustChange"
     from session left join credential on credential.district = session.district and credential.person = session.person
     where session.district = $1 and token_hash = $2`,
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

/** Sessions seen since a moment, of one person or of all, the latest first. */
export async function sessionsSeenSince(tx: Tx, district: string, since: Instant, personId?: string): Promise<KeptSession[]> {
  return tx.query(
    'session.seenSince',
    `select token_hash as "tokenHash", person as "personId", post as "postId", started_at as "startedAt", seen_at as "seenAt", valid_until as "validUntil", device, address
     from session where district = $1 and seen_at > $2 and ($3::text is null or person = $3) order by seen_at desc, token_hash`,
    [district, since, personId ?? null],
  );
}

/** Ends sessions of a person: those that begin with a hash's first letters, or all but one. Gives the hashes of those that ended. */
export async function endSessionsOf(tx: Tx, district: string, personId: string, which: { readonly id?: string | undefined; readonly except?: string | undefined } = {}): Promise<string[]> {
  const ended = await tx.query<{ tokenHash: string }>(
    'session.endOf',
    `delete from session where district = $1 and person = $2 and ($3::text is null or starts_with(token_hash, $3)) and ($4::text is null or token_hash <> $4) returning token_hash as "tokenHash"`,
    [district, personId, which.id ?? null, which.except ?? null],
  );
  return ended.map(({ tokenHash }) => tokenHash);
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

/** How a person signs in. */
export async function findCredentialOf(tx: Tx, district: string, personId: string): Promise<Credential | undefined> {
  const [row] = await tx.query<Credential>(
    'credential.findOf',
    'select name, person as "personId", password_hash as "passwordHash", must_change as "mustChange", changed_at as "changedAt" from credential where district = $1 and person = $2',
    [district, personId],
  );
  return row;
}

/** Every sign-in name with its person, and when its password was last set. */
export async function credentialsOf(tx: Tx, district: string): Promise<Required<Omit<Credential, 'passwordHash'>>[]> {
  return tx.query('credential.all', 'select name, person as "personId", must_change as "mustChange", changed_at as "changedAt" from credential where district = $1 order by name', [district]);
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
