import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { indicatorColumns } from '../indicators.ts';

/** 标准地控制性指标: what land of an industry must promise before it is sold, fixed beforehand and kept by version. */
export const indicatorSetRecord = record({
  key: 'indicatorSet',
  wing: 'projects',
  name: { zh: '标准地指标', en: 'Standard land indicators' },
  counter: { zh: '套', en: 'sets' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { min: 4, max: 60, searched: true }),
    industry: fact.industry({ zh: '适用行业', en: 'Industry' }, { indexed: true, help: { zh: 'GB/T 4754行业代码，大类或中类。', en: 'A code of GB/T 4754: division or group.' } }),
    version: fact.whole({ zh: '版本', en: 'Version' }, { names: true, min: 1, max: 99 }),
    follows: fact.matter({ zh: '上一版本', en: 'Version before' }, 'indicatorSet'),
    values: fact.rows({ zh: '控制性指标', en: 'Indicators' }, indicatorColumns),
    source: fact.longText({ zh: '测算依据', en: 'How it was worked out' }, { max: 1000 }),
    countersigned: fact.rows({ zh: '会签', en: 'Countersigned' }, {
      bureau: fact.choice({ zh: '部门', en: 'Bureau' }, {
        natural: { zh: '自然资源', en: 'Natural resources' },
        ecology: { zh: '生态环境', en: 'Ecology' },
        tax: { zh: '税务', en: 'Tax' },
      }),
      post: fact.text({ zh: '会签岗位', en: 'Post' }, { max: 60 }),
      on: fact.day({ zh: '日期', en: 'On' }),
    }),
    basis: fact.documentNumber({ zh: '批准文号', en: 'Document number' }),
    validFrom: fact.day({ zh: '执行日期', en: 'In force from' }, { indexed: true }),
    validTo: fact.day({ zh: '停用日期', en: 'In force until' }),
  },
  stages: {
    drafted: { name: { zh: '拟定', en: 'Drafted' }, place: 'main' },
    inForce: { name: { zh: '执行中', en: 'In force' }, place: 'main' },
    superseded: { name: { zh: '已由新版代替', en: 'Superseded' }, place: 'end' },
    discarded: { name: { zh: '不予执行', en: 'Discarded' }, place: 'end', uncounted: true },
  },
  settings: {
    revision: { name: { zh: '修订周期', en: 'To be revised within' }, value: 1095, min: 365, max: 1825, unit: 'calendarDay' },
  },
  clocks: { revision: { name: { zh: '修订', en: 'Revision' }, setting: 'revision' } },
  duties: {},
  links: {},
  refusals: {
    rowBad: { status: 422, zh: '指标“{indicator}”重复，或者有一行没有填全。', en: '“{indicator}” stands twice, or a row is not complete.' },
    tooFew: { status: 422, zh: '至少要有固定资产投资强度、亩均税收、容积率三项。', en: 'Fixed investment per mu, tax per mu and the plot ratio are the least.' },
    ownSigned: { zh: '贵部门已经会签。', en: 'Your bureau has countersigned already.' },
    tooEarly: { status: 422, zh: '执行日期不能早于今天。', en: 'It cannot come into force before today.' },
  },
  sees: { INDUSTRY: 'all', NATURAL: 'all', ECOLOGY: 'all', TAX: 'all', LEADER: 'all', JOINT: 'all', APPROVAL: 'all', ZONE: 'all', TOWN: 'all', INVEST: 'all', SECRETARIAT: 'all', STAT: 'all' },
  groups: [
    { name: { zh: '适用范围', en: 'Scope' }, facts: ['name', 'industry', 'version', 'follows', 'basis', 'validFrom', 'validTo'] },
    { name: { zh: '指标', en: 'Indicators' }, facts: ['values', 'source'] },
    { name: { zh: '会签', en: 'Countersigned' }, facts: ['countersigned'] },
  ],
  title: 'name',
  list: ['name', 'industry', 'version', 'basis', 'validFrom'],
  publicFace: { when: { stage: ['inForce', 'superseded'] }, facts: ['name', 'industry', 'version', 'values', 'basis', 'validFrom', 'validTo'], name: { zh: '标准地指标', en: 'Standard land indicators' }, about: { zh: '各行业用地的投资、税收、能耗等标准，按版本公布。', en: 'What land must bring in investment, tax and energy, by industry and version.' } },
});

export type IndicatorSetRecord = typeof indicatorSetRecord;
