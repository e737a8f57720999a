import { Refusal } from '#kernel/refusal.ts';
import type { Tx } from '#store/database.ts';
import { sendAhead } from '#store/ledger.ts';
import { actIn, type Acted, type Command } from './act.ts';
import { foresee } from './foresight.ts';
import type { Platform } from './platform.ts';

/** What is written along with one of many: which row of a list it was. */
export type Noting = (tx: Tx, at: number, acted: Acted) => Promise<void>;

/** Commands in one transaction: few enough that an interruption loses little, enough that commits do not dominate. */
export const commandsAtOnce = 100;
/** After so many what they led to is written while the next are decided. */
const ahead = 25;

/** Does many commands within a transaction, each with its own decision and its own event: what they read is read together, what they write is written together. */
export async function actAllIn(platform: Platform, tx: Tx, commands: readonly Command[], noting?: Noting): Promise<void> {
  await foresee(platform, tx, commands);
  for (const [at, command] of commands.entries()) {
    const acted = await actIn(platform, tx, command);
    await noting?.(tx, at, acted);
    if (at % ahead === ahead - 1) sendAhead(tx);
  }
}

/** Does many commands, some in each transaction. Where one is refused, each of its transaction goes by itself: it holds up none of the others. Gives the refusals by place. */
export async function actMany(platform: Platform, commands: readonly Command[], noting?: Noting): Promise<ReadonlyMap<number, Refusal>> {
  const refusals = new Map<number, Refusal>();
  const inOne = (from: number, to: number) => refusalOf(platform.store.inDistrict(platform.district, (tx) => actAllIn(platform, tx, commands.slice(from, to), noting && ((inner, at, acted) => noting(inner, from + at, acted)))));
  for (let from = 0; from < commands.length; from += commandsAtOnce) {
    const to = Math.min(commands.length, from + commandsAtOnce);
    if ((await inOne(from, to)) === undefined) continue;
    for (let at = from; at < to; at += 1) {
      const refusal = await inOne(at, at + 1);
      if (refusal) refusals.set(at, refusal);
    }
  }
  platform.poke();
  return refusals;
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await work;
    return undefined;
  } catch (failure) {
    if (failure instanceof Refusal) return failure;
    throw failure;
  }
}
