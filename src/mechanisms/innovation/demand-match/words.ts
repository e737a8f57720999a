/** How well an achievement answers a demand; by choice, as lists and filters name it. */
export const levels = {
  level4: { zh: '4级 强相关', en: '4 strong' },
  level3: { zh: '3级 较强相关', en: '3 good' },
  level2: { zh: '2级 弱相关', en: '2 weak' },
  level1: { zh: '1级 不相关', en: '1 none' },
} as const;

/** Why an achievement is not offered (innovation.md §4.1). */
export const bars = {
  offShelf: { zh: '成果未上架', en: 'Not on the shelf' },
  lapsed: { zh: '知识产权已失效', en: 'Rights lapsed' },
  disputed: { zh: '权属有争议', en: 'Ownership disputed' },
  licensedAway: { zh: '已独占许可他人', en: 'Licensed exclusively' },
  maturity: { zh: '成熟度差距过大', en: 'Not ripe enough' },
  discredited: { zh: '成果方失信', en: 'Owner discredited' },
  undisclosed: { zh: '需求保密', en: 'Demand not disclosed' },
} as const;
