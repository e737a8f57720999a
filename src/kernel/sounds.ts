/**
 * Typed pinyin as a pattern over sounds as they are kept, `ting che wei`: full (`tingche`), initials (`tcw`) or a mixture of both, from
 * the beginning of any syllable on. Nothing where what was typed cannot be pinyin. For JavaScript and PostgreSQL alike.
 */
export function soundPattern(typed: string): string | undefined {
  const letters = soundLetters(typed);
  return letters === undefined ? undefined : `(^| )${[...letters].join('([a-z0-9]* )?')}`;
}

/** The letters of typed pinyin, two or more; one letter alone would find nearly everything. */
export function soundLetters(typed: string): string | undefined {
  const letters = typed.normalize('NFKC').toLowerCase().replaceAll('ü', 'v').replace(/[\s'’]/gu, '');
  return /^[a-z][a-z0-9]{1,39}$/.test(letters) ? letters : undefined;
}
