import type { Actor } from '#kernel/actor.ts';
import type { AnyMechanism, Importing } from '#kernel/mechanism.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Text } from '#kernel/words.ts';
import type { Tx } from '#store/database.ts';
import { markBatchRow, refuseBatchRow, type BatchRow } from '#store/imports.ts';
import { sendAhead } from '#store/ledger.ts';
import { actIn, foresee, type Command } from './act.ts';
import type { Platform } from './platform.ts';

interface Filing {
  readonly actor: Actor;
  readonly mechanism: AnyMechanism;
  readonly importing: Importing;
  readonly batch: string;
}

/** Files checked rows, all in one transaction. Where one is refused after all, each goes in by itself, and those refused are given back with the words. */
export async function fileRows(platform: Platform, filing: Filing, rows: readonly BatchRow[]): Promise<readonly { readonly row: BatchRow; readonly words: Text }[]> {
  const open = rows.filter((row) => !row.done);
  const inOne = (some: readonly BatchRow[]) =>
    platform.store.inDistrict(platform.district, async (tx) => {
      await foresee(platform, tx, some.map((row) => commandOf(filing, row)));
      for (const [place, row] of some.entries()) {
        await fileRow(platform, tx, filing, row);
        if (place % rowsAhead === rowsAhead - 1) sendAhead(tx);
      }
    });
  if ((await refusalOf(inOne(open))) === undefined) return [];
  const refused: { row: BatchRow; words: Text }[] = [];
  for (const row of open) {
    const refusal = await refusalOf(inOne([row]));
    if (!refusal) continue;
    const words = Object.values(refusal.fields ?? {})[0] ?? refusal.words;
    await platform.store.inDistrict(platform.district, (tx) => refuseBatchRow(tx, platform.district, filing.batch, row.row, words));
    refused.push({ row, words });
  }
  return refused;
}

/** After so many rows what they led to is written while the next are judged. */
const rowsAhead = 25;

async function fileRow(platform: Platform, tx: Tx, filing: Filing, row: BatchRow): Promise<void> {
  const acted = await actIn(platform, tx, { actor: filing.actor, ...commandOf(filing, row) });
  await markBatchRow(tx, platform.district, filing.batch, row.row, { matter: acted.id, matterVersion: acted.version, done: true });
}

function commandOf({ mechanism, importing }: Filing, row: BatchRow): Omit<Command, 'actor'> {
  const isNew = row.outcome === 'create';
  return {
    mechanism: mechanism.record.key,
    action: isNew ? importing.create : (importing.amend ?? importing.create),
    ...(isNew ? {} : { id: row.matter ?? '', version: row.matterVersion ?? 0 }),
    input: row.input,
  };
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
