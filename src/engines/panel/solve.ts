import { findInputFault, modelOf, type Model } from './model.ts';
import type { Assignment, Fairness, NoAssignment, PanelProblem, PanelRule, Placement, Progress } from './problem.ts';
import { search, type Found } from './search.ts';

/** Assigns experts to all seats of all projects with the largest total fit, or says what makes it impossible. */
export function assign(problem: PanelProblem, progress: Progress = () => undefined): Assignment | NoAssignment {
  const fault = findInputFault(problem);
  if (fault) return fault;
  const model = modelOf(problem);
  const outcome = search(model, problem, progress);
  if ('bottleneck' in outcome) return { no: 'seats', bottleneck: outcome.bottleneck };
  if ('stopped' in outcome) return { no: 'stopped', bound: model.seats * model.maxFit - outcome.stopped };
  if ('rules' in outcome) return { no: 'rules', rules: narrowed(model, problem, outcome.rules, progress) };
  return assignmentOf(model, outcome);
}

/** The rules of one project, when they alone are too much; else all that stood in the way. */
function narrowed(model: Model, problem: PanelProblem, rules: readonly PanelRule[], progress: Progress): readonly PanelRule[] {
  for (const projectNo of new Set(rules.map((each) => each.projectNo))) {
    const at = model.projects.findIndex((each) => each.projectNo === projectNo);
    const alone = search(model, problem, progress, (project) => project === at);
    if ('rules' in alone) return alone.rules;
  }
  return rules;
}

function assignmentOf(model: Model, { arcs, cost, bound }: Found): Assignment {
  const most = model.seats * model.maxFit;
  const placements = arcs.map((arc): Placement => {
    const group = model.arcGroup[arc] ?? -1;
    return {
      projectNo: model.projects[model.groupProject[group] ?? -1]?.projectNo ?? '', specialty: model.groupSpecialty[group] ?? '',
      expertNo: model.experts[model.holderExpert[model.arcHolder[arc] ?? -1] ?? -1]?.expertNo ?? '', fit: model.fit[arc] ?? 0,
    };
  });
  return { placements, totalFit: most - cost, bound: most - bound, isOptimal: cost === bound, fairness: fairnessOf(model, placements) };
}

function fairnessOf(model: Model, placements: readonly Placement[]): Fairness {
  const fits = new Map<string, number[]>();
  const loads = new Map(model.experts.map(({ expertNo }) => [expertNo, 0]));
  for (const { projectNo, expertNo, fit } of placements) {
    const own = fits.get(projectNo) ?? [];
    own.push(fit);
    fits.set(projectNo, own);
    loads.set(expertNo, (loads.get(expertNo) ?? 0) + 1);
  }
  const means = [...fits].map(([projectNo, own]) => ({ projectNo, meanFit: own.reduce((sum, fit) => sum + fit, 0) / own.length })).toSorted((a, b) => a.meanFit - b.meanFit || (a.projectNo < b.projectNo ? -1 : 1));
  const none = { projectNo: '', meanFit: 0 };
  const at = (share: number) => means[Math.min(means.length - 1, Math.floor(means.length * share))]?.meanFit ?? 0;
  const all = [...loads.values()].toSorted((a, b) => a - b);
  return { worst: means[0] ?? none, best: means.at(-1) ?? none, quartiles: [at(0.25), at(0.5), at(0.75)], loads: [all[0] ?? 0, all.length === 0 ? 0 : placements.length / all.length, all.at(-1) ?? 0] };
}
