import { twiceMedian } from './exact.ts';
import { commonLimits, type Alert, type Limits, type PastSheet, type ScoredProject, type Severity } from './history.ts';
import { halvesOf } from './sheet.ts';

/** How far one sheet lies from its project's median, in quarter points. */
interface Residual {
  readonly projectNo: string;
  readonly investorGroup: string;
  readonly quarters: number;
}

/** Everything in these projects that a person should look into. */
export function findAlerts(projects: readonly ScoredProject[], limits: Limits = commonLimits): readonly Alert[] {
  const residuals = residualsOf(projects);
  const experts = [...residuals.keys()].toSorted();
  return [
    ...experts.flatMap((expertNo) => favours(expertNo, residuals.get(expertNo) ?? [], limits)),
    ...projects.flatMap((project) => pairsOf(project.sheets.toSorted((a, b) => (a.expertNo < b.expertNo ? -1 : 1))).flatMap(([one, other]) => likenesses(project.projectNo, one, other, limits))),
    ...pairsOf(experts).flatMap(([one, other]) => correlations([one, other], residuals, limits)),
  ];
}

/** How severe each expert is. */
export function severities(projects: readonly ScoredProject[], limits: Limits = commonLimits): readonly Severity[] {
  return [...residualsOf(projects)]
    .map(([expertNo, own]) => ({ expertNo, projects: own.length, ...(own.length >= limits.severityProjects && { mean: meanPoints(own) }) }))
    .toSorted((a, b) => (a.expertNo < b.expertNo ? -1 : 1));
}

/** Who must not be drawn together from now on. */
export function pairsToKeepApart(alerts: readonly Alert[]): readonly (readonly [string, string])[] {
  return alerts.flatMap((alert) => (alert.kind === 'correlated' ? [alert.experts] : []));
}

function residualsOf(projects: readonly ScoredProject[]): ReadonlyMap<string, readonly Residual[]> {
  const residuals = new Map<string, Residual[]>();
  for (const { projectNo, investorGroup, sheets } of projects) {
    const middle = twiceMedian(sheets.map(({ scores }) => halvesOf(scores)));
    for (const { expertNo, scores } of sheets) {
      const own = residuals.get(expertNo) ?? [];
      own.push({ projectNo, investorGroup, quarters: 2 * halvesOf(scores) - middle });
      residuals.set(expertNo, own);
    }
  }
  return residuals;
}

function meanPoints(residuals: readonly Residual[]): number {
  return residuals.reduce((sum, { quarters }) => sum + quarters, 0) / (4 * residuals.length);
}

function favours(expertNo: string, residuals: readonly Residual[], limits: Limits): readonly Alert[] {
  return [...new Set(residuals.map(({ investorGroup }) => investorGroup))].toSorted().flatMap((investorGroup) => {
    const toward = residuals.filter((each) => each.investorGroup === investorGroup);
    const sum = toward.reduce((all, { quarters }) => all + quarters, 0);
    if (investorGroup === '' || toward.length < limits.favourProjects || sum <= limits.favourAbove * 4 * toward.length) return [];
    return [{ kind: 'favour', experts: [expertNo], projects: toward.map(({ projectNo }) => projectNo), investorGroup, mean: meanPoints(toward) }];
  });
}

function likenesses(projectNo: string, one: PastSheet, other: PastSheet, limits: Limits): readonly Alert[] {
  const about = { experts: [one.expertNo, other.expertNo], projects: [projectNo] } as const;
  const alerts: Alert[] = [];
  const keys = Object.keys(one.scores);
  if (keys.length === Object.keys(other.scores).length && keys.every((key) => one.scores[key] === other.scores[key])) alerts.push({ kind: 'sameScores', ...about });
  const [shared, all] = sharedPairs(one.comments, other.comments, limits.commentCharacters);
  if (all > 0 && 200 * shared >= limits.commentsFromPercent * all) alerts.push({ kind: 'sameComments', ...about, percent: Math.floor((200 * shared) / all) });
  if (one.device !== '' && one.device === other.device) alerts.push({ kind: 'sameDevice', ...about });
  const apart = Math.abs(one.lockedAt - other.lockedAt);
  if (apart <= limits.withinSeconds * 1000) alerts.push({ kind: 'sameMinute', ...about, seconds: Math.ceil(apart / 1000) });
  return alerts;
}

/** Pairs of neighbouring characters that two texts share, and all they have (Dice's measure is twice the one by the other). */
function sharedPairs(one: string, other: string, least: number): readonly [shared: number, all: number] {
  const [a, b] = [one, other].map((words) => [...words.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')]) as [string[], string[]];
  if (a.length < Math.max(least, 2) || b.length < Math.max(least, 2)) return [0, 0];
  const counts = new Map<string, number>();
  for (let at = 1; at < a.length; at += 1) counts.set(`${a[at - 1]}${a[at]}`, (counts.get(`${a[at - 1]}${a[at]}`) ?? 0) + 1);
  let shared = 0;
  for (let at = 1; at < b.length; at += 1) {
    const pair = `${b[at - 1]}${b[at]}`;
    const left = counts.get(pair) ?? 0;
    if (left > 0) shared += 1;
    counts.set(pair, left - 1);
  }
  return [shared, a.length + b.length - 2];
}

/** Pearson's r of two experts' residuals over the projects both scored; compared without rounding. */
function correlations(experts: readonly [string, string], residuals: ReadonlyMap<string, readonly Residual[]>, limits: Limits): readonly Alert[] {
  const theirs = new Map((residuals.get(experts[1]) ?? []).map((each) => [each.projectNo, each.quarters]));
  const common = (residuals.get(experts[0]) ?? []).filter(({ projectNo }) => theirs.has(projectNo));
  if (common.length < limits.correlatedProjects) return [];
  const pairs = common.map(({ projectNo, quarters }) => [BigInt(quarters), BigInt(theirs.get(projectNo) ?? 0)] as const);
  const sum = (of: (pair: readonly [bigint, bigint]) => bigint) => pairs.reduce((all, pair) => all + of(pair), 0n);
  const n = BigInt(pairs.length);
  const [a, b] = [sum(([x]) => x), sum(([, y]) => y)];
  const together = n * sum(([x, y]) => x * y) - a * b;
  const apart = (n * sum(([x]) => x * x) - a * a) * (n * sum(([, y]) => y * y) - b * b);
  // Who always stands at the same distance tells nothing: r is not defined.
  const limit = BigInt(limits.correlatedAbovePercent);
  if (together <= 0n || apart === 0n || 10_000n * together * together <= limit * limit * apart) return [];
  return [{ kind: 'correlated', experts, projects: common.map(({ projectNo }) => projectNo), r: Number(together) / Math.sqrt(Number(apart)) }];
}

function pairsOf<Each>(all: readonly Each[]): readonly (readonly [Each, Each])[] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
}
