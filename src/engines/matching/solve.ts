import { bare } from '../similarity/normalise.ts';
import { bigramsOf, cosineOf, weights } from '../similarity/solve.ts';
import { commonScheme, type Bar, type Demand, type Level, type Match, type MatchProblem, type MatchScheme, type Matches, type Supply } from './problem.ts';

/** Every achievement held against a demand: the matches best first, and who was barred by what. */
export function match({ demand, supplies, scheme = commonScheme }: MatchProblem): Matches {
  const barred = supplies.map((supply) => ({ id: supply.id, bars: barsOf(demand, supply, scheme) })).filter(({ bars }) => bars.length > 0);
  const out = new Set(barred.map(({ id }) => id));
  const bags = new Map(supplies.map((supply) => [supply.id, pairsOf(supply)]));
  const own = pairsOf(demand);
  // Rarity is told from all that was asked, those barred too: what a text weighs does not hang on who may be shown.
  const weigh = weights([own, ...bags.values()]);
  const scored = supplies.filter(({ id }) => !out.has(id)).map((supply) => scoreOf(demand, supply, cosineOf(own, bags.get(supply.id) ?? new Map(), weigh), scheme));
  const sorted = scored.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const pushed = new Set(sorted.filter(({ level }) => level >= scheme.pushFrom).slice(0, scheme.most).map(({ id }) => id));
  return { matches: sorted.map((each) => ({ ...each, isPushed: pushed.has(each.id) })), barred };
}

/** Every bar an achievement fails at. */
function barsOf(demand: Demand, { trl, against }: Supply, { trlSlack }: MatchScheme): readonly Bar[] {
  return trl < demand.minTrl - trlSlack ? [...against, 'maturity'] : against;
}

/** The score of one achievement whose text agrees so far. */
export function scoreOf(demand: Demand, supply: Supply, text: number, scheme: MatchScheme = commonScheme): Omit<Match, 'isPushed'> {
  const parts = {
    text: millionths(text),
    field: millionths(fieldOf(demand, supply, scheme)),
    maturity: millionths(Math.max(0, 1 - Math.max(0, demand.minTrl - supply.trl) / scheme.trlSpan)),
    budget: millionths(covers(demand.budget, supply.ask, scheme)),
    due: millionths(covers(demand.dueMonths, supply.estimatedMonths, scheme)),
    geography: scheme.place[supply.place],
    history: millionths((supply.completed + 1) / (supply.contracts + 2)),
  };
  const score = millionths(Object.entries(parts).reduce((sum, [part, value]) => sum + scheme.weights[part as keyof typeof parts] * value, 0));
  return { id: supply.id, parts, score, level: levelOf(score, scheme), isRelated: supply.isRelated };
}

/** How far what one side has reaches what the other needs; half where either is silent. */
function covers(has: number | undefined, needs: number | undefined, { unknown }: MatchScheme): number {
  if (has === undefined || needs === undefined) return unknown;
  return needs <= 0 ? 1 : Math.min(1, has / needs);
}

function fieldOf(demand: Demand, supply: Supply, { industry, sameMarineField }: MatchScheme): number {
  const agreed = agreement(demand.industry, supply.industry);
  // A section letter and four digits; one digit beyond the letter says nothing, the divisions have two.
  const steps: Readonly<Record<number, number>> = { 5: industry[0], 4: industry[1], 3: industry[2], 2: industry[3], 1: industry[3], 0: 0 };
  const same = demand.marineField !== undefined && demand.marineField === supply.marineField ? sameMarineField : 0;
  return Math.min(1, (steps[agreed] ?? 0) + same);
}

/** How many characters two codes share from the left. */
function agreement(one = '', other = ''): number {
  let at = 0;
  while (at < 5 && at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function levelOf(score: number, { levels: [strong, good, weak] }: MatchScheme): Level {
  if (score >= strong) return 4;
  if (score >= good) return 3;
  return score >= weak ? 2 : 1;
}

/** How often each two characters in a row occur in a text, its title counted twice. */
function pairsOf({ title, body }: Pick<Demand, 'title' | 'body'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [text, times] of [[title, 2], [body, 1]] as const) for (const [pair, count] of bigramsOf(bare(text))) counts.set(pair, (counts.get(pair) ?? 0) + times * count);
  return counts;
}

/** Rounded half up; a sum of binary fractions that ends a hair below a half is one. */
function millionths(value: number): number {
  return Math.floor(value * 1e6 + 0.5 + 1e-7) / 1e6;
}
