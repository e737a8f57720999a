import type { Instant } from '#kernel/calendar.ts';
import type { Text } from '#kernel/words.ts';
import type { Tx } from './database.ts';
import { enter, type Entry } from './ledger.ts';

/** Whom a notice is for: the author of the matter, the posts of a unit, the holders of a role, one person, the holder of one post. */
export type Addressee = 'author' | { readonly unit: string } | { readonly role: string } | { readonly person: string } | { readonly post: string };

export interface NoticeRow {
  readonly id: string;
  readonly at: Instant;
  readonly text: Text;
  readonly mechanism: string;
  readonly matter: string;
}

/** A notice to be kept. */
export interface NewNotice {
  readonly to: Addressee;
  readonly text: Text;
  readonly mechanism: string;
  readonly matter: string;
  readonly at: Instant;
  readonly seq: number;
}

/** Keeps notices, all of them in one statement. */
export async function keepNotices(tx: Tx, district: string, notices: readonly NewNotice[]): Promise<void> {
  for (const [place, notice] of notices.entries()) await enter(tx, noticeEntry, `${notice.matter}/${notice.seq}/${place}`, { ...notice, district });
}

const noticeEntry: Entry<NewNotice & { readonly district: string }> = {
  write: (tx, rows) =>
    tx.query(
      'notice.keep',
      `insert into notice (district, to_kind, to_key, text, mechanism, matter, seq, at)
       select $1, each.* from jsonb_to_recordset($2::jsonb) as each (kind text, key text, text jsonb, mechanism text, matter uuid, seq integer, at timestamptz)`,
      [
        rows[0]?.district,
        JSON.stringify(rows.map(({ to, ...notice }) => {
          const [kind, key] = to === 'author' ? ['author', notice.matter] : (Object.entries(to)[0] as [string, string]);
          return { ...notice, kind, key };
        })),
      ],
    ),
};

/** The latest notices to some units, roles and one post. They name the matter, so those of a confined one are for its named persons alone (信访工作条例 30), also where they were kept before. */
export async function noticesFor(tx: Tx, district: string, to: { readonly personId: string; readonly postId: string; readonly unitIds: readonly string[]; readonly roles: readonly string[] }, limit: number): Promise<NoticeRow[]> {
  return tx.query(
    'notice.for',
    `select id::text, at, text, mechanism, matter from notice
     where district = $1 and ((to_kind = 'unit' and to_key = any($2::text[])) or (to_kind = 'role' and to_key = any($3::text[])) or (to_kind = 'person' and to_key = $5) or (to_kind = 'post' and to_key = $6))
       and not exists (select from matter_here as held where held.district = $1 and held.id = notice.matter and held.confined_to is not null and not $5 = any(held.confined_to))
     order by notice.id desc limit $4`,
    [district, to.unitIds, to.roles, limit, to.personId, to.postId],
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
