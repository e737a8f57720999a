/** Where a mandate comes from. */
export const upperLevels = {
  national: { zh: '国家', en: 'Nation' },
  provincial: { zh: '省', en: 'Province' },
  city: { zh: '市', en: 'City' },
} as const;
