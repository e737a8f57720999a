import type { Clock } from '#kernel/clock.ts';
import type { Duty, Link, Matter } from '#kernel/matter.ts';
import type { SealedEvent } from '#kernel/trace.ts';
import type { Tx } from './database.ts';
import { charactersOf, fold, gramsOf } from './grams.ts';
import { enter, type Entry } from './ledger.ts';
import { fileEntry, filesIn } from './held-files.ts';
import { findSent, sentEntry } from './sent.ts';
import { soundLexemes, soundsOf } from './sounds.ts';

/** Brings the tables that ask across matters up to what an event changed; one statement for each table it touches. */
export async function writeProjections(tx: Tx, event: SealedEvent, { district, id, mechanism, duties }: Matter): Promise<void> {
  const { changes } = event;
  const key = { district, matter: id, mechanism };
  for (const { id: changed } of changes.duties ?? []) {
    const duty = duties.find((each) => each.id === changed);
    if (duty) await enter(tx, dutyEntry, `${id}/${changed}`, { ...key, duty });
  }
  for (const [name, clock] of Object.entries(changes.clocks ?? {})) await enter(tx, clockEntry, `${id}/${name}`, { ...key, name, clock });
  if (changes.unlink?.length) await dropLinks(tx, key, changes.unlink);
  for (const link of changes.link ?? []) await enter(tx, linkEntry, `${id}/${link.type}/${link.mechanism}/${link.id}`, { ...key, link });
  const sent = findSent(event);
  if (sent) await enter(tx, sentEntry, `${id}/${sent.person}`, sent);
  for (const file of filesIn(event)) await enter(tx, fileEntry, `${id}/${file.hash}/${file.fact}`, file);
}

/** To which matter a row belongs. */
interface Key {
  readonly district: string;
  readonly matter: string;
  readonly mechanism: string;
}

const dutyEntry: Entry<Key & { readonly duty: Duty }> = {
  write: (tx, rows) =>
    tx.query(
      'duty.write',
      `insert into duty (district, matter, mechanism, id, kind, unit, person, state, clock, opened_at, closed_at)
       select $1, each.* from jsonb_to_recordset($2::jsonb) as each (
         matter uuid, mechanism text, id text, kind text, unit text, person text, state text, clock jsonb, "openedAt" timestamptz, "closedAt" timestamptz)
       on conflict (district, matter, id) do update set kind = excluded.kind, unit = excluded.unit, person = excluded.person, state = excluded.state,
         clock = excluded.clock, opened_at = excluded.opened_at, closed_at = excluded.closed_at`,
      [rows[0]?.district, JSON.stringify(rows.map(({ duty, matter, mechanism }) => ({ ...duty, matter, mechanism })))],
    ),
};

const clockEntry: Entry<Key & { readonly name: string; readonly clock: Clock }> = {
  write: (tx, rows) =>
    tx.query(
      'clock.write',
      `insert into clock (district, matter, mechanism, name, clock)
       select $1, each.* from jsonb_to_recordset($2::jsonb) as each (matter uuid, mechanism text, name text, clock jsonb)
       on conflict (district, matter, name) do update set clock = excluded.clock`,
      [rows[0]?.district, JSON.stringify(rows)],
    ),
};

/** Asked and not entered: a link that is dropped and tied again in one transaction is there in the end. */
async function dropLinks(tx: Tx, { district, matter }: Key, links: readonly Link[]): Promise<void> {
  await tx.query(
    'link.drop',
    `delete from link using jsonb_to_recordset($3::jsonb) as gone (type text, mechanism text, id uuid)
     where district = $1 and matter = $2 and link.type = gone.type and to_mechanism = gone.mechanism and to_matter = gone.id`,
    [district, matter, JSON.stringify(links)],
  );
}

const linkEntry: Entry<Key & { readonly link: Link }> = {
  write: (tx, rows) =>
    tx.query(
      'link.write',
      `insert into link (district, matter, mechanism, type, to_mechanism, to_matter)
       select $1, each.* from jsonb_to_recordset($2::jsonb) as each (matter uuid, mechanism text, type text, to_mechanism text, to_matter uuid)
       on conflict do nothing`,
      [rows[0]?.district, JSON.stringify(rows.map(({ matter, mechanism, link }) => ({ matter, mechanism, type: link.type, to_mechanism: link.mechanism, to_matter: link.id })))],
    ),
};

/** Keeps the words by which a matter is found. */
export async function writeSearched(tx: Tx, { district, id, mechanism }: Matter, title: string, words: string): Promise<void> {
  const sounds = soundsOf(title);
  await enter(tx, searchEntry, id, { district, matter: id, mechanism, words, folded: fold(words), grams: [...gramsOf(words), ...charactersOf(title), ...soundLexemes(sounds)], sounds });
}

const searchEntry: Entry<Key & { readonly words: string; readonly folded: string; readonly grams: readonly string[]; readonly sounds: string }> = {
  write: (tx, rows) =>
    tx.query(
      'search_doc.write',
      `insert into search_doc (district, matter, mechanism, words, folded, grams, sounds)
       select $1, each.matter, each.mechanism, each.words, each.folded, array_to_tsvector(each.grams), each.sounds
       from jsonb_to_recordset($2::jsonb) as each (matter uuid, mechanism text, words text, folded text, grams text[], sounds text)
       on conflict (district, matter) do update set words = excluded.words, folded = excluded.folded, grams = excluded.grams, sounds = excluded.sounds`,
      [rows[0]?.district, JSON.stringify(rows)],
    ),
};
