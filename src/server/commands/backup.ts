import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Refusal } from '#kernel/refusal.ts';
import type { Text } from '#kernel/words.ts';
import { backUp, districtCodes, noteRun, restore } from '#store/backup.ts';
import type { CheckOutcome } from '#store/check-runs.ts';
import { EmbeddedRefusal } from '#store/embedded/embedded-refusal.ts';
import { verifyAtOneMoment } from '#store/seals.ts';
import { joinInstallation, openInstallation, type Installation } from '../installation.ts';
import type { Options } from '../main.ts';
import { OperatorRefusal } from '../operator-refusal.ts';
import { sha256 } from '../platform.ts';
import { announce } from '../terminal.ts';
import { dataFolder } from './data-folder.ts';

/** `zhanqiao backup --file`: every table and every kept file in one archive, while the platform runs or not. */
export async function backupCommand(options: Options): Promise<void> {
  const file = fileOf(options);
  const folder = dataFolder(options);
  refuseNowhere(folder);
  const started = performance.now();
  const startedAt = new Date().toISOString();
  const installation = await joinInstallation(folder);
  try {
    const { rows, files, at } = await backUp({ admin: installation.admin, folder, file });
    const { size } = await stat(file);
    const [seconds, megabytes] = [((performance.now() - started) / 1000).toFixed(1), (size / 1024 / 1024).toFixed(1)];
    const how = installation.isRunning ? { zh: '平台运行中', en: 'while the platform was running' } : { zh: '平台未运行', en: 'with the platform stopped' };
    // Whoever looks at the platform's state sees when the last one was made.
    await noteRun(installation.admin, { kind: 'backup', startedAt, finishedAt: new Date().toISOString(), outcome: { isWell: true, words: { zh: `已备份 ${rows} 行、${files} 个文件，${megabytes} MB。`, en: `Backed up ${rows} rows and ${files} files, ${megabytes} MB.` } } });
    announce({
      zh: `已备份 ${rows} 行、${files} 个文件到 ${file}（${megabytes} MB，用时 ${seconds} 秒，${how.zh}）。内容截至 ${clockWords(at)}。密钥文件 secrets.json 请另行妥善保存。`,
      en: `Backed up ${rows} rows and ${files} files to ${file} (${megabytes} MB in ${seconds} s, ${how.en}), as of ${clockWords(at)}. Keep secrets.json safe elsewhere.`,
    });
  } finally {
    await installation.close();
  }
}

/** `zhanqiao restore --file`: into an empty data folder only; with `--trial` into one made for it. */
export async function restoreCommand(options: Options): Promise<void> {
  const file = fileOf(options);
  if (!existsSync(file)) throw new OperatorRefusal({ zh: `没有找到备份文件 ${file}。`, en: `There is no backup file ${file}.` });
  if (options.trial) return tryRestore(options, file);
  const installation = await openInstallation(dataFolder(options));
  try {
    const { rows, files, at } = await restore({ admin: installation.admin, folder: installation.folder, file });
    announce({ zh: `已恢复 ${rows} 行、${files} 个文件，内容截至 ${clockWords(at)}。`, en: `Restored ${rows} rows and ${files} files, as of ${clockWords(at)}.` });
  } finally {
    await installation.close();
  }
}

/** Puts a backup back beside what is in use, verifies all of it and takes it away again. The platform's state says how it went. */
async function tryRestore(options: Options, file: string): Promise<void> {
  const folder = dataFolder(options);
  refuseNowhere(folder);
  const startedAt = new Date().toISOString();
  const installation = await joinInstallation(folder);
  try {
    const { outcome, fault } = await outcomeOf(() => restoredApart(file));
    await noteRun(installation.admin, { kind: 'restoreTrial', startedAt, finishedAt: new Date().toISOString(), outcome });
    if (fault !== undefined) throw fault;
    if (!outcome.isWell) throw new OperatorRefusal(outcome.words);
    announce(outcome.words);
  } finally {
    await installation.close();
  }
}

/** A trial that is refused or breaks off is an outcome too: it is the one that an operator must see. A fault of ours is told whole besides. */
async function outcomeOf(work: () => Promise<Text>): Promise<{ readonly outcome: CheckOutcome; readonly fault?: unknown }> {
  try {
    return { outcome: { isWell: true, words: await work() } };
  } catch (failure) {
    if (failure instanceof Refusal || failure instanceof OperatorRefusal || failure instanceof EmbeddedRefusal) return { outcome: { isWell: false, words: failure.words } };
    const said = failure instanceof Error ? failure.message : String(failure);
    return { outcome: { isWell: false, words: { zh: `演练没有做完：${said}`, en: `The trial was not finished: ${said}` } }, fault: failure };
  }
}

async function restoredApart(file: string): Promise<Text> {
  const interruption = listenForInterruption();
  const scratch = await mkdtemp(join(tmpdir(), 'zhanqiao-trial-'));
  try {
    const apart = await openInstallation(scratch, { apart: true });
    const work = restoreAndVerify(apart, scratch, file);
    try {
      return await Promise.race([work, interruption.comes]);
    } finally {
      await apart.close();
      // Without its database it ends; what it writes last is taken away with the rest.
      await work.catch(() => {});
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
    interruption.forget();
  }
}

async function restoreAndVerify({ admin, store }: Installation, folder: string, file: string): Promise<Text> {
  const { rows, files, at } = await restore({ admin, folder, file });
  let [matters, events] = [0, 0];
  for (const district of await districtCodes(admin)) {
    const result = await store.reading(district, (tx) => verifyAtOneMoment(tx, district, sha256));
    if (result.fault) throw new OperatorRefusal(result.fault);
    matters += result.matters;
    events += result.events;
  }
  return {
    zh: `演练成功：恢复 ${rows} 行、${files} 个文件，内容截至 ${clockWords(at)}；核验 ${matters} 件事项、${events} 条留痕，全部一致。`,
    en: `The trial went well: ${rows} rows and ${files} files restored, as of ${clockWords(at)}; ${matters} matters and ${events} events verified.`,
  };
}

/** Whoever breaks a trial off leaves no second database behind. */
function listenForInterruption(): { readonly comes: Promise<never>; forget(): void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const { promise, reject } = Promise.withResolvers<never>();
  // Refused before anybody waits for it, it is no fault.
  promise.catch(() => {});
  const stop = () => reject(new OperatorRefusal({ zh: '演练被中断，没有做完；正在用的数据没有动过。', en: 'The trial was broken off before its end; what is in use was not touched.' }));
  for (const signal of signals) process.on(signal, stop);
  return {
    comes: promise,
    forget() {
      for (const signal of signals) process.off(signal, stop);
    },
  };
}

function refuseNowhere(folder: string): void {
  if (!existsSync(folder)) throw new OperatorRefusal({ zh: `没有数据文件夹 ${folder}，请用 --data 或 --district 指明。`, en: `There is no data folder ${folder}; please name it with --data or --district.` });
}

function fileOf(options: Options): string {
  if (!options.file) throw new OperatorRefusal({ zh: '请用 --file 指定备份文件。', en: 'Please name the backup file with --file.' });
  return resolve(options.file);
}

/** A moment on China's clock; archives of earlier versions hold none. */
function clockWords(at: string): string {
  return at === '' ? '—' : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
