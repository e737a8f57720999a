import { v7 as uuid } from 'uuid';
import type { Bulk, BulkTools, Place } from '#mechanisms/bulk.ts';
import type { Instant } from '#kernel/calendar.ts';
import { Refusal } from '#kernel/refusal.ts';
import { bulkRunsOf, endBulk, findBulk, holdBulk, noteBulk, takeBulk, type BulkRun } from '#store/bulk-runs.ts';
import type { Tx } from '#store/database.ts';
import { benchmarksOver, classCounts, digestOfResults, evaluateFrozen, freezeInputs, inputsOf, latestReadings, resultsOf, rosterOf } from '#store/evaluations.ts';
import { freezeMembers, freezeRows, membersOf, type FrozenMember as KeptMember } from '#store/evaluation-members.ts';
import { findByUnique } from '#store/imports.ts';
import { findMatter, findMatters } from '#store/matters.ts';
import { actIn, mattersPage, mattersWhere } from './act.ts';
import { actAllIn } from './act-many.ts';
import type { Platform } from './platform.ts';

/** Ends a run from within: somebody cancelled it, or another worker has it now. */
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
  const worker = uuid();
  const found = await store.inDistrict(district, async (tx) => {
    const run = await takeBulk(tx, district, id, worker);
    return run && { run, matter: await findMatter(tx, district, run.matter) };
  });
  const asItStands = () => store.reading(district, (tx) => findBulk(tx, district, id));
  if (!found?.matter) return asItStands();
  const { run, matter } = found;
  const work = (await platform.serving(matter.mechanism))?.bulk?.[run.action];
  if (!work) throw new Error(`${matter.mechanism} has no work after ${run.action}`);
  const bulk: Bulk = {
    run: id, matter, asOf: run.startedAt, from: run,
    async part(doing, place) {
      const made = await store.inDistrict(district, async (tx) => {
        if (!(await holdBulk(tx, district, id, worker))) throw new Ended();
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
    await end(platform, id, { state: 'done', outcome, worker });
  } catch (failure) {
    if (failure instanceof Ended) return asItStands();
    const isRefused = failure instanceof Refusal;
    const words = isRefused ? failure.words : { zh: '程序出错，已记入日志。修复后可以从停下的地方继续。', en: 'A fault; it has been logged. Once mended, it can go on from where it stopped.' };
    await end(platform, id, { state: 'failed', outcome: { words }, worker });
    if (!isRefused) platform.log.error({ err: failure, run: id, action: run.action }, 'bulk');
  }
  return asItStands();
}

/** Cancels a run: what is under way is finished with its part and goes no further. */
export async function cancelBulk(platform: Platform, id: string): Promise<boolean> {
  return end(platform, id, { state: 'cancelled', outcome: null });
}

function end(platform: Platform, id: string, how: Pick<BulkRun, 'state' | 'outcome'> & { readonly worker?: string }): Promise<boolean> {
  return platform.store.inDistrict(platform.district, (tx) => endBulk(tx, platform.district, id, { ...how, finishedAt: platform.now() }));
}

function plain({ step, reached, done, total }: Place): Place {
  return { step, reached, done, total };
}

const actor = { kind: 'system', job: 'bulk' } as const;

function toolsOf(platform: Platform, tx: Tx, run: string, now: Instant): BulkTools {
  const { district } = platform;
  const of = (period: string, other = run) => ({ district, run: other, period });
  return {
    find: (question, most) => mattersWhere(platform, tx, question, most),
    page: (question, after, limit) => mattersPage(platform, tx, question, after, limit),
    known: (ids) => findMatters(tx, district, ids),
    held: async (mechanism, fact, values) => {
      const holders = await findByUnique(tx, district, mechanism, fact, values);
      const matters = new Map((await findMatters(tx, district, holders.map(({ matter }) => matter))).map((matter) => [matter.id, matter]));
      return new Map(holders.flatMap(({ value, matter }) => {
        const holder = matters.get(matter);
        return holder ? [[value, holder] as const] : [];
      }));
    },
    act: async (mechanism, action, input, id) => {
      await actIn(platform, tx, { actor, mechanism, action, input, now, ...(id === undefined ? {} : { id }) });
    },
    actAll: (mechanism, action, rows) => actAllIn(platform, tx, rows.map((row) => ({ actor, mechanism, action, now, ...row }))),
    setting: async (mechanism, name) => {
      const declared = platform.getMechanism(mechanism).record.settings[name];
      if (!declared) throw new Error(`${mechanism} declares no setting ${name}`);
      return (await platform.directory()).findSetting(mechanism, name) ?? declared.value;
    },
    roster: (question, after, limit) => rosterOf(tx, district, question, after, limit),
    readings: (indicators, period, subjects, asOf) => latestReadings(tx, district, indicators, period, subjects, asOf),
    freeze: (period, enrolled, asOf, sources, change) => freezeInputs(tx, of(period), enrolled, asOf, sources, change),
    freezeRows: (period, rows) => freezeRows(tx, of(period), rows as readonly KeptMember[]),
    freezeMembers: (members) => freezeMembers(tx, { district, run }, members as readonly KeptMember[]),
    benchmarks: (scheme, period) => benchmarksOver(tx, scheme, of(period)),
    evaluate: (scheme, period, benchmarks) => evaluateFrozen(tx, scheme, of(period), benchmarks),
    counts: () => classCounts(tx, district, run),
    digest: () => digestOfResults(tx, district, run),
    results: (after, limit, other = run) => resultsOf(tx, district, other, after, limit),
    inputs: (period, after, limit, other = run) => inputsOf(tx, of(period, other), after, limit),
    members: (other = run) => membersOf(tx, district, other),
  };
}
