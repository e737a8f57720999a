import type { ClockReading } from '#contract/shapes.ts';

const urgency: Readonly<Record<ClockReading['state'], number>> = { overdue: 0, running: 1, paused: 2, stopped: 3 };

/** What burns first: the longest overdue, then what runs out next, then what is paused, then what no clock runs for. */
export function byUrgency(one: ClockReading | undefined, other: ClockReading | undefined): number {
  if (!one || !other) return Number(other !== undefined) - Number(one !== undefined);
  return urgency[one.state] - urgency[other.state] || (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999');
}

/** The part of the desk to open on: what is owed, unless what waits for the post burns sooner or is all there is. */
export function burningPart(owed: readonly (ClockReading | undefined)[], waiting: readonly (ClockReading | undefined)[]): 'owed' | 'waiting' {
  if (owed.length === 0 || waiting.length === 0) return waiting.length > 0 ? 'waiting' : 'owed';
  return byUrgency(waiting.toSorted(byUrgency)[0], owed.toSorted(byUrgency)[0]) < 0 ? 'waiting' : 'owed';
}
