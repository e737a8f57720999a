import { z } from 'zod';
import { lights } from '#kernel/clock.ts';

/** The shapes that pass between browser and server, each with the type of the same name: sessions, matters and what is done to them. What is asked for beside them stands in files of its own. */

export const Text = z.object({ zh: z.string(), en: z.string() });
export type Text = z.infer<typeof Text>;

/** `yyyy-mm-dd`, a day in China. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** `yyyy-mm`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const Light = z.enum(lights);

/** RFC 9457 problem details, with the platform's code, words in the language asked for, and what is wrong with each field. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  words: Text,
  fields: z.record(z.string(), Text).optional(),
  /** For defects: the number to quote. */
  incident: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

export const PostChoice = z.object({
  id: z.string(),
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  roles: z.array(z.string()),
});
export type PostChoice = z.infer<typeof PostChoice>;

/** 系统管理, 安全管理, 安全审计. */
export const AdministrationTask = z.enum(['system', 'security', 'audit']);
export type AdministrationTask = z.infer<typeof AdministrationTask>;

export const Session = z.object({
  district: z.object({ code: z.string(), name: z.string() }),
  /** The sample district: marked on every page, posts picked instead of signed in. */
  isDemonstration: z.boolean(),
  /** The day it is for the platform (a demonstration may stand at the end of its sample year). */
  today: Day,
  signedIn: z
    .object({
      personId: z.string(), personName: z.string(), post: PostChoice, posts: z.array(PostChoice), isAdministrator: z.boolean(), isAuditor: z.boolean(),
      /** Its password was handed over: another is to be chosen first. */
      mustChangePassword: z.boolean(),
      /** What the post administers: the system, who may do what, or the logs; by rule three people (三员分立). */
      administers: z.array(AdministrationTask),
    })
    .nullable(),
  /** Sent back in the header `x-csrf-token` with every change. */
  csrf: z.string(),
});
export type Session = z.infer<typeof Session>;

/** A session that is open; its id says nothing of its token. */
export const OpenSession = z.object({ id: z.string(), postName: z.string(), unitName: z.string(), startedAt: z.string(), seenAt: z.string(), device: z.string(), address: z.string(), isThis: z.boolean() });
export type OpenSession = z.infer<typeof OpenSession>;

export const Names = z.object({
  units: z.record(z.string(), z.string()),
  people: z.record(z.string(), z.string()),
  matters: z.record(z.string(), z.object({ mechanism: z.string(), title: z.string(), number: z.string().nullable(), /** Whether the reader may open it. */ isOpen: z.boolean() })),
});
export type Names = z.infer<typeof Names>;

/** What every list says of a matter. */
export const matterHead = {
  id: z.string(),
  mechanism: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  stage: z.string(),
  light: Light,
  dueOn: Day.nullable(),
};

export const MatterRow = z.object({
  ...matterHead,
  version: z.int(),
  filedAt: z.string(),
  changedAt: z.string(),
  isSample: z.boolean(),
  /** Only the facts of the register's columns that the reader may see. */
  facts: z.record(z.string(), z.unknown()),
});
export type MatterRow = z.infer<typeof MatterRow>;

export const MatterList = z.object({ total: z.int(), page: z.int(), size: z.int(), rows: z.array(MatterRow), names: Names });
export type MatterList = z.infer<typeof MatterList>;

export const ClockReading = z.object({
  key: z.string(),
  state: z.enum(['running', 'overdue', 'paused', 'stopped']),
  dueOn: Day.optional(),
  left: z.int().optional(),
  unit: z.enum(['workday', 'calendarDay']),
  provisional: z.boolean().optional(),
  since: Day.optional(),
  reason: z.string().optional(),
  on: Day.optional(),
  late: z.boolean().optional(),
  extendedBy: z.int().optional(),
  /** The day it would have run out, were that no rest day (民法典 203). */
  rolledFrom: Day.optional(),
  /** Stretches that were credited back; the open one has no end. */
  pauses: z.array(z.object({ from: Day, to: Day.optional(), reason: z.string() })).optional(),
});
export type ClockReading = z.infer<typeof ClockReading>;

/** A matter as a card of the board shows it. */
export const Card = MatterRow.extend({ leadUnit: z.string().nullable(), clock: ClockReading.optional() });
export type Card = z.infer<typeof Card>;

export const Board = z.object({ columns: z.array(z.object({ stage: z.string(), total: z.int(), cards: z.array(Card) })), names: Names });
export type Board = z.infer<typeof Board>;

/** What a day is to an office: worked, a weekend, a holiday of the yearly notice, or a weekend day worked in exchange (调休上班). */
export const DayKind = z.enum(['work', 'rest', 'holiday', 'makeUp']);
export type DayKind = z.infer<typeof DayKind>;

export const DueCalendar = z.object({
  month: Month,
  days: z.array(z.object({ day: Day, kind: DayKind, isProvisional: z.boolean(), total: z.int(), rows: z.array(MatterRow) })),
  paused: z.object({ total: z.int(), rows: z.array(MatterRow.extend({ clock: ClockReading.optional() })) }),
});
export type DueCalendar = z.infer<typeof DueCalendar>;

export const DutyView = z.object({
  id: z.string(),
  kind: z.string(),
  unit: z.string(),
  state: z.enum(['open', 'done', 'withdrawn']),
  openedAt: z.string(),
  closedAt: z.string().optional(),
  clock: ClockReading,
  light: Light,
});
export type DutyView = z.infer<typeof DutyView>;

/** A piece of a gate: whether it is there, the action that brings it, and the roles that hold that action. */
export const GatePiece = z.object({ name: Text, met: z.boolean(), mechanism: z.string(), action: z.string(), actionName: Text, by: z.array(Text) });
export type GatePiece = z.infer<typeof GatePiece>;

export const Offer = z.object({ action: z.string(), open: z.boolean(), obstacle: Text.optional(), code: z.string().optional(), needs: z.array(GatePiece).optional() });
export type Offer = z.infer<typeof Offer>;

export const LinkView = z.object({
  type: z.string(),
  /** `out` as declared here, `in` as declared by the other side. */
  direction: z.enum(['out', 'in']),
  mechanism: z.string(),
  id: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  stage: z.string(),
});
export type LinkView = z.infer<typeof LinkView>;

/** Who did something, as the trace names him. */
export const Speaker = z.object({ kind: z.string(), name: z.string(), unitName: z.string().optional() });
export type Speaker = z.infer<typeof Speaker>;

export const MatterPage = z.object({
  id: z.string(),
  mechanism: z.string(),
  number: z.string().nullable(),
  stage: z.string(),
  version: z.int(),
  light: Light,
  dueOn: Day.nullable(),
  filedAt: z.string(),
  changedAt: z.string(),
  isSample: z.boolean(),
  facts: z.record(z.string(), z.unknown()),
  /** Sealed facts that are there and may be read one by one by this reader, each reading logged. */
  sealed: z.array(z.string()),
  /** Facts that are there but not for this reader. */
  hidden: z.array(z.string()),
  clocks: z.array(ClockReading),
  duties: z.array(DutyView.extend({
    /** What the unit did on the matter while it owed this, the first first. */
    did: z.array(z.object({ action: z.string(), at: z.string(), name: z.string() })),
  })),
  links: z.array(LinkView),
  /** Where each file came from, by its hash; and who, other than that, stood for it afterwards. */
  files: z.record(z.string(), z.object({ at: z.string(), action: z.string(), by: Speaker, verified: z.object({ at: z.string(), action: z.string(), by: Speaker }).optional() })),
  /** Whether I keep an eye on it. */
  watched: z.boolean(),
  offers: z.array(Offer),
  /** Every gate on its way, wherever it stands now. */
  gates: z.array(z.object({ action: z.string(), needs: z.array(GatePiece) })),
  /** Documents that can be drawn from it as it stands. */
  documents: z.array(z.object({ key: z.string(), name: Text })),
  /** Figures that its papers state, each as it was printed last, with how many records it was counted from. */
  printed: z.array(z.object({ key: z.string(), asOf: Day, value: z.number().nullable(), among: z.int(), computedAt: z.string(), by: z.string() })),
  /** When it first reached each stage. */
  reached: z.record(z.string(), z.string()),
  names: Names,
});
export type MatterPage = z.infer<typeof MatterPage>;

export const TraceEntry = z.object({
  seq: z.int(),
  action: z.string(),
  at: z.string(),
  by: z.object({ kind: z.string(), name: z.string(), unitName: z.string().optional() }),
  from: z.string().optional(),
  stage: z.string(),
  changes: z.array(z.object({ fact: z.string(), before: z.unknown().optional(), after: z.unknown().optional() })),
  said: z.record(z.string(), z.unknown()),
  reason: z.string().optional(),
  evidence: z.array(z.record(z.string(), z.unknown())),
  /** The matter whose event this one follows from; its id only where the reader may open it. */
  cause: z.object({ mechanism: z.string(), matter: z.string().nullable() }).optional(),
  hash: z.string(),
});
export type TraceEntry = z.infer<typeof TraceEntry>;

export const Trace = z.object({ entries: z.array(TraceEntry), isWhole: z.boolean(), names: Names });
export type Trace = z.infer<typeof Trace>;

export const Acted = z.object({ id: z.string(), mechanism: z.string(), stage: z.string(), version: z.int(), number: z.string().nullable() });
export type Acted = z.infer<typeof Acted>;

export const StoredFile = z.object({ hash: z.string(), name: z.string(), type: z.string(), size: z.int() });
export type StoredFile = z.infer<typeof StoredFile>;

/** A likely duplicate with the facts that match. */
export const Similar = z.object({
  id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  stage: z.string(),
  filedAt: z.string(),
  /** 0–1. */
  similarity: z.number(),
  matches: z.array(z.object({ fact: z.string(), similarity: z.number(), shared: z.array(z.string()) })),
});
export type Similar = z.infer<typeof Similar>;
