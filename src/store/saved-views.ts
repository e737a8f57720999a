import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';

/** With whom a view is shared, and the post or unit that means. */
export type ViewShare = { readonly share: 'nobody' | 'district'; readonly shareKey: null } | { readonly share: 'post' | 'unit'; readonly shareKey: string };

/** A saved view as its table holds it. */
export interface SavedViewRow {
  readonly id: string;
  readonly mechanism: string;
  readonly owner: string;
  readonly name: string;
  readonly query: string;
  readonly share: 'nobody' | 'post' | 'unit' | 'district';
  readonly shareKey: string | null;
  readonly removedAt: Instant | null;
}

/** Whoever looks: a person in a post of some units. */
export interface Viewer {
  readonly person: string;
  readonly post: string;
  readonly units: readonly string[];
}

const columns = 'id, mechanism, owner, name, query, share, share_key as "shareKey", removed_at as "removedAt"';

/** The views of a register that somebody may use: their own, and what is shared with the post, the unit or everybody. */
export async function viewsFor(tx: Tx, district: string, mechanism: string, { person, post, units }: Viewer): Promise<SavedViewRow[]> {
  return tx.query(
    'saved_view.for',
    `select ${columns} from saved_view where district = $1 and mechanism = $2 and removed_at is null
       and (owner = $3 or share = 'district' or (share = 'post' and share_key = $4) or (share = 'unit' and share_key = any($5::text[])))
     order by (owner = $3) desc, name collate "C", id`,
    [district, mechanism, person, post, units],
  );
}

/** A view by its id, removed or not. */
export async function findView(tx: Tx, district: string, id: string): Promise<SavedViewRow | undefined> {
  const [row] = await tx.query<SavedViewRow>('saved_view.find', `select ${columns} from saved_view where district = $1 and id = $2 for update`, [district, id]);
  return row;
}

/** How many views somebody keeps of a register. */
export async function countViews(tx: Tx, district: string, mechanism: string, owner: string): Promise<number> {
  const [row] = await tx.query<{ total: number }>('saved_view.count', 'select count(*) as total from saved_view where district = $1 and mechanism = $2 and owner = $3 and removed_at is null', [district, mechanism, owner]);
  return row?.total ?? 0;
}

/** Keeps a view, new or changed. */
export async function keepView(tx: Tx, district: string, view: Omit<SavedViewRow, 'share' | 'shareKey'> & ViewShare & { readonly at: Instant }): Promise<void> {
  await tx.query(
    'saved_view.keep',
    `insert into saved_view (district, id, mechanism, owner, name, query, share, share_key, made_at, changed_at, removed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)
     on conflict (district, id) do update set name = excluded.name, query = excluded.query, share = excluded.share, share_key = excluded.share_key, changed_at = excluded.changed_at, removed_at = excluded.removed_at`,
    [district, view.id, view.mechanism, view.owner, view.name, view.query, view.share, view.shareKey, view.at, view.removedAt],
  );
}

/** The view a person begins a register with. */
export async function findUsualView(tx: Tx, district: string, person: string, mechanism: string): Promise<string | undefined> {
  const [row] = await tx.query<{ view: string }>('usual_view.find', 'select view from usual_view where district = $1 and person = $2 and mechanism = $3', [district, person, mechanism]);
  return row?.view;
}

/** Lets a person begin a register with a view, or with none. */
export async function keepUsualView(tx: Tx, district: string, person: string, mechanism: string, view: string | null): Promise<void> {
  if (view === null) {
    await tx.query('usual_view.drop', 'delete from usual_view where district = $1 and person = $2 and mechanism = $3', [district, person, mechanism]);
    return;
  }
  await tx.query(
    'usual_view.keep',
    'insert into usual_view (district, person, mechanism, view) values ($1, $2, $3, $4) on conflict (district, person, mechanism) do update set view = excluded.view',
    [district, person, mechanism, view],
  );
}
