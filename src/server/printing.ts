import { actorName, type Actor } from '#kernel/actor.ts';
import { dayOf, type Day, type Instant } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { AnyRecord } from '#kernel/mechanism.ts';
import type { PrintedFigure } from '#mechanisms/serving.ts';
import type { Tx } from '#store/database.ts';
import { answer, getFigure, keepAnswer } from './figures.ts';
import type { Platform } from './platform.ts';
import { printedIn } from './printed.ts';

/** The day of which a paper tells: its own, or the last of the year it is about once that is over. */
export function printedDay({ printedYear }: Pick<AnyRecord, 'printedYear'>, { facts }: Pick<Matter, 'facts'>, today: Day): Day {
  const year = printedYear === undefined ? '' : String(facts[printedYear] ?? '').slice(0, 4);
  const last = `${year}-12-31`;
  return year !== '' && last < today ? last : today;
}

/** Answers the figures that the paper of an action states, as of its day, and keeps them with their records: nothing that happens later changes the paper. */
export async function keepPrinted(platform: Platform, tx: Tx, keys: readonly string[], matter: Matter, actor: Actor, now: Instant): Promise<void> {
  const asOf = printedDay(platform.getMechanism(matter.mechanism).record, matter, dayOf(now));
  for (const key of keys) await keepAnswer(platform, tx, getFigure(key), { asOf, now, by: actorName(actor).zh, matter: matter.id });
}

/** The figures a paper asks for: as they were printed with it, or as they are today while it is a draft. */
export async function figuresFor(platform: Platform, tx: Tx, keys: readonly string[], matter: Matter): Promise<ReadonlyMap<string, PrintedFigure>> {
  const kept = new Map((await printedIn(platform, tx, matter)).map((each) => [each.key, each]));
  const figures = new Map<string, PrintedFigure>();
  const today = printedDay(platform.getMechanism(matter.mechanism).record, matter, dayOf(platform.now()));
  for (const key of keys) {
    const { name, unit, definition } = getFigure(key);
    const { value, asOf } = kept.get(key) ?? (await answer(platform, tx, getFigure(key), today));
    figures.set(key, { name, unit, definition, value, asOf, isKept: kept.has(key) });
  }
  return figures;
}
