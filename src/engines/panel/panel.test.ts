import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from './explain.ts';
import type { Assignment, Expert, NoAssignment, PanelProblem, Project } from './problem.ts';
import { assign } from './solve.ts';
import { findBottleneckFault, findFault } from './verify.ts';

function expert(expertNo: string, more: Partial<Expert> = {}): Expert {
  return { expertNo, specialties: { 财务金融: 50 }, employer: '', isOutside: true, cap: 12, load: 0, ...more };
}

function project(projectNo: string, seats: number, more: Partial<Project> = {}): Project {
  return { projectNo, quotas: [{ specialty: '财务金融', seats }], ...more };
}

function assigned(answer: Assignment | NoAssignment): Assignment {
  if ('no' in answer) throw new Error(explain(answer).map(({ en }) => en).join(' '));
  return answer;
}

const names = ['甲', '乙', '丙'];
const smallProject = fc.record({ seats: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }).filter((seats) => seats.some((each) => each > 0)), outside: fc.integer({ min: 0, max: 2 }), recused: fc.subarray([0, 1, 2, 3, 4]), bonus: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }), period: fc.constantFrom('6月', '7月') });
const smallExpert = fc.record({ fits: fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }), { minLength: 3, maxLength: 3 }), employer: fc.constantFrom('', 'D1', 'D2', 'D3'), isOutside: fc.boolean(), cap: fc.integer({ min: 1, max: 3 }), load: fc.integer({ min: 0, max: 1 }), capPerPeriod: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }) });

/** Few projects and experts, scarce enough that every rule pinches. */
const small = (hasRules: boolean) => fc.record({ projects: fc.array(smallProject, { minLength: 1, maxLength: 3 }), experts: fc.array(smallExpert, { minLength: 3, maxLength: 6 }), apart: fc.boolean() }).map(({ projects, experts, apart }): PanelProblem => ({
  projects: projects.map(({ seats, outside, recused, bonus, period }, index) => ({
    projectNo: `P${index}`, period, recused: recused.slice(0, 2).map((each) => `ZJ${each}`), fits: Object.fromEntries(bonus.map((each, at) => [`ZJ${at}`, each])),
    quotas: seats.flatMap((each, at) => (each > 0 ? [{ specialty: names[at] ?? '', seats: each }] : [])), ...(hasRules && { outsideAtLeast: outside }),
  })),
  experts: experts.map(({ fits, employer, isOutside, cap, load, capPerPeriod }, index) => ({
    expertNo: `ZJ${index}`, employer: hasRules ? employer : '', isOutside, cap: cap + load, load, ...(capPerPeriod !== undefined && { capPerPeriod, loads: { '7月': load } }),
    specialties: Object.fromEntries(fits.flatMap((each, at) => (each === undefined ? [] : [[names[at] ?? '', each]]))),
  })),
  ...(hasRules && apart && { apart: [['ZJ0', 'ZJ1'] as const] }),
}));

describe.each([['with what a flow can hold alone', false], ['with all rules', true]])('small cases %s', (_name, hasRules) => {
  test('come out as trying everything says', () => {
    const met = { found: 0, none: 0 };
    fc.assert(fc.property(small(hasRules), (problem) => {
      const best = tryEverything(problem);
      const answer = assign(problem);
      if ('no' in answer) {
        met.none += 1;
        expect(best).toBeUndefined();
        if (answer.no === 'seats') expect(findBottleneckFault(problem, answer.bottleneck)).toBeUndefined();
        else expect(answer.no).toBe('rules');
        for (const text of explain(answer)) expect(text.zh + text.en).not.toMatch(/undefined|\{/);
      } else {
        met.found += 1;
        expect(findFault(problem, answer)).toBeUndefined();
        expect(answer.totalFit).toBe(best);
        expect(answer.isOptimal).toBe(true);
      }
    }), { numRuns: 1500, seed: 4 });
    expect(Math.min(met.found, met.none)).toBeGreaterThan(100);
  });
});

describe('an assignment', () => {
  test('gives a better fitting expert away where another project has nobody else', () => {
    const answer = assigned(assign({ projects: [project('P1', 1), project('P2', 1, { recused: ['ZJ2'] })], experts: [expert('ZJ1', { specialties: { 财务金融: 90 }, cap: 1 }), expert('ZJ2', { specialties: { 财务金融: 10 } })] }));
    expect(answer.placements.map(({ projectNo, expertNo }) => [projectNo, expertNo])).toEqual([['P1', 'ZJ2'], ['P2', 'ZJ1']]);
    expect(answer.fairness).toMatchObject({ worst: { projectNo: 'P1', meanFit: 10 }, best: { projectNo: 'P2', meanFit: 90 }, loads: [1, 1, 1] });
    expect(explain(answer).map(({ zh }) => zh).join('')).toContain('已证明最优');
  });

  test('without projects is empty', () => {
    expect(assigned(assign({ projects: [], experts: [expert('ZJ1')] })).placements).toEqual([]);
  });
});

describe('no assignment', () => {
  const panel = { projects: [project('P1', 2, { outsideAtLeast: 1 })], experts: [expert('ZJ1'), expert('ZJ2')] };
  test.each<[string, PanelProblem, string, string]>([
    ['names the seats and the experts that are too few', { projects: [project('P1', 2), project('P2', 2)], experts: [expert('ZJ1', { cap: 1 }), expert('ZJ2')] }, '共需4人次，能担任的2名专家至多承担3人次，缺1人次', '4 seats'],
    ['says that nobody has the specialty', { projects: [project('P1', 1)], experts: [expert('ZJ1', { specialties: {} })] }, '没有一名专家可以担任', 'no expert'],
    ['names the project without experts from outside', { ...panel, experts: panel.experts.map((each) => ({ ...each, isOutside: false })) }, '项目P1区外专家不少于规定人数', 'P1: enough from outside'],
    ['names the employer', { ...panel, experts: panel.experts.map((each) => ({ ...each, employer: '海事大学' })) }, '项目P1同一工作单位（海事大学）至多一人', 'one member at most of 海事大学'],
    ['names the pair kept apart', { ...panel, apart: [['ZJ1', 'ZJ2']] }, '项目P1专家ZJ1、ZJ2不得同组', 'ZJ1 and ZJ2 apart'],
    ['comes of an expert twice', { ...panel, experts: [expert('ZJ1'), expert('ZJ1')] }, '“ZJ1”出现了两次', 'occurs twice'],
    ['comes of half a seat', { projects: [project('P1', 0.5)], experts: panel.experts }, '“P1”的数值', 'The numbers of “P1”'],
    ['comes of a negative load', { ...panel, experts: [expert('ZJ1', { load: -1 })] }, '“ZJ1”的数值', 'The numbers of “ZJ1”'],
    ['comes of a stranger kept apart', { ...panel, apart: [['ZJ1', 'ZJ9']] }, '“ZJ9”不在名单', 'not among the experts'],
  ])('%s', (_name, problem, zh, en) => {
    const answer = assign(problem);
    const words = explain(answer);
    expect('no' in answer).toBe(true);
    expect(words.map((each) => each.zh).join('')).toContain(zh);
    expect(words.map((each) => each.en).join(' ')).toContain(en);
  });
});

test('whoever watches may stop it, and is told so', () => {
  const answer = assign({ projects: [project('P1', 1)], experts: [expert('ZJ1')] }, () => 'stop');
  expect(answer).toMatchObject({ no: 'stopped' });
  expect(explain(answer)[0]?.zh).toContain('已中止');
});

test('the check finds an expert who sits where he must not', () => {
  const problem = { projects: [project('P1', 1), project('P2', 1)], experts: [expert('ZJ1'), expert('ZJ2', { specialties: { 财务金融: 40 } })] };
  const answer = assigned(assign(problem));
  expect(findFault({ ...problem, projects: [project('P1', 1, { recused: ['ZJ1'] }), project('P2', 1)] }, answer)).toContain('recused');
  expect(findFault({ ...problem, experts: [expert('ZJ1', { cap: 1 }), expert('ZJ2')] }, answer)).toContain('more panels');
  expect(findFault(problem, { ...answer, placements: answer.placements.slice(1) })).toContain('does not have 1');
  expect(findFault(problem, { ...answer, totalFit: 101 })).toContain('come to 100');
});

/** The largest total by trying every expert on every seat. */
function tryEverything({ projects, experts, apart = [] }: PanelProblem): number | undefined {
  const seats = projects.flatMap((each) => each.quotas.flatMap(({ specialty, seats: count }) => Array.from({ length: count }, () => ({ project: each, specialty }))));
  let best: number | undefined;
  const taken: Expert[] = [];
  const go = (total: number): void => {
    const at = taken.length;
    const seat = seats[at];
    if (seat === undefined) {
      for (const { projectNo, outsideAtLeast = 0 } of projects) if (taken.filter((each, index) => each.isOutside && seats[index]?.project.projectNo === projectNo).length < outsideAtLeast) return;
      best = Math.max(best ?? 0, total);
      return;
    }
    const { projectNo, recused = [], fits = {}, period = '' } = seat.project;
    const panel = taken.filter((_each, index) => seats[index]?.project === seat.project);
    for (const candidate of experts) {
      const { expertNo, specialties, employer, cap, load, capPerPeriod = Infinity, loads = {} } = candidate;
      const fit = specialties[seat.specialty];
      const sits = seats.slice(0, at).filter((_each, index) => taken[index] === candidate);
      // Seats of one specialty are alike: filling them in the order of the list tries each set once.
      const before = seats[at - 1];
      const isAhead = before?.project.projectNo === projectNo && before.specialty === seat.specialty && experts.indexOf(candidate) < experts.indexOf(taken[at - 1] as Expert);
      if (fit === undefined || isAhead || recused.includes(expertNo) || panel.includes(candidate) || sits.length + load >= cap) continue;
      if (sits.filter(({ project: { period: other = '' } }) => other === period).length + (loads[period] ?? 0) >= capPerPeriod) continue;
      if (employer !== '' && panel.some((each) => each.employer === employer)) continue;
      if (apart.some((pair) => pair.includes(expertNo) && panel.some((each) => pair.includes(each.expertNo)))) continue;
      taken.push(candidate);
      go(total + fit + (fits[expertNo] ?? 0));
      taken.pop();
    }
  };
  go(0);
  return best;
}
