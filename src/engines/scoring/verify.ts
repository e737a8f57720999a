import type { Alert, Limits, ScoredProject } from './history.ts';
import type { Conclusion, Review } from './problem.ts';

/** What is wrong with a conclusion, worked out anew from the definitions; nothing when it holds. Shares no line with solve.ts. */
export function findFault(review: Review, told: Conclusion): string | undefined {
  const { scheme } = review;
  const sheets = review.sheets.filter((sheet) => sheet.conflict === undefined);
  const totals = new Map(sheets.map((sheet) => [sheet.expertNo, scheme.criteria.map(({ key }) => sheet.scores[key] ?? Number.NaN).reduce((a, b) => a + b)]));
  const points = [...totals.values()];
  let [sum, count] = [points.reduce((a, b) => a + b), points.length];
  const dropped = told.standings.filter((each) => each.isDropped);
  if (count >= scheme.dropFrom) {
    if (dropped.length !== 2 || dropped[0]?.total !== Math.min(...points) || dropped[1]?.total !== Math.max(...points)) return 'the highest and the lowest are not those dropped';
    [sum, count] = [sum - Math.max(...points) - Math.min(...points), count - 2];
  } else if (dropped.length > 0) return 'too few sheets to drop any';
  // To the nearest hundredth: at most half of one away, upwards when just half.
  if (!isNearest(told.experts * count, sum * 100, count)) return `the experts’ part is ${(sum / count).toFixed(4)}`;
  const shares = scheme.benchmarks.map(({ key, weight, better }) => {
    const { committed = Number.NaN, standard = Number.NaN } = review.measures[key] ?? {};
    return weight * Math.min(1, better === 'more' ? committed / standard : committed === 0 ? 1 : standard / committed);
  });
  const computed = shares.reduce((a, b) => a + b);
  if (Math.abs(told.computed - computed * 100) > 0.5 + 1e-7) return `the computed part is ${computed.toFixed(4)}`;
  if (!isNearest(told.final * 100, told.experts * scheme.expertsPercent + told.computed * (100 - scheme.expertsPercent), 100)) return 'the parts do not add up to the final points';
  const median = middleOf(points);
  const distances = points.map((each) => Math.abs(each - median));
  const mad = middleOf(distances) === 0 ? 0.5 : middleOf(distances);
  if (told.standings.length !== points.length || told.median !== median || told.mad !== mad) return 'the median or the distance from it differs';
  for (const { expertNo, total, z, isFar } of told.standings) {
    const own = (0.6745 * (total - median)) / mad;
    if (totals.get(expertNo) !== total || Math.abs(own - z) > 0.005 + 1e-9) return `the standing of ${expertNo} differs`;
    const limit = scheme.zAboveHundredths / 100;
    if (Math.abs(Math.abs(own) - limit) > 1e-9 && isFar !== Math.abs(own) > limit) return `${expertNo} is wrongly ${isFar ? '' : 'not '}said to be far`;
  }
  const range = Math.max(...points) - Math.min(...points);
  if (told.range !== range || told.mustBeMinuted !== (range > scheme.rangeAbove || told.standings.some((each) => each.isFar))) return 'whether to minute the deliberation differs';
  const agreeing = sheets.filter((sheet) => sheet.agrees).length;
  const enough = agreeing / sheets.length >= scheme.votes[0] / scheme.votes[1];
  const band = told.final / 100 >= scheme.passFrom ? (enough ? 'pass' : 'conditional') : told.final / 100 >= scheme.conditionalFrom ? 'conditional' : 'refused';
  return told.agreeing === agreeing && told.outcome === (review.veto ? 'refused' : band) ? undefined : 'the outcome differs';
}

/** Which alerts are missing or too many, worked out anew with plain averages; nothing when they hold. */
export function findAlertFault(projects: readonly ScoredProject[], limits: Limits, told: readonly Alert[]): string | undefined {
  const experts = [...new Set(projects.flatMap(({ sheets }) => sheets.map((sheet) => sheet.expertNo)))];
  const total = (scores: Readonly<Record<string, number>>) => Object.values(scores).reduce((a, b) => a + b, 0);
  const away = (project: ScoredProject, expertNo: string) => {
    const own = project.sheets.find((sheet) => sheet.expertNo === expertNo);
    return own ? total(own.scores) - middleOf(project.sheets.map((sheet) => total(sheet.scores))) : undefined;
  };
  const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
  const expected: string[] = [];
  for (const group of new Set(projects.map((each) => each.investorGroup))) {
    for (const expert of experts) {
      const distances = projects.filter((each) => each.investorGroup === group).flatMap((each) => away(each, expert) ?? []);
      if (group !== '' && distances.length >= limits.favourProjects && mean(distances) > limits.favourAbove) expected.push(`favour ${expert} ${group}`);
    }
  }
  for (const [index, one] of experts.entries()) {
    for (const other of experts.slice(index + 1)) {
      const pair = [one, other].sort().join(' ');
      const common = projects.flatMap((project) => {
        const [a, b] = [away(project, one), away(project, other)];
        return a === undefined || b === undefined ? [] : [[a, b] as const];
      });
      const [ma, mb] = [mean(common.map(([a]) => a)), mean(common.map(([, b]) => b))];
      const r = mean(common.map(([a, b]) => (a - ma) * (b - mb))) / Math.sqrt(mean(common.map(([a]) => (a - ma) ** 2)) * mean(common.map(([, b]) => (b - mb) ** 2)));
      if (common.length >= limits.correlatedProjects && r > limits.correlatedAbovePercent / 100 + 1e-12) expected.push(`correlated ${pair}`);
      for (const { projectNo, sheets } of projects) {
        const [a, b] = [sheets.find((sheet) => sheet.expertNo === one), sheets.find((sheet) => sheet.expertNo === other)];
        if (!a || !b) continue;
        if (Object.keys({ ...a.scores, ...b.scores }).every((key) => a.scores[key] === b.scores[key])) expected.push(`sameScores ${pair} ${projectNo}`);
        if (a.device !== '' && a.device === b.device) expected.push(`sameDevice ${pair} ${projectNo}`);
        if (Math.abs(a.lockedAt - b.lockedAt) / 1000 <= limits.withinSeconds) expected.push(`sameMinute ${pair} ${projectNo}`);
        if (alike(a.comments, b.comments, limits.commentCharacters) >= limits.commentsFromPercent / 100 - 1e-12) expected.push(`sameComments ${pair} ${projectNo}`);
      }
    }
  }
  const given = told.map((alert) => [alert.kind, ...[...alert.experts].sort(), ...(alert.kind === 'favour' ? [alert.investorGroup] : alert.kind === 'correlated' ? [] : alert.projects)].join(' '));
  const missing = expected.find((each) => !given.includes(each));
  const extra = given.find((each) => !expected.includes(each));
  return missing !== undefined ? `missing: ${missing}` : extra !== undefined ? `too many: ${extra}` : given.length === expected.length ? undefined : 'one alert twice';
}

/** Taking the least and the greatest away until one or two are left. */
function middleOf(numbers: readonly number[]): number {
  const rest = [...numbers];
  while (rest.length > 2) {
    rest.splice(rest.indexOf(Math.max(...rest)), 1);
    rest.splice(rest.indexOf(Math.min(...rest)), 1);
  }
  return rest.reduce((a, b) => a + b, 0) / rest.length;
}

/** Whether whole times unit is the multiple of the unit nearest to exact, the upper one of two as near. */
function isNearest(told: number, exact: number, unit: number): boolean {
  return exact - told < unit / 2 && told - exact <= unit / 2;
}

/** Pairs of neighbouring characters in common, each used once, out of all. */
function alike(one: string, other: string, least: number): number {
  const clean = (words: string) => Array.from(words.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  const [a, b] = [clean(one), clean(other)];
  if (a.length < least || b.length < least) return 0;
  const pairs = (characters: readonly string[]) => characters.slice(1).map((each, index) => `${characters[index]}${each}`);
  const rest = pairs(b);
  const all = pairs(a).length + rest.length;
  let shared = 0;
  for (const each of pairs(a)) {
    const at = rest.indexOf(each);
    if (at >= 0) {
      rest.splice(at, 1);
      shared += 1;
    }
  }
  return (2 * shared) / all;
}
