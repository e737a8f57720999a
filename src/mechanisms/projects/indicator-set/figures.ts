import { figure } from '#kernel/figure.ts';

/** What is asked of the indicator sets. */
export const indicatorSetFigures = [
  figure({
    key: 'indicatorSet.inForce',
    name: { zh: '执行中的标准地指标', en: 'Indicator sets in force' },
    unit: { zh: '套', en: 'sets' },
    definition: { zh: '目前执行中的标准地控制性指标套数，每个行业的每个版本计一套。', en: 'Sets in force today; each version of an industry is one.' },
    mechanism: 'indicatorSet',
    where: { stage: ['inForce'] },
    measure: { count: 'matters' },
  }),
];
