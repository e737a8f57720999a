import type { Text } from '#kernel/words.ts';

/** What is wrong with a pair of texts; nothing when both halves are there, each in its own language. */
export function findTextFault(text: Text): Text | undefined {
  if (text.zh.trim() === '' || text.en.trim() === '') return { zh: '缺一种语言', en: 'one language is empty' };
  // The same in both: a number, a unit's own name, a code.
  if (text.zh === text.en) return undefined;
  if (!/\p{Script=Han}/u.test(text.zh)) return { zh: '中文里没有汉字', en: 'the Chinese holds no Han character' };
  if (/[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){2,}/.test(text.zh)) return { zh: '中文里夹有英文句子', en: 'the Chinese holds an English sentence' };
  // Han marks between words are half-width signs that slipped in; numbers, codes and brackets of formulas are not.
  if (/\p{Script=Han}[,;:?!]\s*\p{Script=Han}/u.test(text.zh)) return { zh: '中文标点应为全角', en: 'the Chinese holds half-width punctuation' };
  const bare = text.en.replace(/“[^”]*”|\([^)]*\)|〔\d{4}〕/g, '');
  if (/\p{Script=Han}/u.test(bare)) return { zh: '英文里夹有汉字', en: 'the English holds Han characters outside names' };
  return undefined;
}
