import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { valuesOf, type IndicatorRow } from '../indicators.ts';
import { landCommitmentFigures } from './figures.ts';
import { landCommitmentRecord, rungs, type LandCommitmentRecord } from './record.ts';
import { badAmendment, badDay, badDraft, badRung, badSupplement, bondFree, isLocked, merged, signedBy, type Situation } from './rules.ts';

type Effect = EffectOf<LandCommitmentRecord>;
type Party = 'government' | 'enterprise';

const action = actionsOf(landCommitmentRecord);
const natural = { role: 'NATURAL' } as const;
const zone = { role: 'ZONE', tie: 'lead' } as const;
const town = { role: 'TOWN', tie: 'lead' } as const;
const company = { role: 'ENTERPRISE', tie: 'involved' } as const;
const leader = { role: 'LEADER' } as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const terms = { values: 'must', bond: 'may', startDue: 'must', completeDue: 'must', capacityDue: 'must' } as const;
const inForce = ['signed', 'defaulted'] as const;

/** The second signature brings the commitment into force: parcel and project are told in the same transaction. */
function sign({ matter, actor, today }: Situation, party: Party): Effect[] {
  const signatures = [...(matter.facts.signatures ?? []), { party, post: actor.kind === 'post' ? actor.postName : '', on: today }];
  const signed: Effect[] = party === 'enterprise' ? [{ do: 'discharge', duty: 'sign' }] : [];
  if (matter.stage === 'drafted') return [set({ signatures }), ...signed];
  const { parcel = '', project = '' } = matter.facts;
  return [
    set({ signatures, signedOn: today, version: 1 }),
    ...signed,
    { do: 'start', clock: 'payment' },
    { do: 'start', clock: 'permits' },
    { do: 'follow', mechanism: 'parcel', id: parcel, action: 'recordCommitment', input: { commitment: matter.id } },
    { do: 'follow', mechanism: 'project', id: project, action: 'recordLand', input: { landCommitment: matter.id, parcel, on: today, isBenchmark: (matter.facts.standard ?? []).length > 0 } },
  ];
}

const signing = {
  from: ['drafted', 'halfSigned'],
  to: ['halfSigned', 'signed'],
  tone: 'primary',
  evidence: 1,
  sets: ['signatures', 'signedOn', 'version'],
  follows: ['parcel.recordCommitment', 'project.recordLand'],
  leads: ({ matter }: Situation) => (matter.stage === 'drafted' ? 'halfSigned' : 'signed'),
} as const;

/** Two documents signed together, locked by their hash; afterwards only numbered supplements (projects.md §6.2–6.6). */
export const landCommitment = mechanism(landCommitmentRecord, {
  figures: landCommitmentFigures,
  actions: {
    draft: action({
      name: { zh: '拟定承诺', en: 'Draft a commitment' },
      help: { zh: '出让合同和履约监管协议一并签订，承诺每项不低于公告指标。', en: 'Contract and agreement are signed together; nothing promised falls below the standard of the notice.' },
      from: 'new',
      to: 'drafted',
      by: [natural],
      tone: 'primary',
      asks: { name: 'must', parcel: 'must', project: 'must', enterprise: 'must', unit: 'must', contact: 'must', ...terms },
      sets: ['standard', 'area', 'price', 'bondReleased'],
      check: badDraft,
      effects: ({ findMatter }, input) => {
        const facts = findMatter(input.parcel)?.facts ?? {};
        return [set({ standard: facts['standard'] as readonly IndicatorRow[], area: facts['area'] as number, price: facts['price'] as number, bondReleased: 0 }), { do: 'owe', duty: 'sign', unit: input.unit, person: input.contact }];
      },
    }),
    amend: action({
      name: { zh: '修改承诺', en: 'Change the draft' },
      from: ['drafted', 'halfSigned', 'signed', 'defaulted', 'fulfilled'],
      by: [natural],
      asks: terms,
      when: isLocked,
      check: badAmendment,
    }),
    signForGovernment: action({
      ...signing,
      name: { zh: '出让监管方签署', en: 'Sign for the government' },
      by: [natural],
      asks: { contractNo: 'must', agreementNo: 'must', lockHash: 'computed' },
      when: signedBy('government'),
      effects: (situation) => sign(situation, 'government'),
    }),
    signForEnterprise: action({
      ...signing,
      name: { zh: '企业签署', en: 'Sign for the enterprise' },
      by: [company],
      asks: { lockHash: 'computed' },
      when: signedBy('enterprise'),
      effects: (situation) => sign(situation, 'enterprise'),
    }),
    discard: action({
      name: { zh: '作废', en: 'Discard' },
      from: ['drafted', 'halfSigned'],
      to: 'terminated',
      by: [natural],
      tone: 'danger',
      reason: 10,
    }),
    proposeSupplement: action({
      name: { zh: '提出补充协议', en: 'Propose a supplement' },
      help: { zh: '只能调整约定日期未到的指标，调整后仍不低于公告指标。', en: 'Only indicators whose day has not come, and none below the standard.' },
      from: inForce,
      by: [zone, town, company],
      asks: { pendingNo: 'must', pendingValues: 'must', pendingGrounds: 'must' },
      when: ({ matter }) => (matter.facts.pendingNo === undefined ? undefined : 'pendingOpen'),
      check: (situation, input) => badSupplement(situation, input.pendingValues),
      effects: () => [{ do: 'tell', to: { role: 'LEADER' }, text: { zh: '有一份标准地补充协议待批准。', en: 'A supplementary land agreement waits for approval.' } }],
    }),
    approveSupplement: action({
      name: { zh: '批准补充协议', en: 'Approve the supplement' },
      help: { zh: '与原协议同级批准，附双方签署的补充协议；每个版本都保留。', en: 'Approved at the level of the original, with the signed paper; every version is kept.' },
      from: inForce,
      by: [leader],
      apartFrom: ['proposeSupplement'],
      tone: 'primary',
      evidence: 1,
      asks: { lockHash: 'computed' },
      sets: ['values', 'version', 'versions', 'pendingNo', 'pendingValues', 'pendingGrounds'],
      when: (situation) => (situation.matter.facts.pendingNo === undefined ? 'noPending' : badSupplement(situation, situation.matter.facts.pendingValues ?? [])),
      effects: ({ matter, today }) => {
        const { values, pendingValues, pendingNo, version = 1, versions = [] } = matter.facts;
        const held = valuesOf(values);
        const changes = [...valuesOf(pendingValues)].filter(([indicator, after]) => held.get(indicator) !== after);
        const lines = changes.map(([indicator, after]) => ({ version: version + 1, agreementNo: pendingNo, indicator, before: held.get(indicator), after, on: today }));
        return [set({ values: merged(values, pendingValues) as IndicatorRow[], version: version + 1, versions: [...versions, ...lines], pendingNo: null, pendingValues: null, pendingGrounds: null })];
      },
    }),
    rejectSupplement: action({
      name: { zh: '不予批准', en: 'Reject the supplement' },
      from: inForce,
      by: [leader],
      reason: 10,
      sets: ['pendingNo', 'pendingValues', 'pendingGrounds'],
      when: ({ matter }) => (matter.facts.pendingNo === undefined ? 'noPending' : undefined),
      effects: () => [set({ pendingNo: null, pendingValues: null, pendingGrounds: null })],
    }),
    recordPayment: action({
      name: { zh: '确认付清价款', en: 'Record the payment' },
      from: inForce,
      by: [{ role: 'FINANCE' }, natural],
      asks: { paidOn: 'must' },
      evidence: 1,
      stops: ['payment'],
      check: (situation, input) => badDay(situation, 'paidOn', input.paidOn),
    }),
    issuePermits: action({
      name: { zh: '四证齐发', en: 'Issue the permits' },
      from: inForce,
      by: [{ role: 'APPROVAL' }, natural],
      asks: { permitsOn: 'must' },
      evidence: 1,
      stops: ['permits'],
      needs: [{ name: { zh: '价款付清', en: 'the price paid' }, holds: { fact: 'paidOn', present: true }, from: 'recordPayment' }],
      check: (situation, input) => badDay(situation, 'permitsOn', input.permitsOn),
    }),
    handOver: action({
      name: { zh: '交地', en: 'Hand the land over' },
      from: inForce,
      by: [natural],
      asks: { handoverOn: 'must' },
      evidence: 1,
      needs: [{ name: { zh: '价款付清', en: 'the price paid' }, holds: { fact: 'paidOn', present: true }, from: 'recordPayment' }],
      check: (situation, input) => badDay(situation, 'handoverOn', input.handoverOn),
      effects: (_situation, input) => [{ do: 'start', clock: 'start', on: input.handoverOn }, { do: 'start', clock: 'completion', on: input.handoverOn }],
    }),
    recordStart: action({
      name: { zh: '确认开工', en: 'Record the start' },
      from: inForce,
      by: [zone, town],
      asks: { startedOn: 'must' },
      evidence: 1,
      stops: ['start'],
      needs: [
        { name: { zh: '交地', en: 'the handover' }, holds: { fact: 'handoverOn', present: true }, from: 'handOver' },
        { name: { zh: '施工许可', en: 'the permits' }, holds: { fact: 'permitsOn', present: true }, from: 'issuePermits' },
      ],
      check: (situation, input) => badDay(situation, 'startedOn', input.startedOn),
    }),
    recordCompletion: action({
      name: { zh: '确认竣工', en: 'Record the completion' },
      from: inForce,
      by: [{ role: 'APPROVAL' }, natural],
      asks: { completedOn: 'must' },
      evidence: 1,
      stops: ['completion'],
      starts: ['capacity'],
      needs: [
        { name: { zh: '开工', en: 'the start' }, holds: { fact: 'startedOn', present: true }, from: 'recordStart' },
        { name: { zh: '竣工核查通过', en: 'the check at completion' }, holds: ({ matter }) => matter.facts.lastConclusion === 'passed', from: 'complianceCheck.conclude' },
      ],
      check: (situation, input) => badDay(situation, 'completedOn', input.completedOn),
    }),
    creditDelay: action({
      name: { zh: '核减政府原因延误', en: 'Credit a delay of the government' },
      help: { zh: '未按时交地、配套未到位、不可抗力，凭证明顺延在走的时限。', en: 'Land or utilities late, force majeure: running clocks are extended with proof.' },
      from: inForce,
      by: [natural],
      apartFrom: ['proposeSupplement'],
      evidence: 1,
      reason: 10,
      extra: { days: fact.whole({ zh: '顺延天数', en: 'Days' }, { min: 1, max: 730 }) },
      extraAsks: { days: 'must' },
      effects: ({ matter }, input) => (['start', 'completion', 'capacity'] as const)
        .filter((clock) => matter.clocks[clock] !== undefined && matter.clocks[clock].stoppedOn === undefined)
        .map((clock) => ({ do: 'extend', clock, by: { n: input.days, unit: 'calendarDay' }, reason: input.reason ?? '' })),
    }),
    releaseBond: action({
      name: { zh: '退还保证金', en: 'Return the bond' },
      from: ['signed', 'fulfilled'],
      by: [{ role: 'FINANCE' }],
      evidence: 1,
      sets: ['bondReleased'],
      when: (situation) => (bondFree(situation) > (situation.matter.facts.bondReleased ?? 0) ? undefined : 'bondNotYet'),
      effects: (situation) => [set({ bondReleased: bondFree(situation) })],
    }),
    recordCheck: action({
      name: { zh: '核查结论', en: 'Conclusion of a check' },
      from: inForce,
      to: ['signed', 'defaulted', 'fulfilled'],
      by: ['system'],
      hidden: true,
      asks: { lastCheck: 'must', lastConclusion: 'must' },
      extra: { isCapacity: fact.flag({ zh: '达产复核', en: 'Capacity review' }) },
      extraAsks: { isCapacity: 'must' },
      follows: ['parcel.recordCapacity'],
      leads: ({ matter }, input) => (input.isCapacity && input.lastConclusion === 'passed' ? 'fulfilled' : (matter.stage as 'signed' | 'defaulted')),
      effects: ({ matter }, input) => (input.isCapacity && input.lastConclusion === 'passed'
        ? [{ do: 'stop', clock: 'capacity' }, { do: 'follow', mechanism: 'parcel', id: matter.facts.parcel ?? '', action: 'recordCapacity', input: {} }]
        : []),
    }),
    escalate: action({
      name: { zh: '违约处置升级', en: 'Climb the ladder' },
      help: { zh: '整改、违约金、停止优惠、信用记录、回购收回、禁止新增用地，逐级进行。', en: 'Rectify, damages, policies, credit, taking back, barring: rung by rung.' },
      from: inForce,
      to: 'defaulted',
      by: [natural, { role: 'JOINT' }],
      tone: 'danger',
      asks: { rung: 'must' },
      reason: 10,
      evidence: 1,
      check: (situation, input) => badRung(situation, input.rung),
      effects: ({ matter }, input) => [{ do: 'tell', to: { unit: matter.facts.unit ?? '' }, text: { zh: `《${matter.facts.name ?? ''}》违约处置：${rungs[input.rung].zh}。`, en: `“${matter.facts.name ?? ''}” in default: ${rungs[input.rung].en}.` } }],
    }),
    restore: action({
      name: { zh: '整改到位', en: 'Put right' },
      from: ['defaulted'],
      to: 'signed',
      by: [natural],
      apartFrom: ['escalate'],
      evidence: 1,
      reason: 10,
      sets: ['rung'],
      effects: () => [set({ rung: null })],
    }),
    terminate: action({
      name: { zh: '解除协议', en: 'Terminate' },
      from: ['defaulted'],
      to: 'terminated',
      by: [leader],
      tone: 'danger',
      evidence: 1,
      reason: 10,
      stops: ['payment', 'permits', 'start', 'completion', 'capacity'],
      when: ({ matter }) => (matter.facts.rung === 'buyBack' || matter.facts.rung === 'barred' ? undefined : { refusal: 'rungSkipped', detail: { rung: rungs.buyBack } }),
    }),
  },
});
