import type { BothWays, JointProblem } from './joint.ts';
import type { QuantityName, Result, Subject } from './problem.ts';
import { findDisagreement } from './verify.ts';

// Joint evaluations worked out again the slow way: every sum by whole numbers of any size, every place beside the ranked by looking at
// each of them. It shares no line with joint.ts; only the shapes.

/** The first place where an evaluation both ways is not what its scheme says, in words; nothing where all of it holds. */
export function findJointDisagreement(problem: JointProblem, { beside, ...evaluation }: BothWays): string | undefined {
  const { scheme, subjects, joints } = problem;
  const memberOf = (subject: Subject) => joints.find(({ members }) => members.includes(subject.id));
  const wholes = joints.map((joint) => ({ ...joint, whole: together(problem, joint.id, subjects.filter((subject) => joint.members.includes(subject.id))) }));
  const ranked = subjects.filter((subject) => memberOf(subject)?.counts !== true).concat(wholes.filter(({ counts }) => counts).map(({ whole }) => whole));
  const wrong = findDisagreement({ scheme, subjects: ranked, base: problem.base }, evaluation);
  if (wrong !== undefined) return wrong;
  const others = subjects.filter((subject) => memberOf(subject)?.counts === true).concat(wholes.filter(({ counts }) => !counts).map(({ whole }) => whole));
  if (beside.length !== others.length) return 'beside count';
  for (const other of others) {
    const result = beside.find(({ id }) => id === other.id);
    if (!result) return `${other.id} absent beside`;
    const fault = wrongBeside(problem, ranked, evaluation.results, other, result);
    if (fault !== undefined) return `${other.id} beside ${fault}`;
  }
  return undefined;
}

/**
 * Points of one beside the ranked do not depend on who else is there, save those of whoever has no value; so it is held against an
 * evaluation in which it stands alone, and its class against everybody in its list who was ranked with no more points.
 */
function wrongBeside({ scheme, base }: JointProblem, ranked: readonly Subject[], results: readonly Result[], subject: Subject, result: Result): string | undefined {
  if (result.rank !== undefined || result.among !== undefined) return 'rank';
  if (result.isExempt !== (subject.exemption !== undefined)) return 'exempt';
  for (const [at, step] of result.steps.entries()) {
    if (step.value !== undefined || scheme.indicators[at]?.missing !== 'mean') continue;
    const known = results.map(({ steps }) => steps[at]).filter((each) => each?.value !== undefined);
    const [sum, count] = [known.reduce((all, each) => all + BigInt(each?.points ?? 0), 0n), BigInt(known.length)];
    if (BigInt(step.points) !== (count === 0n ? 0n : (2n * sum + count) / (2n * count))) return `${step.indicator} missing`;
  }
  let reached: string | undefined;
  if (subject.exemption !== undefined && (result.ranked !== undefined || result.group !== undefined)) return 'ranked';
  if (subject.exemption === undefined) {
    const alike = ranked.filter((other) => other.exemption === undefined && other.industry === subject.industry).length;
    const list = scheme.groups.by === 'all' ? 'all' : alike >= scheme.groups.fewest ? subject.industry : 'other';
    const below = results.filter(({ group, points }) => group === list && points <= result.points).map(({ ranked: band }) => scheme.classes.findIndex(({ key }) => key === band));
    reached = scheme.classes.find((_band, at) => below.includes(at))?.key ?? scheme.classes.at(-1)?.key;
    if (result.ranked !== reached) return 'ranked';
  }
  // Alone it is the last of one, so a scheme of one class decides nothing: what moves the class from the one reached is what moves it here.
  const means = result.steps.map(({ value, points }) => (value === undefined ? points : 0));
  const single = { ...scheme, indicators: scheme.indicators.map((each) => ({ ...each, missing: 'zero' as const })), classes: reached === undefined ? scheme.classes : onlyRoomIn(scheme.classes, reached) };
  const steps = result.steps.map((step, at) => (step.value === undefined ? { ...step, points: 0, how: 'missingZero' as const } : { ...step, points: step.points - (means[at] ?? 0) }));
  const alone: Result = { ...result, steps, points: result.points - means.reduce((sum, each) => sum + each, 0), ...(reached === undefined ? {} : { rank: 1, among: 1 }) };
  return findDisagreement({ scheme: single, subjects: [subject], base }, { benchmarks: {}, results: [alone] });
}

/** The same classes with cut-offs that let one in a list of one stand in that class and no better: only from there on is there room for one. */
function onlyRoomIn<T extends { readonly key: string; readonly upTo: number }>(classes: readonly T[], key: string): readonly T[] {
  const from = classes.findIndex((band) => band.key === key);
  return classes.map((band, at) => ({ ...band, upTo: at < from ? 0 : 100 }));
}

/** Several as one, quantity by quantity and finding by finding. */
function together({ scheme }: JointProblem, id: string, members: readonly Subject[]): Subject {
  const names = new Set(members.flatMap(({ quantities }) => Object.entries(quantities).filter(([, amount]) => amount !== undefined).map(([name]) => name as QuantityName)));
  const quantities: Partial<Record<QuantityName, number>> = {};
  for (const name of names) {
    let sum = 0n;
    for (const member of members) sum += BigInt(member.quantities[name] ?? 0);
    quantities[name] = Number(sum);
  }
  // The main member: nobody has more, and who has as much is behind it by tax, then by id.
  const key = scheme.mainBy ?? 'revenue';
  const beats = (one: Subject, other: Subject) => {
    for (const name of [key, 'tax'] as const) {
      const [mine, theirs] = [one.quantities[name], other.quantities[name]];
      if (mine === theirs) continue;
      if (theirs === undefined) return true;
      return mine !== undefined && mine > theirs;
    }
    return one.id < other.id;
  };
  const main = members.find((member) => members.every((other) => other === member || beats(member, other)));
  const has = (name: 'bonuses' | 'vetoes', of: readonly { readonly key: string }[]) => of.map((each) => each.key).filter((each) => members.some((member) => member[name]?.includes(each)));
  const counts = Object.fromEntries(scheme.deductions.map((each) => [each.key, Number(members.reduce((sum, member) => sum + BigInt(member.counts?.[each.key] ?? 0), 0n))]));
  const isSpared = members.filter(({ exemption }) => exemption === undefined).length === 0;
  return { id, industry: main?.industry ?? '', quantities, bonuses: has('bonuses', scheme.bonuses), vetoes: has('vetoes', scheme.vetoes), counts, ...(isSpared && main?.exemption !== undefined ? { exemption: main.exemption } : {}) };
}
