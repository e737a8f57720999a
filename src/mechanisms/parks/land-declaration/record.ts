import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';

/** 用地申报核对: what an enterprise says it occupies, held against the registers and the survey. */
export const landDeclarationRecord = record({
  key: 'landDeclaration',
  wing: 'parks',
  name: { zh: '用地申报核对', en: 'Land declarations' },
  counter: { zh: '份', en: 'declarations' },
  facts: {
    name: fact.text({ zh: '申报名称', en: 'Name' }, { min: 2, max: 120, searched: true }),
    enterprise: fact.matter({ zh: '企业', en: 'Enterprise' }, 'enterprise', { indexed: true }),
    year: fact.whole({ zh: '年度', en: 'Year' }, { min: 2000, max: 2100, names: true, indexed: true }),
    declared: fact.area({ zh: '企业申报用地', en: 'Declared' }, { isLand: true, min: 0, max: 1e9 }),
    registered: fact.area({ zh: '登记用地', en: 'Registered' }, { isLand: true, min: 0, help: { zh: '名下宗地减去租出分摊的，加上租入分摊的。', en: 'Own parcels less what tenants are charged, plus what it is charged itself.' } }),
    surveyed: fact.area({ zh: '实测占用', en: 'Surveyed' }, { isLand: true, min: 0, max: 1e9 }),
    untitled: fact.area({ zh: '其中无证占用', en: 'Of it without title' }, { isLand: true, min: 0, max: 1e9 }),
    evaluated: fact.area({ zh: '评价用地', en: 'Evaluated on' }, { isLand: true, min: 0 }),
    difference: fact.percent({ zh: '申报与登记相差', en: 'Declared against registered' }, { min: 0, decimals: 1 }),
    workings: fact.rows({ zh: '登记用地怎么来的', en: 'How the registered area is made' }, {
      what: fact.choice({ zh: '项目', en: 'What' }, { own: { zh: '名下宗地', en: 'Own parcel' }, let: { zh: '租出分摊', en: 'Charged to tenants' }, rented: { zh: '租入分摊', en: 'Charged as a tenant' } }),
      parcel: fact.matter({ zh: '宗地', en: 'Parcel' }, 'parcel'), area: fact.area({ zh: '面积', en: 'Area' }, { isLand: true }),
    }, { max: 200 }),
    explanation: fact.longText({ zh: '企业说明', en: 'What the enterprise says' }, { min: 5, max: 2000 }),
    conclusion: fact.longText({ zh: '核定意见', en: 'Finding' }, { min: 5, max: 2000 }),
  },
  stages: {
    matched: { name: { zh: '相符', en: 'Matches' }, place: 'main' },
    differing: { name: { zh: '不符待核', en: 'Differs' }, place: 'side' },
    settled: { name: { zh: '已核定', en: 'Settled' }, place: 'end' },
  },
  settings: {
    tolerance: { name: { zh: '允许相差（%）', en: 'Difference allowed (%)' }, value: 5, min: 1, max: 30 },
    explain: { name: { zh: '企业说明时限', en: 'To explain' }, value: 10, min: 1, max: 30, unit: 'workday' },
  },
  clocks: {},
  duties: { explain: { name: { zh: '说明用地差异', en: 'Explain the difference' }, setting: 'explain' } },
  links: {},
  refusals: {
    declaredTwice: { status: 422, zh: '这家企业{year}年已经申报，请在原申报上补正。', en: 'It has declared for {year} already; amend that declaration.' },
    surveyFirst: { zh: '申报与登记相差{difference}%，先由自然资源部门实测，再核定。', en: 'It differs by {difference} %: a survey comes before it is settled.' },
    untitledMore: { status: 422, zh: '无证占用不能大于实测占用。', en: 'What is without title is part of what was surveyed.' },
  },
  sees: { INDUSTRY: 'all', NATURAL: 'all', TAX: 'all', STAT: 'all', ZONE: 'all', TOWN: 'all', LEADER: 'all', ENTERPRISE: 'involved' },
  groups: [
    { name: { zh: '申报', en: 'Declaration' }, facts: ['name', 'enterprise', 'year', 'declared', 'explanation'] },
    { name: { zh: '核对', en: 'Check' }, facts: ['registered', 'workings', 'difference', 'surveyed', 'untitled', 'evaluated', 'conclusion'] },
  ],
  title: 'name',
  list: ['enterprise', 'year', 'declared', 'registered', 'surveyed', 'evaluated', 'difference'],
});

export type LandDeclarationRecord = typeof landDeclarationRecord;
