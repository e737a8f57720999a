import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';

/** 联合攻坚: a problem that no unit solves alone, led by a district leader or the head of a group (reform.md §11.2). */
export const jointProblemRecord = record({
  key: 'jointProblem',
  wing: 'reform',
  name: { zh: '联合攻坚', en: 'Joint problems' },
  counter: { zh: '项', en: 'problems' },
  facts: {
    problem: fact.text({ zh: '攻坚问题', en: 'Problem' }, { min: 6, max: 120, searched: true }),
    details: fact.longText({ zh: '问题情况', en: 'How it stands' }, { min: 10, max: 2000 }),
    finding: fact.matter({ zh: '来自督察问题', en: 'From the finding' }, 'finding'),
    owner: fact.person({ zh: '攻坚领导', en: 'Leader in charge' }),
    leadUnit: fact.unit({ zh: '牵头单位', en: 'Lead unit' }, { indexed: true }),
    coUnits: fact.units({ zh: '参与单位', en: 'Units that take part' }, { max: 30 }),
    promisedOn: fact.day({ zh: '承诺完成日期', en: 'Promised for' }, { indexed: true }),
    meetings: fact.rows({ zh: '会商记录', en: 'Meetings' }, { on: fact.day({ zh: '日期', en: 'On' }), decided: fact.text({ zh: '会商意见', en: 'What was agreed' }, { max: 500 }) }),
    result: fact.longText({ zh: '攻坚结果', en: 'Result' }, { min: 10, max: 2000 }),
    solvedOn: fact.day({ zh: '完成日期', en: 'Solved on' }, { indexed: true }),
    isInTime: fact.flag({ zh: '按期完成', en: 'In time' }),
  },
  stages: {
    open: { name: { zh: '攻坚中', en: 'Open' }, place: 'main' },
    claimed: { name: { zh: '报完成', en: 'Claimed solved' }, place: 'main' },
    solved: { name: { zh: '已完成', en: 'Solved' }, place: 'end' },
    dropped: { name: { zh: '已撤销', en: 'Dropped' }, place: 'end', uncounted: true },
  },
  settings: { promise: { name: { zh: '承诺时限', en: 'Promised' }, value: 60, min: 5, max: 365, unit: 'calendarDay' } },
  clocks: { promise: { name: { zh: '承诺时限', en: 'Promise' }, setting: 'promise' } },
  duties: { part: { name: { zh: '联合攻坚', en: 'Take part in the joint work' }, setting: 'promise' } },
  links: {},
  refusals: {
    promisedInPast: { status: 422, zh: '承诺完成日期不能早于今天。', en: 'The day promised may not lie in the past.' },
    leadIsCo: { status: 422, zh: '牵头单位不用再列为参与单位。', en: 'The lead unit is not listed among the others.' },
    meetingInFuture: { status: 422, zh: '会商日期不能晚于今天。', en: 'The meeting cannot be later than today.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', LEADER: 'all', TOP: 'all', GROUP: 'all', GROUP_HEAD: 'all', INSPECT_LEAD: 'all', UNIT: 'involved', UNIT_HEAD: 'involved', AUDIT: 'all' },
  groups: [
    { name: { zh: '问题', en: 'Problem' }, facts: ['problem', 'details', 'finding'] },
    { name: { zh: '责任', en: 'Responsibility' }, facts: ['owner', 'leadUnit', 'coUnits', 'promisedOn'] },
    { name: { zh: '会商和结果', en: 'Meetings and result' }, facts: ['meetings', 'result', 'solvedOn', 'isInTime'] },
  ],
  title: 'problem',
  lead: 'leadUnit',
  co: 'coUnits',
  list: ['problem', 'owner', 'leadUnit', 'promisedOn', 'solvedOn'],
});

/** The joint problem's record, for types. */
export type JointProblemRecord = typeof jointProblemRecord;
