import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { browserName, systemName } from '#contract/browser-name.ts';
import type * as shape from '#contract/shapes.ts';
import type { Post } from '#kernel/actor.ts';
import { dayOf, type Instant } from '#kernel/calendar.ts';
import { refuse } from '#kernel/refusal.ts';
import { endSession, findSession, keepSession, sessionsSeenSince, touchSession, type KeptSession } from '#store/sessions.ts';
import { tasksOf } from '../administers.ts';
import { findActor, postsHeld, type Directory } from '../directory.ts';
import type { Platform } from '../platform.ts';
import type { PostActor } from './call.ts';
import { csrfToken } from './origin.ts';
import { tokenDigest } from './token-digest.ts';

/** A session as long as a request lasts. Only the hash of its token is kept. */
export interface OpenSession {
  readonly token: string;
  readonly hash: string;
  readonly personId: string;
  readonly postId: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  /** Its password was handed over by somebody else: nothing is done with it before another is chosen. */
  readonly mustChange: boolean;
}

const minute = 60_000;
/** Left alone for two hours, or twelve hours old whatever happens: a working day needs one sign-in. */
const idleFor = 120 * minute;
const lastsFor = 12 * 60 * minute;
/** How old what is known of a session may be; a sign-out on another server of the same folder takes that long to be noticed here. */
const knownFor = 3_000;
const largest = 10_000;

/** The sessions of one server. */
export function createSessions(platform: Platform) {
  const known = new Map<string, { readonly session: OpenSession; readonly readAt: number }>();
  const cookie = platform.tls ? '__Host-zhanqiao' : 'zhanqiao';
  const { district } = platform;
  const listeners = new Set<(hash: string) => void>();

  function forget(hash: string): void {
    known.delete(hash);
    for (const listener of listeners) listener(hash);
  }

  async function read(token: string, isUse: boolean): Promise<OpenSession | undefined> {
    const hash = hashToken(platform, token);
    const now = platform.now();
    const cached = known.get(hash);
    if (cached && Date.parse(now) - cached.readAt < knownFor) return isOpen(cached.session, now) ? cached.session : undefined;
    known.delete(hash);
    const kept = await platform.store.reading(district, (tx) => findSession(tx, district, hash));
    if (!kept) return undefined;
    const session: OpenSession = { token, hash, personId: kept.personId, postId: kept.postId, startedAt: kept.startedAt, seenAt: kept.seenAt, mustChange: kept.mustChange };
    if (!isOpen(session, now)) {
      await platform.store.inDistrict(district, (tx) => endSession(tx, district, hash));
      return undefined;
    }
    if (!isUse) return session;
    if (Date.parse(now) - Date.parse(kept.seenAt) > minute) await platform.store.inDistrict(district, (tx) => touchSession(tx, district, hash, now));
    if (known.size >= largest) known.clear();
    known.set(hash, { session: { ...session, seenAt: now }, readAt: Date.parse(now) });
    return session;
  }

  return {
    /** The session a request belongs to, if it is still open. */
    async find(request: FastifyRequest): Promise<OpenSession | undefined> {
      const token = request.cookies[cookie];
      return token === undefined || !/^[\w-]{43}$/.test(token) ? undefined : read(token, true);
    },
    /** Tells whoever holds something open for a session that it has ended here. */
    onEnd: (listener: (hash: string) => void) => void listeners.add(listener),
    /** Whether a session that was open is so still. Asking is no use of it: a page left open does not keep it alive. */
    async isStillOpen(session: OpenSession): Promise<boolean> {
      return (await read(session.token, false)) !== undefined;
    },
    /** Opens a session with a new token; the one before ends, so that no token survives a sign-in. */
    async open(reply: FastifyReply, post: Pick<Post, 'id' | 'personId'>, before: OpenSession | undefined, mustChange = false): Promise<OpenSession> {
      const token = randomBytes(32).toString('base64url');
      const hash = hashToken(platform, token);
      const startedAt = platform.now();
      const session: OpenSession = { token, hash, personId: post.personId, postId: post.id, startedAt, seenAt: startedAt, mustChange };
      await platform.store.inDistrict(district, async (tx) => {
        if (before) await endSession(tx, district, before.hash);
        await keepSession(tx, district, { tokenHash: hash, personId: post.personId, postId: post.id, startedAt, seenAt: startedAt, validUntil: later(startedAt, lastsFor), ...whereFrom(reply.request) });
      });
      if (before) forget(before.hash);
      // Strict: pages fetch what they show themselves, so a link from elsewhere still opens signed in.
      reply.setCookie(cookie, token, { path: '/', httpOnly: true, sameSite: 'strict', secure: platform.tls });
      return session;
    },
    /** Sessions that are open by now, of one person or of all. */
    async list(personId?: string): Promise<KeptSession[]> {
      const now = platform.now();
      const kept = await platform.store.reading(district, (tx) => sessionsSeenSince(tx, district, later(now, -idleFor), personId));
      return kept.filter((session) => isOpen(session, now));
    },
    /** Notices that these have ended in the database. */
    forgetAll(hashes: readonly string[]): void {
      for (const hash of hashes) forget(hash);
    },
    /** Signs out. */
    async end(reply: FastifyReply, session: OpenSession | undefined): Promise<void> {
      if (session) {
        await platform.store.inDistrict(district, (tx) => endSession(tx, district, session.hash));
        forget(session.hash);
      }
      reply.clearCookie(cookie, { path: '/', httpOnly: true, sameSite: 'strict', secure: platform.tls });
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;

/** The post of a session, as long as it is held: one that ended yesterday acts no more today. */
export async function findActorOf(platform: Platform, session: OpenSession): Promise<PostActor | undefined> {
  const actor = findActor(await platform.directory(), session.postId, dayOf(platform.now()));
  // A post that has passed to somebody else since is not this person's any more.
  return actor?.personId === session.personId ? actor : undefined;
}

/** Who somebody is and where, for the browser. */
export async function describeSession(platform: Platform, session: OpenSession | undefined): Promise<shape.Session> {
  const directory = await platform.directory();
  const today = dayOf(platform.now());
  const actor = session && (await findActorOf(platform, session));
  const post = actor && directory.posts.get(actor.postId);
  return {
    district: { code: platform.district, name: platform.districtName },
    isDemonstration: platform.isDemonstration,
    today,
    signedIn: post
      ? {
          personId: post.personId,
          personName: directory.people.get(post.personId)?.name ?? post.name,
          post: postChoice(directory, post),
          posts: postsHeld(directory, post.personId, today).map((each) => postChoice(directory, each)),
          isAdministrator: tasksOf(directory, post.roles, today).has('system'),
          isAuditor: tasksOf(directory, post.roles, today).has('audit'),
          mustChangePassword: session.mustChange,
          administers: [...tasksOf(directory, post.roles, today)],
        }
      : null,
    csrf: session ? csrfToken(platform, session.token) : '',
  };
}

/** A post to choose. */
export function postChoice(directory: Directory, post: Post): shape.PostChoice {
  return { id: post.id, name: post.name, unitId: post.unitId, unitName: directory.units.get(post.unitId)?.name ?? post.unitId, roles: [...post.roles] };
}

/** The first of the posts somebody holds today, or a refusal. */
export async function getHeldPost(platform: Platform, personId: string, postId?: string): Promise<Post> {
  const held = postsHeld(await platform.directory(), personId, dayOf(platform.now()));
  const post = postId === undefined ? held[0] : held.find((each) => each.id === postId);
  if (!post) throw refuse('noPost');
  return post;
}

function isOpen(session: Pick<OpenSession, 'startedAt' | 'seenAt'>, now: Instant): boolean {
  const at = Date.parse(now);
  return at - Date.parse(session.startedAt) < lastsFor && at - Date.parse(session.seenAt) < idleFor;
}

function later(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

/** Peppered: who reads the table alone cannot test tokens. */
function hashToken(platform: Platform, token: string): string {
  return tokenDigest(platform.secrets.codes, `session:${token}`, 'hex');
}

function whereFrom({ headers, ip }: FastifyRequest): { readonly device: string; readonly address: string } {
  const agent = headers['user-agent'] ?? '';
  return { device: [browserName(agent), systemName(agent)].filter((name) => name !== '' && name !== '?').join(' · '), address: ip };
}
