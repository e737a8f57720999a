import { figure, type Figure } from '#kernel/figure.ts';
import { classNames, type ClassName } from '../evaluation-words.ts';

const published = { stage: ['final'] } as const;
const unit = { zh: '家', en: 'enterprises' } as const;

function inClass(key: ClassName): Figure {
  return figure({
    key: `evaluation.class${key}`,
    name: { zh: `亩均评价${classNames[key].zh}企业`, en: `Enterprises of class ${key}` },
    unit,
    definition: { zh: `已公布的亩均评价中定为${classNames[key].zh}的企业，参评不定级的不计，一年计一次。`, en: `Enterprises of class ${key} in published evaluations, those not graded aside; once a year.` },
    mechanism: 'evaluationSheet',
    where: { all: [published, { fact: 'class', in: [key] }, { not: { fact: 'isUngraded', in: [true] } }] },
    measure: { count: 'matters' },
    within: 'evaluation.evaluated',
  });
}

/** 参评企业、各类、不定级: classes and ungraded add up to the evaluated (parks.md §10.1, §11). */
export const evaluationSheetFigures = [
  figure({
    key: 'evaluation.evaluated',
    name: { zh: '参评企业', en: 'Enterprises evaluated' },
    unit,
    definition: { zh: '已公布的亩均评价中的企业，含参评不定级，一年计一次。', en: 'Enterprises in published evaluations, those not graded among them; once a year.' },
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
    definition: { zh: '已公布的亩均评价中参评不定级的企业。', en: 'Enterprises in published evaluations that were not graded.' },
    mechanism: 'evaluationSheet',
    where: { all: [published, { fact: 'isUngraded', in: [true] }] },
    measure: { count: 'matters' },
    within: 'evaluation.evaluated',
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
