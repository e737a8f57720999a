import type { Condition } from '#kernel/condition.ts';
import { figure } from '#kernel/figure.ts';
import { countedModes } from './record.ts';

const mechanism = 'enterpriseVisit';
const unit = { zh: '家', en: 'enterprises' };
/** 有效走访: on site or at a table, and confirmed by the enterprise (innovation.md §14). */
const valid: Condition = { all: [{ stage: ['confirmed'] }, { fact: 'mode', in: [...countedModes] }, { fact: 'visitedOn', during: 'thisYear' }] };

/** What is asked of the visits (innovation.md §14, §15). */
export const enterpriseVisitFigures = [
  figure({
    key: 'enterpriseVisit.enterprises',
    name: { zh: '走访企业', en: 'Enterprises visited' },
    unit,
    definition: { zh: '今年实地走访或者座谈、并经企业签认的企业数，一家走访几次只计一家。', en: 'Enterprises visited on site or at a round table this year that confirmed it; one visited several times counts once.' },
    mechanism,
    where: valid,
    measure: { distinct: 'enterprise' },
  }),
  figure({
    key: 'enterpriseVisit.innovative',
    name: { zh: '走访创新型企业', en: 'Innovative enterprises visited' },
    unit,
    definition: { zh: '今年有效走访的企业中，走访当天持有至少一项有效资质的企业数，一家只计一次。', en: 'Of the enterprises visited, those with a qualification valid on the day of the visit; each counts once.' },
    mechanism,
    where: { all: [valid, { fact: 'isInnovative', in: [true] }] },
    measure: { distinct: 'enterprise' },
    answers: '2.10',
    within: 'enterpriseVisit.enterprises',
    isPublic: true,
  }),
  figure({
    key: 'enterpriseVisit.unconfirmed',
    name: { zh: '待企业签认的走访', en: 'Visits not confirmed' },
    unit: { zh: '次', en: 'visits' },
    definition: { zh: '今年登记、企业还没有签认或者有异议的走访，不计入走访企业数。', en: 'Visits of this year that the enterprise has not confirmed or disputes; none of them counts.' },
    mechanism,
    where: { all: [{ fact: 'visitedOn', during: 'thisYear' }, { stage: ['recorded', 'disputed'] }] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'enterpriseVisit.overCap',
    name: { zh: '需求偏多的走访', en: 'Visits with more demands than usual' },
    unit: { zh: '次', en: 'visits' },
    definition: { zh: '今年一次走访带出的需求超过预警数、还没有核实说明的次数。', en: 'Visits of this year of which more demands came than the alert allows and that nobody has looked into.' },
    mechanism,
    where: { all: [{ fact: 'visitedOn', during: 'thisYear' }, { fact: 'isOverCap', in: [true] }, { fact: 'explained', present: false }] },
    measure: { count: 'matters' },
  }),
];
