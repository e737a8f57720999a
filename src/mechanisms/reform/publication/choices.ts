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

/** 渠道 (reform.md §10): where a text appears. */
export const channels = {
  internalJournal: { zh: '党政内刊', en: 'Internal journal' },
  newsMedia: { zh: '新闻媒体', en: 'News media' },
  governmentSite: { zh: '政府网站', en: 'Government site' },
  newMedia: { zh: '新媒体', en: 'New media' },
} as const;
