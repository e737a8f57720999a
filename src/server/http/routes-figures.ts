import { dayOf, isDay, type Day } from '#kernel/calendar.ts';
import { wrongFields } from '#kernel/input.ts';
import { exportFigure } from '../figure-export.ts';
import { answerAll, answerRecords, answerTrends, listSnapshots, takeSnapshot } from '../figures.ts';
import type { Platform } from '../platform.ts';
import type { Handlers } from './call.ts';
import { languageOf } from './problem.ts';
import { handed } from './routes-matters.ts';
import { once } from './same-again.ts';

/** Figures, the records behind them, and answers kept as printed. */
export const figureRoutes = {
  'GET /api/figures': ({ platform, query, reading }) => reading((tx) => answerAll(platform, tx, dayAsked(platform, query.asOf))),
  'GET /api/figures/trend': ({ platform, query, reading }) => {
    const days = [query.days].flat().map((day) => dayAsked(platform, day));
    return reading((tx) => answerTrends(platform, tx, [query.key].flat(), days));
  },
  'GET /api/figures/:key/records': ({ platform, actor, params, query, reading }) => reading((tx) => answerRecords(platform, tx, params.key, dayAsked(platform, query.asOf), actor)),
  'GET /api/figures/:key/export': async ({ platform, limits, actor, params, query, request, writing }) => {
    limits.take('heavy', actor.personId, platform.now());
    return handed(await writing((tx) => exportFigure(platform, tx, params.key, dayAsked(platform, query.asOf), actor, languageOf(request))));
  },
  'GET /api/figures/:key/snapshots': ({ platform, actor, params, reading }) => reading((tx) => listSnapshots(platform, tx, params.key, actor)),
  'POST /api/figures/:key/snapshots': (call) => once(call, (tx) => takeSnapshot(call.platform, tx, call.params.key, dayAsked(call.platform, call.body.asOf), call.actor)),
} satisfies Partial<Handlers>;

/** A real day, today unless one is given. */
export function dayAsked(platform: Pick<Platform, 'now'>, asked: Day | undefined): Day {
  if (asked !== undefined && !isDay(asked)) throw wrongFields({ asOf: { zh: '没有这一天，日期应为 2021-03-08 的样子', en: 'There is no such day; a day looks like 2021-03-08' } });
  return asked ?? dayOf(platform.now());
}
