import type { Actor } from '#kernel/actor.ts';
import { addDays, dayOf, type Day, type Instant } from '#kernel/calendar.ts';
import { isAccepted, type Answer, type Figure } from '#kernel/figure.ts';
import { refuse } from '#kernel/refusal.ts';
import type * as figureShape from '#contract/figure-shapes.ts';
import { foundingFigures } from '#mechanisms/founding-figures.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { answerFigure, answerFigures, figureRecords, keepSnapshot, snapshotsOf, type FigureSnapshot } from '#store/figures.ts';
import { findMatters } from '#store/matters.ts';
import type { Tx } from '#store/database.ts';
import type { Directory } from './directory.ts';
import { namesIn, presentRow } from './present.ts';
import type { Platform } from './platform.ts';
import { isVisible } from './world.ts';

/** Every declared figure with the mechanism that declares it. */
export const declaredFigures: readonly Figure[] = mechanisms.flatMap((mechanism) => mechanism.figures);

/** Answers every figure as of a day; figures no one built yet are simply not among them. */
export async function answerAll(platform: Platform, tx: Tx, asOf: Day, only: (figure: Figure) => boolean = () => true): Promise<figureShape.FigureAnswer[]> {
  const answers = await Promise.all(mechanisms.map((mechanism) => answerFigures(tx, platform.district, mechanism, mechanism.figures.filter(only), asOf, platform.isDemonstration, dayOf(platform.now()))));
  const { findSetting } = await platform.directory();
  return answers.flat().map((each) => present(platform, findSetting, getFigure(each.figure), each));
}

/** Figures as of several days each, for the line of how they went. */
export async function answerTrends(platform: Platform, tx: Tx, keys: readonly string[], days: readonly Day[]): Promise<figureShape.FigureTrend[]> {
  const trends: figureShape.FigureTrend[] = [];
  for (const figure of keys.map(getFigure)) {
    const points: figureShape.FigureTrend['points'] = [];
    for (const asOf of days) points.push({ asOf, value: await valueOn(platform, tx, figure, asOf) });
    trends.push({ key: figure.key, points });
  }
  return trends;
}

/** What was the answer on a day long past stays it, for nothing is ever done in the past; to fold the events anew for each reader would be slow. */
async function valueOn(platform: Platform, tx: Tx, figure: Figure, asOf: Day): Promise<number | null> {
  const isPast = asOf < addDays(dayOf(platform.now()), -1);
  const known = kept.get(platform) ?? new Map<string, number | null>();
  kept.set(platform, known);
  const place = `${figure.key} ${asOf}`;
  const before = isPast ? known.get(place) : undefined;
  if (before !== undefined) return before;
  const { value } = await answer(platform, tx, figure, asOf);
  if (isPast && known.size < mostKept) known.set(place, value);
  return value;
}

const mostKept = 20_000;
const kept = new WeakMap<Platform, Map<string, number | null>>();

/** A figure with the records behind it. Records the reader may not open are counted, and left out of the list. */
export async function answerRecords(platform: Platform, tx: Tx, key: string, asOf: Day, actor: Actor): Promise<figureShape.FigureRecords> {
  const figure = getFigure(key);
  const mechanism = platform.getMechanism(figure.mechanism);
  const ids = await figureRecords(tx, platform.district, mechanism, figure, asOf, platform.isDemonstration, dayOf(platform.now()));
  const matters = (await findMatters(tx, platform.district, ids)).filter((matter) => isVisible(mechanism.record, matter, actor));
  const rows = matters.map((matter) => presentRow(platform, matter, actor));
  return {
    answer: present(platform, (await platform.directory()).findSetting, figure, await answer(platform, tx, figure, asOf)),
    rows,
    names: await namesIn(platform, tx, actor, mechanism.record.facts, rows.map((row) => row.facts), []),
  };
}

/** Keeps an answer with its records as it goes into a document (reform.md §1.2, 5): all of them, of which the keeper is told those he may open. */
export async function takeSnapshot(platform: Platform, tx: Tx, key: string, asOf: Day, actor: Extract<Actor, { kind: 'post' }>): Promise<figureShape.Snapshot> {
  const figure = getFigure(key);
  const snapshot = await keepAnswer(platform, tx, figure, { asOf, now: platform.now(), by: actor.postName });
  return { ...snapshot, among: snapshot.records.length, records: await openOf(platform, tx, figure, snapshot.records, actor) };
}

/** Who keeps an answer, as of which day, at which moment, and for which paper. */
interface Keeping {
  readonly asOf: Day;
  readonly now: Instant;
  readonly by: string;
  readonly matter?: string;
}

/** Keeps the answer to a figure with all its records. */
export async function keepAnswer(platform: Platform, tx: Tx, figure: Figure, { asOf, now, by, matter }: Keeping): Promise<FigureSnapshot> {
  const mechanism = platform.getMechanism(figure.mechanism);
  const question = [platform.district, mechanism, figure, asOf, platform.isDemonstration, dayOf(now)] as const;
  const { value } = await answerFigure(tx, ...question);
  const records = await figureRecords(tx, ...question);
  return keepSnapshot(tx, platform.district, { figure: figure.key, definition: figure, asOf, value, records, computedAt: now, by, ...(matter === undefined ? {} : { matter }) });
}

/** The answers kept of a figure, newest first. */
export async function listSnapshots(platform: Platform, tx: Tx, key: string, actor: Actor): Promise<figureShape.Snapshot[]> {
  const figure = getFigure(key);
  const snapshots = await snapshotsOf(tx, platform.district, figure.key);
  const open = new Set(await openOf(platform, tx, figure, [...new Set(snapshots.flatMap(({ records }) => records))], actor));
  return snapshots.map((snapshot) => ({ ...snapshot, among: snapshot.records.length, records: snapshot.records.filter((id) => open.has(id)) }));
}

/** The records this reader may open; of a confined one not even the id is told. */
async function openOf(platform: Platform, tx: Tx, figure: Figure, ids: readonly string[], actor: Actor): Promise<string[]> {
  const { record } = platform.getMechanism(figure.mechanism);
  return (await findMatters(tx, platform.district, ids)).filter((matter) => isVisible(record, matter, actor)).map(({ id }) => id);
}

/** The figure declared under a key. */
export function getFigure(key: string): Figure {
  const figure = declaredFigures.find((each) => each.key === key);
  if (!figure) throw refuse('absent');
  return figure;
}

/** The answer to a figure as of a day. */
export function answer(platform: Platform, tx: Tx, figure: Figure, asOf: Day): Promise<Answer> {
  const mechanism = platform.getMechanism(figure.mechanism);
  return answerFigure(tx, platform.district, mechanism, figure, asOf, platform.isDemonstration, dayOf(platform.now()));
}

function present(platform: Platform, findSetting: Directory['findSetting'], figure: Figure, { value, among, asOf, base }: Answer): figureShape.FigureAnswer {
  const founding = foundingFigures.find((each) => each.no === figure.answers);
  const accepted = founding && value !== null ? isAccepted(founding, value) : undefined;
  const { measure } = figure;
  const small = 'growth' in measure ? (findSetting(figure.mechanism, measure.smallBase) ?? platform.getMechanism(figure.mechanism).record.settings[measure.smallBase]?.value ?? 0) : 0;
  return { key: figure.key, value, among, asOf, ...(base !== undefined && base < small ? { base } : {}), ...(accepted === undefined ? {} : { isAccepted: accepted }) };
}
