import { Flow } from './flow.ts';
import { Limits, type Limit } from './limits.ts';
import type { Model } from './model.ts';
import { repaired } from './repair.ts';
import type { Bottleneck, PanelProblem, PanelRule, Progress } from './problem.ts';

/** What the search came to: the arcs used in the best assignment and the least cost there can be, in units of fit below the largest. */
export interface Found {
  readonly arcs: readonly number[];
  readonly cost: number;
  readonly bound: number;
}

export type Outcome = Found | { readonly bottleneck: Bottleneck } | { readonly rules: readonly PanelRule[] } | { readonly stopped: number };

/** Parts of a unit that only tell equals apart; all seats' together come to less than one unit, so whoever is best with them is best without. */
const grains = 256;
/** Going once more over all prices after so many rounds has never helped; branching does. */
const rounds = 30;

/**
 * Minimum-cost flow for what a flow can hold (seats, loads, recusals, once a project). The rules of a panel get prices: a limit that is broken grows dearer until it holds (Lagrange); the flow
 * under prices gives a bound. What prices cannot settle is settled by branching: an arc is barred or forced, and a branch whose bound is no better than the best known is left.
 */
export function search(model: Model, problem: PanelProblem, progress: Progress, ruled: (project: number) => boolean = () => true): Outcome {
  const unit = model.seats * grains + 1;
  const base = new Float64Array(model.fit.length);
  for (const [arc, fit] of model.fit.entries()) base[arc] = (model.maxFit - fit) * unit;
  const force = model.seats * (model.maxFit + 1) * unit;
  const flow = new Flow(model, base);
  const limits = new Limits(model, problem, ruled);
  let isStopped = false;
  const tell: Progress = (told) => {
    if (progress(told) === 'stop') isStopped = true;
  };

  const lacking = flow.fillAll((done) => {
    tell({ phase: 'filling', done, of: model.seats });
    return !isStopped;
  });
  if (lacking !== undefined) return { bottleneck: bottleneckOf(model, flow.reachedGroups) };
  if (isStopped) return { stopped: 0 };

  let best: Found | undefined;
  let forced = 0;
  const isForced = new Set<number>();
  const count = (limit: Limit) => limit.arcs.reduce((sum, arc) => sum + (flow.seating.isUsed[arc] ?? 0), 0);
  const dual = () => [...limits.known.values()].reduce((sum, { price, most }) => sum - price * most, flow.seating.total) + force * forced;
  const bound = () => Math.floor(dual() / unit);
  const isHopeless = () => best !== undefined && bound() >= best.cost;
  const broken = () => model.projects.flatMap((_each, project) => limits.brokenBy(project, flow.seating.panelOf(project)));

  if (broken().length > 0) {
    // A first whole assignment: whoever stops the search from here on has one.
    repair();
    for (let project = 0; project < model.projects.length && !isStopped; project += 1) {
      tellEqualsApart(project);
      tell({ phase: 'rules', done: project, of: model.projects.length, ...(best && { bestFit: fitOf((best as Found).cost) }) });
    }
  }
  const rootHolds = raisePrices();
  const root = Math.max(0, bound());
  if (rootHolds) {
    takeIfBetter();
    if (!isHopeless()) repair();
    if (best === undefined && !isStopped) dive();
    if (best === undefined || (best as Found).cost > root) branch(0);
  }
  const found = best as Found | undefined;
  if (found) return { ...found, bound: isStopped ? Math.min(root, found.cost) : found.cost };
  if (isStopped) return { stopped: root };
  return { rules: [...limits.known.values()].map(({ rule }) => rule) };

  /** Raises and lowers prices until every limit holds and none is dear in vain, or nothing moves; false when a limit cannot be kept at any price. */
  function raisePrices(): boolean {
    for (let round = 0; round < rounds && !isStopped; round += 1) {
      let isMoved = false;
      for (let project = 0; project < model.projects.length; project += 1) {
        for (const limit of limits.brokenBy(project, flow.seating.panelOf(project))) {
          if (count(limit) <= limit.most) continue;
          isMoved = true;
          if (!settle(limit)) return false;
          tell({ phase: 'rules', done: project, of: model.projects.length, bound: fitOf(Math.max(0, bound())), ...(best && { bestFit: fitOf(best.cost) }) });
          if (isStopped || isHopeless()) return true;
        }
      }
      for (const limit of limits.known.values()) {
        const before = limit.price;
        if (before > 0 && count(limit) < limit.most && settle(limit) && limit.price !== before) isMoved = true;
      }
      if (!isMoved) break;
      // The nearer the prices, the less is left to repair.
      repair();
    }
    return true;
  }

  /** Finds the price of one limit at which the bound is highest, by the tangents of what is a concave function of it. */
  function settle(limit: Limit): boolean {
    let low: readonly [price: number, total: number, used: number] | undefined;
    let high: readonly [price: number, total: number, used: number] | undefined;
    const look = () => {
      const used = count(limit);
      if (used > limit.most) low = [limit.price, flow.seating.total, used];
      else high = [limit.price, flow.seating.total, used];
      return used;
    };
    if (look() === limit.most) return true;
    if (high !== undefined) {
      setPrice(limit, 0);
      if (look() <= limit.most) return true;
    }
    for (let step = unit; high === undefined; step *= 4) {
      if (step > 64 * force) return false;
      setPrice(limit, limit.price + step);
      if (look() === limit.most) return true;
      if (isHopeless()) return true;
    }
    for (;;) {
      const [[lowPrice, lowTotal, lowUsed], [highPrice, highTotal, highUsed]] = [low as NonNullable<typeof low>, high as NonNullable<typeof high>];
      const price = Math.floor((highTotal - lowTotal + lowPrice * lowUsed - highPrice * highUsed) / (lowUsed - highUsed));
      if (price <= lowPrice || price >= highPrice) break;
      setPrice(limit, price);
      if (look() === limit.most) return true;
    }
    setPrice(limit, (high as NonNullable<typeof high>)[0]);
    return true;
  }

  function setPrice(limit: Limit, price: number): void {
    const more = price - limit.price;
    if (more === 0) return;
    limit.price = price;
    refill(limit.project, () => {
      for (const arc of limit.arcs) flow.cost[arc] = (flow.cost[arc] ?? 0) + more;
    });
  }

  function tellEqualsApart(project: number): void {
    refill(project, () => {
      const { groupStart, arcStart } = model;
      for (let arc = arcStart[groupStart[project] ?? 0] ?? 0; arc < (arcStart[groupStart[project + 1] ?? 0] ?? 0); arc += 1) flow.cost[arc] = (flow.cost[arc] ?? 0) + ((Math.imul(arc + 1, 2_654_435_761) >>> 8) % grains);
    });
  }

  function refill(project: number, change: () => void): boolean {
    return flow.refill(project, change);
  }

  /** The panels as they are, made to keep all rules by whoever has room: whole as soon as it works, and seldom far from the best. */
  function repair(): void {
    const arcs = repaired(model, problem, model.projects.map((_each, project) => flow.seating.panelOf(project)));
    if (arcs !== undefined) take(arcs);
  }

  /** Bars the worst member wherever a limit is still broken until there is a whole assignment, then takes the bars away again: where repairing has found no room. */
  function dive(): void {
    const barred: number[] = [];
    for (let step = 0; step < 4 * model.projects.length && !isStopped; step += 1) {
      tell({ phase: 'proving', done: step, of: 4 * model.projects.length, bound: fitOf(root) });
      const limit = broken().find((each) => count(each) > each.most);
      if (limit === undefined) {
        takeIfBetter();
        break;
      }
      const arc = limit.arcs.filter((each) => flow.seating.isUsed[each]).reduce((worst, each) => ((flow.cost[each] ?? 0) > (flow.cost[worst] ?? 0) ? each : worst));
      barred.push(arc);
      if (!refill(projectOf(arc), () => (flow.isBlocked[arc] = 1))) break;
    }
    for (const project of new Set(barred.map((arc) => projectOf(arc)))) {
      // Only while its panel is apart: a bar lifted anywhere else leaves an arc cheaper than the potentials say, and shortest paths that never end.
      refill(project, () => {
        for (const arc of barred) if (projectOf(arc) === project) flow.isBlocked[arc] = 0;
      });
    }
  }

  function branch(depth: number): void {
    if (isStopped) return;
    tell({ phase: 'proving', done: depth, of: depth + 1, bound: fitOf(root), ...(best && { bestFit: fitOf(best.cost) }) });
    const arc = undecidedArc();
    if (arc === undefined) return;
    for (const way of ['bar', 'force'] as const) {
      const project = projectOf(arc);
      const more = way === 'force' ? -force : 0;
      const holds = refill(project, () => {
        if (way === 'bar') flow.isBlocked[arc] = 1;
        else flow.cost[arc] = (flow.cost[arc] ?? 0) + more;
      });
      if (way === 'force') {
        forced += 1;
        isForced.add(arc);
      }
      if (holds && !isHopeless() && dual() < force && raisePrices() && !isHopeless() && dual() < force) {
        takeIfBetter();
        if (!isHopeless()) branch(depth + 1);
      }
      if (way === 'force') {
        forced -= 1;
        isForced.delete(arc);
      }
      refill(project, () => {
        flow.isBlocked[arc] = 0;
        flow.cost[arc] = (flow.cost[arc] ?? 0) - more;
      });
      if (isStopped) return;
    }
  }

  /** A member whose staying or going decides a limit that is broken, or dear while it has room. */
  function undecidedArc(): number | undefined {
    const open = (limit: Limit) => limit.arcs.find((arc) => flow.seating.isUsed[arc] && !isForced.has(arc));
    for (const limit of broken()) {
      const arc = count(limit) > limit.most ? open(limit) : undefined;
      if (arc !== undefined) return arc;
    }
    const dear = [...limits.known.values()].filter((limit) => limit.price > 0 && count(limit) < limit.most).toSorted((a, b) => b.price * (b.most - count(b)) - a.price * (a.most - count(a)));
    for (const limit of dear) {
      const price = limit.price;
      setPrice(limit, 0);
      const arc = open(limit);
      setPrice(limit, price);
      if (arc !== undefined) return arc;
    }
    return undefined;
  }

  function takeIfBetter(): void {
    if (broken().length === 0) take(model.projects.flatMap((_each, project) => flow.seating.panelOf(project)));
  }

  function take(arcs: readonly number[]): void {
    const cost = arcs.reduce((sum, arc) => sum + model.maxFit - (model.fit[arc] ?? 0), 0);
    if (best === undefined || cost < best.cost) best = { arcs, cost, bound: 0 };
  }

  function projectOf(arc: number): number {
    return model.groupProject[model.arcGroup[arc] ?? -1] ?? -1;
  }

  function fitOf(cost: number): number {
    return model.seats * model.maxFit - cost;
  }
}

/** The seats reached when one could not be filled: all that give way to one another, and together are too many for their experts. */
function bottleneckOf(model: Model, groups: readonly number[]): Bottleneck {
  const supply = new Map<number, Map<number, Set<number>>>();
  for (const group of groups) {
    for (let arc = model.arcStart[group] ?? 0; arc < (model.arcStart[group + 1] ?? 0); arc += 1) {
      const holder = model.arcHolder[arc] ?? -1;
      const expert = model.holderExpert[holder] ?? -1;
      const holders = supply.get(expert) ?? new Map<number, Set<number>>();
      holders.set(holder, (holders.get(holder) ?? new Set()).add(model.groupProject[group] ?? -1));
      supply.set(expert, holders);
    }
  }
  const available = [...supply].reduce((sum, [expert, holders]) => sum + Math.min(model.expertCap[expert] ?? 0, [...holders].reduce((all, [holder, projects]) => all + Math.min(model.holderCap[holder] ?? 0, projects.size), 0)), 0);
  return {
    seats: groups.map((group) => ({ projectNo: model.projects[model.groupProject[group] ?? -1]?.projectNo ?? '', specialty: model.groupSpecialty[group] ?? '' })),
    needed: groups.reduce((sum, group) => sum + (model.need[group] ?? 0), 0), available,
    experts: [...supply.keys()].map((expert) => model.experts[expert]?.expertNo ?? '').toSorted(),
  };
}
