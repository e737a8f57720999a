import { z } from 'zod';
import { Day, Light, MatterRow, Names } from './shapes.ts';

/** Figures with what stands behind them, lights by unit, and what changed: what the cockpit and the figures page show. */

export const FigureAnswer = z.object({
  key: z.string(),
  value: z.number().nullable(),
  among: z.int(),
  asOf: Day,
  /** Of a growth whose base is so small that the rate alone misleads: the base. */
  base: z.int().optional(),
  /** Whether it lies in the range the printed words admit; absent where the article gives no number. */
  isAccepted: z.boolean().optional(),
});
export type FigureAnswer = z.infer<typeof FigureAnswer>;

/** A figure as of several days, in their order. */
export const FigureTrend = z.object({ key: z.string(), points: z.array(z.object({ asOf: Day, value: z.number().nullable() })) });
export type FigureTrend = z.infer<typeof FigureTrend>;

/** Units by light. A matter counts for each unit that has a part in it, once in the totals; one without a due day has no light. */
export const LightMatrix = z.object({
  rows: z.array(z.object({ unit: z.string(), name: z.string(), counts: z.record(Light, z.int()) })),
  totals: z.record(Light, z.int()),
});
export type LightMatrix = z.infer<typeof LightMatrix>;

/** Units by register and light: the lights of all registers side by side. */
export const LightGrid = z.object({
  registers: z.array(z.string()),
  rows: z.array(z.object({ unit: z.string(), name: z.string(), counts: z.record(z.string(), z.record(Light, z.int())) })),
  totals: z.record(z.string(), z.record(Light, z.int())),
});
export type LightGrid = z.infer<typeof LightGrid>;

/** How many matters each register holds, and how many of them are late or soon will be; that only where it has lights. */
export const RegisterCounts = z.record(z.string(), z.object({ total: z.int(), late: z.int() }));
export type RegisterCounts = z.infer<typeof RegisterCounts>;

/** One thing done to a matter, as a sentence needs it. */
export const Change = z.object({
  id: z.string(),
  mechanism: z.string(),
  seq: z.int(),
  number: z.string().nullable(),
  title: z.string(),
  action: z.string(),
  at: z.string(),
  by: z.object({ kind: z.string(), name: z.string(), unitName: z.string().optional() }),
  from: z.string().optional(),
  stage: z.string(),
});
export type Change = z.infer<typeof Change>;

/** `since` is a moment: the last visit, a week ago where there was none, or the beginning of the day asked for. */
export const Changes = z.object({ since: z.string(), isVisit: z.boolean(), rows: z.array(Change), isMore: z.boolean() });
export type Changes = z.infer<typeof Changes>;

export const FigureRecords = z.object({ answer: FigureAnswer, rows: z.array(MatterRow), names: Names });
export type FigureRecords = z.infer<typeof FigureRecords>;

export const Snapshot = z.object({
  id: z.string(),
  figure: z.string(),
  asOf: Day,
  value: z.number().nullable(),
  /** How many records there were, and those of them the reader may open. */
  among: z.int(),
  records: z.array(z.string()),
  computedAt: z.string(),
  by: z.string(),
});
export type Snapshot = z.infer<typeof Snapshot>;
