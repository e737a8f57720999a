import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';

/** 位次和占比佐证: a rank, a share, a “largest” or a “first”, with the outside document that says so. */
export const rankClaimRecord = record({
  key: 'rankClaim',
  wing: 'parks',
  name: { zh: '位次和占比佐证', en: 'Claims of ranks and shares' },
  counter: { zh: '条', en: 'claims' },
  facts: {
    title: fact.text({ zh: '说法', en: 'Claim' }, { min: 4, max: 120, searched: true }),
    kind: fact.choice({ zh: '类型', en: 'Kind' }, { rank: { zh: '位次', en: 'Rank' }, share: { zh: '占比', en: 'Share' }, largest: { zh: '最大', en: 'Largest' }, first: { zh: '首创、填补空白', en: 'First of its kind' } }, { indexed: true }),
    about: fact.choice({ zh: '对象', en: 'About' }, { zone: { zh: '功能区', en: 'A zone' }, industry: { zh: '产业', en: 'An industry' }, operator: { zh: '运营商', en: 'An operator' }, product: { zh: '产品', en: 'A product' } }, { indexed: true }),
    park: fact.matter({ zh: '园区', en: 'Park' }, 'park'),
    industry: fact.industry({ zh: '行业', en: 'Industry' }),
    list: fact.text({ zh: '榜单或统计名称', en: 'List or statistics' }, { min: 2, max: 120, searched: true }),
    issuer: fact.text({ zh: '发布单位', en: 'Issued by' }, { min: 2, max: 120 }),
    issuerLevel: fact.choice({ zh: '发布层级', en: 'Level of the issuer' }, { nation: { zh: '国家', en: 'Nation' }, province: { zh: '省', en: 'Province' }, city: { zh: '市', en: 'City' }, third: { zh: '第三方机构', en: 'A third party' }, own: { zh: '本区', en: 'The district itself' } }),
    year: fact.whole({ zh: '年度', en: 'Year' }, { min: 2000, max: 2100, names: true }),
    population: fact.whole({ zh: '参评数', en: 'Out of' }, { names: true, min: 1, max: 1_000_000 }),
    rank: fact.whole({ zh: '位次', en: 'Rank' }, { names: true, min: 1, max: 1_000_000 }),
    part: fact.money({ zh: '本区数', en: 'The district’s' }, { min: 0, max: 9e15 }),
    whole: fact.money({ zh: '全市数', en: 'The city’s' }, { min: 1, max: 9e15 }),
    partSource: fact.text({ zh: '本区数来源', en: 'Source of the district’s' }, { max: 120 }),
    wholeSource: fact.text({ zh: '全市数来源', en: 'Source of the city’s' }, { max: 120 }),
    share: fact.percent({ zh: '占比', en: 'Share' }, { min: 0, max: 100, decimals: 1 }),
    atLeast: fact.money({ zh: '本区数至少（刊印的说法）', en: 'The district’s, at least (as printed)' }, { min: 0, max: 9e15, help: { zh: '例如“突破千亿元”填1000亿元；与占比合起来推算全市数的下限。', en: '“Over 100 billion”: with the share it says what the whole must be at least.' } }),
    printedShare: fact.percent({ zh: '刊印的占比', en: 'Share as printed' }, { min: 0.1, max: 100, decimals: 1 }),
    comparators: fact.rows({ zh: '对比表', en: 'Comparators' }, { name: fact.text({ zh: '名称', en: 'Name' }, { max: 80 }), value: fact.decimal({ zh: '数值', en: 'Value' }, { decimals: 2 }), source: fact.text({ zh: '来源', en: 'Source' }, { max: 120 }), isOurs: fact.flag({ zh: '本方', en: 'Ours' }) }, { max: 60 }),
    issuedOn: fact.day({ zh: '发布日期', en: 'Issued on' }),
    attestedOn: fact.day({ zh: '核验日期', en: 'Attested on' }, { indexed: true }),
    expiresOn: fact.day({ zh: '有效期至', en: 'Valid until' }, { indexed: true }),
  },
  stages: {
    filed: { name: { zh: '待核验', en: 'Filed' }, place: 'main' },
    attested: { name: { zh: '已核验', en: 'Attested' }, place: 'main' },
    expired: { name: { zh: '已过期', en: 'Expired' }, place: 'end' },
    refuted: { name: { zh: '不成立', en: 'Refuted' }, place: 'end', uncounted: true },
  },
  settings: {
    valid: { name: { zh: '有效天数', en: 'Days it is valid' }, value: 365, min: 30, max: 1095, unit: 'calendarDay' },
    noveltyDays: { name: { zh: '首创说法材料最早（天）', en: 'Evidence of a first, at most so old (days)' }, value: 730, min: 90, max: 1500, unit: 'calendarDay' },
  },
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    partsMissing: { status: 422, zh: '这类说法还要填：{missing}。', en: 'A claim of this kind also needs: {missing}.' },
    ownData: { status: 422, zh: '位次、最大、首创不能用本区自己的数据证明，请用外部发布的文件。', en: 'The district cannot prove a rank, a “largest” or a “first” by its own data; take an outside document.' },
    rankBeyond: { status: 422, zh: '位次{rank}大于参评数{population}，请核对。', en: 'Rank {rank} lies beyond {population}; please check.' },
    shareOver: { status: 422, zh: '本区数大于全市数，请核对口径。', en: 'The district’s is more than the city’s; check the definitions.' },
    shareDiffers: { status: 422, zh: '按所填数算是{share}%，与刊印的{printed}%不符。', en: 'It comes to {share} %, not the printed {printed} %.' },
    implausible: { status: 422, zh: '按“{part}亿元”和“{printed}%”推算，全市至少{implied}亿元，所填{whole}亿元不够，请核对。', en: '{part} and {printed} % imply at least {implied} (100 million yuan) for the city; {whole} is less. Please check.' },
    notLargest: { status: 422, zh: '对比表里“{name}”不比本方小，不能称“最大”。', en: '“{name}” in the table is no smaller; this is not the largest.' },
    tooFewCompared: { status: 422, zh: '“最大”要有对比表：本方一行，其他至少一行。', en: 'A “largest” needs a table: ours and one other at least.' },
    tooOld: { status: 422, zh: '首创说法的查新、认定材料不能早于{day}。', en: 'Evidence of a first may not be older than {day}.' },
    notExpired: { zh: '有效期到{day}，还没有过期。', en: 'It is valid until {day}.' },
  },
  sees: { ZONE: 'all', INDUSTRY: 'all', STAT: 'all', OFFICE: 'all', OFFICE_HEAD: 'all', LEADER: 'all', TOP: 'all', INVEST: 'all', MEDIA: 'all', TAX: 'all' },
  groups: [
    { name: { zh: '说法', en: 'Claim' }, facts: ['title', 'kind', 'about', 'park', 'industry', 'year'] },
    { name: { zh: '出处', en: 'Where it is said' }, facts: ['list', 'issuer', 'issuerLevel', 'issuedOn', 'attestedOn', 'expiresOn'] },
    { name: { zh: '数', en: 'Numbers' }, facts: ['rank', 'population', 'share', 'part', 'partSource', 'whole', 'wholeSource', 'atLeast', 'printedShare', 'comparators'] },
  ],
  title: 'title',
  list: ['title', 'kind', 'list', 'year', 'rank', 'population', 'share', 'expiresOn'],
});

export type RankClaimRecord = typeof rankClaimRecord;
