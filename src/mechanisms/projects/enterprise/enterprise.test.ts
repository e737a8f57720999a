import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { mayRead } from '#kernel/actor.ts';
import { postOf, Walk } from '../../walk.ts';
import { enterprise } from './enterprise.ts';
import { enterpriseRecord } from './record.ts';
import { creditCodeOf } from '../sample-names.ts';
import { refusal } from '#test/refusal.ts';

const invest = postOf('invest', 'investment', ['INVEST']);
const registry = () => new Walk([enterprise], '2021-03-08T02:00:00.000Z');
const maker = { name: '青岛某某智能装备有限公司', creditCode: creditCodeOf(1), industry: 'C3670', kind: 'limited', capital: 5_000_000_00, isLocal: true };
const list = (walk: Walk, change: object = {}) => walk.file(invest, 'enterprise', 'list', { ...maker, ...change }).id;

describe('an enterprise', () => {
  test('is listed, amended, struck off with a reason', () => {
    const walk = registry();
    const id = list(walk);
    walk.act(invest, id, 'amend', { capital: 8_000_000_00 });
    expect(refusal(() => walk.act(invest, id, 'cancel', {}))).toBe('reasonTooShort');
    walk.act(invest, id, 'cancel', { reason: '已在市场监管部门注销。' });
    expect(walk.get(id)).toMatchObject({ stage: 'cancelled', facts: { capital: 8_000_000_00, cancelledOn: '2021-03-08' } });
  });

  test('voided gives its code back and is not counted', () => {
    const walk = registry();
    const id = list(walk);
    walk.act(invest, id, 'void', {});
    expect(walk.get(id).facts).not.toHaveProperty('creditCode');
    expect(walk.get(id).facts['voidedCode']).toBe(maker.creditCode);
  });

  test('with a wrong check digit is refused at the field', () => {
    expect(refusal(() => list(registry(), { creditCode: maker.creditCode.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }))).toBe('badInput');
  });

  test('whose principals are needed for recusal alone is read without them by others', () => {
    expect(mayRead(enterpriseRecord.facts.principals, invest)).toBe(true);
    expect(mayRead(enterpriseRecord.facts.principals, postOf('e', 'experts', ['EXPERT']))).toBe(false);
  });
});

describe('holders', () => {
  test('may hold the whole and no more', () => {
    const walk = registry();
    const parent = list(walk, { creditCode: creditCodeOf(2) });
    expect(refusal(() => list(walk, { holders: [{ holder: parent, share: 70 }, { name: '自然人股东', share: 30 }] }))).toBe('open');
    expect(refusal(() => list(walk, { creditCode: creditCodeOf(3), holders: [{ holder: parent, share: 70 }, { name: '自然人股东', share: 31 }] }))).toBe('sharesTooMany');
  });

  test('are named, once, and never the enterprise itself', () => {
    const walk = registry();
    const id = list(walk);
    expect(refusal(() => walk.act(invest, id, 'amend', { holders: [{ share: 10 }] }))).toBe('holderUnnamed');
    expect(refusal(() => walk.act(invest, id, 'amend', { holders: [{ holder: id, share: 10 }] }))).toBe('holdsItself');
    expect(refusal(() => walk.act(invest, id, 'amend', { holders: [{ name: '甲', share: 10 }, { name: '甲', share: 5 }] }))).toBe('holderTwice');
  });
});

test('more paid in than registered, and a founding that is still to come, are refused', () => {
  expect(refusal(() => list(registry(), { paidIn: 6_000_000_00 }))).toBe('paidTooMuch');
  expect(refusal(() => list(registry(), { foundedOn: '2021-03-09' }))).toBe('foundedLater');
});

test('every refusal of the record is met by a test above', async () => {
  const here = await readFile(new URL(import.meta.url), 'utf8');
  expect(Object.keys(enterpriseRecord.refusals).filter((code) => !here.includes(`'${code}'`))).toEqual([]);
});
