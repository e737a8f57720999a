/** 刊发层级. */
export const publicationLevels = {
  nation: { zh: '国家级', en: 'National' },
  province: { zh: '省级', en: 'Provincial' },
  city: { zh: '市级', en: 'City' },
  district: { zh: '区级', en: 'District' },
} as const;

/** 主题. */
export const publicationTopics = {
  marine: { zh: '海洋科创', en: 'Marine innovation' },
  reform: { zh: '改革', en: 'Reform' },
  projects: { zh: '项目和产业', en: 'Projects and industries' },
  parks: { zh: '园区更新', en: 'Renewal of parks' },
} as const;

/** 载体类别. */
export const publicationKinds = {
  press: { zh: '报纸', en: 'Newspaper' },
  broadcast: { zh: '广播电视', en: 'Broadcast' },
  web: { zh: '新闻网站', en: 'News site' },
  journal: { zh: '党政内刊', en: 'Internal journal' },
  magazine: { zh: '期刊', en: 'Magazine' },
} as const;
