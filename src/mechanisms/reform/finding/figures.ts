import { figure } from '#kernel/figure.ts';
import type { Text } from '#kernel/words.ts';
import { grades, heads } from '../inspection-words.ts';

const counted = { not: { stage: ['withdrawn'] } } as const;
const thisYear = { all: [counted, { fact: 'orderedOn', during: 'thisYear' }] } as const;
const due = { all: [counted, { fact: 'dueOn', during: 'untilNow' }] } as const;
const closed = { stage: ['closed', 'kept'] } as const;
const findings: Text = { zh: '条', en: 'findings' };
const percent: Text = { zh: '%', en: '%' };

/** What is asked of the findings (reform.md §11.7). The register shows each of them by unit. */
export const findingFigures = [
  figure({
    key: 'finding.ordered',
    name: { zh: '今年下达整改的问题', en: 'Findings ordered this year' },
    unit: findings,
    definition: { zh: '今年1月1日至统计截止日下达（含反弹后重新打开）的问题，已撤销的不计。', en: 'Ordered from 1 January to the as-of day, reopened ones included; withdrawn ones do not count.' },
    mechanism: 'finding',
    where: thisYear,
    measure: { count: 'matters' },
  }),
  ...(['A', 'B', 'C'] as const).map((grade) => figure({
    key: `finding.grade${grade}`,
    name: { zh: `${grade}级问题`, en: `Findings of grade ${grade}` },
    unit: findings,
    definition: { zh: `今年下达的问题中，目前等级为“${grades[grade].zh}”的。`, en: `Of those ordered this year, the ones of grade “${grades[grade].en}” now.` },
    mechanism: 'finding',
    where: { all: [...thisYear.all, { fact: 'grade', in: [grade] }] },
    measure: { count: 'matters' },
    within: 'finding.ordered',
  })),
  ...(['plan', 'work', 'result'] as const).map((head) => figure({
    key: `finding.${head}`,
    name: { zh: `${heads[head].zh}问题`, en: `Findings on “${heads[head].en.toLowerCase()}”` },
    unit: findings,
    definition: { zh: `今年下达的问题中，类别为“${heads[head].zh}”的。`, en: `Of those ordered this year, the ones under the head “${heads[head].en}”.` },
    mechanism: 'finding',
    where: { all: [...thisYear.all, { fact: 'headKind', in: [head] }] },
    measure: { count: 'matters' },
    within: 'finding.ordered',
  })),
  figure({
    key: 'finding.closureRate',
    name: { zh: '到期问题销号率', en: 'Closure rate' },
    unit: percent,
    definition: { zh: '整改时限在统计截止日及以前的问题中，已销号的占比；没到期的不作分母。', en: 'Of the findings due by the as-of day, the share that is closed; what is not due yet does not count.' },
    mechanism: 'finding',
    where: due,
    measure: { share: closed },
  }),
  figure({
    key: 'finding.onTime',
    name: { zh: '按期销号率', en: 'Closed on time' },
    unit: percent,
    definition: { zh: '已销号的问题中，销号日期不晚于整改时限（含批准的延期）的占比。', en: 'Of the closed ones, the share closed by its day, a granted extension included.' },
    mechanism: 'finding',
    where: { all: [closed, { fact: 'closedOn', present: true }] },
    measure: { share: { fact: 'isOnTime', in: [true] } },
  }),
  figure({
    key: 'finding.reboundRate',
    name: { zh: '回头看反弹率', en: 'Rebound rate' },
    unit: percent,
    definition: { zh: '回头看过的问题中，曾经反弹或者虚假整改的占比。', en: 'Of those looked at again, the share that rebounded or was false.' },
    mechanism: 'finding',
    where: { all: [counted, { fact: 'reInspectedOn', present: true }] },
    measure: { share: { fact: 'isRebounded', in: [true] } },
  }),
  figure({
    key: 'finding.days',
    name: { zh: '平均整改用时', en: 'Mean days to close' },
    unit: { zh: '天', en: 'days' },
    definition: { zh: '已销号的问题从下达到销号的平均天数，不足5条的不显示。', en: 'Of the closed ones, days from the order to closing; shown from five on.' },
    mechanism: 'finding',
    where: closed,
    measure: { mean: 'days', atLeast: 5 },
  }),
];
