/** The two languages every word of the platform exists in. */
export type Language = 'zh' | 'en';

/** A word or sentence in both languages; a missing half does not compile. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** One sentence with `{name}` places filled in, in both languages at once. */
export function fill(text: Text, values: Readonly<Record<string, string | number | Text>>): Text {
  const into = (language: Language) =>
    text[language].replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      if (value === undefined) return place;
      return typeof value === 'object' ? value[language] : String(value);
    });
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
