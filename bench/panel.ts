import loadHighs, { type Highs } from 'highs';
import type { PanelProblem } from '#engines/panel/problem.ts';
import { assign } from '#engines/panel/solve.ts';
import { programOf } from '#engines/panel/test-program.ts';
import { findFault } from '#engines/panel/verify.ts';
import type { Row } from './row.ts';

const sizes = { projects: 1_000, experts: 500 };

/** Experts to a year's panels: seats by specialty, recusals, loads and caps, once a project; against HiGHS's own choice of method on the same linear program, whose corners are whole. */
export const panel: Row = {
  name: 'panel',
  async measure() {
    // Its types describe the CommonJS build; what Node imports is the function itself.
    const highs = await (loadHighs as unknown as typeof loadHighs.default)();
    const ours: number[] = [];
    const theirs: number[] = [];
    const notes: string[] = [];
    let isSame = true;
    for (const seed of [1, 2, 3]) {
      const problem = yearOfPanels(seed);
      // Whichever runs second finds a warm machine; ours is told apart by its own first run.
      assign(problem);
      const began = process.cpuUsage();
      const answer = assign(problem);
      ours.push(secondsSince(began));
      if ('no' in answer) throw new Error(`no assignment: ${answer.no}`);
      const fault = findFault(problem, answer);
      if (fault) throw new Error(fault);
      const reference = solveWithHighs(highs, problem);
      theirs.push(reference.seconds);
      isSame &&= answer.isOptimal && Math.abs(reference.total - answer.totalFit) < 1e-3;
      notes.push(`total fit ${answer.totalFit.toLocaleString('en')}, HiGHS ${reference.total.toLocaleString('en')} over ${reference.columns.toLocaleString('en')} columns; ${ours.at(-1)?.toFixed(2)} s against ${reference.seconds.toFixed(1)} s; worst-served project ${answer.fairness.worst.meanFit.toFixed(1)} a seat`);
    }
    const ruled = withEveryRule();
    const ratio = Math.min(...theirs.map((each, index) => each / (ours[index] ?? Number.NaN)));
    return [{
      what: '1,000 projects × 500 experts, 7 seats each', ours: `${Math.max(...ours).toFixed(2)} s`, reference: `${Math.min(...theirs).toFixed(1)} s (HiGHS)`, ratio: `${ratio.toFixed(0)} ×`,
      budget: 'same optimum, ≥ 10 × faster', isMet: isSame && ratio >= 10, notes: [...notes, 'processor time of one thread each; ours with building the model, HiGHS’s its run alone; the smallest ratio counts'],
    }, ruled];
  },
};

/** So long the same year is worked on with every rule at once, in seconds. */
const limit = 60;

/** The same year with half of each panel from outside, no two colleagues, pairs apart: what is there when the time is over, and how far from the best it may be. */
function withEveryRule() {
  const problem = ruledYear(1);
  const began = performance.now();
  let first: number | undefined;
  const answer = assign(problem, ({ bestFit }) => {
    if (bestFit !== undefined) first ??= (performance.now() - began) / 1000;
    return performance.now() - began > limit * 1000 ? 'stop' : undefined;
  });
  if ('no' in answer) return { what: '1,000 projects × 500 experts with every rule', ours: answer.no, reference: '–', ratio: '–', budget: 'whole, ≤ 0.5 % below its bound', isMet: false, notes: [] };
  const fault = findFault(problem, answer);
  if (fault) throw new Error(fault);
  const gap = 1 - answer.totalFit / answer.bound;
  return {
    what: '1,000 projects × 500 experts with every rule', ours: `${(gap * 100).toFixed(4)} % below its bound`, reference: '–', ratio: '–', budget: 'whole, ≤ 0.5 % below its bound', isMet: gap <= 0.005,
    notes: [`stopped after ${limit} s; the first whole assignment after ${first?.toFixed(1) ?? '–'} s; total fit ${answer.totalFit.toLocaleString('en')} of at most ${answer.bound.toLocaleString('en')}`],
  };
}

/** The year with the rules that no flow can hold: a third of the experts from inside, three to an employer, forty pairs apart. */
function ruledYear(seed: number): PanelProblem {
  const { projects, experts } = yearOfPanels(seed);
  return {
    experts: experts.map((each, index) => ({ ...each, employer: `D${(index * 7) % Math.ceil(experts.length / 3)}`, isOutside: index % 3 !== 0 })),
    projects: projects.map((each) => ({ ...each, outsideAtLeast: 4 })),
    apart: Array.from({ length: 40 }, (_each, index) => [`ZJ${index * 2}`, `ZJ${index * 2 + 1}`] as const),
  };
}

/** A year in which every expert would sit on 14 panels on average and may sit on 20, less what he sat on before. */
export function yearOfPanels(seed: number, { projects, experts } = sizes): PanelProblem {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const specialties = ['产业技术', '财务金融', '土地规划', '环保能耗', '法律'];
  const seats = [2, 2, 1, 1, 1];
  const main = specialties.flatMap((specialty, index) => Array.from({ length: seats[index] ?? 0 }, () => specialty));
  const people = Array.from({ length: experts }, (_each, index) => {
    const own = [main[index % main.length] ?? '', ...(random(3) === 0 ? [specialties[random(specialties.length)] ?? ''] : [])];
    return { expertNo: `ZJ${index}`, specialties: Object.fromEntries(own.map((each) => [each, 40 + random(30)])), employer: '', isOutside: true, cap: 20, load: random(4) };
  });
  return {
    experts: people,
    projects: Array.from({ length: projects }, (_each, index) => ({
      projectNo: `JM2021-${index}`, quotas: specialties.map((specialty, at) => ({ specialty, seats: seats[at] ?? 0 })),
      recused: Array.from({ length: 10 }, () => `ZJ${random(experts)}`), fits: Object.fromEntries(people.map(({ expertNo }) => [expertNo, random(31)])),
    })),
  };
}

function solveWithHighs(highs: Highs, problem: PanelProblem): { readonly total: number; readonly seconds: number; readonly columns: number } {
  const program = programOf(highs, problem);
  const model = highs.createModel(program);
  try {
    const began = process.cpuUsage();
    model.run();
    const seconds = secondsSince(began);
    return { total: Math.round(model.getObjectiveValue() * 1e4) / 1e4, seconds, columns: program.numCols };
  } finally {
    model.dispose();
  }
}

/** Processor time, which what else runs on the machine does not stretch. */
function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}
