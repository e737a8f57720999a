import type pg from 'pg';
import { dayOf } from '#kernel/calendar.ts';
import { sampleDistrict } from '#sample/district.ts';
import { readTable } from '#reports/workbook-reader.ts';
import { findActor } from '#server/directory.ts';
import { checkImport } from '#server/import-check.ts';
import { createPlatform, loadSecrets } from '#server/platform.ts';
import { openStore } from '#store/database.ts';

/** What the process is to do; it measures itself, so that the memory is its own. */
export interface ImportJob {
  readonly folder: string;
  readonly application: pg.ClientConfig;
  readonly path: string;
  readonly isCheck: boolean;
  /** Collects the garbage every so often and looks at what is left: slower, and so in a run of its own. */
  readonly isWeighed: boolean;
}

export interface ImportTold {
  readonly rows: number;
  readonly milliseconds: number;
  /** The most memory the process ever took from the system, in MB. */
  readonly peak: number;
  /** The most that was left after a collection, in MB; only where it is weighed. */
  readonly held: number;
}

const job = JSON.parse(process.argv[2] ?? '') as ImportJob;
const input = { bytes: job.path, fileName: '事项.xlsx' };
// Not what the system says of the process: a child begins there with the memory of its parent.
let peak = 0;
const look = () => (peak = Math.max(peak, process.memoryUsage.rss()));
const looking = setInterval(look, 20);
let held = 0;
const weigh = job.isWeighed ? setInterval(weighed, 500) : undefined;
const began = performance.now();
const rows = job.isCheck ? await check() : await read();
const milliseconds = performance.now() - began;
clearInterval(looking);
clearInterval(weigh);
look();
const told: ImportTold = { rows, milliseconds, peak: peak / 1e6, held: held / 1e6 };
process.stdout.write(JSON.stringify(told));

function weighed(): void {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  held = Math.max(held, heapUsed + external);
}

async function read(): Promise<number> {
  let count = 0;
  for await (const row of readTable(input)) count += row.cells.length > 0 ? 1 : 0;
  return count;
}

async function check(): Promise<number> {
  const store = openStore({ application: job.application });
  const quiet = { info: () => {}, warn: () => {}, error: (fields: object, words: string) => console.error(words, fields) };
  const platform = createPlatform({
    store, district: sampleDistrict.code, districtName: sampleDistrict.name, isDemonstration: true, folder: job.folder, secrets: await loadSecrets(job.folder), now: () => new Date().toISOString(), log: quiet,
  });
  const actor = findActor(await platform.directory(), 'guide-office', dayOf(platform.now()));
  if (!actor) throw new Error('the post that keeps the list of items is not there');
  const report = await checkImport(platform, actor, 'serviceItem', input);
  await store.close();
  if (report.refused > 0) throw new Error(JSON.stringify(report.problems[0]));
  return report.rows;
}
