import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Matter } from '#kernel/matter.ts';
import { findMatters } from '#store/matters.ts';
import { lastOutbox, sinceOutbox, type OutboxRow } from '#store/outbox.ts';
import type { Platform } from '../platform.ts';
import { isVisible } from '../world.ts';
import type { PostActor } from './call.ts';
import { commonHeaders } from './headers.ts';
import { refuseRequest } from './refusals.ts';
import { findActorOf, type OpenSession, type Sessions } from './sessions.ts';

/** A comment that keeps gateways from closing a silent stream; also how often a stream's session is looked at again. */
const heartbeat = 20_000;
const echoAfter = 1_000;
const perSession = 6;
const inAll = 5_000;
/** Who missed more than that is told to look at everything again. */
const mostMissed = 500;

interface Listener {
  readonly session: OpenSession;
  actor: PostActor;
  readonly response: ServerResponse;
  /** Rows up to here have been sent. */
  sent: number;
}

/**
 * What changes, as it changes: which matter has which version now, never what is in it. One reading of the outbox serves all who
 * listen; each hears of the matters he may see. `duty` and `notice` say that those lists are worth another look.
 */
export function createEvents(platform: Platform, sessions: Sessions) {
  const listeners = new Set<Listener>();
  let read: number | undefined;
  let isReading = false;
  let isPoked = false;
  let echo: NodeJS.Timeout | undefined;
  const stopListening = platform.onPoke(() => {
    void look();
    // What was committed beside a transaction still under way can be read only after that one.
    echo ??= setTimeout(() => {
      echo = undefined;
      void look();
    }, echoAfter).unref();
  });
  sessions.onEnd((hash) => {
    for (const listener of [...listeners]) if (listener.session.hash === hash) end(listener);
  });
  const timer = setInterval(() => void beat(), heartbeat);
  timer.unref();

  async function look(): Promise<void> {
    isPoked = true;
    if (isReading || listeners.size === 0) return;
    isReading = true;
    try {
      while (isPoked) {
        isPoked = false;
        await pass();
      }
    } catch (failure) {
      // A database that went away: the next poke or beat reads on from the same place.
      platform.log.warn({ err: failure }, 'the outbox could not be read');
    } finally {
      isReading = false;
    }
  }

  async function pass(): Promise<void> {
    const from = read ?? (await platform.store.reading(platform.district, (tx) => lastOutbox(tx, platform.district)));
    const rows = await readSince(from);
    read = rows.at(-1)?.id ?? from;
    if (rows.length === 0) return;
    const matters = await mattersOf(rows);
    for (const listener of listeners) send(listener, rows.filter((row) => row.id > listener.sent), matters);
    // Full pages mean there is more.
    if (rows.length >= mostMissed) isPoked = true;
  }

  const readSince = (id: number) => platform.store.reading(platform.district, (tx) => sinceOutbox(tx, platform.district, id, mostMissed));

  async function mattersOf(rows: readonly OutboxRow[]): Promise<Map<string, Matter>> {
    const ids = [...new Set(rows.map((row) => row.matter))];
    const found = await platform.store.reading(platform.district, (tx) => findMatters(tx, platform.district, ids));
    return new Map(found.map((matter) => [matter.id, matter]));
  }

  function send(listener: Listener, rows: readonly OutboxRow[], matters: ReadonlyMap<string, Matter>): void {
    const latest = new Map(rows.map((row) => [row.matter, row]));
    const { actor, response } = listener;
    let owes = false;
    let words = '';
    for (const { id, matter: matterId } of latest.values()) {
      const matter = matters.get(matterId);
      if (!matter || !isVisible(platform.getMechanism(matter.mechanism).record, matter, actor)) continue;
      words += `id: ${id}\nevent: change\ndata: ${JSON.stringify({ mechanism: matter.mechanism, id: matter.id, version: matter.version })}\n\n`;
      owes ||= matter.duties.some((duty) => actor.unitIds.includes(duty.unit));
    }
    listener.sent = rows.at(-1)?.id ?? listener.sent;
    if (words === '') return;
    response.write(`${words}event: notice\ndata: {}\n\n${owes ? 'event: duty\ndata: {}\n\n' : ''}`);
  }

  /** Who has signed out, or whose post has ended, hears no more. */
  async function beat(): Promise<void> {
    for (const listener of [...listeners]) {
      try {
        const actor = (await sessions.isStillOpen(listener.session)) ? await findActorOf(platform, listener.session) : undefined;
        if (!actor) {
          end(listener);
          continue;
        }
        listener.actor = actor;
      } catch {
        // Without a database nothing is said that could be heard wrongly; the stream stays.
      }
      listener.response.write(': still here\n\n');
    }
    await look();
  }

  function end(listener: Listener): void {
    listeners.delete(listener);
    listener.response.end();
  }

  return {
    /** Takes over the connection of a request. */
    async open(request: FastifyRequest, reply: FastifyReply, session: OpenSession, actor: PostActor): Promise<void> {
      const own = [...listeners].filter((listener) => listener.session.hash === session.hash).length;
      if (own >= perSession || listeners.size >= inAll) throw refuseRequest('tooManyStreams');
      const asked = Number(request.headers['last-event-id'] ?? Number.NaN);
      const latest = await platform.store.reading(platform.district, (tx) => lastOutbox(tx, platform.district));
      const from = Number.isSafeInteger(asked) && asked >= 0 && asked <= latest ? asked : latest;
      const missed = from < latest ? await readSince(from) : [];
      const matters = await mattersOf(missed);
      reply.hijack();
      const response = reply.raw;
      response.writeHead(200, { ...commonHeaders(platform), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'keep-alive' });
      response.write('retry: 3000\n\n');
      const listener: Listener = { session, actor, response, sent: from };
      response.on('close', () => listeners.delete(listener));
      listeners.add(listener);
      if (missed.length >= mostMissed) {
        listener.sent = latest;
        response.write(`id: ${latest}\nevent: change\ndata: {}\n\nevent: notice\ndata: {}\n\nevent: duty\ndata: {}\n\n`);
      } else send(listener, missed, matters);
      // What was committed between reading and listening.
      await look();
    },
    /** How many listen. */
    count: () => listeners.size,
    /** Ends all of them: the browser comes back by itself. */
    stop(): void {
      clearInterval(timer);
      clearTimeout(echo);
      stopListening();
      for (const listener of [...listeners]) end(listener);
    },
  };
}

export type Events = ReturnType<typeof createEvents>;
