import { statfsSync } from 'node:fs';
import { diskFull, EmbeddedRefusal } from './embedded-refusal.ts';
import { loggedSince } from './log-file.ts';

/** Room asked for before anything is written, in MiB: a cluster with its first log segments, or the segments a recovery may need. */
const room = { new: 128, existing: 32 };

export function refuseFullDisk(folder: string, cluster: keyof typeof room): void {
  if (freeMebibytes(folder) < room[cluster]) throw diskFull(folder);
}

/** Why a server process ended before it was of use, as far as its log tells. */
export function failureOf(folder: string, logPath: string, from: number): EmbeddedRefusal {
  const said = loggedSince(logPath, from);
  if (freeMebibytes(folder) < 16 || /No space left on device|Disk quota exceeded/.test(said)) return diskFull(folder);
  const last = said.split('\n').slice(-3).join(' / ');
  return new EmbeddedRefusal({
    zh: `数据库没有启动成功，日志见 ${logPath}。最后几行：${last}`,
    en: `The database did not start; its log is ${logPath}. The last lines: ${last}`,
  });
}

function freeMebibytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return (bavail * bsize) / (1024 * 1024);
}
