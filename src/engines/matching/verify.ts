import { commonScheme, type Match, type MatchProblem, type Matches, type Supply } from './problem.ts';

const parts = ['text', 'field', 'maturity', 'budget', 'due', 'geography', 'history'] as const;

/** What is wrong with an answer, by working every pair out anew over the whole vocabulary; nothing when it holds. */
export function findDisagreement({ demand, supplies, scheme = commonScheme }: MatchProblem, { matches, barred }: Matches): string | undefined {
  if (matches.length + barred.length !== supplies.length) return 'count';
  const bags = [demand, ...supplies].map(({ title, body }) => [...words(title), ...words(title), ...words(body)]);
  const vocabulary = [...new Set(bags.flat())];
  const rarity = vocabulary.map((word) => Math.log((bags.length + 1) / (bags.filter((bag) => bag.includes(word)).length + 1)) + 1);
  const vectors = bags.map((bag) => vocabulary.map((word, at) => bag.filter((each) => each === word).length * (rarity[at] ?? 0)));
  for (const [at, supply] of supplies.entries()) {
    const bars = new Set<string>(supply.against);
    if (supply.trl + scheme.trlSlack < demand.minTrl) bars.add('maturity');
    const told = matches.find(({ id }) => id === supply.id);
    if (bars.size > 0) {
      const reasons = barred.find(({ id }) => id === supply.id)?.bars ?? [];
      if (told || reasons.length !== bars.size || reasons.some((bar) => !bars.has(bar))) return `${supply.id} barred`;
      continue;
    }
    if (!told) return `${supply.id} absent`;
    const wrong = wrongPart(demand, supply, told, cosine(vectors[0] ?? [], vectors[at + 1] ?? []), scheme);
    if (wrong !== undefined) return `${supply.id} ${wrong}`;
  }
  for (const [at, { id, score }] of matches.entries()) if ((matches[at - 1]?.score ?? 1) < score) return `${id} order`;
  const able = matches.filter(({ level }) => level >= scheme.pushFrom).length;
  const pushed = matches.filter(({ isPushed }) => isPushed);
  if (pushed.length !== Math.min(able, scheme.most) || matches.findLastIndex(({ isPushed }) => isPushed) >= pushed.length) return 'pushed';
  return undefined;
}

function wrongPart(demand: MatchProblem['demand'], supply: Supply, told: Match, text: number, scheme: NonNullable<MatchProblem['scheme']>): string | undefined {
  const [four, three, two, letter] = scheme.industry;
  const code = [demand.industry ?? '', supply.industry ?? ''] as const;
  const same = (length: number) => code[0].length >= length && code[0].slice(0, length) === code[1].slice(0, length);
  const field = (same(5) ? four : same(4) ? three : same(3) ? two : same(1) ? letter : 0) + (demand.marineField && demand.marineField === supply.marineField ? scheme.sameMarineField : 0);
  const ratio = (has?: number, needs?: number) => (has === undefined || needs === undefined ? scheme.unknown : needs === 0 || has > needs ? 1 : has / needs);
  const short = Math.max(demand.minTrl - supply.trl, 0);
  const expected = {
    text, field: field > 1 ? 1 : field, maturity: short > scheme.trlSpan ? 0 : (scheme.trlSpan - short) / scheme.trlSpan, budget: ratio(demand.budget, supply.ask), due: ratio(demand.dueMonths, supply.estimatedMonths),
    geography: scheme.place[supply.place], history: (1 + supply.completed) / (2 + supply.contracts),
  };
  const off = parts.find((part) => Math.abs(told.parts[part] - expected[part]) > 1e-6);
  if (off) return off;
  const sum = parts.reduce((all, part) => all + told.parts[part] * scheme.weights[part], 0);
  if (Math.abs(sum - told.score) > 1e-6) return 'score';
  const level = 1 + scheme.levels.filter((bound) => told.score >= bound).length;
  return level !== told.level || told.isRelated !== supply.isRelated ? 'level' : undefined;
}

function cosine(one: readonly number[], other: readonly number[]): number {
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, each, at) => sum + each * (b[at] ?? 0), 0);
  const lengths = Math.sqrt(dot(one, one) * dot(other, other));
  return lengths === 0 ? 0 : Math.min(1, dot(one, other) / lengths);
}

function words(text: string): readonly string[] {
  const kept = [...text.normalize('NFKC').toLowerCase()].filter((char) => /[a-z0-9]|\p{Script=Han}/u.test(char));
  return kept.length === 1 ? kept : kept.slice(1).map((char, at) => `${kept[at]}${char}`);
}
