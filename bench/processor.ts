import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of processor that were used: by this process's main thread, and by the servers of PostgreSQL it started. */
export interface ProcessorTime {
  readonly node: number;
  /** Not known beside Linux. */
  readonly postgres: number | undefined;
}

/** What some work takes of the processors: on a machine that others use too this says more than the clock. */
export async function processorTimeOf<T>(work: () => Promise<T>): Promise<{ readonly result: T } & ProcessorTime> {
  const [node, postgres] = [process.threadCpuUsage(), postgresTime()];
  const result = await work();
  const used = process.threadCpuUsage(node);
  const after = postgresTime();
  return { result, node: (used.user + used.system) / 1000, postgres: after === undefined || postgres === undefined ? undefined : after - postgres };
}

/** Microseconds each, in words. */
export function perPiece({ node, postgres }: ProcessorTime, pieces: number): string {
  const each = (milliseconds: number) => `${((milliseconds * 1000) / pieces).toFixed(0)} µs`;
  return `Node ${each(node)}${postgres === undefined ? '' : `, PostgreSQL ${each(postgres)}`}`;
}

interface Seen {
  readonly parent: number;
  readonly name: string;
  readonly milliseconds: number;
}

/** A tick of the kernel's accounts is a hundredth of a second. What a process has used includes its ended children. */
const tick = 10;

function postgresTime(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const seen = new Map<number, Seen>();
  for (const entry of readdirSync('/proc')) if (/^\d+$/.test(entry)) look(Number(entry), seen);
  const isOurs = (pid: number): boolean => pid === process.pid || (seen.has(pid) && isOurs(seen.get(pid)?.parent ?? 0));
  return [...seen].reduce((sum, [pid, { name, milliseconds }]) => (name === 'postgres' && isOurs(pid) ? sum + milliseconds : sum), 0);
}

function look(pid: number, seen: Map<number, Seen>): void {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return; // it has ended meanwhile
  }
  const end = text.lastIndexOf(')');
  const fields = text.slice(end + 2).split(' ').map(Number);
  const ticks = [11, 12, 13, 14].reduce((sum, place) => sum + (fields[place] ?? 0), 0);
  seen.set(pid, { parent: fields[1] ?? 0, name: text.slice(text.indexOf('(') + 1, end), milliseconds: ticks * tick });
}
