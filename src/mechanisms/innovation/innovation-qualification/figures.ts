import { figure } from '#kernel/figure.ts';

const mechanism = 'innovationQualification';

/** What is asked of the qualifications. */
export const innovationQualificationFigures = [
  figure({
    key: 'innovationQualification.enterprises',
    name: { zh: '持有创新资质的企业', en: 'Enterprises with a qualification' },
    unit: { zh: '家', en: 'enterprises' },
    definition: { zh: '统计日至少持有一项有效资质（高企、科技型中小企业、专精特新）的企业数，一家持有几项的只计一家。', en: 'Enterprises with a certificate as high-tech, technology-based or specialised valid on the day; one with several counts once.' },
    mechanism,
    where: { stage: ['valid'] },
    measure: { distinct: 'enterprise' },
  }),
  figure({
    key: 'innovationQualification.highTech',
    name: { zh: '高新技术企业', en: 'High-tech enterprises' },
    unit: { zh: '家', en: 'enterprises' },
    definition: { zh: '统计日高新技术企业证书有效的企业数。', en: 'Enterprises whose certificate as high-tech is valid on the day.' },
    mechanism,
    where: { all: [{ stage: ['valid'] }, { fact: 'kind', in: ['highTech'] }] },
    measure: { distinct: 'enterprise' },
    within: 'innovationQualification.enterprises',
  }),
];
