import { refuse } from '#kernel/refusal.ts';
import { findBatch } from '#store/imports.ts';
import { checkImport, checkPasted } from '../import-check.ts';
import { findImport, importRows, importWorkbook, rollbackImport } from '../imports.ts';
import { askToCommit } from '../jobs.ts';
import type { Call, Handlers } from './call.ts';
import { asId } from './ids.ts';
import { handed } from './routes-matters.ts';
import { readOneFile } from './uploads.ts';

/** Registers from spreadsheets. An import belongs to whoever brought it. */
export const importRoutes = {
  'POST /api/imports/:mechanism': async ({ platform, limits, actor, params, request }) => {
    limits.take('heavy', actor.personId, platform.now());
    platform.getMechanism(params.mechanism);
    return checkImport(platform, actor, params.mechanism, await readOneFile(request));
  },
  'POST /api/imports/:mechanism/paste': async ({ platform, limits, actor, params, body }) => {
    limits.take('heavy', actor.personId, platform.now());
    return checkPasted(platform, actor, params.mechanism, body.rows);
  },
  'GET /api/imports/:id/rows': async (call) => importRows(call.platform, await ownImport(call), call.query.after ?? 0),
  'GET /api/imports/:id': async (call) => findImport(call.platform, await ownImport(call)),
  'POST /api/imports/:id/commit': async (call) => {
    const id = await ownImport(call);
    await askToCommit(call.platform, id, call.actor);
    return findImport(call.platform, id);
  },
  'POST /api/imports/:id/rollback': async (call) => rollbackImport(call.platform, call.actor, await ownImport(call)),
  'GET /api/imports/:id/workbook': async (call) => handed(await importWorkbook(call.platform, await ownImport(call))),
} satisfies Partial<Handlers>;

type OfImport = Pick<Call<'GET /api/imports/:id'>, 'platform' | 'actor' | 'params' | 'reading'>;

async function ownImport({ platform, actor, params, reading }: OfImport): Promise<string> {
  const id = asId(params.id);
  const batch = await reading((tx) => findBatch(tx, platform.district, id));
  if (batch?.by !== actor.personId) throw refuse('absent');
  return id;
}
