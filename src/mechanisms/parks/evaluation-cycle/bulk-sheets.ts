import type { KeptResult, Result, Scheme } from '#engines/evaluation/problem.ts';
import { evaluateBothWays } from '#engines/evaluation/joint.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Bulk, BulkTools } from '../../bulk.ts';
import { indicatorOf, measured, type Measured } from '../data-owners.ts';
import { groupsOf, singly, tellGroups } from './bulk-joint.ts';
import { sheetsAtOnce, sheetsOf, workedOut } from './bulk-results.ts';
import { changedBy, schemeIn, sheetKey, subjectOf, taxChange } from '../serving.ts';
import { noteParcels } from '../bulk-parcels.ts';
import { noteParks, parksOf } from '../bulk-parks.ts';

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
  const official = await officialOf(tools, schemeIn(bulk.matter), codes, Number(period), bulk.asOf);
  await tools.actAll('evaluationSheet', 'open', roster.map(({ subject, industry, matter }) => {
    const enterprise = enterprises.get(subject);
    const agent = enterprise?.facts['agent'];
    const input = {
      name: String(enterprise?.facts['name'] ?? subject), cycle: id, enterprise: matter, creditCode: subject, key: sheetKey(id, subject), year: Number(period), scope: facts['scope'], host: facts['host'], ...official(subject),
      ...(industry === '' ? {} : { industry }), ...(typeof agent === 'string' ? { agent } : {}),
    };
    return { input };
  }));
}

/** The official data of one enterprise, and by how much its evaluated tax is another than the usual one, in fen. */
interface Official {
  readonly readings: readonly object[];
  readonly taxChange?: number;
}

/** The official data of some enterprises as they were at a moment, with those of the year before; the tax as the scheme counts it. */
async function officialOf(tools: BulkTools, scheme: Scheme, codes: readonly string[], year: number, asOf: string): Promise<(code: string) => Official> {
  const names = Object.keys(measured) as Measured[];
  const change = taxChange(scheme);
  const parts = [...change.plus, ...change.minus];
  const read = async (of: number) => Map.groupBy(await tools.readings([...names.map(indicatorOf), ...parts], String(of), codes, asOf), ({ subject }) => subject);
  const [now, before] = [await read(year), await read(year - 1)];
  return (code) => {
    const [own, last] = [now, before].map((each) => new Map((each.get(code) ?? []).map((reading) => [reading.indicator, reading]))) as [Map<string, KeptReading>, Map<string, KeptReading>];
    const [changed, changedBefore] = [own, last].map((each) => changedBy(change, new Map([...each].map(([indicator, { value }]) => [indicator, value])))) as [number, number];
    const readings = names.flatMap((quantity) => {
      const [reading, earlier] = [own.get(indicatorOf(quantity)), last.get(indicatorOf(quantity))];
      const shown = (value: number, by: number) => (value + (quantity === 'tax' ? by : 0)) / measured[quantity].size;
      return reading ? [{ quantity, value: shown(reading.value, changed), ...(earlier ? { before: shown(earlier.value, changedBefore) } : {}), source: reading.source, readAt: reading.readAt }] : [];
    });
    return { readings, ...(parts.length === 0 ? {} : { taxChange: changed }) };
  };
}

type KeptReading = Awaited<ReturnType<BulkTools['readings']>>[number];

/** 公示: everybody's result with all of its working, on its sheet. */
export async function announceResults(bulk: Bulk): Promise<Readonly<Record<string, unknown>>> {
  const cycle = bulk.matter;
  const { sheets } = await eachPage(bulk, async (tools, after) => {
    const { codes, told, groups } = await workedOut(tools, cycle, after);
    // As the trial run took them: what was delivered anew since the sheets were opened is on them now, and what is settled later is worked out from it.
    const official = await officialOf(tools, schemeIn(cycle), told.map(({ code }) => code), Number(cycle.facts['year']), String(cycle.facts['trialAt']));
    const parks = await parksOf(tools, told.flatMap(({ sheet: { facts } }) => (facts['enterprise'] === undefined ? [] : [String(facts['enterprise'])])), `${String(cycle.facts['year'])}-12-31`);
    await tools.actAll('evaluationSheet', 'announce', told.map(({ code, sheet, facts, basis }) => {
      const [{ readings, ...changed }, park] = [official(code), parks.get(String(sheet.facts['enterprise']))];
      return { id: sheet.id, input: { ...facts, ...basis, publicTo: cycle.facts['publicTo'], ...changed, ...(readings.length === 0 ? {} : { readings }), ...(park === undefined ? {} : { park }) } };
    }));
    await tellGroups(tools, 'announce', schemeIn(cycle), groups);
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

export async function eachPage(bulk: Bulk, work: (tools: BulkTools, after: string) => Promise<readonly string[]>): Promise<{ readonly sheets: number }> {
  const total = Number(bulk.matter.facts['evaluated'] ?? 0);
  let { reached, done } = bulk.from;
  for (;;) {
    const codes = await bulk.part((tools) => work(tools, reached), (page) => ({ step: 'sheets', reached: page.at(-1) ?? reached, done: done + page.length, total }));
    done += codes.length;
    reached = codes.at(-1) ?? reached;
    if (codes.length < sheetsAtOnce) return { sheets: done };
  }
}
