import { figure } from '#kernel/figure.ts';

/** What is asked of the declarations. */
export const landDeclarationFigures = [
  figure({
    key: 'landDeclaration.differing',
    name: { zh: '用地申报不符', en: 'Land declared wrong' },
    unit: { zh: '家', en: 'firms' },
    definition: { zh: '申报面积与登记面积相差超过允许范围、还没有核定的企业数。', en: 'Enterprises whose declaration differs by more than is allowed, not yet settled.' },
    mechanism: 'landDeclaration',
    where: { stage: ['differing'] },
    measure: { distinct: 'enterprise' },
  }),
];
