import { Heap } from './heap.ts';
import type { Model } from './model.ts';

// A `!` here says that an index lies within its array, which the compiler cannot know.

/**
 * A minimum-cost flow from experts through their periods to seats, kept optimal for its present costs by successive shortest paths with potentials.
 * A path carries a lack: a group lacks a member, takes a holder's unit, the holder asks his expert or leaves another group, which then lacks one …
 * The node between an expert and a project, through which one unit may pass, is folded into the step from group to group. README.md tells why this stays exact.
 */
export class Flow {
  readonly cost: Float64Array;
  readonly isBlocked: Uint8Array;
  readonly isUsed: Uint8Array;
  /** The cost of all that is used. */
  total = 0;
  /** The groups the last search reached in vain. */
  reachedGroups: readonly number[] = [];

  readonly #model: Model;
  readonly #filled: Int32Array;
  /** The used arcs of each group, in the places its needs begin at. */
  readonly #members: Int32Array;
  readonly #membersStart: Int32Array;
  readonly #pairArc: Int32Array;
  readonly #holderFlow: Int32Array;
  readonly #expertFlow: Int32Array;
  /** Units a holder has out but that sit nowhere, while a project is being filled anew. */
  readonly #excess: Int32Array;
  #excesses = 0;
  // The used arcs of a holder, as a doubly linked list.
  readonly #head: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  readonly #potential: Float64Array;
  readonly #distance: Float64Array;
  readonly #isDone: Uint8Array;
  readonly #from: Int32Array;
  /** The arc taken on the way to a node, and the arc left. */
  readonly #taken: Int32Array;
  readonly #left: Int32Array;
  readonly #touched: Int32Array;
  readonly #heap = new Heap();
  readonly #holders: number;
  readonly #experts: number;
  readonly #sink: number;

  constructor(model: Model, cost: Float64Array) {
    const [groups, holders, experts, arcs] = [model.need.length, model.holderCap.length, model.expertCap.length, cost.length];
    const nodes = groups + holders + experts + 1;
    this.#model = model;
    this.cost = cost;
    this.isBlocked = new Uint8Array(arcs);
    this.isUsed = new Uint8Array(arcs);
    this.#filled = new Int32Array(groups);
    // One place more than needed: along a path the new member comes before the old one leaves.
    this.#members = new Int32Array(model.seats + groups);
    this.#membersStart = new Int32Array(groups + 1);
    for (let group = 0; group < groups; group += 1) this.#membersStart[group + 1] = this.#membersStart[group]! + model.need[group]! + 1;
    this.#pairArc = new Int32Array(model.pairs).fill(-1);
    this.#holderFlow = new Int32Array(holders);
    this.#expertFlow = new Int32Array(experts);
    this.#excess = new Int32Array(holders);
    this.#head = new Int32Array(holders).fill(-1);
    this.#next = new Int32Array(arcs);
    this.#previous = new Int32Array(arcs);
    this.#potential = new Float64Array(nodes);
    this.#distance = new Float64Array(nodes).fill(Infinity);
    this.#isDone = new Uint8Array(nodes);
    this.#from = new Int32Array(nodes);
    this.#taken = new Int32Array(nodes);
    this.#left = new Int32Array(nodes);
    this.#touched = new Int32Array(nodes);
    this.#holders = groups;
    this.#experts = groups + holders;
    this.#sink = groups + holders + experts;
  }

  /** Fills all seats; the group that cannot be filled whatever gives way, or nothing. One search serves all lacking groups at once, and all paths of its length are used before the next. */
  fillAll(tell: (filled: number) => boolean): number | undefined {
    for (;;) {
      const lacking: number[] = [];
      let filled = 0;
      for (let group = 0; group < this.#filled.length; group += 1) {
        filled += this.#filled[group]!;
        if (this.#filled[group]! < this.#model.need[group]!) lacking.push(group);
      }
      if (lacking.length === 0 || !tell(filled)) return undefined;
      if (this.#search(lacking) < 0) return lacking.find((group) => this.#search([group]) < 0);
      while (this.#carryTight(lacking) > 0);
    }
  }

  /** Fills the free seats of a group; false when one of them cannot be filled whatever gives way. */
  fill(group: number): boolean {
    while (this.#filled[group]! < this.#model.need[group]!) {
      if (!this.#augment(group)) return false;
    }
    return true;
  }

  /** Takes a project's panel apart, lets the costs and bars of its arcs be changed, and fills it again at the least cost; false when that cannot be. */
  refill(project: number, change: () => void): boolean {
    const { groupStart, arcStart, arcHolder } = this.#model;
    const [first, last] = [groupStart[project]!, groupStart[project + 1]!];
    for (const arc of this.panelOf(project)) {
      this.#leave(arc);
      this.#excess[arcHolder[arc]!]!++;
      this.#excesses += 1;
    }
    change();
    for (let group = first; group < last; group += 1) {
      // Nothing leads into an empty group, so its potential may be whatever its own arcs allow.
      let most = -Infinity;
      for (let arc = arcStart[group]!; arc < arcStart[group + 1]!; arc += 1) {
        if (!this.isBlocked[arc]) most = Math.max(most, this.#potential[this.#holders + arcHolder[arc]!]! - this.cost[arc]!);
      }
      this.#potential[group] = most === -Infinity ? 0 : most;
    }
    for (let group = first; group < last; group += 1) if (!this.fill(group)) return false;
    return true;
  }

  /** The used arcs of a project. */
  panelOf(project: number): readonly number[] {
    const [first, last] = [this.#model.groupStart[project]!, this.#model.groupStart[project + 1]!];
    const used: number[] = [];
    for (let group = first; group < last; group += 1) for (let at = 0; at < this.#filled[group]!; at += 1) used.push(this.#members[this.#membersStart[group]! + at]!);
    return used;
  }

  #take(arc: number): void {
    const { arcHolder, arcGroup, arcPair } = this.#model;
    const holder = arcHolder[arc]!;
    const head = this.#head[holder]!;
    this.isUsed[arc] = 1;
    this.#next[arc] = head;
    this.#previous[arc] = -1;
    if (head >= 0) this.#previous[head] = arc;
    this.#head[holder] = arc;
    const group = arcGroup[arc]!;
    this.#members[this.#membersStart[group]! + this.#filled[group]!] = arc;
    this.#filled[group] = this.#filled[group]! + 1;
    if (arcPair[arc]! >= 0) this.#pairArc[arcPair[arc]!] = arc;
    this.total += this.cost[arc]!;
  }

  #leave(arc: number): void {
    const { arcHolder, arcGroup, arcPair } = this.#model;
    const [next, previous] = [this.#next[arc]!, this.#previous[arc]!];
    this.isUsed[arc] = 0;
    if (previous >= 0) this.#next[previous] = next;
    else this.#head[arcHolder[arc]!] = next;
    if (next >= 0) this.#previous[next] = previous;
    const group = arcGroup[arc]!;
    const start = this.#membersStart[group]!;
    const last = start + this.#filled[group]! - 1;
    this.#members[this.#members.indexOf(arc, start)] = this.#members[last]!;
    this.#filled[group] = this.#filled[group]! - 1;
    if (arcPair[arc]! >= 0 && this.#pairArc[arcPair[arc]!] === arc) this.#pairArc[arcPair[arc]!] = -1;
    this.total -= this.cost[arc]!;
  }

  #augment(start: number): boolean {
    const end = this.#search([start]);
    if (end < 0) return false;
    this.#carry(end);
    return true;
  }

  /** The nearest place where a lack can end: an expert's unit that sits nowhere, or while there is none, a free unit. Potentials follow. */
  #search(starts: readonly number[]): number {
    const [potential, distance, heap, touched, isDone] = [this.#potential, this.#distance, this.#heap, this.#touched, this.#isDone];
    let touches = 0;
    let least = Infinity;
    let node = -1;
    let base = 0;
    const reach = (to: number, length: number, taken: number, left: number): void => {
      const reached = base + length - potential[to]!;
      if (reached >= distance[to]! || reached >= least) return;
      if (distance[to] === Infinity) touched[touches++] = to;
      distance[to] = reached;
      this.#from[to] = node;
      this.#taken[to] = taken;
      this.#left[to] = left;
      if (this.#isEnd(to)) least = reached;
      heap.push(reached, to);
    };
    heap.clear();
    // All starts are as near: what counts is the path's own cost, so the potential of its start is taken off.
    const highest = starts.reduce((most, start) => Math.max(most, potential[start]!), -Infinity);
    for (const start of starts) {
      base = highest;
      reach(start, 0, -1, -1);
    }
    let end = -1;
    while (heap.size > 0) {
      const at = heap.nearest;
      node = heap.pop();
      if (isDone[node] || at > distance[node]!) continue;
      if (at >= least && this.#isEnd(node)) {
        end = node;
        break;
      }
      isDone[node] = 1;
      base = at + potential[node]!;
      this.#steps(node, reach);
    }
    if (end < 0) this.reachedGroups = [...touched.subarray(0, touches)].filter((each) => each < this.#holders);
    const whole = end < 0 ? 0 : distance[end]!;
    for (let index = 0; index < touches; index += 1) {
      const each = touched[index]!;
      if (end >= 0 && distance[each]! < whole) potential[each]! += distance[each]! - whole;
      distance[each] = Infinity;
      isDone[each] = 0;
    }
    return end;
  }

  /** Where a lack can go from a node: to which other, at what cost, by taking which arc and leaving which. */
  #steps(node: number, step: (to: number, length: number, taken: number, left: number) => void): void {
    const { arcStart, arcHolder, arcPair, arcGroup, holderExpert, holderStart, holderCap, expertCap } = this.#model;
    const cost = this.cost;
    if (node < this.#holders) {
      for (let arc = arcStart[node]!, last = arcStart[node + 1]!; arc < last; arc += 1) {
        if (this.isUsed[arc] || this.isBlocked[arc]) continue;
        const pair = arcPair[arc]!;
        const other = pair < 0 ? -1 : this.#pairArc[pair]!;
        if (other < 0) step(this.#holders + arcHolder[arc]!, cost[arc]!, arc, -1);
        else step(arcGroup[other]!, cost[arc]! - cost[other]!, arc, other);
      }
    } else if (node < this.#experts) {
      const holder = node - this.#holders;
      if (this.#holderFlow[holder]! < holderCap[holder]!) step(this.#experts + holderExpert[holder]!, 0, -1, -1);
      for (let arc = this.#head[holder]!; arc >= 0; arc = this.#next[arc]!) step(arcGroup[arc]!, -cost[arc]!, -1, arc);
    } else if (node < this.#sink) {
      const expert = node - this.#experts;
      if (this.#expertFlow[expert]! < expertCap[expert]!) step(this.#sink, 0, -1, -1);
      for (let holder = holderStart[expert]!; holder < holderStart[expert + 1]!; holder += 1) if (this.#holderFlow[holder]! > 0) step(this.#holders + holder, 0, -1, -1);
    } else {
      for (let expert = 0; expert < expertCap.length; expert += 1) if (this.#expertFlow[expert]! > 0) step(this.#experts + expert, 0, -1, -1);
    }
  }

  #isEnd(node: number): boolean {
    if (this.#excesses === 0) return node === this.#sink;
    return node >= this.#holders && node < this.#experts && this.#excess[node - this.#holders]! > 0;
  }

  /** Fills what can be filled along steps that cost nothing under the present potentials; how many seats that were. */
  #carryTight(lacking: readonly number[]): number {
    const [potential, isDone] = [this.#potential, this.#isDone];
    const stack: number[] = [];
    let node = -1;
    let hasEnd = false;
    const reach = (to: number, length: number, taken: number, left: number): void => {
      if (isDone[to] || hasEnd || length + potential[node]! !== potential[to]!) return;
      this.#from[to] = node;
      this.#taken[to] = taken;
      this.#left[to] = left;
      if (to === this.#sink) hasEnd = true;
      else {
        isDone[to] = 1;
        stack.push(to);
      }
    };
    let carried = 0;
    for (const start of lacking) {
      while (this.#filled[start]! < this.#model.need[start]! && !isDone[start]) {
        hasEnd = false;
        this.#from[start] = -1;
        this.#taken[start] = -1;
        this.#left[start] = -1;
        isDone[start] = 1;
        stack.push(start);
        while (stack.length > 0 && !hasEnd) {
          node = stack.pop()!;
          this.#steps(node, reach);
        }
        if (!hasEnd) break;
        // What was reached and not looked into, and what lies on the path, may lead there again.
        for (const each of stack) isDone[each] = 0;
        stack.length = 0;
        for (let each = this.#from[this.#sink]!; each >= 0; each = this.#from[each]!) isDone[each] = 0;
        this.#carry(this.#sink);
        carried += 1;
      }
    }
    isDone.fill(0);
    return carried;
  }

  #carry(end: number): void {
    for (let node = end; this.#from[node]! >= 0; node = this.#from[node]!) {
      const from = this.#from[node]!;
      if (this.#left[node]! >= 0) this.#leave(this.#left[node]!);
      if (this.#taken[node]! >= 0) this.#take(this.#taken[node]!);
      if (from < this.#holders) continue;
      // Between holder, expert and sink: units are asked for on the way out and given back on the way in.
      if (from < this.#experts && node >= this.#experts) this.#holderFlow[from - this.#holders]!++;
      else if (from >= this.#experts && from < this.#sink && node < this.#experts) this.#holderFlow[node - this.#holders]!--;
      else if (node === this.#sink) this.#expertFlow[from - this.#experts]!++;
      else if (from === this.#sink) this.#expertFlow[node - this.#experts]!--;
    }
    if (end === this.#sink) return;
    this.#excess[end - this.#holders]!--;
    this.#excesses -= 1;
  }
}
