/**
 * A text as the search compares it: full and half width, upper and lower case and composed letters made one. Each character is folded
 * by itself, so that the fold of a part is a part of the fold.
 */
export function fold(text: string): string {
  return text.normalize('NFKD').toLowerCase().replaceAll('ς', 'σ').replace(/\s+/gu, ' ');
}

/** Every two neighbouring characters of a text, each pair once: what the index of the search holds. */
export function gramsOf(text: string): string[] {
  const characters = [...fold(text)];
  return [...new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))];
}

/** The single characters of a title: a search for one character finds titles alone. */
export function charactersOf(title: string): string[] {
  return [...new Set(fold(title).replaceAll(' ', ''))];
}

/** Lexemes as a tsquery that asks for all of them. */
export function lexemeQuery(lexemes: readonly string[]): string {
  return lexemes.map((lexeme) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' & ');
}

/** A pattern of LIKE that finds the words and nothing else. */
export function likePattern(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}
