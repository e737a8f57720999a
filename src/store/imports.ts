import type { Instant } from '#kernel/calendar.ts';
import type { Text } from '#kernel/words.ts';
import type { Tx } from './database.ts';
import { enter, type Entry } from './ledger.ts';

/** One row of a spreadsheet with what is to become of it. */
export interface BatchRow {
  readonly row: number;
  readonly input: Record<string, unknown> | null;
  /** What a correction replaced, for taking the import back. */
  readonly previous: Record<string, unknown> | null;
  readonly matter: string | null;
  readonly matterVersion: number | null;
  readonly outcome: 'heading' | 'create' | 'amend' | 'unchanged' | 'refused';
  readonly cells: readonly unknown[];
  /** Words of what is wrong, by column. */
  readonly problems: Record<string, Text>;
  readonly done: boolean;
}

export interface Batch {
  readonly id: string;
  readonly mechanism: string;
  readonly fileName: string;
  readonly by: string;
  readonly at: Instant;
  readonly state: string;
  readonly report: object;
}

/** Begins an import. */
export async function createBatch(tx: Tx, district: string, batch: Pick<Batch, 'id' | 'mechanism' | 'fileName' | 'by' | 'at'>): Promise<void> {
  await tx.query(
    'import_batch.create',
    `insert into import_batch (district, id, mechanism, file_name, by, at, state, report) values ($1, $2, $3, $4, $5, $6, 'checked', '{}')`,
    [district, batch.id, batch.mechanism, batch.fileName, batch.by, batch.at],
  );
}

/** How an import stands. */
export async function findBatch(tx: Tx, district: string, id: string): Promise<Batch | undefined> {
  const [row] = await tx.query<Batch>(
    'import_batch.find',
    'select id, mechanism, file_name as "fileName", by, at, state, report from import_batch where district = $1 and id::text = $2',
    [district, id.toLowerCase()],
  );
  return row;
}

/** Notes how an import stands. */
export async function saveBatch(tx: Tx, district: string, id: string, { state, report }: Pick<Batch, 'state' | 'report'>): Promise<void> {
  await tx.query('import_batch.save', 'update import_batch set state = $3, report = $4 where district = $1 and id = $2', [district, id, state, JSON.stringify(report)]);
}

/** Keeps rows of an import, all of them in one statement. */
export async function addBatchRows(tx: Tx, district: string, batch: string, rows: readonly Omit<BatchRow, 'done'>[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    'import_row.add',
    `insert into import_row (district, batch, row, input, previous, matter, matter_version, outcome, cells, problems)
     select $1, $2, each.row, each.input, each.previous, each.matter, each."matterVersion", each.outcome, each.cells, coalesce(each.problems, '{}')
     from jsonb_to_recordset($3::jsonb) as each (row integer, input jsonb, previous jsonb, matter uuid, "matterVersion" integer, outcome text, cells jsonb, problems jsonb)`,
    [district, batch, JSON.stringify(rows)],
  );
}

/** The rows of an import after a row, in their order. */
export async function batchRows(tx: Tx, district: string, batch: string, { outcome, after, limit }: { readonly outcome?: readonly string[]; readonly after: number; readonly limit: number }): Promise<BatchRow[]> {
  return tx.query(
    'import_row.page',
    `select row, input, previous, matter, matter_version as "matterVersion", outcome, cells, problems, done from import_row
     where district = $1 and batch = $2 and row > $3 and ($4::text[] is null or outcome = any($4::text[])) order by row limit $5`,
    [district, batch, after, outcome ?? null, limit],
  );
}

/** Notes what became of a row. */
export async function markBatchRow(tx: Tx, district: string, batch: string, row: number, { matter, matterVersion, done }: Pick<BatchRow, 'matter' | 'matterVersion' | 'done'>): Promise<void> {
  await enter(tx, markEntry, `${batch}/${row}`, { district, batch, row, matter, matterVersion, done });
}

const markEntry: Entry<{ readonly district: string; readonly batch: string } & Pick<BatchRow, 'row' | 'matter' | 'matterVersion' | 'done'>> = {
  // Without a name: planned for the table as it is now.
  write: (tx, rows) =>
    tx.query(
      '',
      `update import_row set matter = each.matter, matter_version = each."matterVersion", done = each.done
       from jsonb_to_recordset($2::jsonb) as each (batch uuid, row integer, matter uuid, "matterVersion" integer, done boolean)
       where import_row.district = $1 and import_row.batch = each.batch and import_row.row = each.row`,
      [rows[0]?.district, JSON.stringify(rows)],
    ),
};

/** Which matters hold some values of a unique fact. */
export async function findByUnique(tx: Tx, district: string, mechanism: string, fact: string, values: readonly string[]): Promise<{ readonly value: string; readonly matter: string }[]> {
  return tx.query('unique.find', 'select value, matter from unique_value where district = $1 and mechanism = $2 and fact = $3 and value = any($4::text[])', [district, mechanism, fact, values]);
}

/** The matters of a mechanism that bear these titles; of several with one title none, for nobody can tell which is meant. */
export async function findByTitle(tx: Tx, district: string, mechanism: string, titles: readonly string[]): Promise<{ readonly value: string; readonly matter: string }[]> {
  return tx.query(
    'matter.titled',
    'select title as value, min(id::text) as matter from matter where district = $1 and mechanism = $2 and title = any($3::text[]) group by title having count(*) = 1',
    [district, mechanism, titles],
  );
}

/** A row that was good when it was checked and is refused now that it is to be filed. */
export async function refuseBatchRow(tx: Tx, district: string, batch: string, row: number, words: Text): Promise<void> {
  await tx.query(
    'import_row.refuse',
    `update import_row set outcome = 'refused', problems = jsonb_build_object('0', $4::jsonb) where district = $1 and batch = $2 and row = $3`,
    [district, batch, row, JSON.stringify(words)],
  );
}
