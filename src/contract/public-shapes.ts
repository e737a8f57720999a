import { z } from 'zod';
import { Names, Offer, Text } from './shapes.ts';

/** What anybody may read, what an author follows by code, and what breaks in a browser. */

/** A matter as its author follows it by code. */
export const Followed = z.object({
  mechanism: z.string(),
  number: z.string().nullable(),
  stage: z.string(),
  version: z.int(),
  filedAt: z.string(),
  facts: z.record(z.string(), z.unknown()),
  told: z.array(z.object({ at: z.string(), text: Text })),
  offers: z.array(Offer),
  /** When it was merged: the stage of the main record, whose answer is this one's too. */
  names: Names,
});
export type Followed = z.infer<typeof Followed>;

/** A page that broke in somebody's browser. Nothing in it says who: no address of a reader, no words typed. */
export const Fault = z.object({
  /** The page as a pattern, ids and questions left out: `/public/read/:/:`. */
  page: z.string().max(120),
  words: z.string().max(300),
  /** File, line and column of the script. */
  place: z.string().max(200),
  /** Family and main version. */
  browser: z.string().max(40),
});
export type Fault = z.infer<typeof Fault>;

export const PublicRow = z.object({
  id: z.string(),
  mechanism: z.string(),
  number: z.string().nullable(),
  stage: z.string(),
  facts: z.record(z.string(), z.unknown()),
  changedAt: z.string(),
});
export type PublicRow = z.infer<typeof PublicRow>;

export const PublicList = z.object({
  total: z.int(), page: z.int(), size: z.int(), rows: z.array(PublicRow), names: Names,
  /** The first and the last year of those that narrow the list, by fact. */
  years: z.record(z.string(), z.object({ from: z.int(), to: z.int() })),
  /** The year it shows where none was asked for. */
  year: z.int().optional(),
});
export type PublicList = z.infer<typeof PublicList>;
