import type { Model } from './model.ts';
import type { PanelProblem } from './problem.ts';

/** Of each specialty so many of the best are tried from inside and from outside, and so many ways to seat a panel altogether. */
const [mostTried, mostSteps] = [24, 4_000];

/**
 * Makes panels keep the rules that the flow does not know, one panel after another, by whoever has panels left to sit on: quick, whole, and a little below the best.
 * Gives the arcs of all panels, or nothing where one of them cannot be seated so.
 */
export function repaired(model: Model, problem: PanelProblem, panels: readonly (readonly number[])[]): readonly number[] | undefined {
  const room = roomBeside(model, panels.flat());
  const rules = rulesOf(model, problem);
  const whole: number[] = [];
  for (const [project, panel] of panels.entries()) {
    if (rules.keeps(project, panel)) {
      whole.push(...panel);
      continue;
    }
    for (const arc of panel) room.give(arc);
    const seated = seat(model, project, room, rules);
    if (seated === undefined) return undefined;
    for (const arc of seated) room.take(arc);
    whole.push(...seated);
  }
  return whole;
}

interface Room {
  has(arc: number): boolean;
  take(arc: number): void;
  give(arc: number): void;
}

/** How many panels experts may still sit on, in all and in each period. */
function roomBeside(model: Model, used: readonly number[]): Room {
  const holders = Int32Array.from(model.holderCap);
  const experts = Int32Array.from(model.expertCap);
  const move = (arc: number, by: number) => {
    const holder = model.arcHolder[arc] ?? 0;
    holders[holder] = (holders[holder] ?? 0) + by;
    const expert = model.holderExpert[holder] ?? 0;
    experts[expert] = (experts[expert] ?? 0) + by;
  };
  const room: Room = {
    has: (arc) => (holders[model.arcHolder[arc] ?? 0] ?? 0) > 0 && (experts[model.holderExpert[model.arcHolder[arc] ?? 0] ?? 0] ?? 0) > 0,
    take: (arc) => move(arc, -1),
    give: (arc) => move(arc, 1),
  };
  used.forEach(room.take);
  return room;
}

interface Rules {
  readonly expertOf: (arc: number) => number;
  readonly isOutside: (expert: number) => boolean;
  /** So many of a project's panel may come from inside. */
  readonly mostInside: (project: number) => number;
  /** Whether somebody may join those who sit already. */
  readonly joins: (expert: number, panel: readonly number[]) => boolean;
  readonly keeps: (project: number, panel: readonly number[]) => boolean;
}

function rulesOf(model: Model, { apart = [] }: PanelProblem): Rules {
  const at = new Map(model.experts.map(({ expertNo }, index) => [expertNo, index]));
  const foes = new Map<number, Set<number>>();
  for (const [one, other] of [...apart, ...apart.map(([one, other]) => [other, one] as const)]) {
    const [a, b] = [at.get(one) ?? -1, at.get(other) ?? -1];
    foes.set(a, (foes.get(a) ?? new Set()).add(b));
  }
  const employerOf = (expert: number) => model.experts[expert]?.employer ?? '';
  const expertOf = (arc: number) => model.holderExpert[model.arcHolder[arc] ?? -1] ?? -1;
  const isOutside = (expert: number) => model.experts[expert]?.isOutside ?? false;
  const mostInside = (project: number) => {
    const { quotas = [], outsideAtLeast = 0 } = model.projects[project] ?? {};
    return quotas.reduce((sum, { seats }) => sum + seats, 0) - outsideAtLeast;
  };
  const joins = (expert: number, panel: readonly number[]) =>
    panel.every((member) => member !== expert && (employerOf(expert) === '' || employerOf(member) !== employerOf(expert)) && !foes.get(expert)?.has(member));
  return {
    expertOf, isOutside, mostInside, joins,
    keeps: (project, panel) => {
      const members = panel.map(expertOf);
      return members.every((member, index) => joins(member, members.slice(0, index))) && members.filter((each) => !isOutside(each)).length <= mostInside(project);
    },
  };
}

/** The best panel of those with room that keeps the rules, as far as so many steps find it. */
function seat(model: Model, project: number, room: Room, rules: Rules): readonly number[] | undefined {
  const groups = Array.from({ length: (model.groupStart[project + 1] ?? 0) - (model.groupStart[project] ?? 0) }, (_each, index) => (model.groupStart[project] ?? 0) + index);
  const fitOf = (arc: number) => model.fit[arc] ?? 0;
  const seats = groups.flatMap((group) => {
    const arcs: number[] = [];
    for (let arc = model.arcStart[group] ?? 0; arc < (model.arcStart[group + 1] ?? 0); arc += 1) if (room.has(arc)) arcs.push(arc);
    arcs.sort((one, other) => fitOf(other) - fitOf(one));
    const some = (outside: boolean) => arcs.filter((arc) => rules.isOutside(rules.expertOf(arc)) === outside).slice(0, mostTried);
    const tried = [...some(true), ...some(false)].toSorted((one, other) => fitOf(other) - fitOf(one));
    return Array.from({ length: model.need[group] ?? 0 }, (_each, nth) => ({ group, nth, tried }));
  });
  // What the seats from the nth on can bring at most.
  const ahead = seats.map((_each, from) => seats.slice(from).reduce((sum, { tried, nth }) => sum + fitOf(tried[nth] ?? -1), 0));
  const mostInside = rules.mostInside(project);
  let best: { readonly fit: number; readonly arcs: readonly number[] } | undefined;
  let steps = 0;
  const chosen: number[] = [];
  const members: number[] = [];
  const go = (fit: number, inside: number, from: number): void => {
    const at = chosen.length;
    const here = seats[at];
    if (here === undefined) {
      if (best === undefined || fit > best.fit) best = { fit, arcs: [...chosen] };
      return;
    }
    if (best !== undefined && fit + (ahead[at] ?? 0) <= best.fit) return;
    // Seats of one specialty are alike: taken in the order of the list each set is tried once.
    for (let index = here.nth === 0 ? 0 : from; index < here.tried.length; index += 1) {
      const arc = here.tried[index] ?? -1;
      const expert = rules.expertOf(arc);
      const insideThen = inside + (rules.isOutside(expert) ? 0 : 1);
      if (insideThen > mostInside || !rules.joins(expert, members)) continue;
      if ((steps += 1) > mostSteps) return;
      chosen.push(arc);
      members.push(expert);
      go(fit + fitOf(arc), insideThen, index + 1);
      chosen.pop();
      members.pop();
    }
  };
  go(0, 0, 0);
  return best?.arcs;
}
