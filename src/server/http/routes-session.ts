import { randomUUID } from 'node:crypto';
import type { Post } from '#kernel/actor.ts';
import { dayOf } from '#kernel/calendar.ts';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { addPerson, addPost, addUnit } from '#store/people.ts';
import { endSessionsOf, findCredential, findCredentialOf, keepCredential, useOneTimeLink } from '#store/sessions.ts';
import { logAccount } from '../accounts.ts';
import type { Handlers } from './call.ts';
import { isFromHere } from './origin.ts';
import { hashPassword, isPassword, isPlain } from './password.ts';
import { refuseRequest, type PlatformRefusal } from './refusals.ts';
import { describeSession, getHeldPost, postChoice } from './sessions.ts';

/** Signing in and out, and who is here. */
export const sessionRoutes = {
  'GET /api/session': ({ platform, session }) => describeSession(platform, session),

  'POST /api/session': async ({ platform, limits, sessions, session, body, request, reply }) => {
    const now = platform.now();
    const name = signInName(body.name);
    limits.take('signIn', request.ip, now);
    limits.refuseLocked(name, now);
    // Counted before it is judged: a hundred guesses at once are a hundred attempts, not one.
    limits.noteAttempt(name, now);
    const credential = await platform.store.reading(platform.district, (tx) => findCredential(tx, platform.district, name));
    if (!(await isPassword(body.password, credential?.passwordHash)) || !credential) throw refuseRequest('wrongPassword');
    limits.forgetAttempts(name);
    const post = await getHeldPost(platform, credential.personId);
    return describeSession(platform, await sessions.open(reply, post, session, credential.mustChange));
  },

  'POST /api/session/demonstration': async ({ platform, sessions, session, body, request, reply }) => {
    if (!platform.isDemonstration || !isFromHere(request)) throw refuseRequest('notDemonstration');
    const directory = await platform.directory();
    const post = directory.posts.get(body.postId);
    if (!post) throw refuse('noPost');
    return describeSession(platform, await sessions.open(reply, await getHeldPost(platform, post.personId, post.id), session));
  },

  'POST /api/session/post': async ({ platform, sessions, session, body, reply }) =>
    describeSession(platform, await sessions.open(reply, await getHeldPost(platform, session.personId, body.postId), session, session.mustChange)),

  /** The first administrator: a unit of the platform, a person, a post and a password, all with the link in one transaction. */
  'POST /api/session/first': async ({ platform, limits, sessions, session, body, request, reply, writing }) => {
    limits.take('signIn', request.ip, platform.now());
    const { district } = platform;
    const validFrom = dayOf(platform.now());
    const ids = { unit: randomUUID(), person: randomUUID(), post: randomUUID() };
    refusePlain(body.password, body.name, 'password');
    await writing(async (tx) => {
      if (!(await useOneTimeLink(tx, district, platform.digest(body.token), platform.now()))) throw refuseRequest('linkUsed');
      const passwordHash = await hashPassword(body.password);
      await addUnit(tx, district, { id: ids.unit, name: `${platform.districtName}平台管理`, shortName: null, kind: 'body', groups: [], validFrom, validTo: null });
      await addPerson(tx, district, { id: ids.person, name: body.name });
      await addPost(tx, district, { id: ids.post, name: '系统管理岗', personId: ids.person, unitId: ids.unit, roles: ['ADMIN'], fields: [], validFrom });
      await keepCredential(tx, district, { name: signInName(body.name), personId: ids.person, passwordHash, changedAt: platform.now() });
    });
    platform.forgetDirectory();
    return describeSession(platform, await sessions.open(reply, await getHeldPost(platform, ids.person, ids.post), session));
  },

  /** Proved by the present password, so that nobody changes it at a desk left open. Every session ends; this one goes on under a new token. */
  'POST /api/session/password': async ({ platform, limits, sessions, session, actor, body, reply, reading, writing }) => {
    const { district } = platform;
    const now = platform.now();
    const credential = await reading((tx) => findCredentialOf(tx, district, session.personId));
    if (!credential) throw refuseRequest('noPassword');
    limits.refuseLocked(credential.name, now);
    limits.noteAttempt(credential.name, now);
    if (!(await isPassword(body.current, credential.passwordHash))) throw refuseField('passwordWrong', 'current');
    limits.forgetAttempts(credential.name);
    if (await isPassword(body.next, credential.passwordHash)) throw refuseField('passwordSame', 'next');
    refusePlain(body.next, credential.name, 'next');
    const passwordHash = await hashPassword(body.next);
    const ended = await writing(async (tx) => {
      await keepCredential(tx, district, { name: credential.name, personId: session.personId, passwordHash, mustChange: false, changedAt: now });
      await logAccount(tx, platform, actor, 'passwordChanged', session.personId);
      return endSessionsOf(tx, district, session.personId);
    });
    sessions.forgetAll(ended);
    return describeSession(platform, await sessions.open(reply, await getHeldPost(platform, session.personId, session.postId), undefined));
  },

  'GET /api/session/open': async ({ platform, sessions, session }) => {
    const directory = await platform.directory();
    return (await sessions.list(session.personId)).map((each) => {
      const post = directory.posts.get(each.postId);
      const unitName = post ? (directory.units.get(post.unitId)?.name ?? '') : '';
      return { id: sessionId(each.tokenHash), postName: post?.name ?? '', unitName, startedAt: each.startedAt, seenAt: each.seenAt, device: each.device, address: each.address, isThis: each.tokenHash === session.hash };
    });
  },

  'POST /api/session/end': async ({ platform, sessions, session, actor, body, writing }) => {
    const ended = await writing(async (tx) => {
      const hashes = await endSessionsOf(tx, platform.district, session.personId, { id: body.id, except: session.hash });
      if (hashes.length > 0) await logAccount(tx, platform, actor, 'sessionsEnded', session.personId);
      return hashes;
    });
    sessions.forgetAll(ended);
    return { ended: ended.length };
  },

  'DELETE /api/session': async ({ sessions, session, reply }) => {
    await sessions.end(reply, session);
    return {};
  },

  'GET /api/demonstration/posts': async ({ platform, request }) => {
    if (!platform.isDemonstration || !isFromHere(request)) throw refuseRequest('notDemonstration');
    const directory = await platform.directory();
    const today = dayOf(platform.now());
    const held = [...directory.posts.values()].filter((post) => post.validFrom <= today && (post.validTo === undefined || today <= post.validTo));
    // A stranger looks at the offices that lead the work first; every unit has its liaison and head, and they are many.
    const isOrdinary = (post: Post) => post.roles.every((role) => ['UNIT', 'UNIT_HEAD', 'GUIDE_UNIT'].includes(role));
    const rank = (post: Post) => (post.unitId === 'reform-office' ? 0 : isOrdinary(post) ? 2 : 1);
    return held.toSorted((a, b) => rank(a) - rank(b)).map((post) => postChoice(directory, post));
  },
} satisfies Partial<Handlers>;

/** Names are the same however wide or large they are typed. */
export function signInName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** A session as it is spoken of: too little of its hash to find anything by. */
export function sessionId(tokenHash: string): string {
  return tokenHash.slice(0, 16);
}

function refusePlain(password: string, name: string, field: string): void {
  if (isPlain(password, name)) throw refuseField('passwordPlain', field);
}

function refuseField(code: PlatformRefusal, field: string): Refusal {
  const { words } = refuseRequest(code);
  return refuseRequest(code, {}, { fields: { [field]: words } });
}
