import { figure } from '#kernel/figure.ts';

const held = { all: [{ fact: 'concludedOn', during: 'thisYear' }, { stage: ['concluded', 'revealed'] }] } as const;

/** What is asked of the reviews (projects.md §15.1, 评审). */
export const reviewMeetingFigures = [
  figure({
    key: 'reviewMeeting.held',
    name: { zh: '今年评审会', en: 'Reviews held this year' },
    unit: { zh: '场', en: 'meetings' },
    definition: { zh: '今年以来作出结论的评审会场次，需重新评审的不计。', en: 'Concluded since 1 January; those to be repeated do not count.' },
    mechanism: 'reviewMeeting',
    where: held,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'reviewMeeting.passRate',
    name: { zh: '评审通过率', en: 'Reviews passed' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年作出结论的评审中，通过和有条件通过的占比。', en: 'Of those concluded this year, passed outright or on conditions.' },
    mechanism: 'reviewMeeting',
    where: held,
    measure: { share: { fact: 'result', in: ['passed', 'conditional'] } },
  }),
  figure({
    key: 'reviewMeeting.meanFinal',
    name: { zh: '评审平均得分', en: 'Mean result' },
    unit: { zh: '分', en: 'points' },
    definition: { zh: '今年作出结论的评审综合得分的平均值，满3场才计算。', en: 'The mean of this year’s results, shown from three reviews on.' },
    mechanism: 'reviewMeeting',
    where: held,
    measure: { mean: 'final', atLeast: 3 },
  }),
  figure({
    key: 'reviewMeeting.recused',
    name: { zh: '抽取中回避人次', en: 'Recusals in draws' },
    unit: { zh: '人次', en: 'times' },
    definition: { zh: '今年评审抽取前由系统判定应当回避的人次。', en: 'How often an expert was recused before this year’s draws.' },
    mechanism: 'reviewMeeting',
    where: { fact: 'meetingOn', during: 'thisYear' },
    measure: { sum: 'recusedCount' },
  }),
];
