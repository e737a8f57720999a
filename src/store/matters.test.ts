import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chinaCalendar } from '#kernel/calendar.ts';
import { lightBounds, startClock, stopClock } from '#kernel/clock.ts';
import { apply, type Matter } from '#kernel/matter.ts';
import { refuse } from '#kernel/refusal.ts';
import { canonical, findBreak, noHash, seal } from '#kernel/trace.ts';
import { changedFacts, changedRest, clerk, district, eventOf, happen, openTrial, otherDistrict, sha256, trial, viewOf, type Trial } from '#test/trial.ts';
import { takeNumber } from './counters.ts';
import type { Tx } from './database.ts';
import { eventsOf } from './events.ts';
import { linksTo } from './links.ts';
import { eachMatter, listMatters, mattersFound } from './lists.ts';
import type { MatterQuery } from './matter-query.ts';
import { findMatter, findMatters, lockMatter, lockMatters, readAhead } from './matters.ts';
import { writeEvent } from './write-event.ts';
import { sendAhead } from './ledger.ts';
import { dutiesOf } from './duties.ts';
import { claimUnique, releaseUnique } from './unique-values.ts';

let opened: Trial;
beforeAll(async () => (opened = await openTrial()));
afterAll(() => opened.close());

const at = '2021-03-01T01:00:00.000Z';
const later = '2021-03-02T01:00:00.000Z';
const writing = <T>(work: (tx: Tx) => Promise<T>) => opened.store.inDistrict(district, work);

describe('a matter', () => {
  test('is what folding its events gives', async () => {
    const happening = fc.record({ stage: fc.constantFrom('filed', 'handling', 'done'), set: changedFacts, changes: changedRest });
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 6 }), async (happenings) => {
        const id = randomUUID();
        let last: Matter | undefined;
        for (const [index, each] of happenings.entries()) last = await writing((tx) => happen(tx, { ...each, at: new Date(Date.parse(at) + index * 3_600_000).toISOString() }, id));
        const [row, events] = await writing(async (tx) => [await findMatter(tx, district, id), await eventsOf(tx, district, id)] as const);
        let folded: Matter | undefined;
        for (const { prev: _prev, hash: _hash, ...event } of events) folded = apply(folded, event);
        expect(canonical(row)).toBe(canonical(folded));
        expect(canonical(row)).toBe(canonical(last));
        expect(findBreak(events, sha256)).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });

  test('takes four statements for a plain action: lock, row, event and the line for whoever waits', async () => {
    const { id } = await writing((tx) => happen(tx, { at, set: { title: '盘活闲置土地' } }));
    const asked: string[] = [];
    await writing((tx) => happen({ ...tx, query: (name, sql, values) => (asked.push(name), tx.query(name, sql, values)), beside: (name, sql, values) => (asked.push(name), tx.beside(name, sql, values)) }, { at: later, stage: 'handling', set: { field: 'land' } }, id));
    expect(asked).toEqual(['matter.lock', 'matter.update', 'event.write', 'outbox.write']);
  });

  test('that somebody else has changed in between is refused as stale', async () => {
    const { id } = await writing((tx) => happen(tx, { at }));
    const seen = await writing((tx) => findMatter(tx, district, id));
    await writing((tx) => happen(tx, { at: later }, id));
    const event = eventOf(seen, id, { at: later });
    const after = apply(seen, event);
    await expect(writing((tx) => writeEvent(tx, seal(event, noHash, sha256), seen, after, viewOf(after)))).rejects.toMatchObject({ code: 'stale' });
    const filing = eventOf(undefined, id, { at: later });
    const filed = apply(undefined, filing);
    await expect(writing((tx) => writeEvent(tx, seal(filing, noHash, sha256), undefined, filed, viewOf(filed)))).rejects.toMatchObject({ code: 'stale' });
    expect(await writing((tx) => eventsOf(tx, district, id))).toHaveLength(2);
  });

  test('among many that change in one transaction is what folding its events gives', async () => {
    const ids = await writing(async (tx) => {
      const made: string[] = [];
      for (let at = 0; at < 30; at += 1) made.push((await happen(tx, { at: later, set: { title: `第${at}件`, amount: at } })).id);
      return made;
    });
    const changes = fc.sample(changedFacts, ids.length);
    await writing(async (tx) => {
      await lockMatters(tx, district, ids);
      for (const [at, id] of ids.entries()) await happen(tx, { at: later, stage: 'handling', set: changes[at] ?? {} }, id);
    });
    for (const id of ids) {
      const [row, events] = await writing(async (tx) => [await findMatter(tx, district, id), await eventsOf(tx, district, id)] as const);
      const folded = events.reduce<Matter | undefined>((so, { prev: _prev, hash: _hash, ...event }) => apply(so, event), undefined);
      expect(canonical(row)).toBe(canonical(folded));
      expect([events.length, findBreak(events, sha256)]).toEqual([2, undefined]);
    }
  });

  test('overtaken among many is refused as stale, and the others stay as they were', async () => {
    const seen = await writing(async (tx) => {
      const made: Matter[] = [];
      for (let at = 0; at < 15; at += 1) made.push(await happen(tx, { at: later }));
      return made;
    });
    await writing((tx) => happen(tx, { at: later }, seen[7]?.id ?? ''));
    await expect(writing(async (tx) => {
      for (const matter of seen) {
        const event = eventOf(matter, matter.id, { at: later, stage: 'handling' });
        const after = apply(matter, event);
        await writeEvent(tx, seal(event, noHash, sha256), matter, after, viewOf(after));
      }
    })).rejects.toMatchObject({ code: 'stale' });
    expect((await writing((tx) => findMatters(tx, district, seen.map(({ id }) => id)))).map(({ stage, version }) => [stage, version]).filter(([stage]) => stage === 'handling')).toEqual([]);
  });

  test('read ahead is as it stood then, until the transaction itself changes it', async () => {
    const { id } = await writing((tx) => happen(tx, { at, set: { amount: 1 } }));
    await writing(async (tx) => {
      await readAhead(tx, district, [id]);
      await writing((other) => happen(other, { at: later, set: { amount: 2 } }, id));
      expect((await findMatter(tx, district, id))?.facts['amount']).toBe(1);
      await happen(tx, { at: later, set: { title: '改' } }, id);
      expect((await findMatter(tx, district, id))?.facts['amount']).toBe(2);
    });
  });

  test('asked for again in a transaction that reads ahead is what was found, until a matter of that mechanism is changed there', async () => {
    const question = { district, mechanism: trial, where: { fact: 'body', in: ['同一个问题'] }, sights: { kind: 'whole' }, bounds: lightBounds(chinaCalendar, '2021-12-01'), order: 'filedAt', isSample: false } as const;
    const { id } = await writing((tx) => happen(tx, { at, set: { body: '同一个问题' } }));
    await writing(async (tx) => {
      const find = async () => (await mattersFound(tx, question)).map(({ facts }) => facts['amount']);
      await readAhead(tx, district, []);
      expect(await find()).toEqual([undefined]);
      await writing((other) => happen(other, { at, set: { body: '同一个问题', amount: 2 } }));
      expect(await find()).toEqual([undefined]);
      await happen(tx, { at: later, set: { amount: 1 } }, id);
      expect((await find()).toSorted()).toEqual([1, 2]);
    });
  });

  test('that was changed by somebody faster is told as such, also by what is asked after that was written', async () => {
    const { id } = await writing((tx) => happen(tx, { at }));
    const { matter: before, head } = (await writing((tx) => lockMatter(tx, district, id))) as { matter: Matter; head: string };
    await writing((tx) => happen(tx, { at: later, set: { amount: 1 } }, id));
    const tooLate = writing(async (tx) => {
      const event = eventOf(before, id, { at: later, set: { amount: 2 } });
      const after = apply(before, event);
      await writeEvent(tx, seal(event, head, sha256), before, after, viewOf(after));
      sendAhead(tx);
      await findMatter(tx, district, randomUUID());
    });
    await expect(tooLate).rejects.toMatchObject({ code: 'stale' });
  });

  test('is acted on by one at a time: the second sees what the first one did', async () => {
    const { id } = await writing((tx) => happen(tx, { at }));
    await Promise.all(Array.from({ length: 8 }, () => writing((tx) => happen(tx, { at: later, set: { amount: 1 } }, id))));
    const events = await writing((tx) => eventsOf(tx, district, id));
    expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(findBreak(events, sha256)).toBeUndefined();
  });

  test('that is not there, or cannot be, is not found', async () => {
    expect(await writing((tx) => findMatter(tx, district, randomUUID()))).toBeUndefined();
    expect(await writing((tx) => findMatter(tx, district, "1' or true"))).toBeUndefined();
    expect(await writing((tx) => lockMatter(tx, district, 'nothing'))).toBeUndefined();
    expect(await writing((tx) => findMatters(tx, district, []))).toEqual([]);
  });

  test('is found from the other end of its links, until they are undone', async () => {
    const [one, other] = await writing(async (tx) => [await happen(tx, { at }), await happen(tx, { at })]);
    const link = { type: 'from', mechanism: 'storeTrial', id: one.id };
    await writing((tx) => happen(tx, { at: later, changes: { link: [link, link] } }, other.id));
    expect(await writing((tx) => linksTo(tx, district, one.id))).toEqual([{ type: 'from', mechanism: 'storeTrial', from: other.id }]);
    await writing((tx) => happen(tx, { at: later, changes: { unlink: [link] } }, other.id));
    expect(await writing((tx) => linksTo(tx, district, one.id))).toEqual([]);
  });
});

describe('a duty', () => {
  test('is found by the unit that owes it, and no more once it is done', async () => {
    const duty = { id: '1.1', kind: 'reply', unit: 'emergency', clock: startClock({ n: 5, unit: 'workday' }, '2021-03-01'), state: 'open', openedAt: at } as const;
    const { id } = await writing((tx) => happen(tx, { at, changes: { duties: [duty] } }));
    const asked = { unitIds: ['emergency'], personId: 'nobody', state: 'open', isSample: false } as const;
    expect(await writing((tx) => dutiesOf(tx, district, asked))).toEqual([{ duty, matter: expect.objectContaining({ id }) }]);
    await writing((tx) => happen(tx, { at: later, changes: { duties: [{ ...duty, state: 'done', closedAt: later, clock: stopClock(duty.clock, '2021-03-02') }] } }, id));
    expect(await writing((tx) => dutiesOf(tx, district, asked))).toEqual([]);
    expect(await writing((tx) => dutiesOf(tx, district, { ...asked, state: 'done' }))).toHaveLength(1);
  });
});

describe('a number', () => {
  test('is given once and none is left out, however many ask and give up at once', async () => {
    const given = (
      await Promise.all(
        Array.from({ length: 40 }, (_each, index) =>
          writing(async (tx) => {
            const number = await takeNumber(tx, district, 'trial', 2021);
            if (index % 3 === 0) throw new Error('given up');
            return number;
          }).catch(() => undefined),
        ),
      )
    ).filter((number) => number !== undefined);
    expect(given.toSorted((a, b) => a - b)).toEqual(given.map((_number, index) => index + 1));
  });

  test('begins again with each year, and for each district', async () => {
    expect(await writing((tx) => takeNumber(tx, district, 'yearly', 2021))).toBe(1);
    expect(await writing((tx) => takeNumber(tx, district, 'yearly', 2021))).toBe(2);
    expect(await writing((tx) => takeNumber(tx, district, 'yearly', 2022))).toBe(1);
    expect(await writing((tx) => takeNumber(tx, district, 'yearly', null))).toBe(1);
    expect(await opened.store.inDistrict(otherDistrict, (tx) => takeNumber(tx, otherDistrict, 'yearly', 2021))).toBe(1);
  });
});

describe('a unique value', () => {
  const claim = { district, mechanism: 'storeTrial', fact: 'code', value: 'A-1', matter: randomUUID() };
  const taken = () => refuse('taken');
  const take = (value: typeof claim) => writing((tx) => claimUnique(tx, value, taken));

  test('belongs to one matter until it is given up', async () => {
    const other = { ...claim, matter: randomUUID() };
    await take(claim);
    await take(claim);
    await expect(take(other)).rejects.toMatchObject({ code: 'taken' });
    await writing((tx) => releaseUnique(tx, other));
    await expect(take(other)).rejects.toMatchObject({ code: 'taken' });
    await writing((tx) => releaseUnique(tx, claim));
    await take(other);
  });

  test('goes to one of many who claim it at once', async () => {
    const claims = await Promise.allSettled(Array.from({ length: 10 }, () => take({ ...claim, value: 'A-2', matter: randomUUID() })));
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('goes to one of two who claim it in one transaction, and nothing of it is committed', async () => {
    const [one, other] = [randomUUID(), randomUUID()].map((matter) => ({ ...claim, value: 'A-3', matter })) as [typeof claim, typeof claim];
    await expect(writing(async (tx) => {
      await claimUnique(tx, one, taken);
      await claimUnique(tx, other, taken);
    })).rejects.toMatchObject({ code: 'taken' });
    await take(other);
  });

  test('given up and taken in one transaction goes to whoever took it last', async () => {
    const next = { ...claim, value: 'A-4', matter: randomUUID() };
    await writing(async (tx) => {
      await claimUnique(tx, { ...next, matter: claim.matter }, taken);
      await releaseUnique(tx, { ...next, matter: claim.matter });
      await claimUnique(tx, next, taken);
    });
    await expect(take({ ...next, matter: claim.matter })).rejects.toMatchObject({ code: 'taken' });
  });
});

describe('a register', () => {
  const asked: MatterQuery = {
    district, mechanism: trial, where: undefined, sights: { kind: 'all', personId: undefined }, bounds: lightBounds(chinaCalendar, '2021-03-15'), page: 1, size: 50, isSample: true,
  };
  const ids: Record<string, string> = {};
  const names = (rows: readonly Matter[]) => rows.map((row) => Object.keys(ids).find((name) => ids[name] === row.id));
  const list = async (more: Partial<MatterQuery>) => names((await writing((tx) => listMatters(tx, { ...asked, ...more }))).rows);

  beforeAll(async () => {
    const file = async (name: string, minute: number, set: Record<string, unknown>, changes = {}) => {
      const filedAt = new Date(Date.parse(at) + minute * 60_000).toISOString();
      ids[name] = (await writing((tx) => happen(tx, { at: filedAt, isSample: true, set: { title: name, ...set }, changes }))).id;
    };
    const due = (on: string) => ({ clocks: { answer: startClock({ n: 0, unit: 'calendarDay' }, on) } });
    await file('土地', 1, { field: 'land', amount: 300, lead: 'finance' }, due('2021-01-04'));
    await file('人才', 2, { field: 'talent', amount: 20, co: ['finance', 'science'] }, due('2021-03-12'));
    await file('金融', 3, { field: 'finance', amount: 1000 }, due('2021-03-17'));
    await file('机密', 4, { field: 'land', lead: 'finance' }, { ...due('2021-12-31'), confinedTo: ['holder-clerk'] });
    await file('其他', 5, {});
  });

  test('shows the latest change first, and everything once over its pages, with the total', async () => {
    expect(await list({})).toEqual(['其他', '金融', '人才', '土地']);
    const pages = await Promise.all([1, 2, 3, 4].map((page) => writing((tx) => listMatters(tx, { ...asked, size: 2, page }))));
    expect(pages.map(({ total }) => total)).toEqual([4, 4, 4, 4]);
    expect(names(pages.flatMap(({ rows }) => rows))).toEqual(['其他', '金融', '人才', '土地']);
  });

  test('is ordered by any column or fact; what has no value comes last', async () => {
    expect(await list({ order: 'amount' })).toEqual(['人才', '土地', '金融', '其他']);
    expect(await list({ order: '-amount' })).toEqual(['金融', '土地', '人才', '其他']);
    expect(await list({ order: 'dueOn' })).toEqual(['土地', '人才', '金融', '其他']);
    expect(await list({ order: 'filedAt' })).toEqual(['土地', '人才', '金融', '其他']);
    expect(await list({ order: 'nothing; drop table matter' })).toEqual(['其他', '金融', '人才', '土地']);
  });

  test('is filtered by condition, light, unit and words', async () => {
    expect(await list({ where: { fact: 'field', in: ['land', 'talent'] } })).toEqual(['人才', '土地']);
    expect(await list({ light: ['red'] })).toEqual(['土地']);
    expect(await list({ light: ['yellow', 'blue'] })).toEqual(['金融', '人才']);
    expect(await list({ light: ['grey'] })).toEqual(['其他']);
    expect(await list({ unit: 'finance' })).toEqual(['人才', '土地']);
    expect(await list({ q: '人才' })).toEqual(['人才']);
    expect(await list({ q: '土' })).toEqual(['土地']);
    expect(await list({ where: { all: [{ fact: 'amount', atLeast: 20 }, { fact: 'field', in: ['land', 'talent', 'finance'] }, { stage: ['filed'] }] }, q: '金融', order: '-amount' })).toEqual(['金融']);
  });

  test('shows to each what he may see, and what is confined to the named alone', async () => {
    expect(await list({ sights: { kind: 'none' } })).toEqual([]);
    expect(await list({ sights: { kind: 'all', personId: 'holder-clerk' } })).toEqual(['其他', '机密', '金融', '人才', '土地']);
    expect(await list({ sights: { kind: 'some', personId: 'somebody', unitIds: ['finance'], fields: [] } })).toEqual(['人才', '土地']);
    expect(await list({ sights: { kind: 'some', personId: 'holder-clerk', unitIds: ['science'], fields: [] } })).toEqual(['机密', '人才']);
    expect(await list({ sights: { kind: 'some', personId: 'somebody', unitIds: [], fields: [{ fact: 'field', values: ['land', 'finance'] }] } })).toEqual(['金融', '土地']);
    expect(await list({ sights: { kind: 'some', personId: 'somebody', unitIds: [], fields: [] } })).toEqual([]);
  });

  test('keeps the sample and what is real apart', async () => {
    await writing((tx) => happen(tx, { at, set: { title: '真实' } }));
    expect(await list({ where: { fact: 'title', in: ['真实'] } })).toEqual([]);
  });

  test('gives every row to an export, in its order', async () => {
    for (const work of [opened.store.inDistrict, opened.store.reading]) {
      const rows = await work(district, async (tx) => {
        const given: Matter[] = [];
        for await (const matter of eachMatter(tx, { ...asked, order: 'amount' })) given.push(matter);
        return given;
      });
      expect(names(rows)).toEqual(['人才', '土地', '金融', '其他']);
    }
  });
});

test('the same person is known by what he did, as the fold says', async () => {
  const { id } = await writing((tx) => happen(tx, { at }));
  expect((await writing((tx) => findMatter(tx, district, id)))?.doers).toEqual({ file: clerk.person });
});
