import { mu } from '#kernel/area.ts';
import type { Situation } from '#kernel/mechanism.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Bar, HealthFacts, ModeFacts } from '#engines/renewal/problem.ts';
import { healthOf, recommend } from '#engines/renewal/solve.ts';
import type { Question } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { modeFacts, readiness } from '../mode-facts.ts';
import { healthUnder, rulesUnder } from '../weighing.ts';
import { diagnosisReport } from './report.ts';
import { cdShareIn, districtMean, freeLandIn, inefficientIn, inYear, occupancyOn, ownBodyOf, ownersIn, sourced, stateShareIn, type Sourced, type SourcedName } from './sources.ts';
import { typedName } from './typed.ts';

type Given = Readonly<Record<string, unknown>>;
type Found = Readonly<Record<string, readonly Matter[]>>;

/** What a diagnosis asks of the server: the figures of the snapshot, what the registers hold, the index, and every mode weighed. */
export const serving: MechanismServer = {
  computes: {
    draft: {
      asks: (_situation, input) => ({
        earlier: { mechanism: 'parkDiagnosis', where: { all: [{ fact: 'park', in: [String(input['park'])] }, { fact: 'year', in: [Number(input['year'])] }, { not: { stage: ['withdrawn'] } }] } },
        ...registersOf(input['park'], Number(input['year'])),
      }),
      // Of a new one nothing has to be cleared.
      work: (situation, input, found) => ({ ...Object.fromEntries(Object.entries(reckon(situation, input, found)).filter(([, value]) => value !== null)), isTwice: (found['earlier'] ?? []).length > 0 }),
    },
    revise: {
      asks: ({ matter: { facts } }) => registersOf(facts['park'], Number(facts['year'])),
      work: (situation, input, found) => ({ ...reckon(situation, { ...situation.matter.facts, ...input }, found), isTwice: false }),
    },
  },
  documents: {
    report: { name: { zh: '园区体检报告', en: 'Report of the diagnosis' }, parts: diagnosisReport, fileName: ({ matter }) => `园区体检报告 ${String(matter.facts['name'] ?? '')}` },
  },
};

/** The registers a diagnosis is worked out from. Results of the year before serve too: those of the year itself are published in its autumn. */
function registersOf(park: unknown, year: number): Readonly<Record<string, Question>> {
  const inPark = { fact: 'park', in: [String(park)] };
  return {
    inefficient: { mechanism: 'inefficientLand', where: { all: [inPark, { stage: ['listed', 'planned', 'repaired'] }] } },
    parks: { mechanism: 'park', where: { stage: ['active'] } },
    parcels: { mechanism: 'parcel', where: { all: [inPark, { stage: ['held', 'committed', 'accepted'] }] } },
    stays: { mechanism: 'occupation', where: { all: [inPark, { stage: ['running', 'ended'] }, { fact: 'fromDay', atMost: `${year}-12-31` }] } },
    evaluations: { mechanism: 'parkEvaluation', where: { all: [inPark, { fact: 'year', in: [year, year - 1] }] } },
    state: { mechanism: 'enterprise', where: { all: [{ stage: ['listed'] }, { fact: 'kind', in: ['state', 'institution'] }] } },
  };
}

/** What the registers say, by the fact it goes into. */
function sourcedFrom(park: Matter | undefined, year: number, found: Found): Readonly<Partial<Record<string, Sourced<number | boolean>>>> {
  const [parcels = [], parks = []] = [found['parcels'], found['parks']];
  return {
    districtTaxPerMu: districtMean(parks, year, 'tax'), districtOutputPerMu: districtMean(parks, year, 'output'), occupancy: occupancyOn(`${year}-12-31`, parcels, found['stays'] ?? []),
    cdShare: cdShareIn(found['evaluations'] ?? []), ownBody: ownBodyOf(park), inefficientShare: inefficientIn(park, found['inefficient'] ?? []), freeLandShare: freeLandIn(park, year)?.share,
    ownersPer100Mu: ownersIn(parcels), stateShare: stateShareIn(parcels, found['state'] ?? []),
  };
}

/** What nobody's register holds was typed now, or had been before. */
function typedBefore(given: Given, name: SourcedName): Sourced<number | boolean> | undefined {
  const now = given[typedName(name)];
  const wasTyped = ((given['basis'] ?? []) as readonly Given[]).some((row) => row['what'] === name && row['source'] === 'typed');
  const value = now ?? (wasTyped ? given[name] : undefined);
  return value === undefined || value === null ? undefined : { value: value as number | boolean, source: 'typed' };
}

function reckon({ findMatter, setting }: Situation, typedIn: Given, found: Found): Given {
  const park = findMatter(String(typedIn['park']));
  const year = Number(typedIn['year']);
  const fromRegisters = sourcedFrom(park, year, found);
  const names = Object.keys(sourced) as SourcedName[];
  const all: Readonly<Partial<Record<string, Sourced<number | boolean>>>> = { ...fromRegisters, ...Object.fromEntries(names.map((name) => [name, fromRegisters[name] ?? typedBefore(typedIn, name)])) };
  const need = typedIn['waitingNeedMu'];
  const free = freeLandIn(park, year);
  const values = Object.fromEntries(Object.entries(all).map(([name, each]) => [name, each?.value ?? null]));
  const given: Given = { ...typedIn, ...values, needOverFree: free === undefined || typeof need !== 'number' ? null : Math.round((need / Math.max(1, free.area / mu)) * 100) / 100 };
  const held = snapshotOf(park, year);
  const health = { ...held, ...typed(given) };
  const rule = healthUnder(setting);
  const { health: index, parts } = healthOf(health, rule);
  const { fits, primary, secondary } = recommend(modeFactsOf(given, health), rulesUnder(setting), { primary: setting('primaryFrom'), secondary: setting('secondaryFrom'), distance: setting('secondaryWithin'), most: setting('secondaryMost') });
  return {
    ...values, needOverFree: given['needOverFree'], taxPerMu: held.taxPerMu, outputPerMu: held.outputPerMu, far: held.far, farCap: held.farCap, landUse: held.landUse * 100, hasSnapshot: held.isThere, health: index,
    basis: basisOf(all), known: names.filter((name) => fromRegisters[name] !== undefined), lacking: names.filter((name) => sourced[name] === 'must' && all[name] === undefined),
    parts: Object.entries(rule.weights).map(([part, full]) => ({ part, points: parts[part as keyof typeof parts], full })),
    fits: fits.map(({ mode, fit, isOpen }) => ({ mode, fit, isOpen })),
    weighings: fits.flatMap(({ mode, weighed }) => weighed.map(({ fact, value, points, weight }) => ({ mode, what: fact, points, weight, ...(value === undefined ? {} : { value }) }))),
    closedGates: fits.flatMap(({ mode, closed }) => closed.flatMap((bars, group) => bars.map((bar) => ({ mode, group: group + 1, what: bar.fact, ...boundOf(bar) })))),
    best: primary ?? '', secondary,
  };
}

/** Where each number comes from: the index by its parts, then what the modes weigh. What stands in no register is typed. */
function basisOf(all: Readonly<Partial<Record<string, Sourced<number | boolean>>>>): readonly Given[] {
  const fixed = { taxPerMu: 'snapshot', outputPerMu: 'snapshot', far: 'snapshot', landUse: 'snapshot', leadShare: 'typed', safety: 'typed' } as const;
  return [
    ...Object.entries(fixed).map(([what, source]) => ({ what, source })),
    ...Object.entries(all).flatMap(([what, each]) => (each === undefined ? [] : [{ what, source: each.source, ...(each.of === undefined ? {} : { of: each.of }), ...(each.year === undefined ? {} : { year: each.year }) }])),
  ];
}

/** What the park's snapshot of the year says; figures are read from a snapshot and never live (parks.md §1.1). */
function snapshotOf(park: Matter | undefined, year: number) {
  const row = inYear(park, year);
  const number = (value: unknown) => Number(value ?? 0);
  const [industrial, floor] = [number(row?.['industrial']), number(row?.['floorArea'])];
  return {
    isThere: row !== undefined, taxPerMu: number(row?.['taxPerMu']), outputPerMu: number(row?.['outputPerMu']), landUse: number(row?.['landUse']) / 100,
    far: industrial > 0 ? Math.round((floor / industrial) * 10_000) / 10_000 : 0, farCap: number(park?.facts['farCap']) || 1,
  };
}

/** The parts of the index beside the snapshot. Where one is lacking the diagnosis is refused, whatever the index would be. */
function typed(given: Given): Pick<HealthFacts, 'districtTaxPerMu' | 'districtOutputPerMu' | 'occupancy' | 'leadShare' | 'safety'> {
  const share = (name: string) => Number(given[name] ?? 0) / 100;
  const mean = (name: string) => Number(given[name] ?? 0) || 1;
  return { districtTaxPerMu: mean('districtTaxPerMu'), districtOutputPerMu: mean('districtOutputPerMu'), occupancy: share('occupancy'), leadShare: share('leadShare'), safety: share('safety') };
}

/** What was entered in percent, flags and words of readiness, as the rules weigh it. */
function modeFactsOf(given: Given, health: HealthFacts): ModeFacts {
  const entered = Object.entries(modeFacts).flatMap(([name, { kind }]) => {
    const value = given[name];
    if (value === undefined || value === null) return [];
    if (kind === 'flag') return [[name, value === true ? 1 : 0]];
    if (kind === 'choice') return [[name, readiness[value as keyof typeof readiness]]];
    return [[name, kind === 'percent' && name !== 'platformGrowth' ? Number(value) / 100 : Number(value)]];
  });
  return { ...Object.fromEntries(entered), leadShare: health.leadShare, taxRatio: health.taxPerMu / health.districtTaxPerMu, farRatio: health.far / health.farCap, farCap: health.farCap };
}

function boundOf(bar: Bar): { readonly bound: string; readonly limit: number } {
  if ('atLeast' in bar) return { bound: 'atLeast', limit: bar.atLeast };
  return 'below' in bar ? { bound: 'below', limit: bar.below } : { bound: 'above', limit: bar.above };
}
