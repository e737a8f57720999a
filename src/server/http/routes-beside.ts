import { isGranted } from '#kernel/actor.ts';
import { getAction } from '#kernel/decide.ts';
import type { Matter } from '#kernel/matter.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Tx } from '#store/database.ts';
import { dropWatch, keepWatch } from '#store/watches.ts';
import { aroundOf } from '../around.ts';
import { comment, listComments, mend, takeBack } from '../comments.ts';
import { discardDraft, listDrafts, openDraft, saveDraft } from '../drafts.ts';
import { lineOf } from '../line.ts';
import { beginWorkAgain, stateOfWork, stopWork } from '../long-work.ts';
import { announce, arriving, giveUp, takePiece } from './arriving.ts';
import type { Call, Handlers } from './call.ts';
import { asId, getVisibleMatter } from './ids.ts';
import { languageOf } from './problem.ts';
import { once } from './same-again.ts';

/** What stands beside matters: the eye kept on them, what is said of them, their line, drafts, files on their way. */
export const besideRoutes = {
  'GET /api/matters/:mechanism/:id/work': async (call) => {
    const { mechanism, id } = await call.reading((tx) => matterOf(call, tx));
    return { work: await stateOfWork(call.platform, mechanism, id) };
  },
  'POST /api/matters/:mechanism/:id/work/again': async (call) => {
    const { platform, actor, limits } = call;
    const { mechanism, id } = await call.reading((tx) => matterOf(call, tx));
    limits.take('heavy', actor.personId, platform.now());
    await beginWorkAgain(platform, { mechanism, id, actor });
    return { work: await stateOfWork(platform, mechanism, id) };
  },
  'POST /api/matters/:mechanism/:id/work/stop': async (call) => {
    const { platform, actor } = call;
    const { mechanism, id } = await call.reading((tx) => matterOf(call, tx));
    const state = await stateOfWork(platform, mechanism, id);
    // Whoever may begin it may end it.
    if (state !== null && !isGranted(getAction(platform.getMechanism(mechanism), state.action).by, actor, undefined)) throw refuse('notYours');
    await stopWork(platform, id);
    return { work: await stateOfWork(platform, mechanism, id) };
  },

  'GET /api/matters/:mechanism/:id/around': (call) => call.reading(async (tx) => aroundOf(call.platform, tx, await matterOf(call, tx), call.actor)),
  'GET /api/matters/:mechanism/:id/line': (call) => call.reading(async (tx) => lineOf(call.platform, tx, await matterOf(call, tx), call.actor)),

  'PUT /api/matters/:mechanism/:id/watch': async (call) => {
    const { platform, actor } = call;
    await call.writing(async (tx) => {
      const matter = await matterOf(call, tx);
      await keepWatch(tx, platform.district, { person: actor.personId, matter: matter.id, mechanism: matter.mechanism, at: platform.now() });
    });
    return { watched: true };
  },
  // Whoever sees a matter no more may still take his eye off it.
  'DELETE /api/matters/:mechanism/:id/watch': async ({ platform, actor, params, writing }) => {
    await writing((tx) => dropWatch(tx, platform.district, actor.personId, asId(params.id)));
    return { watched: false };
  },

  'GET /api/matters/:mechanism/:id/comments': (call) => call.reading(async (tx) => listComments(call.platform, tx, await matterOf(call, tx), call.actor)),
  'POST /api/matters/:mechanism/:id/comments': (call) => said(call, (tx, matter) => comment(call.platform, tx, matter, call.actor, call.body.text)),
  'PUT /api/matters/:mechanism/:id/comments/:comment': (call) => said(call, (tx, matter) => mend(call.platform, tx, matter, call.actor, asId(call.params.comment), call.body.text)),
  'DELETE /api/matters/:mechanism/:id/comments/:comment': (call) => said(call, (tx, matter) => takeBack(call.platform, tx, matter, call.actor, asId(call.params.comment))),

  'GET /api/mechanisms/:mechanism/bpmn': async ({ platform, params, request }) => {
    const mechanism = platform.getMechanism(params.mechanism);
    const language = languageOf(request);
    // Loaded by whoever asks for it, not by every start.
    const { bpmnOf } = await import('../bpmn.ts');
    return { type: 'application/xml; charset=utf-8', bytes: await bpmnOf(mechanism, language), download: `${mechanism.record.name[language]}.bpmn` };
  },

  'GET /api/drafts': ({ platform, actor, reading }) => reading((tx) => listDrafts(platform, tx, actor)),
  'GET /api/drafts/:mechanism/:action': async ({ platform, actor, params, query, reading }) => ({ draft: await reading((tx) => openDraft(platform, tx, actor, { ...params, ...query })) }),
  'PUT /api/drafts/:mechanism/:action': async ({ platform, actor, params, query, body, writing }) => ({ at: await writing((tx) => saveDraft(platform, tx, actor, { ...params, ...query }, body.typed)) }),
  'DELETE /api/drafts/:mechanism/:action': async ({ platform, actor, params, query, writing }) => {
    await writing((tx) => discardDraft(platform, tx, actor, { ...params, ...query }));
    return {};
  },

  'POST /api/uploads': ({ platform, actor, body }) => announce(platform, actor, body),
  'GET /api/uploads/:id': ({ platform, actor, params }) => arriving(platform, actor, params.id),
  'PUT /api/uploads/:id': ({ platform, actor, params, query, request }) => takePiece(platform, actor, params.id, query, request),
  'DELETE /api/uploads/:id': async ({ platform, actor, params }) => {
    await giveUp(platform, actor, params.id);
    return {};
  },
} satisfies Partial<Handlers>;

type OfMatter = Pick<Call<'GET /api/matters/:mechanism/:id/comments'>, 'platform' | 'actor' | 'request' | 'writing' | 'reading'> & { readonly params: { readonly mechanism: string; readonly id: string } };

function matterOf({ platform, params, actor }: OfMatter, tx: Tx): Promise<Matter> {
  return getVisibleMatter(platform, tx, params.mechanism, params.id, actor);
}

/** Changes what is said of a matter, once for its key; gives all of it as it then stands. */
async function said(call: OfMatter, change: (tx: Tx, matter: Matter) => Promise<void>) {
  await once(call, async (tx) => {
    await change(tx, await matterOf(call, tx));
    return {};
  });
  call.platform.poke();
  return call.reading(async (tx) => listComments(call.platform, tx, await matterOf(call, tx), call.actor));
}
