import type { Tx } from './database.ts';
import { assembledName } from './database.ts';
import { binder, getName } from './conditions.ts';
import { fold, likePattern } from './grams.ts';
import { compileSearch } from './matters.ts';
import { compileSights, type Sights } from './sights.ts';
import { compileSounds, findSound } from './sounds.ts';

/** A matter found by its words. */
export interface SearchFound {
  readonly mechanism: string;
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly stage: string;
  /** The words around the first place they stand: before, the hit, after. */
  readonly excerpt: [string, string, string];
}

/** What is searched, for whom. */
export interface SearchQuestion {
  readonly district: string;
  readonly q: string;
  readonly isSample: boolean;
  /** How far each mechanism is seen; one that is not here is not searched. */
  readonly sights: ReadonlyMap<string, Sights>;
  readonly limit: number;
}

/**
 * The matters that hold the words: all of them from two characters on, and no others; one character is looked for in titles. Letters are
 * looked for as pinyin in titles too. First what has that number, then what is called so, then the rest; the latest changes before others.
 */
export async function searchMatters(tx: Tx, { district, q, isSample, sights, limit }: SearchQuestion): Promise<SearchFound[]> {
  const seen = [...sights].filter(([, sight]) => sight.kind !== 'none');
  if (q.trim() === '' || seen.length === 0) return [];
  const { bind, values } = binder();
  const sounds = compileSounds(q, bind);
  const words = sounds === undefined ? compileSearch(q, bind) : `((${compileSearch(q, bind)}) or ${sounds})`;
  const sql = `
    select found.mechanism, found.id, found.title, found.number, found.stage, doc.words
    from (select matter, words from search_doc_here where district = ${bind(district)} and mechanism = any(${bind(seen.map(([key]) => key))}::text[]) and ${words}) as doc
    join (select * from matter_here where district = ${bind(district)} and is_sample = ${bind(isSample)} and (
      ${seen.map(([key, sight]) => `(mechanism = '${getName(key)}' and ${compileSights(sight, bind)})`).join(' or ')}
    )) as found on found.id = doc.matter
    order by found.number is not distinct from upper(${bind(q.trim())}) desc, lower(found.title) like ${bind(likePattern(fold(q.trim())))} desc, found.changed_at desc, found.id limit ${bind(limit)}`;
  const rows = await tx.query<Omit<SearchFound, 'excerpt'> & { words: string }>(assembledName(sql), sql, values);
  return rows.map(({ words, ...found }) => ({ ...found, excerpt: excerptOf(words, q) ?? excerptOf(found.title, q) ?? soundExcerpt(found.title, q) ?? [words.slice(0, 60), '', ''] }));
}

const around = 30;

/** The first place of some words in a text, with a few characters on either side; the text is shown as it was written. */
export function excerptOf(text: string, q: string): [string, string, string] | undefined {
  const wanted = fold(q.trim());
  const characters = [...text.replace(/\s+/gu, ' ')];
  // For every place in the folded text, which character it came from.
  const origin: number[] = [];
  let folded = '';
  for (const [at, character] of characters.entries()) {
    const part = fold(character);
    folded += part;
    for (let place = 0; place < part.length; place += 1) origin.push(at);
  }
  const start = folded.indexOf(wanted);
  const first = origin[start];
  const last = origin[start + wanted.length - 1];
  if (wanted === '' || start < 0 || first === undefined || last === undefined) return undefined;
  const cut = (from: number, to: number) => characters.slice(Math.max(0, from), to).join('');
  return [`${first > around ? '…' : ''}${cut(first - around, first)}`, cut(first, last + 1), `${cut(last + 1, last + 1 + around)}${last + 1 + around < characters.length ? '…' : ''}`];
}

/** A name with the characters marked that sound as was typed. */
export function soundExcerpt(text: string, q: string): [string, string, string] | undefined {
  const place = findSound(text, q);
  if (!place) return undefined;
  const characters = [...text];
  const cut = (from: number, to?: number) => characters.slice(from, to).join('');
  return [cut(0, place.from), cut(place.from, place.to), cut(place.to)];
}
