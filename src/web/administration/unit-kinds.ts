import { verbatim, type Text } from '#kernel/words.ts';

/** What kinds of units a district has. */
export const unitKinds: Readonly<Record<string, Text>> = {
  leadership: { zh: '区领导', en: 'District leaders' },
  department: { zh: '区直部门', en: 'Departments' },
  town: { zh: '镇街', en: 'Towns and subdistricts' },
  area: { zh: '功能区', en: 'Functional areas' },
  group: { zh: '专项小组', en: 'Special groups' },
  body: { zh: '其他单位', en: 'Other bodies' },
};

export function unitKindWords(kind: string): Text {
  return unitKinds[kind] ?? verbatim(kind);
}
