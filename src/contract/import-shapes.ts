import { z } from 'zod';
import { Text } from './shapes.ts';

/** A spreadsheet taken in, with what was not understood of it. */

/** One cell of an import that was not understood. */
export const CellProblem = z.object({ row: z.int(), column: z.string(), value: z.string(), words: Text });
export type CellProblem = z.infer<typeof CellProblem>;

export const ImportReport = z.object({
  id: z.string(),
  mechanism: z.string(),
  fileName: z.string(),
  state: z.enum(['checked', 'running', 'done', 'rolledBack', 'failed']),
  rows: z.int(),
  /** Rows that will be (or were) filed anew, corrected, left as they are, refused. */
  created: z.int(),
  amended: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  progress: z.number().min(0).max(1),
  /** Headings that were understood, with the fact; and those that were not. */
  columns: z.array(z.object({ heading: z.string(), fact: z.string().nullable() })),
  problems: z.array(CellProblem),
  /** Things to look at that stop nothing: two rows of the same name, hidden rows. */
  warnings: z.array(z.object({ row: z.int(), words: Text })),
});
export type ImportReport = z.infer<typeof ImportReport>;
