import { isGranted, mayRead } from '#kernel/actor.ts';
import { getAction } from '#kernel/decide.ts';
import { tiesOf, type Matter } from '#kernel/matter.ts';
import type { Text } from '#kernel/words.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Run } from '#contract/bulk-shapes.ts';
import { bulkRunsOf, findBulk, resumeBulk, type BulkRun } from '#store/bulk-runs.ts';
import { inputsOf, quantityColumns } from '#store/evaluations.ts';
import { isMatterId } from '#store/matter-row.ts';
import { findMatters } from '#store/matters.ts';
import { mattersWhere } from '../act.ts';
import { cancelBulk } from '../bulk.ts';
import { askForBulk } from '../jobs.ts';
import type { Platform } from '../platform.ts';
import { readRows } from '../table-rows.ts';
import type { Call, Handlers, PostActor } from './call.ts';
import { asId, getVisibleMatter } from './ids.ts';
import { readOneFile } from './uploads.ts';

/** As many as a browser works through while somebody waits. */
const mostFrozen = 20_000;

/** What goes on in the background after an action; what a run froze; spreadsheets read into a form. */
export const bulkRoutes = {
  'GET /api/matters/:mechanism/:id/runs': (call) => call.reading(async (tx) => {
    const matter = await getVisibleMatter(call.platform, tx, call.params.mechanism, call.params.id, call.actor);
    return { rows: (await bulkRunsOf(tx, call.platform.district, matter.id)).map((run) => presentRun(call.platform, matter, run, call.actor)) };
  }),

  'POST /api/matters/:mechanism/:id/runs/:run/cancel': async (call) => {
    const { run } = await managed(call);
    await cancelBulk(call.platform, run.id);
    return {};
  },

  'POST /api/matters/:mechanism/:id/runs/:run/resume': async (call) => {
    const { matter, run } = await managed(call);
    const { platform } = call;
    if (await call.writing((tx) => resumeBulk(tx, platform.district, run.id))) await askForBulk(platform, matter.mechanism, run.action, matter.id);
    return {};
  },

  'GET /api/matters/:mechanism/:id/runs/:run/frozen': ({ platform, actor, params, query, reading }) => reading(async (tx) => {
    const matter = await getVisibleMatter(platform, tx, params.mechanism, params.id, actor);
    const run = await findBulk(tx, platform.district, asId(params.run));
    const declared = (await platform.serving(params.mechanism))?.frozen;
    const readBy = declared && platform.getMechanism(params.mechanism).record.facts[declared.readBy];
    // Whoever may not read which run it was may not read what was in it either.
    if (run?.matter !== matter.id || !readBy || !mayRead(readBy, actor)) throw refuse('absent');
    const rows = await inputsOf(tx, { district: platform.district, run: run.id, period: query.period }, '', mostFrozen);
    const { register, code } = declared;
    const { title } = platform.getMechanism(register).record;
    const subjects = await mattersWhere(platform, tx, { mechanism: register, where: { fact: code, in: rows.map(({ subject }) => subject) } });
    const names = new Map(subjects.map(({ facts }) => [String(facts[code]), String(facts[title])]));
    // A group is frozen under the matter that it is joined by.
    for (const group of await findMatters(tx, platform.district, rows.flatMap(({ subject }) => (isMatterId(subject) ? [subject] : [])))) names.set(group.id, String(group.facts[platform.getMechanism(group.mechanism).record.title]));
    return rows.map(({ subject, industry, bonuses, counts, vetoes, exemption, ...rest }) => ({
      subject, industry, name: names.get(subject) ?? subject, quantities: Object.fromEntries(quantityColumns.flatMap((name) => (rest[name] === null ? [] : [[name, rest[name]]]))),
      ...(bonuses ? { bonuses: [...bonuses] } : {}), ...(counts ? { counts } : {}), ...(vetoes ? { vetoes: [...vetoes] } : {}), ...(exemption ? { exemption } : {}),
    }));
  }),

  'POST /api/tables/:mechanism/:action/:fact': async ({ platform, limits, actor, params, request }) => {
    limits.take('heavy', actor.personId, platform.now());
    const mechanism = platform.getMechanism(params.mechanism);
    if (!isGranted(getAction(mechanism, params.action).by, actor, undefined)) throw refuse('notYours');
    return readRows(platform, params.mechanism, params.action, params.fact, await readOneFile(request));
  },
} satisfies Partial<Handlers>;

/** Whoever holds the action that began a run may cancel it and let it go on. */
function mayManage(platform: Platform, matter: Matter, run: Pick<BulkRun, 'action'>, actor: PostActor): boolean {
  const mechanism = platform.getMechanism(matter.mechanism);
  return isGranted(getAction(mechanism, run.action).by, actor, tiesOf(matter, mechanism.record.lead, mechanism.record.co));
}

function presentRun(platform: Platform, matter: Matter, run: BulkRun, actor: PostActor): Run {
  const { id, action, state, done, total, startedAt, finishedAt, outcome } = run;
  return { id, action, state, done, total, startedAt, finishedAt, words: (outcome?.['words'] as Text | undefined) ?? null, mayManage: mayManage(platform, matter, run, actor) };
}

async function managed({ platform, actor, params, reading }: Pick<Call<'POST /api/matters/:mechanism/:id/runs/:run/cancel'>, 'platform' | 'actor' | 'params' | 'reading'>): Promise<{ readonly matter: Matter; readonly run: BulkRun }> {
  return reading(async (tx) => {
    const matter = await getVisibleMatter(platform, tx, params.mechanism, params.id, actor);
    const run = await findBulk(tx, platform.district, asId(params.run));
    if (run?.matter !== matter.id) throw refuse('absent');
    if (!mayManage(platform, matter, run, actor)) throw refuse('notYours');
    return { matter, run };
  });
}
