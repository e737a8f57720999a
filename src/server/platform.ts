import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chinaCalendar, type Instant, type WorkCalendar } from '#kernel/calendar.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Digest } from '#kernel/trace.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import type { MechanismServer } from '#mechanisms/serving.ts';
import type { Store } from '#store/database.ts';
import { readDirectory, type Directory } from './directory.ts';

/** The keys of one installation, kept in its data folder for its own account alone. */
export interface Secrets {
  /** Encrypts sealed facts. */
  readonly vault: Buffer;
  /** Peppers the hashes of query codes and session tokens. */
  readonly codes: Buffer;
  /** Password of the application's database role. */
  readonly database: string;
}

/** Everything the server's rooms share: one district served by one process. Time comes from here and nowhere else. */
export interface Platform {
  readonly store: Store;
  /** Six digits, GB/T 2260. */
  readonly district: string;
  readonly districtName: string;
  readonly isDemonstration: boolean;
  readonly folder: string;
  readonly secrets: Secrets;
  readonly tls: boolean;
  readonly log: Log;
  readonly digest: Digest;
  now(): Instant;
  /** As of the last reading of the directory, which every request begins with. */
  calendar(): WorkCalendar;
  directory(): Promise<Directory>;
  /** Units, people or settings have changed: read them anew. */
  forgetDirectory(): void;
  getMechanism(key: string): AnyMechanism;
  serving(key: string): Promise<MechanismServer | undefined>;
  /** Something was committed, in this process or another: whoever waits looks again. */
  poke(from?: 'here' | 'elsewhere'): void;
  onPoke(listener: (from: 'here' | 'elsewhere') => void): () => void;
}

/** Where structured lines go; pino's shape. */
export interface Log {
  info(fields: object, words: string): void;
  warn(fields: object, words: string): void;
  error(fields: object, words: string): void;
}

/** SHA-256, hex: the digest of the trace unless a district's rules ask for SM3. */
export const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex');
/** SM3 (GB/T 32905-2016), hex. */
export const sm3: Digest = (text) => createHash('sm3').update(text).digest('hex');

const byKey = new Map(mechanisms.map((mechanism) => [mechanism.record.key, mechanism]));

/** Puts a platform together around an open store. */
export function createPlatform(options: {
  readonly store: Store;
  readonly district: string;
  readonly districtName: string;
  readonly isDemonstration: boolean;
  readonly folder: string;
  readonly secrets: Secrets;
  readonly now: () => Instant;
  readonly log: Log;
  readonly tls?: boolean;
  readonly digest?: Digest;
}): Platform {
  const listeners = new Set<(from: 'here' | 'elsewhere') => void>();
  let directory: Promise<Directory> | undefined;
  let calendar = chinaCalendar;
  const served = new Map<string, Promise<MechanismServer | undefined>>();
  const platform: Platform = {
    ...options,
    tls: options.tls ?? false,
    digest: options.digest ?? sha256,
    calendar: () => calendar,
    directory: () => (directory ??= readDirectory(options.store, options.district).then(
      (read) => {
        calendar = read.calendar;
        return read;
      },
      (failure: unknown) => {
        directory = undefined;
        throw failure;
      },
    )),
    forgetDirectory: () => (directory = undefined),
    getMechanism: (key) => {
      const mechanism = byKey.get(key);
      if (!mechanism) throw refuse('unknownMechanism');
      return mechanism;
    },
    serving: (key) => {
      const loaded = served.get(key) ?? loadServing(platform.getMechanism(key));
      served.set(key, loaded);
      return loaded;
    },
    poke: (from = 'here') => listeners.forEach((listener) => listener(from)),
    onPoke: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return platform;
}

/** The secrets of a data folder, made at its first use. */
export async function loadSecrets(folder: string): Promise<Secrets> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'secrets.json');
  if (!existsSync(path)) {
    const made = { vault: randomBytes(32).toString('hex'), codes: randomBytes(32).toString('hex'), database: randomBytes(24).toString('base64url') };
    await writeFile(path, `${JSON.stringify(made, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  await chmod(path, 0o600);
  const kept = JSON.parse(await readFile(path, 'utf8')) as Record<keyof Secrets, string>;
  return { vault: Buffer.from(kept.vault, 'hex'), codes: Buffer.from(kept.codes, 'hex'), database: kept.database };
}

/** The server part of the mechanism of that key, for whoever has no platform: a thread of its own. */
export function servingOf(key: string): Promise<MechanismServer | undefined> {
  const mechanism = byKey.get(key);
  if (!mechanism) throw refuse('unknownMechanism');
  return loadServing(mechanism);
}

/** A mechanism's own server part lies beside it as `server.ts`; most have none. */
async function loadServing({ record }: AnyMechanism): Promise<MechanismServer | undefined> {
  const folder = record.key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const url = new URL(`../mechanisms/${record.wing}/${folder}/server.ts`, import.meta.url);
  if (!existsSync(url)) return undefined;
  const { serving } = (await import(url.href)) as { serving: MechanismServer };
  return serving;
}
