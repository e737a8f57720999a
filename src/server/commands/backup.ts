import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { backUp, restore } from '#store/backup.ts';
import { openInstallation } from '../installation.ts';
import type { Options } from '../main.ts';
import { OperatorRefusal } from '../operator-refusal.ts';
import { announce } from '../terminal.ts';
import { dataFolder } from './data-folder.ts';

/** `zhanqiao backup --file`: every table and every kept file in one archive. */
export async function backupCommand(options: Options): Promise<void> {
  const file = fileOf(options);
  const installation = await openInstallation(dataFolder(options));
  try {
    const { rows, files } = await backUp({ admin: installation.admin, folder: installation.folder, file });
    announce({ zh: `已备份 ${rows} 行、${files} 个文件到 ${file}。密钥文件 secrets.json 请另行妥善保存。`, en: `Backed up ${rows} rows and ${files} files to ${file}. Keep secrets.json safe elsewhere.` });
  } finally {
    await installation.close();
  }
}

/** `zhanqiao restore --file`: into an empty data folder only. */
export async function restoreCommand(options: Options): Promise<void> {
  const file = fileOf(options);
  if (!existsSync(file)) throw new OperatorRefusal({ zh: `没有找到备份文件 ${file}。`, en: `There is no backup file ${file}.` });
  const installation = await openInstallation(dataFolder(options));
  try {
    const { rows, files } = await restore({ admin: installation.admin, folder: installation.folder, file });
    announce({ zh: `已恢复 ${rows} 行、${files} 个文件。`, en: `Restored ${rows} rows and ${files} files.` });
  } finally {
    await installation.close();
  }
}

function fileOf(options: Options): string {
  if (!options.file) throw new OperatorRefusal({ zh: '请用 --file 指定备份文件。', en: 'Please name the backup file with --file.' });
  return resolve(options.file);
}
