import type { Condition } from '#kernel/condition.ts';
import { figure } from '#kernel/figure.ts';
import { openStages } from './stages.ts';

const mechanism = 'task';
const piece = { zh: '项', en: 'tasks' };
/** Listed in the points of this year, in whatever version. */
const listed: Condition = { all: [{ fact: 'issuedOn', during: 'thisYear' }, { not: { stage: ['drafted', 'struck'] } }] };
const asIssued: Condition = { all: [listed, { fact: 'versionNo', in: [1] }] };
const inForce: Condition = { all: [listed, { not: { stage: ['cancelled'] } }] };

/** What is asked of the tasks of the yearly points (reform.md §4.7, F9, F10). */
export const taskFigures = [
  figure({
    key: 'task.categories',
    name: { zh: '重点改革任务类别', en: 'Categories of key reform tasks' },
    unit: { zh: '类', en: 'categories' },
    definition: { zh: '今年要点印发版中至少有一项任务的类别数；修订新增的不计。', en: 'Categories with at least one task in the points of this year as issued; what a revision added does not count.' },
    mechanism,
    where: asIssued,
    measure: { distinct: 'category' },
    answers: '1.9',
    isPublic: true,
  }),
  figure({
    key: 'task.asIssued',
    name: { zh: '重点改革任务', en: 'Key reform tasks' },
    unit: piece,
    definition: { zh: '今年要点印发版列出的任务数；以后取消的照计，修订新增的另计。', en: 'Tasks in the points of this year as issued; those cancelled since still count, those added since are counted apart.' },
    mechanism,
    where: asIssued,
    measure: { count: 'matters' },
    answers: '1.10',
    isPublic: true,
  }),
  figure({
    key: 'task.addedByRevision',
    name: { zh: '修订新增任务', en: 'Tasks added by revision' },
    unit: piece,
    definition: { zh: '今年要点印发以后经修订新增的任务数。', en: 'Tasks that a revision has added to the points of this year.' },
    mechanism,
    where: { all: [listed, { fact: 'versionNo', atLeast: 2 }] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'task.underWay',
    name: { zh: '在办任务', en: 'Tasks under way' },
    unit: piece,
    definition: { zh: '目前已下达、没有销号、取消或者结转的任务数。', en: 'Tasks assigned and neither closed, cancelled nor carried over.' },
    mechanism,
    where: { stage: openStages },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'task.closed',
    name: { zh: '已销号任务', en: 'Tasks closed' },
    unit: piece,
    definition: { zh: '今年要点的任务中已销号的项数。', en: 'Tasks of this year’s points that are closed.' },
    mechanism,
    where: { all: [listed, { stage: ['closed'] }] },
    measure: { count: 'matters' },
    within: 'task.asIssued',
  }),
  figure({
    key: 'task.completion',
    name: { zh: '任务完成率', en: 'Completion rate' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '已销号且办结类型为“完成”的任务数 ÷ 今年要点全部任务数（经批准取消的除外）。', en: 'Tasks closed as completed ÷ all tasks of this year’s points but those cancelled by approval.' },
    mechanism,
    where: inForce,
    measure: { share: { all: [{ stage: ['closed'] }, { fact: 'completionType', in: ['full'] }] } },
    isPublic: true,
  }),
  figure({
    key: 'task.onTime',
    name: { zh: '任务按时办结率', en: 'On-time rate' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '申请办结不晚于完成时限（经批准延期的按新时限）的任务数 ÷ 已销号任务数。', en: 'Closed tasks claimed done by the day due, or the day they were put off to ÷ closed tasks.' },
    mechanism,
    where: { all: [listed, { stage: ['closed'] }] },
    measure: { share: { fact: 'claimedInTime', in: [true] } },
  }),
  ...(['red', 'yellow', 'blue', 'grey'] as const).map((lamp) => figure({
    key: `task.${lamp}`,
    name: { red: { zh: '红灯任务', en: 'Red tasks' }, yellow: { zh: '黄灯任务', en: 'Yellow tasks' }, blue: { zh: '临期任务', en: 'Tasks due soon' }, grey: { zh: '灰灯任务', en: 'Grey tasks' } }[lamp],
    unit: piece,
    definition: { zh: `目前在办任务中亮${{ red: '红', yellow: '黄', blue: '蓝', grey: '灰' }[lamp]}灯的项数。`, en: `Tasks under way whose light is ${lamp} now.` },
    mechanism,
    where: { all: [{ stage: openStages }, { fact: 'light', in: [lamp] }] },
    measure: { count: 'matters' },
  })),
  figure({
    key: 'task.returned',
    name: { zh: '办结被退回任务', en: 'Tasks returned' },
    unit: piece,
    definition: { zh: '今年要点的任务中，申请办结后被退回过的项数。', en: 'Tasks of this year’s points that were returned after they were claimed done.' },
    mechanism,
    where: { all: [listed, { fact: 'returnCount', atLeast: 1 }] },
    measure: { count: 'matters' },
  }),
];
