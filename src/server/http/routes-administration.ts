import { dayOf } from '#kernel/calendar.ts';
import { refuse } from '#kernel/refusal.ts';
import { findCheck } from '#store/check-runs.ts';
import { allSchemes } from '#store/schemes.ts';
import { describeYear, enterYear } from '../calendar-year.ts';
import { listAdministered } from '../administered.ts';
import { askToVerify } from '../jobs.ts';
import { selfCheck } from '../self-check.ts';
import { changeSetting, listSettings } from '../settings.ts';
import { explainSight } from '../why.ts';
import type { Handlers } from './call.ts';
import type { Events } from './events-stream.ts';
import { asId } from './ids.ts';
import { note } from './routes-units.ts';
import { once } from './same-again.ts';

/** Settings, calendar, schemes, what was changed, who sees what and why, and how the platform is. */
export function administrationRoutes(events: Events) {
  return {
    'GET /api/administration/settings': ({ platform }) => listSettings(platform),

    'POST /api/administration/settings': async (call) => {
      const { platform, actor, body } = call;
      await once(call, async (tx) => {
        await changeSetting(platform, tx, actor, body);
        return {};
      });
      platform.forgetDirectory();
      return listSettings(platform);
    },

    'GET /api/administration/calendar': ({ platform, query, reading }) => reading((tx) => describeYear(platform, tx, query.year ?? Number(dayOf(platform.now()).slice(0, 4)))),

    'POST /api/administration/calendar': async (call) => {
      const { platform, body, reading } = call;
      await once(call, async (tx) => {
        const before = await describeYear(platform, tx, body.year);
        await enterYear(platform, tx, body);
        await note(call, tx, 'calendar', String(body.year), { isKnown: before.isKnown, source: before.source }, { rest: body.rest, work: body.work, source: body.source });
        return {};
      });
      platform.forgetDirectory();
      await platform.directory();
      return reading((tx) => describeYear(platform, tx, body.year));
    },

    'GET /api/administration/schemes': ({ platform, reading }) => reading((tx) => allSchemes(tx, platform.district)),
    'GET /api/administration/changes': ({ platform, query, reading }) => reading((tx) => listAdministered(platform, tx, query)),
    'GET /api/administration/why': ({ platform, query, reading }) => reading((tx) => explainSight(platform, tx, query)),
    'GET /api/administration/check': ({ platform, reading }) => reading((tx) => selfCheck(platform, tx, events.count())),
    'POST /api/administration/check/verify': ({ platform, actor }) => askToVerify(platform, actor.postName),
    'GET /api/administration/check/runs/:id': async ({ platform, params, reading }) => {
      const run = await reading((tx) => findCheck(tx, platform.district, asId(params.id)));
      if (!run) throw refuse('absent');
      return run;
    },
  } satisfies Partial<Handlers>;
}
