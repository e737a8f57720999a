import { figure } from '#kernel/figure.ts';

const attested = { stage: ['attested'] } as const;
const ofZones = { all: [attested, { fact: 'kind', in: ['rank'] }, { fact: 'about', in: ['zone'] }, { fact: 'issuerLevel', in: ['province'] }] } as const;
/** Claims overlap: last year's is valid until its own year is over. The latest year stands, of several zones the best one, and both figures speak of the same document. */
const standing = [{ greatest: 'year' }, { least: 'rank' }, { greatest: 'attestedOn' }] as const;
const claims = { zh: '条', en: 'claims' };

/** What is asked of attested claims (parks.md §10; innovation.md §15, 2.7): the outside document says it, the platform only keeps it. */
export const rankClaimFigures = [
  figure({
    key: 'rankClaim.population',
    name: { zh: '省级功能区参评数', en: 'Provincial zones evaluated' },
    unit: { zh: '家', en: 'zones' },
    definition: { zh: '已核验、在有效期内、年度最近的省级功能区综合评价所载的参评数。', en: 'How many zones the provincial evaluation of the latest year names, by an attested document that is valid.' },
    mechanism: 'rankClaim',
    where: ofZones,
    measure: { value: 'population', order: standing },
    answers: '4.2',
  }),
  figure({
    key: 'rankClaim.rank',
    name: { zh: '功能区在全省的位次', en: 'Rank of the zone in the province' },
    unit: { zh: '位', en: '(place)' },
    definition: { zh: '同一份省级功能区综合评价所载的位次，本区有几个功能区参评的取最靠前的，不由本区数据推算。', en: 'The rank that the same document gives, the best where several zones of the district are ranked; never reckoned from own data.' },
    mechanism: 'rankClaim',
    where: ofZones,
    measure: { value: 'rank', order: standing },
    answers: '4.3',
  }),
  figure({
    key: 'rankClaim.patentGrowth',
    name: { zh: '发明专利增速在全市的位次', en: 'Rank of the growth of invention patents in the city' },
    unit: { zh: '位', en: '(place)' },
    definition: { zh: '已核验、在有效期内、年度最近的全市各区（市）发明专利增速对比表所载的本区位次；位次与表中各区数值一致才能登记，不由本区数据推算。', en: 'The district’s place in the latest attested table of the growth of invention patents of the districts of the city; it agrees with the values of that table and is never reckoned from own data.' },
    mechanism: 'rankClaim',
    where: { all: [attested, { fact: 'kind', in: ['rank'] }, { fact: 'about', in: ['patents'] }, { fact: 'issuerLevel', in: ['city'] }] },
    measure: { value: 'rank', order: [{ greatest: 'year' }, { greatest: 'attestedOn' }] },
    answers: '2.7',
  }),
  figure({
    key: 'rankClaim.vehicleShare',
    name: { zh: '占全市汽车产值', en: 'Share of the city’s vehicle output' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '已核验的本区与全市汽车制造业（C36）产值之比，同一统计口径、同一年度，取年度最近的。', en: 'Attested output of vehicle making (C36) of the district over that of the city, same definition, same year; the latest year stands.' },
    mechanism: 'rankClaim',
    where: { all: [attested, { fact: 'kind', in: ['share'] }, { fact: 'industry', in: ['C36'] }] },
    measure: { value: 'share', order: [{ greatest: 'year' }, { greatest: 'attestedOn' }] },
    answers: '4.5',
  }),
  figure({
    key: 'rankClaim.largestZone',
    name: { zh: '全省规模最大汽车功能区（有对比表）', en: 'Largest vehicle zone of the province (with its table)' },
    unit: claims,
    definition: { zh: '已核验、附对比表的“最大汽车功能区”说法条数。', en: 'Attested claims of the largest vehicle zone with a table of comparators.' },
    mechanism: 'rankClaim',
    where: { all: [attested, { fact: 'kind', in: ['largest'] }, { fact: 'about', in: ['zone'] }, { fact: 'industry', in: ['C36'] }] },
    measure: { count: 'matters' },
    answers: '4.6',
  }),
  figure({
    key: 'rankClaim.largestOperator',
    name: { zh: '国内规模最大园区运营商（有第三方排名）', en: 'Largest park operator (by a third party)' },
    unit: claims,
    definition: { zh: '已核验、附第三方对比排名的“最大运营商”说法条数。', en: 'Attested claims of the largest operator by a third party’s table.' },
    mechanism: 'rankClaim',
    where: { all: [attested, { fact: 'kind', in: ['largest'] }, { fact: 'about', in: ['operator'] }] },
    measure: { count: 'matters' },
    answers: '4.14',
  }),
  figure({
    key: 'rankClaim.firstProduct',
    name: { zh: '填补空白的产品（有认定文件）', en: 'Products that fill a gap (with a document)' },
    unit: claims,
    definition: { zh: '已核验的“填补全省空白”产品说法条数。', en: 'Attested claims of a product that fills a gap of the province.' },
    mechanism: 'rankClaim',
    where: { all: [attested, { fact: 'kind', in: ['first'] }, { fact: 'about', in: ['product'] }] },
    measure: { count: 'matters' },
    answers: '4.17',
  }),
];
