import type { Instant } from '#kernel/calendar.ts';
import { decipher, encipher, type Enciphered } from './cipher.ts';
import type { Tx } from './database.ts';

/** What somebody has typed and not sent, under the key of its form. */
export interface DraftRow {
  readonly key: string;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly at: Instant;
}

interface KeptRow {
  readonly key: string;
  readonly body: Enciphered;
  readonly at: Instant;
}

/** Keeps a draft in place of the one before. All of it is encrypted: among what is typed there may be sealed facts (个人信息保护法 51), and nobody but its writer ever reads it. */
export async function keepDraft(tx: Tx, district: string, person: string, draft: DraftRow, key: Buffer): Promise<void> {
  const body = encipher(JSON.stringify(draft.typed), key, place(district, person, draft.key));
  await tx.query(
    'draft.keep',
    `insert into draft (district, person, key, body, at) values ($1, $2, $3, $4, $5)
     on conflict (district, person, key) do update set body = excluded.body, at = excluded.at`,
    [district, person, draft.key, JSON.stringify(body), draft.at],
  );
}

/** One draft of a person. */
export async function findDraft(tx: Tx, district: string, person: string, draftKey: string, key: Buffer): Promise<DraftRow | undefined> {
  const [row] = await tx.query<KeptRow>('draft.find', 'select key, body, at from draft where district = $1 and person = $2 and key = $3', [district, person, draftKey]);
  return row && opened(row, district, person, key);
}

/** The drafts of a person, the latest first. */
export async function draftsOf(tx: Tx, district: string, person: string, key: Buffer, limit: number): Promise<DraftRow[]> {
  const rows = await tx.query<KeptRow>('draft.of', 'select key, body, at from draft where district = $1 and person = $2 order by at desc limit $3', [district, person, limit]);
  return rows.map((row) => opened(row, district, person, key));
}

/** How many drafts a person has beside the one of that key. */
export async function otherDrafts(tx: Tx, district: string, person: string, draftKey: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>('draft.others', 'select count(*)::integer as count from draft where district = $1 and person = $2 and key <> $3', [district, person, draftKey]);
  return row?.count ?? 0;
}

/** Drops a draft that was handed in or is not wanted. */
export async function dropDraft(tx: Tx, district: string, person: string, draftKey: string): Promise<void> {
  await tx.query('draft.drop', 'delete from draft where district = $1 and person = $2 and key = $3', [district, person, draftKey]);
}

/** Forgets drafts nobody has touched since a moment. */
export async function forgetDraftsBefore(tx: Tx, district: string, before: Instant): Promise<void> {
  await tx.query('draft.forget', 'delete from draft where district = $1 and at < $2', [district, before]);
}

function opened({ key: draftKey, body, at }: KeptRow, district: string, person: string, key: Buffer): DraftRow {
  return { key: draftKey, typed: JSON.parse(decipher(body, key, place(district, person, draftKey))) as Record<string, unknown>, at };
}

/** Bound to its place, so that one person's draft does not open as another's. */
function place(district: string, person: string, draftKey: string): string {
  return `draft/${district}/${person}/${draftKey}`;
}
