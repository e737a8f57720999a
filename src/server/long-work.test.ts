import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkState } from '#contract/beside-shapes.ts';
import { Refusal } from '#kernel/refusal.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { openCounty, type County } from '#test/county.ts';
import { beginLongWork } from '#store/long-works.ts';
import { act, type Command } from './act.ts';
import { beginWork, beginWorkAgain, findWork, leaveWorks, stateOfWork, stopWork, valuesOf } from './long-work.ts';
import { createPlatform } from './platform.ts';

// A computation in a thread of its own, over an empty register: what is said of it, and what is refused.

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

async function refused(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (failure) {
    if (failure instanceof Refusal) return failure.code;
    throw failure;
  }
  return 'done';
}

let drafts = 0;
async function drafted(post = 'secretariat-1') {
  const actor = await county.as(post);
  const { id } = await act(county.platform, { actor, mechanism: 'panelPlan', action: 'draft', input: { name: `测算第${(drafts += 1)}份`, firstMonth: '2021-04', months: 1, seconds: 5 } });
  const work = await findWork(county.platform, 'panelPlan', 'compute');
  if (!work) throw new Error('there is no long work');
  const ask = { actor, mechanism: 'panelPlan', id, action: 'compute', input: {} };
  return { id, ask, begin: (change: Partial<Command> = {}) => beginWork(county.platform, work, { ...ask, ...change } as typeof ask) };
}

async function ended(id: string, platform = county.platform): Promise<WorkState> {
  for (;;) {
    const state = await stateOfWork(platform, 'panelPlan', id);
    if (state?.finishedAt) return state;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a long work', () => {
  test('is begun at once, runs by itself, and what it comes to is decided as any action: here that there is nothing to plan', async () => {
    const { id, begin } = await drafted();
    expect(await stateOfWork(county.platform, 'panelPlan', id)).toBeNull();
    expect(await begin()).toMatchObject({ id, stage: 'drafted', version: 1 });
    const state = await ended(id);
    expect(state).toMatchObject({ action: 'compute', by: '评审办经办岗甲', seconds: 5, refused: { zh: expect.stringContaining('不用测算'), en: expect.stringContaining('nothing to plan') } });
  });

  test('is refused while one runs for the same matter, and whoever asks at the same moment is told so', async () => {
    const { id, begin } = await drafted();
    expect((await Promise.all([refused(begin()), refused(begin())])).toSorted()).toEqual(['done', 'workRuns']);
    await ended(id);
    expect(await refused(begin())).toBe('done');
    await ended(id);
  });

  test('is begun by nobody whose action it is not, and not on a page from before', async () => {
    const { id, begin } = await drafted();
    expect(await refused(begin({ actor: await county.as('supervisor') } as Partial<Command>))).toBe('notYours');
    expect(await refused(begin({ actor: await county.as('invest-1') } as Partial<Command>))).toBe('absent');
    expect(await refused(begin({ version: 7 }))).toBe('stale');
    // Nothing of it is left standing in the way.
    expect(await refused(begin())).toBe('done');
    await stopWork(county.platform, id);
    await ended(id);
  });

  test('of another problem than the registers now give is not kept', async () => {
    const { ask } = await drafted();
    expect(await refused(act(county.platform, { ...ask, worked: { of: 'another problem', values: {} } }))).toBe('workOutdated');
  });

  test('is declared where the action says that it takes its time, and nowhere else', async () => {
    for (const { record, actions } of mechanisms) {
      const works = Object.keys((await county.platform.serving(record.key))?.works ?? {});
      for (const name of works) expect(Object.keys(actions[name]?.asks ?? {}).filter((asked) => record.facts[asked]?.sealed)).toEqual([]);
      expect([record.key, works.toSorted()]).toEqual([record.key, Object.keys(actions).filter((name) => actions[name]?.takesTime).toSorted()]);
    }
  });

  test('is broken off by a restart: the next server says so, and whoever may begins it again with what it was begun with', async () => {
    const { id, begin } = await drafted();
    await begin();
    await leaveWorks(county.platform);
    const next = createPlatform(county.platform);
    const state = await stateOfWork(next, 'panelPlan', id);
    expect(state).toMatchObject({ action: 'compute', by: '评审办经办岗甲', told: null, finishedAt: county.platform.now(), refused: { zh: expect.stringContaining('停止或重启'), en: expect.stringContaining('begun again') } });
    expect(await refused(beginWorkAgain(next, { mechanism: 'panelPlan', id, actor: await county.as('supervisor') }))).toBe('notYours');
    await beginWorkAgain(next, { mechanism: 'panelPlan', id, actor: await county.as('secretariat-1') });
    expect(await ended(id, next)).toMatchObject({ action: 'compute', refused: { zh: expect.stringContaining('不用测算') } });
    expect(await refused(beginWorkAgain(next, { mechanism: 'panelPlan', id: (await drafted()).id, actor: await county.as('secretariat-1') }))).toBe('absent');
  });

  test('that another server does is seen and not begun twice; of one whose server went without a word it is said once it has been silent for long', async () => {
    const { id, ask } = await drafted();
    const { store, district } = county.platform;
    const held = (silentFor: number) => store.inDistrict(district, async (tx) => {
      const isOurs = await beginLongWork(tx, district, { matter: id, action: 'compute', input: {}, by: '评审办经办岗甲', seconds: 5, startedAt: county.platform.now(), server: '00000000-0000-4000-8000-000000000001' }, 0);
      await tx.query('test.silence', 'update long_work set heard_at = heard_at - make_interval(secs => $3) where district = $1 and matter = $2', [district, id, silentFor]);
      return isOurs;
    });
    expect(await held(10)).toBe(true);
    expect(await stateOfWork(county.platform, 'panelPlan', id)).toMatchObject({ finishedAt: null, refused: null, isStopped: false });
    const work = await findWork(county.platform, 'panelPlan', 'compute');
    expect(work && (await refused(beginWork(county.platform, work, ask)))).toBe('workRuns');
    await stopWork(county.platform, id);
    expect(await stateOfWork(county.platform, 'panelPlan', id)).toMatchObject({ finishedAt: null, isStopped: true });
    await held(60);
    const state = await stateOfWork(county.platform, 'panelPlan', id);
    expect(state).toMatchObject({ refused: { zh: expect.stringContaining('停止或重启') } });
    expect(Date.parse(county.platform.now()) - Date.parse(state?.finishedAt ?? '')).toBeGreaterThanOrEqual(60_000);
    expect(work && (await refused(beginWork(county.platform, work, ask)))).toBe('done');
    await ended(id);
  });

  test('that does not listen is ended all the same; one that does has time for its last words', async () => {
    const stopping = new AbortController();
    const told: unknown[] = [];
    const how = { tell: (word: unknown) => void told.push(word), stopping: stopping.signal, patience: 300 };
    const says = (words: string) => `const { parentPort } = require('node:worker_threads'); parentPort.postMessage(${words});`;
    const deaf = new Worker(`${says(`{ told: { phase: 'busy', done: 1, of: 2 } }`)} for (;;) {}`, { eval: true });
    const slow = new Worker(`setTimeout(() => { ${says('{ values: { found: 7 } }')} }, 50)`, { eval: true });
    const [ofDeaf, ofSlow] = [valuesOf(deaf, how), valuesOf(slow, how)];
    await expect.poll(() => told).toEqual([{ phase: 'busy', done: 1, of: 2 }]);
    stopping.abort();
    await expect(ofDeaf).rejects.toThrow('before it was done');
    expect(await ofSlow).toEqual({ found: 7 });
  });
});
