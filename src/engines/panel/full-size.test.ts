import { describe, expect, test } from 'vitest';
import type { Expert, PanelProblem } from './problem.ts';
import { assign } from './solve.ts';
import { findFault } from './verify.ts';

// A good part of a city's year with every rule of a panel at once: whoever stops it has a whole assignment and is told what more there might be.

const seats = { 产业技术: 2, 财务金融: 2, 土地规划: 1, 环保能耗: 1, 法律: 1 };

/** The rules that a flow cannot hold are there in earnest: a third from inside, some colleagues, pairs kept apart. */
function ruledYear(projects: number, experts: number): PanelProblem {
  let state = 7;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const main = Object.entries(seats).flatMap(([specialty, count]) => Array.from({ length: count }, () => specialty));
  const people = Array.from({ length: experts }, (_each, index): Expert => ({
    expertNo: `ZJ${index}`, specialties: Object.fromEntries([main[index % main.length] ?? '', ...(random(3) === 0 ? [main[random(main.length)] ?? ''] : [])].map((each) => [each, 40 + random(30)])),
    employer: `D${random(Math.ceil(experts / 3))}`, isOutside: random(3) > 0, cap: Math.ceil((projects * 7 * 1.4) / experts) + 3, load: random(4),
  }));
  return {
    experts: people, apart: Array.from({ length: 40 }, (_each, index) => [`ZJ${index * 2}`, `ZJ${index * 2 + 1}`] as const),
    projects: Array.from({ length: projects }, (_each, index) => ({
      projectNo: `JM${index}`, outsideAtLeast: 4, quotas: Object.entries(seats).map(([specialty, count]) => ({ specialty, seats: count })),
      recused: Array.from({ length: 10 }, () => `ZJ${random(experts)}`), fits: Object.fromEntries(people.map(({ expertNo }) => [expertNo, random(31)])),
    })),
  };
}

describe('three hundred projects and two hundred experts with every rule', () => {
  const problem = ruledYear(300, 200);

  test('stopped when its time is over, is whole, keeps every rule, and says how far from the best it may be', () => {
    const phases = new Set<string>();
    let asked = 0;
    // By how often it asks and not by the clock, so that the test is the same on every machine.
    const answer = assign(problem, ({ phase, bestFit }) => {
      phases.add(phase);
      asked += 1;
      return bestFit === undefined ? undefined : 'stop';
    });
    if ('no' in answer) throw new Error(answer.no);
    expect(answer.placements).toHaveLength(2_100);
    expect(findFault(problem, answer)).toBeUndefined();
    expect(answer.bound).toBeGreaterThanOrEqual(answer.totalFit);
    // Within a hundredth of what could be had at most.
    expect(answer.totalFit / answer.bound).toBeGreaterThan(0.99);
    expect(asked).toBeGreaterThan(10);
    expect([...phases]).toContain('rules');
  });

  test('left to go on for a while comes nearer, from both sides', () => {
    const fewer = ruledYear(100, 100);
    let proving = 0;
    const answer = assign(fewer, ({ phase }) => {
      if (phase === 'proving') proving += 1;
      return proving > 3 ? 'stop' : undefined;
    });
    if ('no' in answer) throw new Error(answer.no);
    expect(findFault(fewer, answer)).toBeUndefined();
    expect(answer.totalFit / answer.bound).toBeGreaterThan(0.998);
  });
});
