import { figure } from '#kernel/figure.ts';

const reported = { all: [{ stage: ['reported', 'circulated', 'ordered'] }, { fact: 'reportedOn', during: 'thisYear' }] } as const;

/** What is asked of the rounds (reform.md §11.7, F41). */
export const inspectionRoundFigures = [
  figure({
    key: 'inspectionRound.quarterly',
    name: { zh: '今年季度督察', en: 'Quarterly rounds this year' },
    unit: { zh: '轮', en: 'rounds' },
    definition: { zh: '今年1月1日至统计截止日已报告的季度督察轮次；专项督察和暗访不计。', en: 'Quarterly rounds reported from 1 January to the as-of day; special and unannounced ones do not count.' },
    mechanism: 'inspectionRound',
    where: { all: [...reported.all, { fact: 'kind', in: ['quarterly'] }] },
    measure: { count: 'matters' },
    answers: '1.33',
  }),
  figure({
    key: 'inspectionRound.items',
    name: { zh: '今年督察项目', en: 'Items inspected this year' },
    unit: { zh: '项', en: 'items' },
    definition: { zh: '今年已报告的各轮督察的项目数之和。', en: 'Items of all rounds reported this year.' },
    mechanism: 'inspectionRound',
    where: reported,
    measure: { sum: 'itemCount' },
  }),
  figure({
    key: 'inspectionRound.redRate',
    name: { zh: '季度红灯率（各轮平均）', en: 'Red rate, mean of the rounds' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年各季度督察报告时公布的红灯任务占比的平均数。', en: 'Share of red tasks as published with each quarterly report of this year, averaged.' },
    mechanism: 'inspectionRound',
    where: { all: [...reported.all, { fact: 'kind', in: ['quarterly'] }, { fact: 'redRate', present: true }] },
    measure: { mean: 'redRate', atLeast: 1 },
  }),
];
