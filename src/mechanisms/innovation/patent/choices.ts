/** 专利类型, each with the fifth digits of the numbers it bears (ZC 0006-2003): an application of our own, or one that came by the PCT. */
export const patentKinds = {
  invention: { zh: '发明专利', en: 'Invention' },
  utility: { zh: '实用新型', en: 'Utility model' },
  design: { zh: '外观设计', en: 'Design' },
} as const;

export const kindDigits: Readonly<Record<keyof typeof patentKinds, readonly string[]>> = { invention: ['1', '8'], utility: ['2', '9'], design: ['3'] };

/** 第一地址区划: where the address of the first holder lies. */
export const addresses = {
  district: { zh: '本区', en: 'The district' },
  city: { zh: '本市其他区（市）', en: 'Elsewhere in the city' },
  province: { zh: '省内其他市', en: 'Elsewhere in the province' },
  beyond: { zh: '省外', en: 'Beyond the province' },
} as const;
