/** The two languages every word of the platform exists in. */
export type Language = 'zh' | 'en';

/** A word or sentence in both languages; a missing half does not compile. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A `{place}` of a sentence. `{place|item|items}` says what it counts, one of them or many: English tells them apart, Chinese has no need to. */
const places = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** A sentence of one language with its places filled in; a place nobody filled stays as it is. */
export function fillIn(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(places, (place, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return many === undefined ? String(value) : `${value} ${String(value) === '1' ? one : many}`;
  });
}

/** One sentence with its places filled in, in both languages at once. */
export function fill(text: Text, values: Readonly<Record<string, string | number | Text>>): Text {
  const into = (language: Language) => fillIn(text[language], Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value])));
  return { zh: into('zh'), en: into('en') };
}

/** A name that is the same in both languages: a unit's own name, a number, what somebody typed. */
export function verbatim(words: string): Text {
  return { zh: words, en: words };
}

/** Words with a note behind them, in the brackets of the language. */
export function bracketed(words: string, note: string | number, language: Language): string {
  return language === 'zh' ? `${words}（${note}）` : `${words} (${note})`;
}

/** Several texts as one list: 、 in Chinese, commas in English. */
export function listed(texts: readonly Text[]): Text {
  return { zh: texts.map((text) => text.zh).join('、'), en: texts.map((text) => text.en).join(', ') };
}
