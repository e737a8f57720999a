import { openSync, readFileSync, renameSync, statSync } from 'node:fs';

const largest = 5 * 1024 * 1024;

/** Opens the server's log for appending; one that has grown large becomes `….1`, of which one is kept. */
export function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

/** What was written since `from`, for finding out why the server ended; its language is not relied on. */
export function loggedSince(path: string, from: number): string {
  return readFileSync(path).subarray(from).toString('utf8').trim();
}
