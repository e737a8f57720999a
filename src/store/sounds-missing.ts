import type { Tx } from './database.ts';
import { fileEntry, filesIn } from './held-files.ts';
import { eventsOf } from './events.ts';
import { soundLexemes, soundsOf } from './sounds.ts';

const atOnce = 200;

/**
 * Works out how titles sound, and which files matters hold, for some that were kept before the platform knew either; says how many.
 * None are left when it gives less than it might.
 */
export async function soundMissing(tx: Tx, district: string): Promise<number> {
  const rows = await tx.query<{ matter: string; title: string }>(
    'search_doc.soundless',
    `select doc.matter, held.title from search_doc as doc join matter as held on held.district = doc.district and held.id = doc.matter
     where doc.district = $1 and doc.sounds is null order by doc.matter limit ${atOnce} for update of doc skip locked`,
    [district],
  );
  const sounded = rows.map(({ matter, title }) => {
    const sounds = soundsOf(title);
    return { matter, sounds, grams: soundLexemes(sounds) };
  });
  await tx.query(
    'search_doc.sound',
    `update search_doc as doc set sounds = each.sounds, grams = array_to_tsvector(tsvector_to_array(doc.grams) || each.grams)
     from jsonb_to_recordset($2::jsonb) as each (matter uuid, sounds text, grams text[]) where doc.district = $1 and doc.matter = each.matter`,
    [district, JSON.stringify(sounded)],
  );
  const files = [];
  for (const { matter } of rows) for (const event of await eventsOf(tx, district, matter)) files.push(...filesIn(event));
  // The same file handed in twice is one line; the later name holds.
  const last = new Map(files.map((file) => [`${file.matter}/${file.hash}/${file.fact}`, file]));
  if (last.size > 0) await fileEntry.write(tx, [...last.values()]);
  return rows.length;
}

/** Whether nothing is missing any more. */
export function isAllSounded(done: number): boolean {
  return done < atOnce;
}
