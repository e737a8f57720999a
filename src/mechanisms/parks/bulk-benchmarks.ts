import { shiftsOf } from '#engines/evaluation/benchmarks.ts';
import type { Scheme } from '#engines/evaluation/problem.ts';
import { quantities } from '#engines/evaluation/quantities.ts';
import type { Matter } from '#kernel/matter.ts';
import type { BulkTools, FrozenRow } from '../bulk.ts';
import { quantitiesFrom, rowOf, schemeIn, sources, subjectOf, taxChange } from './serving.ts';

const everything = 10_000_000;
const tried = ['computing', 'reviewed', 'publicity', 'objected', 'approved', 'published', 'archived'];

/** 基准核对: how far the corrections of a year have moved the sums that the benchmarks of the next one were made of; it says whether they have to be made anew (parks.md §2.2). */
export async function noteBase(tools: BulkTools, cycle: Matter, sheet: Matter, asOf: string): Promise<number> {
  const year = Number(cycle.facts['year']);
  const [next] = await tools.find({ mechanism: 'evaluationCycle', where: { all: [{ fact: 'year', in: [year + 1] }, { fact: 'scope', in: [String(cycle.facts['scope'])] }, { stage: tried }] } });
  if (next?.facts['trialRun'] === undefined) return 0;
  const base = await tools.inputs(String(year), '', everything, String(next.facts['trialRun']));
  const [most] = shiftsOf(schemeIn(next), base.map(subjectOf), (await correctedBase(tools, cycle, base, asOf, schemeIn(next))).map(subjectOf));
  if (!most) return 0;
  const { indicator, industry, quantity, before, after } = most;
  const shown = (amount: number) => amount / quantities[quantity].size;
  const percent = Math.round(most.percent * 10_000) / 10_000;
  const row = { enterprise: sheet.facts['name'], noticeNo: sheet.facts['noticeNo'], indicator, quantity, before: shown(before), after: shown(after), percent, ...(industry === '' ? {} : { industry }) };
  await tools.act('evaluationCycle', 'noteBase', { ...row, benchmarkDue: most.percent > (await tools.setting('evaluationCycle', 'benchmarkShift')) }, next.id);
  return 1;
}

/** Last year's set as it was frozen, with whatever a numbered notice has corrected since. */
export async function correctedBase(tools: BulkTools, cycle: Matter | undefined, base: readonly FrozenRow[], asOf: string, scheme: Scheme): Promise<readonly FrozenRow[]> {
  if (!cycle) return base;
  const corrected = await tools.find({ mechanism: 'evaluationSheet', where: { all: [{ fact: 'cycle', in: [cycle.id] }, { fact: 'noticeNo', present: true }] } });
  const codes = corrected.map(({ facts }) => String(facts['creditCode']));
  const change = taxChange(scheme);
  const readings = Map.groupBy(await tools.readings([...Object.values(sources).flat(), ...change.plus, ...change.minus], String(cycle.facts['year']), codes, asOf), ({ subject }) => subject);
  return base.map((row) => {
    const own = readings.get(row.subject);
    return own ? rowOf({ ...subjectOf(row), quantities: quantitiesFrom(new Map(own.map(({ indicator, value }) => [indicator, value])), change) }) : row;
  });
}
