import { figure } from '#kernel/figure.ts';

const achievements = { zh: '项', en: 'achievements' };
const everStored = { fact: 'storedOn', during: 'untilNow' } as const;

/** What is asked of achievements (innovation.md §8, §14). */
export const achievementFigures = [
  figure({
    key: 'achievement.taken',
    name: { zh: '收储成果', en: 'Achievements ever stored' },
    unit: achievements,
    definition: { zh: '到统计日为止入过库的成果，成交、下架的也计。', en: 'Stored by the day, those dealt or delisted since too.' },
    mechanism: 'achievement',
    where: everStored,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'achievement.listed',
    name: { zh: '在架成果', en: 'Achievements on the shelf' },
    unit: achievements,
    definition: { zh: '统计日上架或者在洽谈的成果。', en: 'Listed or being negotiated on the day.' },
    mechanism: 'achievement',
    where: { stage: ['listed', 'negotiating'] },
    measure: { count: 'matters' },
    isPublic: true,
  }),
  figure({
    key: 'achievement.ripe',
    name: { zh: '在架成果中成熟度7级以上', en: 'On the shelf at level 7 and above' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '在架成果中技术成熟度7级（环境级）以上的占比。', en: 'Of those on the shelf, the share at level 7 (proven in its real environment) or above.' },
    mechanism: 'achievement',
    where: { stage: ['listed', 'negotiating'] },
    measure: { share: { fact: 'trl', atLeast: 7 } },
  }),
  figure({
    key: 'achievement.dealt',
    name: { zh: '今年成交成果', en: 'Achievements dealt this year' },
    unit: achievements,
    definition: { zh: '成交日期在今年的成果。', en: 'Dealt since 1 January.' },
    mechanism: 'achievement',
    where: { all: [{ stage: ['dealt'] }, { fact: 'dealtOn', during: 'thisYear' }] },
    measure: { count: 'matters' },
    isPublic: true,
  }),
  figure({
    key: 'achievement.dealtAmount',
    name: { zh: '今年成果成交价', en: 'Price of this year’s deals' },
    unit: { zh: '万元', en: '× 10,000 yuan' },
    definition: { zh: '成交日期在今年的成果成交价合计；与技术合同成交额不相加。', en: 'The prices of this year’s deals together; never added to the amount of technical contracts.' },
    mechanism: 'achievement',
    where: { all: [{ stage: ['dealt'] }, { fact: 'dealtOn', during: 'thisYear' }] },
    measure: { sum: 'dealAmount', per: 1_000_000 },
  }),
];
