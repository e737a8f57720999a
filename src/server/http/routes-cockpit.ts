import { addDays, dayOf } from '#kernel/calendar.ts';
import { changesOf, lightsOf } from '../cockpit.ts';
import type { Handlers } from './call.ts';
import { dayAsked } from './routes-figures.ts';

/** How many days back the cockpit looks unless it is told. */
const lately = 7;

/** What leaders look at beside the figures: the lights of units, and what was done lately. */
export const cockpitRoutes = {
  'GET /api/cockpit/lights': ({ platform, actor, query, reading }) => reading((tx) => lightsOf(platform, tx, actor, query.mechanism)),
  'GET /api/cockpit/changes': ({ platform, actor, query, reading }) => {
    const since = dayAsked(platform, query.since ?? addDays(dayOf(platform.now()), 1 - lately));
    return reading((tx) => changesOf(platform, tx, actor, since));
  },
} satisfies Partial<Handlers>;
