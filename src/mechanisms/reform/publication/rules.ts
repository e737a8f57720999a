import { halfWidth } from '#kernel/kind.ts';

/** What makes two entries the same: outlet, day and title, whatever their spaces and punctuation (innovation.md §13). */
export function samenessOf({ outlet, publishedOn, title }: { readonly outlet?: unknown; readonly publishedOn?: unknown; readonly title?: unknown }): string | undefined {
  if (outlet === undefined || publishedOn === undefined || title === undefined) return undefined;
  return [plain(String(outlet)), String(publishedOn), plain(String(title))].join('|');
}

function plain(words: string): string {
  return halfWidth(words).toLowerCase().replace(/[\s\p{P}]/gu, '');
}
