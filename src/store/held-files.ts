import type { Instant } from '#kernel/calendar.ts';
import type { Event } from '#kernel/matter.ts';
import { binder } from './conditions.ts';
import { assembledName, type Tx } from './database.ts';
import { charactersOf, fold, gramsOf, lexemeQuery, likePattern } from './grams.ts';
import type { Entry } from './ledger.ts';

/** A file as a matter holds it: in one of its facts, or as evidence of an action where `fact` is empty. */
export interface HeldFile {
  readonly district: string;
  readonly matter: string;
  readonly mechanism: string;
  readonly hash: string;
  readonly fact: string;
  readonly name: string;
  readonly at: Instant;
}

/** The files that an event brings. */
export function filesIn({ district, matter, mechanism, at, evidence, set }: Pick<Event, 'district' | 'matter' | 'mechanism' | 'at' | 'evidence' | 'set'>): HeldFile[] {
  const held = (fact: string, value: unknown) => filesWithin(value).map(({ hash, name }) => ({ district, matter, mechanism, hash, fact, name, at }));
  return [...(evidence.length > 0 ? held('', evidence) : []), ...Object.entries(set).flatMap(([fact, value]) => (typeof value === 'object' ? held(fact, value) : []))];
}

/** Wherever it stands, in a list or in the rows of a table, a file has a name and the hash of its bytes. */
function filesWithin(value: unknown): readonly { readonly hash: string; readonly name: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('hash' in value && 'name' in value && typeof value.hash === 'string' && typeof value.name === 'string') return [{ hash: value.hash, name: value.name }];
  return Object.values(value).flatMap(filesWithin);
}

export const fileEntry: Entry<HeldFile> = {
  write: (tx, rows) =>
    tx.query(
      'held_file.write',
      `insert into held_file (district, matter, hash, fact, mechanism, name, folded, grams, at)
       select $1, each.matter, each.hash, each.fact, each.mechanism, each.name, each.folded, array_to_tsvector(each.grams), each.at
       from jsonb_to_recordset($2::jsonb) as each (matter uuid, hash text, fact text, mechanism text, name text, folded text, grams text[], at timestamptz)
       on conflict (district, matter, hash, fact) do update set name = excluded.name, folded = excluded.folded, grams = excluded.grams`,
      [rows[0]?.district, JSON.stringify(rows.map(({ district: _district, ...file }) => ({ ...file, folded: fold(file.name), grams: [...gramsOf(file.name), ...charactersOf(file.name)] })))],
    ),
};

/** Files whose names hold the words, the latest first. Who may read which is for the caller to judge by matter and fact. */
export async function filesNamed(tx: Tx, district: string, { q, mechanisms, limit }: { readonly q: string; readonly mechanisms: readonly string[]; readonly limit: number }): Promise<HeldFile[]> {
  const words = fold(q.trim());
  if (words === '' || mechanisms.length === 0) return [];
  const { bind, values } = binder();
  const grams = gramsOf(words);
  const sql = `
    select district, matter, mechanism, hash, fact, name, at from held_file_here
    where district = ${bind(district)} and mechanism = any(${bind(mechanisms)}::text[])
      and grams @@ ${bind(lexemeQuery(grams.length > 0 ? grams : charactersOf(words)))}::tsquery and folded like ${bind(likePattern(words))}
    order by at desc, matter, hash limit ${bind(limit)}::int`;
  return tx.query<HeldFile>(assembledName(sql), sql, values);
}

/** When other matters first held the same bytes, by hash. */
export async function heldBefore(tx: Tx, district: string, hashes: readonly string[], matter: string | undefined): Promise<ReadonlyMap<string, Instant>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.query<{ hash: string; at: Instant }>(
    'held_file.before',
    'select hash, min(at) as at from held_file where district = $1 and hash = any($2::text[]) and matter is distinct from $3::uuid group by hash',
    [district, hashes, matter ?? null],
  );
  return new Map(rows.map(({ hash, at }) => [hash, at]));
}
