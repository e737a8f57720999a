import type { Values } from '#kernel/fact.ts';
import type { FactsOf, Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { InstrumentBookingRecord } from './record.ts';

export type Situation = SituationOf<InstrumentBookingRecord>;
export type Verdict = VerdictOf<InstrumentBookingRecord>;
export type Booking = Values<FactsOf<InstrumentBookingRecord>>;

/** Two times that share a moment; one may begin when the other ends. */
export function overlap(one: Pick<Booking, 'fromAt' | 'toAt'>, other: Pick<Booking, 'fromAt' | 'toAt'>): boolean {
  return (one.fromAt ?? '') < (other.toAt ?? '') && (other.fromAt ?? '') < (one.toAt ?? '');
}

/** An instrument that is open to the user, in a time to come that nobody has. */
export function badBooking({ now, findMatter }: Situation, booking: Booking): Verdict {
  const instrument = findMatter(booking.instrument ?? '');
  const isOwn = usedByOwner(instrument?.facts, booking);
  if (instrument?.stage !== 'listed' || (instrument.facts['openLevel'] === 'own' && !isOwn)) return { refusal: 'notOpen', field: 'instrument' };
  if ((booking.fromAt ?? '') < now || (booking.toAt ?? '') <= (booking.fromAt ?? '')) return { refusal: 'timesTurned', field: 'toAt' };
  return occupied(booking);
}

/** Whether somebody was confirmed in this time. */
export function occupied({ clashes = 0 }: Booking): Verdict {
  return clashes > 0 ? { refusal: 'occupied', field: 'fromAt', detail: { clashes } } : undefined;
}

/** Who uses what he owns shares nothing. */
export function usedByOwner(instrument: Readonly<Record<string, unknown>> | undefined, { userCode, userName }: Booking): boolean {
  return (userCode !== undefined && userCode === instrument?.['hostCode']) || (userName !== undefined && userName === instrument?.['hostName']);
}

/** The keeper of its instrument, or the bureau. */
export function notKeeper({ matter, actor, findMatter }: Situation): Verdict {
  if (actor.kind !== 'post' || actor.roles.includes('SCIENCE')) return undefined;
  return actor.personId === findMatter(matter.facts.instrument ?? '')?.facts['keeper'] ? undefined : 'notKeeper';
}

/** Nobody cancels or rates for somebody else. */
export function notBooker({ matter, actor }: Situation): Verdict {
  return actor.kind === 'post' && actor.personId === matter.facts.booker ? undefined : 'notBooker';
}

/** Hours by the price of the instrument, to the fen. */
export function feeOf(hours: number, price: unknown): number {
  return Math.round(hours * Number(price ?? 0));
}
