import { isUngraded } from '#engines/evaluation/classes.ts';
import { usualTaxItems } from '#engines/evaluation/common-rules.ts';
import type { Enrolled, QuantityName, Result, Scheme, Subject, TaxItem } from '#engines/evaluation/problem.ts';
import { quantities } from '#engines/evaluation/quantities.ts';
import { valueOf } from '#engines/evaluation/solve.ts';
import type { Standing } from '#engines/evaluation/standing.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Change, FrozenRow, Sources } from '../bulk.ts';
import { indicatorOf, measured, partOf, taxParts, type Measured, type TaxPart } from './data-owners.ts';

// What the cycle and the sheets share when they meet the engine.

type Row = Readonly<Record<string, unknown>>;
const rowsOf = (matter: Matter, name: string) => (matter.facts[name] ?? []) as readonly Row[];

/** The scheme a cycle was issued with. */
export function schemeIn(cycle: Matter): Scheme {
  return JSON.parse(String(cycle.facts['scheme'])) as Scheme;
}

/** What the published evaluation left behind, in units of the last decimal as the engine counts. */
export function standingIn(cycle: Matter): Standing {
  const { decimals } = schemeIn(cycle);
  const units = (points: unknown) => Math.round(Number(points) * 10 ** decimals);
  const benchmarks: Record<string, Record<string, number>> = {};
  for (const row of rowsOf(cycle, 'benchmarks')) (benchmarks[String(row['indicator'])] ??= {})[String(row['industry'] ?? '')] = Number(row['value']);
  return {
    benchmarks,
    means: Object.fromEntries(rowsOf(cycle, 'means').map((row) => [String(row['indicator']), units(row['points'])])),
    cuts: rowsOf(cycle, 'cuts').map((row) => ({ list: String(row['list']), class: String(row['class']), points: units(row['points']) })),
  };
}

/** The indicators among the readings that a quantity is the greatest of: land counts as registered or surveyed, whichever is more (parks.md §1.2). */
export const sources: Sources = {
  tax: [indicatorOf('tax')], valueAdded: [indicatorOf('valueAdded')], revenue: [indicatorOf('revenue')], research: [indicatorOf('research')], land: [indicatorOf('registeredLand'), indicatorOf('surveyedLand')],
  energy: [indicatorOf('energy')], pollutant: [indicatorOf('pollutant')], staff: [indicatorOf('staff')], electricity: [indicatorOf('electricity')],
};

/** How a scheme's evaluated tax differs from the usual one that is kept among the readings: parts to be added and to be taken off (parks.md §2.3). */
export function taxChange({ taxItems = usualTaxItems }: Pick<Scheme, 'taxItems'>): Change {
  const sign = (items: readonly TaxItem[], part: TaxPart) => items.find(({ key }) => key === part)?.sign ?? 0;
  const by = (part: TaxPart) => sign(taxItems, part) - sign(usualTaxItems, part);
  return { quantity: 'tax', plus: taxParts.filter((part) => by(part) > 0).map(partOf), minus: taxParts.filter((part) => by(part) < 0).map(partOf) };
}

/** What a change comes to, of the readings of somebody. */
export function changedBy({ plus, minus }: Change, values: ReadonlyMap<string, number>): number {
  const sum = (of: readonly string[]) => of.reduce((total, indicator) => total + (values.get(indicator) ?? 0), 0);
  return sum(plus) - sum(minus);
}

/** The quantities on a sheet, in base units. */
export function quantitiesOn(readings: readonly { readonly quantity?: Measured; readonly value?: number }[]): Subject['quantities'] {
  const values = new Map(readings.flatMap(({ quantity, value }) => (quantity === undefined || value === undefined ? [] : [[indicatorOf(quantity), Math.round(value * measured[quantity].size)] as const])));
  return quantitiesFrom(values);
}

/** The quantities of an evaluation from readings by indicator, in base units: each the greatest of its indicators (land: register and survey), as the store freezes them. */
export function quantitiesFrom(values: ReadonlyMap<string, number>, change?: Change): Subject['quantities'] {
  return Object.fromEntries(Object.entries(sources).flatMap(([name, from]) => {
    const known = from.flatMap((indicator) => values.get(indicator) ?? []);
    return known.length === 0 ? [] : [[name, Math.round(Math.max(...known) + (change?.quantity === name ? changedBy(change, values) : 0))]];
  }));
}

/** What departments decided of an enterprise, as an evaluation takes it. */
export function decidedOf(remarks: readonly Matter[]): Omit<Enrolled, 'subject' | 'industry'> {
  const of = (kind: string) => remarks.filter(({ facts }) => facts['kind'] === kind);
  const items = (kind: string) => of(kind).map(({ facts }) => String(facts['item']));
  const [bonuses, vetoes, [exemption]] = [items('bonus'), items('veto'), items('exemption')];
  const counts = Object.fromEntries(of('deduction').map(({ facts }) => [String(facts['item']), Number(facts['count'])]));
  return { ...(bonuses.length > 0 ? { bonuses } : {}), ...(Object.keys(counts).length > 0 ? { counts } : {}), ...(vetoes.length > 0 ? { vetoes } : {}), ...(exemption === undefined ? {} : { exemption }) };
}

/** The findings a scheme knows of; another scheme may have other items. */
export function knownTo(scheme: Scheme, remarks: readonly Matter[]): readonly Matter[] {
  const known = new Set([scheme.bonuses, scheme.deductions, scheme.vetoes, scheme.exemptions].flatMap((each) => each.map(({ key }) => key)));
  return remarks.filter(({ facts }) => known.has(String(facts['item'])));
}

/** A subject as a row is frozen. */
export function rowOf({ id, industry, quantities, bonuses, counts, vetoes, exemption }: Subject): FrozenRow {
  const known = Object.fromEntries((Object.keys(sources) as QuantityName[]).map((name) => [name, quantities[name] ?? null])) as { readonly [K in QuantityName]: number | null };
  return { subject: id, industry, ...known, ...(bonuses ? { bonuses } : {}), ...(counts ? { counts } : {}), ...(vetoes ? { vetoes } : {}), ...(exemption === undefined ? {} : { exemption }) };
}

/** A frozen row as the engine takes it. */
export function subjectOf({ subject, industry, bonuses, counts, vetoes, exemption, ...rest }: FrozenRow): Subject {
  const given = (name: string, value: unknown) => (value === null || value === undefined ? {} : { [name]: value });
  const quantities = Object.fromEntries((Object.keys(sources) as QuantityName[]).flatMap((name) => (rest[name] === null || rest[name] === undefined ? [] : [[name, rest[name]]])));
  return { id: subject, industry, quantities, ...given('bonuses', bonuses), ...given('counts', counts), ...given('vetoes', vetoes), ...given('exemption', exemption) };
}

/** A result as the facts of a sheet. */
export function factsOfResult(scheme: Scheme, result: Result): Readonly<Record<string, unknown>> {
  const unit = 10 ** scheme.decimals;
  const { steps, bonus, deduction, points, group, rank, among, ranked, moves } = result;
  return {
    steps: steps.map(({ indicator, value, benchmark, points: own, how }) => ({ indicator, ...(value === undefined ? {} : { value }), benchmark, weight: scheme.indicators.find(({ key }) => key === indicator)?.weight ?? 0, points: own / unit, how })),
    ...(moves.length === 0 ? {} : { moves: moves.map((move) => (move.by === 'guard' ? { by: 'guard', guard: move.guard + 1, to: move.to } : { by: 'veto', veto: move.veto, to: move.to })) }),
    bonus: bonus / unit, deduction: deduction / unit, points: points / unit, class: result.class, isUngraded: isUngraded(scheme, result),
    ...(group === undefined ? {} : { list: group }), ...(rank === undefined ? {} : { rank }), ...(among === undefined ? {} : { among }), ...(ranked === undefined ? {} : { ranked }),
  };
}

/** The way that does not count, as the facts of a sheet: it has points and a class, and no rank. */
export function factsBeside(scheme: Scheme, result: Result): Readonly<Record<string, unknown>> {
  const { steps, moves, bonus, deduction, points, class: band, ranked } = factsOfResult(scheme, result);
  return { besideSteps: steps, besideBonus: bonus, besideDeduction: deduction, besidePoints: points, besideClass: band, ...(moves === undefined ? {} : { besideMoves: moves }), ...(ranked === undefined ? {} : { besideRanked: ranked }) };
}

/** The indicators of a scheme of which somebody has both quantities, the denominator above 0. */
export function valuedIn({ indicators }: Pick<Scheme, 'indicators'>, own: Subject['quantities']): readonly string[] {
  return indicators.filter((indicator) => valueOf(indicator, own) !== undefined).map(({ key }) => key);
}

/** The sums of a joint evaluation in the units of an office, with how many of its members have each. */
export function sumsOf(whole: Subject, members: readonly Subject[]): readonly Readonly<Record<string, unknown>>[] {
  return (Object.keys(sources) as QuantityName[]).flatMap((quantity) => {
    const sum = whole.quantities[quantity];
    return sum === undefined ? [] : [{ quantity, value: Math.round((sum / quantities[quantity].size) * 10_000) / 10_000, of: members.filter((member) => member.quantities[quantity] !== undefined).length }];
  });
}

/** What tells the sheets of all evaluations apart: the evaluation and the credit code. */
export function sheetKey(cycle: string, code: string): string {
  return `${cycle}:${code}`;
}
