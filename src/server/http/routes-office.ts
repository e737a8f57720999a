import { dayOf, isDay, type Day } from '#kernel/calendar.ts';
import { isHeld, type Post } from '#kernel/actor.ts';
import { soundPattern } from '#kernel/sounds.ts';
import { soundsOf } from '#store/sounds.ts';
import { wrongFields } from '#kernel/input.ts';
import { findMatters } from '#store/matters.ts';
import { markNoticesRead, noticesFor, noticesReadUpTo } from '#store/notices.ts';
import type { UnitRow } from '#store/people.ts';
import { labelFor } from '../present.ts';
import { describeUnit, unitView } from '../units.ts';
import { listDuties, listSent, listWatched, listWaiting } from '../waiting.ts';
import type { Handlers } from './call.ts';
import { keepUploads } from './uploads.ts';

/** Duties, notices, and the units and posts of the district. */
export const officeRoutes = {
  'GET /api/duties': ({ platform, actor, query, reading }) => reading((tx) => listDuties(platform, tx, actor, query.state ?? 'open')),
  'GET /api/waiting': ({ platform, actor, reading }) => reading((tx) => listWaiting(platform, tx, actor)),
  'GET /api/sent': ({ platform, actor, reading }) => reading((tx) => listSent(platform, tx, actor)),
  'GET /api/watched': ({ platform, actor, reading }) => reading((tx) => listWatched(platform, tx, actor)),

  'POST /api/files': ({ platform, actor, request }) => keepUploads(platform, request, actor),

  'GET /api/units': async ({ platform, query }) => {
    if (query.on !== undefined) refuseNoDay('on', query.on);
    const today = dayOf(platform.now());
    const { units } = await platform.directory();
    return [...units.values()].filter((unit) => isHeld(validityOf(unit), query.on ?? today)).map(unitView);
  },

  'GET /api/units/:id': ({ platform, params, reading }) => reading((tx) => describeUnit(platform, tx, params.id)),

  'GET /api/people': async ({ platform, query }) => {
    const directory = await platform.directory();
    const today = dayOf(platform.now());
    const named = [...directory.posts.values()].filter((post) => isHeld(post, today)).map((post) => ({
      id: post.personId,
      name: directory.people.get(post.personId)?.name ?? post.name,
      unitName: directory.units.get(post.unitId)?.name ?? '',
    }));
    const words = query.q?.trim() ?? '';
    const pattern = soundPattern(words);
    const sounds = (name: string) => pattern !== undefined && new RegExp(pattern).test(soundsOf(name));
    const found = named.filter(({ name, unitName }) => name.includes(words) || unitName.includes(words) || sounds(name) || sounds(unitName));
    return [...new Map(found.map((person) => [person.id, person])).values()].slice(0, 50);
  },

  'GET /api/notices': ({ platform, actor, reading }) =>
    reading(async (tx) => {
      const { district } = platform;
      const readUpTo = await noticesReadUpTo(tx, district, actor.personId);
      const notices = await noticesFor(tx, district, actor, 100);
      const matters = new Map((await findMatters(tx, district, [...new Set(notices.map((notice) => notice.matter))])).map((matter) => [matter.id, matter]));
      const rows = notices.map((notice) => {
        const matter = matters.get(notice.matter);
        const { number, title, isOpen } = matter ? labelFor(platform, matter, actor) : { number: null, title: '', isOpen: false };
        return { ...notice, number, title, isOpen, isRead: Number(notice.id) <= readUpTo };
      });
      return { unread: rows.filter((row) => !row.isRead).length, rows };
    }),

  'POST /api/notices/read': async ({ platform, actor, body, writing }) => {
    if (!/^\d{1,15}$/.test(body.upTo)) throw wrongFields({ upTo: { zh: '应为通知的编号', en: 'The number of a notice' } });
    await writing((tx) => markNoticesRead(tx, platform.district, actor.personId, body.upTo));
    return {};
  },

} satisfies Partial<Handlers>;

function validityOf({ validFrom, validTo }: UnitRow): Pick<Post, 'validFrom' | 'validTo'> {
  return { validFrom, ...(validTo === null ? {} : { validTo }) };
}

/** Ten characters may still be no day: 2021-02-30. */
export function refuseNoDay(field: string, day: Day): void {
  if (!isDay(day)) throw wrongFields({ [field]: { zh: '没有这一天，日期应为 2021-03-08 的样子', en: 'There is no such day; a day looks like 2021-03-08' } });
}
