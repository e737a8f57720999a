import type { Assignment, Bottleneck, PanelProblem } from './problem.ts';

/** What is wrong with an assignment, by counting; nothing when every rule holds. That no other is better it cannot tell. */
export function findFault({ projects, experts, apart = [] }: PanelProblem, answer: Assignment): string | undefined {
  let sum = 0;
  const byExpert = new Map<string, Set<string>>();
  const panels = new Map(projects.map(({ projectNo }) => [projectNo, [] as string[]]));
  const seats = new Map<string, number>();
  for (const { projectNo, specialty, expertNo, fit } of answer.placements) {
    const project = projects.find((each) => each.projectNo === projectNo);
    const expert = experts.find((each) => each.expertNo === expertNo);
    const own = expert && Object.hasOwn(expert.specialties, specialty) ? expert.specialties[specialty] : undefined;
    if (!project || !expert || own === undefined) return `${expertNo} cannot sit for ${specialty} of ${projectNo}`;
    if (project.recused?.includes(expertNo)) return `${expertNo} is recused from ${projectNo}`;
    if (fit !== own + (project.fits?.[expertNo] ?? 0)) return `the fit of ${expertNo} in ${projectNo} differs`;
    const joined = byExpert.get(expertNo) ?? new Set<string>();
    if (joined.has(projectNo)) return `${expertNo} sits twice in ${projectNo}`;
    byExpert.set(expertNo, joined.add(projectNo));
    panels.get(projectNo)?.push(expertNo);
    seats.set(`${projectNo}\t${specialty}`, (seats.get(`${projectNo}\t${specialty}`) ?? 0) + 1);
    sum += fit;
  }
  for (const { projectNo, quotas, outsideAtLeast = 0 } of projects) {
    for (const { specialty, seats: wanted } of quotas) if ((seats.get(`${projectNo}\t${specialty}`) ?? 0) !== wanted) return `${specialty} of ${projectNo} does not have ${wanted}`;
    const members = (panels.get(projectNo) ?? []).map((each) => experts.find(({ expertNo }) => expertNo === each));
    if (members.length !== quotas.reduce((all, each) => all + each.seats, 0)) return `${projectNo} has members of a specialty it did not ask for`;
    if (members.filter((each) => each?.isOutside).length < outsideAtLeast) return `${projectNo} has too few from outside`;
    const employers = members.map((each) => each?.employer ?? '').filter((each) => each !== '');
    if (new Set(employers).size < employers.length) return `${projectNo} has two of one employer`;
    const pair = apart.find(([one, other]) => [one, other].every((each) => panels.get(projectNo)?.includes(each)));
    if (pair) return `${pair.join(' and ')} sit together in ${projectNo}`;
  }
  const periodOf = new Map(projects.map(({ projectNo, period = '' }) => [projectNo, period]));
  for (const { expertNo, cap, load, capPerPeriod = Infinity, loads = {} } of experts) {
    const joined = [...(byExpert.get(expertNo) ?? [])];
    if (joined.length > 0 && joined.length + load > cap) return `${expertNo} sits on more panels than allowed`;
    for (const period of new Set(joined.map((each) => periodOf.get(each) ?? ''))) {
      if (joined.filter((each) => periodOf.get(each) === period).length + (loads[period] ?? 0) > capPerPeriod) return `${expertNo} sits on more panels in ${period} than allowed`;
    }
  }
  if (sum !== answer.totalFit) return `the fits come to ${sum}`;
  if (answer.bound < sum || answer.isOptimal !== (answer.bound === sum)) return 'the bound does not fit the total';
  const means = projects.map(({ projectNo }) => answer.placements.filter((each) => each.projectNo === projectNo).reduce((all, { fit }) => all + fit, 0) / (panels.get(projectNo)?.length ?? 1));
  return projects.length > 0 && Math.abs(Math.min(...means) - answer.fairness.worst.meanFit) > 1e-9 ? 'another project is served worse' : undefined;
}

/** What is wrong with a bottleneck; nothing when the seats it names truly are more than their experts can take: each at most one a project, within his caps. */
export function findBottleneckFault({ projects, experts }: PanelProblem, { seats, needed, available }: Bottleneck): string | undefined {
  const named = projects.map((project) => ({ ...project, quotas: project.quotas.filter(({ specialty }) => seats.some((each) => each.projectNo === project.projectNo && each.specialty === specialty)) })).filter(({ quotas }) => quotas.length > 0);
  const wanted = named.flatMap(({ quotas }) => quotas).reduce((all, each) => all + each.seats, 0);
  const supplies = experts.map(({ expertNo, specialties, cap, load, capPerPeriod = Infinity, loads = {} }) => {
    const open = named.filter(({ quotas, recused = [] }) => !recused.includes(expertNo) && quotas.some(({ specialty }) => Object.hasOwn(specialties, specialty)));
    const periods = [...new Set(open.map(({ period = '' }) => period))];
    const inPeriods = periods.map((period) => Math.min(Math.max(0, capPerPeriod - (loads[period] ?? 0)), open.filter((each) => (each.period ?? '') === period).length));
    return Math.min(Math.max(0, cap - load), inPeriods.reduce((all, each) => all + each, 0));
  });
  const supply = supplies.reduce((all, each) => all + each, 0);
  if (wanted !== needed) return `${wanted} seats are named`;
  if (supply !== available) return `${supply} can be taken`;
  return supply < wanted ? undefined : 'the seats named can be filled';
}
