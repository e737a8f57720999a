import { z } from 'zod';
import { ClockReading, DutyView, matterHead, Text } from './shapes.ts';

/** What lies on the desk: duties, what waits, what was sent on, what was told. */

export const DutyRow = z.object({
  duty: DutyView,
  matter: z.object({ id: z.string(), mechanism: z.string(), title: z.string(), number: z.string().nullable(), stage: z.string() }),
  /** Actions open to me on it, those that discharge this duty before others. */
  actions: z.array(z.object({ action: z.string(), name: Text })),
});
export type DutyRow = z.infer<typeof DutyRow>;

/** A matter that waits for somebody in my role, with the actions open to me. */
export const WaitingRow = z.object({
  ...matterHead,
  /** The clock that runs out first, if one runs. */
  clock: ClockReading.optional(),
  actions: z.array(z.string()),
});
export type WaitingRow = z.infer<typeof WaitingRow>;

/** Something I filed or handed to units, and where it stands: what is still owed on it, or the clock that runs out first. */
export const SentRow = z.object({
  ...matterHead,
  sentAt: z.string(),
  clock: ClockReading.optional(),
  owed: z.array(DutyView),
});
export type SentRow = z.infer<typeof SentRow>;

export const Notice = z.object({
  id: z.string(),
  at: z.string(),
  text: Text,
  mechanism: z.string(),
  matter: z.string(),
  /** Which matter it is about, as far as the reader may know. */
  number: z.string().nullable(),
  title: z.string(),
  isOpen: z.boolean(),
  isRead: z.boolean(),
});
export type Notice = z.infer<typeof Notice>;
