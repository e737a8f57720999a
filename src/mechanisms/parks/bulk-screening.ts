import { mu } from '#kernel/area.ts';
import { dayOf } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Bulk, BulkTools } from '../bulk.ts';
import { screen, thresholdNames, type Screened, type Thresholds } from './inefficiency.ts';
import { isStartUp, parcelEvidence, renewalArea, type AroundParcel } from './parcel-evidence.ts';

const atOnce = 500;
/** From a candidate to what is put right: whoever is there is not screened again. */
const onTheWay = ['screened', 'checked', 'stated', 'published', 'listed', 'planned', 'repaired'] as const;

interface YearRow {
  readonly year?: number;
  readonly class?: string;
  readonly taxPerMu?: number;
}

/** Tax in fen and land in ㎡ of all whose results were published. */
interface Yield {
  readonly tax: number;
  readonly land: number;
}

/** 筛查低效用地: every parcel in use of a park against what the registers know of two years; whoever meets a criterion becomes a candidate (parks.md §3). */
export async function screenPark(bulk: Bulk, asked: number): Promise<Readonly<Record<string, unknown>>> {
  const { id } = bulk.matter;
  const yields = { last: await yieldOf(bulk, asked), before: await yieldOf(bulk, asked - 1) };
  const thresholds = await bulk.part(thresholdsSet, () => bulk.from);
  const looked = await everyPage(bulk, async (tools, after) => {
    const parcels = await tools.page({ mechanism: 'parcel', where: { all: [{ stage: ['held', 'committed', 'accepted'] }, { fact: 'park', in: [id] }, { fact: 'floorArea', present: true }] } }, after, atOnce);
    const known = new Set((await tools.find({ mechanism: 'inefficientLand', where: { all: [{ fact: 'parcel', in: parcels.map((parcel) => parcel.id) }, { any: [{ stage: onTheWay }, { fact: 'year', in: [asked] }] }] } })).map(({ facts }) => String(facts['parcel'])));
    const around = await aroundParcels(tools, id, parcels.filter((parcel) => !known.has(parcel.id)));
    const candidates = around.flatMap(({ parcel, beside }) => {
      const { industry } = beside;
      const evidence = parcelEvidence(parcel, beside, dayOf(bulk.asOf), thresholds.dangerousShare);
      if (isStartUp(evidence, thresholds.startUpMonths)) return [];
      const of = { ...knownOf(parcel, asked, yields), ...farOf(parcel), ...evidence, ...(industry === undefined ? {} : { industry }) };
      return screen(of, thresholds).length === 0 ? [] : [{ input: { name: `${String(parcel.facts['name'])}（${asked}年筛查）`, parcel: parcel.id, year: asked, ...of } }];
    });
    await tools.actAll('inefficientLand', 'screen', candidates);
    return { reached: parcels.at(-1)?.id, looked: parcels.length };
  });
  return bulk.part(async (tools) => {
    // Counted at the end: an earlier attempt may have filed some of them.
    const candidates = (await tools.find({ mechanism: 'inefficientLand', where: { all: [{ fact: 'park', in: [id] }, { fact: 'year', in: [asked] }] } })).length;
    await tools.act('park', 'noteScreened', { screenedYear: asked, screenedParcels: looked, candidates }, id);
    return { looked, candidates };
  }, () => ({ step: 'screened', reached: '', done: looked, total: looked }));
}

const farOf = ({ facts }: Matter): Screened => (typeof facts['far'] === 'number' ? { far: facts['far'] } : {});

/** What the registers hold around some parcels of a park, looked up together. */
async function aroundParcels(tools: BulkTools, park: string, parcels: readonly Matter[]): Promise<readonly { readonly parcel: Matter; readonly beside: AroundParcel }[]> {
  const onThem = { fact: 'parcel', in: parcels.map(({ id }) => id) };
  const of = (matters: readonly Matter[]) => Map.groupBy(matters, ({ facts }) => String(facts['parcel']));
  const buildings = of(await tools.find({ mechanism: 'building', where: { all: [onThem, { stage: ['standing'] }] } }));
  const stays = of(await tools.find({ mechanism: 'occupation', where: { all: [onThem, { stage: ['running', 'ended'] }] } }));
  const plans = await tools.find({ mechanism: 'renewalPlan', where: { all: [{ fact: 'park', in: [park] }, { stage: renewalArea }] } });
  const industries = new Map((await tools.known([...new Set(parcels.flatMap(({ facts }) => (typeof facts['user'] === 'string' ? [facts['user']] : [])))])).map(({ id, facts }) => [id, facts['industry'] as string | undefined]));
  return parcels.map((parcel) => ({
    parcel,
    beside: {
      buildings: buildings.get(parcel.id) ?? [], stays: stays.get(parcel.id) ?? [], plans: plans.filter(({ facts }) => ((facts['parcels'] ?? []) as readonly string[]).includes(parcel.id)),
      industry: industries.get(String(parcel.facts['user'])),
    },
  }));
}

/** What the register says of a parcel for two years: classes, and the tax per mu against that of the district, in percent. */
export function knownOf({ facts }: Matter, year: number, yields: Readonly<Record<'last' | 'before', Yield>>): Screened {
  const row = (of: number) => ((facts['years'] ?? []) as readonly YearRow[]).find((each) => each.year === of);
  const share = (of: YearRow | undefined, { tax, land }: Yield) => (of?.taxPerMu === undefined || tax <= 0 || land <= 0 ? undefined : Math.round((of.taxPerMu / ((tax / 1_000_000) / (land / mu))) * 1000) / 10);
  const given = { taxShareLast: share(row(year), yields.last), taxShareBefore: share(row(year - 1), yields.before), classLast: row(year)?.class, classBefore: row(year - 1)?.class };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** The yield of the district: sum over sum of all above size whose results of that year are published. */
async function yieldOf(bulk: Bulk, year: number): Promise<Yield> {
  let [sum, after]: [Yield, string] = [{ tax: 0, land: 0 }, ''];
  for (;;) {
    const sheets = await bulk.part((tools) => tools.page({ mechanism: 'evaluationSheet', where: { all: [{ stage: ['final'] }, { fact: 'year', in: [year] }, { fact: 'scope', in: ['above'] }] } }, after, atOnce), () => bulk.from);
    for (const { facts: { tax, land } } of sheets) if (typeof tax === 'number' && typeof land === 'number') sum = { tax: sum.tax + tax, land: sum.land + land };
    after = sheets.at(-1)?.id ?? after;
    if (sheets.length < atOnce) return sum;
  }
}

async function thresholdsSet(tools: BulkTools): Promise<Thresholds & Readonly<Record<'dangerousShare' | 'startUpMonths', number>>> {
  const set: Partial<Record<keyof Thresholds, number>> = {};
  for (const name of thresholdNames) set[name] = await tools.setting('inefficientLand', name);
  return { ...(set as Thresholds), dangerousShare: await tools.setting('inefficientLand', 'dangerousShare'), startUpMonths: await tools.setting('inefficientLand', 'startUpMonths') };
}

/** Page by page from where an earlier attempt got to; how many were looked at. */
async function everyPage(bulk: Bulk, work: (tools: BulkTools, after: string) => Promise<{ readonly reached: string | undefined; readonly looked: number }>): Promise<number> {
  let { reached, done } = bulk.from.step === 'screen' ? bulk.from : { reached: '', done: 0 };
  for (;;) {
    const page = await bulk.part((tools) => work(tools, reached), (made) => ({ step: 'screen', reached: made.reached ?? reached, done: done + made.looked, total: done + made.looked }));
    done += page.looked;
    reached = page.reached ?? reached;
    if (page.looked < atOnce) return done;
  }
}
