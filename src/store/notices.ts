import type { Instant } from '#kernel/calendar.ts';
import type { Text } from '#kernel/words.ts';
import type { Tx } from './database.ts';

/** Whom a notice is for: the author of the matter, the posts of a unit, the holders of a role. */
export type Addressee = 'author' | { readonly unit: string } | { readonly role: string };

export interface NoticeRow {
  readonly id: string;
  readonly at: Instant;
  readonly text: Text;
  readonly mechanism: string;
  readonly matter: string;
}

/** Keeps notices, all of them in one statement. */
export async function keepNotices(
  tx: Tx,
  district: string,
  notices: readonly { readonly to: Addressee; readonly text: Text; readonly mechanism: string; readonly matter: string; readonly at: Instant; readonly seq: number }[],
): Promise<void> {
  const rows = notices.map(({ to, ...notice }) => {
    const [kind, key] = to === 'author' ? ['author', notice.matter] : 'unit' in to ? ['unit', to.unit] : ['role', to.role];
    return { ...notice, kind, key };
  });
  await tx.query(
    'notice.keep',
    `insert into notice (district, to_kind, to_key, text, mechanism, matter, seq, at)
     select $1, each.kind, each.key, each.text, each.mechanism, each.matter, each.seq, each.at
     from jsonb_to_recordset($2::jsonb) as each (kind text, key text, text jsonb, mechanism text, matter uuid, seq integer, at timestamptz)`,
    [district, JSON.stringify(rows)],
  );
}

/** The latest notices to some units and roles. */
export async function noticesFor(tx: Tx, district: string, to: { readonly unitIds: readonly string[]; readonly roles: readonly string[] }, limit: number): Promise<NoticeRow[]> {
  return tx.query(
    'notice.for',
    `select id::text, at, text, mechanism, matter from notice
     where district = $1 and ((to_kind = 'unit' and to_key = any($2::text[])) or (to_kind = 'role' and to_key = any($3::text[])))
     order by notice.id desc limit $4`,
    [district, to.unitIds, to.roles, limit],
  );
}

/** What the author of a matter was told, the first first. */
export async function noticesToAuthor(tx: Tx, district: string, matterId: string): Promise<NoticeRow[]> {
  return tx.query(
    'notice.toAuthor',
    `select id::text, at, text, mechanism, matter from notice where district = $1 and to_kind = 'author' and to_key = $2 order by notice.id`,
    [district, matterId],
  );
}

/** Notes how far somebody has read; never backwards. */
export async function markNoticesRead(tx: Tx, district: string, personId: string, upTo: string): Promise<void> {
  await tx.query(
    'notice_read.mark',
    `insert into notice_read as held (district, person, up_to) values ($1, $2, $3)
     on conflict (district, person) do update set up_to = greatest(held.up_to, excluded.up_to)`,
    [district, personId, upTo],
  );
}

/** The last notice somebody has read; 0 when there is none. */
export async function noticesReadUpTo(tx: Tx, district: string, personId: string): Promise<number> {
  const [row] = await tx.query<{ up_to: number }>('notice_read.upTo', 'select up_to from notice_read where district = $1 and person = $2', [district, personId]);
  return row?.up_to ?? 0;
}
