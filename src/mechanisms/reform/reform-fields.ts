/** 改革领域: the fields the special groups divide among themselves; a post covers some of them or all. */
export const reformFields = {
  economy: { zh: '经济体制和生态文明体制改革', en: 'Economic and ecological systems' },
  democracy: { zh: '民主法制领域改革', en: 'Democracy and rule of law' },
  culture: { zh: '文化体制改革', en: 'Cultural system' },
  society: { zh: '社会体制改革', en: 'Social system' },
  party: { zh: '党的建设制度改革', en: 'Party building' },
  discipline: { zh: '纪律检查体制改革', en: 'Discipline inspection' },
} as const;
