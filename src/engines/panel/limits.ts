import type { Model } from './model.ts';
import type { PanelProblem, PanelRule } from './problem.ts';

/** At most so many of these arcs of one project may be used. */
export interface Limit {
  readonly rule: PanelRule;
  readonly project: number;
  readonly arcs: readonly number[];
  readonly most: number;
  /** What a used arc of it costs more at present. */
  price: number;
}

/** The rules of panels, each turned into a limit once a panel breaks it: few of the very many are ever needed. */
export class Limits {
  readonly known = new Map<string, Limit>();
  readonly #model: Model;
  readonly #apart = new Map<number, number[]>();
  /** The projects whose rules count. */
  readonly #ruled: (project: number) => boolean;

  constructor(model: Model, { apart = [] }: PanelProblem, ruled: (project: number) => boolean) {
    this.#model = model;
    this.#ruled = ruled;
    const at = new Map(model.experts.map(({ expertNo }, index) => [expertNo, index]));
    for (const [one, other] of apart) {
      const [a, b] = [at.get(one) ?? -1, at.get(other) ?? -1];
      this.#apart.set(a, [...(this.#apart.get(a) ?? []), b]);
      this.#apart.set(b, [...(this.#apart.get(b) ?? []), a]);
    }
  }

  /** The limits a panel breaks. */
  brokenBy(project: number, panel: readonly number[]): readonly Limit[] {
    if (!this.#ruled(project)) return [];
    const broken: Limit[] = [];
    const members = panel.map((arc) => this.expertOf(arc));
    const { outsideAtLeast = 0 } = this.#project(project);
    const inside = members.filter((index) => !this.#expert(index).isOutside).length;
    if (panel.length - inside < outsideAtLeast) broken.push(this.#limit('outside', project, '', panel.length - outsideAtLeast, (index) => !this.#expert(index).isOutside));
    const employers = new Set<string>();
    for (const index of members) {
      const { employer } = this.#expert(index);
      if (employer !== '' && employers.has(employer)) broken.push(this.#limit('employer', project, employer, 1, (each) => this.#expert(each).employer === employer));
      employers.add(employer);
      for (const other of this.#apart.get(index) ?? []) {
        if (other > index && members.includes(other)) broken.push(this.#limit('apart', project, `${this.#expert(index).expertNo} ${this.#expert(other).expertNo}`, 1, (each) => each === index || each === other));
      }
    }
    return [...new Set(broken)];
  }

  expertOf(arc: number): number {
    return this.#model.holderExpert[this.#model.arcHolder[arc] ?? -1] ?? -1;
  }

  #limit(kind: PanelRule['kind'], project: number, who: string, most: number, isIn: (expert: number) => boolean): Limit {
    const key = `${project} ${kind} ${who}`;
    const known = this.known.get(key);
    if (known) return known;
    const { groupStart, arcStart } = this.#model;
    const arcs: number[] = [];
    for (let arc = arcStart[groupStart[project] ?? 0] ?? 0; arc < (arcStart[groupStart[project + 1] ?? 0] ?? 0); arc += 1) if (isIn(this.expertOf(arc))) arcs.push(arc);
    const limit: Limit = { rule: { kind, projectNo: this.#project(project).projectNo, who }, project, arcs, most, price: 0 };
    this.known.set(key, limit);
    return limit;
  }

  #project(index: number) {
    return this.#model.projects[index] ?? { projectNo: '', quotas: [] };
  }

  #expert(index: number) {
    return this.#model.experts[index] ?? { expertNo: '', employer: '', isOutside: false };
  }
}
