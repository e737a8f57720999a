import { fact } from '#kernel/fact.ts';
import { addCounted, daysBetween, monthEnd } from '#kernel/calendar.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { supervisionFigures } from './figures.ts';
import { lights, supervisionRecord, type SupervisionRecord } from './record.ts';
import { badOverride, badReport, differsTooMuch, hearingRuns, isUnchanged, notReported, paymentRuns, shownLight, withMonth, type Light, type Situation } from './rules.ts';

type Effect = EffectOf<SupervisionRecord>;

const action = actionsOf(supervisionRecord);
const company = { role: 'ENTERPRISE', tie: 'involved' } as const;
const local = [{ role: 'TOWN', tie: 'lead' }, { role: 'ZONE', tie: 'lead' }] as const;
const secretariat = { role: 'SECRETARIAT' } as const;
const joint = { role: 'JOINT' } as const;
const leader = { role: 'LEADER' } as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const watched = ['watching', 'rectifying'] as const;
const month = { month: fact.month({ zh: '月份', en: 'Month' }) };

/** The contact of the enterprise owes this month's figures by the fifth of the next. */
function owesReport({ today, setting }: Situation, { contact, unit = '' }: { readonly contact?: string; readonly unit?: string }): Effect[] {
  const n = daysBetween(today, monthEnd(Number(today.slice(0, 4)), Number(today.slice(5, 7)))) + setting('reportDays');
  return contact === undefined ? [] : [{ do: 'owe', duty: 'report', unit, person: contact, budget: { n, unit: 'calendarDay' } }];
}

/** What a change of light sets off (projects.md §4): a plan, a halt to quotas and payments, the joint meeting. */
function turned({ matter }: Situation, light: Light): Effect[] {
  const { light: before, name = '', unit = '', project = '' } = matter.facts;
  const tellProject: Effect[] = [{ do: 'follow', mechanism: 'project', id: project, action: 'recordFulfilment', input: { fulfilIndex: matter.facts.index ?? 0, fulfilLight: light } }];
  if (before === light) return tellProject;
  const owes = matter.duties.some((duty) => duty.kind === 'plan' && duty.state === 'open');
  return [
    ...tellProject,
    ...(light === 'green' || owes ? [] : [{ do: 'owe', duty: 'plan', unit } satisfies Effect]),
    ...(light === 'red' && matter.stage === 'watching' ? [{ do: 'start', clock: 'decide' } satisfies Effect] : []),
    ...(before === 'red' ? [{ do: 'stop', clock: 'decide' } satisfies Effect] : []),
    { do: 'tell', to: { role: light === 'red' ? 'JOINT' : 'SECRETARIAT' }, text: { zh: `《${name}》由${before === undefined ? '无灯' : lights[before].zh}转为${lights[light].zh}。`, en: `“${name}” went from ${before === undefined ? 'no light' : lights[before].en} to ${lights[light].en}.` } },
  ];
}

/** Watching what was promised: reports, lights, the ladder, and money back (projects.md §4). */
export const supervision = mechanism(supervisionRecord, {
  figures: supervisionFigures,
  actions: {
    open: action({
      name: { zh: '纳入监管', en: 'Take under supervision' },
      from: 'new',
      to: 'watching',
      by: ['system'],
      hidden: true,
      asks: { name: 'must', project: 'must', unit: 'must', contact: 'may' },
      sets: ['phase'],
      effects: (situation, input) => [set({ phase: 'building' }), ...owesReport(situation, input)],
    }),
    report: action({
      name: { zh: '填报月度情况', en: 'Report a month' },
      help: { zh: '每月5日前报上月数，投资为开工以来累计。', en: 'By the 5th, for the month before; money is counted from the start.' },
      from: watched,
      by: [company, { role: 'STEWARD' }],
      tone: 'primary',
      extra: { ...month, invested: fact.money({ zh: '累计投资', en: 'Invested so far' }, { min: 0 }), output: fact.money({ zh: '本年产值', en: 'Output this year' }, { min: 0 }), jobs: fact.whole({ zh: '从业人数', en: 'Jobs' }, { min: 0, max: 50_000 }) },
      extraAsks: { month: 'must', invested: 'must', output: 'may', jobs: 'may' },
      evidence: 0,
      sets: ['months', 'lastMonth'],
      check: badReport,
      effects: (situation, { month: on, invested, output, jobs }) => {
        const { matter } = situation;
        return [set({
        months: [...(matter.facts.months ?? []), { month: on, invested, output, jobs }].toSorted((a, b) => ((a.month ?? '') < (b.month ?? '') ? -1 : 1)),
        lastMonth: (matter.facts.lastMonth ?? '') > on ? matter.facts.lastMonth : on,
        }), { do: 'discharge', duty: 'report' }, ...owesReport(situation, matter.facts)];
      },
    }),
    checkMonth: action({
      name: { zh: '属地核实', en: 'Check on the spot' },
      from: watched,
      by: local,
      extra: { ...month, checked: fact.money({ zh: '核实累计投资', en: 'Invested, as checked' }, { min: 0 }) },
      extraAsks: { month: 'must', checked: 'must' },
      evidence: 1,
      sets: ['months'],
      check: notReported,
      effects: ({ matter }, input) => [set({ months: withMonth(matter.facts.months, input.month, { checked: input.checked }) }), { do: 'discharge', duty: 'siteCheck' }],
    }),
    countMonth: action({
      name: { zh: '统计税务数据', en: 'Enter what statistics count' },
      help: { zh: '每月15日前取数；与企业填报相差10%以上的，10个工作日内现场核查。', en: 'By the 15th; a difference above ten per cent means a check on site in ten working days.' },
      from: watched,
      by: [{ role: 'STAT' }, { role: 'TAX' }],
      extra: { ...month, counted: fact.money({ zh: '统计累计投资', en: 'Invested, by statistics' }, { min: 0 }), tax: fact.money({ zh: '本年税收', en: 'Tax this year' }, { min: 0 }) },
      extraAsks: { month: 'must', counted: 'must', tax: 'may' },
      sets: ['months'],
      check: notReported,
      effects: ({ matter, setting }, input) => {
        const reported = matter.facts.months?.find((each) => each.month === input.month)?.invested;
        const isOff = differsTooMuch(reported, input.counted, setting('difference')) && !matter.duties.some((duty) => duty.kind === 'siteCheck' && duty.state === 'open');
        return [
          set({ months: withMonth(matter.facts.months, input.month, { counted: input.counted, ...(input.tax === undefined ? {} : { tax: input.tax }) }) }),
          ...(isOff ? [{ do: 'owe', duty: 'siteCheck', unit: matter.facts.unit ?? '' } satisfies Effect] : []),
        ];
      },
    }),
    startProduction: action({
      name: { zh: '转入投产后监管', en: 'Supervise production' },
      from: watched,
      by: [secretariat],
      evidence: 1,
      sets: ['phase'],
      effects: () => [set({ phase: 'producing' })],
    }),
    recompute: action({
      name: { zh: '夜间重算', en: 'Worked out at night' },
      from: ['watching', 'rectifying', 'recovering', 'heard', 'demanded', 'inCourt'],
      by: ['system', secretariat],
      asks: { index: 'computed', overdueDays: 'computed', computedLight: 'computed', explanation: 'computed', explanationEn: 'computed' },
      sets: ['light', 'override', 'overrideUntil'],
      follows: ['project.recordFulfilment'],
      check: isUnchanged,
      effects: (situation, input) => {
        const { matter, today } = situation;
        const light = shownLight(matter.facts, input.computedLight, today);
        const isOver = matter.facts.overrideUntil !== undefined && matter.facts.overrideUntil < today;
        const after = { ...situation, matter: { ...matter, facts: { ...matter.facts, index: input.index } } };
        return [set({ light, ...(isOver ? { override: null, overrideUntil: null } : {}) }), ...turned(after, light)];
      },
    }),
    setLight: action({
      name: { zh: '人工调整灯色', en: 'Set the light by hand' },
      help: { zh: '须区领导批准，写明理由和有效期，到期自动恢复。', en: 'By a district leader with a reason and an end; then the computed light speaks again.' },
      from: watched,
      by: [leader],
      reason: 10,
      asks: { override: 'must', overrideUntil: 'must' },
      sets: ['light'],
      follows: ['project.recordFulfilment'],
      check: (situation, input) => badOverride(situation, input.overrideUntil),
      effects: (situation, input) => [set({ light: input.override }), ...turned(situation, input.override)],
    }),
    handInPlan: action({
      name: { zh: '提交整改计划', en: 'Hand in the plan' },
      from: watched,
      by: [{ role: 'TOWN', tie: { duty: 'plan' } }, { role: 'ZONE', tie: { duty: 'plan' } }],
      tone: 'primary',
      asks: { plan: 'must' },
      effects: () => [{ do: 'discharge', duty: 'plan' }],
    }),
    decideJointly: action({
      name: { zh: '联席会议决定', en: 'Decision of the joint meeting' },
      help: { zh: '红灯项目20个工作日内研究：整改、核减用地、追回资金或者终止。', en: 'A red project within twenty working days: rectify, less land, money back, or the end.' },
      from: ['watching', 'rectifying'],
      to: ['rectifying', 'recovering', 'closed'],
      by: [joint],
      tone: 'primary',
      asks: { decision: 'must', minutesNo: 'must', claimAmount: 'may', claimBasis: 'may' },
      evidence: 1,
      sets: ['rectifyBy'],
      stops: ['decide', 'rectify'],
      when: ({ matter }) => (matter.facts.light === 'red' ? undefined : { refusal: 'notRed', detail: { light: matter.facts.light === undefined ? { zh: '还没有灯色', en: 'without a light' } : lights[matter.facts.light] } }),
      check: (_situation, input) => (input.decision === 'recover' && (input.claimAmount === undefined || input.claimBasis === undefined) ? { refusal: 'badInput', field: 'claimAmount' } : undefined),
      leads: (_situation, input) => (input.decision === 'recover' ? 'recovering' : input.decision === 'terminate' ? 'closed' : 'rectifying'),
      effects: ({ today, calendar, setting }, input) => {
        if (input.decision === 'recover') return [{ do: 'start', clock: 'hearing' }];
        if (input.decision === 'terminate') return [];
        return [set({ rectifyBy: addCounted(calendar, today, setting('rectify'), 'calendarDay') }), { do: 'start', clock: 'rectify' }];
      },
    }),
    endRectifying: action({
      name: { zh: '整改到位', en: 'Put right' },
      from: ['rectifying'],
      to: 'watching',
      by: [secretariat],
      evidence: 1,
      stops: ['rectify'],
      when: ({ matter }) => (matter.facts.light === 'green' || matter.facts.light === 'yellow' ? undefined : 'notYetGreen'),
    }),
    hear: action({
      name: { zh: '听取陈述申辩', en: 'Hear the enterprise' },
      from: ['recovering'],
      to: 'heard',
      by: [secretariat, { role: 'LEGAL' }],
      asks: { hearing: 'must' },
      evidence: 1,
      stops: ['hearing'],
    }),
    demand: action({
      name: { zh: '作出追回决定', en: 'Demand repayment' },
      from: ['recovering', 'heard'],
      to: 'demanded',
      by: [joint],
      asks: { decidedAmount: 'must' },
      evidence: 1,
      reason: 10,
      stops: ['hearing'],
      starts: ['payment'],
      sets: ['recovered'],
      when: hearingRuns,
      effects: () => [set({ recovered: 0 })],
    }),
    recordRepayment: action({
      name: { zh: '确认退还', en: 'Record a repayment' },
      from: ['demanded', 'inCourt'],
      to: ['demanded', 'inCourt', 'watching'],
      by: [{ role: 'FINANCE' }],
      evidence: 1,
      extra: { amount: fact.money({ zh: '退还金额', en: 'Amount' }, { min: 1 }) },
      extraAsks: { amount: 'must' },
      sets: ['recovered'],

      check: ({ matter }, input) => ((matter.facts.recovered ?? 0) + input.amount > (matter.facts.decidedAmount ?? 0) ? { refusal: 'overpaid', field: 'amount' } : undefined),
      leads: ({ matter }, input) => ((matter.facts.recovered ?? 0) + input.amount === matter.facts.decidedAmount ? 'watching' : (matter.stage as 'demanded' | 'inCourt')),
      effects: ({ matter }, input) => {
        const recovered = (matter.facts.recovered ?? 0) + input.amount;
        return [set({ recovered }), ...(recovered === matter.facts.decidedAmount ? [{ do: 'stop', clock: 'payment' } satisfies Effect] : [])];
      },
    }),
    goToCourt: action({
      name: { zh: '依法起诉', en: 'Go to court' },
      from: ['demanded'],
      to: 'inCourt',
      by: [{ role: 'LEGAL' }, joint],
      tone: 'danger',
      asks: { caseNo: 'must' },
      evidence: 1,
      stops: ['payment'],
      when: paymentRuns,
    }),
    close: action({
      name: { zh: '结束监管', en: 'Close' },
      from: ['watching', 'inCourt'],
      to: 'closed',
      by: [{ role: 'SECRETARIAT_HEAD' }],
      apartFrom: ['endRectifying'],
      reason: 10,
      evidence: 1,
      effects: () => [{ do: 'withdraw', duty: 'report' }],
    }),
  },
});
