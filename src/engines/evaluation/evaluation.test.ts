import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anomalyNames, findAnomalies, type AnomalyKind, type Checked } from './anomalies.ts';
import { benchmarksOf, shiftsOf } from './benchmarks.ts';
import { movesBetween } from './compare.ts';
import { explain, explainNoEvaluation, tally } from './explain.ts';
import { formulas } from './indicators.ts';
import { presets } from './presets.ts';
import type { Evaluation, NoEvaluation, Problem, Quantities, Scheme, Subject } from './problem.ts';
import { evaluate } from './solve.ts';
import { evaluateAgainst, standingOf } from './standing.ts';
import { findDisagreement } from './verify.ts';

const quantity = (max: number) => fc.option(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max })), { nil: undefined, freq: 8 });
const quantities: fc.Arbitrary<Quantities> = fc.record({
  tax: fc.option(fc.integer({ min: -1_000_000, max: 1e11 }), { nil: undefined, freq: 8 }), valueAdded: quantity(1e12), revenue: quantity(1e12), research: quantity(1e10),
  land: quantity(1e8), energy: quantity(1e8), pollutant: quantity(1e9), staff: quantity(1e6), electricity: quantity(1e9),
}, { requiredKeys: [] }).map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
const whole: Required<Quantities> = { tax: 1e9, valueAdded: 5e9, revenue: 1e10, research: 3e8, land: 2e6, energy: 1.5e6, pollutant: 8e5, staff: 22_000, electricity: 1e6 };

const subjects = (min: number, max: number) => fc.array(fc.record({
  industry: fc.constantFrom('17', '26', '36'), quantities, bonuses: fc.subarray(['highTech', 'platform', 'listed']), counts: fc.record({ smallTenants: fc.integer({ min: 0, max: 4 }) }),
  vetoes: fc.oneof({ weight: 9, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray(['wages', 'taxFraud', 'penalty']) }), exemption: fc.option(fc.constantFrom('startUp', 'utility'), { nil: undefined, freq: 9 }),
}), { minLength: min, maxLength: max }).map((all) => all.map(({ exemption, ...rest }, at): Subject => ({ ...rest, id: `e${at}`, ...(exemption === undefined ? {} : { exemption }) })));

const schemes = fc.constantFrom<Scheme>(
  ...Object.values(presets), { ...presets.shandongFive, groups: { by: 'industry', fewest: 4 } },
  { ...presets.anhuiCity, decimals: 4, indicators: presets.anhuiCity.indicators.map((each) => ({ ...each, benchmark: { mean: 'industry' } as const })) },
);
const base = fc.array(fc.record({ industry: fc.constantFrom('17', '26'), quantities }), { maxLength: 8 }).map((all) => [...all, { industry: '36', quantities: whole }]);
const problems: fc.Arbitrary<Problem> = fc.record({ scheme: schemes, subjects: subjects(1, 40), base });

function solved(problem: Problem): Evaluation {
  const answer = evaluate(problem);
  if ('no' in answer) throw new Error(`${answer.no} ${answer.at}`);
  return answer;
}

describe('an evaluation', () => {
  test('is what slow code by its definition makes of it', () => {
    fc.assert(fc.property(problems, (problem) => findDisagreement(problem, solved(problem)) === undefined), { numRuns: 400 });
  });

  test('is told apart from any with one class, rank or point changed', () => {
    fc.assert(fc.property(problems, fc.nat(), fc.constantFrom('class', 'rank', 'points', 'step'), (problem, nth, what) => {
      const { results, ...rest } = solved(problem);
      const at = nth % results.length;
      const changed = results.map((result, index) => {
        if (index !== at) return result;
        if (what === 'class') return { ...result, class: result.class === 'A' ? 'B' : 'A' };
        if (what === 'rank') return { ...result, rank: (result.rank ?? 0) + 1 };
        if (what === 'points') return { ...result, points: result.points + 1 };
        return { ...result, points: result.points + 2, steps: result.steps.map((step, first) => (first === 0 ? { ...step, points: step.points + 2 } : step)) };
      });
      expect(findDisagreement(problem, { ...rest, results: changed })).toBeDefined();
    }), { numRuns: 200 });
  });

  test('comes out the same whatever the order of the enterprises', () => {
    fc.assert(fc.property(problems, (problem) => {
      const back = solved({ ...problem, subjects: problem.subjects.toReversed(), base: problem.base.toReversed() });
      expect({ ...back, results: back.results.toReversed() }).toEqual(solved(problem));
    }));
  });

  test('opens into its working in both languages', () => {
    fc.assert(fc.property(problems, (problem) => {
      for (const result of solved(problem).results) {
        const words = explain(problem.scheme, result);
        expect(words.length).toBeGreaterThanOrEqual(problem.scheme.indicators.length + 3);
        expect(words.every(({ zh, en }) => zh !== '' && en !== '' && !/undefined|NaN/.test(zh + en))).toBe(true);
      }
    }), { numRuns: 40 });
  });

  test('counts everybody once: classes and ungraded add up to the evaluated', () => {
    fc.assert(fc.property(problems, (problem) => {
      const { classes, ungraded } = tally(problem.scheme, solved(problem));
      expect(Object.values(classes).reduce((sum, each) => sum + each, ungraded)).toBe(problem.subjects.length);
    }));
  });
});

describe('scale', () => {
  test('of an enterprise does not matter: ten times everything is the same points', () => {
    fc.assert(fc.property(schemes, quantities, base, (scheme, own, before) => {
      const larger = Object.fromEntries(Object.entries(own).map(([name, amount]) => [name, amount * 10]));
      const [one, ten] = solved({ scheme, base: before, subjects: [{ id: 'one', industry: '36', quantities: own }, { id: 'ten', industry: '36', quantities: larger }] }).results;
      expect(ten?.steps).toEqual(one?.steps);
      expect(ten?.rank).toBe(one?.rank);
    }));
  });

  test('of the whole district does not matter where benchmarks are means of it', () => {
    fc.assert(fc.property(subjects(1, 20), base, (all, before) => {
      const twice = (of: Quantities) => Object.fromEntries(Object.entries(of).map(([name, amount]) => [name, amount * 2]));
      const [scheme, larger] = [presets.anhuiCity, (each: Subject) => ({ ...each, quantities: twice(each.quantities) })];
      const double = solved({ scheme, subjects: all.map(larger), base: before.map((each) => ({ ...each, quantities: twice(each.quantities) })) });
      expect(double).toEqual(solved({ scheme, subjects: all, base: before }));
    }));
  });

  test('of money does matter against a printed benchmark: it is an amount a mu', () => {
    const [one, two] = [whole, { ...whole, tax: whole.tax / 2 }].map((own) => solved({ scheme: presets.huangyan2022, base: [], subjects: [{ id: 'e', industry: '36', quantities: own }] }).results[0]);
    expect(two?.points).toBeLessThan(one?.points ?? 0);
  });
});

test('more of a numerator never takes points or places, less of it never gives them', () => {
  fc.assert(fc.property(problems, fc.nat(), fc.integer({ min: 1, max: 1e9 }), fc.constantFrom<keyof Quantities>('tax', 'valueAdded', 'research'), (problem, nth, more, name) => {
    const at = nth % problem.subjects.length;
    const before = solved(problem).results[at];
    const amount = problem.subjects[at]?.quantities[name];
    if (amount === undefined || !before) return;
    const richer = problem.subjects.map((each, index) => (index === at ? { ...each, quantities: { ...each.quantities, [name]: amount + more } } : each));
    const after = solved({ ...problem, subjects: richer }).results[at];
    expect(after?.points).toBeGreaterThanOrEqual(before.points);
    expect(after?.rank ?? 0).toBeLessThanOrEqual(before.rank ?? 0);
    before.steps.forEach((step, index) => expect(after?.steps[index]?.points).toBeGreaterThanOrEqual(step.points));
  }));
});

describe('equal points', () => {
  const scheme = { ...presets.huangyan2022, guards: [] };
  const of = (taxes: readonly number[]) => solved({ scheme, base: [], subjects: taxes.map((tax, at) => ({ id: String(at), industry: '36', quantities: { ...whole, tax } })) }).results;

  test('at a cut both go up', () => {
    const results = of([9, 8, 7, 7, 5, 4, 3, 2, 1, 1].map((each) => each * 1e8));
    expect(results.map((each) => each.class).join('')).toBe('AABBBBBBCC');
    expect(results.map(({ rank }) => rank)).toEqual([1, 2, 3, 3, 5, 6, 7, 8, 9, 9]);
    expect(of([9, 8, 8, 7, 5, 4, 3, 2, 2, 1].map((each) => each * 1e8)).map((each) => each.class).join('')).toBe('AAABBBBBBD');
  });

  test('of all leave everybody in the first class', () => expect(new Set(of([1e9, 1e9, 1e9, 1e9, 1e9]).map((each) => each.class))).toEqual(new Set(['A'])));

  test('are equal as printed: what differs behind the last decimal is no difference', () => {
    const [one, two] = of([1e9, 1e9 + 1]);
    expect(one?.steps[0]?.value).not.toBe(two?.steps[0]?.value);
    expect([one?.rank, two?.rank]).toEqual([1, 1]);
  });
});

describe('guards and vetoes', () => {
  const run = (own: Partial<Quantities>, rest: Partial<Subject> = {}, others = 9, richer = 1e8) => {
    const crowd = Array.from({ length: others }, (_, at) => ({ id: `o${at}`, industry: '36', quantities: { ...whole, valueAdded: 1e9, research: 1e6, tax: 3e9 + at * richer } }));
    return solved({ scheme: presets.huangyan2022, base: [], subjects: [{ id: 'own', industry: '36', quantities: { ...whole, ...own }, ...rest }, ...crowd] }).results[0]!;
  };
  const rich = { valueAdded: 5e10, research: 1e10, energy: 1e5 };

  test('nobody is A below the benchmark of tax per mu', () => {
    const held = run({ tax: 722_880_000, ...rich });
    expect([held.ranked, held.class, held.moves]).toEqual(['A', 'B', [{ by: 'guard', guard: 0, to: 'B' }]]);
    expect(run({ tax: 722_910_000, ...rich }).class).toBe('A');
  });

  test('nobody is A or B below a tenth of it, and exactly a tenth is not below', () => {
    expect(run({ tax: 72_000_000, ...rich }).class).toBe('C');
    expect(run({ tax: 72_291_000, ...rich }).class).toBe('B');
  });

  test('nobody is C or D from twice the benchmark on, save by veto', () => {
    const poor = { tax: 2e9, valueAdded: 1, research: 0, land: 1e6 };
    expect([run(poor).ranked, run(poor).class]).toEqual(['D', 'B']);
    expect(run(poor, { vetoes: ['taxFraud'] }).class).toBe('D');
    expect(run(poor, { vetoes: ['wages'] }).class).toBe('C');
  });

  test('a veto leaves the others where they were: no place moves up', () => {
    const { results } = solved({ scheme: { ...presets.huangyan2022, guards: [] }, base: [], subjects: Array.from({ length: 10 }, (_, at) => ({ id: String(at), industry: '36', quantities: { ...whole, tax: 1e8 * (10 - at) }, ...(at === 0 ? { vetoes: ['accident'] } : {}) })) });
    expect(results.map((each) => each.class).join('')).toBe('DABBBBBBCD');
  });

  test('the exempt are scored and neither ranked nor counted in the cut-offs; a veto binds them too', () => {
    const spared = run({ tax: 1 }, { exemption: 'utility' });
    expect(spared).toMatchObject({ isExempt: true, class: 'B', moves: [] });
    expect(spared).not.toHaveProperty('rank');
    expect(run({ tax: 1 }, { exemption: 'utility', vetoes: ['illegalLand'] }).class).toBe('D');
  });

  test('the exempt that a veto bound are counted in its class, the others as not graded, and are told so', () => {
    const [spared, bound] = [run({ tax: 1 }, { exemption: 'utility' }), run({ tax: 1 }, { exemption: 'utility', vetoes: ['illegalLand'] })];
    expect(tally(presets.huangyan2022, { results: [spared, bound] })).toEqual({ classes: { A: 0, B: 0, C: 0, D: 1 }, ungraded: 1 });
    const last = (result: typeof spared) => explain(presets.huangyan2022, result).at(-1)?.zh;
    expect([last(spared), last(bound)]).toEqual(['评价结果：B类 支持发展（参评不定级）。', '评价结果：D类 限制发展。']);
  });

  test('only what sends to the last class is called a veto; the others cap the class', () => {
    const said = (vetoes: readonly string[]) => explain(presets.huangyan2022, run({ tax: 1e9 }, { vetoes })).map(({ zh, en }) => `${zh} ${en}`).find((each) => /Veto|Cap/.test(each));
    expect(said(['taxFraud'])).toBe('一票否决（偷骗税）：定为D类 限制发展。 Veto (Tax fraud): D, restricted.');
    expect(said(['wages'])).toBe('限档（拖欠工资案件）：最高为C类 提升发展。 Cap (Unpaid wages case): C, to be improved at best.');
  });
});

describe('missing data', () => {
  const run = (own: Partial<Record<keyof Quantities, number | undefined>>) => {
    const left = Object.fromEntries(Object.entries({ ...whole, ...own }).filter(([, amount]) => amount !== undefined));
    const crowd = [4e5, 1.6e6].map((pollutant, at) => ({ id: `o${at}`, industry: '36', quantities: { ...whole, pollutant } }));
    return solved({ scheme: presets.huangyan2022, base: [], subjects: [{ id: 'own', industry: '36', quantities: left }, ...crowd] }).results;
  };

  test('of emission give the mean points of all who have them', () => {
    const [own, one, two] = run({ pollutant: undefined }).map(({ steps }) => steps[3]);
    expect(own).toMatchObject({ how: 'missingMean', points: Math.floor(((one?.points ?? 0) + (two?.points ?? 0)) / 2 + 0.5) });
    expect(run({ pollutant: 0 })[0]?.steps[3]?.how).toBe('missingMean');
  });

  test('of anything else give nothing and are flagged; a loss gives nothing', () => {
    expect(run({ energy: undefined })[0]?.steps[2]).toMatchObject({ how: 'missingZero', points: 0 });
    expect(run({ tax: -5 })[0]?.steps[0]).toMatchObject({ how: 'notPositive', points: 0 });
  });
});

test('a benchmark is the sum over the sum of last year, by industry where the scheme says so, never the mean of ratios', () => {
  const before = [{ industry: '17', quantities: { ...whole, tax: 1e9, land: 1e6 } }, { industry: '36', quantities: { ...whole, tax: 3e9, land: 7e6 } }, { industry: '36', quantities: { tax: 9e9 } }];
  const of = (mean: 'all' | 'industry') => solved({ scheme: { ...presets.anhuiCity, indicators: presets.anhuiCity.indicators.map((each) => ({ ...each, benchmark: { mean } })) }, base: before, subjects: [{ id: 'e', industry: '36', quantities: whole }, { id: 'f', industry: '99', quantities: whole }] });
  expect(of('all').benchmarks['taxPerMu']).toEqual({ '': 4e9 / (8e6 * 15) });
  expect(of('industry').benchmarks['taxPerMu']).toEqual({ '': 4e9 / (8e6 * 15), 17: 1e9 / (1e6 * 15), 36: 3e9 / (7e6 * 15) });
  expect(of('industry').results.map(({ steps }) => steps[0]?.benchmark)).toEqual([3e9 / (7e6 * 15), 4e9 / (8e6 * 15)]);
});

describe('how far a correction moves the sums of the benchmarks', () => {
  const firm = (tax: number, land: number, industry = '36') => ({ industry, quantities: { ...whole, tax, land } });
  const before = [firm(600, 30), firm(400, 20, '17')];

  test('is said of each sum of a mean, of all and of the industry where it has its own, the largest first', () => {
    const scheme = { indicators: [{ ...presets.shandongFive.indicators[0]!, benchmark: { mean: 'industry' } as const }] };
    expect(shiftsOf(scheme, before, [firm(606, 30), firm(400, 20, '17')])).toEqual([
      { indicator: 'taxPerMu', industry: '36', quantity: 'tax', before: 600, after: 606, percent: 1 }, { indicator: 'taxPerMu', industry: '', quantity: 'tax', before: 1000, after: 1006, percent: 0.6 },
    ]);
  });

  test('is nothing where no datum of it changed, nor of a printed benchmark', () => {
    expect(shiftsOf(presets.shandongFive, before, before)).toEqual([]);
    expect(shiftsOf(presets.huangyan2022, before, [firm(1, 1), firm(1, 1)])).toEqual([]);
  });

  test('counts a firm that leaves a sum because its denominator is gone', () => {
    expect(shiftsOf({ indicators: presets.shandongFive.indicators.slice(0, 1) }, before, [firm(600, 0), firm(400, 20, '17')])).toMatchObject([{ quantity: 'tax', percent: 60 }, { quantity: 'land', percent: 60 }]);
  });

  test('agrees with the benchmarks: they are the same where no sum moved', () => {
    const sets = fc.array(fc.record({ industry: fc.constantFrom('17', '36'), quantities }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(sets, sets, (one, other) => {
      if (shiftsOf(presets.shandongFive, one, other).length === 0) expect(benchmarksOf(presets.shandongFive, other)).toEqual(benchmarksOf(presets.shandongFive, one));
      expect(shiftsOf(presets.shandongFive, one, other).every(({ before: was, after: is, percent }) => was !== is && percent > 0)).toBe(true);
    }));
  });
});

describe('one enterprise worked out again', () => {
  test('on the same data comes to the same points and class', () => {
    fc.assert(fc.property(problems, fc.nat(), (problem, nth) => {
      const evaluation = solved(problem);
      const standing = standingOf(problem.scheme, evaluation);
      const at = nth % problem.subjects.length;
      const again = evaluateAgainst(problem.scheme, standing, problem.subjects[at]!);
      const { rank: _rank, among: _among, ...before } = evaluation.results[at]!;
      // A list that nobody else is ranked in by its industry cannot be told from the rest; the class can.
      expect({ ...again, group: before.group }).toEqual(before.group === undefined ? { ...before, group: undefined } : before);
    }), { numRuns: 200 });
  });

  test('on corrected data moves alone, by the points at which the classes were cut', () => {
    const all = Array.from({ length: 40 }, (_, at) => ({ id: `e${at}`, industry: '36', quantities: { ...whole, tax: 2e8 + 2e7 * (40 - at) } }));
    const scheme = { ...presets.huangyan2022, guards: [] };
    const evaluation = solved({ scheme, subjects: all, base: [] });
    const standing = standingOf(scheme, evaluation);
    expect(standing.cuts.map(({ class: band }) => band)).toEqual(['A', 'B', 'C', 'D']);
    const better = evaluateAgainst(scheme, standing, { ...all[8]!, quantities: { ...all[8]!.quantities, tax: all[7]!.quantities.tax } });
    expect([evaluation.results[8]?.class, evaluation.results[7]?.class]).toEqual(['B', 'A']);
    expect(better).toMatchObject({ class: 'A', ranked: 'A' });
    expect(explain(scheme, better as never).map(({ zh }) => zh)).toContain('按分数线为A类 优先发展。');
    expect(evaluateAgainst(scheme, standing, { ...all[8]!, quantities: { tax: 1 } })).toMatchObject({ class: 'D' });
  });

  test('is refused where it cannot be worked out', () => {
    expect(evaluateAgainst(presets.huangyan2022, { benchmarks: {}, means: {}, cuts: [] }, { id: 'e', industry: '36', quantities: whole, vetoes: ['gossip'] })).toEqual({ no: 'unknown', at: 'gossip' });
  });
});

test('what-if names who changes class and nobody else', () => {
  const all = Array.from({ length: 40 }, (_, at) => ({ id: `e${at}`, industry: '36', quantities: { ...whole, tax: 1e8 * (40 - at), research: 1e7 * at } }));
  const shifted = { ...presets.huangyan2022, indicators: presets.huangyan2022.indicators.map((each) => (each.key === 'taxPerMu' ? { ...each, weight: 10 } : each.key === 'rdShare' ? { ...each, weight: 30 } : each)) };
  const [before, after] = [presets.huangyan2022, shifted].map((scheme) => solved({ scheme, subjects: all, base: [] }));
  const moves = movesBetween(before!, after!);
  expect(moves.length).toBeGreaterThan(5);
  for (const { id, from, to } of moves) expect([from, to]).toEqual([before, after].map((each) => each!.results.find((result) => result.id === id)?.class));
  expect(movesBetween(before!, before!)).toEqual([]);
});

describe('there is no evaluation', () => {
  const scheme = presets.huangyan2022;
  const own: Subject = { id: 'e', industry: '36', quantities: whole };
  const [first, ...others] = scheme.indicators;
  test.each<[NoEvaluation['no'], Partial<Problem>]>([
    ['weights', { scheme: { ...scheme, indicators: [{ ...first!, weight: 31 }, ...others] } }],
    ['classes', { scheme: { ...scheme, classes: scheme.classes.slice(0, 3) } }],
    ['class', { scheme: { ...scheme, exemptAs: 'E' } }],
    ['indicator', { scheme: { ...scheme, guards: [{ indicator: 'revenuePerMu', is: 'below', times: 1, best: 'B' }] } }],
    ['number', { scheme: { ...scheme, cap: 0.5 } }],
    ['twice', { subjects: [own, own] }],
    ['benchmark', { scheme: presets.anhuiCity }],
    ['unknown', { subjects: [{ ...own, vetoes: ['gossip'] }] }],
    ['whole', { subjects: [{ ...own, quantities: { tax: 0.5 } }] }],
  ])('when %s is at fault', (no, change) => {
    const answer = evaluate({ scheme, subjects: [own], base: [], ...change });
    expect(answer).toMatchObject({ no });
    if ('no' in answer) expect(explainNoEvaluation(answer).zh).not.toBe('');
  });
});

describe('before the trial run', () => {
  const all = Object.values(formulas);
  const plain: Checked = { id: 'e', industry: '36', quantities: whole };
  test.each<[AnomalyKind, Partial<Checked>]>([
    ['area', { declared: { surveyedLand: 2.2e6 } }],
    ['area', { declared: { chargedLand: 2.2e6 } }],
    ['change', { lastYear: { ...whole, tax: 4e8 } }],
    ['staff', { declared: { insuredStaff: 10_000 } }],
    ['research', { declared: { researchDeducted: 2.3e8 } }],
    ['energy', { declared: { billedElectricity: 5e7 } }],
    ['added', { quantities: { ...whole, valueAdded: 2e10 } }],
    ['emission', { industry: '26', quantities: { ...whole, pollutant: 0 } }],
    ['split', { declared: { mergedOrSplit: true } }],
    ['missing', { quantities: { ...whole, energy: undefined as never } }],
  ])('%s strikes', (kind, change) => {
    expect(findAnomalies([{ ...plain, ...change }], all).map((each) => each.kind)).toContain(kind);
    expect(anomalyNames[kind].zh).not.toBe('');
  });

  test('one address of two firms strikes at both, an odd tax share within an industry of enough', () => {
    const two = ['a', 'b'].map((id) => ({ ...plain, id, declared: { address: '某路1号' } }));
    expect(findAnomalies(two, all).map(({ id, kind, of }) => [id, kind, of])).toEqual([['a', 'address', 'b'], ['b', 'address', 'a']]);
    const crowd = Array.from({ length: 200 }, (_, at) => ({ ...plain, id: String(at), quantities: { ...whole, tax: 1e9 + at * 1e5 } }));
    expect(findAnomalies(crowd, all).map(({ id, kind }) => [id, kind])).toEqual([['0', 'share'], ['1', 'share'], ['198', 'share'], ['199', 'share']]);
  });

  test('nothing strikes where sources agree and little changed', () => {
    expect(findAnomalies([{ ...plain, lastYear: whole, declared: { registeredLand: 2e6, surveyedLand: 2.05e6, insuredStaff: 21_000, billedElectricity: 1_000_000 } }], all)).toEqual([]);
  });
});
