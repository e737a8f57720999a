import { z } from 'zod';
import * as register from './register-shapes.ts';
import * as beside from './beside-shapes.ts';
import * as bulk from './bulk-shapes.ts';
import * as administrationShape from './administration-shapes.ts';
import * as deskShape from './desk-shapes.ts';
import * as figureShape from './figure-shapes.ts';
import * as importShape from './import-shapes.ts';
import * as publicShape from './public-shapes.ts';
import * as searchShape from './search-shapes.ts';
import * as shape from './shapes.ts';

/** Who may call a route: anybody; anybody signed in; who administers the system, who says who may do what, who audits (三员分立); any of these three. Rows and fields are judged behind it. */
export type Access = 'anybody' | 'signedIn' | 'administrator' | 'security' | 'auditor' | 'administration';

/** One route of the table: what it takes and gives. `form` routes take multipart files, `raw` routes give bytes. */
export interface Route {
  readonly summary: string;
  readonly access: Access;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly out?: z.ZodType;
  readonly form?: boolean;
  readonly raw?: string;
}

const asOf = { asOf: shape.Day.optional() };

/** Filters by fact come as `f.<fact>` (one or several values, `a..b` for a range, `~words` for words within). */
const Filters = z.object({
  q: z.string().max(200).optional(),
  stage: z.union([z.string(), z.array(z.string())]).optional(),
  light: z.union([shape.Light, z.array(shape.Light)]).optional(),
  unit: z.string().optional(),
  /** Matters in which the reader's own units have a part. */
  mine: z.literal('true').optional(),
  /** Due days, both ends included and either left out: `2021-03-01..2021-03-31`. */
  due: z.string().regex(/^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/).optional(),
}).catchall(z.union([z.string(), z.array(z.string())]));

const PublicQuery = z.object({ q: z.string().max(100).optional(), page: z.coerce.number().int().min(1).optional(), size: z.coerce.number().int().min(1).max(100).optional() }).catchall(z.union([z.string(), z.array(z.string())]));

const ListQuery = Filters.extend({
  order: z.string().regex(/^-?[\w]+$/).optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional(),
  size: z.coerce.number().int().min(1).max(200).optional(),
  /** The columns wanted, with their widths: `_number,title:320,leadUnit`; those of the declaration without it. */
  cols: z.string().max(2_000).optional(),
  /** Tables among the facts to give with each row, which columns leave out: `milestones,coWork`. */
  tables: z.string().max(200).optional(),
});

const ActBody = z.object({ version: z.int().optional(), input: z.record(z.string(), z.unknown()) });

/** Every route there is. The server registers exactly these, the browser's client and the OpenAPI document follow from them. */
export const routes = {
  'GET /api/session': { summary: 'Who I am and where', access: 'anybody', out: shape.Session },
  'POST /api/session': { summary: 'Sign in', access: 'anybody', body: z.object({ name: z.string().min(1).max(120), password: z.string().min(1).max(200) }), out: shape.Session },
  'POST /api/session/demonstration': { summary: 'Take a post of the sample district', access: 'anybody', body: z.object({ postId: z.string() }), out: shape.Session },
  'POST /api/session/post': { summary: 'Change to another of my posts', access: 'signedIn', body: z.object({ postId: z.string() }), out: shape.Session },
  'POST /api/session/first': { summary: 'Use the one-time link of the first administrator', access: 'anybody', body: z.object({ token: z.string(), name: z.string().min(2).max(120), password: z.string().min(12).max(200) }), out: shape.Session },
  'POST /api/session/password': { summary: 'Change my password; my other sessions end', access: 'signedIn', body: z.object({ current: z.string().min(1).max(200), next: z.string().min(12).max(200) }), out: shape.Session },
  'GET /api/session/open': { summary: 'Where I am signed in', access: 'signedIn', out: z.array(shape.OpenSession) },
  'POST /api/session/end': { summary: 'End one of my other sessions, or all of them', access: 'signedIn', body: z.object({ id: z.string().regex(/^[0-9a-f]{16}$/).optional() }), out: z.object({ ended: z.int() }) },
  'DELETE /api/session': { summary: 'Sign out', access: 'anybody', out: z.object({}) },
  'GET /api/demonstration/posts': { summary: 'Posts of the sample district to sign in as', access: 'anybody', out: z.array(shape.PostChoice) },

  'GET /api/matters/:mechanism': { summary: 'A register: filtered, ordered, paged, with its total', access: 'signedIn', query: ListQuery, out: shape.MatterList },
  'POST /api/matters/:mechanism/actions/:action': { summary: 'File a matter', access: 'signedIn', body: ActBody, out: shape.Acted },
  'GET /api/matters/:mechanism/export': { summary: 'The register as a workbook or CSV, as the ledger the office prints, or as the open-data package it offers; as filtered', access: 'signedIn', query: ListQuery.extend({ format: z.enum(['xlsx', 'csv', 'ledger', 'json']).optional() }), raw: 'application/octet-stream' },
  'GET /api/matters/:mechanism/template': { summary: 'An empty workbook with drop-downs to fill in', access: 'signedIn', raw: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  'GET /api/matters/:mechanism/board': { summary: 'The register by stage, at most fifty matters each, with the totals', access: 'signedIn', query: Filters, out: shape.Board },
  'GET /api/matters/:mechanism/calendar': { summary: 'The due days of a month, with working and rest days, and what is paused', access: 'signedIn', query: Filters.extend({ month: shape.Month.optional() }), out: shape.DueCalendar },
  'GET /api/matters/:mechanism/totals': { summary: 'Sums, means and counts of the columns of numbers, over all that the filter finds', access: 'signedIn', query: Filters.extend({ cols: z.string().max(2_000).optional() }), out: register.RegisterTotals },
  'GET /api/matters/:mechanism/ids': { summary: 'The ids of all that the filter finds, at most two thousand, to act on them together', access: 'signedIn', query: Filters, out: register.FoundIds },
  'GET /api/matters/:mechanism/map': { summary: 'The matters that have a place', access: 'signedIn', query: Filters.extend({ place: z.string().max(60).optional(), colour: z.string().max(60).optional(), year: z.string().regex(/^\d{4}$/).optional() }), out: register.PlacedMatters },
  'GET /api/matters/:mechanism/timeline': { summary: 'What was done to the matters of a filter, and which clocks ran, over some months', access: 'signedIn', query: Filters.extend({ from: shape.Month.optional(), months: z.coerce.number().int().min(1).max(36).optional(), page: z.coerce.number().int().min(1).max(10_000).optional() }), out: register.Timeline },
  'POST /api/matters/:mechanism/offers': { summary: 'Which actions are open for how many of these matters', access: 'signedIn', body: z.object({ ids: z.array(z.string()).min(1).max(2_000) }), out: z.array(register.JointOffer) },
  'POST /api/matters/:mechanism/together/:action': { summary: 'Do one action on many matters, each in its own transaction, with what became of each', access: 'signedIn', body: z.object({ rows: z.array(z.object({ id: z.string(), version: z.int().optional() })).min(1).max(50), input: z.record(z.string(), z.unknown()) }), out: register.JointResult },
  'GET /api/matters/:mechanism/views': { summary: 'My saved views of a register and those shared with me', access: 'signedIn', out: register.SavedViews },
  'POST /api/matters/:mechanism/views': { summary: 'Save a view', access: 'signedIn', body: z.object({ name: register.viewName, query: register.viewQuery, share: register.Share }), out: register.SavedViews },
  'POST /api/matters/:mechanism/views/:view': { summary: 'Rename a view, change what it holds or with whom it is shared', access: 'signedIn', body: z.object({ name: register.viewName.optional(), query: register.viewQuery.optional(), share: register.Share.optional() }), out: register.SavedViews },
  'DELETE /api/matters/:mechanism/views/:view': { summary: 'Remove a view', access: 'signedIn', out: register.SavedViews },
  'POST /api/matters/:mechanism/views/:view/restore': { summary: 'Take the removal of a view back', access: 'signedIn', body: z.object({}), out: register.SavedViews },
  'POST /api/matters/:mechanism/usual-view': { summary: 'Begin with this view; with none when it is null', access: 'signedIn', body: z.object({ view: z.string().nullable() }), out: register.SavedViews },
  'GET /api/matters/:mechanism/:id': { summary: 'A matter with its open actions and the obstacles of the others', access: 'signedIn', out: shape.MatterPage },
  'GET /api/matters/:mechanism/:id/trace': { summary: 'What was done to it', access: 'signedIn', out: shape.Trace },
  'POST /api/matters/:mechanism/:id/actions/:action': { summary: 'Do an action', access: 'signedIn', body: ActBody, out: shape.Acted },
  'GET /api/matters/:mechanism/:id/files/:hash': { summary: 'A file the matter holds', access: 'signedIn', raw: 'application/octet-stream' },
  'GET /api/matters/:mechanism/:id/sealed/:fact': { summary: 'A sealed fact; the reading is logged', access: 'signedIn', out: z.object({ value: z.unknown() }) },
  'GET /api/matters/:mechanism/:id/similar': { summary: 'Likely duplicates, with the facts that match', access: 'signedIn', out: z.array(shape.Similar) },
  'GET /api/matters/:mechanism/:id/documents/:document': { summary: 'A document drawn from the matter, or its open-data package', access: 'signedIn', raw: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },

  'GET /api/matters/:mechanism/:id/work': { summary: 'How the long computation of a matter stands, if one was begun', access: 'signedIn', out: z.object({ work: beside.WorkState.nullable() }) },
  'POST /api/matters/:mechanism/:id/work/again': { summary: 'Begin the last long computation of a matter again, with what it was begun with', access: 'signedIn', body: z.object({}), out: z.object({ work: beside.WorkState.nullable() }) },
  'POST /api/matters/:mechanism/:id/work/stop': { summary: 'Let it come to its end with what it has', access: 'signedIn', body: z.object({}), out: z.object({ work: beside.WorkState.nullable() }) },
  'GET /api/matters/:mechanism/:id/around': { summary: 'What other registers hold of it, as far as I may see', access: 'signedIn', out: beside.Around },
  'GET /api/matters/:mechanism/:id/line': { summary: 'Its ties walked both ways, as far as I may see', access: 'signedIn', out: beside.Line },
  'PUT /api/matters/:mechanism/:id/watch': { summary: 'Keep an eye on it', access: 'signedIn', body: z.object({}), out: z.object({ watched: z.boolean() }) },
  'DELETE /api/matters/:mechanism/:id/watch': { summary: 'Keep an eye on it no more', access: 'signedIn', out: z.object({ watched: z.boolean() }) },
  'GET /api/matters/:mechanism/:id/comments': { summary: 'What was said about it, and who may be named', access: 'signedIn', out: beside.Comments },
  'POST /api/matters/:mechanism/:id/comments': { summary: 'Say something about it; @unit and @post are told', access: 'signedIn', body: z.object({ text: z.string().max(2000) }), out: beside.Comments },
  'PUT /api/matters/:mechanism/:id/comments/:comment': { summary: 'Mend what I said, for a few minutes', access: 'signedIn', body: z.object({ text: z.string().max(2000) }), out: beside.Comments },
  'DELETE /api/matters/:mechanism/:id/comments/:comment': { summary: 'Take back what I said; that something was said stays', access: 'signedIn', out: beside.Comments },
  'GET /api/matters/:mechanism/:id/runs': { summary: 'What goes on in the background after its actions, the latest first', access: 'signedIn', out: z.object({ rows: z.array(bulk.Run) }) },
  'POST /api/matters/:mechanism/:id/runs/:run/cancel': { summary: 'Cancel it: what is under way is finished with its part', access: 'signedIn', body: z.object({}), out: z.object({}) },
  'POST /api/matters/:mechanism/:id/runs/:run/resume': { summary: 'Let one that failed or was cancelled go on from where it stopped', access: 'signedIn', body: z.object({}), out: z.object({}) },
  'GET /api/matters/:mechanism/:id/runs/:run/frozen': { summary: 'What a run was worked out from, in whole base units', access: 'signedIn', query: z.object({ period: z.string().max(20) }), out: z.array(bulk.FrozenRow) },
  'POST /api/tables/:mechanism/:action/:fact': { summary: 'Read a spreadsheet into the rows of a form: nothing is kept', access: 'signedIn', form: true, out: bulk.TableRead },
  'GET /api/mechanisms/:mechanism/bpmn': { summary: 'The mechanism as a BPMN 2.0 diagram', access: 'signedIn', raw: 'application/xml' },

  'GET /api/drafts': { summary: 'What I have typed and not handed in', access: 'signedIn', out: z.array(beside.DraftRow) },
  'GET /api/drafts/:mechanism/:action': { summary: 'The draft of one form', access: 'signedIn', query: z.object({ matter: z.string().optional() }), out: z.object({ draft: beside.Draft.nullable() }) },
  'PUT /api/drafts/:mechanism/:action': { summary: 'Keep what is typed so far', access: 'signedIn', query: z.object({ matter: z.string().optional() }), body: z.object({ typed: z.record(z.string(), z.unknown()) }), out: z.object({ at: z.string() }) },
  'DELETE /api/drafts/:mechanism/:action': { summary: 'Drop a draft', access: 'signedIn', query: z.object({ matter: z.string().optional() }), out: z.object({}) },

  'POST /api/uploads': { summary: 'Announce a file that comes in pieces', access: 'signedIn', body: z.object({ name: z.string().min(1).max(300), size: z.int().min(0) }), out: beside.Arriving },
  'GET /api/uploads/:id': { summary: 'How much of it has come', access: 'signedIn', out: beside.Arriving },
  'PUT /api/uploads/:id': { summary: 'The next piece, with its CRC-32; the last one keeps the file', access: 'signedIn', query: z.object({ at: z.coerce.number().int().min(0), sum: z.string().regex(/^[0-9a-f]{8}$/) }), form: true, out: beside.Arrived },
  'DELETE /api/uploads/:id': { summary: 'Give it up', access: 'signedIn', out: z.object({}) },
  'POST /api/files': { summary: 'Keep a file', access: 'signedIn', form: true, out: z.array(shape.StoredFile) },
  'POST /api/imports/:mechanism': { summary: 'Check a spreadsheet: nothing is filed yet', access: 'signedIn', form: true, out: importShape.ImportReport },
  'POST /api/imports/:mechanism/paste': { summary: 'Check a block pasted from a spreadsheet: nothing is filed yet', access: 'signedIn', body: z.object({ rows: z.array(z.array(z.string().max(20_000)).max(200)).min(2).max(5_000) }), out: importShape.ImportReport },
  'GET /api/imports/:id/rows': { summary: 'The rows of an import with what is to become of each', access: 'signedIn', query: z.object({ after: z.coerce.number().int().min(0).optional() }), out: z.array(register.ImportRow) },
  'GET /api/imports/:id': { summary: 'How an import stands', access: 'signedIn', out: importShape.ImportReport },
  'POST /api/imports/:id/commit': { summary: 'File the good rows', access: 'signedIn', body: z.object({}), out: importShape.ImportReport },
  'POST /api/imports/:id/rollback': { summary: 'Take one import back', access: 'signedIn', body: z.object({}), out: importShape.ImportReport },
  'GET /api/imports/:id/workbook': { summary: 'The spreadsheet with wrong cells marked', access: 'signedIn', raw: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },

  'GET /api/duties': { summary: 'What my units owe', access: 'signedIn', query: z.object({ state: z.enum(['open', 'done']).optional() }), out: z.object({ rows: z.array(deskShape.DutyRow), names: shape.Names, hasMore: z.boolean() }) },
  'GET /api/waiting': { summary: 'Matters whose next step is mine by role, most urgent first', access: 'signedIn', out: z.object({ total: z.int(), rows: z.array(deskShape.WaitingRow) }) },
  'GET /api/sent': { summary: 'What I filed or handed to units, and where it stands', access: 'signedIn', out: z.object({ rows: z.array(deskShape.SentRow), names: shape.Names, hasMore: z.boolean() }) },
  'GET /api/watched': { summary: 'What I keep an eye on, the latest first', access: 'signedIn', out: z.object({ rows: z.array(deskShape.SentRow), names: shape.Names, hasMore: z.boolean() }) },
  'GET /api/notices': { summary: 'What I was told', access: 'signedIn', out: z.object({ unread: z.int(), rows: z.array(deskShape.Notice) }) },
  'POST /api/notices/read': { summary: 'I have read them', access: 'signedIn', body: z.object({ upTo: z.string() }), out: z.object({}) },
  'GET /api/search': { summary: 'Words in every matter I may see', access: 'signedIn', query: z.object({ q: z.string().min(1).max(100), mechanism: z.string().optional() }), out: z.array(searchShape.SearchHit) },
  'GET /api/search/everything': { summary: 'Words, or pinyin of names, in matters, files, units, posts and actions', access: 'signedIn', query: z.object({ q: z.string().min(1).max(100), mechanism: z.string().optional(), size: z.coerce.number().int().min(1).max(50).optional() }), out: searchShape.Everything },
  'GET /api/search/recent': { summary: 'What I searched for lately, the latest first', access: 'signedIn', out: z.array(z.string()) },
  'POST /api/search/recent': { summary: 'Remember words I searched for', access: 'signedIn', body: z.object({ q: z.string().min(1).max(100) }), out: z.array(z.string()) },
  'DELETE /api/search/recent': { summary: 'Forget what I searched for', access: 'signedIn', out: z.array(z.string()) },
  'GET /api/events': { summary: 'What changes, as it changes (text/event-stream)', access: 'signedIn', raw: 'text/event-stream' },

  'GET /api/figures': { summary: 'Every figure, answered as of a day', access: 'signedIn', query: z.object(asOf), out: z.array(figureShape.FigureAnswer) },
  'GET /api/figures/trend': { summary: 'One or several figures, each answered as of several days', access: 'signedIn', query: z.object({ key: z.union([z.string(), z.array(z.string()).max(20)]), days: z.union([shape.Day, z.array(shape.Day).max(24)]) }), out: z.array(figureShape.FigureTrend) },
  'GET /api/figures/:key/records': { summary: 'The records behind a figure', access: 'signedIn', query: z.object(asOf), out: figureShape.FigureRecords },
  'GET /api/figures/:key/export': { summary: 'A figure with its records as a workbook; the answer is kept as a snapshot, which the workbook names', access: 'signedIn', query: z.object(asOf), raw: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  'GET /api/figures/:key/snapshots': { summary: 'Answers kept as they were printed', access: 'signedIn', out: z.array(figureShape.Snapshot) },
  'POST /api/figures/:key/snapshots': { summary: 'Keep an answer as printed', access: 'signedIn', body: z.object({ asOf: shape.Day }), out: figureShape.Snapshot },

  'GET /api/cockpit/lights': { summary: 'How many matters of a register each unit has a part in, by light', access: 'signedIn', query: z.object({ mechanism: z.string() }), out: figureShape.LightMatrix },
  'GET /api/cockpit/grid': { summary: 'Units by register and light, of all registers together or of one unit', access: 'signedIn', query: z.object({ unit: z.string().optional() }), out: figureShape.LightGrid },
  'GET /api/cockpit/registers': { summary: 'How many matters every register holds that I see, and how many of them burn', access: 'signedIn', out: figureShape.RegisterCounts },
  'GET /api/cockpit/changes': { summary: 'What was done since a day, or since my last visit, to matters I may see, the newest first', access: 'signedIn', query: z.object({ since: shape.Day.optional() }), out: figureShape.Changes },
  'POST /api/cockpit/visit': { summary: 'I am here; after half an hour away it is another visit', access: 'signedIn', body: z.object({}), out: z.object({}) },

  'GET /api/units': { summary: 'Units, with those of the past when asked', access: 'signedIn', query: z.object({ on: shape.Day.optional() }), out: z.array(administrationShape.Unit) },
  'GET /api/units/:id': { summary: 'A unit: its former names, its posts, where it went', access: 'signedIn', out: administrationShape.UnitPage },
  'GET /api/people': { summary: 'Holders of posts today, to name in a matter', access: 'signedIn', query: z.object({ q: z.string().max(60).optional() }), out: z.array(z.object({ id: z.string(), name: z.string(), unitName: z.string() })) },
  'GET /api/administration/settings': { summary: 'Numbers the office may change, with their bounds and sources', access: 'administration', out: z.array(administrationShape.SettingRow) },
  'POST /api/administration/settings': { summary: 'Change one of them', access: 'administrator', body: z.object({ mechanism: z.string(), name: z.string(), value: z.int() }), out: z.array(administrationShape.SettingRow) },
  'GET /api/administration/posts': { summary: 'Posts and who holds them', access: 'administration', out: z.array(administrationShape.PostRow) },
  'POST /api/administration/units': { summary: 'Add a unit', access: 'administrator', body: z.object({ name: z.string().min(2).max(100), shortName: z.string().max(50).optional(), kind: z.string().max(40), groups: z.array(z.string()).optional(), validFrom: shape.Day }), out: administrationShape.Unit },
  'POST /api/administration/posts': { summary: 'Add a post and its holder, with a one-time password to hand over', access: 'administrator', body: z.object({ name: z.string().min(2).max(100), personName: z.string().min(1).max(60), signInName: z.string().min(2).max(120), unitId: z.string(), roles: z.array(z.string()), fields: z.array(z.string()).optional(), validFrom: shape.Day, validTo: shape.Day.optional() }), out: z.object({ post: administrationShape.PostRow, password: z.string().nullable() }) },
  'GET /api/administration/units': { summary: 'Every unit, those of the past too, with what it was called and where it went', access: 'administration', out: z.array(administrationShape.UnitRow) },
  'POST /api/administration/units/:id': { summary: 'Give a unit other names, another kind or other groups; what it was called before stays known', access: 'administrator', body: z.object({ name: z.string().min(2).max(100), shortName: z.string().max(50).nullable(), kind: z.string().min(1).max(40), groups: z.array(z.string().min(1).max(60)).max(20) }), out: administrationShape.UnitRow },
  'POST /api/administration/units/:id/merge': { summary: 'End a unit; another one takes over what it owes from the next day on', access: 'administrator', body: z.object({ into: z.string(), validTo: shape.Day }), out: administrationShape.UnitRow },
  'POST /api/administration/posts/:id/roles': { summary: 'Give a post its roles and fields', access: 'security', body: z.object({ roles: z.array(z.string()).max(20), fields: z.array(z.string()).max(20).optional() }), out: administrationShape.PostRow },
  'POST /api/administration/posts/:id/deputies': { summary: 'Let somebody hold a post for its absent holder from day to day', access: 'administrator', body: z.object({ personName: z.string().min(1).max(60), signInName: z.string().min(2).max(120), validFrom: shape.Day, validTo: shape.Day }), out: z.object({ post: administrationShape.PostRow, password: z.string().nullable() }) },
  'GET /api/administration/calendar': { summary: 'The days of a year: worked, rest, holidays, and whether a notice is known', access: 'administration', query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }), out: administrationShape.YearOfDays },
  'POST /api/administration/calendar': { summary: 'Enter the holiday notice of a year', access: 'administrator', body: z.object({ year: z.int().min(2000).max(2100), rest: z.array(shape.Day).max(120), work: z.array(shape.Day).max(40), source: z.string().min(4).max(200) }), out: administrationShape.YearOfDays },
  'GET /api/administration/schemes': { summary: 'Schemes with all their versions', access: 'administration', out: z.array(administrationShape.SchemeRow) },
  'GET /api/administration/changes': { summary: 'What administrators changed, with before and after, the latest first', access: 'administration', query: z.object({ what: z.string().max(40).optional(), subject: z.string().max(200).optional(), before: z.string().regex(/^\d{1,15}$/).optional() }), out: z.array(administrationShape.AdministeredRow) },
  'GET /api/administration/why': { summary: 'By which rule a post sees a matter and its facts, or does not', access: 'administration', query: z.object({ post: z.string(), mechanism: z.string(), matter: z.string().max(60) }), out: administrationShape.Why },
  'GET /api/administration/check': { summary: 'How the platform is: jobs, last verification and backup, calendar, disk, versions', access: 'administration', out: administrationShape.SelfCheck },
  'POST /api/administration/check/verify': { summary: 'Verify every trace now, in the background', access: 'administration', body: z.object({}), out: administrationShape.CheckRun },
  'GET /api/administration/check/runs/:id': { summary: 'How far a run is, or how it ended', access: 'administration', out: administrationShape.CheckRun },
  'GET /api/administration/accounts': { summary: 'Who can sign in, and who is', access: 'administrator', out: z.array(administrationShape.Account) },
  'POST /api/administration/accounts/:id/password': { summary: 'Give somebody a new one-time password to hand over; his sessions end', access: 'administrator', body: z.object({}), out: z.object({ signInName: z.string(), password: z.string().nullable() }) },
  'POST /api/administration/accounts/:id/end': { summary: 'End all sessions of somebody', access: 'administrator', body: z.object({}), out: z.object({ ended: z.int() }) },
  'GET /api/administration/log': { summary: 'Who read what is sealed, took a register away or touched an account, the latest first', access: 'auditor', query: z.object({ before: z.string().regex(/^\d{1,15}$/).optional() }), out: z.array(administrationShape.LogRow) },
  'POST /api/administration/posts/:id/end': { summary: 'End a post', access: 'administrator', body: z.object({ validTo: shape.Day }), out: administrationShape.PostRow },

  'GET /api/public/district': { summary: 'Whose pages these are', access: 'anybody', out: z.object({ code: z.string(), name: z.string(), isDemonstration: z.boolean(), today: shape.Day }) },
  'POST /api/public/files': { summary: 'Keep a file of somebody without an account', access: 'anybody', form: true, out: z.array(shape.StoredFile) },
  'POST /api/public/matters/:mechanism/actions/:action': { summary: 'File a matter without an account; gives the code to follow it by', access: 'anybody', body: ActBody, out: shape.Acted.extend({ code: z.string() }) },
  'POST /api/public/follow': { summary: 'Follow a matter by its code', access: 'anybody', body: z.object({ code: z.string().min(10).max(40) }), out: publicShape.Followed },
  'POST /api/public/follow/actions/:action': { summary: 'Act as the author, by code', access: 'anybody', body: ActBody.extend({ code: z.string().min(10).max(40) }), out: publicShape.Followed },
  'GET /api/public/matters/:mechanism': { summary: 'What anybody may read of a register; narrowed by `f.<fact>`, and to the latest year where the list is one of years and neither a year (`*` for all) nor words are given', access: 'anybody', query: PublicQuery, out: publicShape.PublicList },
  'GET /api/public/matters/:mechanism/:id': { summary: 'What anybody may read of a matter', access: 'anybody', out: publicShape.PublicRow.extend({ names: shape.Names }) },
  'GET /api/public/figures': { summary: 'The figures open to all', access: 'anybody', query: z.object(asOf), out: z.array(figureShape.FigureAnswer) },
  'GET /api/public/figures/quarters': { summary: 'The figures open to all, as of the ends of the last quarters, the earliest first', access: 'anybody', query: z.object({ quarters: z.coerce.number().int().min(1).max(12).optional() }), out: z.array(figureShape.FigureTrend) },
  'POST /api/public/faults': { summary: 'Tell that a page broke, with nothing personal', access: 'anybody', body: publicShape.Fault, out: z.object({}) },

  'GET /api/openapi.json': { summary: 'This table as OpenAPI 3.1', access: 'anybody', raw: 'application/json' },
  'GET /health': { summary: 'Whether the platform and its database answer', access: 'anybody', out: z.object({ ok: z.boolean(), database: z.boolean() }) },
  'GET /metrics': { summary: 'Prometheus metrics, to the same machine only', access: 'anybody', raw: 'text/plain' },
} as const satisfies Record<string, Route>;

export type RouteKey = keyof typeof routes;
type Typed<K extends RouteKey, P extends 'query' | 'body'> = (typeof routes)[K] extends { readonly [X in P]: infer Z extends z.ZodType } ? z.input<Z> : undefined;
export type QueryOf<K extends RouteKey> = Typed<K, 'query'>;
export type BodyOf<K extends RouteKey> = Typed<K, 'body'>;
export type OutOf<K extends RouteKey> = (typeof routes)[K] extends { readonly out: infer Z extends z.ZodType } ? z.output<Z> : unknown;

type Segments<P extends string> = P extends `${string}:${infer N}/${infer Rest}` ? N | Segments<`/${Rest}`> : P extends `${string}:${infer N}` ? N : never;
/** The names in a route's path: `mechanism`, `id` … */
export type ParamsOf<K extends RouteKey> = Readonly<Record<Segments<K>, string>>;
