import type { NoEvaluation, Problem, Scheme, Subject } from './problem.ts';

/** What is wrong with a problem, the first thing met; nothing where it can be worked. */
export function findFault({ scheme, subjects, base }: Problem): NoEvaluation | undefined {
  return findSchemeFault(scheme) ?? findSubjectsFault(scheme, subjects) ?? findUnwhole(base.map(({ quantities }) => ({ id: 'base', quantities })));
}

/** What is wrong with a scheme in itself. */
export function findSchemeFault(scheme: Scheme): NoEvaluation | undefined {
  const { indicators, classes, guards, vetoes, bonuses, deductions, exemptions } = scheme;
  for (const keys of [indicators, classes, vetoes, bonuses, deductions, exemptions, scheme.taxItems ?? []].map((each) => each.map(({ key }) => key))) {
    const twice = keys.find((key, index) => keys.indexOf(key) < index);
    if (twice !== undefined) return { no: 'twice', at: twice };
  }
  const bad = [
    ['decimals', Number.isInteger(scheme.decimals) && scheme.decimals >= 0 && scheme.decimals <= 6], ['cap', scheme.cap >= 1 && scheme.cap <= 100], ['bonusLimit', scheme.bonusLimit >= 0],
    ...indicators.flatMap(({ key, weight, per, benchmark }) => [[key, weight > 0 && weight <= 100 && Number.isInteger(per) && per > 0 && (!('fixed' in benchmark) || benchmark.fixed > 0)] as const]),
    ...guards.map(({ indicator, times }) => [indicator, times > 0 && times < 1000] as const),
    ...[...bonuses.map(({ key, points }) => [key, points] as const), ...deductions.flatMap(({ key, first, further }) => [[key, first], [key, further]] as const)].map(([key, points]) => [key, points >= 0 && points <= 100] as const),
    ['fewest', scheme.groups.by === 'all' || (Number.isInteger(scheme.groups.fewest) && scheme.groups.fewest > 0)],
  ] as const;
  const number = bad.find(([, holds]) => !holds);
  if (number) return { no: 'number', at: number[0] };
  const total = indicators.reduce((sum, { weight }) => sum + weight, 0);
  if (Math.abs(total - 100) > 1e-9) return { no: 'weights', at: String(Number(total.toFixed(4))) };
  const ends = classes.map(({ upTo }) => upTo);
  const rising = ends.every((upTo, at) => upTo > (ends[at - 1] ?? 0) && Math.abs(upTo * 100 - Math.round(upTo * 100)) < 1e-9);
  if (classes.length < 2 || !rising || ends.at(-1) !== 100) return { no: 'classes', at: ends.join('/') };
  const known = new Set(classes.map(({ key }) => key));
  const named = [scheme.exemptAs, ...vetoes.map(({ best }) => best), ...guards.flatMap(({ best, worst }) => [best, worst])];
  const stray = named.find((key) => key !== undefined && !known.has(key));
  if (stray !== undefined) return { no: 'class', at: stray };
  const unmeasured = guards.find(({ indicator }) => !indicators.some(({ key }) => key === indicator));
  return unmeasured && { no: 'indicator', at: unmeasured.indicator };
}

/** What is wrong with the enterprises of a problem. */
export function findSubjectsFault(scheme: Scheme, subjects: readonly Subject[]): NoEvaluation | undefined {
  const [bonuses, counts, vetoes, exemptions] = [scheme.bonuses, scheme.deductions, scheme.vetoes, scheme.exemptions].map((each) => new Set(each.map(({ key }) => key)));
  const seen = new Set<string>();
  for (const { id, bonuses: own = [], counts: counted = {}, vetoes: vetoed = [], exemption } of subjects) {
    if (seen.has(id)) return { no: 'twice', at: id };
    seen.add(id);
    const stray = own.find((key) => !bonuses?.has(key)) ?? Object.keys(counted).find((key) => !counts?.has(key)) ?? vetoed.find((key) => !vetoes?.has(key)) ?? [exemption].find((key) => key !== undefined && !exemptions?.has(key));
    if (stray !== undefined) return { no: 'unknown', at: stray };
    if (Object.values(counted).some((count) => !Number.isInteger(count) || count < 0)) return { no: 'whole', at: id };
  }
  return findUnwhole(subjects);
}

function findUnwhole(all: readonly { readonly id: string; readonly quantities: Subject['quantities'] }[]): NoEvaluation | undefined {
  const bad = all.find(({ quantities }) => Object.values(quantities).some((amount) => amount !== undefined && !Number.isSafeInteger(amount)));
  return bad && { no: 'whole', at: bad.id };
}
