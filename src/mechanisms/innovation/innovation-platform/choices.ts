/** 认定级别, the highest first. */
export const platformLevels = {
  nation: { zh: '国家级', en: 'National' },
  province: { zh: '省级', en: 'Provincial' },
  city: { zh: '市级', en: 'City' },
  district: { zh: '区级', en: 'District' },
} as const;

/** How high a level stands: of several documents about one platform the highest speaks for it. */
export const levelRanks: Readonly<Record<keyof typeof platformLevels, number>> = { nation: 4, province: 3, city: 2, district: 1 };

/** 平台类型. */
export const platformKinds = {
  keyLab: { zh: '重点实验室', en: 'Key laboratory' },
  engineering: { zh: '工程（技术）研究中心', en: 'Engineering research centre' },
  technology: { zh: '技术创新中心', en: 'Technology innovation centre' },
  firmCentre: { zh: '企业技术中心', en: 'Enterprise technology centre' },
  newType: { zh: '新型研发机构', en: 'New-type research body' },
  incubator: { zh: '科技企业孵化器', en: 'Incubator' },
  makerspace: { zh: '众创空间', en: 'Makerspace' },
  coinnovation: { zh: '协同创新中心', en: 'Co-innovation centre' },
  other: { zh: '其他', en: 'Other' },
} as const;

/** 绩效评价. */
export const assessments = {
  excellent: { zh: '优秀', en: 'Excellent' },
  good: { zh: '良好', en: 'Good' },
  pass: { zh: '合格', en: 'Passed' },
  fail: { zh: '不合格', en: 'Failed' },
} as const;
