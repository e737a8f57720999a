import { verbatim, type Text } from '#kernel/words.ts';

/** The four parts of the founding article. */
const sections: Readonly<Record<string, Text>> = {
  '1': { zh: '一、深化改革', en: '1. Deepening reform' },
  '2': { zh: '二、科技创新', en: '2. Innovation' },
  '3': { zh: '三、项目建设', en: '3. Projects' },
  '4': { zh: '四、园区提质', en: '4. Parks' },
};

export function sectionWords(section: string): Text {
  return sections[section] ?? verbatim(section);
}
