import { pino } from 'pino';
import { sampleDistrict } from '#sample/district.ts';
import { replay, sampleLength } from '#sample/replay.ts';
import { openDistrict, openInstallation } from '../installation.ts';
import type { Options } from '../main.ts';
import { announce, progressBar } from '../terminal.ts';
import { dataFolder } from './data-folder.ts';

/** `zhanqiao replay`: the sample year into the demonstration's folder; `--scale n` repeats it n times as load. */
export async function replayCommand(options: Options): Promise<void> {
  const installation = await openInstallation(dataFolder(options));
  try {
    const now = () => new Date().toISOString();
    const { platform } = await openDistrict(installation, { ...sampleDistrict, isDemonstration: true }, now, pino({ level: 'warn' }));
    const scale = Number(options.scale ?? 1);
    const started = performance.now();
    const actions = await replay(platform, progressBar({ zh: '重放', en: 'Replaying' }, sampleLength() * scale), { scale });
    const seconds = (performance.now() - started) / 1000;
    announce({ zh: `完成 ${actions} 个动作，每秒 ${Math.round(actions / seconds)} 个。`, en: `${actions} actions, ${Math.round(actions / seconds)} a second.` });
  } finally {
    await installation.close();
  }
}
