import { mu } from '#kernel/area.ts';
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
  figure({
    key: 'landDeclaration.untitled',
    name: { zh: '无证占用土地', en: 'Land occupied without title' },
    unit: { zh: '亩', en: 'mu' },
    definition: { zh: '实测中无证占用的面积之和，逐家列出，评价时照样计入。', en: 'Land that the surveys found occupied without title, enterprise by enterprise; it is evaluated all the same.' },
    mechanism: 'landDeclaration',
    where: { fact: 'untitled', present: true },
    measure: { sum: 'untitled', per: mu },
  }),
];
