import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { writeWorkbook } from '#reports/workbook-writer.ts';
import type { Ground, Site } from './ground.ts';
import type { ImportJob, ImportTold } from './import-process.ts';
import { median, spread, type Row } from './row.ts';

const rows = 20_000;
const fewRows = 5_000;
const rounds = 3;
/** MB that fifteen thousand more rows may add to what is left after a collection. By what they are told apart is kept of each, a third of it; the rows themselves were six times as much. */
const flat = 16;

/** A workbook of 20,000 service items checked against the platform, against reading it and throwing the rows away. */
export const importing: Row = {
  name: 'import',
  async measure(ground) {
    const site = await ground.district(20_000);
    const paths = { many: await workbook(ground, rows), few: await workbook(ground, fewRows) };
    const checks: ImportTold[] = [];
    const reads: ImportTold[] = [];
    const weighed: Record<'many' | 'few', ImportTold[]> = { many: [], few: [] };
    for (let round = 0; round < rounds; round += 1) {
      checks.push(await inProcess({ ...jobOf(site, ground), path: paths.many, isCheck: true, isWeighed: false }));
      reads.push(await inProcess({ ...jobOf(site, ground), path: paths.many, isCheck: false, isWeighed: false }));
      for (const size of ['many', 'few'] as const) weighed[size].push(await inProcess({ ...jobOf(site, ground), path: paths[size], isCheck: true, isWeighed: true }));
    }
    const ours = checks.map((told) => told.milliseconds);
    const bare = reads.map((told) => told.milliseconds);
    const ratio = median(ours) / median(bare);
    const held = { many: median(weighed.many.map((told) => told.held)), few: median(weighed.few.map((told) => told.held)) };
    const growth = held.many - held.few;
    const peakOf = (told: readonly ImportTold[]) => `${median(told.map(({ peak }) => peak)).toFixed(0)} MB`;
    const wrong = checks.find((told) => told.rows !== rows);
    if (wrong) throw new Error(`the check looked at ${wrong.rows} rows`);
    return [
      { what: 'import of 20,000 rows with checks', ours: `${(median(ours) / 1000).toFixed(1)} s`, reference: `${(median(bare) / 1000).toFixed(1)} s (bare reader)`, ratio: ratio.toFixed(2), budget: '≤ 3.00 ×', isMet: ratio <= 3, notes: [`ours ${spread(ours, 0)} ms, reader ${spread(bare, 0)} ms, each in a process of its own`] },
      {
        what: 'its memory after a collection, 20,000 rows against 5,000', ours: `${held.many.toFixed(0)} MB`, reference: `${held.few.toFixed(0)} MB`, ratio: `+${growth.toFixed(0)} MB`, budget: `flat (≤ +${flat} MB)`, isMet: growth <= flat,
        // V8 lets its young generation grow the longer a process works, and returns none of it meanwhile: what the system sees is no measure of what is held.
        notes: [`taken from the system at most ${peakOf(checks)}, by the bare reader of the same rows ${peakOf(reads)}`],
      },
    ];
  },
};

function jobOf(site: Site, ground: Ground): Pick<ImportJob, 'folder' | 'application'> {
  return { folder: ground.folder, application: { ...site.application } };
}

async function workbook(ground: Ground, count: number): Promise<string> {
  const headings = ['事项名称', '实施编码', '实施主体', '主项名称', '事项类型代码', '区划代码', '办事指南网址', '法定办结时限', '法定时限单位', '承诺办结时限', '承诺时限单位', '是否收费'];
  const columns = headings.map((heading) => ({ heading, kind: heading.endsWith('时限') ? ('number' as const) : ('text' as const), width: 16 }));
  const table = Array.from({ length: count }, (_each, n) => [
    `${['开办', '变更', '注销', '备案', '核准'][n % 5]}第${n}号示例事项`, `BENCH-370215-${String(n).padStart(6, '0')}`, ['区行政审批服务局', '区市场监督管理局', '区人力资源和社会保障局'][n % 3] ?? '', `示例主项${n % 400}`,
    String([1, 7, 10, 20][n % 4]), '370215', `https://example.invalid/guide/${n}`, 20, '工作日', 5 + (n % 10), '工作日', '否',
  ]);
  const path = join(ground.folder, `items-${count}.xlsx`);
  await writeFile(path, await buffer(writeWorkbook([{ name: '事项', columns, rows: table }])));
  return path;
}

function inProcess(job: ImportJob): Promise<ImportTold> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...(job.isWeighed ? ['--expose-gc'] : []), fileURLToPath(new URL('./import-process.ts', import.meta.url)), JSON.stringify(job)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve(JSON.parse(said) as ImportTold) : reject(new Error(`the import ended with ${code}`))));
  });
}
