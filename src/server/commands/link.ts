import { pino } from 'pino';
import { findDistrict } from '#store/districts.ts';
import { giveOneTimeLink, joinInstallation, openDistrict } from '../installation.ts';
import type { Options } from '../main.ts';
import { OperatorRefusal } from '../operator-refusal.ts';
import { announce } from '../terminal.ts';
import { dataFolder } from './data-folder.ts';

/** `zhanqiao link --district`: a new one-time link, for a first administrator whose link was lost or a password forgotten. */
export async function linkCommand(options: Options): Promise<void> {
  if (options.district === undefined) throw new OperatorRefusal({ zh: '请用 --district 写明区划代码；示例区不需要链接。', en: 'Please give --district; the sample district needs no link.' });
  const installation = await joinInstallation(dataFolder(options));
  try {
    const { district: code } = options;
    const held = await installation.store.reading(code, (tx) => findDistrict(tx, code));
    if (!held) throw new OperatorRefusal({ zh: '这个区县还没有建立，请先用 start 启动。', en: 'This district does not exist yet; run start first.' });
    const { platform } = await openDistrict(installation, held, () => new Date().toISOString(), pino({ level: 'warn' }));
    announce({
      zh: `请在 24 小时内打开（仅可使用一次）：/work/first?token=${await giveOneTimeLink(platform)}（前面加上平台地址）`,
      en: 'Open it within 24 hours, with the address of the platform before it; it works once.',
    });
  } finally {
    await installation.close();
  }
}
