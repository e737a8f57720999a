import { mayRead, type Actor } from '#kernel/actor.ts';
import { dayOf, monthEnd, type Day } from '#kernel/calendar.ts';
import { findDueDay, type Clock } from '#kernel/clock.ts';
import type { Fact } from '#kernel/fact.ts';
import { totalKinds } from '#kernel/kinds.ts';
import type { Matter } from '#kernel/matter.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { chosenColumns } from '#contract/register-columns.ts';
import type * as register from '#contract/register-shapes.ts';
import type { Tx } from '#store/database.ts';
import { columnTotals, idsOf, mattersOfTime, movesOf, placedMatters } from '#store/register-questions.ts';
import { registerQuery, type Query } from './listing.ts';
import type { Platform } from './platform.ts';
import { namesIn, presentRow } from './present.ts';

/** More than this are picked by a narrower filter: one person can hardly answer for more at once. */
const mostPicked = 2_000;
const mostPlaced = 5_000;
const rowsOfTimeline = 40;
const monthsShown = 6;

/** What stands under the columns of numbers: over all that the reader's filter finds among what they may see, of the facts they may read. */
export async function totalsOf(platform: Platform, tx: Tx, actor: Actor, key: string, query: Query): Promise<register.RegisterTotals> {
  const mechanism = platform.getMechanism(key);
  const shown = chosenColumns(mechanism, query['cols'] === undefined ? undefined : String(query['cols']));
  // A sum over what is veiled would tell it.
  const summed = shown.flatMap(({ key: name, fact }) => (fact && totalKinds(fact).length > 0 && !fact.sealed && !fact.veiled && mayRead(fact, actor) ? [name] : []));
  const { total, facts: totals } = await columnTotals(tx, registerQuery(platform, mechanism, actor, query), summed);
  return { total, facts: Object.fromEntries(totals) };
}

/** The ids behind a filter, to act on all of them. */
export async function idsFound(platform: Platform, tx: Tx, actor: Actor, key: string, query: Query): Promise<register.FoundIds> {
  const { total, rows } = await idsOf(tx, registerQuery(platform, platform.getMechanism(key), actor, query), mostPicked);
  return { total, rows: [...rows] };
}

/** The facts of a register by which its matters stand on the map, as far as the reader may read them. */
export function placeFacts({ record }: AnyMechanism, actor: Actor): readonly string[] {
  return Object.entries(record.facts).flatMap(([name, fact]) => (fact.kind === 'place' && !fact.sealed && !fact.veiled && mayRead(fact, actor) ? [name] : []));
}

/** The matters of a filter that have a place, with what the map is coloured by: a fact as it is, or as it was in a year. */
export async function mapOf(platform: Platform, tx: Tx, actor: Actor, key: string, query: Query): Promise<register.PlacedMatters> {
  const mechanism = platform.getMechanism(key);
  const places = placeFacts(mechanism, actor);
  const fact = places.find((name) => name === query['place']) ?? places[0];
  if (fact === undefined) return { fact: '', total: 0, unplaced: 0, rows: [] };
  const { placed, unplaced, rows } = await placedMatters(tx, registerQuery(platform, mechanism, actor, query), fact, mostPlaced);
  const colours = colourFacts(mechanism, actor);
  // A register that declares what its map is coloured by shows the first of it, unless somebody asks for the lights.
  const colour = query['colour'] === 'lights' ? undefined : (colours.find((name) => name === query['colour']) ?? colours[0]);
  const time = colour === undefined ? undefined : mayLook(mechanism, actor, mechanism.record.map?.years);
  const years = time === undefined ? [] : yearsOf(rows, time, colour ?? '');
  const year = years.find((each) => String(each) === query['year']);
  const opens = mayLook(mechanism, actor, mechanism.record.map?.opens);
  const opened = opens === undefined ? {} : { [opens]: mechanism.record.facts[opens] as Fact };
  return {
    fact,
    total: placed,
    unplaced,
    ...(colour === undefined ? {} : { colour, years }),
    ...(year === undefined ? {} : { year }),
    rows: rows.map((matter) => {
      const { facts: _facts, ...row } = presentRow(platform, matter, actor);
      const value = colour === undefined ? undefined : year === undefined ? matter.facts[colour] : yearOf(matter, time ?? '', year)?.[colour];
      const other = opens === undefined ? undefined : matter.facts[opens];
      // The kind's schema let it in.
      return { ...row, place: matter.facts[fact] as register.Place, ...(typeof value === 'string' || typeof value === 'number' ? { value } : {}), ...(typeof other === 'string' ? { opens: other } : {}) };
    }),
    ...(opens === undefined ? {} : { names: await namesIn(platform, tx, actor, opened, rows.map(({ facts }) => ({ [opens]: facts[opens] })), []) }),
  };
}

/** The facts the map may be coloured by, as far as the reader may read them. */
export function colourFacts(mechanism: AnyMechanism, actor: Actor): readonly string[] {
  return (mechanism.record.map?.colours ?? []).filter((name) => mayLook(mechanism, actor, name) !== undefined);
}

function mayLook({ record }: AnyMechanism, actor: Actor, name: string | undefined): string | undefined {
  const fact = name === undefined ? undefined : record.facts[name];
  return fact !== undefined && !fact.sealed && !fact.veiled && mayRead(fact, actor) ? name : undefined;
}

function yearOf({ facts }: Matter, time: string, year: number): Readonly<Record<string, unknown>> | undefined {
  return ((facts[time] ?? []) as readonly Readonly<Record<string, unknown>>[]).find((row) => row['year'] === year);
}

/** The years of which any of them tells the fact, oldest first. */
function yearsOf(rows: readonly Matter[], time: string, colour: string): number[] {
  const told = rows.flatMap(({ facts }) => ((facts[time] ?? []) as readonly Readonly<Record<string, unknown>>[]).flatMap((row) => (typeof row['year'] === 'number' && row[colour] !== undefined ? [row['year']] : [])));
  return [...new Set(told)].toSorted((one, other) => one - other);
}

/** What was done to the matters of a filter over some months, and which clocks ran meanwhile. */
export async function timelineOf(platform: Platform, tx: Tx, actor: Actor, key: string, query: Query): Promise<register.Timeline> {
  const mechanism = platform.getMechanism(key);
  const { record } = mechanism;
  const today = dayOf(platform.now());
  const months = Number(query['months'] ?? monthsShown);
  const from = `${typeof query['from'] === 'string' ? query['from'] : monthsAway(today.slice(0, 7), 1 - months)}-01`;
  const last = monthsAway(from.slice(0, 7), months - 1);
  const to = monthEnd(Number(last.slice(0, 4)), Number(last.slice(5)));
  const question = { ...registerQuery(platform, mechanism, actor, query), size: rowsOfTimeline };
  const ended = Object.entries(record.stages).flatMap(([stage, { place }]) => (place === 'end' ? [stage] : []));
  const { total, rows } = await mattersOfTime(tx, question, ended, { from, to });
  const moves = new Map<string, register.TimelineRow['events']>();
  for (const { matter, seq, at, action, stage, from: before } of await movesOf(tx, platform.district, rows.map(({ id }) => id))) {
    const held = moves.get(matter) ?? [];
    held.push({ seq, on: dayOf(at), action, stage, isMove: before !== stage });
    moves.set(matter, held);
  }
  return {
    from, to, today, total, page: question.page, size: question.size,
    rows: rows.map((matter) => {
      const { facts: _facts, ...row } = presentRow(platform, matter, actor);
      return { ...row, spans: spansOf(platform, matter, today), events: (moves.get(matter.id) ?? []).filter(({ on }) => from <= on && on <= to) };
    }),
    names: await namesIn(platform, tx, actor, {}, [], rows.flatMap(({ duties }) => duties.map(({ unit }) => unit))),
  };
}

function spansOf(platform: Platform, matter: Matter, today: Day): register.Span[] {
  const calendar = platform.calendar();
  const span = (clock: Clock): Pick<register.Span, 'from' | 'to' | 'dueOn' | 'isLate' | 'pauses'> => {
    const dueOn = findDueDay(calendar, clock);
    return {
      from: clock.startOn,
      ...(clock.stoppedOn ? { to: clock.stoppedOn } : {}),
      ...(dueOn ? { dueOn } : {}),
      isLate: dueOn !== undefined && (clock.stoppedOn ?? today) > dueOn,
      pauses: clock.pauses.map((pause) => ({ from: pause.from, ...(pause.to ? { to: pause.to } : {}), reason: pause.reason })),
    };
  };
  return [
    ...Object.entries(matter.clocks).map(([key, clock]) => ({ key, isDuty: false, ...span(clock) })),
    ...matter.duties.filter(({ state }) => state !== 'withdrawn').map(({ kind, unit, clock }) => ({ key: kind, isDuty: true, unit, ...span(clock) })),
  ];
}

function monthsAway(month: string, count: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}
