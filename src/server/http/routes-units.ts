import { randomUUID } from 'node:crypto';
import type { RouteKey } from '#contract/routes.ts';
import type * as administrationShape from '#contract/administration-shapes.ts';
import type { Post } from '#kernel/actor.ts';
import { dayOf } from '#kernel/calendar.ts';
import { wrongFields } from '#kernel/input.ts';
import { refuse } from '#kernel/refusal.ts';
import { roles } from '#mechanisms/roles.ts';
import { logAdministered } from '#store/administration-log.ts';
import type { Tx } from '#store/database.ts';
import { addPerson, addPost, addUnit, amendUnit, endPost, keepPostRoles, mergeUnit, type KeptPost, type UnitRow } from '#store/people.ts';
import { credentialsOf, findCredential, keepCredential } from '#store/sessions.ts';
import { findCrossing, tasksOf } from '../administers.ts';
import { mergedInto, type Directory } from '../directory.ts';
import { listUnits, unitRow, unitView } from '../units.ts';
import type { Call, Handlers } from './call.ts';
import { drawPassword, hashPassword } from './password.ts';
import { refuseRequest } from './refusals.ts';
import { refuseNoDay } from './routes-office.ts';
import { signInName } from './routes-session.ts';
import { once } from './same-again.ts';

/** Units and posts: who is there, who holds which roles from when to when. Every change is noted with before and after. */
export const unitRoutes = {
  'GET /api/administration/units': ({ platform, reading }) => reading((tx) => listUnits(platform, tx)),

  'POST /api/administration/units/:id': async (call) => {
    const { platform, params, body } = call;
    const unit = (await platform.directory()).units.get(params.id);
    if (!unit) throw refuse('absent');
    const amended = { ...unit, ...body };
    await once(call, async (tx) => {
      await amendUnit(tx, platform.district, amended);
      if (unit.name !== body.name) await note(call, tx, 'unit.rename', unit.id, { name: unit.name }, { name: body.name });
      const plain = (each: UnitRow) => ({ shortName: each.shortName, kind: each.kind, groups: each.groups });
      if (JSON.stringify(plain(unit)) !== JSON.stringify(plain(amended))) await note(call, tx, 'unit.amend', unit.id, plain(unit), plain(amended));
      return {};
    });
    return readAnew(call, params.id);
  },

  /** What it owes is taken over as it stands: posts of the other unit act for both from the next day on. */
  'POST /api/administration/units/:id/merge': async (call) => {
    const { platform, params, body } = call;
    refuseNoDay('validTo', body.validTo);
    const directory = await platform.directory();
    const unit = directory.units.get(params.id);
    if (!unit) throw refuse('absent');
    if (unit.validTo !== null) throw refuseRequest('mergedAlready', { name: unit.name });
    const into = directory.units.get(body.into);
    const isOwn = into !== undefined && (into.id === unit.id || mergedInto(directory, unit.id, '9999-12-31').includes(into.id));
    if (!into || into.validTo !== null || isOwn) throw wrongFields({ into: { zh: '请选择另一个还在的单位', en: 'Please choose another unit that exists' } });
    if (body.validTo < unit.validFrom) throw wrongFields({ validTo: { zh: '截止日期不能早于开始日期', en: 'It may not end before it begins' } });
    await once(call, async (tx) => {
      await mergeUnit(tx, platform.district, { id: unit.id, into: into.id, validTo: body.validTo });
      // Its posts end with it: nobody acts for a unit that is no more.
      for (const post of directory.posts.values()) if (post.unitId === unit.id && (post.validTo ?? '9999-12-31') > body.validTo) await endPost(tx, platform.district, post.id, post.validFrom > body.validTo ? post.validFrom : body.validTo);
      await note(call, tx, 'unit.merge', unit.id, { validTo: null }, { validTo: body.validTo, into: into.name });
      return {};
    });
    return readAnew(call, params.id);
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
      await note(call, tx, 'unit.add', unit.id, null, { name: unit.name });
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
    refuseUnknownRoles(body.roles);
    const hasSecurity = tasksOf(directory, call.actor.roles, dayOf(platform.now())).has('security');
    if (body.roles.length > 0 && !hasSecurity) throw refuseRequest('notSecurity');
    if (body.roles.length === 0 && hasSecurity) throw wrongFields({ roles: { zh: '请选择职责', en: 'Please choose a role' } });
    const name = signInName(body.signInName);
    const made = await once(
      call,
      async (tx) => {
        const known = await findCredential(tx, district, name);
        if (known && directory.people.get(known.personId)?.name !== body.personName) throw refuseRequest('nameTaken', { name: body.signInName });
        if (known && findCrossing(directory, known.personId, body.roles, body.validFrom, body.validTo)) throw refuseRequest('threePeople', { name: body.personName });
        const { personId, password } = await holderOf(call, tx, name, body.personName, known?.personId);
        const post: Post = { id: randomUUID(), name: body.name, personId, unitId: body.unitId, roles: body.roles, fields: body.fields ?? [], validFrom: body.validFrom, ...(body.validTo ? { validTo: body.validTo } : {}) };
        await addPost(tx, district, post);
        await note(call, tx, 'post.add', post.id, null, { name: post.name, roles: post.roles, validFrom: post.validFrom });
        return { post: { ...postRow(directory, post, name), personName: body.personName }, password };
      },
      // Asked again it is not told again: it is not kept anywhere.
      (result) => ({ ...result, password: null }),
    );
    platform.forgetDirectory();
    return made;
  },

  'POST /api/administration/posts/:id/end': async (call) => {
    const { platform, params, body, writing } = call;
    refuseNoDay('validTo', body.validTo);
    const post = (await platform.directory()).posts.get(params.id);
    if (!post) throw refuse('absent');
    if (body.validTo < post.validFrom) throw wrongFields({ validTo: { zh: '截止日期不能早于开始日期', en: 'It may not end before it begins' } });
    const names = await writing(async (tx) => {
      await endPost(tx, platform.district, post.id, body.validTo);
      await note(call, tx, 'post.end', post.id, { validTo: post.validTo ?? null }, { validTo: body.validTo });
      return namesByPerson(await credentialsOf(tx, platform.district));
    });
    platform.forgetDirectory();
    return postRow(await platform.directory(), { ...post, validTo: body.validTo }, names.get(post.personId) ?? null);
  },

  'POST /api/administration/posts/:id/roles': async (call) => {
    const { platform, params, body } = call;
    const directory = await platform.directory();
    const post = directory.posts.get(params.id);
    if (!post) throw refuse('absent');
    refuseUnknownRoles(body.roles);
    const today = dayOf(platform.now());
    const personName = directory.people.get(post.personId)?.name ?? post.name;
    if (findCrossing(directory, post.personId, body.roles, post.validFrom > today ? post.validFrom : today, post.validTo, post.id)) throw refuseRequest('threePeople', { name: personName });
    const changed = { ...post, roles: body.roles, fields: body.fields ?? post.fields };
    const names = await once(call, async (tx) => {
      await keepPostRoles(tx, platform.district, changed);
      await note(call, tx, 'post.roles', post.id, { roles: post.roles, fields: post.fields }, { roles: changed.roles, fields: changed.fields });
      return Object.fromEntries(namesByPerson(await credentialsOf(tx, platform.district)));
    });
    platform.forgetDirectory();
    return postRow(directory, changed, names[post.personId] ?? null);
  },

  'POST /api/administration/posts/:id/deputies': async (call) => {
    const { platform, params, body } = call;
    const directory = await platform.directory();
    const held = directory.posts.get(params.id);
    if (!held || held.deputyOf !== undefined) throw refuse('absent');
    refuseNoDay('validFrom', body.validFrom);
    refuseNoDay('validTo', body.validTo);
    if (body.validTo < body.validFrom) throw wrongFields({ validTo: { zh: '截止日期不能早于开始日期', en: 'It may not end before it begins' } });
    if (body.validFrom < held.validFrom || body.validTo > (held.validTo ?? '9999-12-31')) throw wrongFields({ validTo: { zh: '代理期间应在岗位的起止日期之内', en: 'A deputy holds the post within its own days' } });
    const name = signInName(body.signInName);
    const made = await once(
      call,
      async (tx) => {
        const known = await findCredential(tx, platform.district, name);
        if (known && directory.people.get(known.personId)?.name !== body.personName) throw refuseRequest('nameTaken', { name: body.signInName });
        if (known?.personId === held.personId) throw wrongFields({ signInName: { zh: '不能由本人代理本人', en: 'Nobody is his own deputy' } });
        if (known && findCrossing(directory, known.personId, held.roles, body.validFrom, body.validTo)) throw refuseRequest('threePeople', { name: body.personName });
        const { personId, password } = await holderOf(call, tx, name, body.personName, known?.personId);
        const post: KeptPost = { id: randomUUID(), name: `${held.name}（代）`, personId, unitId: held.unitId, roles: held.roles, fields: held.fields, validFrom: body.validFrom, validTo: body.validTo, deputyOf: held.id };
        await addPost(tx, platform.district, post);
        await note(call, tx, 'post.deputy', held.id, null, { name: body.personName, validFrom: body.validFrom, validTo: body.validTo });
        return { post: { ...postRow(directory, post, name), personName: body.personName }, password };
      },
      (result: { readonly post: administrationShape.PostRow; readonly password: string | null }) => ({ ...result, password: null }),
    );
    platform.forgetDirectory();
    return made;
  },
} satisfies Partial<Handlers>;

/** Notes what an administrator did, within the transaction that does it. */
export async function note(call: Pick<Call<'GET /api/duties'>, 'platform' | 'actor'>, tx: Tx, what: string, subject: string, before: unknown, after: unknown): Promise<void> {
  const { platform, actor } = call;
  await logAdministered(tx, platform.district, { person: actor.personId, post: actor.postId, what, subject, before, after, at: platform.now() });
}

/** Somebody known by the sign-in name, or made with a password that is told once. */
async function holderOf({ platform }: Pick<Call<RouteKey>, 'platform'>, tx: Tx, name: string, personName: string, known: string | undefined): Promise<{ readonly personId: string; readonly password: string | null }> {
  if (known !== undefined) return { personId: known, password: null };
  const personId = randomUUID();
  const password = drawPassword();
  await addPerson(tx, platform.district, { id: personId, name: personName });
  await keepCredential(tx, platform.district, { name, personId, passwordHash: await hashPassword(password), mustChange: true, changedAt: platform.now() });
  return { personId, password };
}

async function readAnew({ platform, reading }: Pick<Call<'POST /api/administration/units/:id'>, 'platform' | 'reading'>, id: string): Promise<administrationShape.UnitRow> {
  platform.forgetDirectory();
  const unit = (await platform.directory()).units.get(id);
  if (!unit) throw refuse('absent');
  return reading((tx) => unitRow(platform, tx, unit));
}

function refuseUnknownRoles(asked: readonly string[]): void {
  const unknown = asked.find((role) => !Object.hasOwn(roles, role));
  if (unknown !== undefined) throw wrongFields({ roles: { zh: `没有“${unknown}”这个角色`, en: `There is no role “${unknown}”` } });
}

function namesByPerson(credentials: Awaited<ReturnType<typeof credentialsOf>>): ReadonlyMap<string, string> {
  return new Map(credentials.map(({ personId, name }) => [personId, name]));
}

function postRow(directory: Directory, post: KeptPost, signIn: string | null): administrationShape.PostRow {
  return {
    id: post.id, name: post.name, personId: post.personId, personName: directory.people.get(post.personId)?.name ?? post.personId, signInName: signIn, unitId: post.unitId,
    unitName: directory.units.get(post.unitId)?.name ?? post.unitId, roles: [...post.roles], fields: [...post.fields], validFrom: post.validFrom, validTo: post.validTo ?? null, deputyOf: post.deputyOf ?? null,
  };
}

