import type { Actor } from '#kernel/actor.ts';
import { addDays, dayOf, monthEnd, startOf, type Day, type Instant, type WorkCalendar } from '#kernel/calendar.ts';
import { lights, worstFirst, type Light } from '#kernel/clock.ts';
import type { Matter } from '#kernel/matter.ts';
import { hasLights } from '#contract/register-columns.ts';
import type * as figureShape from '#contract/figure-shapes.ts';
import type * as shape from '#contract/shapes.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import type { Tx } from '#store/database.ts';
import { findHabit, keepHabit } from '#store/habits.ts';
import { listMatters } from '#store/lists.ts';
import { countByLight, countByStage, countByUnitAndLight, eventsSince, mattersByDueDay, pausedMatters, type Tallied } from '#store/tallies.ts';
import { registerQuery, type Query } from './listing.ts';
import type { Platform } from './platform.ts';
import { clockViews, dutyView, namesIn, presentRow, readableFacts } from './present.ts';
import { sightsOf } from './world.ts';

/** Cards of a column; the register has the rest. */
const cardsOfColumn = 50;
/** Matters of a due day that a month has room for; the register has the rest. */
const mattersOfDay = 3;
const pausedShown = 30;
const changesShown = 20;

/** The register by stage: the main line, and whatever else holds matters; a filter by stage names its columns. */
export async function boardOf(platform: Platform, tx: Tx, actor: Actor, key: string, query: Query): Promise<shape.Board> {
  const mechanism = platform.getMechanism(key);
  const { record } = mechanism;
  const asked = [query['stage'] ?? []].flat();
  const totals = await countByStage(tx, registerQuery(platform, mechanism, actor, query));
  const stages = Object.entries(record.stages).filter(([stage, { place }]) => (asked.length > 0 ? asked.includes(stage) : place === 'main' || totals.has(stage)));
  const columns: shape.Board['columns'] = [];
  for (const [stage] of stages) {
    const total = totals.get(stage) ?? 0;
    const rows = total === 0 ? [] : (await listMatters(tx, { ...registerQuery(platform, mechanism, actor, { ...query, stage }), order: 'dueOn', page: 1, size: cardsOfColumn })).rows;
    columns.push({ stage, total, cards: rows.map((matter) => presentCard(platform, matter, actor)) });
  }
  const leads = columns.flatMap(({ cards }) => cards.flatMap(({ leadUnit }) => leadUnit ?? []));
  return { columns, names: await namesIn(platform, tx, actor, {}, [], leads) };
}

/** The due days of a month as the office's calendar has them, with what is due on each, and what is paused and so due on none. */
export async function calendarOf(platform: Platform, tx: Tx, actor: Actor, key: string, { month, ...query }: Query & { readonly month?: string }): Promise<shape.DueCalendar> {
  const mechanism = platform.getMechanism(key);
  const asked = month ?? dayOf(platform.now()).slice(0, 7);
  const from = `${asked}-01`;
  const to = monthEnd(Number(asked.slice(0, 4)), Number(asked.slice(5)));
  const question = registerQuery(platform, mechanism, actor, query);
  const due = await mattersByDueDay(tx, { ...question, due: { from, to } }, mattersOfDay);
  // A paused clock has no light: a filter by light would hide what it stands beside.
  const paused = await pausedMatters(tx, { ...question, light: [], due: undefined }, pausedShown);
  const byDay = new Map<Day, { total: number; rows: shape.MatterRow[] }>();
  for (const { total, matter } of due) {
    const row = presentRow(platform, matter, actor);
    const day = byDay.get(row.dueOn ?? '') ?? { total, rows: [] };
    day.rows.push(row);
    byDay.set(row.dueOn ?? '', day);
  }
  const calendar = platform.calendar();
  const days: shape.DueCalendar['days'] = [];
  // By number, for no day comes after the last of 9999: to count days up to it would never end.
  for (let date = 1; date <= Number(to.slice(8)); date += 1) {
    const day = `${asked}-${String(date).padStart(2, '0')}`;
    days.push({ day, kind: kindOfDay(calendar, day), isProvisional: calendar.isProvisional(day), ...(byDay.get(day) ?? { total: 0, rows: [] }) });
  }
  return { month: asked, days, paused: { total: paused.total, rows: paused.rows.map((matter) => ({ ...presentRow(platform, matter, actor), ...clockOf(platform, matter, true) })) } };
}

/** Units by light, over the matters of a register that the reader may see. */
export async function lightsOf(platform: Platform, tx: Tx, actor: Actor, key: string): Promise<figureShape.LightMatrix> {
  const question = registerQuery(platform, platform.getMechanism(key), actor, {});
  const directory = await platform.directory();
  const byUnit = new Map<string, Record<Light, number>>();
  for (const { unit, light, total } of await countByUnitAndLight(tx, question)) {
    const counts = byUnit.get(unit) ?? { ...noLights };
    counts[light] = total;
    byUnit.set(unit, counts);
  }
  const totals = { ...noLights };
  for (const { light, total } of await countByLight(tx, question)) totals[light] = total;
  const rows = [...byUnit].map(([unit, counts]) => ({ unit, name: directory.units.get(unit)?.name ?? unit, counts }));
  rows.sort((a, b) => worstFirst(a.counts, b.counts) || a.name.localeCompare(b.name, 'zh-CN'));
  return { rows, totals };
}

/** Units by register and light, of every register with clocks that the reader sees; of one unit alone when it is named. */
export async function lightGrid(platform: Platform, tx: Tx, actor: Actor, unit: string | undefined): Promise<figureShape.LightGrid> {
  const clocked = mechanisms.filter(({ record }) => hasLights(record) && sightsOf(record, actor).kind !== 'none');
  const rows = new Map<string, figureShape.LightGrid['rows'][number]>();
  const totals: figureShape.LightGrid['totals'] = {};
  for (const { record: { key } } of clocked) {
    const matrix = await lightsOf(platform, tx, actor, key);
    const mine = unit === undefined ? matrix.rows : matrix.rows.filter((row) => row.unit === unit);
    totals[key] = unit === undefined ? matrix.totals : (mine[0]?.counts ?? { ...noLights });
    for (const row of mine) {
      const held = rows.get(row.unit) ?? { unit: row.unit, name: row.name, counts: {} };
      held.counts[key] = row.counts;
      rows.set(row.unit, held);
    }
  }
  const sorted = [...rows.values()].toSorted((a, b) => worstFirst(addedUp(a.counts), addedUp(b.counts)) || a.name.localeCompare(b.name, 'zh-CN'));
  return { registers: clocked.map(({ record }) => record.key), rows: sorted, totals };
}

/** How many matters each register holds that the reader sees, and how many of them are late or soon will be: what its list would say. */
export async function countRegisters(platform: Platform, tx: Tx, actor: Actor): Promise<figureShape.RegisterCounts> {
  const seen = mechanisms.filter(({ record }) => sightsOf(record, actor).kind !== 'none');
  const counts = await Promise.all(seen.map(async (mechanism) => {
    const countOf = async (query: Query) => (await listMatters(tx, { ...registerQuery(platform, mechanism, actor, query), page: 1, size: 1 })).total;
    const [total, late] = await Promise.all([countOf({}), hasLights(mechanism.record) ? countOf({ light: [...lateLights] }) : 0]);
    return [mechanism.record.key, { total, late }] as const;
  }));
  return Object.fromEntries(counts);
}

const lateLights = ['red', 'orange', 'yellow'] as const satisfies readonly Light[];

/** The lights of a unit over all registers. */
function addedUp(counts: Readonly<Record<string, Readonly<Record<Light, number>>>>): Readonly<Partial<Record<Light, number>>> {
  return Object.fromEntries(lights.map((light) => [light, Object.values(counts).reduce((sum, of) => sum + (of[light] ?? 0), 0)]));
}

/** What was done from a moment on to matters the reader may see, of all registers together. */
export async function changesOf(platform: Platform, tx: Tx, actor: Actor, since: Instant): Promise<Omit<figureShape.Changes, 'isVisit'>> {
  const directory = await platform.directory();
  const found: figureShape.Change[] = [];
  for (const mechanism of mechanisms) {
    const question: Tallied = registerQuery(platform, mechanism, actor, {});
    if (sightsOf(mechanism.record, actor).kind === 'none') continue;
    for (const { matter, from, by, ...happening } of await eventsSince(tx, question, since, changesShown + 1)) {
      const unitName = directory.units.get(by.unit ?? '')?.name;
      found.push({ ...happening, id: matter, mechanism: mechanism.record.key, by: { kind: by.kind, name: by.name, ...(unitName ? { unitName } : {}) }, ...(from === null ? {} : { from }) });
    }
  }
  found.sort((a, b) => b.at.localeCompare(a.at) || b.seq - a.seq);
  return { since, rows: found.slice(0, changesShown), isMore: found.length > changesShown };
}

/** How many days back the cockpit looks for somebody who was never here. */
const lately = 7;
/** Somebody who comes back within this time is still on the same visit. */
const visitLasts = 30 * 60_000;
const visitKey = 'cockpit.visit';

interface Visit {
  /** When the visit before this one ended. */
  readonly before?: Instant;
}

/** From when on things are new to somebody: since the visit before this one. */
export async function lastVisit(platform: Platform, tx: Tx, actor: Extract<Actor, { kind: 'post' }>): Promise<{ readonly since: Instant; readonly isVisit: boolean }> {
  const visit = await findHabit<Visit>(tx, platform.district, actor.personId, visitKey);
  const isOver = visit !== undefined && Date.parse(platform.now()) - Date.parse(visit.at) > visitLasts;
  const since = isOver ? visit.at : visit?.body.before;
  return since === undefined ? { since: startOf(addDays(dayOf(platform.now()), 1 - lately)), isVisit: false } : { since, isVisit: true };
}

/** Notes that somebody is here. */
export async function noteVisit(platform: Platform, tx: Tx, actor: Extract<Actor, { kind: 'post' }>): Promise<void> {
  const { since, isVisit } = await lastVisit(platform, tx, actor);
  await keepHabit(tx, platform.district, actor.personId, visitKey, isVisit ? { before: since } : {}, platform.now());
}

const noLights: Readonly<Record<Light, number>> = { red: 0, orange: 0, yellow: 0, blue: 0, green: 0, grey: 0 };

function presentCard(platform: Platform, matter: Matter, actor: Actor): shape.Card {
  const mechanism = platform.getMechanism(matter.mechanism);
  const { lead } = mechanism.record;
  const unit = lead === undefined ? undefined : readableFacts(mechanism, matter, actor, dayOf(platform.now()))[lead];
  return { ...presentRow(platform, matter, actor), leadUnit: typeof unit === 'string' ? unit : null, ...clockOf(platform, matter, false) };
}

/** The clock or open duty that runs out first; where nothing runs, or where that is asked for, the one that is paused. */
function clockOf(platform: Platform, matter: Matter, wantsPaused: boolean): { readonly clock?: shape.ClockReading } {
  const clocks = clockViews(platform, matter);
  const owed = matter.duties.filter((duty) => duty.state === 'open').map((duty) => dutyView(platform, duty).clock);
  const running = [...clocks, ...owed].filter(({ state, dueOn }) => (state === 'running' || state === 'overdue') && dueOn !== undefined).toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))[0];
  const paused = clocks.find(({ state }) => state === 'paused');
  const clock = wantsPaused ? paused : (running ?? paused);
  return clock ? { clock } : {};
}

/** What a day is to an office. */
export function kindOfDay(calendar: WorkCalendar, day: Day): shape.DayKind {
  const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  if (calendar.isWorkday(day)) return isWeekend ? 'makeUp' : 'work';
  return calendar.isLegalHoliday(day) ? 'holiday' : 'rest';
}
