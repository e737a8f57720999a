import { pinyin } from 'pinyin-pro';
import { soundLetters, soundPattern } from '#kernel/sounds.ts';
import type { Bind } from './conditions.ts';
import { lexemeQuery } from './grams.ts';

/** A syllable of a text with the characters it stands for: a Chinese character, or a run of letters and digits. */
interface Syllable {
  readonly sound: string;
  readonly from: number;
  readonly to: number;
}

/** How a text sounds: its syllables in their order, `ting che wei`. Characters of several readings are read by the words they stand in. */
export function soundsOf(text: string): string {
  return syllablesOf(text).map(({ sound }) => sound).join(' ');
}

/** Where typed pinyin sounds in a text, in characters from first to last; nothing where it does not. */
export function findSound(text: string, typed: string): { readonly from: number; readonly to: number } | undefined {
  const pattern = soundPattern(typed);
  if (pattern === undefined) return undefined;
  const syllables = syllablesOf(text);
  const sounds = syllables.map(({ sound }) => sound).join(' ');
  const found = new RegExp(pattern).exec(sounds);
  if (!found) return undefined;
  const blanksBefore = (place: number) => sounds.slice(0, place).split(' ').length - 1;
  const first = syllables[blanksBefore(found.index + (found[1] ?? '').length)];
  const last = syllables[blanksBefore(found.index + found[0].length)];
  return first && last && { from: first.from, to: last.to };
}

/**
 * The initials of sounds as words of the search's index, single and in neighbouring pairs. Every other word there has one or two
 * characters; these have three, so that neither is taken for the other.
 */
export function soundLexemes(sounds: string): string[] {
  const initials = sounds.split(' ').filter(Boolean).map((sound) => sound[0] ?? '');
  return [...new Set(initials.flatMap((initial, at) => [`¶¶${initial}`, ...(at === 0 ? [] : [`¶${initials[at - 1]}${initial}`])]))];
}

/** Typed pinyin as SQL over the search's table: by the initials that it surely has, then sound by sound. */
export function compileSounds(typed: string, bind: Bind): string | undefined {
  const pattern = soundPattern(typed);
  const letters = soundLetters(typed);
  if (pattern === undefined || letters === undefined) return undefined;
  return `(grams @@ ${bind(lexemeQuery(sureInitials(letters)))}::tsquery and sounds ~ ${bind(pattern)})`;
}

/** Letters that can only begin a syllable where they stand; between two of them that touch, nothing else can begin. */
function sureInitials(letters: string): string[] {
  const isSure = (at: number) => {
    const letter = letters[at] ?? '';
    const before = letters[at - 1] ?? '';
    if (at === 0) return true;
    if (letter === 'h') return !'zcs'.includes(before);
    if (letter === 'g') return before !== 'n';
    if (letter === 'r') return before !== 'e';
    return 'bcdfjklmpqstwxyz'.includes(letter);
  };
  return [...letters].flatMap((letter, at) => (isSure(at) ? [`¶¶${letter}`, ...(at > 0 && isSure(at - 1) ? [`¶${letters[at - 1]}${letter}`] : [])] : []));
}

function syllablesOf(text: string): Syllable[] {
  const characters = [...text];
  const sounds = pinyin(text, { toneType: 'none', type: 'array', v: true });
  // One sound for each character; were it ever otherwise, no sound at all is better than a wrong place.
  if (sounds.length !== characters.length) return [];
  const syllables: Syllable[] = [];
  for (const [at, character] of characters.entries()) {
    const sound = (/\p{Script=Han}/u.test(character) ? (sounds[at] ?? '') : character).normalize('NFKC').toLowerCase();
    if (!/^[a-z0-9]+$/.test(sound)) continue;
    const before = syllables.at(-1);
    const isRun = before?.to === at && /[a-z0-9]/i.test(character.normalize('NFKC')) && /[a-z0-9]/i.test((characters[at - 1] ?? '').normalize('NFKC'));
    if (before && isRun) syllables[syllables.length - 1] = { ...before, sound: before.sound + sound, to: at + 1 };
    else syllables.push({ sound, from: at, to: at + 1 });
  }
  return syllables;
}
