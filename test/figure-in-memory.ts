import type { Day } from '#kernel/calendar.ts';
import { holds } from '#kernel/condition.ts';
import type { Figure, Growth, OneFor, Ratio } from '#kernel/figure.ts';
import type { Matter } from '#kernel/matter.ts';
import type { AnyRecord } from '#kernel/mechanism.ts';
import { firstIn, firstOf } from './first-of.ts';

/** A figure answered over matters in memory, as the store answers it: the slow way that SQL is held against. */
export function answerIn({ where, oneFor, measure }: Figure, { stages }: Pick<AnyRecord, 'stages'>, matters: readonly Matter[], asOf: Day): { readonly value: number | null; readonly among: number; readonly ids: readonly string[] } {
  const met = matters.filter((matter) => !stages[matter.stage]?.uncounted && holds(where, matter, asOf));
  const all = oneFor === undefined ? met : onePer(met, oneFor).filter((matter) => oneFor.and === undefined || holds(oneFor.and, matter, asOf));
  const asked = 'value' in measure ? firstOf(all, measure) : all;
  const numbers = (name: string) => asked.flatMap(({ facts }) => (typeof facts[name] === 'number' ? [facts[name]] : []));
  const value = (() => {
    if ('count' in measure) return asked.length;
    if ('distinct' in measure) {
      // Of a list each of its values counts; of anything else the value as a whole.
      return new Set(asked.flatMap(({ facts: { [measure.distinct]: each } }) => (each === undefined || each === null ? [] : Array.isArray(each) ? (each as unknown[]) : [each]))).size;
    }
    if ('sum' in measure) return sumOf(numbers(measure.sum)) / (measure.per ?? 1);
    if ('mean' in measure) return numbers(measure.mean).length >= Math.max(1, measure.atLeast) ? sumOf(numbers(measure.mean)) / numbers(measure.mean).length : null;
    if ('median' in measure) return numbers(measure.median).length >= Math.max(1, measure.atLeast) ? median(numbers(measure.median)) : null;
    if ('ratio' in measure) return ratioOf(asked, measure, asOf);
    if ('value' in measure) return numbers(measure.value)[0] ?? null;
    if ('growth' in measure) return growthOf(asked, measure, asOf);
    return asked.length === 0 ? null : (100 * asked.filter((matter) => holds(measure.share, matter, asOf)).length) / asked.length;
  })();
  return { value, among: asked.length, ids: asked.map(({ id }) => id).toSorted() };
}

/** Of the matters that share a value the one that speaks for all. */
function onePer(matters: readonly Matter[], { fact, order }: OneFor): Matter[] {
  const things = new Set(matters.flatMap(({ facts: { [fact]: value } }) => (value === undefined || value === null ? [] : [JSON.stringify(value)])));
  return [...things].flatMap((thing) => firstIn(matters.filter(({ facts }) => JSON.stringify(facts[fact]) === thing), order));
}

function growthOf(all: readonly Matter[], { growth, base }: Growth, asOf: Day): number | null {
  const [now, before] = [growth, base].map((condition) => all.filter((matter) => holds(condition, matter, asOf)).length) as [number, number];
  return before === 0 ? null : 100 * (now / before - 1);
}

/** A quotient of sums worked out in memory, as the store works it out; nothing where there is nothing to divide by. */
function ratioOf(all: readonly Matter[], { ratio, over, as, base }: Ratio, asOf: Day): number | null {
  const whole = all.filter(({ facts }) => [...ratio, ...over].every((name) => typeof facts[name] === 'number'));
  const quotient = (of: readonly Matter[]) => {
    const product = (names: readonly string[]) => names.reduce((made, name) => made * of.reduce((sum, { facts }) => sum + (facts[name] as number), 0), 1);
    return of.length === 0 || product(over) === 0 ? null : product(ratio) / product(over);
  };
  const now = quotient(base ? whole.filter((matter) => !holds(base, matter, asOf)) : whole);
  const before = base ? quotient(whole.filter((matter) => holds(base, matter, asOf))) : 1;
  if (now === null || before === null || before === 0) return null;
  if (as === 'growth') return 100 * (now / before - 1);
  return as === 'share' ? (100 * now) / before : now / before / as.per;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function median(values: readonly number[]): number {
  const inOrder = values.toSorted((a, b) => a - b);
  const half = Math.floor(inOrder.length / 2);
  return inOrder.length % 2 === 1 ? inOrder[half]! : (inOrder[half - 1]! + inOrder[half]!) / 2;
}
