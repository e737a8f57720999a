import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { pagesFolder } from '../pages.ts';
import type { Platform } from '../platform.ts';
import type { Handlers } from './call.ts';
import { createEvents } from './events-stream.ts';
import { answerPolicy, commonHeaders } from './headers.ts';
import { healthRoutes, measure } from './health.ts';
import { createLimits } from './limits.ts';
import { answerProblem, problemBody } from './problem.ts';
import { refuseRequest } from './refusals.ts';
import { refuseUnkeepable, registerRoutes } from './register.ts';
import { administrationRoutes } from './routes-administration.ts';
import { besideRoutes } from './routes-beside.ts';
import { bulkRoutes } from './routes-bulk.ts';
import { cockpitRoutes } from './routes-cockpit.ts';
import { figureRoutes } from './routes-figures.ts';
import { importRoutes } from './routes-imports.ts';
import { matterRoutes } from './routes-matters.ts';
import { accountRoutes } from './routes-accounts.ts';
import { officeRoutes } from './routes-office.ts';
import { platformRoutes } from './routes-platform.ts';
import { publicRoutes } from './routes-public.ts';
import { registerRoutes as registerQuestions } from './routes-register.ts';
import { searchRoutes } from './routes-search.ts';
import { sessionRoutes } from './routes-session.ts';
import { createSessions } from './sessions.ts';
import { unitRoutes } from './routes-units.ts';
import { servePages } from './static.ts';
import { uploadLimits } from './uploads.ts';

export interface AppOptions {
  /** Where the built pages lie. */
  readonly pages?: string;
  /** Other origins that are this platform too: `https://reform.example.gov.cn` of a gateway. */
  readonly origins?: readonly string[];
}

const bodyLimit = 1024 * 1024;

/** The whole HTTP side of a platform: the routes of the table, the pages, and words for everything that goes wrong. */
export async function buildApp(platform: Platform, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit,
    // A gateway on this machine says for whom it asks; nobody further away is believed.
    trustProxy: 'loopback',
    genReqId: () => randomUUID(),
    // Ten large files over a slow line take a while; nobody may hold a connection for ever.
    requestTimeout: 300_000,
    routerOptions: { maxParamLength: 200 },
    // The words of a stopping server are ours; see the hook below.
    return503OnClosing: false,
    clientErrorHandler: answerBrokenRequest,
    // An address that cannot be decoded comes past every hook; it is told in our words too.
    frameworkErrors: (error, request, reply) => void answerProblem(platform, error, request, reply.headers({ ...commonHeaders(platform), 'content-security-policy': answerPolicy })),
  });
  let isStopping = false;
  const sessions = createSessions(platform);
  const events = createEvents(platform, sessions);
  const registry = measure(app, platform, events);

  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...commonHeaders(platform), 'x-request-id': request.id });
    if (isStopping) throw refuseRequest('stopping');
  });
  app.addHook('preClose', async () => {
    isStopping = true;
    events.stop();
  });
  app.setErrorHandler((error, request, reply) => answerProblem(platform, error, request, reply.header('content-security-policy', answerPolicy)));
  app.setNotFoundHandler((request, reply) => answerProblem(platform, refuseRequest('unknownRoute'), request, reply.header('content-security-policy', answerPolicy)));
  readJsonAlone(app);
  await app.register(cookie);
  await app.register(multipart, { limits: uploadLimits, throwFileSizeLimit: false });

  const handlers: Handlers = {
    ...sessionRoutes,
    ...matterRoutes,
    ...registerQuestions,
    ...besideRoutes,
    ...bulkRoutes,
    ...importRoutes,
    ...officeRoutes,
    ...searchRoutes,
    ...accountRoutes,
    ...figureRoutes,
    ...cockpitRoutes,
    ...publicRoutes,
    ...unitRoutes,
    ...administrationRoutes(events),
    ...platformRoutes(events),
    ...healthRoutes(registry),
  };
  registerRoutes(app, { platform, limits: createLimits(), sessions, origins: options.origins ?? [] }, handlers);
  await servePages(app, options.pages ?? pagesFolder, platform);
  await app.ready();
  return app;
}

/** Bodies are JSON or, where a route says so, multipart; nothing else is read. */
function readJsonAlone(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    parse(request, body, (error, parsed) => {
      if (error) return done(error, undefined);
      try {
        // Both can only come as escapes; a body without any is not walked.
        if (/\\u(0000|[dD][89a-fA-F])/.test(body)) refuseUnkeepable(parsed);
        done(null, parsed);
      } catch (refusal) {
        done(refusal as Error, undefined);
      }
    });
  });
}

/** What is not even HTTP never reaches a route; it is told in both languages all the same. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const code = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'tooSlow' : error.code === 'HPE_HEADER_OVERFLOW' ? 'headersTooLarge' : 'brokenRequest';
  const refusal = refuseRequest(code);
  const body = JSON.stringify(problemBody(refusal, 'zh'));
  socket.end(`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\nconnection: close\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
