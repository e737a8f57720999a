/** What is spent and what comes in during a year, in fen. */
export interface CashYear {
  readonly year?: number;
  readonly spent?: number;
  readonly rent?: number;
  readonly sale?: number;
}

/** What is left of each year from the first to the last, a year nobody planned being 0. */
export function flowsOf(rows: readonly CashYear[]): readonly number[] {
  const planned = rows.filter(({ year }) => year !== undefined);
  const years = planned.map(({ year = 0 }) => year);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_each, at) =>
    planned.filter(({ year }) => year === first + at).reduce((sum, { spent = 0, rent = 0, sale = 0 }) => sum + rent + sale - spent, 0));
}

/**
 * 内部收益率: the yearly rate in percent, to the hundredth, at which everything that comes in is worth today what is spent (parks.md §8).
 * Nothing where there is no such rate, or where the flows turn more than once, so that there may be several.
 */
export function rateOfReturn(flows: readonly number[]): number | undefined {
  const signs = flows.filter((flow) => flow !== 0).map(Math.sign);
  const turns = signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length;
  if (turns !== 1 || signs[0] !== -1) return undefined;
  const worth = (rate: number) => flows.reduce((sum, flow, at) => sum + flow / (1 + rate) ** at, 0);
  let [low, high] = [-0.99, 10];
  if (worth(low) < 0 || worth(high) > 0) return undefined;
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (worth(middle) > 0) low = middle;
    else high = middle;
  }
  return Math.round(((low + high) / 2) * 10_000) / 100;
}
