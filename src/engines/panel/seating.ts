import type { Model } from './model.ts';

// A `!` here says that an index lies within its array, which the compiler cannot know.

/** Who sits where at present, at what cost, and whose units are out. What a search asks often lies side by side: memory is what it waits for. */
export class Seating {
  readonly isUsed: Uint8Array;
  /** The cost of all that is used. */
  total = 0;
  /** The units a holder and an expert have out. */
  readonly holderOut: Int32Array;
  readonly expertOut: Int32Array;
  /** The used arcs of holder h with their groups and costs stand at sitsStart[h] … sitsStart[h] + sits[h]. */
  readonly sitsStart: Int32Array;
  readonly sits: Int32Array;
  readonly sitsArc: Int32Array;
  readonly sitsGroup: Int32Array;
  readonly sitsCost: Float64Array;

  readonly #model: Model;
  readonly #cost: Float64Array;
  /** Where a used arc stands among those of its holder. */
  readonly #place: Int32Array;
  /** The used arcs of group g stand at membersStart[g] … membersStart[g] + filled[g]. */
  readonly #filled: Int32Array;
  readonly #members: Int32Array;
  readonly #membersStart: Int32Array;
  /** A bit for each project and expert: whether he sits there. */
  readonly #bits: Int32Array;
  readonly #width: number;
  /** Units a holder has out but that sit nowhere, while a project is being filled anew. */
  readonly #idle: Int32Array;
  #idles = 0;

  constructor(model: Model, cost: Float64Array) {
    const [groups, holders, experts, arcs] = [model.need.length, model.holderCap.length, model.expertCap.length, cost.length];
    this.#model = model;
    this.#cost = cost;
    this.isUsed = new Uint8Array(arcs);
    this.holderOut = new Int32Array(holders);
    this.expertOut = new Int32Array(experts);
    this.sitsStart = sitsStartOf(model);
    this.sits = new Int32Array(holders);
    this.sitsArc = new Int32Array(this.sitsStart[holders]!);
    this.sitsGroup = new Int32Array(this.sitsStart[holders]!);
    this.sitsCost = new Float64Array(this.sitsStart[holders]!);
    this.#place = new Int32Array(arcs);
    this.#filled = new Int32Array(groups);
    // One place more than needed: along a path the new member comes before the old one leaves.
    this.#members = new Int32Array(model.seats + groups);
    this.#membersStart = new Int32Array(groups + 1);
    for (let group = 0; group < groups; group += 1) this.#membersStart[group + 1] = this.#membersStart[group]! + model.need[group]! + 1;
    this.#width = Math.ceil(experts / 32);
    this.#bits = new Int32Array(model.projects.length * this.#width);
    this.#idle = new Int32Array(holders);
  }

  get seatsFilled(): number {
    return this.#filled.reduce((sum, each) => sum + each, 0);
  }

  isLacking(group: number): boolean {
    return this.#filled[group]! < this.#model.need[group]!;
  }

  membersOf(group: number): Int32Array {
    const start = this.#membersStart[group]!;
    return this.#members.slice(start, start + this.#filled[group]!);
  }

  /** The used arcs of a project. */
  panelOf(project: number): readonly number[] {
    const { groupStart } = this.#model;
    const used: number[] = [];
    for (let group = groupStart[project]!; group < groupStart[project + 1]!; group += 1) {
      for (let at = this.#membersStart[group]!, end = at + this.#filled[group]!; at < end; at += 1) used.push(this.#members[at]!);
    }
    return used;
  }

  isSeated(project: number, expert: number): boolean {
    return ((this.#bits[project * this.#width + (expert >>> 5)]! >>> (expert & 31)) & 1) === 1;
  }

  /** The arc a holder uses in a project, or -1. */
  arcIn(project: number, holder: number): number {
    const { groupStart, holderExpert, arcHolder } = this.#model;
    if (!this.isSeated(project, holderExpert[holder]!)) return -1;
    for (let group = groupStart[project]!; group < groupStart[project + 1]!; group += 1) {
      for (let at = this.#membersStart[group]!, end = at + this.#filled[group]!; at < end; at += 1) if (arcHolder[this.#members[at]!] === holder) return this.#members[at]!;
    }
    return -1;
  }

  /** Whether a lack can end here: with a unit that sits nowhere, or while there is none at all, with one that is not out. */
  hasUnit(holder: number): boolean {
    if (this.#idles > 0) return this.#idle[holder]! > 0;
    const { holderCap, holderExpert, expertCap } = this.#model;
    const expert = holderExpert[holder]!;
    return this.holderOut[holder]! < holderCap[holder]! && this.expertOut[expert]! < expertCap[expert]!;
  }

  /** Has a holder give the unit he has. */
  give(holder: number): void {
    if (this.#idles > 0) this.#addIdle(holder, -1);
    else {
      this.holderOut[holder]!++;
      this.expertOut[this.#model.holderExpert[holder]!]!++;
    }
  }

  /** A member goes; his unit stays out, so that he or another can have it. */
  dismiss(arc: number): void {
    this.leave(arc);
    this.#addIdle(this.#model.arcHolder[arc]!, 1);
  }

  recall(arc: number): void {
    this.take(arc);
    this.#addIdle(this.#model.arcHolder[arc]!, -1);
  }

  take(arc: number): void {
    const { arcHolder, arcGroup } = this.#model;
    const [holder, group, cost] = [arcHolder[arc]!, arcGroup[arc]!, this.#cost[arc]!];
    const place = this.sitsStart[holder]! + this.sits[holder]!++;
    this.isUsed[arc] = 1;
    this.#place[arc] = place;
    this.sitsArc[place] = arc;
    this.sitsGroup[place] = group;
    this.sitsCost[place] = cost;
    this.#members[this.#membersStart[group]! + this.#filled[group]!++] = arc;
    this.#turnBit(holder, group);
    this.total += cost;
  }

  leave(arc: number): void {
    const { arcHolder, arcGroup } = this.#model;
    const [holder, group] = [arcHolder[arc]!, arcGroup[arc]!];
    const place = this.#place[arc]!;
    const last = this.sitsStart[holder]! + --this.sits[holder]!;
    this.isUsed[arc] = 0;
    this.#place[this.sitsArc[last]!] = place;
    this.sitsArc[place] = this.sitsArc[last]!;
    this.sitsGroup[place] = this.sitsGroup[last]!;
    this.sitsCost[place] = this.sitsCost[last]!;
    const start = this.#membersStart[group]!;
    this.#members[this.#members.indexOf(arc, start)] = this.#members[start + --this.#filled[group]!]!;
    this.#turnBit(holder, group);
    this.total -= this.#cost[arc]!;
  }

  #turnBit(holder: number, group: number): void {
    const { groupProject, holderExpert } = this.#model;
    const expert = holderExpert[holder]!;
    this.#bits[groupProject[group]! * this.#width + (expert >>> 5)]! ^= 1 << (expert & 31);
  }

  #addIdle(holder: number, units: number): void {
    this.#idle[holder]! += units;
    this.#idles += units;
  }
}

/** Where the sittings of each holder begin: he can have no more than he has units or arcs. */
function sitsStartOf({ holderCap, holderExpert, expertCap, arcHolder }: Model): Int32Array {
  const arcs = new Int32Array(holderCap.length);
  for (const holder of arcHolder) arcs[holder]!++;
  const starts = new Int32Array(holderCap.length + 1);
  for (let holder = 0; holder < holderCap.length; holder += 1) starts[holder + 1] = starts[holder]! + Math.min(holderCap[holder]!, expertCap[holderExpert[holder]!]!, arcs[holder]!);
  return starts;
}
