import { rounded, twiceMedian } from './exact.ts';
import type { Conclusion, NoConclusion, Repeat, Review, Scheme, Sheet, Standing } from './problem.ts';
import { findSheetFaults, halvesOf } from './sheet.ts';

/** What a panel's sheets come to. */
export function conclude(review: Review): Conclusion | Repeat | NoConclusion {
  const { scheme, sheets, veto } = review;
  const fault = findFault(review);
  if (fault) return fault;
  const voided = sheets.filter(({ conflict }) => conflict !== undefined).map(({ expertNo }) => expertNo);
  const valid = sheets.filter(({ conflict }) => conflict === undefined);
  if (valid.length < scheme.fewestSheets) return { outcome: 'repeat', because: 'few', valid: valid.length, fewest: scheme.fewestSheets, voided };
  if (valid.length % 2 === 0) return { outcome: 'repeat', because: 'even', valid: valid.length, fewest: scheme.fewestSheets, voided };
  const computed = computedPart(review);
  if (typeof computed !== 'number') return computed;
  const spread = spreadOf(scheme, valid);
  const kept = spread.standings.filter(({ isDropped }) => !isDropped);
  // Hundredths out of halves: 50 each.
  const experts = rounded(BigInt(kept.reduce((sum, { total }) => sum + total * 2, 0)) * 50n, BigInt(kept.length));
  const final = rounded(BigInt(experts * scheme.expertsPercent + computed * (100 - scheme.expertsPercent)), 100n);
  const agreeing = valid.filter(({ agrees }) => agrees).length;
  const [agree, of] = scheme.votes;
  const hasVotes = agreeing * of >= agree * valid.length;
  const isVetoed = veto !== undefined;
  const outcome = isVetoed || final < scheme.conditionalFrom * 100 ? 'refused' : final >= scheme.passFrom * 100 && hasVotes ? 'pass' : 'conditional';
  return { outcome, voided, experts, computed, final, agreeing, isVetoed, lacksVotes: final >= scheme.passFrom * 100 && !hasVotes, ...spread };
}

function findFault({ scheme, sheets, veto }: Review): NoConclusion | undefined {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
  if (sum(scheme.criteria.map(({ max }) => max)) !== 100 || scheme.criteria.some(({ max }) => max <= 0 || !Number.isInteger(max * 2))) return { outcome: 'badScheme', what: 'criteria' };
  if (sum(scheme.benchmarks.map(({ weight }) => weight)) !== 100 || scheme.benchmarks.some(({ weight }) => weight <= 0 || !Number.isInteger(weight))) return { outcome: 'badScheme', what: 'benchmarks' };
  if (!Number.isInteger(scheme.expertsPercent) || scheme.expertsPercent < 0 || scheme.expertsPercent > 100) return { outcome: 'badScheme', what: 'percent' };
  // Dropping two must leave somebody.
  if (scheme.conditionalFrom > scheme.passFrom || scheme.dropFrom < 3 || scheme.fewestSheets < 1) return { outcome: 'badScheme', what: 'bands' };
  const faults = sheets.flatMap((sheet) => findSheetFaults(scheme, sheet));
  if (faults.length > 0) return { outcome: 'faulty', sheets: faults };
  const twice = sheets.find(({ expertNo }, index) => sheets.findIndex((each) => each.expertNo === expertNo) !== index);
  if (twice) return { outcome: 'twice', expertNo: twice.expertNo };
  if (veto && (veto.legalBasis.trim() === '' || veto.departmentNote.trim() === '')) return { outcome: 'emptyVeto' };
  return undefined;
}

/** Σ weight · min(1, committed / standard), the other way round where less is better; one fraction until the end. */
function computedPart({ scheme, measures }: Review): number | NoConclusion {
  let [numerator, denominator] = [0n, 1n];
  for (const { key, name, weight, better } of scheme.benchmarks) {
    const measure = Object.hasOwn(measures, key) ? measures[key] : undefined;
    if (measure === undefined || !isMeasured(measure.committed, 0) || !isMeasured(measure.standard, 1)) return { outcome: 'unmeasured', benchmark: name };
    const [reached, wanted] = better === 'more' ? [measure.committed, measure.standard] : [measure.standard, measure.committed];
    const [part, whole] = reached >= wanted ? [1n, 1n] : [BigInt(reached), BigInt(wanted)];
    numerator = numerator * whole + BigInt(weight) * part * denominator;
    denominator *= whole;
  }
  return rounded(100n * numerator, denominator);
}

function isMeasured(number: number, least: number): boolean {
  return Number.isSafeInteger(number) && number >= least;
}

/** Where each total stands. Distances are kept in quarter points and their median in eighths, so that every comparison is exact. */
function spreadOf(scheme: Scheme, sheets: readonly Sheet[]): Pick<Conclusion, 'standings' | 'median' | 'mad' | 'range' | 'mustBeMinuted'> {
  const totals = sheets.map(({ expertNo, scores }) => ({ expertNo, halves: halvesOf(scores) })).toSorted((a, b) => a.halves - b.halves || (a.expertNo < b.expertNo ? -1 : 1));
  const halves = totals.map((each) => each.halves);
  const middle = twiceMedian(halves);
  // Half a point is the finest a sheet can tell: where more than half of them agree to the point, it stands in for a median distance of 0.
  const eighths = twiceMedian(halves.map((each) => Math.abs(2 * each - middle))) || 4;
  const range = ((halves.at(-1) ?? 0) - (halves[0] ?? 0)) / 2;
  const drops = totals.length >= scheme.dropFrom;
  const standings = totals.map(({ expertNo, halves: each }, index): Standing => {
    const quarters = 2 * each - middle;
    const scaled = 6745 * 2 * Math.abs(quarters);
    return {
      expertNo, total: each / 2, isDropped: drops && (index === 0 || index === totals.length - 1),
      z: (Math.sign(quarters) * rounded(BigInt(scaled), BigInt(eighths) * 100n)) / 100, isFar: scaled > 100 * scheme.zAboveHundredths * eighths,
    };
  });
  return { standings, median: middle / 4, mad: eighths / 8, range, mustBeMinuted: range > scheme.rangeAbove || standings.some(({ isFar }) => isFar) };
}
