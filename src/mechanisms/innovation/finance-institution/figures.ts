import { figure } from '#kernel/figure.ts';

const bodies = { zh: '家', en: 'institutions' };
const entered = { all: [{ stage: ['entered'] }, { fact: 'enteredOn', during: 'thisYear' }] } as const;
const counted = { all: [entered, { fact: 'isPresent', in: [true] }] } as const;

/** What is asked of the register (innovation.md §10, §14): entered this year and really here; managers and funds apart. */
export const financeInstitutionFigures = [
  figure({
    key: 'financeInstitution.entered',
    name: { zh: '新增金融类投资机构', en: 'Financial institutions newly entered' },
    unit: bodies,
    definition: { zh: '首次入驻在今年、统计日在驻，实缴、备案、租约、参保四项至少有一项的机构；管理人和基金各计一家，分项另列；与产业基金台账不是同一口径。', en: 'Institutions that entered this year, are still here and have one of capital, filing, lease and staff; a manager and a fund are one each and told apart beside it. Not the same as the register of industrial funds.' },
    mechanism: 'financeInstitution',
    where: counted,
    measure: { count: 'matters' },
    answers: '2.12',
  }),
  figure({
    key: 'financeInstitution.managers',
    name: { zh: '新增机构中的管理人', en: 'Managers among them' },
    unit: bodies,
    definition: { zh: '新增机构中的私募股权、创投管理人。', en: 'Managers of private equity or venture capital among the new ones.' },
    mechanism: 'financeInstitution',
    where: { all: [counted, { fact: 'kind', in: ['manager'] }] },
    measure: { count: 'matters' },
    within: 'financeInstitution.entered',
  }),
  figure({
    key: 'financeInstitution.funds',
    name: { zh: '新增机构中的基金', en: 'Funds among them' },
    unit: { zh: '只', en: 'funds' },
    definition: { zh: '新增机构中的基金（产品），一个管理人有几只基金的各计一只。', en: 'Funds among the new ones; those of one manager count one each.' },
    mechanism: 'financeInstitution',
    where: { all: [counted, { fact: 'kind', in: ['fund'] }] },
    measure: { count: 'matters' },
    within: 'financeInstitution.entered',
  }),
  figure({
    key: 'financeInstitution.absent',
    name: { zh: '今年入驻、没有实体的', en: 'Entered this year and not really here' },
    unit: bodies,
    definition: { zh: '今年入驻、统计日在驻，实缴、备案、租约、参保四项都没有的机构，不计入新增。', en: 'Entered this year and still here without capital, filing, lease or staff: not among the new ones.' },
    mechanism: 'financeInstitution',
    where: { all: [entered, { fact: 'isPresent', in: [false] }] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'financeInstitution.alerts',
    name: { zh: '有未核的风险提示', en: 'With an alert not looked into' },
    unit: bodies,
    definition: { zh: '统计日在驻、名称或者控制人提示还没有核结的机构。', en: 'Institutions here whose name or controller calls for a second look that is still to come.' },
    mechanism: 'financeInstitution',
    where: { all: [{ stage: ['entered'] }, { fact: 'hasAlert', in: [true] }] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'financeInstitution.here',
    name: { zh: '在驻金融投资机构', en: 'Financial institutions here' },
    unit: bodies,
    definition: { zh: '统计日在驻的全部金融投资机构。', en: 'All that are here on the day.' },
    mechanism: 'financeInstitution',
    where: { stage: ['entered'] },
    measure: { count: 'matters' },
  }),
];
