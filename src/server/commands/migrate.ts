import { openInstallation } from '../installation.ts';
import type { Options } from '../main.ts';
import { announce } from '../terminal.ts';
import { dataFolder } from './data-folder.ts';

/** `zhanqiao migrate`: brings the schema up to date and stops. */
export async function migrateCommand(options: Options): Promise<void> {
  const installation = await openInstallation(dataFolder(options));
  await installation.close();
  announce({ zh: '数据库结构已是最新。', en: 'The schema is up to date.' });
}
