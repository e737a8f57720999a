import type { Matter } from '#kernel/matter.ts';
import type { SealedEvent } from '#kernel/trace.ts';
import type { Tx } from './database.ts';
import { charactersOf, fold, gramsOf } from './grams.ts';

/** Brings the tables that ask across matters up to what an event changed; one statement for each table it touches. */
export async function writeProjections(tx: Tx, event: SealedEvent, after: Matter): Promise<void> {
  const { clocks, duties, link, unlink } = event.changes;
  if (duties?.length) await writeDuties(tx, event, after);
  if (clocks && Object.keys(clocks).length > 0) await writeClocks(tx, event, after);
  if (unlink?.length) await dropLinks(tx, event);
  if (link?.length) await writeLinks(tx, event, after);
}

async function writeDuties(tx: Tx, { changes }: SealedEvent, { district, id, mechanism, duties }: Matter): Promise<void> {
  const changed = duties.filter((duty) => changes.duties?.some((each) => each.id === duty.id));
  await tx.query(
    'duty.write',
    `insert into duty (district, matter, id, mechanism, kind, unit, person, state, clock, opened_at, closed_at)
     select $1, $2, each.id, $3, each.kind, each.unit, each.person, each.state, each.clock, each."openedAt", each."closedAt"
     from jsonb_to_recordset($4::jsonb) as each (id text, kind text, unit text, person text, state text, clock jsonb, "openedAt" timestamptz, "closedAt" timestamptz)
     on conflict (district, matter, id) do update set kind = excluded.kind, unit = excluded.unit, person = excluded.person, state = excluded.state,
       clock = excluded.clock, opened_at = excluded.opened_at, closed_at = excluded.closed_at`,
    [district, id, mechanism, JSON.stringify(changed)],
  );
}

async function writeClocks(tx: Tx, { changes }: SealedEvent, { district, id, mechanism }: Matter): Promise<void> {
  await tx.query(
    'clock.write',
    `insert into clock (district, matter, name, mechanism, clock)
     select $1, $2, each.key, $3, each.value from jsonb_each($4::jsonb) as each
     on conflict (district, matter, name) do update set clock = excluded.clock`,
    [district, id, mechanism, JSON.stringify(changes.clocks)],
  );
}

async function dropLinks(tx: Tx, { district, matter, changes }: SealedEvent): Promise<void> {
  await tx.query(
    'link.drop',
    `delete from link using jsonb_to_recordset($3::jsonb) as gone (type text, mechanism text, id uuid)
     where district = $1 and matter = $2 and link.type = gone.type and to_mechanism = gone.mechanism and to_matter = gone.id`,
    [district, matter, JSON.stringify(changes.unlink)],
  );
}

async function writeLinks(tx: Tx, { changes }: SealedEvent, { district, id, mechanism }: Matter): Promise<void> {
  await tx.query(
    'link.write',
    `insert into link (district, matter, type, to_mechanism, to_matter, mechanism)
     select $1, $2, each.type, each.mechanism, each.id, $3 from jsonb_to_recordset($4::jsonb) as each (type text, mechanism text, id uuid)
     on conflict do nothing`,
    [district, id, mechanism, JSON.stringify(changes.link)],
  );
}

/** Keeps the words by which a matter is found. */
export async function writeSearched(tx: Tx, { district, id, mechanism }: Matter, title: string, words: string): Promise<void> {
  await tx.query(
    'search_doc.write',
    `insert into search_doc (district, matter, mechanism, words, folded, grams) values ($1, $2, $3, $4, $5, array_to_tsvector($6))
     on conflict (district, matter) do update set words = excluded.words, folded = excluded.folded, grams = excluded.grams`,
    [district, id, mechanism, words, fold(words), [...gramsOf(words), ...charactersOf(title)]],
  );
}
