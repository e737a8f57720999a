import { verbatim, type Text } from '#kernel/words.ts';

/** What kinds of units a district has. */
export const unitKinds: Readonly<Record<string, Text>> = {
  leader: { zh: '区领导', en: 'District leaders' },
  office: { zh: '改革办', en: 'Reform office' },
  group: { zh: '专项小组', en: 'Special groups' },
  department: { zh: '区直部门', en: 'Departments' },
  town: { zh: '镇街', en: 'Towns and subdistricts' },
  park: { zh: '园区', en: 'Parks' },
  platform: { zh: '平台公司', en: 'Platform companies' },
  enterprise: { zh: '企业', en: 'Enterprises' },
  institute: { zh: '院所', en: 'Institutes' },
  expert: { zh: '专家', en: 'Experts' },
};

export function unitKindWords(kind: string): Text {
  return unitKinds[kind] ?? verbatim(kind);
}
