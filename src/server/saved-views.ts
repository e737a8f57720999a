import { v7 as uuid } from 'uuid';
import type { Actor } from '#kernel/actor.ts';
import { refuse } from '#kernel/refusal.ts';
import type { AnyRecord } from '#kernel/mechanism.ts';
import type * as register from '#contract/register-shapes.ts';
import type { Tx } from '#store/database.ts';
import { countViews, findUsualView, findView, keepUsualView, keepView, viewsFor, type SavedViewRow, type ViewShare } from '#store/saved-views.ts';
import { refuseRequest } from './http/refusals.ts';
import type { Platform } from './platform.ts';

type PostActor = Extract<Actor, { kind: 'post' }>;

/** A list that nobody can overlook helps nobody. */
const mostViews = 50;

/** Somebody's own views of a register and those shared with them, with the one they begin with. */
export async function viewsOf(platform: Platform, tx: Tx, actor: PostActor, mechanism: string): Promise<register.SavedViews> {
  const { record } = platform.getMechanism(mechanism);
  const { people } = await platform.directory();
  const rows = await viewsFor(tx, platform.district, mechanism, { person: actor.personId, post: actor.postId, units: actor.unitIds });
  const usual = await findUsualView(tx, platform.district, actor.personId, mechanism);
  return {
    rows: rows.map(({ id, name, query, share, owner }) => ({ id, name, query, share, ownerName: people.get(owner)?.name ?? '', isMine: owner === actor.personId })),
    // One that is no longer shared, or was removed, begins nothing.
    usual: rows.some(({ id }) => id === usual) ? (usual ?? null) : null,
    mayShare: sharesOf(record, actor),
  };
}

/** Saves a view, or changes one of the actor's own. */
export async function saveView(platform: Platform, tx: Tx, actor: PostActor, mechanism: string, id: string | undefined, given: { readonly name?: string | undefined; readonly query?: string | undefined; readonly share?: register.Share | undefined }): Promise<void> {
  const { record } = platform.getMechanism(mechanism);
  const held = id === undefined ? undefined : await ownView(platform, tx, actor, mechanism, id);
  if (!held && (await countViews(tx, platform.district, mechanism, actor.personId)) >= mostViews) throw refuseRequest('tooManyViews', { limit: mostViews });
  const share = given.share ?? held?.share ?? 'nobody';
  if (share !== held?.share && !sharesOf(record, actor).includes(share)) throw refuseRequest('mayNotShare');
  await keepView(tx, platform.district, {
    id: held?.id ?? uuid(), mechanism, owner: actor.personId, name: given.name ?? held?.name ?? '', query: given.query ?? held?.query ?? '', removedAt: null, at: platform.now(),
    // A share that stays keeps the post or unit it was made for, whatever post its maker holds now.
    ...(held && share === held.share ? ({ share, shareKey: held.shareKey } as ViewShare) : withWhom(share, actor)),
  });
}

/** Removes a view of the actor's own, or takes the removal back. */
export async function setViewRemoved(platform: Platform, tx: Tx, actor: PostActor, mechanism: string, id: string, isRemoved: boolean): Promise<void> {
  const held = await ownView(platform, tx, actor, mechanism, id, true);
  await keepView(tx, platform.district, { ...held, ...({ share: held.share, shareKey: held.shareKey } as ViewShare), removedAt: isRemoved ? platform.now() : null, at: platform.now() });
}

/** Begins a register with a view that the actor may use, or with none. */
export async function setUsualView(platform: Platform, tx: Tx, actor: PostActor, mechanism: string, view: string | null): Promise<void> {
  const { rows } = await viewsOf(platform, tx, actor, mechanism);
  if (view !== null && !rows.some(({ id }) => id === view)) throw refuse('absent');
  await keepUsualView(tx, platform.district, actor.personId, mechanism, view);
}

/** The whole district is offered views by those who see the whole register: theirs hold for everybody. */
function sharesOf({ sees }: Pick<AnyRecord, 'sees'>, { roles }: PostActor): register.Share[] {
  return ['nobody', 'post', 'unit', ...(roles.some((role) => sees[role] === 'all') ? (['district'] as const) : [])];
}

function withWhom(share: register.Share, actor: PostActor): ViewShare {
  if (share === 'post') return { share, shareKey: actor.postId };
  if (share === 'unit') return { share, shareKey: actor.unitId };
  return { share, shareKey: null };
}

async function ownView(platform: Platform, tx: Tx, actor: PostActor, mechanism: string, id: string, removedToo = false): Promise<SavedViewRow> {
  const held = await findView(tx, platform.district, id);
  if (!held || held.mechanism !== mechanism || held.owner !== actor.personId || (held.removedAt !== null && !removedToo)) throw refuse('absent');
  return held;
}
