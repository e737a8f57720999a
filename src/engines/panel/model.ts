import type { Expert, NoAssignment, PanelProblem, Project } from './problem.ts';

// A `!` here says that an index lies within its array, which the compiler cannot know.

/**
 * The problem in numbers. A group is the seats of one specialty of one project; an arc says who may take one of them, who fits best stands first in his group;
 * a holder is an expert in one period, so an expert has the same holder in all groups of a project.
 */
export interface Model {
  readonly projects: readonly Project[];
  readonly experts: readonly Expert[];
  readonly groupProject: Int32Array;
  readonly groupSpecialty: readonly string[];
  readonly need: Int32Array;
  /** The groups of project p are groupStart[p] … groupStart[p + 1]; the same for arcs of a group and holders of an expert. */
  readonly groupStart: Int32Array;
  readonly arcStart: Int32Array;
  readonly arcGroup: Int32Array;
  readonly arcHolder: Int32Array;
  readonly fit: Int32Array;
  readonly holderStart: Int32Array;
  readonly holderExpert: Int32Array;
  readonly holderCap: Int32Array;
  readonly expertCap: Int32Array;
  readonly maxFit: number;
  readonly seats: number;
}

const largestFit = 100_000;

export function findInputFault({ projects, experts, apart = [] }: PanelProblem): NoAssignment | undefined {
  const twice = (names: readonly string[]) => names.find((name, index) => names.indexOf(name) !== index);
  const repeated = (new Set(projects.map((each) => each.projectNo)).size < projects.length ? twice(projects.map((each) => each.projectNo)) : undefined)
    ?? (new Set(experts.map((each) => each.expertNo)).size < experts.length ? twice(experts.map((each) => each.expertNo)) : undefined)
    ?? projects.map(({ quotas }) => twice(quotas.map(({ specialty }) => specialty))).find((each) => each !== undefined);
  if (repeated !== undefined) return { no: 'input', fault: 'twice', at: repeated };
  const isCount = (number: number) => Number.isSafeInteger(number) && number >= 0 && number <= largestFit;
  for (const { projectNo, quotas, outsideAtLeast = 0, fits = {} } of projects) {
    if (quotas.length === 0 || !quotas.every(({ seats }) => isCount(seats) && seats > 0) || !isCount(outsideAtLeast) || !Object.values(fits).every(isCount)) return { no: 'input', fault: 'number', at: projectNo };
  }
  for (const { expertNo, specialties, cap, load, capPerPeriod = 0, loads = {} } of experts) {
    if (![cap, load, capPerPeriod, ...Object.values(specialties), ...Object.values(loads)].every(isCount)) return { no: 'input', fault: 'number', at: expertNo };
  }
  const known = new Set(experts.map(({ expertNo }) => expertNo));
  const stranger = apart.flat().find((each) => !known.has(each));
  return stranger === undefined ? undefined : { no: 'input', fault: 'unknown', at: stranger };
}

export function modelOf({ projects, experts }: PanelProblem): Model {
  const periods = [...new Set(projects.map(({ period = '' }) => period))];
  const periodAt = new Map(periods.map((period, index) => [period, index]));
  const expertAt = new Map(experts.map(({ expertNo }, index) => [expertNo, index]));
  const masters = mastersOf(experts);
  const groups = projects.flatMap(({ quotas }, project) => quotas.map((quota) => ({ ...quota, project })));
  const most = groups.reduce((sum, { specialty }) => sum + (masters.get(specialty)?.experts.length ?? 0), 0);
  const [arcGroup, arcHolder, fit] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  const arcStart = new Int32Array(groups.length + 1);
  // Of one project: who is out, and how much better each fits it.
  const [isOut, own] = [new Uint8Array(experts.length), new Int32Array(experts.length)];
  const keys = new Float64Array(experts.length);
  let [arcs, group, maxFit] = [0, 0, 0];
  for (const { quotas, recused = [], fits = {}, period = '' } of projects) {
    const at = periodAt.get(period)!;
    isOut.fill(0);
    for (const expertNo of recused) isOut[expertAt.get(expertNo) ?? experts.length] = 1;
    for (let expert = 0; expert < experts.length; expert += 1) own[expert] = fits[experts[expert]!.expertNo] ?? 0;
    for (const { specialty } of quotas) {
      const { experts: who, fits: how } = masters.get(specialty) ?? nobody;
      let count = 0;
      // One number tells how far below the best he fits, and among equals who stands first: bare numbers are sorted quickly.
      for (let place = 0; place < who.length; place += 1) if (isOut[who[place]!] === 0) keys[count++] = (2 * largestFit - how[place]! - own[who[place]!]!) * who.length + place;
      for (const key of keys.subarray(0, count).sort()) {
        const place = key - Math.floor(key / who.length) * who.length;
        const expert = who[place]!;
        arcGroup[arcs] = group;
        arcHolder[arcs] = expert * periods.length + at;
        fit[arcs] = how[place]! + own[expert]!;
        maxFit = Math.max(maxFit, fit[arcs]!);
        arcs += 1;
      }
      arcStart[(group += 1)] = arcs;
    }
  }
  return {
    projects, experts, arcStart, groupSpecialty: groups.map(({ specialty }) => specialty), groupProject: Int32Array.from(groups, ({ project }) => project), need: Int32Array.from(groups, ({ seats }) => seats),
    groupStart: startsOf(projects.map(({ quotas }) => quotas.length)), arcGroup: arcGroup.subarray(0, arcs), arcHolder: arcHolder.subarray(0, arcs), fit: fit.subarray(0, arcs),
    holderStart: startsOf(experts.map(() => periods.length)),
    holderExpert: Int32Array.from({ length: experts.length * periods.length }, (_each, index) => Math.floor(index / periods.length)),
    holderCap: Int32Array.from(experts.flatMap(({ cap, capPerPeriod = cap, loads = {} }) => periods.map((period) => Math.max(0, capPerPeriod - (loads[period] ?? 0))))),
    expertCap: Int32Array.from(experts.map(({ cap, load }) => Math.max(0, cap - load))),
    maxFit, seats: groups.reduce((sum, { seats }) => sum + seats, 0),
  };
}

interface Masters {
  readonly experts: Int32Array;
  readonly fits: Int32Array;
}

const nobody: Masters = { experts: new Int32Array(0), fits: new Int32Array(0) };

/** Who has a specialty, and how well each fits in it. */
function mastersOf(experts: readonly Expert[]): ReadonlyMap<string, Masters> {
  const found = new Map<string, [expert: number, fit: number][]>();
  for (const [index, { specialties }] of experts.entries()) {
    for (const [specialty, fit] of Object.entries(specialties)) {
      const known = found.get(specialty);
      if (known === undefined) found.set(specialty, [[index, fit]]);
      else known.push([index, fit]);
    }
  }
  return new Map([...found].map(([specialty, all]) => [specialty, { experts: Int32Array.from(all, ([expert]) => expert), fits: Int32Array.from(all, ([, fit]) => fit) }]));
}

/** Where each of some stretches of these lengths begins, and where the last ends. */
function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [index, length] of lengths.entries()) starts[index + 1] = starts[index]! + length;
  return starts;
}
