import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainNoEvaluation, printed } from './explain.ts';
import { added, evaluateBothWays, joined, mainOf, type BothWays, type Joint, type JointProblem } from './joint.ts';
import { presets } from './presets.ts';
import type { Quantities, Scheme, Subject } from './problem.ts';
import { inBaseUnits, quantityNames } from './quantities.ts';
import { evaluate } from './solve.ts';
import { findJointDisagreement } from './verify-joint.ts';

const scheme = presets.huangyan2022;
const quantitiesOf = (of: Partial<Record<keyof Quantities, number>>): Quantities => Object.fromEntries(quantityNames.flatMap((name) => (of[name] === undefined ? [] : [[name, inBaseUnits(name, of[name])]])));

/** The worked example of parks.md §2.4, and who sits on its land with none in its own name. */
const holder: Subject = { id: '甲', industry: '36', quantities: quantitiesOf({ land: 20_000, tax: 900, valueAdded: 4_500, energy: 1_500, pollutant: 0.8, staff: 220, research: 320, revenue: 9_600 }) };
const sitter: Subject = { id: '乙', industry: '29', quantities: quantitiesOf({ tax: 300, valueAdded: 1_500, energy: 500, pollutant: 0.2, staff: 80, research: 100, revenue: 3_000 }) };

function solved(problem: JointProblem): BothWays {
  const answer = evaluateBothWays(problem);
  if ('no' in answer) throw new Error(explainNoEvaluation(answer).en);
  expect(findJointDisagreement(problem, answer)).toBeUndefined();
  return answer;
}

const together = (members: readonly Subject[], rest: { readonly others?: readonly Subject[]; readonly counts?: boolean; readonly by?: Scheme } = {}) => {
  const { others = [], counts = true, by = scheme } = rest;
  return solved({ scheme: by, subjects: [...members, ...others], base: [], joints: [{ id: '组', members: members.map(({ id }) => id), counts }] });
};

describe('two on one piece of land', () => {
  test('are 40 万元 a mu together: sums over sums and no mean of ratios, in all 130.89', () => {
    const [group] = together([holder, sitter]).results;
    expect(group?.steps.map(({ value = 0 }) => Number(value.toPrecision(5)))).toEqual([40, 200, 3, 6_000, 20, 0.033333]);
    expect(group?.steps.map((step) => printed(scheme, step.points))).toEqual(['45.00', '29.38', '22.27', '12.17', '11.03', '11.04']);
    expect(printed(scheme, group?.points ?? 0)).toBe('130.89');
  });

  test('are shown each by itself too, in the order they are named: 115.38 and, without land, 58.65', () => {
    const { beside } = together([holder, sitter]);
    expect(beside.map(({ id, points }) => [id, printed(scheme, points)])).toEqual([['甲', '115.38'], ['乙', '58.65']]);
    expect(beside.every((result) => result.rank === undefined)).toBe(true);
    expect(beside[1]?.steps[0]).toMatchObject({ how: 'missingZero', points: 0 });
  });

  test('stand in the industry of whoever has more revenue, or more of what the scheme says', () => {
    expect(joined(scheme, 'g', [sitter, holder]).industry).toBe('36');
    const equal = { ...sitter, quantities: { ...sitter.quantities, revenue: holder.quantities.revenue ?? 0 } };
    expect(mainOf(scheme, [equal, holder])?.id).toBe('甲');
    expect(mainOf(scheme, [equal, { ...equal, id: '丙' }])?.id).toBe('丙');
    const landed = { ...sitter, quantities: { ...sitter.quantities, land: inBaseUnits('land', 30_000) } };
    expect(joined({ ...scheme, mainBy: 'land' }, 'g', [holder, landed]).industry).toBe('29');
    // Nobody has any: it goes by tax.
    expect(joined({ ...scheme, mainBy: 'electricity' }, 'g', [sitter, holder]).industry).toBe('36');
  });

  test('count as one in the cut-offs: of ten with two together nine are ranked', () => {
    const others = Array.from({ length: 8 }, (_, at): Subject => ({ ...holder, id: `o${at}`, quantities: { ...holder.quantities, tax: inBaseUnits('tax', 100 + at) } }));
    const { results, beside } = together([holder, sitter], { others });
    expect(results.map(({ among }) => among)).toEqual(Array(9).fill(9));
    expect(results.at(-1)).toMatchObject({ id: '组', rank: 1, ranked: 'A' });
    // By itself it would have reached what it reaches by the cuts as they stand.
    expect(beside.map((result) => result.ranked)).toEqual(['B', 'D']);
  });

  test('that are only shown together are ranked each by itself, and the group by nobody', () => {
    const { results, beside } = together([holder, sitter], { counts: false });
    expect(results.map(({ id, among }) => [id, among])).toEqual([['甲', 2], ['乙', 2]]);
    expect(beside).toMatchObject([{ id: '组' }]);
    expect(printed(scheme, beside[0]?.points ?? 0)).toBe('130.89');
    const { beside: _none, ...alone } = solved({ scheme, subjects: [holder, sitter], base: [], joints: [] });
    expect({ ...alone, beside }).toEqual({ ...together([holder, sitter], { counts: false }) });
  });
});

describe('what departments found', () => {
  const of = (one: Partial<Subject>, other: Partial<Subject>) => joined(scheme, 'g', [{ ...holder, ...one }, { ...sitter, ...other }]);

  test('binds the group: the veto of one is the veto of all', () => {
    expect(of({}, { vetoes: ['taxFraud'] }).vetoes).toEqual(['taxFraud']);
    const others = Array.from({ length: 8 }, (_, at): Subject => ({ ...holder, id: `o${at}`, quantities: { ...holder.quantities, tax: inBaseUnits('tax', 100 + at) } }));
    expect(together([holder, { ...sitter, vetoes: ['taxFraud'] }], { others }).results.at(-1)).toMatchObject({ ranked: 'A', class: 'D', moves: [{ by: 'veto', veto: 'taxFraud', to: 'D' }] });
  });

  test('counts a distinction once and adds up what is counted', () => {
    expect(of({ bonuses: ['highTech'] }, { bonuses: ['highTech', 'listed'] }).bonuses).toEqual(['highTech', 'listed']);
    expect(of({ counts: { smallTenants: 2 } }, { counts: { smallTenants: 3 } }).counts).toEqual({ smallTenants: 5 });
  });

  test('spares the group only where every member is spared, as its main member is', () => {
    expect(of({ exemption: 'utility' }, {})).not.toHaveProperty('exemption');
    expect(of({ exemption: 'utility' }, { exemption: 'startUp' }).exemption).toBe('utility');
  });
});

test('a quantity that only some have is the sum of those; one that nobody has is absent', () => {
  expect(added([{ tax: 5, land: 7 }, { tax: -2 }])).toEqual({ tax: 3, land: 7 });
  expect(added([])).toEqual({});
});

test.each<[string, readonly Joint[]]>([
  ['one member', [{ id: 'g', members: ['甲'], counts: true }]],
  ['a member nobody evaluates', [{ id: 'g', members: ['甲', '丁'], counts: true }]],
  ['a member twice', [{ id: 'g', members: ['甲', '甲'], counts: true }]],
  ['a member in two groups', [{ id: 'g', members: ['甲', '乙'], counts: true }, { id: 'h', members: ['乙', '丙'], counts: false }]],
  ['the name of a subject', [{ id: '丙', members: ['甲', '乙'], counts: true }]],
])('a group with %s is none', (_name, joints) => {
  expect(evaluateBothWays({ scheme, subjects: [holder, sitter, { ...holder, id: '丙' }], base: [], joints })).toMatchObject({ no: 'joint' });
});

const amount = (max: number) => fc.option(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max })), { nil: undefined, freq: 6 });
const some: fc.Arbitrary<Quantities> = fc.record({
  tax: fc.option(fc.integer({ min: -1_000_000, max: 1e11 }), { nil: undefined, freq: 8 }), valueAdded: amount(1e12), revenue: amount(1e12), research: amount(1e10), land: amount(1e8), energy: amount(1e8), pollutant: amount(1e9), staff: amount(1e6), electricity: amount(1e9),
}, { requiredKeys: [] }).map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
const whole: Required<Quantities> = { tax: 1e9, valueAdded: 5e9, revenue: 1e10, research: 3e8, land: 2e6, energy: 1.5e6, pollutant: 8e5, staff: 22_000, electricity: 1e6 };
const crowd = fc.array(fc.record({
  industry: fc.constantFrom('17', '26', '36'), quantities: some, bonuses: fc.subarray(['highTech', 'platform', 'listed']), counts: fc.record({ smallTenants: fc.integer({ min: 0, max: 4 }) }),
  vetoes: fc.oneof({ weight: 9, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray(['wages', 'taxFraud', 'penalty']) }), exemption: fc.option(fc.constantFrom('startUp', 'utility'), { nil: undefined, freq: 4 }),
}), { minLength: 2, maxLength: 30 }).map((all) => all.map(({ exemption, ...rest }, at): Subject => ({ ...rest, id: `e${at}`, ...(exemption === undefined ? {} : { exemption }) })));
const schemes = fc.constantFrom<Scheme>(
  ...Object.values(presets), { ...presets.shandongFive, groups: { by: 'industry', fewest: 4 }, mainBy: 'land' },
  { ...presets.anhuiCity, decimals: 4, indicators: presets.anhuiCity.indicators.map((each) => ({ ...each, benchmark: { mean: 'industry' } as const })) },
);
const base = fc.array(fc.record({ industry: fc.constantFrom('17', '26'), quantities: some }), { maxLength: 8 }).map((all) => [...all, { industry: '36', quantities: whole }]);
/** Neighbours together, two to four of them, every other group for the view alone. */
const problems: fc.Arbitrary<JointProblem> = fc.record({ scheme: schemes, subjects: crowd, base, sizes: fc.array(fc.integer({ min: 2, max: 4 }), { maxLength: 4 }), counts: fc.boolean() }).map(({ sizes, counts, ...rest }) => {
  let from = 0;
  const joints = sizes.flatMap((size, at) => {
    const members = rest.subjects.slice(from, (from += size)).map(({ id }) => id);
    return members.length < 2 ? [] : [{ id: `g${at}`, members, counts: (at % 2 === 0) === counts }];
  });
  return { ...rest, joints };
});

describe('an evaluation both ways', () => {
  test('is what slow code by its definition makes of it', () => {
    fc.assert(fc.property(problems, (problem) => {
      const answer = evaluateBothWays(problem);
      if ('no' in answer) throw new Error(answer.no);
      expect(findJointDisagreement(problem, answer)).toBeUndefined();
    }), { numRuns: 400 });
  });

  test('is told apart from any with one class or point changed beside the ranked', () => {
    fc.assert(fc.property(problems, fc.nat(), fc.constantFrom('class', 'points', 'ranked'), (problem, nth, what) => {
      const answer = solved(problem);
      fc.pre(answer.beside.length > 0);
      const at = nth % answer.beside.length;
      const other = (band: string | undefined) => (band === 'A' ? 'B' : 'A');
      const beside = answer.beside.map((result, index) => (index !== at ? result : what === 'points' ? { ...result, points: result.points + 1 } : { ...result, [what]: other(result[what]) }));
      expect(findJointDisagreement(problem, { ...answer, beside })).toBeDefined();
    }), { numRuns: 200 });
  });

  test('comes out the same in whatever order enterprises and members are named', () => {
    fc.assert(fc.property(problems, (problem) => {
      const byId = ({ results, beside }: BothWays) => new Map([...results, ...beside].map((result) => [result.id, result]));
      const back = { ...problem, subjects: problem.subjects.toReversed(), joints: problem.joints.map((joint) => ({ ...joint, members: joint.members.toReversed() })) };
      expect(byId(solved(back))).toEqual(byId(solved(problem)));
    }));
  });

  test('of nobody together is the plain one', () => {
    fc.assert(fc.property(problems, ({ joints: _joints, ...problem }) => {
      expect(evaluateBothWays({ ...problem, joints: [] })).toEqual({ ...evaluate(problem), beside: [] });
    }));
  });

  test('makes no benchmark another: they are of the year before, enterprise by enterprise', () => {
    fc.assert(fc.property(problems, (problem) => {
      expect(solved(problem).benchmarks).toEqual(solved({ ...problem, joints: [] }).benchmarks);
    }));
  });

  test('splits nothing off: two halves together are worth what the whole was worth', () => {
    fc.assert(fc.property(schemes, some, base, (by, own, before) => {
      const [half, rest] = [(share: (amount: number) => number) => Object.fromEntries(Object.entries(own).map(([name, amount]) => [name, share(amount)])), Math.floor];
      const parts = [half((amount) => rest(amount / 3)), half((amount) => amount - rest(amount / 3))].map((quantities, at) => ({ id: `p${at}`, industry: '36', quantities }));
      const [split] = solved({ scheme: by, base: before, subjects: parts, joints: [{ id: 'one', members: ['p0', 'p1'], counts: true }] }).results;
      expect(evaluate({ scheme: by, base: before, subjects: [{ id: 'one', industry: '36', quantities: own }] })).toMatchObject({ results: [split] });
    }));
  });
});
