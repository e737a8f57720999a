import type { MatterRow } from '#contract/shapes.ts';

/** As much of a column as its width is reckoned from. */
export interface Fitting {
  readonly key: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly width: number;
  readonly words: (row: MatterRow) => string;
}

/** Pixels of a Chinese character, and of a letter or a digit, at the size of the table; what a cell has beside its words, and a heading with its mark of order. */
const [character, letter, around, heading] = [14.2, 7.9, 26, 44];
/** Beyond these a text is cut: a name has more room than what merely describes. */
const [widestTitle, widestOther] = [340, 260];
/** Narrower than this no name stands. */
const narrowestTitle = 150;

/** The width at which what is in a column is seen whole, within bounds: its heading, the rows at hand, and what stands in its foot. */
export function fittedWidth({ name, words }: Fitting, rows: readonly MatterRow[], foot: readonly string[], { isTitle, language }: { readonly isTitle: boolean; readonly language: 'zh' | 'en' }): number {
  // Feet are bold.
  const wanted = Math.max(...rows.map((row) => widthOf(words(row))), ...foot.map((each) => widthOf(each) * 1.06), 0) + around;
  const least = Math.max(isTitle ? narrowestTitle : 0, widthOf(name[language]) + heading);
  return Math.round(Math.max(least, Math.min(wanted, isTitle ? widestTitle : widestOther)));
}

/** Pixels that a line of words takes, about. */
export function widthOf(words: string): number {
  return [...words].reduce((sum, each) => sum + (each >= '\u2e80' || each === '㎡' ? character : letter), 0);
}
