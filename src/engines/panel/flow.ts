import { Heap } from './heap.ts';
import type { Model } from './model.ts';
import { Seating } from './seating.ts';

// A `!` here says that an index lies within its array, which the compiler cannot know.

/**
 * A minimum-cost flow from experts through their periods to seats, kept optimal for its present costs by successive shortest paths with potentials.
 * A path carries a lack: a group lacks a member, takes a holder's unit, the holder asks his expert or leaves another group, which then lacks one …
 * The node between an expert and a project, through which one unit may pass, is folded into the step from group to group. README.md tells why this stays exact.
 */
export class Flow {
  /** What an arc costs, and whether it may not be used; to be changed only while its project is apart. */
  readonly cost: Float64Array;
  readonly isBlocked: Uint8Array;
  readonly seating: Seating;
  /** The groups the last search reached in vain. */
  reachedGroups: readonly number[] = [];

  readonly #model: Model;
  /** No step costs less than nothing: the potential of a node, and the step's own cost, are no less than the potential of the node it leads to. */
  readonly #potential: Float64Array;
  /** No holder's potential is above it. */
  #ceiling = 0;
  /** By how much an arc of a group may be cheaper than one before it. */
  readonly #fall: Float64Array;
  readonly #distance: Float64Array;
  readonly #from: Int32Array;
  /** The arc taken on the way to a node, and the arc left. */
  readonly #taken: Int32Array;
  readonly #left: Int32Array;
  /** The nodes whose distance is known. */
  readonly #touched: number[] = [];
  readonly #heap = new Heap();
  /** The nearest holder where a lack can end, and how far it is; what is farther is not looked at. */
  #end = -1;
  #least = Infinity;
  /** Groups come first among the nodes, then holders, experts, and the sink. */
  readonly #holders: number;
  readonly #experts: number;
  readonly #sink: number;

  /** Quickest where `cost` rises along each group. */
  constructor(model: Model, cost: Float64Array) {
    this.#holders = model.need.length;
    this.#experts = this.#holders + model.holderCap.length;
    this.#sink = this.#experts + model.expertCap.length;
    this.#model = model;
    this.cost = cost;
    this.isBlocked = new Uint8Array(cost.length);
    this.seating = new Seating(model, cost);
    this.#potential = new Float64Array(this.#sink + 1);
    this.#fall = new Float64Array(this.#holders);
    this.#distance = new Float64Array(this.#sink + 1).fill(Infinity);
    this.#from = new Int32Array(this.#sink + 1);
    this.#taken = new Int32Array(this.#sink + 1);
    this.#left = new Int32Array(this.#sink + 1);
  }

  /** Fills all seats; the group that cannot be filled whatever gives way, or nothing. All lacking groups are served at once: every path of one length, then the next length. */
  fillAll(tell: (filled: number) => boolean): number | undefined {
    for (let project = 0; project < this.#model.projects.length; project += 1) this.#moor(project);
    let lacking = Array.from({ length: this.#holders }, (_each, group) => group);
    for (;;) {
      lacking = lacking.filter((group) => this.seating.isLacking(group));
      if (lacking.length === 0 || !tell(this.seating.seatsFilled)) return undefined;
      if (this.#search(lacking) < 0) return lacking.find((group) => this.#search([group]) < 0);
      this.#carryTight(lacking);
    }
  }

  /** Takes a project's panel apart, lets the costs and bars of its arcs be changed, and fills it again at the least cost; false when that cannot be. Who is still the best for it sits down again at once. */
  refill(project: number, change: () => void): boolean {
    const { groupStart } = this.#model;
    const panel = this.seating.panelOf(project);
    for (const arc of panel) this.seating.dismiss(arc);
    change();
    this.#lower();
    for (const arc of panel) if (!this.isBlocked[arc]) this.seating.recall(arc);
    this.#moor(project);
    for (let group = groupStart[project]!; group < groupStart[project + 1]!; group += 1) {
      while (this.seating.isLacking(group)) {
        const end = this.#search([group]);
        if (end < 0) return false;
        this.#carry(end);
      }
    }
    return true;
  }

  /**
   * Gives the groups of a project the lowest potentials that their open arcs allow; a member who would then be kept at a loss goes.
   * Both follow from each other by way of experts for two groups, so it is done until nothing moves; where that takes long, members would gain by trading places: all go.
   */
  #moor(project: number): void {
    const { groupStart, arcStart } = this.#model;
    const [first, last] = [groupStart[project]!, groupStart[project + 1]!];
    let least = Infinity;
    for (let arc = arcStart[first]!; arc < arcStart[last]!; arc += 1) if (!this.isBlocked[arc]) least = Math.min(least, this.#standing(arc));
    this.#potential.fill(least === Infinity ? 0 : least, first, last);
    for (let [pass, isMoved] = [0, true]; isMoved; pass += 1) {
      isMoved = false;
      if (pass > 2 * (last - first)) for (const arc of this.seating.panelOf(project)) this.seating.dismiss(arc);
      for (let group = first; group < last; group += 1) {
        const lowest = this.#lowestFor(group, project);
        if (lowest <= this.#potential[group]!) continue;
        isMoved = true;
        this.#potential[group] = lowest;
        for (const arc of this.seating.membersOf(group)) if (this.#standing(arc) < lowest) this.seating.dismiss(arc);
      }
    }
  }

  /** The potential of its group at which an arc costs nothing. */
  #standing(arc: number): number {
    return this.#potential[this.#holders + this.#model.arcHolder[arc]!]! - this.cost[arc]!;
  }

  #lowestFor(group: number, project: number): number {
    const { arcStart, arcHolder, arcGroup } = this.#model;
    const { isUsed } = this.seating;
    let [most, dearest, fall] = [-Infinity, 0, 0];
    for (let arc = arcStart[group]!; arc < arcStart[group + 1]!; arc += 1) {
      const cost = this.cost[arc]!;
      dearest = Math.max(dearest, cost);
      fall = Math.max(fall, dearest - cost);
      if (isUsed[arc] || this.isBlocked[arc]) continue;
      const other = this.seating.arcIn(project, arcHolder[arc]!);
      most = Math.max(most, other < 0 ? this.#standing(arc) : this.#potential[arcGroup[other]!]! + this.cost[other]! - cost);
    }
    this.#fall[group] = fall;
    return most;
  }

  /** Whoever gives nothing need not stand higher than his next step; then nobody stands higher than the sink. */
  #lower(): void {
    const { holderStart } = this.#model;
    const { holderOut, expertOut } = this.seating;
    const [potential, ceiling] = [this.#potential, this.#potential[this.#sink]!];
    for (let expert = 0; expert < expertOut.length; expert += 1) {
      const node = this.#experts + expert;
      if (expertOut[expert] === 0 && potential[node]! > ceiling) potential[node] = ceiling;
      for (let holder = holderStart[expert]!; holder < holderStart[expert + 1]!; holder += 1) {
        if (holderOut[holder] === 0 && potential[this.#holders + holder]! > potential[node]!) potential[this.#holders + holder] = potential[node]!;
      }
    }
    this.#ceiling = ceiling;
  }

  /** The nearest holder where a lack of one of these groups can end, or -1. Potentials follow. */
  #search(starts: readonly number[]): number {
    this.#begin(Infinity);
    for (const start of starts) this.#reach(start, 0, -1, -1, -1);
    this.#explore();
    const [potential, distance, whole] = [this.#potential, this.#distance, this.#least];
    if (this.#end < 0) this.reachedGroups = this.#touched.filter((each) => each < this.#holders);
    for (const each of this.#touched) {
      if (this.#end >= 0 && distance[each]! < whole) potential[each]! += distance[each]! - whole;
      distance[each] = Infinity;
    }
    return this.#end;
  }

  /** Fills what can be filled along steps that cost nothing under the present potentials. What leads nowhere from one start leads nowhere from the next, so it is looked at once. */
  #carryTight(lacking: readonly number[]): void {
    const dead: number[] = [];
    for (const start of lacking) {
      while (this.seating.isLacking(start) && this.#distance[start] === Infinity) {
        // Costs are whole, so whatever costs less than one costs nothing.
        this.#begin(0.5);
        this.#reach(start, 0, -1, -1, -1);
        this.#explore();
        if (this.#end < 0) for (const each of this.#touched) dead.push(each);
        else {
          for (const each of this.#touched) this.#distance[each] = Infinity;
          this.#carry(this.#end);
        }
      }
    }
    for (const each of dead) this.#distance[each] = Infinity;
  }

  #begin(least: number): void {
    this.#least = least;
    this.#end = -1;
    this.#touched.length = 0;
    this.#heap.clear();
  }

  #explore(): void {
    const [heap, distance, potential] = [this.#heap, this.#distance, this.#potential];
    while (heap.size > 0 && heap.nearest < this.#least) {
      const at = heap.nearest;
      const node = heap.pop();
      if (at > distance[node]!) continue;
      const base = at + potential[node]!;
      if (node < this.#holders) this.#leaveGroup(node, base);
      else if (node < this.#experts) this.#leaveHolder(node, base);
      else if (node < this.#sink) this.#leaveExpert(node, base);
      else this.#leaveSink(base);
    }
  }

  /** From a group to whoever may join it, the cheapest first, as long as one could be near enough. */
  #leaveGroup(node: number, base: number): void {
    const { arcStart, arcHolder, arcGroup, groupProject, holderExpert } = this.#model;
    const [potential, distance, cost, holders, seating] = [this.#potential, this.#distance, this.cost, this.#holders, this.seating];
    const project = groupProject[node]!;
    const nearest = base - this.#fall[node]! - this.#ceiling;
    for (let arc = arcStart[node]!, last = arcStart[node + 1]!; arc < last; arc += 1) {
      const length = cost[arc]!;
      if (nearest + length >= this.#least) return;
      const holder = arcHolder[arc]!;
      const reached = base + length - potential[holders + holder]!;
      // Who sits in another group of the project is no nearer by way of it.
      if (reached >= this.#least) continue;
      if (!seating.isSeated(project, holderExpert[holder]!)) {
        if (reached < distance[holders + holder]! && !this.isBlocked[arc]) this.#reach(holders + holder, reached, node, arc, -1);
      } else if (!seating.isUsed[arc] && !this.isBlocked[arc]) {
        const other = seating.arcIn(project, holder);
        this.#reach(arcGroup[other]!, base + length - cost[other]! - potential[arcGroup[other]!]!, node, arc, other);
      }
    }
  }

  #leaveHolder(node: number, base: number): void {
    const { holderExpert, holderCap } = this.#model;
    const { holderOut, sits, sitsStart, sitsArc, sitsGroup, sitsCost } = this.seating;
    const potential = this.#potential;
    const holder = node - this.#holders;
    if (holderOut[holder]! < holderCap[holder]!) {
      const to = this.#experts + holderExpert[holder]!;
      this.#reach(to, base - potential[to]!, node, -1, -1);
    }
    for (let place = sitsStart[holder]!, end = place + sits[holder]!; place < end; place += 1) {
      const to = sitsGroup[place]!;
      this.#reach(to, base - sitsCost[place]! - potential[to]!, node, -1, sitsArc[place]!);
    }
  }

  #leaveExpert(node: number, base: number): void {
    const { holderStart, expertCap } = this.#model;
    const { holderOut, expertOut } = this.seating;
    const potential = this.#potential;
    const expert = node - this.#experts;
    if (expertOut[expert]! < expertCap[expert]!) this.#reach(this.#sink, base - potential[this.#sink]!, node, -1, -1);
    for (let holder = holderStart[expert]!; holder < holderStart[expert + 1]!; holder += 1) {
      if (holderOut[holder]! > 0) this.#reach(this.#holders + holder, base - potential[this.#holders + holder]!, node, -1, -1);
    }
  }

  #leaveSink(base: number): void {
    const { expertOut } = this.seating;
    for (let expert = 0; expert < expertOut.length; expert += 1) {
      if (expertOut[expert]! > 0) this.#reach(this.#experts + expert, base - this.#potential[this.#experts + expert]!, this.#sink, -1, -1);
    }
  }

  #reach(to: number, reached: number, from: number, taken: number, left: number): void {
    const distance = this.#distance;
    if (reached >= this.#least || reached >= distance[to]!) return;
    if (distance[to] === Infinity) this.#touched.push(to);
    distance[to] = reached;
    this.#from[to] = from;
    this.#taken[to] = taken;
    this.#left[to] = left;
    // Who has a unit that is not out stands as high as the sink, so the rest of the way costs nothing.
    if (to >= this.#holders && to < this.#experts && this.seating.hasUnit(to - this.#holders)) {
      this.#least = reached;
      this.#end = to;
    } else this.#heap.push(reached, to);
  }

  #carry(end: number): void {
    const { holderOut, expertOut } = this.seating;
    for (let node = end; this.#from[node]! >= 0; node = this.#from[node]!) {
      const from = this.#from[node]!;
      if (this.#left[node]! >= 0) this.seating.leave(this.#left[node]!);
      if (this.#taken[node]! >= 0) this.seating.take(this.#taken[node]!);
      if (from < this.#holders) continue;
      // Between holder, expert and sink: units are asked for on the way out and given back on the way in.
      if (from < this.#experts && node >= this.#experts) holderOut[from - this.#holders]!++;
      else if (from >= this.#experts && from < this.#sink && node < this.#experts) holderOut[node - this.#holders]!--;
      else if (node === this.#sink) expertOut[from - this.#experts]!++;
      else if (from === this.#sink) expertOut[node - this.#experts]!--;
    }
    this.seating.give(end - this.#holders);
  }
}
