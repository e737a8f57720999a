import { z } from 'zod';
import { Text } from './shapes.ts';

/** What words find. */

export const SearchHit = z.object({
  mechanism: z.string(),
  id: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  stage: z.string(),
  /** The words around the first place they stand, as [before, hit, after]. */
  excerpt: z.tuple([z.string(), z.string(), z.string()]),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** A name with the place marked where the words stand or sound: before, hit, after. */
export const Marked = z.tuple([z.string(), z.string(), z.string()]);
export type Marked = z.infer<typeof Marked>;

/** What words find beside matters; of each only what the reader may read. */
export const FoundFile = z.object({
  hash: z.string(),
  name: Marked,
  mechanism: z.string(),
  matter: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  /** The name of the fact that holds it; nothing where it is evidence of an action. */
  fact: Text.nullable(),
  at: z.string(),
});
export type FoundFile = z.infer<typeof FoundFile>;

export const FoundUnit = z.object({ id: z.string(), name: Marked, kind: z.string() });
export type FoundUnit = z.infer<typeof FoundUnit>;

export const FoundPost = z.object({ id: z.string(), name: Marked, unitId: z.string(), unitName: z.string(), personName: z.string() });
export type FoundPost = z.infer<typeof FoundPost>;

/** An action by its name: one that files leads to its form, another to the matters in the stages it is done from. */
export const FoundAction = z.object({ mechanism: z.string(), action: z.string(), name: Text, files: z.boolean(), stages: z.array(z.string()) });
export type FoundAction = z.infer<typeof FoundAction>;

export const Everything = z.object({
  matters: z.array(SearchHit),
  files: z.array(FoundFile),
  units: z.array(FoundUnit),
  posts: z.array(FoundPost),
  actions: z.array(FoundAction),
  /** Registers by their names, as keys. */
  registers: z.array(z.string()),
  /** Which of them hold more than was asked for. */
  more: z.array(z.enum(['matters', 'files', 'units', 'posts', 'actions'])),
});
export type Everything = z.infer<typeof Everything>;
