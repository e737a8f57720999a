import { cpus } from 'node:os';
import { action } from './action.ts';
import { evaluation } from './evaluation.ts';
import { drawing } from './draw.ts';
import { firstPage } from './first-page.ts';
import { openGround } from './ground.ts';
import { grid } from './grid.ts';
import { growth } from './growth.ts';
import { importing } from './import.ts';
import { lighthouse } from './lighthouse.ts';
import { list } from './list.ts';
import { paint } from './paint.ts';
import { panel } from './panel.ts';
import { replay } from './replay.ts';
import type { Result, Row } from './row.ts';
import { search } from './search.ts';
import { start } from './start.ts';

// `npm run bench`, or `zhanqiao bench action list` for some of the rows: the budgets, as ratios of one run on one machine.
const rows: readonly Row[] = [firstPage, grid, paint, lighthouse, replay, importing, action, list, search, growth, start, panel, drawing, evaluation];
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !rows.some((row) => row.name === name));
if (unknown !== undefined) {
  console.error(`没有“${unknown}”这一项；可选：${rows.map((row) => row.name).join('、')}。There is no row “${unknown}”.`);
  process.exit(2);
}

const ground = await openGround((words) => console.log(`   ${words}`));
let isClosing = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The database outlives us unless it is stopped.
    if (!isClosing) void ground.close().finally(() => process.exit(1));
    isClosing = true;
  });
}
const results: Result[] = [];
let failed = 0;
try {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.versions.node}`);
  for (const row of rows.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    console.log(`\n── ${row.name}`);
    try {
      for (const result of await row.measure(ground)) {
        results.push(result);
        console.log(`   ${result.what}: ${result.ours}; ${result.reference}; ${result.ratio}; budget ${result.budget}: ${result.isMet ? 'met' : 'NOT MET'}`);
        for (const note of result.notes ?? []) console.log(`      ${note}`);
      }
    } catch (failure) {
      failed += 1;
      console.error(failure);
    }
  }
} finally {
  if (!isClosing) await ground.close();
}
print(results);
process.exitCode = failed > 0 || results.some(({ isMet }) => !isMet) ? 1 : 0;

function print(told: readonly Result[]): void {
  const lines = [['what', 'ours', 'reference', 'ratio', 'budget', ''], ...told.map((each) => [each.what, each.ours, each.reference, each.ratio, each.budget, each.isMet ? 'met' : 'NOT MET'])];
  const widths = lines[0]?.map((_each, column) => Math.max(...lines.map((line) => (line[column] ?? '').length))) ?? [];
  console.log(`\n${lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')}`);
}
