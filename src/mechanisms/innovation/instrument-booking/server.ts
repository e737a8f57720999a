import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { overlap, type Booking } from './rules.ts';

/** Confirmed bookings of the instrument that lie in the way. */
const inTheWay: Computation = {
  asks: ({ matter }, input) => ({ others: { mechanism: 'instrumentBooking', where: { all: [{ stage: ['confirmed', 'used'] }, { fact: 'instrument', in: [String(input['instrument'] ?? matter.facts['instrument'] ?? '')] }] } } }),
  work: ({ matter }, input, { others = [] }) => {
    const own = { ...matter.facts, ...input } as Booking;
    return { clashes: others.filter(({ id, facts }) => id !== matter.id && overlap(own, facts as Booking)).length };
  },
};

export const serving: MechanismServer = { computes: { book: inTheWay, confirm: inTheWay } };
