import { mechanisms } from '#mechanisms/mechanisms.ts';
import type { Handlers } from './call.ts';
import type { Events } from './events-stream.ts';
import { openApiDocument } from './openapi.ts';

/** The stream of changes and the description of all of this. */
export function platformRoutes(events: Events) {
  let document: string | undefined;
  return {
    'GET /api/events': async ({ request, reply, session, actor }) => {
      await events.open(request, reply, session, actor);
      return undefined;
    },
    'GET /api/openapi.json': async () => ({ type: 'application/json; charset=utf-8', bytes: (document ??= JSON.stringify(openApiDocument(mechanisms))) }),
  } satisfies Partial<Handlers>;
}
