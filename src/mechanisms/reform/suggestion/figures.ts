import type { Condition } from '#kernel/condition.ts';
import { figure } from '#kernel/figure.ts';

const mechanism = 'suggestion';
const adopted: Condition = { fact: 'decision', in: ['adopted', 'partlyAdopted'] };
const thisYear = (fact: string): Condition => ({ fact, during: 'thisYear' });
const piece = { zh: '件', en: 'received' };
const item = { zh: '条', en: 'suggestions' };

/** What is asked of the register of suggestions (reform.md §1.2, §9.5, §9.7, §9.8). */
export const suggestionFigures = [
  figure({
    key: 'suggestion.received',
    name: { zh: '今年收到建议', en: 'Suggestions received this year' },
    unit: piece,
    definition: { zh: '今年以来收到的建议件数，并案的每件都计，撤回的不计。', en: 'Received since 1 January; merged ones count each, withdrawn ones do not.' },
    mechanism,
    where: { all: [thisYear('receivedOn'), { not: { stage: ['withdrawn'] } }] },
    measure: { count: 'matters' },
    isPublic: true,
  }),
  figure({
    key: 'suggestion.accepted',
    name: { zh: '今年受理建议', en: 'Suggestions accepted this year' },
    unit: piece,
    definition: { zh: '今年收到并已登记，且没有转办、不予受理、逾期未补充、撤回的件数。', en: 'Received this year and registered, without those diverted, out of scope, lapsed or withdrawn.' },
    mechanism,
    where: { all: [thisYear('receivedOn'), { fact: 'registeredOn', present: true }, { not: { stage: ['submitted', 'diverted', 'rejectedScope', 'lapsed', 'withdrawn'] } }] },
    measure: { count: 'matters' },
    within: 'suggestion.received',
    isPublic: true,
  }),
  figure({
    key: 'suggestion.adopted',
    name: { zh: '采纳建议', en: 'Suggestions adopted' },
    unit: item,
    definition: { zh: '目前结论为采纳、部分采纳的条数，并案的只计主件一条，撤回的不计。', en: 'Adopted wholly or partly up to the day; merged ones count once, by their main record.' },
    mechanism,
    where: { all: [adopted, { not: { stage: ['withdrawn', 'merged'] } }] },
    measure: { count: 'matters' },
    isPublic: true,
  }),
  figure({
    key: 'suggestion.inConversion',
    name: { zh: '正在落地转化的建议', en: 'Suggestions being put into practice' },
    unit: item,
    definition: { zh: '统计日处于“落地转化中”的主件条数，并入他件的不计。', en: 'Main records that stand at “in conversion” on the day; merged ones are not counted.' },
    mechanism,
    where: { stage: ['implementing'] },
    measure: { count: 'matters' },
    answers: '1.29',
    within: 'suggestion.adopted',
    isPublic: true,
  }),
  figure({
    key: 'suggestion.implemented',
    name: { zh: '已落地建议', en: 'Suggestions implemented' },
    unit: item,
    definition: { zh: '经改革办核验已经落地的主件条数，含已嘉许的。', en: 'Main records confirmed as implemented, with those commended.' },
    mechanism,
    where: { stage: ['implemented', 'commended'] },
    measure: { count: 'matters' },
    within: 'suggestion.adopted',
    isPublic: true,
  }),
  figure({
    key: 'suggestion.answeredInTime',
    name: { zh: '按期答复率', en: 'Answered in time' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年作出结论的建议中，在时限内答复的占比；还没答复的算未按期。', en: 'Of those decided this year, the share answered within the limit; not yet answered counts as not in time.' },
    mechanism,
    where: { all: [thisYear('decidedOn'), { not: { stage: ['withdrawn', 'merged'] } }] },
    measure: { share: { fact: 'answeredInTime', in: [true] } },
    isPublic: true,
  }),
  figure({
    key: 'suggestion.conversionRate',
    name: { zh: '转化率', en: 'Conversion rate' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '已落地条数除以采纳条数（含部分采纳）。', en: 'Implemented out of adopted, partly adopted included.' },
    mechanism,
    where: { all: [adopted, { not: { stage: ['withdrawn', 'merged'] } }] },
    measure: { share: { stage: ['implemented', 'commended'] } },
  }),
  figure({
    key: 'suggestion.satisfaction',
    name: { zh: '建议人满意度', en: 'Satisfaction of authors' },
    unit: { zh: '星', en: 'stars' },
    definition: { zh: '今年评价的平均星级，不足30个评价不公布。', en: 'Mean of this year’s ratings; not shown below 30 of them.' },
    mechanism,
    where: { all: [thisYear('ratedOn'), { fact: 'rating', present: true }] },
    measure: { mean: 'rating', atLeast: 30 },
  }),
];
