/** 底稿三项: the heads under which the founding article says inspectors look. */
export const heads = {
  plan: { zh: '方案制订', en: 'Plan made' },
  work: { zh: '工作推进', en: 'Work pushed on' },
  result: { zh: '改革成果', en: 'Results of reform' },
} as const;
export type Head = keyof typeof heads;

/** 评价: four steps for each head. */
export const ratings = {
  good: { zh: '好', en: 'Good' },
  fair: { zh: '较好', en: 'Fairly good' },
  plain: { zh: '一般', en: 'Ordinary' },
  poor: { zh: '差', en: 'Poor' },
} as const;

/** 问题等级. */
export const grades = {
  A: { zh: 'A 重大', en: 'A, major' },
  B: { zh: 'B 较重', en: 'B, serious' },
  C: { zh: 'C 一般', en: 'C, ordinary' },
} as const;
export type Grade = keyof typeof grades;

/** 整改类型: how long a finding may take is a setting of the findings. */
export const modes = {
  immediate: { zh: '立行立改', en: 'At once' },
  limited: { zh: '限期整改', en: 'Within a limit' },
  longTerm: { zh: '长期整改', en: 'Over a long time' },
} as const;
export type Mode = keyof typeof modes;

export const quarters = {
  Q1: { zh: '一季度', en: 'First quarter' },
  Q2: { zh: '二季度', en: 'Second quarter' },
  Q3: { zh: '三季度', en: 'Third quarter' },
  Q4: { zh: '四季度', en: 'Fourth quarter' },
} as const;
export type Quarter = keyof typeof quarters;

/** One grade worse, as a rebound makes it. */
export function worse(grade: Grade): Grade {
  return grade === 'C' ? 'B' : 'A';
}
