import type { Day } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { neighbours, type Specialty } from '../project-words.ts';
import type { PanelPlanRecord } from './record.ts';

export type Situation = SituationOf<PanelPlanRecord>;
type Verdict = VerdictOf<PanelPlanRecord>;

interface Scope {
  readonly projects?: readonly string[];
  readonly firstMonth: string;
  readonly months: number;
}

/** From this month on, within one year, of projects that stand at their review. */
export function badScope({ today, findMatter }: Situation, { projects = [], firstMonth, months }: Scope): Verdict {
  if (firstMonth < today.slice(0, 7)) return { refusal: 'monthPast', field: 'firstMonth' };
  if (Number(firstMonth.slice(5)) + months > 13) return { refusal: 'twoYears', field: 'months' };
  const gone = projects.map(findMatter).find((held) => held !== undefined && held.stage !== 'review');
  return gone === undefined ? undefined : { refusal: 'notAtReview', field: 'projects', detail: { name: String(gone.facts['name'] ?? '') } };
}

/** The month in which the nth of so many projects is reviewed: they spread evenly, in the order in which they came. */
export function monthOf(nth: number, count: number, firstMonth: string, months: number): string {
  const month = Number(firstMonth.slice(5)) + Math.floor((nth * months) / Math.max(1, count));
  return `${firstMonth.slice(0, 5)}${String(month).padStart(2, '0')}`;
}

const ofLevel: Readonly<Record<string, number>> = { full: 30, associate: 20, equal: 20, middle: 10 };
/** An expert borrowed from a neighbouring specialty fits less well. */
const lent = 15;

/** How well an expert fits each specialty: by title and by years in the field, less where the specialty is a neighbour of his own. Whole numbers from 0 to 60. */
export function fitsOf({ facts }: Matter): Readonly<Record<string, number>> {
  const whole = (ofLevel[String(facts['titleLevel'])] ?? 0) + Math.min(30, Number(facts['years'] ?? 0));
  const own = (facts['specialties'] ?? []) as readonly Specialty[];
  const near = own.flatMap((each) => neighbours[each] ?? []);
  return { ...Object.fromEntries(near.map((each) => [each, Math.max(0, whole - lent)])), ...Object.fromEntries(own.map((each) => [each, whole])) };
}

/** What more an expert is worth to this very project: that he knows its chain, or the sea for a marine one. */
export function extraFit({ facts: expert }: Matter, { facts: project }: Matter): number {
  const chain = project['chain'];
  const knowsChain = typeof chain === 'string' && chain !== '' && String(expert['chains'] ?? '').includes(chain);
  const knowsSea = project['isMarine'] === true && ((expert['specialties'] ?? []) as readonly string[]).includes('ocean');
  return (knowsChain ? 20 : 0) + (knowsSea ? 10 : 0);
}

/** How often an expert sat in each month of a year so far. */
export function seatsByMonth({ facts }: Matter, year: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { on } of (facts['seats'] ?? []) as readonly { readonly on?: Day }[]) if (on?.startsWith(year)) counts[on.slice(0, 7)] = (counts[on.slice(0, 7)] ?? 0) + 1;
  return counts;
}
