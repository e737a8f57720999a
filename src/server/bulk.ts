import type { Bulk, BulkTools, Place } from '#mechanisms/bulk.ts';
import type { Instant } from '#kernel/calendar.ts';
import { Refusal } from '#kernel/refusal.ts';
import { bulkRunsOf, endBulk, findBulk, lockBulk, noteBulk, type BulkRun } from '#store/bulk-runs.ts';
import type { Tx } from '#store/database.ts';
import { benchmarksOver, classCounts, digestOfResults, evaluateFrozen, freezeInputs, inputsOf, latestReadings, resultsOf, rosterOf } from '#store/evaluations.ts';
import { findMatter } from '#store/matters.ts';
import { actIn, mattersWhere } from './act.ts';
import type { Platform } from './platform.ts';

/** Ends a run from within: somebody cancelled it, or it has ended already. */
class Ended extends Error {
  override readonly name = 'Ended';
}

/** Does, one after the other, what goes on in the background after the actions of a matter. */
export async function runBulkOf(platform: Platform, matter: string, now: Instant): Promise<void> {
  const runs = await platform.store.reading(platform.district, (tx) => bulkRunsOf(tx, platform.district, matter));
  for (const { id } of runs.filter(({ state }) => state === 'running').toReversed()) await runBulk(platform, id, now);
}

/** Does a run, from where it stopped if it was begun before. What goes wrong is kept with it; a fault of ours is logged too, and somebody lets it go on. */
export async function runBulk(platform: Platform, id: string, now: Instant): Promise<BulkRun | undefined> {
  const { district, store } = platform;
  const found = await store.reading(district, async (tx) => {
    const run = await findBulk(tx, district, id);
    return run && { run, matter: await findMatter(tx, district, run.matter) };
  });
  if (!found?.matter || found.run.finishedAt !== null) return found?.run;
  const { run, matter } = found;
  const work = (await platform.serving(matter.mechanism))?.bulk?.[run.action];
  if (!work) throw new Error(`${matter.mechanism} has no work after ${run.action}`);
  const bulk: Bulk = {
    run: id, matter, asOf: run.startedAt, from: run,
    async part(doing, place) {
      const made = await store.inDistrict(district, async (tx) => {
        const locked = await lockBulk(tx, district, id);
        if (!locked || locked.finishedAt !== null) throw new Ended();
        const result = await doing(toolsOf(platform, tx, id, now));
        await noteBulk(tx, district, id, plain(place(result)));
        return result;
      });
      platform.poke();
      return made;
    },
  };
  try {
    const outcome = await work(bulk);
    await end(platform, id, 'done', outcome);
  } catch (failure) {
    if (failure instanceof Ended) return store.reading(district, (tx) => findBulk(tx, district, id));
    const isRefused = failure instanceof Refusal;
    await end(platform, id, 'failed', { words: isRefused ? failure.words : { zh: '程序出错，已记入日志。修复后可以从停下的地方继续。', en: 'A fault; it has been logged. Once mended, it can go on from where it stopped.' } });
    if (!isRefused) platform.log.error({ err: failure, run: id, action: run.action }, 'bulk');
  }
  return store.reading(district, (tx) => findBulk(tx, district, id));
}

/** Cancels a run: what is under way is finished with its part and goes no further. */
export async function cancelBulk(platform: Platform, id: string): Promise<boolean> {
  return end(platform, id, 'cancelled', null);
}

function end(platform: Platform, id: string, state: 'done' | 'cancelled' | 'failed', outcome: Readonly<Record<string, unknown>> | null): Promise<boolean> {
  return platform.store.inDistrict(platform.district, (tx) => endBulk(tx, platform.district, id, { state, outcome, finishedAt: platform.now() }));
}

function plain({ step, reached, done, total }: Place): Place {
  return { step, reached, done, total };
}

function toolsOf(platform: Platform, tx: Tx, run: string, now: Instant): BulkTools {
  const { district } = platform;
  const of = (period: string, other = run) => ({ district, run: other, period });
  return {
    find: (question) => mattersWhere(platform, tx, question),
    act: async (mechanism, action, input, id) => {
      await actIn(platform, tx, { actor: { kind: 'system', job: 'bulk' }, mechanism, action, input, now, ...(id === undefined ? {} : { id }) });
    },
    roster: (question, after, limit) => rosterOf(tx, district, question, after, limit),
    readings: (indicators, period, subjects, asOf) => latestReadings(tx, district, indicators, period, subjects, asOf),
    freeze: (period, enrolled, asOf, sources) => freezeInputs(tx, of(period), enrolled, asOf, sources),
    benchmarks: (scheme, period) => benchmarksOver(tx, scheme, of(period)),
    evaluate: (scheme, period, benchmarks) => evaluateFrozen(tx, scheme, of(period), benchmarks),
    counts: () => classCounts(tx, district, run),
    digest: () => digestOfResults(tx, district, run),
    results: (after, limit, other = run) => resultsOf(tx, district, other, after, limit),
    inputs: (period, after, limit, other = run) => inputsOf(tx, of(period, other), after, limit),
  };
}
