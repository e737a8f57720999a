import { benchmarkFor } from '#engines/evaluation/benchmarks.ts';
import { moved } from '#engines/evaluation/classes.ts';
import type { KeptResult, Result, Scheme } from '#engines/evaluation/problem.ts';
import { stepOf } from '#engines/evaluation/solve.ts';
import type { Matter } from '#kernel/matter.ts';
import type { BulkTools, FrozenRow } from '../../bulk.ts';
import { measured } from '../data-owners.ts';
import { factsBeside, factsOfResult, rowOf, schemeIn, sheetKey, standingIn, subjectOf, valuedIn } from '../serving.ts';
import { beside, byMember, groupsOf, type GroupResult } from './bulk-joint.ts';

export const sheetsAtOnce = 200;

/** What an enterprise came to, for its sheet: the result with its working, and what the result was worked out from. */
export interface Told {
  readonly code: string;
  readonly sheet: Matter;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly basis: Readonly<Record<string, unknown>>;
}

/** A page of the results of the trial run of a cycle, enterprise by enterprise: the members of a group that counts in its place, with both ways on their sheets. */
export async function workedOut(tools: BulkTools, cycle: Matter, after: string): Promise<{ readonly codes: readonly string[]; readonly told: readonly Told[]; readonly groups: readonly GroupResult[] }> {
  const [scheme, standing, run, period] = [schemeIn(cycle), standingIn(cycle), String(cycle.facts['trialRun']), String(cycle.facts['year'])];
  const results = await tools.results(after, sheetsAtOnce, run);
  const codes = results.map(({ subject }) => subject);
  const inputs = new Map((await tools.inputs(period, after, sheetsAtOnce, run)).map((row) => [row.subject, row]));
  const groups = groupsOf(scheme, await tools.members(run));
  const within = byMember(groups);
  const counted: GroupResult[] = [];
  const own = results.flatMap((row): readonly Omit<Told, 'sheet'>[] => {
    const input = inputs.get(row.subject);
    if (!input) return [];
    const result = resultOf(scheme, standing.benchmarks, row, input);
    const [whole, group] = [groups.get(row.subject), within.get(row.subject)];
    const facts = factsOfResult(scheme, result);
    if (whole) {
      counted.push({ group: whole, result });
      return whole.own.map((member) => ({ code: member.id, facts: { ...facts, ...factsBeside(scheme, beside(scheme, standing, member)), joint: whole.id, way: 'joint' }, basis: basisIn(scheme, rowOf(member)) }));
    }
    return [{ code: row.subject, facts: group ? { ...facts, ...factsBeside(scheme, beside(scheme, standing, group.whole)), joint: group.id, way: 'own' } : facts, basis: basisIn(scheme, input) }];
  });
  const sheets = await sheetsOf(tools, cycle, own.map(({ code }) => code));
  // A group that is only shown stands in no row.
  const shown = [...groups.values()].filter(({ counts }) => !counts && after === '').map((group) => ({ group, result: beside(scheme, standing, group.whole) }));
  return {
    codes, groups: [...counted, ...shown],
    told: own.flatMap((each) => {
      const sheet = sheets.get(sheetKey(cycle.id, each.code));
      return sheet ? [{ ...each, sheet }] : [];
    }),
  };
}

export function sheetsOf(tools: BulkTools, cycle: Matter, codes: readonly string[]): Promise<ReadonlyMap<string, Matter>> {
  return tools.held('evaluationSheet', 'key', codes.map((code) => sheetKey(cycle.id, code)));
}

/** Tax in fen and land in ㎡ as they were frozen, and the indicators it has a value of. */
function basisIn(scheme: Scheme, row: FrozenRow): Readonly<Record<string, unknown>> {
  const { tax, land } = row;
  return { valued: valuedIn(scheme, subjectOf(row).quantities), ...(tax === null ? {} : { tax }), ...(land === null ? {} : { land: land / measured.registeredLand.size }) };
}

/** A kept row with what only words need: how each step came about, and what moved the class. */
function resultOf(scheme: Scheme, benchmarks: Parameters<typeof benchmarkFor>[0], row: KeptResult, input: FrozenRow): Result {
  const subject = subjectOf(input);
  const steps = scheme.indicators.map((indicator, at) => ({ ...stepOf(scheme, indicator, subject, benchmarkFor(benchmarks, indicator.key, subject.industry)), points: row.stepPoints[at] ?? 0 }));
  const { bonus, deduction, points, list, rank, among, ranked } = row;
  const isExempt = rank === null;
  return {
    id: row.subject, steps, bonus, deduction, points, isExempt, class: row.class, moves: moved(scheme, ranked ?? undefined, subject, steps),
    ...(list === null ? {} : { group: list }), ...(rank === null ? {} : { rank }), ...(among === null ? {} : { among }), ...(ranked === null ? {} : { ranked }),
  };
}
