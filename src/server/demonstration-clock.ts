import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#kernel/calendar.ts';

/** Whether the sample years were replayed into the folder to their end: only then is the clock set. */
export function isReplayed(folder: string): boolean {
  return existsSync(join(folder, clockFile));
}

const clockFile = 'demonstration.json';

/**
 * The sample year lies in the past; seen from today everything in it would be years overdue. So the demonstration's clock
 * stands at the end of the replay when that has run, and goes on from there in real time.
 */
export async function demonstrationClock(folder: string, sampleEnd: Instant): Promise<() => Instant> {
  const path = join(folder, clockFile);
  if (!existsSync(path)) await writeFile(path, JSON.stringify({ sampleEnd, startedAt: new Date().toISOString() }));
  const kept = JSON.parse(await readFile(path, 'utf8')) as { sampleEnd: Instant; startedAt: Instant };
  const offset = Date.parse(kept.sampleEnd) - Date.parse(kept.startedAt);
  return () => new Date(Date.now() + offset).toISOString();
}
