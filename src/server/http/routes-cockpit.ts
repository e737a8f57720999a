import { startOf } from '#kernel/calendar.ts';
import { changesOf, countRegisters, lastVisit, lightGrid, lightsOf, noteVisit } from '../cockpit.ts';
import type { Handlers } from './call.ts';
import { dayAsked } from './routes-figures.ts';

/** What leaders look at beside the figures: the lights of units, and what was done since they were last here. */
export const cockpitRoutes = {
  'GET /api/cockpit/lights': ({ platform, actor, query, reading }) => reading((tx) => lightsOf(platform, tx, actor, query.mechanism)),
  'GET /api/cockpit/grid': ({ platform, actor, query, reading }) => reading((tx) => lightGrid(platform, tx, actor, query.unit)),
  'GET /api/cockpit/registers': ({ platform, actor, reading }) => reading((tx) => countRegisters(platform, tx, actor)),
  'GET /api/cockpit/changes': ({ platform, actor, query, reading }) =>
    reading(async (tx) => {
      const { since, isVisit } = query.since === undefined ? await lastVisit(platform, tx, actor) : { since: startOf(dayAsked(platform, query.since)), isVisit: false };
      return { ...(await changesOf(platform, tx, actor, since)), isVisit };
    }),
  'POST /api/cockpit/visit': async ({ platform, actor, writing }) => {
    await writing((tx) => noteVisit(platform, tx, actor));
    return {};
  },
} satisfies Partial<Handlers>;
