import { figure } from '#kernel/figure.ts';

const lists = { zh: '份', en: 'lists' };
const sentThisYear = { all: [{ stage: ['sent'] }, { fact: 'sentOn', during: 'thisYear' }] } as const;

/** What is asked of the matching (innovation.md §4). */
export const demandMatchFigures = [
  figure({
    key: 'demandMatch.sent',
    name: { zh: '今年推送匹配名单', en: 'Lists of matches sent this year' },
    unit: lists,
    definition: { zh: '推送日期在今年的匹配名单，一项需求推送几次计几份。', en: 'Sent since 1 January; a demand matched several times counts each.' },
    mechanism: 'demandMatch',
    where: sentThisYear,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'demandMatch.demands',
    name: { zh: '今年得到匹配的需求', en: 'Demands matched this year' },
    unit: { zh: '项', en: 'demands' },
    definition: { zh: '推送日期在今年的匹配名单所涉的需求数，按需求去重。', en: 'Distinct demands among the lists sent since 1 January.' },
    mechanism: 'demandMatch',
    where: sentThisYear,
    measure: { distinct: 'demand' },
  }),
  figure({
    key: 'demandMatch.pushed',
    name: { zh: '今年推送成果', en: 'Achievements sent this year' },
    unit: { zh: '项次', en: 'times' },
    definition: { zh: '今年推送的名单上的成果数合计，一项成果推给几项需求计几次。', en: 'The achievements on the lists sent since 1 January together; one sent for several demands counts each.' },
    mechanism: 'demandMatch',
    where: sentThisYear,
    measure: { sum: 'pushed' },
  }),
];
