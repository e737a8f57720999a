import { moved } from '#engines/evaluation/classes.ts';
import type { KeptResult, Result, Scheme } from '#engines/evaluation/problem.ts';
import { evaluateBothWays } from '#engines/evaluation/joint.ts';
import { stepOf } from '#engines/evaluation/solve.ts';
import { benchmarkFor } from '#engines/evaluation/benchmarks.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Bulk, BulkTools, FrozenRow } from '../../bulk.ts';
import { indicatorOf, measured, type Measured } from '../data-owners.ts';
import { announceGroups, beside, byMember, groupsOf, singly, type Group } from './bulk-joint.ts';
import { factsBeside, factsOfResult, rowOf, schemeIn, sheetKey, standingIn, subjectOf, valuedIn } from '../serving.ts';
import { noteParcels } from '../bulk-parcels.ts';
import { noteParks, parksOf } from '../bulk-parks.ts';

const sheetsAtOnce = 200;
const everything = 10_000_000;

/** 一企一单: a sheet for everybody on the list of the year, with what is read of it. */
export async function enrol(bulk: Bulk): Promise<Readonly<Record<string, unknown>>> {
  const { facts } = bulk.matter;
  const period = String(facts['year']);
  const question = { indicator: indicatorOf(facts['scope'] === 'below' ? 'below' : 'above'), period, asOf: bulk.asOf, register: 'enterprise', code: 'creditCode', industry: 'industry' };
  let { reached, done } = bulk.from;
  for (;;) {
    const page = await bulk.part(async (tools) => {
      const roster = await tools.roster(question, reached, sheetsAtOnce);
      if (roster.length > 0) await openSheets(tools, bulk, roster, period);
      return roster;
    }, (roster) => ({ step: 'enrol', reached: roster.at(-1)?.subject ?? reached, done: done + roster.length, total: done + roster.length }));
    done += page.length;
    reached = page.at(-1)?.subject ?? reached;
    if (page.length < sheetsAtOnce) break;
  }
  await bulk.part((tools) => tools.act('evaluationCycle', 'noteEnrolled', { enrolled: done }, bulk.matter.id), () => ({ step: 'enrolled', reached, done, total: done }));
  return { enrolled: done };
}

async function openSheets(tools: BulkTools, bulk: Bulk, roster: readonly { readonly subject: string; readonly industry: string; readonly matter: string }[], period: string): Promise<void> {
  const { id, facts } = bulk.matter;
  const codes = roster.map(({ subject }) => subject);
  const enterprises = await tools.held('enterprise', 'creditCode', codes);
  const rows = await readingRows(tools, codes, Number(period), bulk.asOf);
  await tools.actAll('evaluationSheet', 'open', roster.map(({ subject, industry, matter }) => {
    const enterprise = enterprises.get(subject);
    const agent = enterprise?.facts['agent'];
    const readings = rows(subject);
    const input = {
      name: String(enterprise?.facts['name'] ?? subject), cycle: id, enterprise: matter, creditCode: subject, key: sheetKey(id, subject), year: Number(period), scope: facts['scope'], host: facts['host'], readings,
      ...(industry === '' ? {} : { industry }), ...(typeof agent === 'string' ? { agent } : {}),
    };
    return { input };
  }));
}

/** The official data of some enterprises as they were at a moment, with those of the year before. */
async function readingRows(tools: BulkTools, codes: readonly string[], year: number, asOf: string): Promise<(code: string) => readonly object[]> {
  const names = Object.keys(measured) as Measured[];
  const read = async (of: number) => new Map((await tools.readings(names.map(indicatorOf), String(of), codes, asOf)).map((reading) => [`${reading.subject} ${reading.indicator}`, reading]));
  const [now, before] = [await read(year), await read(year - 1)];
  return (code) => names.flatMap((quantity) => {
    const { size } = measured[quantity];
    const [reading, last] = [now, before].map((each) => each.get(`${code} ${indicatorOf(quantity)}`));
    return reading ? [{ quantity, value: reading.value / size, ...(last ? { before: last.value / size } : {}), source: reading.source, readAt: reading.readAt }] : [];
  });
}

/** 公示: everybody's result with all of its working, on its sheet. */
export async function announceResults(bulk: Bulk): Promise<Readonly<Record<string, unknown>>> {
  const cycle = bulk.matter;
  const [scheme, standing, run, period] = [schemeIn(cycle), standingIn(cycle), String(cycle.facts['trialRun']), String(cycle.facts['year'])];
  const { sheets } = await eachPage(bulk, async (tools, after) => {
    const results = await tools.results(after, sheetsAtOnce, run);
    const codes = results.map(({ subject }) => subject);
    const inputs = new Map((await tools.inputs(period, after, sheetsAtOnce, run)).map((row) => [row.subject, row]));
    const groups = groupsOf(scheme, await tools.members(run));
    const within = byMember(groups);
    const sheets = await sheetsOf(tools, cycle, codes.flatMap((code) => groups.get(code)?.members ?? [code]));
    const told: { readonly group: Group; readonly result: Result }[] = [];
    // As the trial run took them: what was delivered anew since the sheets were opened is on them now, and what is settled later is worked out from it.
    const rows = await readingRows(tools, [...sheets.values()].map(({ facts }) => String(facts['creditCode'])), Number(period), String(cycle.facts['trialAt']));
    const parks = await parksOf(tools, [...sheets.values()].flatMap(({ facts }) => (facts['enterprise'] === undefined ? [] : [String(facts['enterprise'])])), `${period}-12-31`);
    const announced = results.flatMap((row) => {
      const input = inputs.get(row.subject);
      if (!input) return [];
      const result = resultOf(scheme, standing.benchmarks, row, input);
      const [whole, group] = [groups.get(row.subject), within.get(row.subject)];
      const facts = { ...factsOfResult(scheme, result), ...basisIn(scheme, input), publicTo: cycle.facts['publicTo'] };
      if (whole) {
        told.push({ group: whole, result });
        return whole.own.map((member) => [member.id, { ...facts, ...basisIn(scheme, rowOf(member)), ...factsBeside(scheme, beside(scheme, standing, member)), joint: whole.id, way: 'joint' }] as const);
      }
      return [[row.subject, group ? { ...facts, ...factsBeside(scheme, beside(scheme, standing, group.whole)), joint: group.id, way: 'own' } : facts] as const];
    });
    await tools.actAll('evaluationSheet', 'announce', announced.flatMap(([code, input]) => {
      const sheet = sheets.get(sheetKey(cycle.id, code));
      const park = parks.get(String(sheet?.facts['enterprise']));
      const readings = rows(code);
      return sheet ? [{ id: sheet.id, input: { ...input, ...(readings.length === 0 ? {} : { readings }), ...(park === undefined ? {} : { park }) } }] : [];
    }));
    // A group that is only shown stands in no row.
    const shown = [...groups.values()].filter(({ counts }) => !counts && after === '');
    await announceGroups(tools, scheme, [...told, ...shown.map((group) => ({ group, result: beside(scheme, standing, group.whole) }))]);
    return codes;
  });
  const vetoes = await bulk.part((tools) => announceVetoes(tools, cycle), () => ({ step: 'sheets', reached: '~', done: sheets, total: sheets }));
  return { sheets, vetoes };
}

/** The list of vetoes is as public as the results that follow from them (parks.md §11). */
async function announceVetoes(tools: BulkTools, cycle: Matter): Promise<number> {
  const vetoes = await tools.find({ mechanism: 'evaluationRemark', where: { all: [{ fact: 'cycle', in: [cycle.id] }, { fact: 'kind', in: ['veto'] }, { stage: ['confirmed', 'repaired'] }, { fact: 'publicOn', present: false }] } });
  await tools.actAll('evaluationRemark', 'announce', vetoes.map(({ id }) => ({ id, input: {} })));
  return vetoes.length;
}

/** 公布: every sheet is final, the parks are evaluated by their sums, and the parcels show what came of it. */
export async function concludeSheets(bulk: Bulk): Promise<Readonly<Record<string, unknown>>> {
  const run = String(bulk.matter.facts['trialRun']);
  const { sheets } = bulk.from.step === 'parcels' ? { sheets: Number(bulk.matter.facts['evaluated'] ?? 0) } : await eachPage(bulk, async (tools, after) => {
    const codes = (await tools.results(after, sheetsAtOnce, run)).map(({ subject }) => subject);
    const groups = Map.groupBy((await tools.members(run)).filter(({ counted }) => counted), ({ joint }) => joint);
    const own = codes.flatMap((code) => groups.get(code)?.map(({ subject }) => subject) ?? [code]);
    const before = await publishedBefore(tools, bulk.matter, own);
    await tools.actAll('evaluationSheet', 'conclude', [...(await sheetsOf(tools, bulk.matter, own)).values()].flatMap(({ id, stage, facts }) => (stage === 'public' ? [{ id, input: before.get(String(facts['creditCode'])) ?? {} }] : [])));
    const joints = after === '' ? await tools.find({ mechanism: 'jointEvaluation', where: { all: [{ fact: 'cycle', in: [bulk.matter.id] }, { stage: ['public'] }] } }) : [];
    await tools.actAll('jointEvaluation', 'conclude', joints.map(({ id }) => ({ id, input: {} })));
    return codes;
  });
  const parks = bulk.from.step === 'parcels' ? {} : { parks: await bulk.part((tools) => noteParks(tools, bulk.matter), () => ({ step: 'parcels', reached: '', done: 0, total: 0 })) };
  return { sheets, ...parks, parcels: await noteParcels(bulk) };
}

/** Tax in fen and land in ㎡ as they were frozen, and the indicators it has a value of. */
function basisIn(scheme: Scheme, row: FrozenRow): Readonly<Record<string, unknown>> {
  const { tax, land } = row;
  return { valued: valuedIn(scheme, subjectOf(row).quantities), ...(tax === null ? {} : { tax }), ...(land === null ? {} : { land: land / measured.registeredLand.size }) };
}

/** Tax and land of these enterprises as the evaluation of the year before published them in the same scope. */
async function publishedBefore(tools: BulkTools, { facts }: Matter, codes: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const [earlier] = await tools.find({ mechanism: 'evaluationCycle', where: { all: [{ fact: 'year', in: [Number(facts['year']) - 1] }, { fact: 'scope', in: [String(facts['scope'])] }, { stage: ['published', 'archived'] }] } });
  if (!earlier) return new Map();
  const sheets = [...(await sheetsOf(tools, earlier, codes)).values()].filter(({ stage }) => stage === 'final');
  return new Map(sheets.flatMap(({ facts: { creditCode, tax, land } }) => (tax === undefined || land === undefined ? [] : [[String(creditCode), { taxBefore: tax, landBefore: land }] as const])));
}

/** 复算: the frozen data and the scheme of that year again, by the engine and not by the statement that made them; who comes out otherwise is counted. */
export async function replay(bulk: Bulk): Promise<Readonly<Record<string, unknown>>> {
  const cycle = bulk.matter;
  const [run, year] = [String(cycle.facts['trialRun']), Number(cycle.facts['year'])];
  return bulk.part(async (tools) => {
    const [inputs, base, kept] = [await tools.inputs(String(year), '', everything, run), await tools.inputs(String(year - 1), '', everything, run), await tools.results('', everything, run)];
    const [scheme, members] = [schemeIn(cycle), await tools.members(run)];
    const again = evaluateBothWays({ scheme, subjects: singly(inputs, members).map(subjectOf), base: base.map(subjectOf), joints: [...groupsOf(scheme, members).values()] });
    const byId = new Map('no' in again ? [] : again.results.map((result) => [result.id, result]));
    const differs = kept.filter((row) => !isSame(row, byId.get(row.subject))).length + Math.abs(kept.length - byId.size);
    await tools.act('evaluationCycle', 'noteReplayed', { replayDiffers: differs }, cycle.id);
    return { compared: kept.length, differs };
  }, ({ compared }) => ({ step: 'replayed', reached: '', done: compared, total: compared }));
}

function isSame(row: KeptResult, result: Result | undefined): boolean {
  return result !== undefined && result.class === row.class && result.points === row.points && (result.rank ?? null) === row.rank;
}

async function eachPage(bulk: Bulk, work: (tools: BulkTools, after: string) => Promise<readonly string[]>): Promise<{ readonly sheets: number }> {
  const total = Number(bulk.matter.facts['evaluated'] ?? 0);
  let { reached, done } = bulk.from;
  for (;;) {
    const codes = await bulk.part((tools) => work(tools, reached), (page) => ({ step: 'sheets', reached: page.at(-1) ?? reached, done: done + page.length, total }));
    done += codes.length;
    reached = codes.at(-1) ?? reached;
    if (codes.length < sheetsAtOnce) return { sheets: done };
  }
}

function sheetsOf(tools: BulkTools, cycle: Matter, codes: readonly string[]): Promise<ReadonlyMap<string, Matter>> {
  return tools.held('evaluationSheet', 'key', codes.map((code) => sheetKey(cycle.id, code)));
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
