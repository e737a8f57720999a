import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { routes, type Route, type RouteKey } from '#contract/routes.ts';
import { dayOf } from '#kernel/calendar.ts';
import { refuse } from '#kernel/refusal.ts';
import { tasksOf } from '../administers.ts';
import type { Platform } from '../platform.ts';
import type { Call, Handler, Handlers, Raw } from './call.ts';
import { answerPolicy } from './headers.ts';
import type { Limits } from './limits.ts';
import { refuseOtherOrigin, refuseWithoutToken } from './origin.ts';
import { refuseIssues } from './problem.ts';
import { refuseRequest } from './refusals.ts';
import { findActorOf, type OpenSession, type Sessions } from './sessions.ts';

export interface Served {
  readonly platform: Platform;
  readonly limits: Limits;
  readonly sessions: Sessions;
  /** Other origins that are this platform too: the address of a gateway. */
  readonly origins: readonly string[];
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Method = (typeof methods)[number];

/** Sign-in answers a browser that has no session yet, or an old one, and a page that broke may know none; where it came from is all there is to judge. */
const withoutToken: readonly RouteKey[] = ['POST /api/session', 'POST /api/session/demonstration', 'POST /api/session/first', 'POST /api/public/faults'];

/** Serves every route of the table; other methods on the same paths say which one is meant. */
export function registerRoutes(app: FastifyInstance, served: Served, handlers: Handlers): void {
  // By shape: `/api/imports/:id` and `/api/imports/:mechanism` are one address with different methods.
  const taken = new Map<string, { readonly url: string; readonly allowed: Method[] }>();
  for (const key of Object.keys(routes) as RouteKey[]) {
    const [method, url] = splitKey(key);
    const shape = url.replace(/:\w+/g, ':');
    taken.set(shape, { url, allowed: [...(taken.get(shape)?.allowed ?? []), method] });
    // A key and its handler belong together; the compiler cannot follow that through a loop.
    const handler = handlers[key] as Handler<RouteKey>;
    app.route({ method, url, exposeHeadRoute: url === '/health', handler: (request, reply) => answer(served, key, handler, request, reply) });
  }
  for (const { url, allowed } of taken.values()) {
    const others = methods.filter((method) => !allowed.includes(method));
    app.route({
      method: others,
      url,
      handler: async (request, reply) => {
        reply.header('allow', allowed.join(', '));
        throw refuseRequest('wrongMethod', { method: request.method });
      },
    });
  }
}

/** `GET /api/x` in its parts. */
export function splitKey(key: RouteKey): [method: Method, url: string] {
  const [method, url] = key.split(' ');
  return [method as Method, url ?? ''];
}

async function answer(served: Served, key: RouteKey, handler: Handler<RouteKey>, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { platform, limits, sessions } = served;
  const route: Route = routes[key];
  if (request.method !== 'GET') refuseOtherOrigin(request, served.origins);
  refuseUnkeepable(request.params);
  refuseUnkeepable(request.query);
  const session = await sessions.find(request);
  if (session && request.method !== 'GET' && !withoutToken.includes(key)) refuseWithoutToken(platform, request, session.token);
  const actor = session && (await findActorOf(platform, session));
  if (route.access !== 'anybody') await refuseStranger(platform, route, session, actor);
  if (route.access !== 'anybody' && session?.mustChange && key !== 'POST /api/session/password') throw refuseRequest('passwordToChange');
  const call: Call<RouteKey> = {
    platform,
    limits,
    sessions,
    params: request.params as never,
    query: parse(route.query, request.query ?? {}) as never,
    body: parse(route.body, bodyOf(route, request)) as never,
    session: session as never,
    actor: actor as never,
    request,
    reply,
    reading: (work) => platform.store.reading(platform.district, work),
    writing: (work) => platform.store.inDistrict(platform.district, work),
  };
  const answered = await handler(call);
  if (reply.sent) return reply;
  if (route.raw === undefined) return reply.headers({ 'cache-control': 'no-store', 'content-security-policy': answerPolicy }).send(answered);
  return answered === undefined ? reply : sendRaw(reply, answered as Raw);
}

async function refuseStranger(platform: Platform, route: Route, session: OpenSession | undefined, actor: Call<'GET /api/duties'>['actor'] | undefined): Promise<void> {
  if (!session) throw refuse('signIn');
  if (!actor) throw refuse('noPost');
  if (route.access === 'signedIn') return;
  const tasks = tasksOf(await platform.directory(), actor.roles, dayOf(platform.now()));
  if (tasks.size === 0 || (route.access === 'administrator' && !tasks.has('system'))) throw refuseRequest('notAdministrator');
  if (route.access === 'security' && !tasks.has('security')) throw refuseRequest('notSecurity');
  if (route.access === 'auditor' && !tasks.has('audit')) throw refuseRequest('notAuditor');
}

function bodyOf(route: Route, request: FastifyRequest): unknown {
  if (route.form && !request.isMultipart()) throw refuseRequest('wrongType', { expected: 'multipart/form-data' });
  if (route.body && request.isMultipart()) throw refuseRequest('wrongType', { expected: 'application/json' });
  return request.body;
}

function parse(schema: Route['query'], given: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw refuseIssues(parsed.error);
  return parsed.data;
}

function sendRaw(reply: FastifyReply, raw: Raw): FastifyReply {
  const disposition = raw.download === undefined ? 'inline' : `attachment; filename="${asciiName(raw.download)}"; filename*=UTF-8''${encodeURIComponent(raw.download).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`;
  return reply
    .headers({ 'cache-control': 'no-store', 'content-security-policy': answerPolicy, 'content-type': raw.type, 'content-disposition': disposition, ...raw.headers })
    .send(raw.bytes);
}

function asciiName(name: string): string {
  return name.replace(/[^\w.-]/g, '_');
}

/** NUL and halves of characters: PostgreSQL keeps neither, in text or in jsonb. */
export function refuseUnkeepable(value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed()) throw refuseRequest('badCharacters');
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      refuseUnkeepable(name);
      refuseUnkeepable(each);
    }
  }
}

