import { parentPort, workerData } from 'node:worker_threads';
import { servingOf } from './platform.ts';
import type { Given, Message } from './long-work.ts';

// The thread of one long work: it has the problem, an engine, and nothing of the store.

/** Between two words to the page, in milliseconds. */
const pause = 150;

const { mechanism, action, problem, stop } = workerData as Given;
const say = (message: Message) => parentPort?.postMessage(message);
const work = (await servingOf(mechanism))?.works?.[action];
if (!work) throw new Error(`${mechanism} has no work for ${action}`);
let last = 0;
const values = work.solve(problem, (told) => {
  const now = performance.now();
  if (now - last > pause) {
    last = now;
    say({ told });
  }
  return Atomics.load(stop, 0) === 0 ? undefined : 'stop';
});
say({ values });
