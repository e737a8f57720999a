import type { Expert, NoAssignment, PanelProblem, Project } from './problem.ts';

/**
 * The problem in numbers. A group is the seats of one specialty of one project; an arc says who may take one of them; a holder is an expert in one period;
 * a pair number ties the arcs of one expert in one project, of which one may be used (-1 where there is but one).
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
  readonly arcPair: Int32Array;
  readonly fit: Int32Array;
  readonly pairs: number;
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
  const bySpecialty = new Map<string, number[]>();
  for (const [index, { specialties }] of experts.entries()) {
    for (const specialty of Object.keys(specialties)) bySpecialty.set(specialty, [...(bySpecialty.get(specialty) ?? []), index]);
  }
  const groupProject: number[] = [], groupSpecialty: string[] = [], need: number[] = [], groupStart = [0], arcStart = [0];
  const arcGroup: number[] = [], arcHolder: number[] = [], arcPair: number[] = [], fit: number[] = [];
  let pairs = 0;
  for (const [at, { quotas, recused = [], fits = {}, period = '' }] of projects.entries()) {
    const out = new Set(recused);
    const first = new Map<number, number>();
    for (const { specialty, seats } of quotas) {
      const group = groupProject.push(at) - 1;
      groupSpecialty.push(specialty);
      need.push(seats);
      for (const index of bySpecialty.get(specialty) ?? []) {
        const { expertNo, specialties } = experts[index] as Expert;
        if (out.has(expertNo)) continue;
        const arc = arcGroup.push(group) - 1;
        arcHolder.push(index * periods.length + (periodAt.get(period) ?? 0));
        fit.push((specialties[specialty] ?? 0) + (fits[expertNo] ?? 0));
        const earlier = first.get(index);
        if (earlier === undefined) first.set(index, arc);
        else if (arcPair[earlier] === -1) arcPair[earlier] = pairs++;
        arcPair.push(earlier === undefined ? -1 : (arcPair[earlier] ?? -1));
      }
      arcStart.push(arcGroup.length);
    }
    groupStart.push(groupProject.length);
  }
  return {
    projects, experts, groupSpecialty, pairs, groupProject: Int32Array.from(groupProject), need: Int32Array.from(need), groupStart: Int32Array.from(groupStart), arcStart: Int32Array.from(arcStart),
    arcGroup: Int32Array.from(arcGroup), arcHolder: Int32Array.from(arcHolder), arcPair: Int32Array.from(arcPair), fit: Int32Array.from(fit),
    holderStart: Int32Array.from({ length: experts.length + 1 }, (_each, index) => index * periods.length),
    holderExpert: Int32Array.from({ length: experts.length * periods.length }, (_each, index) => Math.floor(index / periods.length)),
    holderCap: Int32Array.from(experts.flatMap(({ cap, capPerPeriod = cap, loads = {} }) => periods.map((period) => Math.max(0, capPerPeriod - (loads[period] ?? 0))))),
    expertCap: Int32Array.from(experts.map(({ cap, load }) => Math.max(0, cap - load))),
    maxFit: fit.reduce((most, each) => Math.max(most, each), 0), seats: need.reduce((sum, each) => sum + each, 0),
  };
}
