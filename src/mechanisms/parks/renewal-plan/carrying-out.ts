import { daysBetween } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf } from '#kernel/mechanism.ts';
import { hundredths, multipleOf } from '../land.ts';
import { badFilling, typedFilling } from './filling.ts';
import { keepers } from './preparing.ts';
import { renewalPlanRecord } from './record.ts';
import { badAgreements, badHandover, badResult, fullYear, gainOf, laterGainOf, notAcceptable, notVacatable, signedOf } from './rules.ts';
import { badTerms, badVacatings, damagesIn, notVacated, vacateDue, vacatedRows } from './vacating.ts';

const action = actionsOf(renewalPlanRecord);
const underWay = ['contracted', 'vacated', 'building', 'filling', 'accepted'] as const;

/** From the agreements to what it brought (parks.md §7, 5–10). */
export const carryingOutActions = {
  sign: action({
    name: { zh: '登记签约', en: 'Enter agreements' },
    from: ['contracted'],
    by: keepers,
    help: { zh: '一户一行；签约比例按面积算出，有一户还在查封就不能腾退。签了要腾的写明约定腾空日期、补偿款和逾期违约金。', en: 'A row for each owner: the share signed follows by area, and while a court holds one of them nothing is vacated. Who signed to leave has his day, his compensation and the damages of a day.' },
    evidence: 0,
    asks: { agreements: 'must' },
    sets: ['signedShare', 'isUnseized'],
    check: (situation, { agreements }) => badAgreements(situation, agreements) ?? badTerms(agreements),
    effects: ({ matter: { facts } }, { agreements }) => [{ do: 'set', values: signedOf(facts.area ?? 1, agreements) }],
  }),
  beginVacating: action({
    name: { zh: '启动腾退', en: 'Begin vacating' },
    from: ['contracted'],
    to: 'vacated',
    by: keepers,
    tone: 'primary',
    stops: ['sign'],
    starts: ['vacate'],
    when: notVacatable,
    // The last day of the agreements, where they name one.
    effects: ({ matter: { facts }, today }) => {
      const due = vacateDue(facts.agreements ?? []);
      return due === undefined || due <= today ? [] : [{ do: 'start', clock: 'vacate', budget: { n: daysBetween(today, due), unit: 'calendarDay' } }];
    },
  }),
  vacate: action({
    name: { zh: '登记腾空', en: 'Enter who is out' },
    help: { zh: '一户一行；逾期的违约金由协议算出，付清、起诉或者经批准免除的写明凭证号、案号或者文号。', en: 'A row for each owner; damages for delay follow from the agreement, and once paid, before court or waived have their receipt, case or document.' },
    from: ['vacated', 'building', 'filling'],
    by: keepers,
    evidence: 1,
    asks: { vacatings: 'must' },
    sets: ['damagesDue', 'damagesPaid'],
    check: (situation, { vacatings }) => badVacatings(situation, vacatings),
    effects: (situation, { vacatings }) => {
      const rows = vacatedRows(situation, vacatings);
      return [{ do: 'set', values: { vacatings: rows, ...damagesIn(rows) } }];
    },
  }),
  handOver: action({
    name: { zh: '腾空移交', en: 'Hand over' },
    help: { zh: '移交单、水电停表、职工安置、停止开票；改变用途的还要土壤污染调查。', en: 'The slip, meters off, staff settled, no invoices; a survey of the soil where the use changes.' },
    from: ['vacated'],
    to: 'building',
    by: keepers,
    tone: 'primary',
    evidence: 1,
    asks: { handover: 'must', changesUse: 'may', permitNo: 'must' },
    stops: ['vacate'],
    starts: ['build'],
    sets: ['startedOn'],
    when: notVacated,
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
    stops: ['build'],
    starts: ['fill'],
    sets: ['completedOn', 'addedFloor', 'newFar'],
    effects: ({ matter: { facts }, today }, { builtFloor, demolishedFloor }) => [{
      do: 'set', values: { completedOn: today, addedFloor: hundredths(builtFloor - demolishedFloor), newFar: hundredths(((facts.baseFloor ?? 0) + builtFloor - demolishedFloor) / (facts.area ?? 1)) },
    }],
  }),
  fill: action({
    name: { zh: '登记入驻', en: 'Enter occupancy' },
    help: { zh: '入驻率、新增和区内迁入取项目厂房单元的登记；没有单元的才填，新增和区内迁入分开写。', en: 'Occupancy, new arrivals and those moved within the district come from the units of the plan; where it has none they are typed, each apart.' },
    from: ['filling'],
    by: keepers,
    asks: { occupancy: 'computedIfAny', arrivals: 'computedIfAny', movedIn: 'computedIfAny' },
    extra: typedFilling,
    extraAsks: { typedOccupancy: 'may', typedArrivals: 'may', typedMovedIn: 'may', hasUnits: 'computed' },
    check: (_situation, input) => badFilling(input),
  }),
  accept: action({
    name: { zh: '竣工和指标验收', en: 'Accept' },
    from: ['filling'],
    to: 'accepted',
    by: [{ role: 'INDUSTRY' }],
    tone: 'primary',
    evidence: 1,
    stops: ['fill', 'rectify'],
    sets: ['acceptedOn', 'shortcomings'],
    when: notAcceptable,
    effects: ({ today }) => [{ do: 'set', values: { acceptedOn: today, shortcomings: null } }],
  }),
  rectify: action({
    name: { zh: '验收不合格，限期整改', en: 'Falls short: make good' },
    help: { zh: '写明哪几项不合格，一年内整改后再验收。', en: 'Say in what it falls short; it is made good within a year and accepted then.' },
    from: ['filling'],
    by: [{ role: 'INDUSTRY' }],
    reason: 10,
    asks: { shortcomings: 'must' },
    stops: ['fill'],
    starts: ['rectify'],
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
      const full = fullYear({ ...facts, results })?.year;
      return [{ do: 'set', values: { results, ...(full === undefined ? {} : { fullYear: full }) } }];
    },
  }),
  evaluate: action({
    name: { zh: '亩产倍增核定', en: 'Reckon the multiple' },
    from: ['accepted'],
    to: 'evaluated',
    by: [{ role: 'INDUSTRY' }],
    tone: 'primary',
    sets: ['afterYear', 'afterTaxPerMu', 'afterOutputPerMu', 'multiple', 'outputMultiple', 'isDoubled'],
    when: ({ matter: { facts } }) => (fullYear(facts) === undefined ? 'notFullYear' : undefined),
    effects: ({ matter: { facts } }) => [{ do: 'set', values: gainOf(facts) ?? {} }],
  }),
  evaluateLater: action({
    name: { zh: '第三年再评估', en: 'Compare the third year' },
    help: { zh: '验收后第三个完整年度再比一次，看成效稳不稳。', en: 'The third full year since acceptance against the same baseline: whether it lasts.' },
    from: ['evaluated'],
    by: [{ role: 'INDUSTRY' }],
    sets: ['laterYear', 'laterTaxPerMu', 'laterMultiple'],
    when: ({ matter: { facts } }) => (fullYear(facts, 3) === undefined ? 'notLaterYear' : undefined),
    effects: ({ matter: { facts } }) => [{ do: 'set', values: laterGainOf(facts) ?? {} }],
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
  reportMilestones: action({
    name: { zh: '报节点', en: 'Report milestones' },
    from: underWay,
    by: keepers,
    asks: { milestones: 'must' },
  }),
  suspend: action({
    name: { zh: '中止', en: 'Suspend' },
    from: ['planned', 'reviewed', 'contracted', 'vacated', 'building', 'filling'],
    to: 'suspended',
    by: [{ role: 'LEADER' }],
    reason: 10,
    starts: ['suspend'],
    stops: ['review', 'sign', 'vacate', 'build', 'fill', 'rectify'],
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
    help: { zh: '方案撤回，通知自然资源部门把土地列回盘活清单。', en: 'The plan is withdrawn, and natural resources are told to put its land back on the list.' },
    from: ['surveyed', 'diagnosed', 'planned', 'reviewed', 'contracted', 'suspended'],
    to: 'withdrawn',
    by: [{ role: 'LEADER' }],
    tone: 'danger',
    reason: 10,
    stops: ['survey', 'diagnose', 'review', 'sign', 'suspend'],
    follows: ['park.dropPlan'],
    effects: ({ matter: { facts } }) => [
      { do: 'tell', to: { role: 'NATURAL' }, text: { zh: `“${facts.name ?? ''}”已退出，请把项目土地列回盘活清单。`, en: `“${facts.name ?? ''}” is withdrawn; put its land back on the list of stock land.` } },
      ...(facts.approvedOn === undefined || facts.park === undefined ? [] : [{ do: 'follow', mechanism: 'park', id: facts.park, action: 'dropPlan', input: {} } as const]),
    ],
  }),
};
