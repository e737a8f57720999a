import { useMemo, useSyncExternalStore } from 'react';
import { fillIn, type Language, type Text } from '#kernel/words.ts';

const storageKey = 'zhanqiao.language';
const listeners = new Set<() => void>();
let language: Language = stored();
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';

/** The language of the page; Chinese until somebody chooses otherwise. */
export function currentLanguage(): Language {
  return language;
}

/** The language of the page, for components. */
export function useLanguage(): Language {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    currentLanguage,
  );
}

/** Changes the language at once and keeps the choice. */
export function setLanguage(next: Language): void {
  language = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // Storage may be closed to the page; the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

type Places<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
type Given<T extends string> = [Places<T>] extends [never] ? [] : [Readonly<Record<Places<T>, string | number>>];

/** A catalogue: its keys and the `{places}` of the Chinese are types, so a missing word, half or place does not compile. */
export function catalogue<const W extends Readonly<Record<string, Text>>>(texts: W) {
  return function useWords() {
    const spoken = useLanguage();
    return useMemo(
      () =>
        <K extends keyof W & string>(key: K, ...[given]: Given<W[K]['zh']>): string => {
          const text: Text = texts[key] as Text;
          return given ? fillIn(text[spoken], given as Readonly<Record<string, string | number>>) : text[spoken];
        },
      [spoken],
    );
  };
}

const chinaDay = { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const dayFormat = new Intl.DateTimeFormat('sv-SE', chinaDay);
const timeFormat = new Intl.DateTimeFormat('sv-SE', { ...chinaDay, hour: '2-digit', minute: '2-digit' });

/** The day of a moment in China, `yyyy-mm-dd` in both languages. */
export function dayWords(instant: string): string {
  return dayFormat.format(new Date(instant));
}

/** A moment in China to the minute. */
export function timeWords(instant: string): string {
  return timeFormat.format(new Date(instant));
}

/** A number with its thousands marked. */
export function numberWords(value: number, spoken: Language, decimals = 2): string {
  return value.toLocaleString(spoken === 'zh' ? 'zh-CN' : 'en', { maximumFractionDigits: decimals });
}

/** How large a file is. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} kB`;
  return bytes < 1024 ** 3 ? `${(bytes / 1024 ** 2).toFixed(1)} MB` : `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}

function stored(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}
