import { fact } from '#kernel/fact.ts';
import { actionsOf } from '#kernel/mechanism.ts';
import { flowsOf, rateOfReturn } from '../fund.ts';
import { hundredths, multipleOf } from '../land.ts';
import { modeRows } from './columns.ts';
import { keepers } from './preparing.ts';
import { renewalPlanRecord } from './record.ts';
import { badHandover, badResult, firstFullYear, gainOf, notVacatable } from './rules.ts';

const action = actionsOf(renewalPlanRecord);
const underWay = ['contracted', 'vacated', 'building', 'filling', 'accepted'] as const;
const modeAsks = Object.fromEntries(Object.keys(modeRows).map((name) => [name, 'may'])) as Readonly<Record<keyof typeof modeRows, 'may'>>;

/** From the agreements to what it brought (parks.md §7, 5–10). */
export const carryingOutActions = {
  sign: action({
    name: { zh: '登记签约', en: 'Enter agreements' },
    from: ['contracted'],
    by: keepers,
    evidence: 0,
    asks: { signedShare: 'must', isUnseized: 'must' },
  }),
  beginVacating: action({
    name: { zh: '启动腾退', en: 'Begin vacating' },
    from: ['contracted'],
    to: 'vacated',
    by: keepers,
    tone: 'primary',
    stops: ['sign'],
    when: notVacatable,
  }),
  handOver: action({
    name: { zh: '腾空移交', en: 'Hand over' },
    help: { zh: '移交单、水电停表、职工安置；改变用途的还要土壤污染调查。', en: 'The slip, meters off, staff settled; a survey of the soil where the use changes.' },
    from: ['vacated'],
    to: 'building',
    by: keepers,
    tone: 'primary',
    evidence: 1,
    asks: { handover: 'must', changesUse: 'may', permitNo: 'must' },
    sets: ['startedOn'],
    check: badHandover,
    effects: ({ today }) => [{ do: 'set', values: { startedOn: today } }],
  }),
  complete: action({
    name: { zh: '竣工', en: 'Complete the works' },
    from: ['building'],
    to: 'filling',
    by: keepers,
    tone: 'primary',
    evidence: 1,
    asks: { builtFloor: 'must', demolishedFloor: 'must' },
    starts: ['fill'],
    sets: ['completedOn', 'addedFloor', 'newFar'],
    effects: ({ matter: { facts }, today }, { builtFloor, demolishedFloor }) => [{
      do: 'set', values: { completedOn: today, addedFloor: hundredths(builtFloor - demolishedFloor), newFar: hundredths(((facts.baseFloor ?? 0) + builtFloor - demolishedFloor) / (facts.area ?? 1)) },
    }],
  }),
  fill: action({
    name: { zh: '登记入驻', en: 'Enter occupancy' },
    help: { zh: '新增和区内迁入分开写。', en: 'New arrivals apart from those moved within the district.' },
    from: ['filling'],
    by: keepers,
    asks: { occupancy: 'must', arrivals: 'must', movedIn: 'must' },
  }),
  accept: action({
    name: { zh: '竣工和指标验收', en: 'Accept' },
    from: ['filling'],
    to: 'accepted',
    by: [{ role: 'INDUSTRY' }],
    tone: 'primary',
    evidence: 1,
    stops: ['fill'],
    sets: ['acceptedOn'],
    when: ({ matter: { facts }, setting }) => ((facts.occupancy ?? 0) < setting('occupancy') ? { refusal: 'occupancyLow', detail: { held: facts.occupancy ?? 0, least: setting('occupancy') } } : undefined),
    effects: ({ today }) => [{ do: 'set', values: { acceptedOn: today } }],
  }),
  result: action({
    name: { zh: '登记实际成效', en: 'Enter what a year brought' },
    help: { zh: '按原边界、同口径的实际入库税收和产值，注明来源。', en: 'Tax received and output on the original boundary, by the same definition, with their source.' },
    from: ['accepted', 'evaluated'],
    by: [{ role: 'TAX' }, { role: 'STAT' }],
    tone: 'primary',
    evidence: 1,
    reason: 0,
    extra: {
      year: fact.whole({ zh: '年度', en: 'Year' }, { min: 1990, max: 2100, names: true }), tax: fact.money({ zh: '入库税收', en: 'Tax received' }, { max: 9e15 }), output: fact.money({ zh: '产值', en: 'Output' }, { min: 0, max: 9e15 }),
      source: fact.text({ zh: '来源', en: 'Source' }, { min: 2, max: 120 }), isSameBoundary: fact.flag({ zh: '按原边界取数', en: 'On the original boundary' }),
    },
    extraAsks: { year: 'must', tax: 'must', output: 'must', source: 'must', isSameBoundary: 'must' },
    sets: ['results', 'fullYear'],
    check: badResult,
    effects: ({ matter: { facts } }, { year, tax, output, source }) => {
      const results = [...(facts.results ?? []).filter((row) => row.year !== year), { year, tax, output, source }].toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
      const fullYear = firstFullYear({ ...facts, results })?.year;
      return [{ do: 'set', values: { results, ...(fullYear === undefined ? {} : { fullYear }) } }];
    },
  }),
  evaluate: action({
    name: { zh: '亩产倍增核定', en: 'Reckon the multiple' },
    from: ['accepted'],
    to: 'evaluated',
    by: [{ role: 'INDUSTRY' }],
    tone: 'primary',
    sets: ['afterYear', 'afterTaxPerMu', 'afterOutputPerMu', 'multiple', 'outputMultiple', 'isDoubled'],
    when: ({ matter: { facts } }) => (firstFullYear(facts) === undefined ? 'notFullYear' : undefined),
    effects: ({ matter: { facts } }) => [{ do: 'set', values: gainOf(facts) ?? {} }],
  }),
  forecast: action({
    name: { zh: '登记满产预计', en: 'Enter a forecast' },
    help: { zh: '预计数只放在这里，报告里注明“满产预计”，不与实际数混写。', en: 'A forecast stands here alone and is printed as one, never as an actual figure.' },
    from: [...underWay, 'reviewed'],
    by: keepers,
    evidence: 1,
    asks: { forecastTax: 'must', forecastBasis: 'must' },
    sets: ['forecastMultiple'],
    needs: [{ name: { zh: '锁定的基线', en: 'a frozen baseline' }, holds: { fact: 'frozenOn', present: true }, from: 'freeze' }],
    effects: ({ matter: { facts } }, { forecastTax }) => [{ do: 'set', values: { forecastMultiple: multipleOf(forecastTax, facts.baseTax ?? 0) ?? null } }],
  }),
  recordMode: action({
    name: { zh: '登记模式专项', en: 'Enter records of the mode' },
    from: [...underWay, 'planned', 'reviewed'],
    by: keepers,
    asks: modeAsks,
    sets: ['returnRate'],
    effects: (_situation, { cashPlan }) => (cashPlan === undefined ? [] : [{ do: 'set', values: { returnRate: rateOfReturn(flowsOf(cashPlan)) ?? null } }]),
  }),
  reportMilestones: action({
    name: { zh: '报节点', en: 'Report milestones' },
    from: underWay,
    by: keepers,
    asks: { milestones: 'must' },
  }),
  shareTax: action({
    name: { zh: '登记分享税收', en: 'Enter shared tax' },
    help: { zh: '分享额＝当地留成税收×留成比例×分成比例，只作考核数。', en: 'Tax times the share kept locally times the split: an assessment figure.' },
    from: [...underWay, 'evaluated'],
    by: [{ role: 'TAX' }, { role: 'FINANCE' }],
    evidence: 1,
    extra: {
      tax: fact.money({ zh: '飞地税收', en: 'Tax of the enclave' }, { min: 0 }), kept: fact.percent({ zh: '留成比例', en: 'Kept locally' }, { min: 0, max: 100 }), split: fact.percent({ zh: '分成比例', en: 'Split' }, { min: 0, max: 100 }),
    },
    extraAsks: { tax: 'must', kept: 'must', split: 'must' },
    sets: ['partnerTax'],
    when: ({ matter: { facts } }) => (facts.primary === 'M8' ? undefined : 'notEnclave'),
    effects: (_situation, { tax, kept, split }) => [{ do: 'set', values: { partnerTax: Math.round((tax * kept * split) / 10_000) } }],
  }),
  suspend: action({
    name: { zh: '中止', en: 'Suspend' },
    from: ['planned', 'reviewed', 'contracted', 'vacated', 'building', 'filling'],
    to: 'suspended',
    by: [{ role: 'LEADER' }],
    reason: 10,
    starts: ['suspend'],
    stops: ['review', 'sign', 'fill'],
  }),
  resume: action({
    name: { zh: '恢复', en: 'Resume' },
    from: ['suspended'],
    to: 'planned',
    by: [{ role: 'LEADER' }],
    stops: ['suspend'],
    reason: 5,
  }),
  withdraw: action({
    name: { zh: '退出', en: 'Withdraw' },
    help: { zh: '方案撤回，土地退回盘活清单。', en: 'The plan is withdrawn and its land returns to the list.' },
    from: ['surveyed', 'diagnosed', 'planned', 'reviewed', 'contracted', 'suspended'],
    to: 'withdrawn',
    by: [{ role: 'LEADER' }],
    tone: 'danger',
    reason: 10,
    stops: ['survey', 'diagnose', 'review', 'sign', 'suspend'],
    follows: ['park.dropPlan'],
    effects: ({ matter: { facts } }) => (facts.approvedOn === undefined || facts.park === undefined ? [] : [{ do: 'follow', mechanism: 'park', id: facts.park, action: 'dropPlan', input: {} }]),
  }),
};
