import { mu } from '#kernel/area.ts';
import type { Condition } from '#kernel/condition.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Bulk, BulkTools } from '../bulk.ts';
import { noteBase } from './bulk-benchmarks.ts';
import { noteParks } from './bulk-parks.ts';
import { measured, type Measured } from './data-owners.ts';
import type { ClassName } from './evaluation-words.ts';
import { parcelResult, type Using } from './parcel-class.ts';
import { quantitiesOn, sheetKey } from './serving.ts';
import { inUse, wasThere } from './bulk-stays.ts';

const parcelsAtOnce = 500;

/** 结果入册: every parcel in use shows the class and the tax per mu of the year, by who used it at the year's end (parks.md §1.2, §2.6). */
export async function noteParcels(bulk: Bulk, after: 'publish' | 'renew' = 'publish'): Promise<number> {
  let { reached, done } = bulk.from.step === 'parcels' ? bulk.from : { reached: '', done: 0 };
  for (;;) {
    const page = await bulk.part(async (tools) => {
      const parcels = await tools.page({ mechanism: 'parcel', where: inUse }, reached, parcelsAtOnce);
      await noteYear(tools, bulk.matter, parcels, after);
      return parcels;
    }, (parcels) => ({ step: 'parcels', reached: parcels.at(-1)?.id ?? reached, done: done + parcels.length, total: done + parcels.length }));
    done += page.length;
    reached = page.at(-1)?.id ?? reached;
    if (page.length < parcelsAtOnce) return done;
  }
}

/** 更正入册: the parcels that an enterprise used, and the others of its group, once its published result is corrected; the parks they count in; and the benchmarks of the next year, which are made of this one. */
export async function noteCorrected(bulk: Bulk): Promise<Readonly<Record<string, unknown>>> {
  const { facts } = bulk.matter;
  const parcels = await bulk.part(async (tools) => {
    const [cycle] = await tools.known([String(facts['cycle'])]);
    // A group that counts is corrected as a whole.
    const [joint] = facts['way'] === 'joint' ? await tools.known([String(facts['joint'])]) : [];
    const enterprises = joint ? [...(joint.facts['members'] as readonly string[])] : facts['enterprise'] === undefined ? [] : [String(facts['enterprise'])];
    if (!cycle || enterprises.length === 0) return [];
    const stays = await tools.find({ mechanism: 'occupation', where: { fact: 'enterprise', in: enterprises } });
    const own = await tools.find({ mechanism: 'parcel', where: { all: [inUse, { fact: 'user', in: enterprises }] } });
    const rented = (await tools.known(stays.map((stay) => String(stay.facts['parcel'])))).filter(({ stage }) => (inUse.stage as readonly string[]).includes(stage));
    const both = [...new Map([...own, ...rented].map((parcel) => [parcel.id, parcel])).values()];
    await noteYear(tools, cycle, both, 'correct');
    return both;
  }, (noted) => ({ step: 'parcels', reached: '', done: noted.length, total: noted.length }));
  const parks = await bulk.part(async (tools) => {
    const [cycle] = await tools.known([String(facts['cycle'])]);
    const mates = facts['joint'] === undefined ? [bulk.matter] : await tools.find({ mechanism: 'evaluationSheet', where: { all: [{ fact: 'cycle', in: [String(facts['cycle'])] }, { fact: 'joint', in: [String(facts['joint'])] }] } });
    return cycle ? noteParks(tools, cycle, mates.flatMap((sheet) => (sheet.facts['park'] === undefined ? [] : [String(sheet.facts['park'])]))) : 0;
  }, (noted) => ({ step: 'parks', reached: '', done: noted, total: noted }));
  const bases = await bulk.part(async (tools) => {
    const [cycle] = await tools.known([String(facts['cycle'])]);
    return cycle ? noteBase(tools, cycle, bulk.matter, bulk.asOf) : 0;
  }, (noted) => ({ step: 'benchmarks', reached: '', done: noted, total: noted }));
  return { parcels: parcels.length, parks, bases };
}

const reasons = { publish: '评价结果公布，按结果计列。', again: '同年另一范围的评价公布，按全部结果重新计列。', correct: '评价结果经编号通知更正，随之更正。', renew: '上年更正使基准值重算，按重算的结果计列。' } as const;

async function noteYear(tools: BulkTools, cycle: Matter, parcels: readonly Matter[], after: 'publish' | 'correct' | 'renew'): Promise<void> {
  if (parcels.length === 0) return;
  const year = Number(cycle.facts['year']);
  const others = (await tools.find({ mechanism: 'evaluationCycle', where: { all: [{ fact: 'year', in: [year] }, { stage: ['published', 'archived'] }] } })).filter(({ id }) => id !== cycle.id);
  const reason = reasons[after === 'publish' && others.length > 0 ? 'again' : after];
  const stays = await staysOf(tools, parcels, `${year}-12-31`);
  const results = await resultsOf(tools, [cycle, ...others], [...new Set([...stays.map(({ facts }) => String(facts['enterprise'])), ...parcels.flatMap(({ facts }) => (facts['user'] === undefined ? [] : [String(facts['user'])]))])]);
  const byParcel = Map.groupBy(stays, ({ facts }) => String(facts['parcel']));
  await tools.actAll('parcel', 'noteYear', parcels.flatMap((parcel) => {
    const result = parcelResult(usersOf(parcel, byParcel.get(parcel.id) ?? [], results));
    const told = (parcel.facts['years'] as readonly Readonly<Record<string, unknown>>[] | undefined)?.find((row) => row['year'] === year);
    if (Object.keys(result).length === 0 || (told?.['class'] === result.class && told?.['taxPerMu'] === result.taxPerMu)) return [];
    // What an office has entered of the year stands: the evaluation knows neither how a floor is used nor what is empty.
    const [floorUse, vacant] = [told?.['floorUse'] ?? parcel.facts['floorUse'], told?.['vacancy']];
    return [{ id: parcel.id, input: { year, ...result, source: String(cycle.facts['name']).slice(0, 120), ...(floorUse === undefined ? {} : { floorUse }), ...(vacant === undefined ? {} : { vacant }), ...(told ? { reason } : {}) } }];
  }));
}

/** Who was there on the last day of the year. */
async function staysOf(tools: BulkTools, parcels: readonly Matter[], lastDay: string): Promise<readonly Matter[]> {
  const where: Condition = { all: [{ fact: 'parcel', in: parcels.map(({ id }) => id) }, { fact: 'fromDay', atMost: lastDay }] };
  return (await tools.find({ mechanism: 'occupation', where })).filter((stay) => wasThere(stay, lastDay));
}

/** What enterprises came to in the published evaluations of a year, whatever their scope; corrections and objections upheld are in it. */
async function resultsOf(tools: BulkTools, cycles: readonly Matter[], enterprises: readonly string[]): Promise<ReadonlyMap<string, Omit<Using, 'land'>>> {
  const codes = (await tools.known(enterprises)).flatMap(({ facts }) => (facts['creditCode'] === undefined ? [] : [String(facts['creditCode'])]));
  const sheets = await tools.held('evaluationSheet', 'key', cycles.flatMap(({ id }) => codes.map((code) => sheetKey(id, code))));
  return new Map([...sheets.values()].filter(({ stage }) => stage === 'final').map(({ facts }) => {
    const { tax, land } = quantitiesOn((facts['readings'] ?? []) as readonly { readonly quantity?: Measured; readonly value?: number }[]);
    const graded = facts['isUngraded'] === true ? undefined : (facts['class'] as ClassName | undefined);
    const taxPerMu = tax === undefined || land === undefined || land <= 0 ? undefined : tax / measured.tax.size / (land / measured.registeredLand.size / mu);
    return [String(facts['enterprise']), { class: graded, taxPerMu }] as const;
  }));
}

/** Tenants by the land they are charged with, the holder by the rest. */
function usersOf({ facts }: Matter, stays: readonly Matter[], results: ReadonlyMap<string, Omit<Using, 'land'>>): readonly Using[] {
  const tenants = stays.filter((stay) => stay.facts['kind'] !== 'own').map((stay) => ({ who: String(stay.facts['enterprise']), land: Number(stay.facts['land'] ?? 0) }));
  const holder = facts['user'] ?? stays.find((stay) => stay.facts['kind'] === 'own')?.facts['enterprise'];
  const rest = Number(facts['area'] ?? 0) - tenants.reduce((sum, { land }) => sum + land, 0);
  return [...tenants, ...(holder === undefined ? [] : [{ who: String(holder), land: rest }])].flatMap(({ who, land }) => {
    const result = results.get(who);
    return result ? [{ ...result, land }] : [];
  });
}
