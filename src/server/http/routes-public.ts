import { addDays, dayOf, type Day } from '#kernel/calendar.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Matter } from '#kernel/matter.ts';
import { findByCode } from '#store/access-codes.ts';
import type { Tx } from '#store/database.ts';
import { findMatter } from '#store/matters.ts';
import { act, hashCode } from '../act.ts';
import { answerAll, answerTrends, declaredFigures } from '../figures.ts';
import { listPublic } from '../listing.ts';
import type { Platform } from '../platform.ts';
import { namesIn, presentFollowed, presentPublic } from '../present.ts';
import type { Handlers } from './call.ts';
import { withoutPersons } from './faults.ts';
import { asId } from './ids.ts';
import { dayAsked } from './routes-figures.ts';
import { sameAgain } from './same-again.ts';
import { keepUploads } from './uploads.ts';

/** What is open to everybody. */
export const publicRoutes = {
  'GET /api/public/district': async ({ platform }) => ({ code: platform.district, name: platform.districtName, isDemonstration: platform.isDemonstration, today: dayOf(platform.now()) }),

  'POST /api/public/files': async ({ platform, limits, request }) => {
    limits.take('publicFiles', request.ip, platform.now());
    return keepUploads(platform, request, 'public');
  },

  'POST /api/public/matters/:mechanism/actions/:action': async ({ platform, limits, params, body, request }) => {
    limits.take('publicFiling', request.ip, platform.now());
    const acted = await act(platform, { actor: { kind: 'public' }, mechanism: params.mechanism, action: params.action, input: body.input, idempotency: sameAgain(request, 'public'), withCode: true });
    return { ...acted, code: acted.code ?? '' };
  },

  'POST /api/public/follow': async ({ platform, limits, body, request, reading }) => {
    limits.take('follow', request.ip, platform.now());
    return reading(async (tx) => presentFollowed(platform, tx, await getFollowed(platform, tx, body.code)));
  },

  'POST /api/public/follow/actions/:action': async ({ platform, limits, params, body, request, reading }) => {
    limits.take('follow', request.ip, platform.now());
    const matter = await reading((tx) => getFollowed(platform, tx, body.code));
    await act(platform, {
      actor: { kind: 'author', matterId: matter.id }, mechanism: matter.mechanism, id: matter.id, action: params.action, input: body.input, version: body.version,
      idempotency: sameAgain(request, `author ${matter.id}`),
    });
    return reading(async (tx) => presentFollowed(platform, tx, await getFollowed(platform, tx, body.code)));
  },

  'GET /api/public/matters/:mechanism': ({ platform, params, query, reading }) => reading((tx) => listPublic(platform, tx, params.mechanism, query)),

  'GET /api/public/matters/:mechanism/:id': ({ platform, params, reading }) =>
    reading(async (tx) => {
      platform.getMechanism(params.mechanism);
      const matter = await findMatter(tx, platform.district, asId(params.id));
      const shown = matter?.mechanism === params.mechanism ? presentPublic(platform, matter) : undefined;
      if (!shown) throw refuse('absent');
      return { ...shown, names: await namesIn(platform, tx, { kind: 'public' }, platform.getMechanism(params.mechanism).record.facts, [shown.facts], []) };
    }),

  'GET /api/public/figures': ({ platform, query, reading }) => reading((tx) => answerAll(platform, tx, dayAsked(platform, query.asOf), (figure) => figure.isPublic === true)),

  'GET /api/public/figures/quarters': ({ platform, query, reading }) => {
    const open = declaredFigures.filter((figure) => figure.isPublic).map(({ key }) => key);
    return reading((tx) => answerTrends(platform, tx, open, quarterEnds(dayOf(platform.now()), query.quarters ?? 5)));
  },

  'POST /api/public/faults': async ({ platform, limits, body, request }) => {
    limits.take('faults', request.ip, platform.now());
    platform.log.warn({ fault: withoutPersons(body) }, 'a page broke in a browser');
    return {};
  },
} satisfies Partial<Handlers>;

async function getFollowed(platform: Platform, tx: Tx, code: string): Promise<Matter> {
  const id = await findByCode(tx, platform.district, hashCode(platform, code));
  const matter = id === undefined ? undefined : await findMatter(tx, platform.district, id);
  if (!matter) throw refuse('absent');
  return matter;
}

/** The last days of so many quarters that are over, the earliest first. */
function quarterEnds(today: Day, quarters: number): Day[] {
  const ends: Day[] = [];
  const begun = `${today.slice(0, 5)}${String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
  for (let end = addDays(begun, -1); ends.length < quarters; end = addDays(beginOf(end), -1)) ends.unshift(end);
  return ends;
}

function beginOf(quarterEnd: Day): Day {
  return `${quarterEnd.slice(0, 5)}${String(Number(quarterEnd.slice(5, 7)) - 2).padStart(2, '0')}-01`;
}
