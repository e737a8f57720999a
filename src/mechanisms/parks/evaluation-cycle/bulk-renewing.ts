import type { Subject } from '#engines/evaluation/problem.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Bulk, BulkTools, FrozenRow } from '../../bulk.ts';
import { correctedBase } from '../bulk-benchmarks.ts';
import { noteParcels } from '../bulk-parcels.ts';
import { noteParks } from '../bulk-parks.ts';
import { quantitiesOn, rowOf, schemeIn, subjectOf } from '../serving.ts';
import { gapOf, outcomeOf } from './bulk-gathering.ts';
import { groupsOf, tellGroups } from './bulk-joint.ts';
import { workedOut, type Told } from './bulk-results.ts';
import { eachPage } from './bulk-sheets.ts';

const everything = 10_000_000;
const final = ['published', 'archived'];

/** 重算基准值: last year's data as corrected, everybody worked out again as he stands on his sheet, and whoever comes out otherwise told so. */
export async function renewBenchmarks(bulk: Bulk): Promise<Readonly<Record<string, unknown>>> {
  const { id, facts, stage } = bulk.matter;
  const [year, isFinal] = [Number(facts['year']), final.includes(stage)];
  if (bulk.from.step === '') await bulk.part((tools) => evaluateAnew(tools, bulk, year), () => ({ step: 'sheets', reached: '', done: 0, total: Number(facts['evaluated'] ?? 0) }));
  const { sheets } = bulk.from.step === 'parcels' ? { sheets: Number(facts['evaluated'] ?? 0) } : await eachPage(bulk, async (tools, after) => {
    const [cycle] = await tools.known([id]);
    if (!cycle) return [];
    const { codes, told, groups } = await workedOut(tools, cycle, after);
    const notice = { renewedBy: facts['renewedBy'], ...(isFinal ? {} : { publicTo: facts['publicTo'] }) };
    await tools.actAll('evaluationSheet', 'renew', told.filter(differs).map(({ sheet, facts: own }) => ({ id: sheet.id, input: { ...own, ...notice } })));
    await tellGroups(tools, 'renew', schemeIn(cycle), groups);
    return codes;
  });
  if (!isFinal) return { sheets };
  const parks = await bulk.part(async (tools) => {
    const [cycle] = await tools.known([id]);
    return cycle ? noteParks(tools, cycle) : 0;
  }, () => ({ step: 'parcels', reached: '', done: 0, total: 0 }));
  return { sheets, parks, parcels: await noteParcels(bulk, 'renew') };
}

/** The run of the renewal: what the last one froze, with every correction since, of this year and of the one before. */
async function evaluateAnew(tools: BulkTools, bulk: Bulk, year: number): Promise<void> {
  const { facts, id } = bulk.matter;
  const [scheme, run, base] = [schemeIn(bulk.matter), String(facts['trialRun']), String(year - 1)];
  const [earlier] = await tools.find({ mechanism: 'evaluationCycle', where: { all: [{ fact: 'year', in: [year - 1] }, { fact: 'scope', in: [String(facts['scope'])] }, { stage: final }] } });
  const anew = asOnSheets(await tools.find({ mechanism: 'evaluationSheet', where: { all: [{ fact: 'cycle', in: [id] }, { fact: 'changes', present: true }] } }));
  const members = (await tools.members(run)).map((member) => ({ ...member, ...rowOf(anew(subjectOf(member))) }));
  const groups = groupsOf(scheme, members);
  await tools.freezeMembers(members);
  await tools.freezeRows(base, await correctedBase(tools, earlier, await tools.inputs(base, '', everything, run), bulk.asOf, scheme));
  await tools.freezeRows(String(year), (await tools.inputs(String(year), '', everything, run)).map((row): FrozenRow => {
    const group = groups.get(row.subject);
    return rowOf(group ? group.whole : anew(subjectOf(row)));
  }));
  const found = await tools.benchmarks(scheme, base);
  if ('gap' in found) throw gapOf(found.gap);
  await tools.evaluate(scheme, String(year), found.benchmarks);
  await tools.act('evaluationCycle', 'recordRenewal', await outcomeOf(tools, bulk, scheme, base), id);
}

/** Somebody with the data on his sheet, where those were corrected. */
function asOnSheets(sheets: readonly Matter[]): (subject: Subject) => Subject {
  const corrected = new Map(sheets.map(({ facts }) => [String(facts['creditCode']), (facts['readings'] ?? []) as Parameters<typeof quantitiesOn>[0]]));
  return (subject) => {
    const readings = corrected.get(subject.id);
    return readings ? { ...subject, quantities: quantitiesOn(readings) } : subject;
  };
}

/** Whether anything of a result is another than on the sheet; its own working changes with the benchmarks, and so for nearly everybody. */
function differs({ sheet, facts }: Told): boolean {
  return ['steps', 'points', 'class', 'list', 'rank', 'among', 'besideSteps'].some((name) => JSON.stringify(facts[name]) !== JSON.stringify(sheet.facts[name]));
}
