import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Platform } from '../platform.ts';
import type { Handlers } from './call.ts';
import type { Events } from './events-stream.ts';
import { isFromHere } from './origin.ts';
import { refuseRequest } from './refusals.ts';

/** Counts and times requests by route, never by address: addresses hold ids. */
export function measure(app: FastifyInstance, platform: Platform, events: Events): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  const seconds = new Histogram({ name: 'zhanqiao_http_seconds', help: 'Time to answer', labelNames, buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10], registers: [registry] });
  const refused = new Counter({ name: 'zhanqiao_http_failures_total', help: 'Answers of 500 and above', labelNames: ['route'], registers: [registry] });
  new Gauge({ name: 'zhanqiao_event_streams', help: 'Open event streams', registers: [registry], collect() { this.set(events.count()); } });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 500) refused.inc({ route });
    platform.log.info({ requestId: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  return registry;
}

/** For whoever watches over the server. */
export function healthRoutes(registry: Registry) {
  return {
    'GET /health': async ({ platform, reply }) => {
      const database = await platform.store.isAlive().catch(() => false);
      if (!database) reply.code(503).header('retry-after', '5');
      return { ok: database, database };
    },
    'GET /metrics': async ({ request }) => {
      if (!isFromHere(request)) throw refuseRequest('sameMachineOnly');
      return { type: registry.contentType, bytes: await registry.metrics() };
    },
  } satisfies Partial<Handlers>;
}
