import { lights, type Light } from '#kernel/clock.ts';
import type { AnyRecord } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';

/** The lights of a due day, in words: colour never speaks alone. */
export const lightWords: Readonly<Record<Light, Text>> = {
  red: { zh: '严重超期', en: 'Long overdue' },
  orange: { zh: '橙灯', en: 'Orange' },
  yellow: { zh: '已超期', en: 'Overdue' },
  blue: { zh: '临期', en: 'Due soon' },
  green: { zh: '正常', en: 'In time' },
  grey: { zh: '无时限', en: 'No limit' },
};

/** A light by its colour, where several registers are added up. */
export const lampWords: Readonly<Record<Light, Text>> = {
  red: { zh: '红灯', en: 'Red' },
  orange: { zh: '橙灯', en: 'Orange' },
  yellow: { zh: '黄灯', en: 'Yellow' },
  blue: { zh: '蓝灯', en: 'Blue' },
  green: { zh: '绿灯', en: 'Green' },
  grey: { zh: '不亮灯', en: 'No light' },
};

/** What the lights of a register are called: by the fact that is its light, or by a due day. */
export function lightWordsOf({ light, facts }: Pick<AnyRecord, 'light' | 'facts'>): Readonly<Record<Light, Text>> {
  return light === undefined ? lightWords : { ...lampWords, ...facts[light]?.options };
}

/** The same for a matter at a stage: whatever has come to its end has no due day any more, which is not to say that it had no limit. */
export function lightWordsAt(record: Pick<AnyRecord, 'light' | 'facts' | 'stages'>, stage: string): Readonly<Record<Light, Text>> {
  const words = lightWordsOf(record);
  return record.light === undefined && record.stages[stage]?.place === 'end' ? { ...words, grey: ended } : words;
}

const ended: Text = { zh: '已结束', en: 'Ended' };

/** The lights a register may show, the worst first. */
export function lightsOf({ light, facts }: Pick<AnyRecord, 'light' | 'facts'>): readonly Light[] {
  const options = light === undefined ? undefined : facts[light]?.options;
  return lights.filter((each) => (options === undefined ? each !== 'orange' : each === 'grey' || each in options));
}
