/** The specialties of the pool, which a panel's quotas name too (projects.md §3.1–§3.2). */
export const specialties = {
  technology: { zh: '产业技术', en: 'Industry and technology' },
  finance: { zh: '财务金融', en: 'Finance' },
  land: { zh: '土地规划', en: 'Land and planning' },
  environment: { zh: '环保能耗', en: 'Environment and energy' },
  safety: { zh: '安全', en: 'Safety' },
  law: { zh: '法律', en: 'Law' },
  patents: { zh: '知识产权', en: 'Intellectual property' },
  ocean: { zh: '海洋', en: 'Ocean' },
} as const;

export type Specialty = keyof typeof specialties;

/** Neighbouring specialties that may lend candidates where one has too few (projects.md §3.1). */
export const neighbours: Readonly<Record<string, readonly Specialty[]>> = { law: ['patents'], patents: ['law'], environment: ['safety'], safety: ['environment'], ocean: ['technology'], technology: ['ocean'] };
