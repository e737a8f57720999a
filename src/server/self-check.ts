import { readFile, statfs } from 'node:fs/promises';
import { dayOf } from '#kernel/calendar.ts';
import type * as administrationShape from '#contract/administration-shapes.ts';
import { latestChecks } from '#store/check-runs.ts';
import { conditionOfDatabase } from '#store/condition-of-database.ts';
import type { Tx } from '#store/database.ts';
import { jobStates } from './jobs.ts';
import type { Platform } from './platform.ts';

const startedAt = new Date(Date.now() - process.uptime() * 1000).toISOString();

/** How the platform is, as far as it can tell by itself. */
export async function selfCheck(platform: Platform, tx: Tx, listeners: number): Promise<administrationShape.SelfCheck> {
  const { version, bytes, outbox, sealedUpTo } = await conditionOfDatabase(tx, platform.district);
  const disk = await statfs(platform.folder);
  const today = dayOf(platform.now());
  return {
    version: await productVersion(),
    node: process.versions.node,
    database: { version, bytes: Number(bytes) },
    disk: { free: disk.bavail * disk.bsize, all: disk.blocks * disk.bsize },
    startedAt,
    listeners,
    outbox,
    runs: await latestChecks(tx, platform.district),
    sealedUpTo,
    jobs: await jobStates(platform),
    knownYears: platform.calendar().years.filter((year) => year >= Number(today.slice(0, 4)) - 1),
    today,
  };
}

async function productVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return version;
}
