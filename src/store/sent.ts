import type { Event, Matter } from '#kernel/matter.ts';
import type { Tx } from './database.ts';
import type { Entry } from './ledger.ts';
import { matterColumns, toMatter, type MatterRow } from './matter-row.ts';

/** Somebody filed a matter, or handed it to a unit. */
export interface Sent {
  readonly district: string;
  readonly person: string;
  readonly matter: string;
  readonly mechanism: string;
  readonly at: string;
}

/** What an event sends on: a filing does, and whatever makes a unit owe something. */
export function findSent({ district, matter, mechanism, seq, at, by, changes }: Event): Sent | undefined {
  const isHanded = changes.duties?.some((duty) => duty.state === 'open' && duty.openedAt === at) ?? false;
  return by.person !== undefined && (seq === 1 || isHanded) ? { district, person: by.person, matter, mechanism, at } : undefined;
}

export const sentEntry: Entry<Sent> = {
  write: (tx, rows) =>
    tx.query(
      'sent.write',
      `insert into sent (district, person, matter, mechanism, at)
       select $1, each.* from jsonb_to_recordset($2::jsonb) as each (person text, matter uuid, mechanism text, at timestamptz)
       on conflict (district, person, matter) do update set at = excluded.at`,
      [rows[0]?.district, JSON.stringify(rows.map(({ person, matter, mechanism, at }) => ({ person, matter, mechanism, at })))],
    ),
};

/** What a person sent on, the latest first, with where each stands now. */
export async function sentBy(tx: Tx, district: string, { person, isSample, limit }: { readonly person: string; readonly isSample: boolean; readonly limit: number }): Promise<{ readonly at: string; readonly matter: Matter }[]> {
  const rows = await tx.query<MatterRow & { sent_at: string }>(
    'sent.by',
    `select ${matterColumns.split(', ').map((column) => `held.${column}`).join(', ')}, sent.at as sent_at
     from sent join matter as held on held.district = sent.district and held.id = sent.matter
     where sent.district = $1 and sent.person = $2 and held.is_sample = $3 order by sent.at desc, sent.matter limit $4`,
    [district, person, isSample, limit],
  );
  return rows.map((row) => ({ at: row.sent_at, matter: toMatter(row) }));
}
