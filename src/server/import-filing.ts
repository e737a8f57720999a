import type { Actor } from '#kernel/actor.ts';
import type { AnyMechanism, Importing } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';
import { markBatchRow, refuseBatchRow, type BatchRow } from '#store/imports.ts';
import type { Command } from './act.ts';
import { actMany } from './act-many.ts';
import type { Platform } from './platform.ts';

interface Filing {
  readonly actor: Actor;
  readonly mechanism: AnyMechanism;
  readonly importing: Importing;
  readonly batch: string;
}

/** Files checked rows together. Where one is refused after all, each goes in by itself, and those refused are given back with the words. */
export async function fileRows(platform: Platform, filing: Filing, rows: readonly BatchRow[]): Promise<readonly { readonly row: BatchRow; readonly words: Text }[]> {
  const open = rows.filter((row) => !row.done);
  const refusals = await actMany(platform, open.map((row) => commandOf(filing, row)), (tx, at, { id, version }) => markBatchRow(tx, platform.district, filing.batch, open[at]?.row ?? 0, { matter: id, matterVersion: version, done: true }));
  const refused = [...refusals].flatMap(([at, refusal]) => {
    const row = open[at];
    return row ? [{ row, words: Object.values(refusal.fields ?? {})[0] ?? refusal.words }] : [];
  });
  for (const { row, words } of refused) await platform.store.inDistrict(platform.district, (tx) => refuseBatchRow(tx, platform.district, filing.batch, row.row, words));
  return refused;
}

function commandOf({ actor, mechanism, importing }: Filing, row: BatchRow): Command {
  const isNew = row.outcome === 'create';
  return {
    actor,
    mechanism: mechanism.record.key,
    action: isNew ? importing.create : (importing.amend ?? importing.create),
    ...(isNew ? {} : { id: row.matter ?? '', version: row.matterVersion ?? 0 }),
    input: row.input,
  };
}
