import { z } from 'zod';
import { Text } from './shapes.ts';

/** What goes on in the background after an action, and what a trial run was worked out from. */

export const Run = z.object({
  id: z.string(),
  action: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  done: z.int(),
  total: z.int(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** Why it failed. */
  words: Text.nullable(),
  /** This reader may cancel it, or let it go on. */
  mayManage: z.boolean(),
});
export type Run = z.infer<typeof Run>;

/** One row as a run froze it, in whole base units, with what it came to. */
export const FrozenRow = z.object({
  subject: z.string(),
  name: z.string(),
  industry: z.string(),
  quantities: z.record(z.string(), z.number()),
  bonuses: z.array(z.string()).optional(),
  counts: z.record(z.string(), z.number()).optional(),
  vetoes: z.array(z.string()).optional(),
  exemption: z.string().optional(),
});
export type FrozenRow = z.infer<typeof FrozenRow>;

/** A spreadsheet read into the rows of a form: nothing is kept. */
export const TableRead = z.object({
  rows: z.array(z.record(z.string(), z.unknown())),
  columns: z.array(z.object({ heading: z.string(), fact: z.string().nullable() })),
  problems: z.array(z.object({ row: z.int(), column: z.string(), value: z.string(), words: Text })),
  refused: z.int(),
});
export type TableRead = z.infer<typeof TableRead>;
