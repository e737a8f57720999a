import type { Day, Instant } from './calendar.ts';

/** 方案: a versioned rule set kept as data; a version in force is never changed, only followed by another. */
export interface Scheme<Body = unknown> {
  readonly key: string;
  readonly version: number;
  readonly validFrom: Day;
  readonly body: Body;
}

/** The version of a scheme that is in force on a day. */
export function findSchemeOn<Body>(schemes: readonly Scheme<Body>[], key: string, on: Day): Scheme<Body> | undefined {
  return schemes.filter((scheme) => scheme.key === key && scheme.validFrom <= on).toSorted((a, b) => b.version - a.version)[0];
}

/** 读数: the value of an indicator for a subject and a period, with where it comes from. */
export interface Reading {
  readonly indicator: string;
  readonly subject: string;
  readonly period: string;
  readonly value: number;
  readonly source: string;
  readonly readAt: Instant;
}

/** The reading that holds for a subject and a period: the last one taken by the as-of moment. */
export function findReading(readings: readonly Reading[], indicator: string, subject: string, period: string, asOf: Instant): Reading | undefined {
  return readings
    .filter((reading) => reading.indicator === indicator && reading.subject === subject && reading.period === period && reading.readAt <= asOf)
    .toSorted((a, b) => (a.readAt < b.readAt ? 1 : a.readAt > b.readAt ? -1 : 0))[0];
}
