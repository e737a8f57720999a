import { figure } from '#kernel/figure.ts';

const dueOrAnswered = { any: [{ fact: 'dueOn', during: 'thisYear' }, { fact: 'answeredOn', during: 'thisYear' }] } as const;

/** What is asked of the decisions (reform.md §4.7). */
export const followUpFigures = [
  figure({
    key: 'followUp.inTime',
    name: { zh: '会议决定按时反馈率', en: 'Decisions followed up in time' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年以来已到期或者已反馈的会议决定事项中，在时限内（含批准延期后）反馈的比例；退回未重报的算未反馈。', en: 'Of the decisions due or answered this year, the share answered by their day, as extended; one sent back and not answered again counts as unanswered.' },
    mechanism: 'followUp',
    where: dueOrAnswered,
    measure: { share: { fact: 'isInTime', in: [true] } },
  }),
  figure({
    key: 'followUp.assigned',
    name: { zh: '今年交办会议决定事项', en: 'Decisions dispatched this year' },
    unit: { zh: '项', en: 'decisions' },
    definition: { zh: '今年以来随纪要交办的决定事项，撤销的不计。', en: 'Decisions dispatched with minutes since 1 January; cancelled ones do not count.' },
    mechanism: 'followUp',
    where: { fact: 'assignedOn', during: 'thisYear' },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'followUp.closed',
    name: { zh: '其中已办结', en: 'Of these closed' },
    unit: { zh: '项', en: 'decisions' },
    definition: { zh: '今年交办的决定事项中，改革办已核对办结的。', en: 'Of the decisions dispatched this year, those the office has confirmed.' },
    mechanism: 'followUp',
    where: { all: [{ fact: 'assignedOn', during: 'thisYear' }, { stage: ['closed'] }] },
    measure: { count: 'matters' },
    within: 'followUp.assigned',
  }),
];
