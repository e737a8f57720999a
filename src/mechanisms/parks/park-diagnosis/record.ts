import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { modeFacts, weighedNames, type ModeFactName } from '../mode-facts.ts';
import { modes } from '../modes.ts';
import { healthParts, weighingSettings } from '../weighing.ts';
import { sources } from './sources.ts';

const yieldPerMu = { zh: '万元/亩', en: '× 10,000 yuan/mu' };
const ownership = {
  ownersPer100Mu: fact.decimal({ zh: '每百亩业主数', en: 'Owners per 100 mu' }, { isRate: true, min: 0, decimals: 2, measure: { zh: '户', en: 'owners' }, help: { zh: '在用宗地的土地使用权人数÷这些宗地的面积。', en: 'Those who hold the parcels in use, over the land of these.' } }),
  stateShare: fact.percent({ zh: '国有用地占比', en: 'Share of state land' }, { min: 0, max: 100, decimals: 1, help: { zh: '国有企业、事业单位名下的在用宗地面积占比。', en: 'Of the land of the parcels in use, that of state-owned enterprises and public institutions.' } }),
} as const;
/** What has a line of the basis: the index by its parts, and what registers hold of the modes. */
export const basisNames = {
  taxPerMu: { zh: '亩均税收', en: 'Tax per mu' }, outputPerMu: { zh: '亩均产值', en: 'Output per mu' }, districtTaxPerMu: { zh: '全区园区亩均税收', en: 'Tax per mu of all parks' }, districtOutputPerMu: { zh: '全区园区亩均产值', en: 'Output per mu of all parks' },
  far: { zh: '容积率', en: 'Plot ratio' }, landUse: { zh: '土地利用率', en: 'Land in use' }, occupancy: { zh: '厂房入驻率', en: 'Occupancy' }, leadShare: { zh: '主导产业产值占比', en: 'Share of the lead industry' }, safety: { zh: '安全环保得分率', en: 'Safety and environment' },
  cdShare: modeFacts.cdShare.name, inefficientShare: modeFacts.inefficientShare.name, freeLandShare: modeFacts.freeLandShare.name, ownBody: modeFacts.ownBody.name, ownersPer100Mu: ownership.ownersPer100Mu.name, stateShare: ownership.stateShare.name,
} as const;
const group = (zh: string, en: string, facts: readonly (ModeFactName | keyof typeof ownership)[]) => ({ name: { zh, en }, facts });

/** 园区体检: the yearly diagnosis of a park, with its index and what each mode has for it and against it. */
export const parkDiagnosisRecord = record({
  key: 'parkDiagnosis',
  wing: 'parks',
  name: { zh: '园区体检', en: 'Park diagnoses' },
  counter: { zh: '份', en: 'diagnoses' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { min: 2, max: 80, searched: true }),
    park: fact.matter({ zh: '园区', en: 'Park' }, 'park', { indexed: true }),
    body: fact.unit({ zh: '管理机构', en: 'Body' }),
    year: fact.whole({ zh: '年度', en: 'Year' }, { min: 2000, max: 2100, names: true, indexed: true }),
    taxPerMu: fact.decimal({ zh: '亩均税收', en: 'Tax per mu' }, { isRate: true, decimals: 2, measure: yieldPerMu }),
    districtTaxPerMu: fact.decimal(basisNames.districtTaxPerMu, { help: { zh: '各园区当年快照的税收合计÷工业用地合计，与本园区同一口径。', en: 'Tax over industrial land, sum over sum, by the snapshots of all parks for the year: defined as that of the park is.' }, isRate: true, min: 0.01, max: 100_000, decimals: 2, measure: yieldPerMu }),
    outputPerMu: fact.decimal({ zh: '亩均产值', en: 'Output per mu' }, { isRate: true, decimals: 2, measure: yieldPerMu }),
    districtOutputPerMu: fact.decimal(basisNames.districtOutputPerMu, { isRate: true, min: 0.01, max: 100_000, decimals: 2, measure: yieldPerMu }),
    far: fact.decimal({ zh: '容积率', en: 'Plot ratio' }, { isRate: true, min: 0, max: 20, decimals: 2 }),
    farCap: fact.decimal({ zh: '容积率上限', en: 'Cap of the plot ratio' }, { isRate: true, min: 0, max: 20, decimals: 2 }),
    landUse: fact.percent({ zh: '土地利用率', en: 'Land in use' }, { decimals: 1 }),
    occupancy: fact.percent(basisNames.occupancy, { help: { zh: '年末入驻登记的建筑面积÷在用宗地的建筑面积。', en: 'The floor of the occupations at the end of the year over that of the parcels in use.' }, min: 0, max: 100, decimals: 1 }),
    leadShare: fact.percent({ zh: '主导产业产值占比', en: 'Share of the lead industry' }, { min: 0, max: 100, decimals: 1 }),
    safety: fact.percent({ zh: '安全环保得分率', en: 'Safety and environment' }, { min: 0, max: 100, decimals: 1 }),
    ...modeFacts,
    ...ownership,
    basis: fact.rows({ zh: '数据来源', en: 'Where the numbers come from' }, {
      what: fact.choice({ zh: '项目', en: 'What' }, basisNames), source: fact.choice({ zh: '来源', en: 'Source' }, sources), of: fact.whole({ zh: '记录', en: 'Records' }, { min: 0 }), year: fact.whole({ zh: '年度', en: 'Year' }, { names: true }),
    }, { max: 20 }),
    health: fact.decimal({ zh: '体检指数', en: 'Health' }, { isRate: true, min: 0, max: 100, decimals: 2, indexed: true }),
    parts: fact.rows({ zh: '指数构成', en: 'What the index is made of' }, {
      part: fact.choice({ zh: '项目', en: 'Part' }, healthParts),
      points: fact.decimal({ zh: '得分', en: 'Points' }, { decimals: 2 }), full: fact.whole({ zh: '满分', en: 'Of' }),
    }),
    verdict: fact.choice({ zh: '结论', en: 'Verdict' }, { improve: { zh: '提质', en: 'Improve' }, renew: { zh: '更新', en: 'Renew' }, rebuild: { zh: '重点改造', en: 'Rebuild' } }, { indexed: true }),
    fits: fact.rows({ zh: '八种模式逐一比较', en: 'The eight modes compared' }, {
      mode: fact.choice({ zh: '模式', en: 'Mode' }, modes), fit: fact.decimal({ zh: '得分', en: 'Fit' }, { decimals: 2 }), isOpen: fact.flag({ zh: '前提具备', en: 'Gate open' }),
    }),
    weighings: fact.rows({ zh: '各项怎么得分', en: 'How each was weighed' }, {
      mode: fact.choice({ zh: '模式', en: 'Mode' }, modes), what: fact.choice({ zh: '看什么', en: 'What' }, weighedNames), value: fact.decimal({ zh: '实际', en: 'Value' }, { decimals: 3 }), points: fact.decimal({ zh: '得分', en: 'Points' }, { decimals: 2 }), weight: fact.whole({ zh: '满分', en: 'Of' }),
    }),
    closedGates: fact.rows({ zh: '不具备的前提', en: 'Gates that are closed' }, {
      mode: fact.choice({ zh: '模式', en: 'Mode' }, modes), group: fact.whole({ zh: '第几条', en: 'No.' }), what: fact.choice({ zh: '看什么', en: 'What' }, weighedNames),
      bound: fact.choice({ zh: '要求', en: 'Must be' }, { atLeast: { zh: '不少于', en: 'at least' }, below: { zh: '低于', en: 'below' }, above: { zh: '大于', en: 'above' } }), limit: fact.decimal({ zh: '界限', en: 'Limit' }, { decimals: 2 }),
    }),
    primary: fact.choice({ zh: '测算主推', en: 'Reckoned primary' }, modes),
    secondary: fact.choices({ zh: '测算辅推', en: 'Reckoned secondary' }, modes),
    panel: fact.matters({ zh: '专家组', en: 'Panel' }, 'expert'),
    panelPrimary: fact.choice({ zh: '专家组主推', en: 'Primary by the panel' }, modes),
    panelSecondary: fact.choices({ zh: '专家组辅推', en: 'Secondary by the panel' }, modes),
    panelReason: fact.longText({ zh: '专家组理由', en: 'Reason of the panel' }, { min: 20, max: 3000 }),
    isOverruled: fact.flag({ zh: '专家组改变了测算结果', en: 'The panel overruled the reckoning' }),
    approvedOn: fact.day({ zh: '批准日期', en: 'Approved on' }, { indexed: true }),
  },
  stages: {
    drafted: { name: { zh: '测算', en: 'Reckoned' }, place: 'main' },
    withPanel: { name: { zh: '专家论证', en: 'With the panel' }, place: 'main' },
    advised: { name: { zh: '已论证', en: 'Advised' }, place: 'main' },
    approved: { name: { zh: '已批准', en: 'Approved' }, place: 'end' },
    withdrawn: { name: { zh: '撤回', en: 'Withdrawn' }, place: 'end', uncounted: true },
  },
  settings: {
    panel: { name: { zh: '专家组最少人数', en: 'Fewest experts' }, value: 5, min: 3, max: 15 },
    diagnose: { name: { zh: '诊断时限', en: 'To diagnose' }, value: 20, min: 5, max: 90, unit: 'workday' },
    improveFrom: { name: { zh: '提质起点（分）', en: 'Improve from (points)' }, value: 80, min: 50, max: 100 },
    renewFrom: { name: { zh: '更新起点（分）', en: 'Renew from (points)' }, value: 60, min: 20, max: 90 },
    primaryFrom: { name: { zh: '主推起点（分）', en: 'Primary mode from (points)' }, value: 60, min: 30, max: 90 },
    secondaryFrom: { name: { zh: '辅推起点（分）', en: 'Secondary mode from (points)' }, value: 45, min: 20, max: 90 },
    secondaryWithin: { name: { zh: '辅推与主推最多相差（分）', en: 'Secondary within so many points of the primary' }, value: 25, min: 0, max: 60 },
    secondaryMost: { name: { zh: '辅推最多几种', en: 'Most secondary modes' }, value: 2, min: 0, max: 7 },
    ...weighingSettings,
    planWithin: { name: { zh: '重点改造园区编制方案时限', en: 'To plan a park to be rebuilt' }, value: 90, min: 10, max: 250, unit: 'workday' },
  },
  clocks: { diagnose: { name: { zh: '诊断', en: 'Diagnosis' }, setting: 'diagnose' }, plan: { name: { zh: '编制更新方案', en: 'Plan due' }, setting: 'planWithin' } },
  duties: {},
  links: {},
  refusals: {
    noSnapshot: { status: 422, zh: '园区还没有{year}年的快照；体检的数都从快照来，请先由统计部门登记。', en: 'The park has no snapshot of {year}; a diagnosis reads nothing else. Statistics take it first.' },
    diagnosedTwice: { status: 422, zh: '这个园区{year}年已经体检，一年一次。', en: 'This park has been diagnosed for {year}; once a year.' },
    sourceKnown: { status: 422, zh: '“{what}”有登记数，由系统算出，不用填；登记有误的，请到台账更正。', en: '“{what}” is worked out from the registers and not typed; if they are wrong, correct them there.' },
    sourceMissing: { status: 422, zh: '“{what}”没有登记数可算，请填写，或者先补登记。', en: 'No register holds “{what}”; type it, or complete the registers first.' },
    weightsOff: { zh: '“{what}”各项满分合计{sum}，应为100，请管理员在设置里改正。', en: 'The points of “{what}” come to {sum} and not to 100; the administrator puts the settings right.' },
    edgesAlike: { zh: '“{mode}”的“{fact}”零分起点和满分终点相同，请管理员在设置里改正。', en: '“{fact}” of “{mode}” has none and all of its points at the same edge; the administrator puts the settings right.' },
    panelSmall: { status: 422, zh: '专家组不少于{count}人。', en: 'The panel has at least {count} members.' },
    sameAsReckoned: { status: 422, zh: '与测算结果一样，请用“同意测算结果”。', en: 'That is what was reckoned; use “agree”.' },
    gateClosedFor: { status: 422, zh: '“{mode}”的前提不具备，专家组也不能主推；请在理由里说明并补正资料。', en: 'The gate of “{mode}” is closed, which a panel cannot overrule; complete the facts first.' },
  },
  sees: { ZONE: 'all', TOWN: 'all', INDUSTRY: 'all', NATURAL: 'all', TAX: 'all', STAT: 'all', ECOLOGY: 'all', EMERGENCY: 'all', FINANCE: 'all', LEADER: 'all', TOP: 'all', INVEST: 'all', EXPERT: 'all', OFFICE: 'all', OFFICE_HEAD: 'all' },
  groups: [
    { name: { zh: '体检', en: 'Diagnosis' }, facts: ['name', 'park', 'body', 'year', 'health', 'verdict', 'parts'] },
    { name: { zh: '推荐模式', en: 'Recommended modes' }, facts: ['primary', 'secondary', 'fits', 'closedGates', 'weighings'] },
    { name: { zh: '专家论证', en: 'The panel' }, facts: ['panel', 'isOverruled', 'panelPrimary', 'panelSecondary', 'panelReason', 'approvedOn'] },
    { name: { zh: '指数所依', en: 'Facts of the index' }, facts: ['basis', 'taxPerMu', 'districtTaxPerMu', 'outputPerMu', 'districtOutputPerMu', 'far', 'farCap', 'landUse', 'occupancy', 'leadShare', 'safety'] },
    group('瘦身强体、龙头引领', 'Slimming and anchors', ['ownBody', 'nonCoreShare', 'staffPer100Firms', 'anchors', 'anchorShare', 'localSupply', 'suppliersReady']),
    group('二次开发、腾笼换鸟', 'Second development and vacating', ['contiguousMu', 'capitalReady', 'cleanTitle', 'ownersPer100Mu', 'stateShare', 'inefficientShare', 'cdShare', 'legacyShare', 'ownersWilling', 'notUpgraded']),
    group('园中建园、工业上楼', 'Inner parks and storeys', ['privateParcelMu', 'privateUnused', 'ownerFinance', 'largestParcelMu', 'townLocation', 'lightShare', 'operatorReady', 'applicationsPerUnit']),
    group('平台联动、飞地', 'Platforms and enclaves', ['openPlatform', 'tradeShare', 'platformGrowth', 'transport', 'freeLandShare', 'waitingNeedMu', 'needOverFree', 'partnerFit', 'benefitAgreement']),
  ],
  title: 'name',
  lead: 'body',
  list: ['name', 'year', 'health', 'verdict', 'primary', 'isOverruled', 'approvedOn'],
});

export type ParkDiagnosisRecord = typeof parkDiagnosisRecord;
