import { z } from 'zod';
import { lights } from '#kernel/clock.ts';

/** The shapes that pass between browser and server, each with the type of the same name. */

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

export const MatterRow = z.object({
  id: z.string(),
  mechanism: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  stage: z.string(),
  light: Light,
  dueOn: Day.nullable(),
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

export const DutyRow = z.object({
  duty: DutyView,
  matter: z.object({ id: z.string(), mechanism: z.string(), title: z.string(), number: z.string().nullable(), stage: z.string() }),
  /** Actions open to me on it, those that discharge this duty before others. */
  actions: z.array(z.object({ action: z.string(), name: Text })),
});
export type DutyRow = z.infer<typeof DutyRow>;

/** A matter that waits for somebody in my role, with the actions open to me. */
export const WaitingRow = z.object({
  id: z.string(),
  mechanism: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  stage: z.string(),
  light: Light,
  dueOn: Day.nullable(),
  /** The clock that runs out first, if one runs. */
  clock: ClockReading.optional(),
  actions: z.array(z.string()),
});
export type WaitingRow = z.infer<typeof WaitingRow>;

/** Something I filed or handed to units, and where it stands: what is still owed on it, or the clock that runs out first. */
export const SentRow = z.object({
  id: z.string(),
  mechanism: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  stage: z.string(),
  light: Light,
  dueOn: Day.nullable(),
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

export const FigureAnswer = z.object({
  key: z.string(),
  value: z.number().nullable(),
  among: z.int(),
  asOf: Day,
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

export const PublicList = z.object({ total: z.int(), page: z.int(), size: z.int(), rows: z.array(PublicRow), names: Names });
export type PublicList = z.infer<typeof PublicList>;

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
  unit: z.enum(['workday', 'calendarDay']).optional(),
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
