import { Worker } from 'node:worker_threads';
import type { Load, Loaded } from './load.ts';

/** Lets clients loose on a server, outside of its thread. */
export function runClients(load: Load): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./load.ts', import.meta.url), { workerData: load });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
