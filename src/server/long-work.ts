import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Actor } from '#kernel/actor.ts';
import { refuse, Refusal } from '#kernel/refusal.ts';
import type { Text } from '#kernel/words.ts';
import type { WorkState } from '#contract/beside-shapes.ts';
import type { LongWork, WorkTold } from '#mechanisms/computation.ts';
import type { Tx } from '#store/database.ts';
import { beginLongWork, endLongWork, findLongWork, keepLongWork, stopLongWork } from '#store/long-works.ts';
import { actIn, workProblem, type Acted, type Command, type WorkProblem } from './act.ts';
import { refuseRequest } from './http/refusals.ts';
import type { Platform } from './platform.ts';

type PostActor = Extract<Actor, { kind: 'post' }>;
type Ask = Command & { readonly id: string; readonly actor: PostActor };

/** A work this process does. A row is kept of it, and what it comes to is written at its end alone: if the process goes, it is broken off and can be begun again. */
interface Run {
  readonly action: string;
  readonly by: string;
  readonly startedAt: string;
  seconds: number;
  readonly stop: Int32Array;
  readonly stopping: AbortController;
  thread: Worker | undefined;
  told: WorkTold | undefined;
  isStopped: boolean;
  /** The process goes, or another has the work now: nothing more is written of it. */
  isLeft: boolean;
}

/** In seconds: how often a process at work says that it is there, and how long it may be silent before it is taken to be gone. */
const [beat, silence] = [5, 30];

/** What a process does, and the name it is kept under. */
interface Bench {
  readonly server: string;
  readonly runs: Map<string, Run>;
}

const benches = new WeakMap<Platform, Bench>();

/** The long work behind an action; nothing where the action is decided at once. */
export async function findWork(platform: Platform, mechanism: string, action: string): Promise<LongWork | undefined> {
  const works = (await platform.serving(mechanism))?.works ?? {};
  return Object.hasOwn(works, action) ? works[action] : undefined;
}

/** Begins a long work: who asked may leave the page, and the action is decided when it is done. Answers how the matter stands until then. */
export async function beginWork(platform: Platform, work: LongWork, ask: Ask): Promise<Acted> {
  const { district, store } = platform;
  const { server, runs } = benchOf(platform);
  if (runs.has(ask.id)) throw refuseRequest('workRuns');
  const run: Run = {
    action: ask.action, by: ask.actor.postName, startedAt: platform.now(), seconds: 0, stop: new Int32Array(new SharedArrayBuffer(4)), stopping: new AbortController(), thread: undefined, told: undefined, isStopped: false, isLeft: false,
  };
  // Taken before anything is waited for: of two who ask at once, one is told that it runs.
  runs.set(ask.id, run);
  try {
    const given = await store.reading(district, (tx) => workProblem(platform, tx, ask, work));
    run.seconds = given.seconds;
    const { by, seconds, startedAt } = run;
    const isOurs = await store.inDistrict(district, (tx) => beginLongWork(tx, district, { matter: ask.id, action: ask.action, input: ask.input, by, seconds, startedAt, server }, silence));
    if (!isOurs) throw refuseRequest('workRuns');
    void finishWork(platform, ask, given, run);
    const { id, mechanism, stage, version, number = null } = given.matter;
    return { id, mechanism, stage, version, number };
  } catch (failure) {
    runs.delete(ask.id);
    throw failure;
  }
}

/** Begins the last work of a matter again, with what it was begun with, for whoever may: it was broken off, or nothing was kept of it. */
export async function beginWorkAgain(platform: Platform, ask: Pick<Ask, 'mechanism' | 'id' | 'actor'>): Promise<void> {
  const row = await platform.store.reading(platform.district, (tx) => findLongWork(tx, platform.district, ask.id));
  const work = row && (await findWork(platform, ask.mechanism, row.action));
  if (!row || !work) throw refuse('absent');
  await beginWork(platform, work, { ...ask, action: row.action, input: row.input });
}

/** How the work of a matter stands, or how the last one ended; nothing where none was ever asked for. */
export async function stateOfWork(platform: Platform, mechanism: string, id: string): Promise<WorkState | null> {
  const { district, store } = platform;
  const run = benchOf(platform).runs.get(id);
  if (run) {
    const work = await findWork(platform, mechanism, run.action);
    const { action, by, startedAt, seconds, told, isStopped } = run;
    return {
      action, by, startedAt, seconds, isStopped, finishedAt: null, refused: null,
      told: told === undefined ? null : { phase: work?.phases[told.phase] ?? { zh: told.phase, en: told.phase }, done: told.done, of: told.of, best: told.best ?? null, bound: told.bound ?? null },
    };
  }
  const row = await store.reading(district, (tx) => findLongWork(tx, district, id));
  if (!row) return null;
  const { action, by, startedAt, seconds, isStopped, finishedAt, refused, silentFor } = row;
  const ended = { action, by, startedAt, seconds, isStopped, finishedAt, refused, told: null };
  const isGone = finishedAt === null && silentFor > silence;
  return isGone ? { ...ended, finishedAt: new Date(Date.parse(platform.now()) - silentFor * 1000).toISOString(), refused: refuseRequest('workBrokenOff').words } : ended;
}

/** Tells the work of a matter to come to its end with what it has, whichever process does it. One that does not listen is ended without. */
export async function stopWork(platform: Platform, id: string): Promise<void> {
  const run = benchOf(platform).runs.get(id);
  if (run) endRun(run);
  else await platform.store.inDistrict(platform.district, (tx) => stopLongWork(tx, platform.district, id));
}

/** Breaks off what this process does, because it ends: each work says so from then on. */
export async function leaveWorks(platform: Platform): Promise<void> {
  const { district, store } = platform;
  const { server, runs } = benchOf(platform);
  for (const [id, run] of runs) {
    await leaveRun(run);
    runs.delete(id);
    await store.inDistrict(district, (tx) => endLongWork(tx, district, id, { server, finishedAt: platform.now(), refused: refuseRequest('workBrokenOff').words }));
  }
}

function endRun(run: Run): void {
  if (run.isStopped) return;
  run.isStopped = true;
  Atomics.store(run.stop, 0, 1);
  run.stopping.abort();
}

async function leaveRun(run: Run): Promise<void> {
  run.isLeft = true;
  await run.thread?.terminate();
}

/** Waits for the thread and decides the action with what it found. */
async function finishWork(platform: Platform, ask: Ask, given: WorkProblem, run: Run): Promise<void> {
  const { district, store, log } = platform;
  const { server, runs } = benchOf(platform);
  const limit = setTimeout(() => endRun(run), given.seconds * 1000);
  const heart = setInterval(() => void stayWith(platform, ask.id, run), beat * 1000);
  const end = (tx: Tx, how: { readonly refused?: Text } = {}) => endLongWork(tx, district, ask.id, { server, finishedAt: platform.now(), ...how });
  try {
    const values = await inThread(ask, given.problem, run);
    // Others may have touched the matter meanwhile; whether the problem is still this one is what counts.
    const { version: _seen, idempotency: _once, ...command } = ask;
    // It ends and is decided in one: nobody is told that it was broken off while its result stands.
    await store.inDistrict(district, async (tx) => {
      if (await end(tx)) await actIn(platform, tx, { ...command, worked: { of: given.of, values } });
    });
  } catch (failure) {
    if (!run.isLeft) {
      if (!(failure instanceof Refusal)) log.error({ err: failure, matter: ask.id }, 'long work');
      const { words } = failure instanceof Refusal ? failure : refuseRequest('workFailed');
      await store.inDistrict(district, (tx) => end(tx, { refused: words })).catch((fault: unknown) => log.error({ err: fault, matter: ask.id }, 'the end of a long work'));
    }
  }
  clearTimeout(limit);
  clearInterval(heart);
  if (run.isLeft) return;
  runs.delete(ask.id);
  platform.poke();
}

/** Says that this process is still at work, and hears whether another was asked to stop it or has taken it over. */
async function stayWith(platform: Platform, id: string, run: Run): Promise<void> {
  const { district, store, log } = platform;
  const { server, runs } = benchOf(platform);
  try {
    const kept = await store.inDistrict(district, (tx) => keepLongWork(tx, district, id, server));
    if (runs.get(id) !== run) return;
    if (kept?.isStopped) endRun(run);
    if (kept === undefined) {
      runs.delete(id);
      await leaveRun(run);
    }
  } catch (failure) {
    // The next beat tries again; after some that fail, others take the work to be broken off.
    log.warn({ err: failure, matter: id }, 'long work');
  }
}

function inThread({ mechanism, action }: Ask, problem: unknown, run: Run): Promise<Readonly<Record<string, unknown>>> {
  const thread = new Worker(new URL('./long-work-thread.ts', import.meta.url), { workerData: { mechanism, action, problem, stop: run.stop } satisfies Given });
  run.thread = thread;
  return valuesOf(thread, { tell: (told) => (run.told = told), stopping: run.stopping.signal, patience: 30_000 });
}

/** Waits for what a thread comes to. Once it is told to stop it has `patience` milliseconds for its last words. */
export function valuesOf(thread: Worker, { tell, stopping, patience }: { readonly tell: (told: WorkTold) => void; readonly stopping: AbortSignal; readonly patience: number }): Promise<Readonly<Record<string, unknown>>> {
  let deaf: NodeJS.Timeout | undefined;
  const wait = () => (deaf = setTimeout(() => void thread.terminate(), patience));
  if (stopping.aborted) wait();
  else stopping.addEventListener('abort', wait);
  return new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
    thread.on('message', (message: Message) => {
      if ('values' in message) resolve(message.values);
      else tell(message.told);
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread ended with ${code} before it was done`)));
  }).finally(() => clearTimeout(deaf));
}

/** What the thread is given. */
export interface Given {
  readonly mechanism: string;
  readonly action: string;
  readonly problem: unknown;
  /** One word of shared memory: not zero means stop. The thread is busy and hears no message. */
  readonly stop: Int32Array;
}

/** What the thread says. */
export type Message = { readonly told: WorkTold } | { readonly values: Readonly<Record<string, unknown>> };

function benchOf(platform: Platform): Bench {
  const held = benches.get(platform) ?? { server: randomUUID(), runs: new Map<string, Run>() };
  benches.set(platform, held);
  return held;
}
