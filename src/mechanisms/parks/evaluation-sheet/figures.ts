import { figure, type Figure } from '#kernel/figure.ts';
import { classNames, type ClassName } from '../evaluation-words.ts';

const published = { all: [{ stage: ['final'] }, { fact: 'publishedOn', during: 'thisYear' }] } as const;
const above = { fact: 'scope', in: ['above'] } as const;
const lastYear = { fact: 'publishedOn', during: 'lastYear' } as const;
/** Fen a ㎡ in one 万元/亩. */
const perMu = 1_500;
const unit = { zh: '家', en: 'enterprises' } as const;

function inClass(key: ClassName): Figure {
  return figure({
    key: `evaluation.class${key === '1A' ? 'Plus' : key}`,
    name: { zh: `亩均评价${classNames[key].zh}企业`, en: `Enterprises of class ${letterOf(key)}` },
    unit,
    definition: { zh: `今年公布的亩均评价（规上、规下）中定为${classNames[key].zh}的企业，参评不定级的不计。`, en: `Enterprises of class ${letterOf(key)} in the evaluations published this year, above and below size, those not graded aside.` },
    mechanism: 'evaluationSheet',
    where: { all: [published, { fact: 'class', in: [key] }, { not: { fact: 'isUngraded', in: [true] } }] },
    measure: { count: 'matters' },
    within: 'evaluation.evaluated',
  });
}

function letterOf(key: ClassName): string {
  return classNames[key].zh.replace('类', '');
}

/** 参评企业、各类、不定级: classes and ungraded add up to the evaluated (parks.md §10.1, §11). */
export const evaluationSheetFigures = [
  figure({
    key: 'evaluation.evaluated',
    name: { zh: '参评企业', en: 'Enterprises evaluated' },
    unit,
    definition: { zh: '今年公布的亩均评价（规上、规下）中的企业，含参评不定级；各类加不定级等于参评。', en: 'Enterprises in the evaluations published this year, above and below size, those not graded among them: the classes and the ungraded add up to it.' },
    mechanism: 'evaluationSheet',
    where: published,
    measure: { count: 'matters' },
    isPublic: true,
  }),
  ...(Object.keys(classNames) as ClassName[]).map(inClass),
  figure({
    key: 'evaluation.ungraded',
    name: { zh: '参评不定级企业', en: 'Enterprises evaluated, not graded' },
    unit,
    definition: { zh: '今年公布的亩均评价中参评不定级的企业。', en: 'Enterprises in the evaluations published this year that were not graded.' },
    mechanism: 'evaluationSheet',
    where: { all: [published, { fact: 'isUngraded', in: [true] }] },
    measure: { count: 'matters' },
    within: 'evaluation.evaluated',
  }),
  figure({
    key: 'evaluation.taxPerMu',
    name: { zh: '全区亩均税收', en: 'Tax per mu of the district' },
    unit: { zh: '万元/亩', en: '× 10,000 yuan/mu' },
    definition: { zh: '今年公布的规上评价中，评价税收合计÷评价用地合计；不是各家亩均的平均。', en: 'Evaluated tax over evaluated land of industry above size in the evaluation published this year, sum over sum and never the mean of firms.' },
    mechanism: 'evaluationSheet',
    where: { all: [published, above] },
    measure: { ratio: ['tax'], over: ['land'], as: { per: perMu } },
    isPublic: true,
  }),
  figure({
    key: 'evaluation.taxPerMuChange',
    name: { zh: '全区亩均税收比上年', en: 'Tax per mu against the year before' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年公布的规上评价与上年公布的相比，同一口径（合计÷合计）的增幅；参评企业有增减。', en: 'The evaluation above size published this year against that of last year, by the same definition, sum over sum; who is evaluated may differ.' },
    mechanism: 'evaluationSheet',
    where: { all: [{ stage: ['final'] }, above, { any: [{ fact: 'publishedOn', during: 'thisYear' }, lastYear] }] },
    measure: { ratio: ['tax'], over: ['land'], as: 'growth', base: lastYear },
  }),
  figure({
    key: 'evaluation.taxPerMuLike',
    name: { zh: '全区亩均税收比上年（同口径同企业）', en: 'Tax per mu against the year before, like for like' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '两年都参评的同一批规上企业，今年评价税收合计÷用地合计与上年相比的增幅。', en: 'Of the firms above size that were evaluated in both years, tax over land this year against the same last year, sum over sum.' },
    mechanism: 'evaluationSheet',
    where: { all: [published, above] },
    measure: { ratio: ['tax', 'landBefore'], over: ['land', 'taxBefore'], as: 'growth' },
  }),
  figure({
    key: 'evaluation.changed',
    name: { zh: '异议成立更正的企业', en: 'Enterprises corrected on objection' },
    unit,
    definition: { zh: '公示或公布后因异议成立、更正而变动的企业。', en: 'Enterprises whose row changed on an objection or a correction after it was public.' },
    mechanism: 'evaluationSheet',
    where: { fact: 'changes', present: true },
    measure: { count: 'matters' },
  }),
];
