import { mu } from '#kernel/area.ts';
import { figure } from '#kernel/figure.ts';

const unit = { zh: '亩', en: 'mu' };

/** What is asked of reactivated land (parks.md §10). */
export const landReactivationFigures = [
  figure({
    key: 'landReactivation.replaced',
    name: { zh: '腾笼换鸟盘活工业用地', en: 'Land brought back by vacating' },
    unit,
    definition: { zh: '“腾笼换鸟、凤凰涅槃”更新项目中已盘活宗地的登记面积之和，一宗地一年只计一次。', en: 'Registered area of parcels reused under plans of “vacate for better industry”, each parcel once a year.' },
    mechanism: 'landReactivation',
    where: { all: [{ stage: ['reused'] }, { fact: 'mode', in: ['M4'] }] },
    measure: { sum: 'area', per: mu },
    answers: '4.9',
  }),
  figure({
    key: 'landReactivation.thisYear',
    name: { zh: '今年盘活工业用地', en: 'Land brought back this year' },
    unit,
    definition: { zh: '今年以来已盘活宗地的登记面积之和，一宗地只计一次。', en: 'Registered area of parcels reused since 1 January, each once.' },
    mechanism: 'landReactivation',
    where: { fact: 'reusedOn', during: 'thisYear' },
    measure: { sum: 'area', per: mu },
  }),
];
