import { figure } from '#kernel/figure.ts';

const signed = { all: [{ fact: 'signedOn', during: 'thisYear' }, { not: { stage: ['terminated'] } }] } as const;

/** What is asked of the commitments (projects.md §6.7, §15.1). */
export const landCommitmentFigures = [
  figure({
    key: 'landCommitment.signed',
    name: { zh: '今年签订标准地承诺', en: 'Commitments signed this year' },
    unit: { zh: '份', en: 'commitments' },
    definition: { zh: '今年以来双方签署锁定的标准地履约承诺份数，已解除的不计。', en: 'Locked by both signatures since 1 January; those terminated do not count.' },
    mechanism: 'landCommitment',
    where: signed,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'landCommitment.defaulted',
    name: { zh: '违约处置中的承诺', en: 'Commitments in default' },
    unit: { zh: '份', en: 'commitments' },
    definition: { zh: '目前处在违约处置中的份数。', en: 'In default today.' },
    mechanism: 'landCommitment',
    where: { stage: ['defaulted'] },
    measure: { count: 'matters' },
  }),
];
