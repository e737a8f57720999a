import { PgBoss } from 'pg-boss';
import type { Actor } from '#kernel/actor.ts';
import { addDays, dayOf, type Instant } from '#kernel/calendar.ts';
import { refuse } from '#kernel/refusal.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { bulkRunsUnderWay } from '#store/bulk-runs.ts';
import { beginCheck, endCheck, findCheck, findRunning, noteCheck, type CheckRun } from '#store/check-runs.ts';
import { conditionOfDatabase } from '#store/condition-of-database.ts';
import { forgetDraftsBefore } from '#store/drafts.ts';
import { forgetBefore } from '#store/idempotency.ts';
import { indexFacts, type AdminConnection } from '#store/migrate.ts';
import { dropPartialsBefore } from '#store/partial-files.ts';
import { sealDay, verifyAll } from '#store/seals.ts';
import { dropSessionsBefore } from '#store/sessions.ts';
import { isAllSounded, soundMissing } from '#store/sounds-missing.ts';
import { refuseRequest } from './http/refusals.ts';
import { runBulkOf } from './bulk.ts';
import { findActor } from './directory.ts';
import { commitImport } from './imports.ts';
import { doNightly } from './nightly.ts';
import type { Platform } from './platform.ts';

/** A queue with how much is in it. */
export interface JobState {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
}

/** The jobs of a running server. */
export interface Jobs {
  /** Files the good rows of a checked import in the background. */
  commitImport(id: string, postId: string): Promise<void>;
  /** Verifies every trace in the background. */
  verify(id: string): Promise<void>;
  /** Goes on with what an action of a matter began. */
  runBulk(matter: string): Promise<void>;
  /** What waits, runs and has failed, queue by queue. */
  states(): Promise<JobState[]>;
  stop(): Promise<void>;
}

const running = new WeakMap<Platform, Jobs>();

/** Seals yesterday's heads of all traces, so that not even whoever holds the database can rewrite them unseen. */
export async function sealYesterday(platform: Platform, now: Instant): Promise<void> {
  const { district, digest } = platform;
  await platform.store.inDistrict(district, (tx) => sealDay(tx, district, addDays(dayOf(now), -1), digest, now));
}

/** How long an answer is kept for the same request sent again. */
const answersKept = 7;
/** In days: long enough for any leave, not for ever: a draft may hold personal data nobody handed in (个人信息保护法 19). */
const draftsKept = 180;
/** In days, by the clock of the disk. */
const piecesKept = 2;

/** Forgets what nobody needs any more: old answers to repeated requests, sessions that ended by themselves, drafts long untouched, files that never arrived whole. */
export async function forgetOld(platform: Platform, now: Instant): Promise<void> {
  const { district } = platform;
  await platform.store.inDistrict(district, async (tx) => {
    await forgetBefore(tx, district, new Date(Date.parse(now) - answersKept * 86_400_000).toISOString());
    await dropSessionsBefore(tx, district, now);
    await forgetDraftsBefore(tx, district, new Date(Date.parse(now) - draftsKept * 86_400_000).toISOString());
  });
  await dropPartialsBefore(platform.folder, Date.now() - piecesKept * 86_400_000);
}

/** Works out how names sound that were kept before the platform knew it, a few at a time, so that nobody waits. */
export async function soundAll(platform: Platform): Promise<void> {
  const { district } = platform;
  while (!isAllSounded(await platform.store.inDistrict(district, (tx) => soundMissing(tx, district))));
}

/** Files the good rows of an import for the post that asked for it, if it is still held. Taken up where it stopped when run again. */
export async function finishImport(platform: Platform, now: Instant, id: string, postId: string): Promise<void> {
  const actor = findActor(await platform.directory(), postId, dayOf(now));
  if (actor) await commitImport(platform, actor, id);
}

/** Asks for an import to be filed: in the background where jobs run, at once where none do. */
export async function askToCommit(platform: Platform, id: string, actor: Extract<Actor, { kind: 'post' }>): Promise<void> {
  const jobs = running.get(platform);
  if (jobs) await jobs.commitImport(id, actor.postId);
  else await finishImport(platform, platform.now(), id, actor.postId);
}

/** Goes on in the background with what an action began, where it began anything; at once where no jobs run. */
export async function askForBulk(platform: Platform, mechanism: string, action: string, matter: string): Promise<void> {
  if (!(await platform.serving(mechanism))?.bulk?.[action]) return;
  const jobs = running.get(platform);
  if (jobs) await jobs.runBulk(matter);
  else await runBulkOf(platform, matter, platform.now());
}

/** Verifies every trace and writes down how far it is and how it ended. */
export async function verifyNow(platform: Platform, id: string): Promise<void> {
  const { district, store, digest } = platform;
  let done = 0;
  let noted = 0;
  let noting = Promise.resolve();
  const { matters, events, seals, fault } = await store.reading(district, (tx) =>
    verifyAll(tx, district, digest, (count) => {
      done = count;
      // Now and then, on a connection of its own: the one that reads is busy.
      if (count - noted < 200) return;
      noted = count;
      noting = noting.then(() => store.inDistrict(district, (tx) => noteCheck(tx, district, id, count)));
    }),
  );
  await noting;
  const counted = { zh: `核验事项 ${matters} 件、留痕 ${events} 条、封存 ${seals} 日。`, en: `Verified ${matters} matters, ${events} events, ${seals} seals.` };
  const words = fault ? { zh: `${counted.zh}${fault.zh}`, en: `${counted.en} ${fault.en}` } : { zh: `${counted.zh}全部相符。`, en: `${counted.en} All agree.` };
  await store.inDistrict(district, (tx) => endCheck(tx, district, id, { done, outcome: { isWell: fault === undefined, words }, finishedAt: platform.now() }));
}

/** Verifies every trace every night, so that the page of the platform's state is never older than a day. */
async function verifyNightly(platform: Platform): Promise<void> {
  const run = await beginVerify(platform, 'nightly');
  await verifyNow(platform, run.id);
}

/** How long a verification may be silent before another may begin: its server may have been stopped. */
const verifyLasts = 3_600_000;

async function beginVerify(platform: Platform, by: string): Promise<CheckRun> {
  const { district, store } = platform;
  return store.inDistrict(district, async (tx) => {
    const running = await findRunning(tx, district, 'verify');
    if (running && Date.parse(platform.now()) - Date.parse(running.startedAt) < verifyLasts) throw refuseRequest('verifyRuns');
    const { matters } = await conditionOfDatabase(tx, district);
    const id = await beginCheck(tx, district, { kind: 'verify', by, startedAt: platform.now(), total: matters });
    return getCheck(await findCheck(tx, district, id));
  });
}

/** Asks for a verification: in the background where jobs run, at once where none do. */
export async function askToVerify(platform: Platform, by: string): Promise<CheckRun> {
  const run = await beginVerify(platform, by);
  const jobs = running.get(platform);
  if (jobs) {
    await jobs.verify(run.id);
    return run;
  }
  await verifyNow(platform, run.id);
  return getCheck(await platform.store.reading(platform.district, (tx) => findCheck(tx, platform.district, run.id)));
}

function getCheck(run: CheckRun | undefined): CheckRun {
  if (!run) throw refuse('absent');
  return run;
}

/** What waits, runs and has failed; nothing where no jobs run. */
export async function jobStates(platform: Platform): Promise<JobState[]> {
  return (await running.get(platform)?.states()) ?? [];
}

/** Night work, by China's clock. Two servers on one database share the queue, so each job runs once. */
const workOfNights = {
  'seal-heads': { cron: '10 0 * * *', run: sealYesterday },
  nightly: { cron: '30 0 * * *', run: doNightly },
  'forget-old': { cron: '50 0 * * *', run: forgetOld },
  'verify-nightly': { cron: '10 3 * * *', run: verifyNightly },
} satisfies Record<string, { cron: string; run: (platform: Platform, now: Instant) => Promise<unknown> }>;

const importQueue = 'commit-import';
const soundQueue = 'sound-names';
const verifyQueue = 'verify';
const bulkQueue = 'bulk';

/**
 * Starts pg-boss in a schema of its own. It runs under the account that owns the database: it makes and keeps up its own tables,
 * which the application's role has no business with.
 */
export async function startJobs(platform: Platform, admin: AdminConnection): Promise<Jobs> {
  const nightWork = { ...workOfNights, 'index-facts': { cron: '40 3 * * *', run: () => indexFacts(admin, mechanisms) } };
  const boss = new PgBoss({
    host: admin.host, port: admin.port, user: admin.user, password: admin.password as string, database: admin.database, ...(admin.ssl ? { ssl: admin.ssl } : {}),
    schema: 'pgboss', max: 4, useListenNotify: true, application_name: 'zhanqiao-jobs',
  });
  // A database that went away comes back; pg-boss asks again by itself.
  boss.on('error', (failure) => platform.log.warn({ err: failure }, 'jobs'));
  await boss.start();
  const queueOf = (name: string) => `${name}-${platform.district}`;

  for (const [name, { cron, run }] of Object.entries(nightWork)) {
    await boss.createQueue(queueOf(name), { retryLimit: 5, retryBackoff: true, retryDelay: 60 });
    await boss.work(queueOf(name), async () => {
      await run(platform, platform.now());
      platform.log.info({ job: name }, 'done');
    });
    await boss.schedule(queueOf(name), cron, {}, { tz: 'Asia/Shanghai' });
  }
  await boss.createQueue(queueOf(importQueue), { retryLimit: 3, retryBackoff: true, notify: true, expireInSeconds: 3_600 });
  await boss.work<{ id: string; postId: string }>(queueOf(importQueue), { pollingIntervalSeconds: 2 }, async (jobs) => {
    for (const { data } of jobs) await finishImport(platform, platform.now(), data.id, data.postId);
  });

  await boss.createQueue(queueOf(verifyQueue), { retryLimit: 0, notify: true, expireInSeconds: 3_600 });
  await boss.work<{ id: string }>(queueOf(verifyQueue), { pollingIntervalSeconds: 2 }, async (asked) => {
    for (const { data } of asked) await verifyNow(platform, data.id);
  });
  // A run is taken up where it stopped: tried again, and by the next start after a crash.
  await boss.createQueue(queueOf(bulkQueue), { retryLimit: 3, retryBackoff: true, notify: true, expireInSeconds: 3_600 });
  await boss.work<{ matter: string }>(queueOf(bulkQueue), { pollingIntervalSeconds: 2 }, async (asked) => {
    for (const { data } of asked) await runBulkOf(platform, data.matter, platform.now());
  });
  const stopped = await platform.store.reading(platform.district, (tx) => bulkRunsUnderWay(tx, platform.district));
  for (const { matter } of stopped) await boss.send(queueOf(bulkQueue), { matter });

  await boss.createQueue(queueOf(soundQueue), { retryLimit: 3, notify: true, expireInSeconds: 3_600 });
  await boss.work(queueOf(soundQueue), { pollingIntervalSeconds: 30 }, () => soundAll(platform));
  await boss.send(queueOf(soundQueue), {}, { singletonKey: soundQueue });

  const jobs: Jobs = {
    commitImport: async (id, postId) => {
      // Asked for twice it is done once.
      await boss.send(queueOf(importQueue), { id, postId }, { singletonKey: id });
    },
    verify: async (id) => {
      await boss.send(queueOf(verifyQueue), { id });
    },
    runBulk: async (matter) => {
      await boss.send(queueOf(bulkQueue), { matter });
    },
    states: async () => {
      const names = [...Object.keys(nightWork), importQueue, soundQueue, verifyQueue, bulkQueue];
      const queues = await boss.getQueues(names.map(queueOf));
      return names.flatMap((name) => {
        const queue = queues.find((each) => each.name === queueOf(name));
        return queue ? [{ name, waiting: queue.queuedCount, active: queue.activeCount, failed: queue.failedCount }] : [];
      });
    },
    stop: async () => {
      running.delete(platform);
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
  running.set(platform, jobs);
  return jobs;
}
