const digits = '零一二三四五六七八九';

/** A text as it is compared: width, case, digits, signs and synonyms no longer tell two of them apart. */
export function normalise(text: string, synonyms: readonly (readonly string[])[] = []): string {
  let plain = bare(text).replace(/[零〇一二两三四五六七八九]/g, (digit) => String(digit === '〇' ? 0 : digit === '两' ? 2 : digits.indexOf(digit)));
  for (const [stands, ...others] of synonyms) {
    if (stands === undefined) continue;
    // Longest first, and never within a word that already says what the group stands for.
    for (const other of others.toSorted((a, b) => b.length - a.length)) plain = plain.replaceAll(other, stands);
  }
  return plain;
}

/** A text without its signs: words and numbers alone, as they were written. */
export function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{Script=Han}a-z0-9]+/gu, ' ').trim();
}

/** The shingles of a normalised text: every two and three Han characters in a row, and every Latin word or number. */
export function shinglesOf(plain: string): readonly string[] {
  const shingles: string[] = [];
  for (const run of plain.match(/\p{Script=Han}+|[a-z]+|\d+/gu) ?? []) {
    if (/^[a-z\d]/.test(run)) shingles.push(run);
    else {
      const characters = [...run];
      for (const size of [2, 3]) for (let at = 0; at + size <= characters.length; at += 1) shingles.push(characters.slice(at, at + size).join(''));
      if (characters.length === 1) shingles.push(run);
    }
  }
  return shingles;
}

/** Everything an item says, as one normalised text. */
export function plainOf(parts: Readonly<Record<string, string>>, synonyms: readonly (readonly string[])[]): string {
  return Object.values(parts).map((part) => normalise(part, synonyms)).join(' ');
}

/** Whether two texts say the same but for width, digits, signs and synonyms. */
export function isSameText(one: string, other: string, synonyms: readonly (readonly string[])[] = []): boolean {
  return normalise(one, synonyms).replaceAll(' ', '') === normalise(other, synonyms).replaceAll(' ', '');
}
