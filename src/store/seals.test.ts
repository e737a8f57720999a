import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startClock } from '#kernel/clock.ts';
import { refuse } from '#kernel/refusal.ts';
import { asOwner, district, happen, openTrial, sha256, type Trial } from '#test/trial.ts';
import { claimUnique } from './unique-values.ts';
import { sealDay, sealsOf, verifyAll } from './seals.ts';

let opened: Trial;
const [first, second] = ['11111111-1111-7111-8111-111111111111', '22222222-2222-7222-8222-222222222222'];
const at = (day: string) => `${day}T01:00:00.000Z`;

beforeEach(async () => {
  opened = await openTrial();
  await opened.store.inDistrict(district, async (tx) => {
    const clock = startClock({ n: 5, unit: 'workday' }, '2021-03-01');
    await happen(tx, { at: at('2021-03-01'), set: { title: '盘活闲置土地', amount: 3 } }, first);
    await happen(tx, { at: at('2021-03-01'), set: { title: '人才安居' } }, second);
    await happen(tx, {
      at: at('2021-03-03'), stage: 'handling', set: { amount: null, tags: ['a', 'b'] },
      changes: { clocks: { answer: clock }, duties: [{ id: '2.1', kind: 'reply', unit: 'office', clock, state: 'open', openedAt: at('2021-03-03') }], link: [{ type: 'from', mechanism: 'storeTrial', id: second }] },
    }, first);
    await sealDay(tx, district, '2021-03-04', sha256, at('2021-03-05'));
  });
});
afterEach(() => opened.close());

const verify = () => opened.store.reading(district, (tx) => verifyAll(tx, district, sha256));
const tamper = (sql: string) => asOwner(opened.clone, sql);

test('what nobody has touched is whole', async () => {
  expect(await verify()).toEqual({ matters: 2, events: 3, seals: 4 });
});

describe('days are sealed', () => {
  test('one after another without a gap, and once', async () => {
    const seals = await opened.store.reading(district, (tx) => sealsOf(tx, district));
    expect(seals.map(({ day, events }) => [day, events])).toEqual([['2021-03-01', 2], ['2021-03-02', 0], ['2021-03-03', 1], ['2021-03-04', 0]]);
    expect(seals.slice(1).map(({ prev }) => prev)).toEqual(seals.slice(0, -1).map(({ hash }) => hash));
    expect(await opened.store.inDistrict(district, (tx) => sealDay(tx, district, '2021-03-04', sha256, at('2021-03-06')))).toEqual([]);
    expect(await opened.store.inDistrict(district, (tx) => sealDay(tx, district, '2021-03-06', sha256, at('2021-03-07')))).toHaveLength(2);
    expect(await verify()).toEqual({ matters: 2, events: 3, seals: 6 });
  });
});

describe('whoever owns the database and changes something is found out:', () => {
  test.each([
    ['a fact in a row', `update matter set facts = facts || '{"title":"另一件"}' where id = '${first}'`, `事项 ${first}的记录与留痕推算结果不符（facts）。`],
    ['a stage', `update matter set stage = 'done' where id = '${second}'`, `事项 ${second}的记录与留痕推算结果不符（stage）。`],
    ['an event', `update event set set = '{"title":"另一件"}' where matter = '${second}'`, `事项 ${second}第 1 条留痕不完整：内容或次序与校验值不符。`],
    ['who did it', `update event set by = by || '{"name":"他人"}' where matter = '${first}' and seq = 2`, `事项 ${first}第 2 条留痕不完整：内容或次序与校验值不符。`],
    ['the first event taken away', `delete from event where matter = '${first}' and seq = 1`, `事项 ${first}第 2 条留痕不完整：内容或次序与校验值不符。`],
    ['the last event taken away', `delete from event where matter = '${first}' and seq = 2`, `事项 ${first}的最后一条留痕缺失。`],
    ['every event taken away', `delete from event where matter = '${second}'`, `事项 ${second} 没有留痕。`],
    ['a duty', `update duty set unit = 'finance'`, `事项 ${first}的待办表与记录不符。`],
    ['a clock', `delete from clock`, `事项 ${first}的时限表与记录不符。`],
    ['a link', `delete from link`, `事项 ${first}的关联表与记录不符。`],
    ['a seal', `update seal set digest = 'x' where day = '2021-03-03'`, '2021-03-03 的封存与当日留痕不符。'],
    ['a seal taken away', `delete from seal where day = '2021-03-02'`, '2021-03-03 的封存与当日留痕不符。'],
  ])('%s', async (_what, sql, words) => {
    await tamper(sql);
    expect((await verify()).fault?.zh).toBe(words);
  });

  test('a whole chain made anew, when its day was sealed before', async () => {
    // All that a chain can prove is that it is whole; that it is the old one only the seal tells.
    await tamper(`delete from search_doc; delete from outbox; delete from sent; delete from event where matter = '${second}'; delete from link; update matter set links = '[]'; delete from matter where id = '${second}'`);
    await tamper(`update event set changes = changes - 'link' where matter = '${first}'`);
    expect((await verify()).fault).toBeDefined();
    await tamper(`delete from duty; delete from clock; delete from event; delete from matter`);
    await opened.store.inDistrict(district, (tx) => happen(tx, { at: at('2021-03-01'), set: { title: '改写' } }, first));
    expect((await verify()).fault?.zh).toBe('2021-03-01 的封存与当日留痕不符。');
  });

  test('a value claimed for a matter that is not there', async () => {
    const matter = randomUUID();
    await opened.store.inDistrict(district, (tx) => claimUnique(tx, { district, mechanism: 'storeTrial', fact: 'code', value: 'A-1', matter }, () => refuse('taken')));
    expect((await verify()).fault?.zh).toBe(`事项 ${matter} 没有留痕。`);
  });
});
