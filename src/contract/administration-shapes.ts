import { z } from 'zod';
import { Day, DayKind, PostChoice, Text } from './shapes.ts';

/** Units, posts, accounts, schemes, settings, calendar and logs, as administration lists them. */

export const Unit = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  /** How both names sound, for `soundPattern` of the kernel: pickers find a unit by its initials. */
  sounds: z.string(),
  kind: z.string(),
  groups: z.array(z.string()),
  validFrom: Day,
  validTo: Day.nullable(),
});
export type Unit = z.infer<typeof Unit>;

/** A unit with what it was called before, where it went, and who holds its posts. */
export const UnitPage = z.object({
  unit: Unit,
  formerNames: z.array(z.object({ name: z.string(), until: Day })),
  mergedInto: z.object({ id: z.string(), name: z.string() }).nullable(),
  merged: z.array(z.object({ id: z.string(), name: z.string(), until: Day.nullable() })),
  posts: z.array(PostChoice.extend({ personName: z.string() })),
});
export type UnitPage = z.infer<typeof UnitPage>;

/** A unit as administration lists it. */
export const UnitRow = Unit.extend({ mergedInto: z.string().nullable(), formerNames: z.array(z.object({ name: z.string(), until: Day })) });
export type UnitRow = z.infer<typeof UnitRow>;

export const YearOfDays = z.object({
  year: z.int(),
  /** Whether a notice is known; otherwise every day counted in the year is provisional (暂定). */
  isKnown: z.boolean(),
  /** Where an entered notice comes from; nothing for those that come with the platform. */
  source: z.string().nullable(),
  days: z.array(z.object({ day: Day, kind: DayKind })),
  workdays: z.int(),
});
export type YearOfDays = z.infer<typeof YearOfDays>;

/** One version of a scheme. */
export const SchemeRow = z.object({ key: z.string(), version: z.int(), validFrom: Day, body: z.unknown(), keptBy: z.string(), keptAt: z.string() });
export type SchemeRow = z.infer<typeof SchemeRow>;

/** Something an administrator changed. */
export const AdministeredRow = z.object({
  id: z.string(), at: z.string(), personName: z.string(), postName: z.string(), what: z.string(), subject: z.string(),
  /** What the subject is called, where it has a name. */
  subjectName: Text,
  before: z.unknown(), after: z.unknown(),
});
export type AdministeredRow = z.infer<typeof AdministeredRow>;

/** Why a post sees a matter, or does not, rule by rule; and the same for each fact. */
export const Why = z.object({
  postName: z.string(),
  number: z.string().nullable(),
  isSeen: z.boolean(),
  rules: z.array(z.object({ words: Text, holds: z.boolean() })),
  facts: z.array(z.object({ name: Text, isRead: z.boolean(), isHeld: z.boolean(), words: Text })),
});
export type Why = z.infer<typeof Why>;

export const CheckRun = z.object({
  id: z.string(), kind: z.enum(['verify', 'backup', 'restoreTrial']), by: z.string(), startedAt: z.string(), done: z.int(), total: z.int().nullable(), finishedAt: z.string().nullable(),
  outcome: z.object({ isWell: z.boolean(), words: Text }).nullable(),
});
export type CheckRun = z.infer<typeof CheckRun>;

export const SelfCheck = z.object({
  version: z.string(),
  node: z.string(),
  database: z.object({ version: z.string(), bytes: z.number() }),
  disk: z.object({ free: z.number(), all: z.number() }),
  startedAt: z.string(),
  listeners: z.int(),
  /** Changes written down for listeners, and the last one. */
  outbox: z.int(),
  runs: z.array(CheckRun),
  sealedUpTo: Day.nullable(),
  jobs: z.array(z.object({ name: z.string(), waiting: z.int(), active: z.int(), failed: z.int() })),
  knownYears: z.array(z.int()),
  today: Day,
});
export type SelfCheck = z.infer<typeof SelfCheck>;

/** A number an office may change. */
export const SettingRow = z.object({
  mechanism: z.string(),
  name: z.string(),
  words: Text,
  value: z.number(),
  usual: z.number(),
  min: z.number(),
  max: z.number(),
  unit: z.enum(['workday', 'calendarDay', 'monthDay']).optional(),
  source: z.string().optional(),
});
export type SettingRow = z.infer<typeof SettingRow>;

export const PostRow = z.object({
  id: z.string(),
  name: z.string(),
  personId: z.string(),
  personName: z.string(),
  signInName: z.string().nullable(),
  unitId: z.string(),
  unitName: z.string(),
  roles: z.array(z.string()),
  fields: z.array(z.string()),
  validFrom: Day,
  validTo: Day.nullable(),
  /** Whose post a deputy holds. */
  deputyOf: z.string().nullable(),
});
export type PostRow = z.infer<typeof PostRow>;

/** Somebody with a sign-in name: his posts of today, his password's age, his open sessions. */
export const Account = z.object({
  personId: z.string(),
  personName: z.string(),
  signInName: z.string(),
  posts: z.array(z.string()),
  changedAt: z.string(),
  /** Has not yet chosen a password of his own. */
  mustChange: z.boolean(),
  sessions: z.int(),
  seenAt: z.string().nullable(),
});
export type Account = z.infer<typeof Account>;

/** What the log for the auditor tells. */
export const LogRow = z.object({
  id: z.string(),
  at: z.string(),
  what: z.string(),
  personName: z.string(),
  postName: z.string(),
  mechanism: z.string().nullable(),
  /** Number of the matter, where it has one and is not confined. */
  number: z.string().nullable(),
  /** The fact that was read, how many rows were taken, whose account it was. */
  detail: z.string(),
});
export type LogRow = z.infer<typeof LogRow>;
