import { figure } from '#kernel/figure.ts';

const mechanism = 'topicCall';

/** What is asked of the register of topic calls (reform.md §9.8). */
export const topicCallFigures = [
  figure({
    key: 'topicCall.open',
    name: { zh: '正在征集的专题', en: 'Topic calls open' },
    unit: { zh: '次', en: 'calls' },
    definition: { zh: '目前处于征集中的专项征集次数。', en: 'Calls that are open now.' },
    mechanism,
    where: { stage: ['open'] },
    measure: { count: 'matters' },
    isPublic: true,
  }),
  figure({
    key: 'topicCall.answeredInTime',
    name: { zh: '专项征集按期答复率', en: 'Topic calls answered in time' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年截止的专项征集中，在时限内集中答复的占比；还没答复的算未按期。', en: 'Of the calls that closed this year, the share answered within the limit; not yet answered counts as not in time.' },
    mechanism,
    where: { all: [{ fact: 'closesOn', during: 'thisYear' }, { stage: ['closed', 'answered'] }] },
    measure: { share: { fact: 'answeredInTime', in: [true] } },
  }),
];
