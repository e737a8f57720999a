import { mu } from '#kernel/area.ts';
import { figure } from '#kernel/figure.ts';

const unit = { zh: '亩', en: 'mu' };

/** What is asked of inefficient land (parks.md §10.1). */
export const inefficientLandFigures = [
  figure({
    key: 'inefficientLand.listed',
    name: { zh: '今年认定低效用地', en: 'Inefficient land listed this year' },
    unit,
    definition: { zh: '今年以来列入名单的低效工业用地面积之和，闲置土地不在内。', en: 'Land listed as inefficient since 1 January, idle land left out.' },
    mechanism: 'inefficientLand',
    where: { fact: 'listedOn', during: 'thisYear' },
    measure: { sum: 'area', per: mu },
  }),
  figure({
    key: 'inefficientLand.standing',
    name: { zh: '在册低效用地', en: 'Inefficient land standing' },
    unit,
    definition: { zh: '列入名单、还没有移出的低效工业用地面积之和。', en: 'Land on the list and not yet delisted.' },
    mechanism: 'inefficientLand',
    where: { stage: ['listed', 'planned', 'repaired'] },
    measure: { sum: 'area', per: mu },
  }),
  figure({
    key: 'inefficientLand.disposed',
    name: { zh: '今年处置低效用地', en: 'Inefficient land dealt with this year' },
    unit,
    definition: { zh: '今年以来认定盘活或者移出名单的低效工业用地面积之和，一宗只计一次。', en: 'Inefficient land whose parcel was reused or that was delisted since 1 January, each once.' },
    mechanism: 'inefficientLand',
    where: { fact: 'disposedOn', during: 'thisYear' },
    measure: { sum: 'area', per: mu },
  }),
];
