import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { classNames, indicatorNames, readers, scopes, stepWays } from '../evaluation-words.ts';

/** 园区亩均评价: a park as a whole in one evaluation, by the sums of its enterprises and the same scheme. */
export const parkEvaluationRecord = record({
  key: 'parkEvaluation',
  wing: 'parks',
  name: { zh: '园区亩均评价', en: 'Evaluations of parks' },
  counter: { zh: '份', en: 'park evaluations' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { max: 160, searched: true }),
    cycle: fact.matter({ zh: '评价', en: 'Evaluation' }, 'evaluationCycle', { indexed: true }),
    park: fact.matter({ zh: '园区', en: 'Park' }, 'park', { indexed: true }),
    key: fact.text({ zh: '评价和园区', en: 'Evaluation and park' }, { unique: true, max: 80, seenBy: [] }),
    body: fact.unit({ zh: '管理机构', en: 'Body' }),
    year: fact.whole({ zh: '评价年度', en: 'Year evaluated' }, { names: true, indexed: true }),
    scope: fact.choice({ zh: '评价范围', en: 'Scope' }, scopes, { indexed: true }),
    enterprises: fact.whole({ zh: '参评企业', en: 'Enterprises evaluated' }, { min: 0, help: { zh: '评价年末主要用地在本园区的参评企业，不定级的也在内。', en: 'Those evaluated that had most of their land in this park at the end of the year, the ungraded among them.' } }),
    steps: fact.rows({ zh: '算式', en: 'Working' }, {
      indicator: fact.choice({ zh: '指标', en: 'Indicator' }, indicatorNames), value: fact.decimal({ zh: '指标值', en: 'Value' }, { decimals: 6 }), benchmark: fact.decimal({ zh: '基准值', en: 'Benchmark' }, { decimals: 6 }),
      weight: fact.decimal({ zh: '权重', en: 'Weight' }, { decimals: 2 }), points: fact.decimal({ zh: '得分', en: 'Points' }, { decimals: 4 }), how: fact.choice({ zh: '方式', en: 'How' }, stepWays),
      above: fact.decimal({ zh: '分子合计', en: 'Sum above' }, { decimals: 4 }), below: fact.decimal({ zh: '分母合计', en: 'Sum below' }, { decimals: 4 }), of: fact.whole({ zh: '有数据的企业', en: 'Enterprises that have both' }),
    }, { max: 10 }),
    tax: fact.money({ zh: '评价税收', en: 'Evaluated tax' }, { max: 9e15 }),
    land: fact.area({ zh: '评价用地', en: 'Evaluated land' }, { min: 0 }),
    taxPerMu: fact.decimal({ zh: '亩均税收', en: 'Tax per mu' }, { isRate: true, ratio: { of: 'tax', over: 'land', per: 1_500 }, decimals: 2, measure: { zh: '万元/亩', en: '× 10,000 yuan/mu' }, help: { zh: '税收合计÷用地合计，不是各家亩均税收的平均。', en: 'The sum of tax over the sum of land; no mean of what enterprises pay by the mu.' } }),
    points: fact.decimal({ zh: '总分', en: 'Points' }, { isRate: true, decimals: 2, measure: { zh: '分', en: 'pts' } }),
    rank: fact.whole({ zh: '区内园区位次', en: 'Rank among the parks' }, { names: true, min: 1, help: { zh: '只在本区、同一次评价的园区之间比；与省里对功能区的排名是两回事。', en: 'Among the parks of the district in the same evaluation; it has nothing to do with rankings of zones by the province.' } }),
    among: fact.whole({ zh: '参评园区', en: 'Parks evaluated' }, { min: 1, isRate: true }),
    classes: fact.rows({ zh: '企业类别', en: 'Its enterprises by class' }, { class: fact.choice({ zh: '类别', en: 'Class' }, classNames), count: fact.whole({ zh: '家数', en: 'Enterprises' }) }, { max: 4 }),
    ungraded: fact.whole({ zh: '参评不定级', en: 'Evaluated, not graded' }, { min: 0 }),
  },
  stages: {
    published: { name: { zh: '已公布', en: 'Published' }, place: 'main' },
    archived: { name: { zh: '已归档', en: 'Archived' }, place: 'end' },
  },
  settings: {},
  clocks: {},
  duties: {},
  links: {},
  refusals: {},
  sees: { ...readers, OFFICE: 'all', OFFICE_HEAD: 'all' },
  groups: [
    { name: { zh: '结果', en: 'Result' }, facts: ['points', 'rank', 'among', 'enterprises', 'tax', 'land', 'taxPerMu', 'classes', 'ungraded', 'steps'] },
    { name: { zh: '园区和评价', en: 'Park and evaluation' }, facts: ['name', 'park', 'body', 'cycle', 'year', 'scope'] },
  ],
  title: 'name',
  lead: 'body',
  list: ['year', 'scope', 'rank', 'points', 'taxPerMu', 'enterprises', 'tax', 'land'],
});

export type ParkEvaluationRecord = typeof parkEvaluationRecord;
