import { actionsOf } from '#kernel/mechanism.ts';
import { fact } from '#kernel/fact.ts';
import { carriers, moveSets, reach, receivers, stageClocks, type Effect } from './moves.ts';
import { projectRecord } from './record.ts';
import { badAgreement, isDiligenceValid, type Situation } from './rules.ts';

const action = actionsOf(projectRecord);

/** What was signed is watched from now on: one obligation for each promise, one supervision for the project (projects.md §4). */
function underSupervision({ matter }: Situation): readonly Effect[] {
  const { name, town, promises = [], contactPerson: contact } = matter.facts;
  const whose = { project: matter.id, unit: town, ...(contact === undefined ? {} : { contact }) };
  return [
    ...promises.map(({ code, kind, name: words, target, measure, dueOn, tolerance, consequence, clause }, place) => ({
      do: 'follow', mechanism: 'obligation', action: 'promise', input: { ...whose, name: words, source: 'agreement', code: code ?? String(place + 1), kind, target, measure, dueOn, tolerance, consequence, clause },
    }) satisfies Effect),
    { do: 'follow', mechanism: 'supervision', action: 'open', input: { ...whose, name } },
  ];
}

/** From a decision to the land: agreement, company, land. */
export const signingActions = {
  submitAgreement: action({
    name: { zh: '提交协议', en: 'Hand in the agreement' },
    help: { zh: '上传签字盖章的协议。正式协议写明投资、时间、用地、指标和违约条款，承诺逐条填写，签约后各成一条监管事项。', en: 'Attach the signed agreement. Each promise of a formal agreement becomes an obligation once it is signed.' },
    from: ['decided'],
    by: [{ role: 'INVEST' }, ...receivers, { role: 'STEWARD' }],
    tone: 'primary',
    asks: { agreementKind: 'must', agreementNo: 'must', agreement: 'must', agreedInvestment: 'must', fairReviewNo: 'may', promises: 'may', contactPerson: 'may', contactUnit: 'may' },
    sets: ['agreementHash'],
    check: (situation, input) => badAgreement(situation, input),
    effects: (_situation, { agreement }) => [{ do: 'set', values: { agreementHash: agreement[0]?.hash } }],
  }),
  sign: action({
    name: { zh: '核准签约', en: 'Confirm the signing' },
    help: { zh: '只有正式协议算签约，由提交人以外的人核准。', en: 'Only a formal agreement counts, confirmed by somebody other than who handed it in.' },
    from: ['decided'],
    to: 'signed',
    by: [{ role: 'LEADER' }, { role: 'TOP' }, { role: 'ZONE', tie: 'lead' }],
    tone: 'primary',
    apartFrom: ['submitAgreement'],
    stops: stageClocks,
    sets: moveSets,
    when: ({ matter }) => (matter.facts.agreementKind === 'framework' ? 'frameworkAgreement' : undefined),
    needs: [
      { name: { zh: '正式协议文件（留存哈希）', en: 'the formal agreement, kept by its hash' }, holds: { fact: 'agreementHash', present: true }, from: 'submitAgreement' },
      { name: { zh: '公平竞争审查号', en: 'the fair-competition review number' }, holds: { fact: 'fairReviewNo', present: true }, from: 'submitAgreement' },
      { name: { zh: '不少于3条协议承诺', en: 'at least three promises' }, holds: ({ matter, setting }) => (matter.facts.promises ?? []).length >= setting('promisesLeast'), from: 'submitAgreement' },
      // What was decided before the platform went through the gates of its day.
      { name: { zh: '有效的尽调', en: 'due diligence that still holds' }, holds: isDiligenceValid, only: { not: { fact: 'stockStage', in: ['decided'] } }, from: 'passDueDiligence' },
    ],
    follows: ['obligation.promise', 'supervision.open'],
    effects: (situation) => {
      const { contactPerson, contactUnit } = situation.matter.facts;
      return [...reach(situation, 'signed'), ...underSupervision(situation), ...(contactPerson !== undefined && contactUnit !== undefined ? [{ do: 'owe', duty: 'registerCompany', unit: contactUnit, person: contactPerson } as const] : [])];
    },
  }),
  register: action({
    name: { zh: '登记项目公司', en: 'Register the company' },
    help: { zh: '项目公司取得营业执照、首笔资金到账后，由项目单位或者专员登记，附执照和银行回单。', en: 'With licence and bank slip, once the company exists and its first capital is in.' },
    from: ['signed'],
    to: 'registered',
    by: carriers,
    tone: 'primary',
    evidence: 2,
    asks: { company: 'must', firstCapital: 'must', firstCapitalOn: 'must' },
    stops: stageClocks,
    sets: moveSets,
    check: (situation, { company, firstCapitalOn }) => {
      if (firstCapitalOn > situation.today) return { refusal: 'dayLater', field: 'firstCapitalOn' };
      const held = situation.findMatter(company);
      return held !== undefined && held.stage !== 'listed' ? { refusal: 'enterpriseGone', field: 'company' } : undefined;
    },
    effects: (situation) => [...reach(situation, 'registered'), { do: 'discharge', duty: 'registerCompany' }],
  }),
  submitLand: action({
    name: { zh: '提交用地合同', en: 'Hand in the land contract' },
    from: ['registered'],
    by: [...carriers, ...receivers],
    tone: 'primary',
    evidence: 1,
    asks: { landMode: 'must', landContractNo: 'must', parcelNo: 'may' },
  }),
  land: action({
    name: { zh: '核准落地', en: 'Confirm the land' },
    help: { zh: '标准地由用地承诺自动登记，租赁、购买厂房的在这里核准。', en: 'Standard land comes by its commitment; leases and plants are confirmed here.' },
    from: ['registered'],
    to: 'landed',
    by: [{ role: 'NATURAL' }],
    tone: 'primary',
    apartFrom: ['submitLand'],
    stops: stageClocks,
    sets: moveSets,
    needs: [{ name: { zh: '土地、租赁或者厂房合同号', en: 'the contract for land, lease or plant' }, holds: { fact: 'landContractNo', present: true }, from: 'submitLand' }],
    effects: (situation) => reach(situation, 'landed'),
  }),
  recordLand: action({
    name: { zh: '登记用地承诺', en: 'Record the land commitment' },
    from: ['registered', 'landed', 'permitted', 'started', 'building'],
    to: ['landed', 'permitted', 'started', 'building'],
    by: ['system'],
    hidden: true,
    extra: {
      landCommitment: fact.matter({ zh: '用地承诺', en: 'Land commitment' }, 'landCommitment'), parcel: fact.matter({ zh: '宗地', en: 'Parcel' }, 'parcel'),
      on: fact.day({ zh: '日期', en: 'On' }), isBenchmark: fact.flag({ zh: '对标拿地', en: 'Benchmarked' }),
    },
    extraAsks: { landCommitment: 'must', parcel: 'must', on: 'must', isBenchmark: 'may' },
    stops: stageClocks,
    sets: [...moveSets, 'benchmarkLandOn', 'landMode'],
    leads: ({ matter }) => (matter.stage === 'registered' ? 'landed' : (matter.stage as 'landed')),
    effects: (situation, { on, isBenchmark }) => [
      ...(situation.matter.stage === 'registered' ? reach(situation, 'landed') : []),
      { do: 'set', values: { landMode: 'standard', ...(isBenchmark ? { benchmarkLandOn: on } : {}) } },
    ],
  }),
};
