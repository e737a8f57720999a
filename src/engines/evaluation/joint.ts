import type { Evaluation, NoEvaluation, Problem, Quantities, QuantityName, Result, Scheme, Subject } from './problem.ts';
import { quantityNames } from './quantities.ts';
import { evaluate } from './solve.ts';
import { evaluateAgainst, standingOf } from './standing.ts';

/** 合并评价: enterprises looked at as one. Where it counts they stand as one among the ranked and carry its class; elsewhere it is only shown beside their own. */
export interface Joint {
  /** No subject bears it. */
  readonly id: string;
  readonly members: readonly string[];
  readonly counts: boolean;
}

/** An evaluation with enterprises that are looked at together. */
export interface JointProblem extends Problem {
  readonly joints: readonly Joint[];
}

/** What counts, one result for each that is ranked; and what does not, worked out against it: the members of a group that counts, a group that does not. */
export interface BothWays extends Evaluation {
  readonly beside: readonly Result[];
}

/** Evaluates both ways (独立评价 and 合并评价). The way that does not count moves nobody: it has points and the class they reach by the cuts, and no rank. */
export function evaluateBothWays(problem: JointProblem): BothWays | NoEvaluation {
  const fault = findJointFault(problem);
  if (fault) return fault;
  const { scheme, base } = problem;
  const { ranked, beside } = partedBy(problem);
  const evaluation = evaluate({ scheme, subjects: ranked, base });
  if ('no' in evaluation) return evaluation;
  const standing = standingOf(scheme, evaluation);
  const against: Result[] = [];
  for (const subject of beside) {
    const result = evaluateAgainst(scheme, standing, subject);
    if ('no' in result) return result;
    against.push(result);
  }
  return { ...evaluation, beside: against };
}

/** Who is ranked, each group that counts being one, and who is only worked out beside. */
function partedBy({ scheme, subjects, joints }: JointProblem): { readonly ranked: readonly Subject[]; readonly beside: readonly Subject[] } {
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  const groups = joints.map(({ id, members, counts }) => {
    const own = members.flatMap((member) => byId.get(member) ?? []);
    return { own, counts, whole: joined(scheme, id, own) };
  });
  const within = new Set(groups.flatMap(({ own, counts }) => (counts ? own.map(({ id }) => id) : [])));
  return {
    ranked: [...subjects.filter(({ id }) => !within.has(id)), ...groups.flatMap(({ counts, whole }) => (counts ? [whole] : []))],
    beside: groups.flatMap(({ counts, own, whole }) => (counts ? own : [whole])),
  };
}

/**
 * Several enterprises as one: numerators and denominators added up, never ratios. A distinction that several have counts once, what is
 * counted is added up, a veto of one binds all; only where everybody is exempt is the whole. It stands in the industry of its main member.
 */
export function joined(scheme: Scheme, id: string, members: readonly Subject[]): Subject {
  const main = mainOf(scheme, members);
  const [bonuses, vetoes] = [[...new Set(members.flatMap((member) => member.bonuses ?? []))], [...new Set(members.flatMap((member) => member.vetoes ?? []))]];
  const counts: Record<string, number> = {};
  for (const [key, count] of members.flatMap((member) => Object.entries(member.counts ?? {}))) counts[key] = (counts[key] ?? 0) + count;
  const exemption = members.every((member) => member.exemption !== undefined) ? main?.exemption : undefined;
  return {
    id, industry: main?.industry ?? '', quantities: added(members.map(({ quantities }) => quantities)),
    ...(bonuses.length > 0 ? { bonuses } : {}), ...(Object.keys(counts).length > 0 ? { counts } : {}), ...(vetoes.length > 0 ? { vetoes } : {}), ...(exemption === undefined ? {} : { exemption }),
  };
}

/** Each quantity over all that have it: who sits on the land of another brings none of its own. What nobody has is absent. */
export function added(all: readonly Quantities[]): Quantities {
  return Object.fromEntries(quantityNames.flatMap((name) => {
    const known = all.flatMap((quantities) => quantities[name] ?? []);
    return known.length === 0 ? [] : [[name, known.reduce((sum, amount) => sum + amount, 0)]];
  }));
}

/** The member with most of what the scheme goes by, revenue unless told; of equals the one with most tax, then the first by id. */
export function mainOf<T extends Pick<Subject, 'id' | 'quantities'>>({ mainBy = 'revenue' }: Pick<Scheme, 'mainBy'>, members: readonly T[]): T | undefined {
  const most = ({ quantities }: T, name: QuantityName) => quantities[name] ?? -Infinity;
  const isMore = (one: T, other: T) => {
    for (const name of [mainBy, 'tax'] as const) if (most(one, name) !== most(other, name)) return most(one, name) > most(other, name);
    return one.id < other.id;
  };
  return members.reduce<T | undefined>((best, member) => (best === undefined || isMore(member, best) ? member : best), undefined);
}

function findJointFault({ subjects, joints }: JointProblem): NoEvaluation | undefined {
  const free = new Set(subjects.map(({ id }) => id));
  const ids = new Set(free);
  for (const { id, members } of joints) {
    // Two at least, each evaluated, each in one group; taken out once it is in one.
    if (ids.has(id) || members.length < 2 || !members.every((member) => free.delete(member))) return { no: 'joint', at: id };
    ids.add(id);
  }
  return undefined;
}
