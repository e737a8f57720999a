import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barNames, explain } from './explain.ts';
import { commonScheme, type Demand, type Level, type Supply } from './problem.ts';
import { qualityOf } from './quality.ts';
import { match, scoreOf } from './solve.ts';
import { findDisagreement } from './verify.ts';

// The worked examples of innovation.md §4.2; money in fen.

const demand: Demand = { id: 'd', title: '深海浮标防腐涂层', body: '海水全浸五年不起泡，附着力不低于8兆帕。', industry: 'C2641', marineField: 'anticorrosion', minTrl: 7, budget: 300_000_000, dueMonths: 12 };
const supply: Supply = {
  id: 'a', title: '海洋工程重防腐涂料', body: '用于浮标和平台，海水全浸三年不起泡。', industry: 'C2643', trl: 6, ask: 260_000_000, estimatedMonths: 10, place: 'city', contracts: 4, completed: 3, against: [], isRelated: false,
};

describe('the worked examples', () => {
  test('come to 0.673 and level 3, part by part', () => {
    const { parts, score, level } = scoreOf(demand, supply, 0.42);
    expect(parts).toEqual({ text: 0.42, field: 0.7, maturity: 0.75, budget: 1, due: 1, geography: 0.8, history: 0.666667 });
    expect([score, level]).toEqual([0.672833, 3]);
  });

  test('come to 0.758 and level 4', () => {
    const other: Supply = { ...supply, industry: 'C2641', trl: 7, ask: 375_000_000, estimatedMonths: 16, place: 'province', contracts: 2, completed: 1 };
    const { parts, score, level } = scoreOf(demand, other, 0.58);
    expect(parts).toEqual({ text: 0.58, field: 1, maturity: 1, budget: 0.8, due: 0.75, geography: 0.5, history: 0.5 });
    expect([score, level]).toEqual([0.758, 4]);
  });
});

describe('a match', () => {
  test('bars what is too unripe and what the registers speak against, with every reason', () => {
    const { matches, barred } = match({ demand, supplies: [supply, { ...supply, id: 'b', trl: 4 }, { ...supply, id: 'c', against: ['disputed', 'discredited'] }, { ...supply, id: 'e', trl: 5 }] });
    expect(matches.map(({ id }) => id)).toEqual(['a', 'e']);
    expect(barred).toEqual([{ id: 'b', bars: ['maturity'] }, { id: 'c', bars: ['disputed', 'discredited'] }]);
  });

  test('pushes ten at most, of level 3 and above', () => {
    const many = Array.from({ length: 14 }, (_each, at): Supply => ({ ...supply, id: `s${String(at).padStart(2, '0')}`, title: demand.title, body: demand.body }));
    const { matches } = match({ demand, supplies: [...many, { ...supply, id: 'far', title: '养殖饲料', body: '对虾配合饲料', industry: 'A0412', place: 'elsewhere', ask: 900_000_000, trl: 5 }] });
    expect(matches.filter(({ isPushed }) => isPushed)).toHaveLength(10);
    expect(matches.at(-1)).toMatchObject({ id: 'far', level: 1, isPushed: false });
  });

  test('counts a half where no price and no time is named, and the marine field a tenth more, up to one', () => {
    const { ask: _ask, estimatedMonths: _months, ...silent } = supply;
    expect(scoreOf(demand, silent, 0).parts).toMatchObject({ budget: 0.5, due: 0.5 });
    expect(scoreOf(demand, { ...supply, marineField: 'anticorrosion' }, 0).parts.field).toBe(0.8);
    expect(scoreOf(demand, { ...supply, industry: 'C2641', marineField: 'anticorrosion' }, 0).parts.field).toBe(1);
    for (const [industry, field] of [['C2641', 1], ['C2649', 0.7], ['C2614', 0.4], ['C2011', 0.1], ['C3011', 0.1], ['G5600', 0]] as const) expect(scoreOf(demand, { ...supply, industry }, 0).parts.field, industry).toBe(field);
  });

  test('opens into its parts in both languages, and says where both sides are one', () => {
    const lines = explain(scoreOf(demand, { ...supply, isRelated: true }, 0.42));
    expect(lines).toHaveLength(9);
    expect(lines[0]).toEqual({ zh: '文字相近0.42×0.35＝0.1470', en: 'Text 0.42 × 0.35 = 0.1470' });
    expect(lines[7]?.zh).toBe('合计0.673，3级（较强相关）');
    expect(lines[8]?.en).toContain('not counted');
    expect(Object.values(barNames)).toHaveLength(7);
  });

  test('has weights that add up to one', () => {
    expect(Object.values(commonScheme.weights).reduce((sum, weight) => sum + Math.round(weight * 100), 0)).toBe(100);
  });
});

const words = fc.array(fc.constantFrom('海水', '防腐', '涂层', '养殖', '对虾', '浮标', '传感器', '温盐深', 'CTD', '2000米', '，', '电池', '轻'), { maxLength: 8 }).map((all) => all.join(''));
const text = { title: words, body: words };
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const present = <T extends object>(all: T) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
const codes = fc.constantFrom('C2641', 'C2643', 'C2614', 'C3514', 'C3599', 'A0412');
const marine = fc.constantFrom('anticorrosion', 'instruments');
const trl = fc.integer({ min: 1, max: 9 });
const sums = fc.integer({ min: 0, max: 900_000_000 });
const months = fc.integer({ min: 1, max: 60 });
const problems = fc.record({
  demand: fc.record({ ...text, industry: maybe(codes), marineField: maybe(marine), minTrl: trl, budget: maybe(sums), dueMonths: maybe(months) }).map((all) => ({ id: 'd', ...present(all) }) as Demand),
  supplies: fc.array(fc.record({
    ...text, industry: maybe(codes), marineField: maybe(marine), trl, ask: maybe(sums), estimatedMonths: maybe(months), place: fc.constantFrom('district', 'city', 'province', 'elsewhere'),
    done: fc.tuple(fc.nat(9), fc.nat(9)), against: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray(['offShelf', 'lapsed', 'undisclosed']) }), isRelated: fc.boolean(),
  }), { maxLength: 14 }).map((all) => all.map(({ done: [completed, open], ...rest }, at) => ({ ...present(rest), id: `s${at}`, completed, contracts: completed + open }) as unknown as Supply)),
});

test('a riper achievement, a better record, a nearer place, a lower price never bring a worse score', () => {
  fc.assert(fc.property(problems, ({ demand: asked, supplies }) => {
    for (const each of supplies) {
      const better: Supply = { ...each, trl: Math.min(9, each.trl + 1), completed: each.completed + 1, contracts: each.contracts + 1, place: 'district', ...(each.ask === undefined ? {} : { ask: Math.floor(each.ask / 2) }) };
      expect(scoreOf(asked, better, 0.3).score).toBeGreaterThanOrEqual(scoreOf(asked, each, 0.3).score);
    }
  }));
});

describe('the plain count', () => {
  test('agrees with every answer', () => {
    fc.assert(fc.property(problems, (problem) => findDisagreement(problem, match(problem)) === undefined), { numRuns: 200 });
  });

  test('sees one changed score, one left out, one pushed too many, one bar forgotten', () => {
    const problem = { demand, supplies: [supply, { ...supply, id: 'b', title: '养殖饲料', body: '对虾', industry: 'A0412' }, { ...supply, id: 'c', trl: 1 }] };
    const right = match(problem);
    expect(findDisagreement(problem, right)).toBeUndefined();
    const [first, ...others] = right.matches;
    if (!first) throw new Error('nothing matched');
    expect(findDisagreement(problem, { ...right, matches: [{ ...first, score: first.score + 0.01 }, ...others] })).toBe('a score');
    expect(findDisagreement(problem, { ...right, matches: others })).toBe('count');
    expect(findDisagreement(problem, { ...right, matches: right.matches.toReversed() })).toBeDefined();
    expect(findDisagreement(problem, { ...right, matches: right.matches.map((each) => ({ ...each, isPushed: true })) })).toBe('pushed');
    expect(findDisagreement(problem, { ...right, barred: [{ id: 'c', bars: [] }] })).toBe('c barred');
  });
});

describe('the quality of levels', () => {
  test('has the baseline 0.623 on the published distribution of labels', () => {
    const labels = ([[1, 5_495], [2, 5_281], [3, 1_073], [4, 424]] as const).flatMap(([label, times]) => Array.from({ length: times }, (): Level => label));
    const told = qualityOf(labels.map((label, at) => ({ demand: String(at % 239), label, level: label, score: label })));
    expect(told?.closeness).toBe(1);
    expect(told?.baseline).toBeCloseTo(1 / (1 + (5_495 + 1_073 + 2 * 424) / 12_273), 10);
    expect(told?.baseline.toFixed(3)).toBe('0.623');
    expect(told?.precisionAt10).toBeLessThanOrEqual(1);
  });

  test('looks at the ten best of each demand, and is nothing where nobody judged', () => {
    const pairs = Array.from({ length: 20 }, (_each, at) => ({ demand: 'd', label: (at < 5 ? 4 : 1) as Level, level: 2 as const, score: 1 - at / 20 }));
    expect(qualityOf(pairs)?.precisionAt10).toBe(0.5);
    expect(qualityOf([])).toBeUndefined();
  });
});
