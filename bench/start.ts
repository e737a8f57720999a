import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, spread, type Row } from './row.ts';

const rounds = 5;
const program = fileURLToPath(new URL('../bin/zhanqiao', import.meta.url));

/** From the command to the first page of the workbench, once the sample district is there. */
export const start: Row = {
  name: 'start',
  async measure(ground) {
    const folder = join(ground.folder, 'start');
    const first = await startOnce(folder);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await startOnce(folder));
    return [{
      what: 'start to first page, after the first time', ours: `${(median(times) / 1000).toFixed(2)} s`, reference: '–', ratio: '–', budget: '≤ 3 s', isMet: median(times) <= 3_000,
      notes: [`${spread(times.map((time) => time / 1000))} s; the very first, with the sample years told, ${(first / 1000).toFixed(1)} s`],
    }];
  },
};

async function startOnce(folder: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [program, 'start', '--data', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    let said = '';
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk) => {
        said += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (found) resolve(found);
      });
      child.once('exit', () => reject(new Error(said)));
    });
    const page = await fetch(`${address}/work`);
    const text = await page.text();
    if (!page.ok || !text.includes('<script')) throw new Error(`the first page was ${page.status}`);
    const script = /src="([^"]+)"/.exec(text)?.[1] ?? '';
    await (await fetch(`${address}${script}`)).arrayBuffer();
    return performance.now() - began;
  } finally {
    const ended = once(child, 'exit');
    if (child.exitCode === null && child.kill('SIGTERM')) await ended;
  }
}
