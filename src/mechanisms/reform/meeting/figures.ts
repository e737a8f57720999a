import { figure } from '#kernel/figure.ts';

const held = { stage: ['held', 'minuted', 'dispatched', 'followed'] } as const;
const counted = ['deepReform', 'standing', 'special'];

/** What is asked of the meetings (reform.md §2 F7, §4.7). */
export const meetingFigures = [
  figure({
    key: 'meeting.onReform',
    name: { zh: '深改会、常委会、专题会研究改革议题', en: 'Meetings that discussed reform topics' },
    unit: { zh: '次', en: 'meetings' },
    definition: {
      zh: '今年以来召开的深改委会议、区委常委会会议、专题会中，至少研究了一个未撤回改革议题的次数；两个会议合并召开计一次，听取汇报、传达学习是否计入由参数定。',
      en: 'Sessions of the commission, the standing committee and special meetings held this year with an item on reform that was not withdrawn; a joint session counts once; whether reports heard and papers studied count is a setting.',
    },
    mechanism: 'meeting',
    where: { all: [held, { fact: 'heldOn', during: 'thisYear' }, { any: [{ fact: 'kind', in: counted }, { fact: 'jointWith', in: counted }] }, { fact: 'discussedReform', in: [true] }] },
    measure: { count: 'matters' },
    answers: '1.7',
    within: 'meeting.held',
  }),
  figure({
    key: 'meeting.held',
    name: { zh: '今年召开的会议', en: 'Meetings held this year' },
    unit: { zh: '次', en: 'meetings' },
    definition: { zh: '今年以来已召开的各类会议，取消的不计。', en: 'Meetings of every kind held since 1 January; cancelled ones are not counted.' },
    mechanism: 'meeting',
    where: { all: [held, { fact: 'heldOn', during: 'thisYear' }] },
    measure: { count: 'matters' },
  }),
];
