import { explain } from '#engines/panel/explain.ts';
import type { Assignment, Expert, NoAssignment, PanelProblem, Project } from '#engines/panel/problem.ts';
import { assign } from '#engines/panel/solve.ts';
import { findBottleneckFault, findFault } from '#engines/panel/verify.ts';
import type { Day } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Situation } from '#kernel/mechanism.ts';
import { verbatim, type Language } from '#kernel/words.ts';
import type { LongWork } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { panelSizeOf, usualQuotas } from '../panel-size.ts';
import { specialties } from '../project-words.ts';
import { groundsFor, isCandidate, type Registers } from '../recusal.ts';
import { extraFit, fitsOf, monthOf, seatsByMonth } from './rules.ts';

type Found = Readonly<Record<string, readonly Matter[]>>;

/** What the thread is given: the engine's problem, and the names to tell it by. */
export interface Task {
  readonly panel: PanelProblem;
  readonly names: Readonly<Record<string, string>>;
}

/** Everything a plan depends on, from the registers of this moment: as a draw would have it (projects.md §3.1–§3.3). */
function taskOf({ matter, today, setting }: Situation, { projects = [], experts = [], enterprises = [], diligence = [], convened = [] }: Found): Task {
  // By name: a colleague may stand in the register of experts with the enterprise or with its name alone.
  const employers = new Map(enterprises.map(({ id, facts }) => [id, String(facts['name'] ?? '')]));
  const { firstMonth = '', months = 1, projects: named = [] } = matter.facts as { readonly firstMonth?: string; readonly months?: number; readonly projects?: readonly string[] };
  const hasMeeting = new Set(convened.map(({ facts }) => facts['project']));
  const chosen = projects.filter(({ id, facts }) => (named.length === 0 || named.includes(id)) && !hasMeeting.has(id) && facts['reviewResult'] === undefined);
  const present = experts.filter((expert) => isCandidate(expert, today));
  const bounds = { small: setting('small'), large: setting('large') };
  const rounds = byProject(diligence);
  const recused = new Map<string, readonly Matter[]>();
  /** Who is recused from an applicant, and from this project beyond that. */
  const recusedFrom = (project: Matter): readonly string[] => {
    const applicant = String(project.facts['investor'] ?? '');
    const byApplicant = recused.get(applicant) ?? present.filter(isRecused(applicant, { enterprises, diligence: [], objections: [] }, today));
    recused.set(applicant, byApplicant);
    const took = present.filter(isRecused(applicant, { enterprises: [], diligence: rounds.get(project.id) ?? [], objections: [] }, today));
    return [...new Set([...byApplicant, ...took].map(noOf))];
  };
  return {
    panel: {
      experts: present.map((expert): Expert => {
        const loads = seatsByMonth(expert, firstMonth.slice(0, 4));
        const { facts } = expert;
        return {
          expertNo: noOf(expert), specialties: fitsOf(expert), employer: employers.get(String(facts['employer'])) ?? String(facts['employerName'] ?? ''), isOutside: facts['isOutside'] === true,
          cap: setting('perYear'), load: Object.values(loads).reduce((sum, each) => sum + each, 0), capPerPeriod: setting('perMonth'), loads,
        };
      }),
      projects: chosen.map((project, nth): Project => {
        const size = panelSizeOf(Number(project.facts['totalInvestment'] ?? 0), bounds);
        const extra = present.map((expert) => [noOf(expert), extraFit(expert, project)] as const).filter(([, fit]) => fit > 0);
        return {
          projectNo: project.number ?? project.id, period: monthOf(nth, chosen.length, firstMonth, months), outsideAtLeast: Math.ceil(size / 2),
          quotas: Object.entries(usualQuotas[size]).map(([specialty, seats]) => ({ specialty, seats })),
          recused: recusedFrom(project),
          fits: Object.fromEntries(extra),
        };
      }),
    },
    names: Object.fromEntries(chosen.map(({ id, number, facts }) => [number ?? id, String(facts['name'] ?? '')])),
  };
}

const noOf = (expert: Matter) => String(expert.facts['expertNo']);

function byProject(rounds: readonly Matter[]): ReadonlyMap<string, readonly Matter[]> {
  const found = new Map<string, Matter[]>();
  for (const round of rounds) {
    const project = String(round.facts['project']);
    found.set(project, [...(found.get(project) ?? []), round]);
  }
  return found;
}

function isRecused(applicant: string, registers: Registers, on: Day): (expert: Matter) => boolean {
  const grounds = groundsFor(applicant, registers, on);
  return (expert) => grounds(expert).length > 0;
}

/** What the engine found, as the facts keep it; checked by the code that did not find it. */
export function toldOf({ panel, names }: Task, answer: Assignment | NoAssignment): Readonly<Record<string, unknown>> {
  const fault = 'no' in answer ? (answer.no === 'seats' ? findBottleneckFault(panel, answer.bottleneck) : undefined) : findFault(panel, answer);
  if (fault !== undefined) throw new Error(`the plan does not stand its check: ${fault}`);
  const words = explain(answer, (key) => specialties[key as keyof typeof specialties] ?? verbatim(key));
  const inWords = (language: Language) => words.map((each) => each[language]).join('\n');
  const common = {
    explanation: inWords('zh'), explanationEn: inWords('en'), projectCount: panel.projects.length, expertCount: panel.experts.length,
    seatCount: panel.projects.reduce((sum, { quotas }) => sum + quotas.reduce((all, { seats }) => all + seats, 0), 0),
  };
  if ('no' in answer) return { ...common, outcome: answer.no === 'stopped' ? 'stopped' : 'impossible', totalFit: 0, bound: 0, worstFit: 0, fewest: 0, most: 0, panels: [] };
  const { totalFit, bound, isOptimal, fairness } = answer;
  return { ...common, outcome: isOptimal ? 'optimal' : 'bounded', totalFit, bound, worstFit: Math.round(fairness.worst.meanFit * 100) / 100, fewest: fairness.loads[0], most: fairness.loads[2], panels: panelsOf(panel, names, answer) };
}

/** A row for each project, the worst-served first. */
function panelsOf({ projects, experts }: PanelProblem, names: Task['names'], { placements }: Assignment): readonly object[] {
  const outside = new Set(experts.filter(({ isOutside }) => isOutside).map(({ expertNo }) => expertNo));
  const seated = new Map(projects.map(({ projectNo }) => [projectNo, [] as Assignment['placements'][number][]]));
  for (const placement of placements) seated.get(placement.projectNo)?.push(placement);
  return projects
    .map(({ projectNo, period }) => {
      const own = seated.get(projectNo) ?? [];
      const seats = own.map(({ specialty }) => [specialty, own.filter((each) => each.specialty === specialty).map(({ expertNo }) => expertNo).join(' ')]);
      return { projectNo, name: names[projectNo] ?? '', month: period, meanFit: Math.round((own.reduce((sum, { fit }) => sum + fit, 0) / Math.max(1, own.length)) * 10) / 10, outside: own.filter(({ expertNo }) => outside.has(expertNo)).length, ...Object.fromEntries(seats) };
    })
    .toSorted((a, b) => a.meanFit - b.meanFit || (a.projectNo < b.projectNo ? -1 : 1));
}

const computing: LongWork = {
  asks: () => ({
    projects: { mechanism: 'project', where: { stage: ['review'] } },
    experts: { mechanism: 'expert', where: { stage: ['active'] } },
    enterprises: { mechanism: 'enterprise', where: { stage: ['listed', 'cancelled'] } },
    diligence: { mechanism: 'dueDiligence', where: { fact: 'project', present: true } },
    convened: { mechanism: 'reviewMeeting', where: { stage: ['convened', 'drawn', 'scoring', 'locked'] } },
  }),
  problem: (situation, _input, found) => taskOf(situation, found),
  seconds: ({ matter }) => Number(matter.facts['seconds'] ?? 60),
  solve: (task, tell) => {
    const given = task as Task;
    const answer = assign(given.panel, ({ phase, done, of, bestFit, bound }) => tell({ phase, done, of, ...(bestFit === undefined ? {} : { best: bestFit }), ...(bound === undefined ? {} : { bound }) }));
    return toldOf(given, answer);
  },
  phases: {
    filling: { zh: '逐席安排', en: 'Filling seats' },
    rules: { zh: '满足区外、同单位等规则', en: 'Keeping the rules of each panel' },
    proving: { zh: '证明没有更好的安排', en: 'Proving that none is better' },
  },
};

/** What a plan asks of the server: the computation, by a thread of its own. */
export const serving: MechanismServer = { works: { compute: computing } };
