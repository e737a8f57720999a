import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The mark of a process that runs but whose beginning we are not allowed, or have no means, to read. */
export const unseen = 'unseen';

/** When a process began, as an opaque mark that no later process with the same number shares; undefined when it does not run. */
export function beginningOf(pid: number): string | undefined {
  if (process.platform === 'linux') return beginningOnLinux(pid);
  if (process.platform !== 'win32') return ps(pid, 'lstart=');
  return answersToSignals(pid) ? unseen : undefined;
}

/** Server processes at work in this data folder, whoever started them; zombies no longer work anywhere. Known on Linux only. */
export function serversIn(cluster: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        // An administrator's shell may stand in the folder too, hence the second question.
        return readlinkSync(`/proc/${pid}/cwd`) === cluster && readFileSync(`/proc/${pid}/comm`, 'utf8') === 'postgres\n';
      } catch {
        return false; // ended meanwhile, not a process, or not ours to look at
      }
    });
}

/** Whether this process was started as the postmaster of this data folder; tells it from a stranger that got its number. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (beginningOf(pid) === undefined) return false;
  if (process.platform !== 'linux') return (ps(pid, 'command=') ?? '').includes(cluster);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return false;
  }
}

function beginningOnLinux(pid: number): string | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return answersToSignals(pid) ? unseen : undefined; // /proc may hide the processes of others
  }
  // proc(5): after the name in brackets, which may itself hold brackets, come state (field 3) and start time (field 22).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${boot()}/${fields[19]}`;
}

function boot(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'unknown-boot';
  }
}

function answersToSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function ps(pid: number, column: string): string | undefined {
  return spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined;
}
