import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { marineFields } from '../fields.ts';

const hours = { min: 0, max: 1_000_000, decimals: 1, measure: { zh: '小时', en: 'hours' } } as const;

/** 共享仪器: an instrument that others may use, and how many hours of each year they did. */
export const instrumentRecord = record({
  key: 'instrument',
  wing: 'innovation',
  name: { zh: '共享仪器', en: 'Shared instruments' },
  counter: { zh: '台（套）', en: 'instruments' },
  facts: {
    name: fact.text({ zh: '仪器名称', en: 'Name' }, { min: 2, max: 120, searched: true, indexed: true, synonyms: ['设备名称'] }),
    assetNo: fact.text({ zh: '资产编号', en: 'Asset number' }, { min: 2, max: 40, unique: true, searched: true }),
    model: fact.text({ zh: '型号', en: 'Model' }, { min: 1, max: 80 }),
    hostName: fact.text({ zh: '所属单位', en: 'Owner' }, { min: 2, max: 120, searched: true }),
    hostCode: fact.creditCode({ zh: '所属单位信用代码', en: 'Credit code of the owner' }, { indexed: true }),
    keeper: fact.person({ zh: '机组管理人', en: 'Keeper' }, { help: { zh: '确认预约、登记机时的平台账号。', en: 'The account that confirms bookings and enters hours.' } }),
    value: fact.money({ zh: '原值', en: 'Original value' }, { min: 0 }),
    isLarge: fact.flag({ zh: '大型仪器', en: 'Large' }, { indexed: true }),
    price: fact.money({ zh: '每小时收费', en: 'Price per hour' }, { min: 0, max: 100_000_000 }),
    openLevel: fact.choice({ zh: '开放级别', en: 'Open to' }, { all: { zh: '面向社会', en: 'Everybody' }, members: { zh: '面向联盟成员', en: 'Members of the alliance' }, own: { zh: '仅供本单位', en: 'Its owner alone' } }, { indexed: true }),
    marineField: fact.choice({ zh: '涉海领域', en: 'Marine field' }, marineFields, { indexed: true }),
    hoursOn: fact.day({ zh: '机时截至', en: 'Hours until' }, { indexed: true }),
    external: fact.decimal({ zh: '年对外机时', en: 'Hours for others, the year' }, hours),
    internal: fact.decimal({ zh: '年自用机时', en: 'Own hours, the year' }, hours),
    whole: fact.decimal({ zh: '年总机时', en: 'All hours, the year' }, hours),
    years: fact.rows({ zh: '历年机时', en: 'Hours by year' }, { year: fact.whole({ zh: '年度', en: 'Year' }, { names: true }), external: fact.decimal({ zh: '对外', en: 'For others' }, hours), internal: fact.decimal({ zh: '自用', en: 'Own' }, hours) }, { max: 40 }),
  },
  stages: {
    listed: { name: { zh: '开放', en: 'Listed' }, place: 'main' },
    maintenance: { name: { zh: '维护', en: 'Under maintenance' }, place: 'side' },
    withdrawn: { name: { zh: '停止开放', en: 'Withdrawn' }, place: 'end' },
    voided: { name: { zh: '误录作废', en: 'Voided' }, place: 'end', uncounted: true },
  },
  settings: { large: { name: { zh: '大型仪器原值不低于（万元）', en: 'Large from (10,000 yuan)' }, value: 30, min: 10, max: 500, source: 'innovation.md §1.2' } },
  clocks: {},
  duties: {},
  links: {},
  refusals: {
    priceMissing: { status: 422, zh: '对外开放的仪器要写明每小时收费，免费的填0。', en: 'An instrument open to others states its price per hour; 0 where it is free.' },
    notKeeper: { status: 403, zh: '由这台仪器的机组管理人办理；没有指定的，请所属单位先指定。', en: 'This is for the keeper of the instrument; where there is none, its owner names one first.' },
    hoursLater: { status: 422, zh: '机时登记到哪一天，不能晚于今天，也不能跨年倒登。', en: 'Hours are entered up to a day that is neither to come nor of a year before the latest.' },
  },
  sees: { SCIENCE: 'all', MARINE: 'all', INSTITUTE: 'all', ENTERPRISE: 'all', BROKER: 'all', ALLIANCE: 'all', MART: 'all', INDUSTRY: 'all', STAT: 'all', LEADER: 'all', TOP: 'all', OFFICE: 'all', OFFICE_HEAD: 'all', ZONE: 'all' },
  groups: [
    { name: { zh: '仪器', en: 'Instrument' }, facts: ['name', 'assetNo', 'model', 'hostName', 'hostCode', 'keeper', 'value', 'isLarge', 'marineField'] },
    { name: { zh: '开放', en: 'How it is open' }, facts: ['openLevel', 'price'] },
    { name: { zh: '机时', en: 'Hours' }, facts: ['hoursOn', 'external', 'internal', 'whole', 'years'] },
  ],
  title: 'name',
  list: ['assetNo', 'hostName', 'openLevel', 'price', 'value', 'isLarge', 'external', 'internal'],
  publicFace: { when: { all: [{ stage: ['listed'] }, { fact: 'openLevel', in: ['all'] }] }, facts: ['name', 'model', 'hostName', 'price', 'marineField'], name: { zh: '共享仪器', en: 'Shared instruments' }, brief: ['hostName', 'model'], narrows: ['marineField'], about: { zh: '院所高校和企业面向社会开放的仪器：型号、所属单位和每小时收费。', en: 'Instruments of institutes and enterprises that everybody may use: model, owner and price per hour.' } },
});

export type InstrumentRecord = typeof instrumentRecord;
