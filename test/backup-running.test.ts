import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleDistrict } from '#sample/district.ts';
import { joinInstallation, openInstallation } from '#server/installation.ts';
import { sha256 } from '#server/platform.ts';
import { latestChecks } from '#store/check-runs.ts';
import { eventsOf } from '#store/events.ts';
import { verifyAll } from '#store/seals.ts';
import { startClients } from './crash-load.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhanqiao-backup-running-'));
const [here, there, file] = [join(folder, 'here'), join(folder, 'there'), join(folder, 'copy.tar.gz')];
const run = promisify(execFile);
const entry = ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL('../src/server/main.ts', import.meta.url))];
const zhanqiao = (...words: readonly string[]) => run(process.execPath, [...entry, ...words]);
let server: ChildProcess;
let port: number;

beforeAll(async () => {
  server = fork(fileURLToPath(new URL('./crash-server.ts', import.meta.url)), [here], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: ['--disable-warning=ExperimentalWarning'] });
  [port] = (await once(server, 'message')) as [number];
});
afterAll(async () => {
  if (server.exitCode === null) {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

/** What the platform that runs here knows of the last trial. */
async function lastTrial() {
  const installation = await joinInstallation(here);
  try {
    const runs = await installation.store.reading(sampleDistrict.code, (tx) => latestChecks(tx, sampleDistrict.code));
    return runs.find(({ kind }) => kind === 'restoreTrial');
  } finally {
    await installation.close();
  }
}

it('the embedded database is backed up while people act, and put back it is what it was at one moment', { timeout: 300_000 }, async () => {
  const clients = await startClients(3, async () => port);
  await clients.acknowledged(60);
  const known = clients.matters.map(({ id, said }) => ({ id, said: [...said] }));
  const [{ stdout }] = await Promise.all([zhanqiao('backup', '--data', here, '--file', file), clients.acknowledged(60)]);
  expect(stdout).toMatch(/已备份 \d+ 行、0 个文件到 .+平台运行中.+截至 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/);
  expect(stdout).toContain('while the platform was running');
  expect((await zhanqiao('verify', '--data', here)).stdout).toContain('核验通过');
  await clients.stop();
  // The one that runs was not disturbed: nothing was refused, and it still answers.
  expect(clients.failures()).toBe(0);

  // Tried beside the one in use, and noted there.
  expect((await zhanqiao('restore', '--trial', '--data', here, '--file', file)).stdout).toMatch(/演练成功：恢复 \d+ 行.+核验 [1-9]\d* 件事项、[1-9]\d* 条留痕，全部一致/);
  expect(await lastTrial()).toMatchObject({ by: 'zhanqiao restore --trial', outcome: { isWell: true } });
  const cut = join(folder, 'cut.tar.gz');
  writeFileSync(cut, readFileSync(file).subarray(0, -400));
  await expect(zhanqiao('restore', '--trial', '--data', here, '--file', cut)).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('备份文件不完整或被改动过') });
  expect(await lastTrial()).toMatchObject({ outcome: { isWell: false } });

  // Broken off it leaves no second database behind, and is no trial that went well.
  const scratch = join(folder, 'scratch');
  mkdirSync(scratch);
  const trial = execFile(process.execPath, [...entry, 'restore', '--trial', '--data', here, '--file', file], { env: { ...process.env, TMPDIR: scratch } });
  let said = '';
  trial.stdout?.on('data', (piece: string) => (said += piece));
  const ended = once(trial, 'exit');
  while (readdirSync(scratch).length === 0) await setTimeout(20);
  trial.kill('SIGINT');
  expect([(await ended)[0], readdirSync(scratch)]).toEqual([1, []]);
  expect(said).toContain('演练被中断');
  expect(await lastTrial()).toMatchObject({ outcome: { isWell: false, words: { zh: expect.stringContaining('被中断') } } });

  mkdirSync(there);
  copyFileSync(join(here, 'secrets.json'), join(there, 'secrets.json'));
  expect((await zhanqiao('restore', '--data', there, '--file', file)).stdout).toContain('已恢复');
  const installation = await openInstallation(there);
  try {
    await installation.store.reading(sampleDistrict.code, async (tx) => {
      const { fault, matters, events } = await verifyAll(tx, sampleDistrict.code, sha256);
      expect(fault).toBeUndefined();
      const said = new Map<string, unknown[]>();
      for (const { id } of clients.matters) said.set(id, (await eventsOf(tx, sampleDistrict.code, id)).map((event) => event.set['seq']));
      // All that was acknowledged before it began is there; what came later is there from the front, without a gap.
      for (const { id, said: acknowledged } of known) expect(said.get(id)?.slice(0, acknowledged.length)).toEqual(acknowledged);
      for (const { id, said: all } of clients.matters) expect(all.slice(0, said.get(id)?.length)).toEqual(said.get(id));
      const restored = [...said.values()];
      expect(matters).toBe(restored.filter((each) => each.length > 0).length);
      expect(events).toBe(restored.flat().length);
      // It was really taken in the middle: people went on after it.
      expect(events).toBeLessThan(clients.matters.flatMap(({ said: all }) => all).length);
    });
  } finally {
    await installation.close();
  }
});

it('a folder that is not there is no installation to back up', async () => {
  await expect(zhanqiao('backup', '--data', join(folder, 'nowhere'), '--file', join(folder, 'none.tar.gz'))).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('没有数据文件夹') });
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});
