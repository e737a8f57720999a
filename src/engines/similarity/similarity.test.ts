import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, sharedPassages } from './explain.ts';
import { isSameText, normalise, shinglesOf } from './normalise.ts';
import { commonSynonyms, type Item } from './problem.ts';
import { bigramsOf, findSimilar } from './solve.ts';
import { findFault } from './verify.ts';

const parking: Item = { id: 'a', parts: { title: '车辆违停智能化查处', measure: '在学校门口安装电子抓拍设备，对违停车辆自动取证，减少人工巡查。' } };
const retyped: Item = { id: 'b', parts: { title: '车辆乱停车智能化查处', measure: '在学校门口安装电子抓拍设备,对违章停车车辆自动取证，减少人工巡查' } };
const volunteers: Item = { id: 'c', parts: { title: '建立回馈嘉许志愿者制度', measure: '志愿服务时长可以兑换公共服务，每年集中表扬。' } };

test('bigrams are every two characters in a row, blanks aside; one character stands alone', () => {
  expect([...bigramsOf('防腐 涂层防腐')]).toEqual([['防腐', 2], ['腐涂', 1], ['涂层', 1], ['层防', 1]]);
  expect([[...bigramsOf('海')], [...bigramsOf('')]]).toEqual([[['海', 1]], []]);
});

describe('likely duplicates', () => {
  test('the same suggestion retyped with other signs and synonyms is found, another is not', () => {
    const found = findSimilar({ item: parking, others: [retyped, volunteers] });
    expect(found.map(({ id }) => id)).toEqual(['b']);
    expect(found[0]?.similarity).toBeGreaterThan(0.9);
  });

  test('a text is never its own duplicate, and nothing is like an empty one', () => {
    expect(findSimilar({ item: parking, others: [parking] })).toEqual([]);
    expect(findSimilar({ item: { id: 'x', parts: { title: '……' } }, others: [parking] })).toEqual([]);
  });

  test('the explanation names the parts and the passages that are shared', () => {
    const [first] = explain(parking, retyped);
    expect(first?.part).toBe('title');
    expect(first?.shared).toContain('车辆违停智能化查处');
    expect(explain(parking, volunteers).flatMap(({ shared }) => shared).every((passage) => passage.length >= 2)).toBe(true);
    expect(sharedPassages('abc', 'xyz')).toEqual([]);
  });
});

describe('normalising', () => {
  test('width, case, digits and signs no longer matter', () => {
    expect(isSameText('设立２４小时自助区（ＡＴＭ）', '设立二四小时自助区 atm')).toBe(true);
    expect(isSameText('三号路', '四号路')).toBe(false);
  });

  test('shingles are two and three characters in a row, never across a sign', () => {
    expect(shinglesOf(normalise('停车，收费'))).toEqual(['停车', '收费']);
    expect(shinglesOf(normalise('停车费'))).toEqual(['停车', '车费', '停车费']);
    expect(shinglesOf(normalise('5G 路灯'))).toEqual(['5', 'g', '路灯']);
  });
});

test('whatever the texts, the answer is the one the plain count gives', () => {
  const word = fc.constantFrom('停车', '泊车', '违停', '乱停车', '小区', '居民区', '老年人', '公交车', '垃圾', '三', '3', '，', 'A', '学校', '门口', '增设', '路灯');
  const item = fc.array(word, { minLength: 0, maxLength: 8 }).map((words) => words.join(''));
  fc.assert(
    fc.property(fc.array(fc.record({ title: item, measure: item }), { minLength: 2, maxLength: 5 }), (texts) => {
      const items = texts.map((parts, index) => ({ id: `m${index}`, parts }));
      const problem = { item: items[0] as Item, others: items.slice(1), synonyms: commonSynonyms };
      expect(findFault(problem, findSimilar(problem))).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test('the check finds an answer that leaves a duplicate out', () => {
  expect(findFault({ item: parking, others: [retyped] }, [])).toBe('1 candidates were expected, 0 given');
});
