import { refuse } from '#kernel/refusal.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { idsFound, mapOf, timelineOf, totalsOf } from '../register-questions.ts';
import { saveView, setUsualView, setViewRemoved, viewsOf } from '../saved-views.ts';
import { actTogether, jointOffers } from '../together.ts';
import type { Call, Handlers } from './call.ts';
import { asId } from './ids.ts';
import { refuseUnknownStages } from './routes-matters.ts';
import { once, sameAgain } from './same-again.ts';

/** A register beyond its list: totals, places, time, views kept under a name, and acting on many at once. */
export const registerRoutes = {
  'GET /api/matters/:mechanism/totals': (call) => asking(call, (tx) => totalsOf(call.platform, tx, call.actor, call.params.mechanism, call.query)),
  'GET /api/matters/:mechanism/ids': (call) => asking(call, (tx) => idsFound(call.platform, tx, call.actor, call.params.mechanism, call.query)),
  'GET /api/matters/:mechanism/map': (call) => asking(call, (tx) => mapOf(call.platform, tx, call.actor, call.params.mechanism, call.query)),
  'GET /api/matters/:mechanism/timeline': (call) => asking(call, (tx) => timelineOf(call.platform, tx, call.actor, call.params.mechanism, call.query)),

  'POST /api/matters/:mechanism/offers': ({ platform, actor, params, body }) => jointOffers(platform, actor, params.mechanism, body.ids.map(asId)),
  'POST /api/matters/:mechanism/together/:action': ({ platform, actor, params, body, request }) => {
    const mechanism = platform.getMechanism(params.mechanism);
    refuseFiling(mechanism, params.action);
    return actTogether(platform, actor, { mechanism: params.mechanism, action: params.action, rows: body.rows.map(({ id, version }) => ({ id: asId(id), version })), input: body.input, idempotency: sameAgain(request, actor.postId) });
  },

  'GET /api/matters/:mechanism/views': ({ platform, actor, params, reading }) => reading((tx) => viewsOf(platform, tx, actor, params.mechanism)),
  'POST /api/matters/:mechanism/views': (call) =>
    once(call, async (tx) => {
      await saveView(call.platform, tx, call.actor, call.params.mechanism, undefined, call.body);
      return viewsOf(call.platform, tx, call.actor, call.params.mechanism);
    }),
  'POST /api/matters/:mechanism/views/:view': (call) =>
    once(call, async (tx) => {
      await saveView(call.platform, tx, call.actor, call.params.mechanism, asId(call.params.view), call.body);
      return viewsOf(call.platform, tx, call.actor, call.params.mechanism);
    }),
  'DELETE /api/matters/:mechanism/views/:view': ({ platform, actor, params, writing }) =>
    writing(async (tx) => {
      await setViewRemoved(platform, tx, actor, params.mechanism, asId(params.view), true);
      return viewsOf(platform, tx, actor, params.mechanism);
    }),
  'POST /api/matters/:mechanism/views/:view/restore': (call) =>
    once(call, async (tx) => {
      await setViewRemoved(call.platform, tx, call.actor, call.params.mechanism, asId(call.params.view), false);
      return viewsOf(call.platform, tx, call.actor, call.params.mechanism);
    }),
  'POST /api/matters/:mechanism/usual-view': (call) =>
    once(call, async (tx) => {
      await setUsualView(call.platform, tx, call.actor, call.params.mechanism, call.body.view === null ? null : asId(call.body.view));
      return viewsOf(call.platform, tx, call.actor, call.params.mechanism);
    }),
} satisfies Partial<Handlers>;

type Asked = Pick<Call<'GET /api/matters/:mechanism/totals'>, 'platform' | 'params' | 'query' | 'reading'>;

function asking<T>({ platform, params, query, reading }: Asked, work: Parameters<typeof reading<T>>[0]): Promise<T> {
  refuseUnknownStages(platform.getMechanism(params.mechanism), query.stage);
  return reading(work);
}

/** What files a matter is done once for each, on a form of its own. */
function refuseFiling(mechanism: AnyMechanism, name: string): void {
  const action = Object.hasOwn(mechanism.actions, name) ? mechanism.actions[name] : undefined;
  if (!action || action.from === 'new') throw refuse('unknownAction');
}
