import { Worker } from 'node:worker_threads';
import type { Actor } from '#kernel/actor.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Text } from '#kernel/words.ts';
import type { WorkState } from '#contract/beside-shapes.ts';
import type { LongWork, WorkTold } from '#mechanisms/computation.ts';
import { act, workProblem, type Acted, type Command, type WorkProblem } from './act.ts';
import { refuseRequest } from './http/refusals.ts';
import type { Platform } from './platform.ts';

type PostActor = Extract<Actor, { kind: 'post' }>;
type Ask = Command & { readonly id: string; readonly actor: PostActor };

/** A work under way, or how the last one of its matter ended. Kept by the process that does it: a restart forgets it, and nothing was written. */
interface Run {
  readonly action: string;
  readonly by: string;
  readonly startedAt: string;
  readonly seconds: number;
  readonly stop: Int32Array;
  readonly stopping: AbortController;
  told: WorkTold | undefined;
  isStopped: boolean;
  finishedAt: string | undefined;
  refused: Text | undefined;
}

const runs = new WeakMap<Platform, Map<string, Run>>();

/** The long work behind an action; nothing where the action is decided at once. */
export async function findWork(platform: Platform, mechanism: string, action: string): Promise<LongWork | undefined> {
  const works = (await platform.serving(mechanism))?.works ?? {};
  return Object.hasOwn(works, action) ? works[action] : undefined;
}

/** Begins a long work: who asked may leave the page, and the action is decided when it is done. Answers how the matter stands until then. */
export async function beginWork(platform: Platform, work: LongWork, ask: Ask): Promise<Acted> {
  const { district, store } = platform;
  const held = runsOf(platform);
  if (isUnderWay(held.get(ask.id))) throw refuseRequest('workRuns');
  const run: Run = {
    action: ask.action, by: ask.actor.postName, startedAt: platform.now(), seconds: 0, stop: new Int32Array(new SharedArrayBuffer(4)), stopping: new AbortController(), told: undefined, isStopped: false, finishedAt: undefined, refused: undefined,
  };
  // Taken before anything is waited for: of two who ask at once, one is told that it runs.
  const before = held.get(ask.id);
  held.set(ask.id, run);
  try {
    const given = await store.reading(district, (tx) => workProblem(platform, tx, ask, work));
    const started: Run = { ...run, seconds: given.seconds };
    held.set(ask.id, started);
    void finishWork(platform, ask, given, started);
    const { id, mechanism, stage, version, number = null } = given.matter;
    return { id, mechanism, stage, version, number };
  } catch (failure) {
    if (before === undefined) held.delete(ask.id);
    else held.set(ask.id, before);
    throw failure;
  }
}

/** How the work of a matter stands; nothing where none was asked for since the start of the server. */
export async function stateOfWork(platform: Platform, mechanism: string, id: string): Promise<WorkState | null> {
  const run = runsOf(platform).get(id);
  const work = run && (await findWork(platform, mechanism, run.action));
  if (!run || !work) return null;
  const { action, by, startedAt, seconds, told, isStopped, finishedAt, refused } = run;
  return {
    action, by, startedAt, seconds, isStopped, finishedAt: finishedAt ?? null, refused: refused ?? null,
    told: told === undefined ? null : { phase: work.phases[told.phase] ?? { zh: told.phase, en: told.phase }, done: told.done, of: told.of, best: told.best ?? null, bound: told.bound ?? null },
  };
}

/** Tells the work of a matter to come to its end with what it has. One that does not listen is ended without. */
export function stopWork(platform: Platform, id: string): void {
  const run = runsOf(platform).get(id);
  if (!run || !isUnderWay(run) || run.isStopped) return;
  run.isStopped = true;
  Atomics.store(run.stop, 0, 1);
  run.stopping.abort();
}

/** Waits for the thread and decides the action with what it found. */
async function finishWork(platform: Platform, ask: Ask, given: WorkProblem, run: Run): Promise<void> {
  const limit = setTimeout(() => stopWork(platform, ask.id), given.seconds * 1000);
  try {
    const values = await inThread(ask, given.problem, run);
    // Others may have touched the matter meanwhile; whether the problem is still this one is what counts.
    const { version: _seen, idempotency: _once, ...command } = ask;
    await act(platform, { ...command, worked: { of: given.of, values } });
  } catch (failure) {
    if (failure instanceof Refusal) run.refused = failure.words;
    else {
      platform.log.error({ err: failure, matter: ask.id }, 'long work');
      run.refused = refuseRequest('workFailed').words;
    }
  } finally {
    clearTimeout(limit);
    run.finishedAt = platform.now();
    platform.poke();
  }
}

function inThread({ mechanism, action }: Ask, problem: unknown, run: Run): Promise<Readonly<Record<string, unknown>>> {
  const thread = new Worker(new URL('./long-work-thread.ts', import.meta.url), { workerData: { mechanism, action, problem, stop: run.stop } satisfies Given });
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

function runsOf(platform: Platform): Map<string, Run> {
  const held = runs.get(platform) ?? new Map<string, Run>();
  runs.set(platform, held);
  return held;
}

function isUnderWay(run: Run | undefined): boolean {
  return run !== undefined && run.finishedAt === undefined;
}
