import { mechanisms } from '#mechanisms/mechanisms.ts';
import type { Sights } from '#store/sights.ts';
import { searchMatters } from '#store/search.ts';
import { forgetSearches, recentSearches, rememberSearch, searchEverything } from '../search.ts';
import { sightsOf } from '../world.ts';
import type { Handlers } from './call.ts';

/** Words in everything the reader may see, and what he searched for lately. */
export const searchRoutes = {
  'GET /api/search': ({ platform, actor, query, reading }) => {
    const asked = query.mechanism === undefined ? mechanisms : [platform.getMechanism(query.mechanism)];
    const sights = new Map<string, Sights>(asked.map(({ record }) => [record.key, sightsOf(record, actor)]));
    return reading((tx) => searchMatters(tx, { district: platform.district, q: query.q, isSample: platform.isDemonstration, sights, limit: 50 }));
  },
  'GET /api/search/everything': ({ platform, actor, query, reading }) => reading((tx) => searchEverything(platform, tx, actor, { q: query.q, mechanism: query.mechanism, size: query.size ?? 6 })),
  'GET /api/search/recent': ({ platform, actor, reading }) => reading((tx) => recentSearches(platform, tx, actor)),
  'POST /api/search/recent': ({ platform, actor, body, writing }) => writing((tx) => rememberSearch(platform, tx, actor, body.q)),
  'DELETE /api/search/recent': ({ platform, actor, writing }) => writing((tx) => forgetSearches(platform, tx, actor)),
} satisfies Partial<Handlers>;
