import type { Language, Text } from './words.ts';

/** From so many yuan on: the Chinese unit, and the English one with its decimals. English is as fine as the Chinese with its two. */
const scales = [
  { least: 1e9, zh: [1e8, '亿元'], en: [1e9, 'billion yuan', 3] },
  { least: 1e8, zh: [1e8, '亿元'], en: [1e6, 'million yuan', 0] },
  { least: 1e6, zh: [1e4, '万元'], en: [1e6, 'million yuan', 4] },
  { least: 1e4, zh: [1e4, '万元'], en: [1, 'yuan', 2] },
  { least: 0, zh: [1, '元'], en: [1, 'yuan', 2] },
] as const;

/** Money in fen as offices print it: 元 below ten thousand, then 万元, then 亿元, two decimals at most (reform.md §14.7); English counts by millions and billions. */
export function fenText(fen: number, language: Language): string {
  const yuan = fen / 100;
  const { zh, en } = scales.find(({ least }) => Math.abs(yuan) >= least) ?? scales[4];
  if (language === 'zh') return `${(yuan / zh[0]).toLocaleString('zh-CN', { maximumFractionDigits: 2 })}${zh[1]}`;
  return `${(yuan / en[0]).toLocaleString('en', { maximumFractionDigits: en[2] })} ${en[1]}`;
}

/** What is said of an amount with a third decimal of 元. */
export const belowFen: Text = { zh: '金额最多精确到分（以元计两位小数），请核对', en: 'Money is whole fen: two decimals of a yuan at most; please check' };

const amount = /^([+-]?)(\d+)(?:\.(\d+))?\s*(元|万元|万|亿元|亿|yuan|million yuan|billion yuan|ten thousand yuan|hundred million yuan)?$/i;

/** An amount as typed, in fen: 元 unless a unit is written; nothing when it cannot be understood or is not whole fen. */
export function understandMoney(typed: string): number | undefined {
  const match = amount.exec(bare(typed));
  if (!match) return undefined;
  const [, sign, wholePart = '0', fraction = '', unit = '元'] = match;
  // Shift the decimal point in text: binary fractions would lose a fen (0.29 × 100 is not 29).
  const shift = /^b/i.test(unit) ? 11 : /^[亿h]/i.test(unit) ? 10 : /^m/i.test(unit) ? 8 : /^[万t]/i.test(unit) ? 6 : 2;
  if (fraction.length > shift && /[1-9]/.test(fraction.slice(shift))) return undefined;
  const fen = Number(wholePart + fraction.slice(0, shift).padEnd(shift, '0'));
  return Number.isSafeInteger(fen) ? (sign === '-' && fen !== 0 ? -fen : fen) : undefined;
}

/** Whether it is an amount, only finer than a fen: 3.125元. */
export function isFinerThanFen(typed: string): boolean {
  const bareTyped = bare(typed);
  return understandMoney(bareTyped) === undefined && amount.test(bareTyped) && understandMoney(bareTyped.replace(/\.\d+/, '')) !== undefined;
}

function bare(typed: string): string {
  return typed.replaceAll(',', '').replace(/^[¥￥]/, '');
}
