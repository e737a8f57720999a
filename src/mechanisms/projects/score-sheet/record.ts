import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';
import { criteria, type CriterionKey } from '../sheet.ts';

/** Each line says how many points it may get. */
const named = Object.fromEntries(Object.entries(criteria).map(([key, { zh, en, max }]) => [key, { zh: `${zh}（${max}分）`, en: `${en} (${max})` }])) as Record<CriterionKey, Text>;

const lines = {
  criterion: fact.choice({ zh: '评分项', en: 'Criterion' }, named),
  points: fact.decimal({ zh: '得分', en: 'Points' }, { min: 0, max: 20, decimals: 1 }),
  reason: fact.text({ zh: '理由', en: 'Reason' }, { max: 500 }),
};

/** 评分表: one expert's sheet for one project, his own until all are locked. */
export const scoreSheetRecord = record({
  key: 'scoreSheet',
  wing: 'projects',
  name: { zh: '专家评分表', en: 'Score sheets' },
  counter: { zh: '张', en: 'sheets' },
  facts: {
    name: fact.text({ zh: '评审项目', en: 'Project' }, { max: 120 }),
    meeting: fact.matter({ zh: '评审会', en: 'Meeting' }, 'reviewMeeting', { indexed: true }),
    expert: fact.matter({ zh: '专家', en: 'Expert' }, 'expert'),
    expertNo: fact.whole({ zh: '专家序号', en: 'Expert no.' }, { names: true, min: 1 }),
    person: fact.person({ zh: '账号', en: 'Account' }),
    unit: fact.unit({ zh: '账号所在单位', en: 'Unit of the account' }),
    scores: fact.rows({ zh: '评分', en: 'Scores' }, lines, { each: 'criterion', help: { zh: '以0.5分为一档；低于该项满分50%或者高于95%的写理由。', en: 'In steps of half a point; below 50 % or above 95 % of the maximum give a reason.' } }),
    total: fact.decimal({ zh: '总分', en: 'Total' }, { isRate: true, min: 0, max: 100, decimals: 1 }),
    agrees: fact.flag({ zh: '同意通过', en: 'Agrees that it passes' }),
    comment: fact.longText({ zh: '评审意见', en: 'Comment' }, { max: 2000 }),
    lockedAt: fact.instant({ zh: '锁定时间', en: 'Locked at' }),
    firstScores: fact.rows({ zh: '修改前评分', en: 'Scores before the revision' }, lines),
    firstTotal: fact.decimal({ zh: '修改前总分', en: 'Total before the revision' }, { min: 0, max: 100, decimals: 1 }),
    revisedAt: fact.instant({ zh: '修改时间', en: 'Revised at' }),
    conflict: fact.longText({ zh: '作废原因', en: 'Why it is void' }, { max: 500 }),
  },
  stages: {
    open: { name: { zh: '打分中', en: 'Open' }, place: 'main' },
    locked: { name: { zh: '已锁定', en: 'Locked' }, place: 'main' },
    revealed: { name: { zh: '已公开给主持人', en: 'Revealed' }, place: 'main' },
    settled: { name: { zh: '已计入结论', en: 'Counted' }, place: 'end' },
    voided: { name: { zh: '作废', en: 'Void' }, place: 'end', uncounted: true },
  },
  settings: { score: { name: { zh: '打分时限', en: 'To score' }, value: 1, min: 1, max: 10, unit: 'workday' } },
  clocks: {},
  duties: { score: { name: { zh: '评审打分', en: 'Score' }, setting: 'score' } },
  links: {},
  refusals: {
    sheetFaulty: { status: 422, zh: '{fault}', en: '{fault}' },
    afterLock: { zh: '评分表已锁定，不能再改。公开讨论后可以修改一次，须写理由，原分保留。', en: 'The sheet is locked. After the discussion it may be revised once, with a reason; the first version is kept.' },
    revisedOnce: { zh: '已经修改过一次，不能再改。', en: 'It was revised once already.' },
    nothingRevised: { status: 422, zh: '修改后的评分与原来相同。', en: 'The scores are as they were.' },
  },
  sees: { EXPERT: 'involved', SECRETARIAT: 'all', SUPERVISOR: 'all', SECRETARIAT_HEAD: 'all', LEADER: 'all' },
  groups: [
    { name: { zh: '评审', en: 'Review' }, facts: ['name', 'meeting', 'expert', 'expertNo'] },
    { name: { zh: '评分', en: 'Scores' }, facts: ['scores', 'total', 'agrees', 'comment', 'lockedAt'] },
    { name: { zh: '修改', en: 'Revision' }, facts: ['firstScores', 'firstTotal', 'revisedAt', 'conflict'] },
  ],
  title: 'name',
  list: ['expertNo', 'total', 'agrees', 'lockedAt'],
});

export type ScoreSheetRecord = typeof scoreSheetRecord;
