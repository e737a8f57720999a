import { figure } from '#kernel/figure.ts';

/** What is asked of the parks (parks.md §10). */
export const parkFigures = [
  figure({
    key: 'park.named',
    name: { zh: '列名推进的园区', en: 'Parks named by the district' },
    unit: { zh: '个', en: 'parks' },
    definition: { zh: '在册、由区里列名推进的园区数。', en: 'Active parks that the district named.' },
    mechanism: 'park',
    where: { all: [{ stage: ['active'] }, { fact: 'isNamed', in: [true] }] },
    measure: { count: 'matters' },
    answers: '4.18',
    isPublic: true,
  }),
  figure({
    key: 'park.vehicleOutput',
    name: { zh: '汽车产业新城产值', en: 'Output of the automobile new town' },
    unit: { zh: '亿元', en: '100 million yuan' },
    definition: { zh: '主导产业为汽车制造业（C36）的产业新城最近一年快照的产值，由统计部门核定。', en: 'Output by the latest snapshot of the industrial new town led by vehicle making (C36), vouched for by statistics.' },
    mechanism: 'park',
    where: { all: [{ stage: ['active'] }, { fact: 'kind', in: ['newTown'] }, { fact: 'leadIndustry', in: ['C36'] }, { fact: 'output', present: true }] },
    measure: { sum: 'output', per: 10_000_000_000 },
    answers: '4.4',
  }),
  figure({
    key: 'park.programme',
    name: { zh: '列入更新行动的园区', en: 'Parks in the renewal programme' },
    unit: { zh: '个', en: 'parks' },
    definition: { zh: '在册、列入园区更新行动的园区数。', en: 'Active parks in the renewal programme.' },
    mechanism: 'park',
    where: { all: [{ stage: ['active'] }, { fact: 'isInProgramme', in: [true] }] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'park.planned',
    name: { zh: '一园一策覆盖率', en: 'Parks with a plan of their own' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '列入更新行动的园区中，有已批准更新方案的占比；一园一策的要求是100%。', en: 'Of the parks in the programme, those with an approved renewal plan; one plan for each park means 100 %.' },
    mechanism: 'park',
    where: { all: [{ stage: ['active'] }, { fact: 'isInProgramme', in: [true] }] },
    measure: { share: { fact: 'plan', present: true } },
    answers: '4.15',
  }),
];
