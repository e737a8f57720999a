import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { classNames, readers } from '../evaluation-words.ts';

/** What may be done by class (parks.md §2.6). */
export const measureKinds = {
  landFirst: { zh: '用地优先', en: 'Land first' },
  energyFirst: { zh: '用能优先', en: 'Energy first' },
  emissionFirst: { zh: '排放指标优先', en: 'Emission quota first' },
  credit: { zh: '信贷支持', en: 'Credit' },
  talent: { zh: '人才支持', en: 'Talent' },
  landTaxRelief: { zh: '城镇土地使用税减免', en: 'Relief of the land-use tax' },
  keep: { zh: '维持现行政策', en: 'As before' },
  improve: { zh: '提升改造计划', en: 'Improvement plan' },
  rectify: { zh: '限期整治', en: 'Rectification' },
  noNewSupply: { zh: '不予新增用地用能', en: 'No new land or energy' },
  replace: { zh: '列入腾笼换鸟', en: 'On the list to be replaced' },
  surcharge: { zh: '差别化电价', en: 'Differential power price' },
} as const;

/** 结果应用: one measure for one enterprise, from a day to a day, by an authority, with whom to appeal to. */
export const evaluationMeasureRecord = record({
  key: 'evaluationMeasure',
  wing: 'parks',
  name: { zh: '评价结果应用', en: 'Measures by class' },
  counter: { zh: '项', en: 'measures' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { max: 200, searched: true }),
    sheet: fact.matter({ zh: '企业评价单', en: 'Sheet' }, 'evaluationSheet', { indexed: true, stages: ['final'] }),
    class: fact.choice({ zh: '评价类别', en: 'Class' }, classNames, { indexed: true }),
    kind: fact.choice({ zh: '措施', en: 'Measure' }, measureKinds, { indexed: true }),
    authority: fact.unit({ zh: '执行单位', en: 'Authority' }),
    agent: fact.person({ zh: '企业经办人', en: 'Who acts for the enterprise' }),
    startOn: fact.day({ zh: '开始日期', en: 'From' }),
    endOn: fact.day({ zh: '截止日期', en: 'To' }, { indexed: true }),
    appealTo: fact.text({ zh: '申诉渠道', en: 'Where to appeal' }, { min: 4, max: 200 }),
    basisNo: fact.documentNumber({ zh: '价格主管部门文号', en: 'Document of the price authority' }, { help: { zh: '差别化电价没有依据不得执行。', en: 'No surcharge without a legal basis.' } }),
    adder: fact.decimal({ zh: '加价（元/千瓦时）', en: 'Adder (yuan/kWh)' }, { min: 0.0001, max: 5, decimals: 4 }),
    electricity: fact.whole({ zh: '用电量（千瓦时）', en: 'Electricity (kWh)' }, { min: 1, max: 1e12 }),
    surcharge: fact.money({ zh: '加价金额', en: 'Surcharge' }, { min: 0 }),
    appeal: fact.longText({ zh: '申诉', en: 'Appeal' }, { min: 5, max: 2_000 }),
    decision: fact.longText({ zh: '申诉决定', en: 'Decision on the appeal' }, { min: 5, max: 2_000 }),
    lifted: fact.flag({ zh: '申诉成立，撤销', en: 'Upheld, lifted' }),
    endedOn: fact.day({ zh: '结束日期', en: 'Ended on' }),
  },
  stages: {
    inForce: { name: { zh: '执行中', en: 'In force' }, place: 'main' },
    appealed: { name: { zh: '申诉中', en: 'Appealed' }, place: 'side' },
    ended: { name: { zh: '已结束', en: 'Ended' }, place: 'end' },
    lifted: { name: { zh: '已撤销', en: 'Lifted' }, place: 'end' },
  },
  settings: {
    improveMonths: { name: { zh: 'C类提升期限（月）', en: 'Class C improves within (months)' }, value: 12, min: 1, max: 24 },
    rectifyMonths: { name: { zh: 'D类整治期限（月）', en: 'Class D rectifies within (months)' }, value: 24, min: 1, max: 36 },
    acknowledge: { name: { zh: '企业知悉时限', en: 'To take note' }, value: 10, min: 1, max: 30, unit: 'workday' },
    appeal: { name: { zh: '申诉答复时限', en: 'To decide an appeal' }, value: 15, min: 5, max: 60, unit: 'workday' },
  },
  clocks: { appeal: { name: { zh: '申诉答复', en: 'Appeal' }, setting: 'appeal' } },
  duties: { acknowledge: { name: { zh: '知悉措施', en: 'Take note of the measure' }, setting: 'acknowledge' } },
  links: {},
  refusals: {
    sheetNotFinal: { status: 422, zh: '这张评价单还没有公布，不能采取措施。', en: 'That sheet is not published; no measure can follow from it.' },
    otherClass: { status: 422, zh: '“{kind}”不适用于{class}企业。', en: '“{kind}” is not for an enterprise of {class}.' },
    endsFirst: { status: 422, zh: '截止日期不能早于开始日期。', en: 'It cannot end before it begins.' },
    tooLong: { status: 422, zh: '“{kind}”最长{months}个月，最晚到{day}。', en: '“{kind}” lasts {months} months at most, until {day}.' },
    surchargeOff: { status: 422, zh: '差别化电价没有启用：请先填写省级价格主管部门的文号。', en: 'Surcharges are off until a document number of the province’s price authority is entered.' },
    surchargeIncomplete: { status: 422, zh: '差别化电价要填加价和用电量；其他措施不填。', en: 'A surcharge has an adder and the electricity; no other measure has.' },
    stillRuns: { zh: '措施执行到{day}，还没有到期；提前结束请走申诉。', en: 'It runs until {day}; to end it before, let it be appealed.' },
  },
  sees: { ...readers, ENTERPRISE: 'involved' },
  groups: [
    { name: { zh: '措施', en: 'Measure' }, facts: ['name', 'sheet', 'class', 'kind', 'authority', 'agent', 'startOn', 'endOn', 'appealTo'] },
    { name: { zh: '差别化电价', en: 'Surcharge' }, facts: ['basisNo', 'adder', 'electricity', 'surcharge'] },
    { name: { zh: '申诉和结束', en: 'Appeal and end' }, facts: ['appeal', 'decision', 'lifted', 'endedOn'] },
  ],
  title: 'name',
  lead: 'authority',
  list: ['class', 'kind', 'authority', 'startOn', 'endOn'],
});

export type EvaluationMeasureRecord = typeof evaluationMeasureRecord;
