import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// `npm test`: types, lint and tests in turn, each to its end whatever the one before said; the last line counts them all.
// What is given after `npm test --` goes to vitest: `npm test -- src/kernel`.

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'zhanqiao-run-'));
const summary = join(folder, 'vitest.json');

const steps: readonly { readonly name: string; readonly run: () => Promise<Count> }[] = [
  { name: 'tsc', run: async () => asOne(await run('typescript/bin/tsc', ['--noEmit', '--pretty'])) },
  { name: 'oxlint', run: async () => asOne(await run('oxlint/bin/oxlint', ['--deny-warnings', ...['src', 'test', 'bench', 'bin'].filter((each) => existsSync(join(root, each)))])) },
  { name: 'vitest', run: async () => readSummary(await run('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${summary}`, ...process.argv.slice(2)])) },
];

let passed = 0;
let failed = 0;
let running: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    // Vitest has a database server to stop; left alone it would outlive us.
    running?.kill(signal);
    rmSync(folder, { recursive: true, force: true });
    process.exit(1);
  });
}
try {
  for (const step of steps) {
    console.log(`\n── ${step.name}`);
    const began = performance.now();
    const count = await step.run();
    passed += count.passed;
    failed += count.failed;
    console.log(`── ${step.name}: ${count.passed} passed, ${count.failed} failed (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${passed} passed, ${failed} failed`);
// A child that hung on to something must not keep a finished run open.
process.exit(failed === 0 ? 0 : 1);

/** A tool that has one answer counts as one test. */
function asOne(code: number): Count {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The counts of vitest's own report; a run that broke down outside its tests, or found none, counts as one failure. */
function readSummary(code: number): Count {
  if (!existsSync(summary)) return { passed: 0, failed: 1 };
  const told = JSON.parse(readFileSync(summary, 'utf8')) as { numPassedTests: number; numFailedTests: number; testResults: { status: string; assertionResults: unknown[] }[] };
  // A file that could not even be loaded holds no test that failed.
  const unread = told.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const counted = told.numFailedTests + unread;
  return { passed: told.numPassedTests, failed: counted === 0 && (code !== 0 || told.numPassedTests === 0) ? 1 : counted };
}

/** Runs a tool of node_modules under this same Node, its output where ours goes. */
function run(tool: string, options: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'node_modules', tool), ...options], { cwd: root, stdio: 'inherit' });
    running = child;
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
