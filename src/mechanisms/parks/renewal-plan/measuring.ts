import { mu } from '#kernel/area.ts';
import { fact } from '#kernel/fact.ts';
import type { Matter } from '#kernel/matter.ts';
import { actionsOf } from '#kernel/mechanism.ts';
import { hundredths } from '../land.ts';
import { measureNames, measuresOf, type MeasureName } from '../mode-measures.ts';
import type { ModeCode } from '../modes.ts';
import { keepers } from './preparing.ts';
import { renewalPlanRecord } from './record.ts';
import type { Plan, Situation, Verdict } from './rules.ts';

const action = actionsOf(renewalPlanRecord);
const wan = 1_000_000;

/** One side of a comparison: a value of a period, from a register or as somebody typed it. */
export interface Side {
  readonly value: number;
  readonly period?: string | undefined;
}
export type Sides = Readonly<Partial<Record<MeasureName, { readonly before?: Side | undefined; readonly after?: Side | undefined }>>>;

/** Registers beside the plan. */
export interface Beside {
  readonly units: readonly Matter[];
  readonly reactivations: readonly Matter[];
  readonly upgrades: readonly Matter[];
  /** Approved diagnoses of the park. */
  readonly diagnoses: readonly Matter[];
  /** Ranks of the park. */
  readonly ranks: readonly Matter[];
}

const sumOf = (matters: readonly Matter[], name: string) => matters.reduce((sum, { facts }) => sum + Number(facts[name] ?? 0), 0);
const inWan = (fen: number) => hundredths(fen / wan);

/** What the plan and the registers say of each measure. The plan's own are on its boundary, the baseline being the mean of three years; those of diagnoses and ranks are of the park on both sides. */
export function knownSides(plan: Plan, beside: Beside): Sides {
  const { baseYears = [], results = [] } = plan;
  const three = baseYears.length === 0 ? undefined : `${baseYears[0]?.year ?? ''}—${baseYears.at(-1)?.year ?? ''}`;
  const full = results.find(({ year }) => year === plan.fullYear);
  const base = (value: number | undefined): Side | undefined => (value === undefined ? undefined : { value, period: three });
  const done = (value: number | undefined, period?: string): Side | undefined => (value === undefined ? undefined : { value, period });
  const ofFull = (value: number | undefined) => (full === undefined ? undefined : done(value, String(full.year ?? '')));
  const mean = baseYears.length === 0 ? undefined : inWan(baseYears.reduce((sum, { output = 0 }) => sum + output, 0) / baseYears.length);
  const land = (plan.area ?? 0) / mu;
  return {
    ...fromNothing(plan, beside), ...ofDiagnoses(plan, beside.diagnoses), rank: ranksIn(plan, beside.ranks),
    output: { before: base(mean), after: ofFull(inWan(full?.output ?? 0)) },
    tax: { before: base(plan.baseTax === undefined ? undefined : inWan(plan.baseTax)), after: ofFull(inWan(full?.tax ?? 0)) },
    taxPerMu: { before: base(plan.baseTaxPerMu), after: ofFull(land > 0 ? hundredths((full?.tax ?? 0) / wan / land) : undefined) },
    far: { before: base(plan.baseFar), after: done(plan.newFar, plan.completedOn ?? plan.acceptedOn) },
    tenants: { before: base(plan.baseFirms), after: done(plan.innerTenants ?? (plan.arrivals === undefined ? undefined : plan.arrivals + (plan.movedIn ?? 0))) },
    firms: { before: base(plan.baseFirms) },
    units: { after: beside.units.length === 0 ? undefined : { value: beside.units.length } },
    occupancy: { after: done(plan.occupancy) },
    trade: { after: plan.platforms === undefined ? undefined : { value: inWan(plan.platforms.reduce((sum, { trade = 0 }) => sum + trade, 0)) } },
  };
}

/** What the mode itself brings about: nought before, counted since. */
function fromNothing(plan: Plan, { reactivations, upgrades }: Beside): Sides {
  const expected = sumOf(upgrades, 'expected');
  const found: Partial<Record<MeasureName, number | undefined>> = {
    newSuppliers: plan.suppliers?.filter(({ isNew }) => isNew === true).length, returnRate: plan.returnRate, partners: plan.partners?.length,
    sharedTax: plan.partnerTax === undefined ? undefined : inWan(plan.partnerTax), reactivated: reactivations.length === 0 ? undefined : hundredths(sumOf(reactivations, 'area') / mu),
    upgraded: upgrades.length === 0 ? undefined : new Set(upgrades.map(({ facts }) => facts['enterprise'])).size, efficiency: expected > 0 ? Math.round((sumOf(upgrades, 'output') / expected - 1) * 1000) / 10 : undefined,
  };
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, { before: { value: 0 }, after: value === undefined ? undefined : { value } }]));
}

/** Of the park by its diagnoses: that of the plan before, the latest after a full year since. */
function ofDiagnoses({ diagnosis, fullYear }: Plan, diagnoses: readonly Matter[]): Sides {
  const before = diagnoses.find(({ id }) => id === diagnosis);
  const after = diagnoses.filter(({ facts }) => fullYear !== undefined && Number(facts['year']) >= fullYear).toSorted((a, b) => Number(a.facts['year']) - Number(b.facts['year'])).at(-1);
  const side = (of: Matter | undefined, name: string): Side | undefined => (typeof of?.facts[name] === 'number' ? { value: of.facts[name], period: String(of.facts['year']) } : undefined);
  const both = (name: string) => ({ before: side(before, name), after: side(after, name) });
  return { leadShare: both('leadShare'), staffRatio: both('staffPer100Firms'), localSupply: both('localSupply') };
}

/** In one list alone: the last rank before the year of approval, and the last since. */
function ranksIn({ approvedOn }: Plan, ranks: readonly Matter[]): { readonly before?: Side; readonly after?: Side } {
  const year = Number(approvedOn?.slice(0, 4) ?? Number.NaN);
  const inOrder = ranks.toSorted((a, b) => Number(a.facts['year']) - Number(b.facts['year']));
  const after = inOrder.findLast(({ facts }) => Number(facts['year']) >= year);
  const before = inOrder.findLast(({ facts }) => Number(facts['year']) < year && (after === undefined || facts['list'] === after.facts['list']));
  const side = (of: Matter | undefined) => (of === undefined ? undefined : { value: Number(of.facts['rank']), period: String(of.facts['year']) });
  return { ...(before === undefined ? {} : { before: side(before) as Side }), ...(after === undefined ? {} : { after: side(after) as Side }) };
}

/** The modes of a plan, the primary first. */
function modesOf({ primary, secondary = [] }: Plan): readonly ModeCode[] {
  return [...(primary === undefined ? [] : [primary]), ...secondary];
}

type Row = NonNullable<Plan['measures']>[number];
interface Typed {
  readonly measure?: MeasureName;
  readonly before?: number;
  readonly beforePeriod?: string;
  readonly after?: number;
  readonly afterPeriod?: string;
  readonly source?: string;
}

/** Every measure of the plan's modes: what is known of it, then what was typed now, then what had been typed before. */
export function measureRows(plan: Plan, known: Sides, typed: readonly Typed[]): readonly Row[] {
  return modesOf(plan).flatMap((mode) => measuresOf[mode].map((measure): Row => {
    const [of, now, kept] = [known[measure] ?? {}, typed.find((row) => row.measure === measure), (plan.measures ?? []).find((row) => row.measure === measure && row.mode === mode)];
    const side = (name: 'before' | 'after') => {
      const told = of[name];
      if (told !== undefined) return { [name]: told.value, ...(told.period === undefined ? {} : { [`${name}Period`]: told.period }) };
      const own = now?.[name] === undefined ? (kept?.[`${name}Typed`] ? kept : undefined) : now;
      return own?.[name] === undefined ? {} : { [name]: own[name], [`${name}Period`]: own[`${name}Period`], [`${name}Typed`]: true };
    };
    const source = now?.source ?? kept?.source;
    const sides = { ...side('before'), ...side('after') } as Row;
    return { mode, measure, ...sides, ...(source !== undefined && (sides.beforeTyped === true || sides.afterTyped === true) ? { source } : {}) };
  }));
}

/** Typed is what no register holds, of the plan's own measures, with its source; both sides of one length; and what stood before a frozen baseline stays. */
export function badMeasures({ matter: { facts } }: Situation, typed: readonly Typed[], known: readonly string[]): Verdict {
  const asked = new Set(modesOf(facts).flatMap((mode) => measuresOf[mode]));
  for (const row of typed) {
    const { measure, before, beforePeriod, after, afterPeriod, source = '' } = row;
    if (measure === undefined) return { refusal: 'measureUnsourced', field: 'typedMeasures', detail: { measure: '—' } };
    const detail = { measure: measureNames[measure] };
    const at = (refusal: 'measureOther' | 'measureKnown' | 'measureUnsourced' | 'periodsUnequal' | 'measureFixed'): Verdict => ({ refusal, field: 'typedMeasures', detail });
    if (!asked.has(measure)) return at('measureOther');
    if ((before !== undefined && known.includes(`${measure}.before`)) || (after !== undefined && known.includes(`${measure}.after`))) return at('measureKnown');
    if (source.trim() === '' || (before !== undefined && beforePeriod === undefined) || (after !== undefined && afterPeriod === undefined)) return at('measureUnsourced');
    const kept = facts.measures?.find((each) => each.measure === measure);
    const [first, second] = [beforePeriod ?? (kept?.beforeTyped ? kept.beforePeriod : undefined), afterPeriod ?? (kept?.afterTyped ? kept.afterPeriod : undefined)];
    if (first !== undefined && second !== undefined && lengthOf(first) !== lengthOf(second)) return at('periodsUnequal');
    if (facts.frozenOn !== undefined && before !== undefined && kept?.before !== undefined && kept.before !== before) return at('measureFixed');
  }
  return undefined;
}

/** A year, a half, a quarter or a month, by how a period is written. */
function lengthOf(period: string): string {
  return period.replaceAll(/\d/g, '0').replace(/([QH])0/, '$1');
}

/** `measure.before` and `measure.after` of all that is known. */
export function namesKnown(known: Sides): readonly string[] {
  return Object.entries(known).flatMap(([name, { before, after } = {}]) => [...(before === undefined ? [] : [`${name}.before`]), ...(after === undefined ? [] : [`${name}.after`])]);
}


const period = { before: { zh: '改造前期间', en: 'Period before' }, after: { zh: '改造后期间', en: 'Period after' } };

export const measuringActions = {
  measure: action({
    name: { zh: '核定成效指标', en: 'Measure by the mode' },
    help: { zh: '按模式逐项比改造前后，同一口径、同样长的期间；项目和台账有的由系统取数，没有的填写并注明来源。', en: 'Before and after by what each mode is judged by, defined alike and over periods of one length; the plan and the registers give what they hold, the rest is typed with its source.' },
    from: ['planned', 'reviewed', 'contracted', 'vacated', 'building', 'filling', 'accepted', 'evaluated'],
    by: keepers,
    evidence: 0,
    asks: { measures: 'computed' },
    extra: {
      typedMeasures: fact.rows({ zh: '没有登记数的指标', en: 'Measures in no register' }, {
        measure: fact.choice({ zh: '指标', en: 'Measure' }, measureNames), before: fact.decimal({ zh: '改造前', en: 'Before' }, { min: -1e9, max: 1e12 }), beforePeriod: fact.period(period.before), after: fact.decimal({ zh: '改造后', en: 'After' }, { min: -1e9, max: 1e12 }), afterPeriod: fact.period(period.after),
        source: fact.text({ zh: '来源', en: 'Source' }, { max: 120 }),
      }, { max: 30 }),
      known: fact.text({ zh: '有登记数的', en: 'In registers' }, { min: 0, max: 2000, forPrograms: true }),
    },
    extraAsks: { typedMeasures: 'may', known: 'computed' },
    check: (situation, { typedMeasures = [], known }) => badMeasures(situation, typedMeasures, known.split(' ')),
  }),
};
