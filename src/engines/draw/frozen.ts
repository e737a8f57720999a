import { byBytes, digest, joined } from './bytes.ts';
import { commonRules, type DrawProblem, type InputFault, type NoDraw, type Recusal, type Secrets } from './problem.ts';

/** A secret that can be guessed from its commitment commits to nothing. */
export const shortestSecret = 16;

/** What is wrong with what was given; nothing when a draw can be tried. */
export function findInputFault(problem: DrawProblem): NoDraw | undefined {
  const texts = [problem.projectNo, ...problem.quotas.flatMap(({ specialty, neighbours = [] }) => [specialty, ...neighbours]), ...problem.candidates.flatMap(({ expertNo, specialties }) => [expertNo, ...specialties]), ...problem.recusals.flatMap(({ expertNo, grounds }) => [expertNo, ...grounds])];
  const empty = texts.some((text) => text === '') || problem.quotas.length === 0;
  const unclean = [...texts, problem.redrawReason ?? '', ...problem.candidates.map(({ employer }) => employer)].find((text) => !isClean(text));
  const rules = problem.rules ?? commonRules;
  const uncounted = [...problem.quotas.map(({ specialty, seats }) => [specialty, seats >= 1 ? seats : -1] as const), ...problem.candidates.flatMap(({ expertNo, monthlyCount, yearlyCount }) => [[expertNo, monthlyCount] as const, [expertNo, yearlyCount] as const]), ...Object.entries(rules)].find(([, count]) => !Number.isSafeInteger(count) || count < 0);
  const twice = findTwice(problem.candidates.map(({ expertNo }) => expertNo)) ?? findTwice(problem.quotas.map(({ specialty }) => specialty));
  if (unclean !== undefined) return fault('text', unclean);
  if (empty) return fault('empty', '');
  if (twice !== undefined) return fault('twice', twice);
  if (uncounted !== undefined) return fault('count', uncounted[0]);
  if (!Number.isSafeInteger(problem.drawNo) || problem.drawNo < 1) return fault('drawNo', String(problem.drawNo));
  if (problem.drawNo > 1 && (problem.redrawReason ?? '').trim() === '') return fault('redrawReason', String(problem.drawNo));
  return undefined;
}

/** What is wrong with the secrets. */
export function findSecretFault(secrets: Secrets): NoDraw | undefined {
  if (!secrets.every(isClean)) return fault('text', '');
  if (secrets.some((secret) => [...secret].length < shortestSecret)) return fault('shortSecret', String(shortestSecret));
  // Who copies the other's commitment would know the seed as soon as the other reveals.
  if (secrets[0] === secrets[1]) return fault('sameSecret', '');
  return undefined;
}

/** The frozen list: everything the draw depends on but the secrets, whatever order it was given in. README.md holds the format. */
export function freeze(problem: DrawProblem): { readonly frozen: string; readonly poolHash: string } {
  const rules = problem.rules ?? commonRules;
  const recused = mergedRecusals(problem.recusals);
  const isRecused = new Set(recused.map(({ expertNo }) => expertNo));
  const lines: (readonly (string | number)[])[] = [
    ['zhanqiao-draw', 1],
    ['draw', problem.drawNo, problem.redrawReason ?? ''],
    ['rules', rules.poolTimes, rules.perMonth, rules.perYear, rules.outsidePercent, rules.lastPanelPercent],
    ...problem.quotas.map(({ specialty, seats, neighbours = [] }) => ['seats', specialty, seats, ...neighbours]),
    ...recused.map(({ expertNo, grounds }) => ['recused', expertNo, ...grounds]),
    ...problem.candidates
      .filter(({ expertNo }) => !isRecused.has(expertNo))
      .toSorted((a, b) => byBytes(a.expertNo, b.expertNo))
      .map((each) => ['expert', each.expertNo, each.employer, each.isOutside ? 'outside' : 'inside', each.monthlyCount, each.yearlyCount, each.isFromLastPanel ? 'last' : 'new', ...[...new Set(each.specialties)].toSorted(byBytes)]),
  ];
  const frozen = lines.map((line) => `${line.join('\t')}\n`).join('');
  return { frozen, poolHash: digest(frozen) };
}

/** What a party publishes before the draw. */
export function commit(secret: string): string {
  return digest(secret);
}

export function seedOf(secrets: Secrets, poolHash: string, projectNo: string): string {
  return digest(joined(...secrets, poolHash, projectNo));
}

/** One line an expert, grounds together. */
export function mergedRecusals(recusals: readonly Recusal[]): readonly Recusal[] {
  const grounds = new Map<string, Set<string>>();
  for (const each of recusals) grounds.set(each.expertNo, new Set([...(grounds.get(each.expertNo) ?? []), ...each.grounds]));
  return [...grounds].map(([expertNo, all]) => ({ expertNo, grounds: [...all].toSorted(byBytes) })).toSorted((a, b) => byBytes(a.expertNo, b.expertNo));
}

/** No tab, line feed or other control character, which part the fields, and no half of a character, which has no UTF-8. */
function isClean(text: string): boolean {
  return text.isWellFormed() && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text);
}

function findTwice(names: readonly string[]): string | undefined {
  const met = new Set<string>();
  return names.find((name) => met.has(name) || !met.add(name));
}

function fault(kind: InputFault, at: string): NoDraw {
  return { no: 'input', fault: kind, at };
}
