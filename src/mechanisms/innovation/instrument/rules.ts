import type { Day } from '#kernel/calendar.ts';
import type { Values } from '#kernel/fact.ts';
import type { FactsOf, Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { InstrumentRecord } from './record.ts';

export type Situation = SituationOf<InstrumentRecord>;
export type Verdict = VerdictOf<InstrumentRecord>;
export type Instrument = Values<FactsOf<InstrumentRecord>>;

const wan = 1_000_000;

/** What is open to others has a price, be it nothing. */
export function badInstrument({ openLevel, price }: Instrument): Verdict {
  return openLevel !== undefined && openLevel !== 'own' && price === undefined ? { refusal: 'priceMissing', field: 'price' } : undefined;
}

/** Whether it is large: of its original value alone. */
export function isLarge({ value }: Instrument, large: number): boolean {
  return value !== undefined && value >= large * wan;
}

/** A keeper keeps his own instruments; the bureau may enter for any. */
export function notKeeper({ matter, actor }: Situation): Verdict {
  if (actor.kind !== 'post' || actor.roles.includes('SCIENCE')) return undefined;
  return actor.personId === matter.facts.keeper ? undefined : 'notKeeper';
}

/** Hours are entered up to a day that has come, and never of a year that is closed by a later one. */
export function badHours({ matter: { facts }, today }: Situation, on: Day): Verdict {
  return on > today || on.slice(0, 4) < (facts.hoursOn ?? '').slice(0, 4) ? { refusal: 'hoursLater', field: 'until' } : undefined;
}

/** The year's hours with more of them: a new year begins at nothing. */
export function withHours({ years = [], hoursOn = '' }: Instrument, on: Day, more: { readonly external?: number; readonly internal?: number }) {
  const year = Number(on.slice(0, 4));
  const { external: others = 0, internal: own = 0 } = years.find((each) => each.year === year) ?? {};
  const [external, internal] = [rounded(others + (more.external ?? 0)), rounded(own + (more.internal ?? 0))];
  return { years: [...years.filter((each) => each.year !== year), { year, external, internal }].toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)).slice(-40), external, internal, whole: rounded(external + internal), hoursOn: on > hoursOn ? on : hoursOn };
}

function rounded(hours: number): number {
  return Math.round(hours * 10) / 10;
}
