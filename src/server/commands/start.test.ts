import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const folder = mkdtempSync(join(tmpdir(), 'zhanqiao-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a start that fails on its way says why and leaves no database running', () => {
  // The clock of the demonstration is read once the database is up.
  writeFileSync(join(folder, 'demonstration.json'), 'torn');
  const { DATABASE_URL: _outside, ...env } = process.env;
  // Into a file: a database left behind would hold a pipe open, and nobody would ever be told.
  const errors = join(folder, 'errors.txt');
  const { status } = spawnSync(process.execPath, [join(root, 'bin/zhanqiao'), 'start', '--port', '0', '--data', folder], { env, stdio: ['ignore', 'ignore', openSync(errors, 'w')], timeout: 60_000 });
  expect([status, readFileSync(errors, 'utf8')]).toEqual([1, expect.stringContaining('torn')]);
  expect(existsSync(join(folder, 'postgres/cluster/PG_VERSION'))).toBe(true);
  expect(existsSync(join(folder, 'postgres/cluster/postmaster.pid'))).toBe(false);
}, 120_000);
