import { z } from 'zod';
import { Day, MatterRow, Names, Text } from './shapes.ts';

/** The shapes of a register beyond its list: totals, saved views, acting on many, places, time. */

/** What stands under the columns: of the whole filtered set, never of the page alone. A fact without numbers has a count of 0. */
export const RegisterTotals = z.object({
  total: z.int(),
  facts: z.record(z.string(), z.object({ count: z.int(), sum: z.number().nullable(), mean: z.number().nullable(), least: z.number().nullable(), most: z.number().nullable() })),
});
export type RegisterTotals = z.infer<typeof RegisterTotals>;

/** For whom a view is kept: its maker alone, whoever holds the same post, the whole unit, the whole district. */
export const Share = z.enum(['nobody', 'post', 'unit', 'district']);
export type Share = z.infer<typeof Share>;

export const SavedView = z.object({
  id: z.string(),
  name: z.string(),
  /** The address bar as it was, from the question mark on. */
  query: z.string(),
  share: Share,
  ownerName: z.string(),
  /** Whether this reader may rename, change and remove it. */
  isMine: z.boolean(),
});
export type SavedView = z.infer<typeof SavedView>;

export const SavedViews = z.object({ rows: z.array(SavedView), usual: z.string().nullable(), mayShare: z.array(Share) });
export type SavedViews = z.infer<typeof SavedViews>;

export const viewName = z.string().trim().min(1).max(40);
export const viewQuery = z.string().max(4_000).regex(/^(\?.*)?$/s);

/** The ids behind a filter, to select them all. */
export const FoundIds = z.object({ total: z.int(), rows: z.array(z.object({ id: z.string(), version: z.int() })) });
export type FoundIds = z.infer<typeof FoundIds>;

/** An action for many at once: for how many it is open, and what stands before the others. */
export const JointOffer = z.object({ action: z.string(), open: z.int(), obstacles: z.array(z.object({ words: Text, count: z.int() })) });
export type JointOffer = z.infer<typeof JointOffer>;

/** What became of each of many: done, or refused with the reason. */
export const JointResult = z.object({
  rows: z.array(z.object({ id: z.string(), number: z.string().nullable(), title: z.string(), done: z.boolean(), words: Text.optional(), code: z.string().optional(), fields: z.record(z.string(), Text).optional() })),
});
export type JointResult = z.infer<typeof JointResult>;

export const Place = z.union([
  z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))) }),
]);
export type Place = z.infer<typeof Place>;

/** Matters on the map: at most so many, with how many there are and how many have no place yet. */
export const PlacedMatters = z.object({
  fact: z.string(),
  total: z.int(),
  unplaced: z.int(),
  /** The fact they are coloured by; nothing means their lights. */
  colour: z.string().optional(),
  /** The years one can go back to, and the one shown; nothing means now. */
  years: z.array(z.int()).optional(),
  year: z.int().optional(),
  /** `value` is what the colour stands for, `opens` another matter one can go straight to. */
  rows: z.array(MatterRow.omit({ facts: true }).extend({ place: Place, value: z.union([z.string(), z.number()]).optional(), opens: z.string().optional() })),
  names: Names.optional(),
});
export type PlacedMatters = z.infer<typeof PlacedMatters>;

/** A stretch during which a clock or a duty ran, with its pauses; `to` is when it was stopped, `dueOn` when it runs out. */
export const Span = z.object({
  key: z.string(),
  isDuty: z.boolean(),
  unit: z.string().optional(),
  from: Day,
  to: Day.optional(),
  dueOn: Day.optional(),
  isLate: z.boolean(),
  pauses: z.array(z.object({ from: Day, to: Day.optional(), reason: z.string() })),
});
export type Span = z.infer<typeof Span>;

export const TimelineRow = MatterRow.omit({ facts: true }).extend({
  spans: z.array(Span),
  events: z.array(z.object({ seq: z.int(), on: Day, action: z.string(), stage: z.string(), isMove: z.boolean() })),
});
export type TimelineRow = z.infer<typeof TimelineRow>;

export const Timeline = z.object({ from: Day, to: Day, today: Day, total: z.int(), page: z.int(), size: z.int(), rows: z.array(TimelineRow), names: Names });
export type Timeline = z.infer<typeof Timeline>;

/** One row of an import with what is to become of it. `column` counts from 0. */
export const ImportRow = z.object({
  row: z.int(),
  outcome: z.enum(['heading', 'create', 'amend', 'unchanged', 'refused']),
  matter: z.string().nullable(),
  problems: z.array(z.object({ column: z.int(), words: Text })),
});
export type ImportRow = z.infer<typeof ImportRow>;

