import type { Highs, ModelData } from 'highs';
import type { PanelProblem } from './problem.ts';

/**
 * The problem written down anew for HiGHS, whose method is another than ours: a column for each expert, specialty and project; a row for each quota, load and rule.
 * Without rules that no flow can hold the corners of the linear program are whole; with them columns are asked to be.
 */
export function programOf(highs: Highs, { projects, experts, apart = [] }: PanelProblem): ModelData {
  const [lower, upper]: [number[], number[]] = [[], []];
  const row = (least: number, most: number) => {
    lower.push(least);
    upper.push(most);
    return lower.length - 1;
  };
  const atMost = (most: number) => row(-highs.infinity, Math.max(0, most));
  const once = <Key>(make: (key: Key) => number) => {
    const known = new Map<Key, number>();
    return (key: Key) => {
      const index = known.get(key) ?? make(key);
      known.set(key, index);
      return index;
    };
  };
  const all = new Map(experts.map(({ expertNo, cap, load }) => [expertNo, atMost(cap - load)]));
  const inPeriod = new Map(experts.map(({ expertNo, capPerPeriod = 0, loads = {} }) => [expertNo, once((period: string) => atMost(capPerPeriod - (loads[period] ?? 0)))]));
  const [costs, starts, indices]: [number[], number[], number[]] = [[], [0], []];
  for (const { quotas, recused = [], fits = {}, period = '', outsideAtLeast = 0 } of projects) {
    const quotaRows = quotas.map(({ seats }) => row(seats, seats));
    const outside = outsideAtLeast > 0 ? row(outsideAtLeast, highs.infinity) : undefined;
    const ofEmployer = once((_employer: string) => atMost(1));
    const ofPair = once((_pair: readonly [string, string]) => atMost(1));
    for (const { expertNo, specialties, capPerPeriod, employer, isOutside } of experts) {
      if (recused.includes(expertNo)) continue;
      const open = quotas.flatMap(({ specialty }, at) => (Object.hasOwn(specialties, specialty) ? [at] : []));
      const rules = [
        ...(open.length > 1 ? [atMost(1)] : []), ...(capPerPeriod === undefined ? [] : [inPeriod.get(expertNo)?.(period) ?? 0]), ...(isOutside && outside !== undefined ? [outside] : []),
        ...(employer === '' ? [] : [ofEmployer(employer)]), ...apart.filter((pair) => pair.includes(expertNo)).map(ofPair),
      ];
      for (const at of open) {
        costs.push((specialties[quotas[at]?.specialty ?? ''] ?? 0) + (fits[expertNo] ?? 0));
        indices.push(...[all.get(expertNo) ?? 0, quotaRows[at] ?? 0, ...rules].toSorted((a, b) => a - b));
        starts.push(indices.length);
      }
    }
  }
  const [numCols, numRows] = [costs.length, lower.length];
  const isWhole = apart.length === 0 && projects.every(({ outsideAtLeast = 0 }) => outsideAtLeast === 0) && experts.every(({ employer }) => employer === '');
  const { constants } = highs;
  return {
    numCols, numRows, sense: constants.objectiveSense.maximize, colCost: costs, colLower: new Float64Array(numCols), colUpper: new Float64Array(numCols).fill(1), rowLower: lower, rowUpper: upper,
    matrix: { format: 'csc', numRows, numCols, starts, indices, values: new Float64Array(indices.length).fill(1) },
    ...(!isWhole && { integrality: Array.from({ length: numCols }, () => constants.variableType.integer) }),
  };
}
