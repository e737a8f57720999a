import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PanelProblem } from './problem.ts';
import { assign } from './solve.ts';
import { programOf } from './test-program.ts';
import { findBottleneckFault, findFault } from './verify.ts';

// Cases too large to try everything, against a solver of linear and whole-numbered programs.

const specialties = ['甲', '乙', '丙', '丁'];

/** Fits from so few numbers that many assignments are equally good, or from so many that hardly two are. */
const problems = (hasRules: boolean, projects: number, experts: number) => fc.constantFrom(2, 100).chain((fits) => fc.record({
  projects: fc.array(fc.record({
    seats: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }).filter((seats) => seats.some((each) => each > 0)), period: fc.constantFrom('6月', '7月', '8月'), outside: fc.nat(2),
    recused: fc.uniqueArray(fc.nat(experts - 1), { maxLength: 3 }), bonus: fc.array(fc.nat(fits), { minLength: experts, maxLength: experts }),
  }), { minLength: projects >> 1, maxLength: projects }),
  experts: fc.array(fc.record({
    own: fc.array(fc.option(fc.nat(fits), { freq: 2, nil: undefined }), { minLength: 4, maxLength: 4 }), employer: fc.constantFrom('', '', 'D1', 'D2', 'D3'), isOutside: fc.boolean(), cap: fc.integer({ min: 1, max: 7 }), load: fc.nat(1),
    capPerPeriod: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  }), { minLength: experts, maxLength: experts }),
  apart: fc.array(fc.tuple(fc.nat(experts - 1), fc.nat(experts - 1)).filter(([one, other]) => one !== other), { maxLength: 4 }),
})).map((told): PanelProblem => ({
  projects: told.projects.map(({ seats, period, outside, recused, bonus }, index) => ({
    projectNo: `P${index}`, period, recused: recused.map((each) => `ZJ${each}`), fits: Object.fromEntries(bonus.map((each, at) => [`ZJ${at}`, each])),
    quotas: seats.flatMap((each, at) => (each > 0 ? [{ specialty: specialties[at] ?? '', seats: each }] : [])), ...(hasRules && { outsideAtLeast: Math.min(outside, seats.reduce((sum, each) => sum + each, 0)) }),
  })),
  experts: told.experts.map(({ own, employer, isOutside, cap, load, capPerPeriod }, index) => ({
    expertNo: `ZJ${index}`, employer: hasRules ? employer : '', isOutside, cap, load, ...(capPerPeriod !== undefined && { capPerPeriod, loads: { '7月': load } }),
    specialties: Object.fromEntries(own.flatMap((each, at) => (each === undefined ? [] : [[specialties[at] ?? '', each]]))),
  })),
  ...(hasRules && { apart: told.apart.map(([one, other]) => [`ZJ${one}`, `ZJ${other}`] as const) }),
}));

describe('an assignment is as good as the best of another solver', () => {
  let highs: Highs;
  beforeAll(async () => {
    // Its types describe the CommonJS build; what Node imports is the function itself.
    highs = await (loadHighs as unknown as typeof loadHighs.default)();
  });

  test.each([['with what a flow can hold alone', false, 18, 24, 150], ['with every rule', true, 9, 16, 80]] as const)('%s', (_name, hasRules, projects, experts, numRuns) => {
    const met = { found: 0, none: 0 };
    fc.assert(fc.property(problems(hasRules, projects, experts), (problem) => {
      const best = largestTotal(highs, problem);
      const answer = assign(problem);
      if ('no' in answer) {
        met.none += 1;
        expect(best).toBeUndefined();
        if (answer.no === 'seats') expect(findBottleneckFault(problem, answer.bottleneck)).toBeUndefined();
        else expect(answer.no).toBe('rules');
      } else {
        met.found += 1;
        expect(findFault(problem, answer)).toBeUndefined();
        expect(answer.isOptimal).toBe(true);
        expect(answer.totalFit).toBe(best);
        expect(assign(problem)).toEqual(answer);
      }
    }), { numRuns, seed: 7 });
    expect(Math.min(met.found, met.none)).toBeGreaterThan(15);
  });
});

/** The largest total fit, or nothing where no assignment keeps all rules. */
function largestTotal(highs: Highs, problem: PanelProblem): number | undefined {
  const program = programOf(highs, problem);
  // Nobody at all; it does not count that among what it cannot solve.
  if (program.numCols === 0) return undefined;
  const model = highs.createModel(program);
  try {
    model.run();
    const status = model.getModelStatus();
    const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
    if (status !== optimal && status !== infeasible && status !== unboundedOrInfeasible) throw new Error(`HiGHS came to ${status}`);
    return status === optimal ? Math.round(model.getObjectiveValue()) : undefined;
  } finally {
    model.dispose();
  }
}
