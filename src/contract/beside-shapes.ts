import { z } from 'zod';
import { Light, MatterList, StoredFile, Text } from './shapes.ts';

/** What stands beside a matter: what was said about it, the line it lies in, drafts, files on their way. */

export const Mention = z.object({ kind: z.enum(['unit', 'post']), id: z.string(), name: z.string() });
export type Mention = z.infer<typeof Mention>;

export const Comment = z.object({
  id: z.string(),
  at: z.string(),
  by: z.object({ name: z.string(), unitName: z.string() }),
  /** Empty once it was taken back. */
  text: z.string(),
  mentions: z.array(Mention),
  editedAt: z.string().optional(),
  withdrawnAt: z.string().optional(),
  isMine: z.boolean(),
  /** Until when its writer may still mend the words; absent when not or no more. */
  mendableUntil: z.string().optional(),
});
export type Comment = z.infer<typeof Comment>;

export const Comments = z.object({
  rows: z.array(Comment),
  /** Units and posts that may see the matter, and so may be named with @. */
  mentionable: z.array(Mention.extend({ unitName: z.string().optional() })),
});
export type Comments = z.infer<typeof Comments>;

/** The ties of a matter walked both ways over several steps, as far as this reader may see. */
export const Line = z.object({
  nodes: z.array(z.object({
    mechanism: z.string(), id: z.string(), title: z.string(), number: z.string().nullable(), stage: z.string(), light: Light, filedAt: z.string(),
    /** Steps away from the matter the line was asked for; 0 is itself. */
    away: z.int(),
  })),
  ties: z.array(z.object({ type: z.string(), mechanism: z.string(), from: z.string(), to: z.string() })),
  /** There is more beyond the last step or the number shown. */
  isMore: z.boolean(),
});
export type Line = z.infer<typeof Line>;

/** The matters of other registers that name this one, by register and fact: the latest few of each, and how many there are. */
export const Around = z.object({ groups: z.array(MatterList.extend({ mechanism: z.string(), /** The fact of theirs that names it. */ fact: z.string() })) });
export type Around = z.infer<typeof Around>;

export const Draft = z.object({ at: z.string(), typed: z.record(z.string(), z.unknown()) });
export type Draft = z.infer<typeof Draft>;

export const DraftRow = z.object({
  mechanism: z.string(),
  action: z.string(),
  /** The action's. */
  name: Text,
  /** The matter it is for; none when it files a new one. */
  matter: z.string().nullable(),
  title: z.string(),
  number: z.string().nullable(),
  at: z.string(),
});
export type DraftRow = z.infer<typeof DraftRow>;

/** A file on its way: how much has come and how large a piece may be. */
export const Arriving = z.object({ id: z.string(), received: z.int(), size: z.int(), piece: z.int() });
export type Arriving = z.infer<typeof Arriving>;

/** A piece taken; the kept file once all of it has come. */
export const Arrived = Arriving.extend({ file: StoredFile.optional() });
export type Arrived = z.infer<typeof Arrived>;

/** How a long work of a matter stands: a computation that takes seconds or minutes, done by a thread of its own. */
export const WorkState = z.object({
  action: z.string(),
  by: z.string(),
  startedAt: z.string(),
  /** Stopped by itself after so many seconds. */
  seconds: z.int(),
  /** It was told to come to its end, by somebody or by its limit. */
  isStopped: z.boolean(),
  finishedAt: z.string().nullable(),
  /** Why nothing was kept of it. */
  refused: Text.nullable(),
  told: z.object({ phase: Text, done: z.number(), of: z.number(), best: z.number().nullable(), bound: z.number().nullable() }).nullable(),
});
export type WorkState = z.infer<typeof WorkState>;
