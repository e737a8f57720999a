import type { Fault } from '#contract/public-shapes.ts';

/**
 * A fault as it may be kept: whatever could be somebody's is blanked, even where a page should not have sent it. Long rows of digits are
 * telephones, cards and identity numbers; codes follow a suggestion; quoted words may have been typed (个人信息保护法 6).
 */
export function withoutPersons({ page, words, place, browser }: Fault): Fault {
  return { page: blanked(page.split('?')[0] ?? ''), words: blanked(words), place: blanked(place.replace(/\?[^:\s]*/g, '')), browser: blanked(browser) };
}

function blanked(words: string): string {
  return words
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replace(/[^\s@]+@[^\s@]+\.[^\s@]+/g, '…')
    .replace(/\b[0-9A-Z]{4}(-[0-9A-Z]{4}){2,}\b/gi, '…')
    .replace(/\d{7,}[\dXx]*/g, '…')
    .replace(/[“"'「][^”"'」]*\p{Script=Han}[^”"'」]*[”"'」]/gu, '…');
}
