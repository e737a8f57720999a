import { figure } from '#kernel/figure.ts';

const sold = { all: [{ fact: 'soldOn', during: 'thisYear' }, { not: { stage: ['withdrawn'] } }] } as const;

/** What is asked of the parcels (projects.md §15.1, 标准地). */
export const parcelFigures = [
  figure({
    key: 'parcel.sold',
    name: { zh: '今年出让工业用地', en: 'Industrial parcels sold this year' },
    unit: { zh: '宗', en: 'parcels' },
    definition: { zh: '今年以来成交的工业用地宗数，收回的不计。', en: 'Parcels sold since 1 January; those taken back do not count.' },
    mechanism: 'parcel',
    where: sold,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'parcel.soldArea',
    name: { zh: '今年出让工业用地面积', en: 'Industrial land sold this year' },
    unit: { zh: '亩', en: 'mu' },
    definition: { zh: '今年以来成交地块的登记面积之和。', en: 'The registered area of the parcels sold since 1 January.' },
    mechanism: 'parcel',
    where: sold,
    measure: { sum: 'area', per: 2000 / 3 },
  }),
  figure({
    key: 'parcel.standardShare',
    name: { zh: '标准地出让占比', en: 'Share sold as standard land' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年成交的工业用地中，公告载明标准地指标的宗数占比；目标是100%。', en: 'Of the parcels sold this year, those whose notice printed the indicators; the aim is 100 %.' },
    mechanism: 'parcel',
    where: sold,
    measure: { share: { fact: 'standard', present: true } },
  }),
];
