import type { Light } from '#kernel/clock.ts';
import type { Text } from '#kernel/words.ts';

/** The lights, in words: colour never speaks alone. */
export const lightWords: Readonly<Record<Light, Text>> = {
  red: { zh: '严重超期', en: 'Long overdue' },
  yellow: { zh: '已超期', en: 'Overdue' },
  blue: { zh: '临期', en: 'Due soon' },
  green: { zh: '正常', en: 'In time' },
  grey: { zh: '无时限', en: 'No limit' },
};
