import { randomUUID } from 'node:crypto';
import { dayOf, isDay, type Day } from '#kernel/calendar.ts';
import { isHeld, type Post } from '#kernel/actor.ts';
import { wrongFields } from '#kernel/input.ts';
import { refuse } from '#kernel/refusal.ts';
import { findMatters } from '#store/matters.ts';
import { markNoticesRead, noticesFor, noticesReadUpTo } from '#store/notices.ts';
import { addPerson, addPost, addUnit, endPost, type UnitRow } from '#store/people.ts';
import { credentialsOf, findCredential, keepCredential } from '#store/sessions.ts';
import { roles } from '#mechanisms/roles.ts';
import type * as shape from '#contract/shapes.ts';
import type { Directory } from '../directory.ts';
import { labelFor } from '../present.ts';
import { changeSetting, listSettings } from '../settings.ts';
import { describeUnit, unitView } from '../units.ts';
import { listDuties, listSent, listWaiting } from '../waiting.ts';
import type { Handlers } from './call.ts';
import { drawPassword, hashPassword } from './password.ts';
import { refuseRequest } from './refusals.ts';
import { signInName } from './routes-session.ts';
import { once } from './same-again.ts';
import { keepUploads } from './uploads.ts';

/** Duties, notices, and the units and posts of the district. */
export const officeRoutes = {
  'GET /api/duties': ({ platform, actor, query, reading }) => reading((tx) => listDuties(platform, tx, actor, query.state ?? 'open')),
  'GET /api/waiting': ({ platform, actor, reading }) => reading((tx) => listWaiting(platform, tx, actor)),
  'GET /api/sent': ({ platform, actor, reading }) => reading((tx) => listSent(platform, tx, actor)),

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
    const found = named.filter(({ name, unitName }) => name.includes(words) || unitName.includes(words));
    return [...new Map(found.map((person) => [person.id, person])).values()].slice(0, 50);
  },

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

  'GET /api/administration/posts': async ({ platform, reading }) => {
    const directory = await platform.directory();
    const names = namesByPerson(await reading((tx) => credentialsOf(tx, platform.district)));
    return [...directory.posts.values()].map((post) => postRow(directory, post, names.get(post.personId) ?? null));
  },

  'POST /api/administration/units': async (call) => {
    const { platform, body } = call;
    refuseNoDay('validFrom', body.validFrom);
    const unit: UnitRow = { id: randomUUID(), name: body.name, shortName: body.shortName ?? null, kind: body.kind, groups: body.groups ?? [], validFrom: body.validFrom, validTo: null };
    const made = await once(call, async (tx) => {
      await addUnit(tx, platform.district, unit);
      return unitView(unit);
    });
    platform.forgetDirectory();
    return made;
  },

  /** The password is told once, in this answer, and kept as its hash alone. Somebody known by that sign-in name keeps the one he has. */
  'POST /api/administration/posts': async (call) => {
    const { platform, body } = call;
    refuseNoDay('validFrom', body.validFrom);
    if (body.validTo !== undefined) refuseNoDay('validTo', body.validTo);
    if (body.validTo !== undefined && body.validTo < body.validFrom) throw wrongFields({ validTo: { zh: '截止日期不能早于开始日期', en: 'It may not end before it begins' } });
    const { district } = platform;
    const directory = await platform.directory();
    if (!directory.units.has(body.unitId)) throw wrongFields({ unitId: { zh: '单位不存在', en: 'There is no such unit' } });
    const unknown = body.roles.find((role) => !Object.hasOwn(roles, role));
    if (unknown !== undefined) throw wrongFields({ roles: { zh: `没有“${unknown}”这个角色`, en: `There is no role “${unknown}”` } });
    const name = signInName(body.signInName);
    const made = await once(
      call,
      async (tx) => {
        const known = await findCredential(tx, district, name);
        if (known && directory.people.get(known.personId)?.name !== body.personName) throw refuseRequest('nameTaken', { name: body.signInName });
        const personId = known?.personId ?? randomUUID();
        const password = known ? null : drawPassword();
        if (password !== null) {
          await addPerson(tx, district, { id: personId, name: body.personName });
          await keepCredential(tx, district, { name, personId, passwordHash: await hashPassword(password), mustChange: true, changedAt: platform.now() });
        }
        const post: Post = { id: randomUUID(), name: body.name, personId, unitId: body.unitId, roles: body.roles, fields: body.fields ?? [], validFrom: body.validFrom, ...(body.validTo ? { validTo: body.validTo } : {}) };
        await addPost(tx, district, post);
        return { post: { ...postRow(directory, post, name), personName: body.personName }, password };
      },
      // Asked again it is not told again: it is not kept anywhere.
      (result) => ({ ...result, password: null }),
    );
    platform.forgetDirectory();
    return made;
  },

  'POST /api/administration/posts/:id/end': async ({ platform, params, body, writing }) => {
    refuseNoDay('validTo', body.validTo);
    const post = (await platform.directory()).posts.get(params.id);
    if (!post) throw refuse('absent');
    if (body.validTo < post.validFrom) throw wrongFields({ validTo: { zh: '截止日期不能早于开始日期', en: 'It may not end before it begins' } });
    const names = await writing(async (tx) => {
      await endPost(tx, platform.district, post.id, body.validTo);
      return namesByPerson(await credentialsOf(tx, platform.district));
    });
    platform.forgetDirectory();
    return postRow(await platform.directory(), { ...post, validTo: body.validTo }, names.get(post.personId) ?? null);
  },
} satisfies Partial<Handlers>;

function namesByPerson(credentials: Awaited<ReturnType<typeof credentialsOf>>): ReadonlyMap<string, string> {
  return new Map(credentials.map(({ personId, name }) => [personId, name]));
}

function postRow(directory: Directory, post: Post, signIn: string | null): shape.PostRow {
  return {
    id: post.id, name: post.name, personId: post.personId, personName: directory.people.get(post.personId)?.name ?? post.personId, signInName: signIn, unitId: post.unitId,
    unitName: directory.units.get(post.unitId)?.name ?? post.unitId, roles: [...post.roles], fields: [...post.fields], validFrom: post.validFrom, validTo: post.validTo ?? null,
  };
}

function validityOf({ validFrom, validTo }: UnitRow): Pick<Post, 'validFrom' | 'validTo'> {
  return { validFrom, ...(validTo === null ? {} : { validTo }) };
}

/** Ten characters may still be no day: 2021-02-30. */
function refuseNoDay(field: string, day: Day): void {
  if (!isDay(day)) throw wrongFields({ [field]: { zh: '没有这一天，日期应为 2021-03-08 的样子', en: 'There is no such day; a day looks like 2021-03-08' } });
}
