import type { Situation } from '#kernel/mechanism.ts';
import type { Matter } from '#kernel/matter.ts';
import { commonRules, healthWeights } from '#engines/renewal/common-rules.ts';
import type { Bar, HealthFacts, ModeFacts } from '#engines/renewal/problem.ts';
import { healthOf, recommend } from '#engines/renewal/solve.ts';
import type { Question } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { modeFacts, readiness } from '../mode-facts.ts';
import { diagnosisReport } from './report.ts';

type Given = Readonly<Record<string, unknown>>;

/** What a diagnosis asks of the server: the figures of the snapshot, the index, and every mode weighed. */
export const serving: MechanismServer = {
  computes: {
    draft: {
      asks: (_situation, input) => ({ earlier: { mechanism: 'parkDiagnosis', where: { all: [{ fact: 'park', in: [String(input['park'])] }, { fact: 'year', in: [Number(input['year'])] }, { not: { stage: ['withdrawn'] } }] } }, inefficient: listedIn(input['park']) }),
      work: (situation, input, { earlier = [], inefficient = [] }) => ({ ...reckon(situation, input, inefficient), isTwice: earlier.length > 0 }),
    },
    revise: {
      asks: ({ matter }) => ({ inefficient: listedIn(matter.facts['park']) }),
      work: (situation, input, { inefficient = [] }) => ({ ...reckon(situation, { ...situation.matter.facts, ...input }, inefficient), isTwice: false }),
    },
  },
  documents: {
    report: { name: { zh: '园区体检报告', en: 'Report of the diagnosis' }, parts: diagnosisReport, fileName: ({ matter }) => `园区体检报告 ${String(matter.facts['name'] ?? '')}` },
  },
};

/** Found inefficient and not delisted yet (parks.md §3). */
const listedIn = (park: unknown): Question => ({ mechanism: 'inefficientLand', where: { all: [{ fact: 'park', in: [String(park)] }, { stage: ['listed', 'planned', 'repaired'] }] } });

/** Of the industrial land of a park, in percent to a decimal, as of the day; none where the park has no such land. */
function inefficientShare(park: Matter | undefined, listed: readonly Matter[]): number {
  const industrial = Number(park?.facts['industrial'] ?? 0);
  if (industrial <= 0) return 0;
  return Math.min(100, Math.round((listed.reduce((sum, { facts }) => sum + Number(facts['area'] ?? 0), 0) / industrial) * 1000) / 10);
}

function reckon({ findMatter, setting }: Situation, typedIn: Given, listed: readonly Matter[]): Given {
  const park = findMatter(String(typedIn['park']));
  const given: Given = { ...typedIn, inefficientShare: inefficientShare(park, listed) };
  const held = snapshotOf(park, Number(given['year']));
  const health = { ...held, ...typed(given) };
  const { health: index, parts } = healthOf(health);
  const { fits, primary, secondary } = recommend(modeFactsOf(given, health), commonRules, { primary: setting('primaryFrom'), secondary: setting('secondaryFrom'), distance: setting('secondaryWithin'), most: setting('secondaryMost') });
  return {
    inefficientShare: given['inefficientShare'], taxPerMu: held.taxPerMu, outputPerMu: held.outputPerMu, far: held.far, farCap: held.farCap, landUse: held.landUse * 100, hasSnapshot: held.isThere, health: index,
    parts: Object.entries(healthWeights).map(([part, full]) => ({ part, points: parts[part as keyof typeof parts], full })),
    fits: fits.map(({ mode, fit, isOpen }) => ({ mode, fit, isOpen })),
    weighings: fits.flatMap(({ mode, weighed }) => weighed.map(({ fact, value, points, weight }) => ({ mode, what: fact, points, weight, ...(value === undefined ? {} : { value }) }))),
    closedGates: fits.flatMap(({ mode, closed }) => closed.flatMap((bars, group) => bars.map((bar) => ({ mode, group: group + 1, what: bar.fact, ...boundOf(bar) })))),
    best: primary ?? '', secondary,
  };
}

/** What the park's snapshot of the year says; figures are read from a snapshot and never live (parks.md §1.1). */
function snapshotOf(park: Matter | undefined, year: number) {
  const facts = park?.facts ?? {};
  const row = ((facts['snapshots'] ?? []) as readonly Given[]).find((each) => each['year'] === year);
  const number = (value: unknown) => Number(value ?? 0);
  const industrial = number(facts['industrial']);
  const floor = number(row?.['floorArea'] ?? facts['floorArea']);
  return {
    isThere: row !== undefined, taxPerMu: number(row?.['taxPerMu']), outputPerMu: number(row?.['outputPerMu']), landUse: number(row?.['landUse']) / 100,
    far: industrial > 0 ? Math.round((floor / industrial) * 10_000) / 10_000 : 0, farCap: number(facts['farCap']) || 1,
  };
}

function typed(given: Given): Pick<HealthFacts, 'districtTaxPerMu' | 'districtOutputPerMu' | 'occupancy' | 'leadShare' | 'safety'> {
  const share = (name: string) => Number(given[name] ?? 0) / 100;
  return { districtTaxPerMu: Number(given['districtTaxPerMu']), districtOutputPerMu: Number(given['districtOutputPerMu']), occupancy: share('occupancy'), leadShare: share('leadShare'), safety: share('safety') };
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
