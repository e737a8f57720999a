import { binder, getName, type Bind } from './conditions.ts';
import { assembledName, type Tx } from './database.ts';
import { charactersOf, fold, gramsOf, lexemeQuery } from './grams.ts';
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
  const typed = q.trim();
  // Most that is typed has no capitals and no small letters; to make a title small takes as long as to find it.
  const title = typed.toLowerCase() === typed.toUpperCase() ? 'found.title' : 'lower(found.title)';
  const sounds = compileSounds(q, bind);
  const words = sounds === undefined ? compileSearch(q, bind) : `((${compileSearch(q, bind)}) or ${sounds})`;
  // What is ordered by stands first: of a row that waits to be ordered, what comes after a text is found by walking there each time.
  const sql = `
    select case when found.number = ${bind(typed.toUpperCase())} then 0 when strpos(${title}, ${bind(fold(typed))}) > 0 then 1 else 2 end as place, found.changed_at, found.id,
      found.mechanism, found.title, found.number, found.stage, doc.words
    from (select matter, words from search_doc_here where district = ${bind(district)} and mechanism = any(${bind(seen.map(([key]) => key))}::text[]) and ${words}) as doc
    join (select * from matter_here where district = ${bind(district)} and is_sample = ${bind(isSample)} and (
      ${seen.map(([key, sight]) => `(mechanism = '${getName(key)}' and ${compileSights(sight, bind)})`).join(' or ')}
    )) as found on found.id = doc.matter
    order by place, found.changed_at desc, found.id limit ${bind(limit)}`;
  const rows = await tx.query<Omit<SearchFound, 'excerpt'> & { words: string }>(assembledName(sql), sql, values);
  return rows.map(({ id, mechanism, title: name, number, stage, words: text }) => ({
    id, mechanism, title: name, number, stage, excerpt: excerptOf(text, q) ?? excerptOf(name, q) ?? soundExcerpt(name, q) ?? [text.slice(0, 60), '', ''],
  }));
}

/**
 * Words as SQL over the search's table: by pairs of characters through the index, then letter by letter. Asked by `strpos`: what LIKE is
 * going to find is guessed anew for each word, and for the guess the whole statement is planned anew, which takes as long as to run it.
 */
export function compileSearch(q: string, bind: Bind): string {
  const words = fold(q.trim());
  const grams = gramsOf(words);
  if (grams.length === 0) return `grams @@ ${bind(lexemeQuery(charactersOf(words)))}::tsquery`;
  return `grams @@ ${bind(lexemeQuery(grams))}::tsquery and strpos(folded, ${bind(words)}) > 0`;
}

const around = 30;

/** The first place of some words in a text, with a few characters on either side; the text is shown as it was written. */
export function excerptOf(text: string, q: string): [string, string, string] | undefined {
  const shown = text.replace(/\s+/gu, ' ');
  const place = findFolded(shown, fold(q.trim()));
  if (!place) return undefined;
  // A character has two units at most; half of one at the cut is one more than are shown.
  const before = [...shown.slice(Math.max(0, place.from - 2 * around), place.from)].slice(-around).join('');
  const after = [...shown.slice(place.to, place.to + 2 * around)].slice(0, around).join('');
  return [`${before.length < place.from ? '…' : ''}${before}`, shown.slice(place.from, place.to), `${after}${place.to + after.length < shown.length ? '…' : ''}`];
}

/** Where the characters stand that fold to some words. */
function findFolded(shown: string, wanted: string): { readonly from: number; readonly to: number } | undefined {
  if (wanted === '') return undefined;
  const whole = fold(shown);
  const same = whole.indexOf(wanted);
  // Most texts are as long as their fold, and everything stands where it stood. Character by character takes longer than the search itself.
  if (whole.length === shown.length && same >= 0 && fold(shown.slice(same, same + wanted.length)) === wanted) return { from: same, to: same + wanted.length };
  let folded = '';
  // For every place in the folded text, where the character stands that it came from, and where it ends.
  const origin: { from: number; to: number }[] = [];
  let from = 0;
  for (const character of shown) {
    const to = from + character.length;
    const part = fold(character);
    folded += part;
    for (let place = 0; place < part.length; place += 1) origin.push({ from, to });
    from = to;
  }
  const start = folded.indexOf(wanted);
  const [first, last] = [origin[start], origin[start + wanted.length - 1]];
  return first && last && { from: first.from, to: last.to };
}

/** A name with the characters marked that sound as was typed. */
export function soundExcerpt(text: string, q: string): [string, string, string] | undefined {
  const place = findSound(text, q);
  if (!place) return undefined;
  const characters = [...text];
  const cut = (from: number, to?: number) => characters.slice(from, to).join('');
  return [cut(0, place.from), cut(place.from, place.to), cut(place.to)];
}
