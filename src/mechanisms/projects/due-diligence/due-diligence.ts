import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { conclude, riskLevel } from './indices.ts';
import { dueDiligenceFigures } from './figures.ts';
import { dueDiligenceRecord, type DueDiligenceRecord } from './record.ts';
import { apart, badOpinion, badParties, badVisits, conclusionName, indicesOf, notVisited, schemeOf, sixMonthsAfter, type Diligence, type Situation } from './rules.ts';
import { schemeOn } from './scheme.ts';

type Effect = EffectOf<DueDiligenceRecord>;

const action = actionsOf(dueDiligenceRecord);
const holding = (duty: string) => [{ role: 'INVEST', tie: { duty } }, { role: 'TOWN', tie: { duty } }, { role: 'ZONE', tie: { duty } }] as const;
const office = { role: 'SECRETARIAT' } as const;
const underWay = ['opened', 'collecting', 'drafted', 'compared', 'thirdParty', 'reconciled', 'returned', 'supplementing'] as const;
const agreed = ['ratings', 'proofs', 'worthRows'] as const;
const concluding = ['riskIndex', 'riskLevel', 'authenticity', 'worth', 'conclusion'] as const;

/** What follows from the ratings agreed. */
function concluded(situation: Situation, given: Required<Pick<Diligence, (typeof agreed)[number]>>, redLines: readonly string[]): Effect {
  const scheme = schemeOf(situation);
  const { risk, proven, valued } = indicesOf(scheme, { ratings: given.ratings, proofs: given.proofs, worth: given.worthRows });
  return { do: 'set', values: { riskIndex: risk, riskLevel: redLines.length > 0 ? 'high' : riskLevel(risk), authenticity: proven, worth: valued, conclusion: conclude(scheme, { risk, proven, valued, redLines: redLines.length }) } };
}

/** 协同尽调: two parties look at one project, and neither at the other’s paper. */
export const dueDiligence = mechanism(dueDiligenceRecord, {
  figures: dueDiligenceFigures,
  actions: {
    open: action({
      name: { zh: '开展尽调', en: 'Open due diligence' },
      help: { zh: '专业招商团队和落地镇街、功能区各出一方，两方来自不同单位，各自背靠背评定。', en: 'The investment team and the receiving town or area each send one; they come from two units and rate blind.' },
      from: 'new',
      to: 'opened',
      by: [{ role: 'INVEST' }],
      tone: 'primary',
      asks: { project: 'must', leadParty: 'must', leadPerson: 'must', secondParty: 'must', secondPerson: 'must', isOverseas: 'may' },
      numbers: [{ into: 'number', counter: 'dueDiligence', yearly: true, pattern: 'JD-{year}-{seq:4}' }],
      sets: ['name', 'declaredBy', 'schemeVersion', 'returns', 'supplements'],
      follows: ['project.beginDueDiligence'],
      check: (situation, input) => badParties(situation, input),
      effects: ({ matter, today, findMatter, setting }, input) => [
        { do: 'set', values: { name: `${String(findMatter(input.project)?.facts['name'] ?? '')}尽调`, declaredBy: 0, schemeVersion: schemeOn(today).version, returns: 0, supplements: 0 } },
        { do: 'start', clock: 'whole', ...(input.isOverseas === true ? { budget: { n: setting('overseasDays'), unit: 'workday' as const } } : {}) },
        { do: 'owe', duty: 'declare', unit: input.leadParty, person: input.leadPerson },
        { do: 'owe', duty: 'declare', unit: input.secondParty, person: input.secondPerson },
        { do: 'follow', mechanism: 'project', id: input.project, action: 'beginDueDiligence', input: { dueDiligence: matter.id } },
      ],
    }),
    declare: action({
      name: { zh: '签利益冲突声明', en: 'Sign the conflict statement' },
      help: { zh: '与投资方及其关联企业没有持股、任职、亲属等利益关系的，签署后开始核查。', en: 'Who has no share, office or relative with the investor or its affiliates signs and begins.' },
      from: ['opened'],
      to: ['opened', 'collecting'],
      by: holding('declare'),
      tone: 'primary',
      extra: { noConflict: fact.flag({ zh: '与投资方没有利益冲突', en: 'No conflict of interest' }) },
      extraAsks: { noConflict: 'must' },
      sets: ['declaredBy'],
      check: (_situation, { noConflict }) => (noConflict ? undefined : { refusal: 'conflicted', field: 'noConflict' }),
      leads: ({ matter }) => ((matter.facts.declaredBy ?? 0) >= 1 ? 'collecting' : 'opened'),
      effects: ({ matter, actor }) => {
        const { declaredBy = 0, leadParty = '', leadPerson = '', secondParty = '', secondPerson = '' } = matter.facts;
        return [
          { do: 'set', values: { declaredBy: declaredBy + 1 } },
          { do: 'discharge', duty: 'declare', unit: actor.kind === 'post' && actor.personId === leadPerson ? leadParty : secondParty },
          ...(declaredBy >= 1
            ? ([{ do: 'owe', duty: 'leadOpinion', unit: leadParty, person: leadPerson }, { do: 'owe', duty: 'secondOpinion', unit: secondParty, person: secondPerson }] satisfies Effect[])
            : []),
        ];
      },
    }),
    reassign: action({
      name: { zh: '改派第二方', en: 'Reassign the second party' },
      help: { zh: '有利益冲突或者不能履职的，改派后重新签声明。', en: 'After a conflict of interest; the statements are signed anew.' },
      from: ['opened'],
      by: [{ role: 'INVEST' }],
      reason: 5,
      asks: { secondParty: 'must', secondPerson: 'must' },
      sets: ['declaredBy'],
      check: (situation, input) => {
        const { leadParty = '', leadPerson = '' } = situation.matter.facts;
        if (leadParty === input.secondParty) return { refusal: 'sameUnit', field: 'secondParty' };
        return leadPerson === input.secondPerson ? { refusal: 'samePersonTwice', field: 'secondPerson' } : undefined;
      },
      effects: ({ matter }, input) => [
        { do: 'set', values: { declaredBy: 0 } },
        { do: 'withdraw', duty: 'declare' },
        { do: 'owe', duty: 'declare', unit: matter.facts.leadParty ?? '', person: matter.facts.leadPerson ?? '' },
        { do: 'owe', duty: 'declare', unit: input.secondParty, person: input.secondPerson },
      ],
    }),
    recordVisit: action({
      name: { zh: '登记实地查看', en: 'Record site visits' },
      help: { zh: '不少于2人；境外投资方可以视频加第三方。', en: 'At least two people; abroad by video with a third party.' },
      from: ['collecting', 'drafted'],
      by: [...holding('leadOpinion'), ...holding('secondOpinion')],
      tone: 'primary',
      asks: { visits: 'must', visitPhotos: 'may' },
      check: (situation, input) => badVisits(situation, { ...situation.matter.facts, ...input }),
    }),
    giveLeadOpinion: action({
      name: { zh: '提交主尽调意见', en: 'Give the first opinion' },
      help: { zh: '六个维度18项逐项评定，七项关键声明写核实程度，七项指标对标杆。第二方提交之前，除您以外谁也看不到。', en: 'Rate eighteen items of six dimensions, seven claims and seven measures. Nobody but you reads it until the second opinion is in.' },
      from: ['collecting'],
      to: 'drafted',
      by: holding('leadOpinion'),
      tone: 'primary',
      evidence: 0,
      asks: { leadRatings: 'must', leadProofs: 'must', leadWorth: 'must', leadRedLines: 'may', leadReport: 'must' },
      sets: ['leadRisk', 'leadAuthenticity', 'leadWorthIndex'],
      when: notVisited,
      check: (_situation, input) => badOpinion({ ratings: input.leadRatings, proofs: input.leadProofs, worth: input.leadWorth }, { ratings: 'leadRatings', proofs: 'leadProofs', worth: 'leadWorth' }),
      effects: (situation, input) => {
        const { risk, proven, valued } = indicesOf(schemeOf(situation), { ratings: input.leadRatings, proofs: input.leadProofs, worth: input.leadWorth });
        const { leadParty = '', leadPerson = '' } = situation.matter.facts;
        return [
          { do: 'set', values: { leadRisk: risk, leadAuthenticity: proven, leadWorthIndex: valued } },
          { do: 'discharge', duty: 'leadOpinion' },
          { do: 'owe', duty: 'reconcile', unit: leadParty, person: leadPerson },
        ];
      },
    }),
    giveSecondOpinion: action({
      name: { zh: '提交第二意见', en: 'Give the second opinion' },
      help: { zh: '背靠背评定：提交之前看不到主尽调意见。两方相差超过15分的，先委托第三方。', en: 'Blind: the first opinion is read after yours is in. A difference above fifteen points goes to a third party first.' },
      from: ['drafted'],
      to: 'compared',
      by: holding('secondOpinion'),
      tone: 'primary',
      apartFrom: ['giveLeadOpinion'],
      evidence: 0,
      asks: { secondRatings: 'must', secondProofs: 'must', secondWorth: 'must', secondRedLines: 'may', secondReport: 'must' },
      sets: ['secondRisk', 'secondAuthenticity', 'secondWorthIndex', 'disagreement'],
      check: (_situation, input) => badOpinion({ ratings: input.secondRatings, proofs: input.secondProofs, worth: input.secondWorth }, { ratings: 'secondRatings', proofs: 'secondProofs', worth: 'secondWorth' }),
      effects: (situation, input) => {
        const given = indicesOf(schemeOf(situation), { ratings: input.secondRatings, proofs: input.secondProofs, worth: input.secondWorth });
        return [
          { do: 'set', values: { secondRisk: given.risk, secondAuthenticity: given.proven, secondWorthIndex: given.valued, disagreement: apart(situation.matter.facts, given) } },
          { do: 'discharge', duty: 'secondOpinion' },
        ];
      },
    }),
    engageThirdParty: action({
      name: { zh: '委托第三方', en: 'Engage a third party' },
      help: { zh: '两方相差超过15分的，委托律师或者会计师事务所。', en: 'Where the opinions differ by more than fifteen points: a law or accounting firm.' },
      from: ['compared'],
      to: 'thirdParty',
      by: [{ role: 'INVEST' }, office],
      asks: { thirdParty: 'must' },
      when: ({ matter, ...situation }) => {
        const { disagreement: points = 0 } = matter.facts;
        const most = schemeOf({ matter, ...situation }).disagreement;
        return points > most ? undefined : { refusal: 'notApart', detail: { points, most } };
      },
    }),
    recordThirdOpinion: action({
      name: { zh: '登记第三方意见', en: 'Record the third opinion' },
      from: ['thirdParty'],
      to: 'compared',
      by: [{ role: 'INVEST' }, office],
      tone: 'primary',
      evidence: 1,
      asks: { thirdOpinion: 'must' },
    }),
    reconcile: action({
      name: { zh: '会商一致', en: 'Reconcile' },
      help: { zh: '两方对照后形成一致评定，指数和结论由平台计算。', en: 'Both look at both and agree; indices and conclusion follow by computation.' },
      from: ['compared', 'returned'],
      to: 'reconciled',
      by: holding('reconcile'),
      tone: 'primary',
      asks: { ratings: 'must', proofs: 'must', worthRows: 'must', redLines: 'may', report: 'must' },
      sets: concluding,
      when: ({ matter, ...situation }) => {
        const { disagreement: points = 0, thirdOpinion } = matter.facts;
        const most = schemeOf({ matter, ...situation }).disagreement;
        return points > most && thirdOpinion === undefined ? { refusal: 'tooFarApart', detail: { points, most } } : undefined;
      },
      check: (_situation, input) => badOpinion({ ratings: input.ratings, proofs: input.proofs, worth: input.worthRows }, { ratings: 'ratings', proofs: 'proofs', worth: 'worthRows' }),
      effects: (situation, input) => [concluded(situation, input, input.redLines ?? [])],
    }),
    submit: action({
      name: { zh: '报送评审办', en: 'Submit' },
      help: { zh: '报送时与既有尽调报告比对，相似度超过80%的提示评审办核查。', en: 'It is compared with earlier reports; more than eighty per cent alike is pointed out to the review office.' },
      from: ['reconciled'],
      to: 'submitted',
      by: holding('reconcile'),
      tone: 'primary',
      asks: { similarity: 'computed', similarTo: 'computed' },
      stops: ['whole', 'correction'],
      sets: ['isAlike'],
      effects: ({ setting }, { similarity }) => [
        { do: 'set', values: { isAlike: similarity > setting('likeness') } },
        { do: 'tell', to: { role: 'SECRETARIAT' }, text: similarity > setting('likeness') ? { zh: '收到尽调报告，文字与既有报告雷同，请核查。', en: 'A report has come whose text is like an earlier one. Please look into it.' } : { zh: '收到尽调报告，请审核。', en: 'A report of due diligence has come. Please look at it.' } },
      ],
    }),
    accept: action({
      name: { zh: '通过尽调', en: 'Accept' },
      help: { zh: '结论为“提交评审”的，项目进入评审；有效期六个月。', en: 'With the conclusion “to the review” the project goes on; it holds for six months.' },
      from: ['submitted'],
      to: 'accepted',
      by: [office, { role: 'SECRETARIAT_HEAD' }],
      tone: 'primary',
      apartFrom: ['reconcile', 'submit'],
      sets: ['concludedOn', 'validUntil'],
      follows: ['project.passDueDiligence'],
      when: ({ matter }) => (matter.facts.conclusion === 'toReview' ? undefined : { refusal: 'notForReview', detail: { conclusion: conclusionName(matter.facts.conclusion) } }),
      effects: ({ matter, today }) => {
        const { project, riskIndex = 0, authenticity = 0, worth = 0 } = matter.facts;
        return [
          { do: 'set', values: { concludedOn: today, validUntil: sixMonthsAfter(today) } },
          { do: 'discharge', duty: 'reconcile' },
          { do: 'follow', mechanism: 'project', ...(project === undefined ? {} : { id: project }), action: 'passDueDiligence', input: { dueDiligence: matter.id, riskIndex, authenticity, worth } },
        ];
      },
    }),
    askSupplement: action({
      name: { zh: '要求补充一次', en: 'Ask for a supplement' },
      help: { zh: '结论为“补充一次”的，10个工作日内补充佐证，只补一次。', en: 'With the conclusion “supplement once”: ten working days for more proof, once only.' },
      from: ['submitted'],
      to: 'supplementing',
      by: [office],
      reason: 5,
      starts: ['correction'],
      sets: ['supplements'],
      when: ({ matter }) => (matter.facts.conclusion === 'supplement' && (matter.facts.supplements ?? 0) === 0 ? undefined : 'notForSupplement'),
      effects: ({ matter }) => [{ do: 'set', values: { supplements: (matter.facts.supplements ?? 0) + 1 } }],
    }),
    supplement: action({
      name: { zh: '补充佐证', en: 'Supplement' },
      from: ['supplementing'],
      to: 'reconciled',
      by: holding('reconcile'),
      tone: 'primary',
      evidence: 1,
      asks: { proofs: 'must', ratings: 'may' },
      sets: concluding,
      check: ({ matter }, input) =>
        badOpinion({ ratings: input.ratings ?? matter.facts.ratings ?? [], proofs: input.proofs, worth: matter.facts.worthRows ?? [] }, { ratings: 'ratings', proofs: 'proofs', worth: 'proofs' }),
      effects: (situation, input) => {
        const { facts } = situation.matter;
        return [concluded(situation, { ratings: input.ratings ?? facts.ratings ?? [], proofs: input.proofs, worthRows: facts.worthRows ?? [] }, facts.redLines ?? [])];
      },
    }),
    sendBack: action({
      name: { zh: '退回修改', en: 'Return' },
      help: { zh: '最多退回2次，每次10个工作日。', en: 'Twice at most, ten working days each.' },
      from: ['submitted'],
      to: 'returned',
      by: [office],
      reason: 10,
      starts: ['correction'],
      sets: ['returns'],
      when: ({ matter, setting }) => ((matter.facts.returns ?? 0) >= setting('returnsMost') ? { refusal: 'returnedTwice', detail: { times: setting('returnsMost') } } : undefined),
      effects: ({ matter }) => [{ do: 'set', values: { returns: (matter.facts.returns ?? 0) + 1 } }],
    }),
    reject: action({
      name: { zh: '不予推荐', en: 'Do not recommend' },
      help: { zh: '触碰红线、含金量不足或者补充后仍不达标的，项目退回。', en: 'A red line, too little worth, or still short after the supplement: the project is returned.' },
      from: ['submitted'],
      to: 'rejected',
      by: [office, { role: 'SECRETARIAT_HEAD' }],
      tone: 'danger',
      reason: 10,
      sets: ['concludedOn'],
      follows: ['project.failDueDiligence'],
      when: ({ matter }) => (matter.facts.conclusion === 'toReview' ? 'favourable' : undefined),
      effects: ({ matter, today }, { reason = '' }) => {
        const { project, riskIndex, authenticity, worth } = matter.facts;
        return [
          { do: 'set', values: { concludedOn: today } },
          { do: 'discharge', duty: 'reconcile' },
          { do: 'follow', mechanism: 'project', ...(project === undefined ? {} : { id: project }), action: 'failDueDiligence', input: { dueDiligence: matter.id, words: reason, riskIndex, authenticity, worth } },
        ];
      },
    }),
    drop: action({
      name: { zh: '撤销尽调', en: 'Drop' },
      help: { zh: '投资方退出等不再尽调的，项目退回。', en: 'Where the investor withdraws; the project is returned.' },
      from: underWay,
      to: 'dropped',
      by: [{ role: 'INVEST' }],
      tone: 'danger',
      reason: 10,
      stops: ['whole', 'correction'],
      follows: ['project.failDueDiligence'],
      effects: ({ matter }, { reason = '' }) => [
        ...(['declare', 'leadOpinion', 'secondOpinion', 'reconcile'] as const).map((duty): Effect => ({ do: 'withdraw', duty })),
        { do: 'follow', mechanism: 'project', ...(matter.facts.project === undefined ? {} : { id: matter.facts.project }), action: 'failDueDiligence', input: { dueDiligence: matter.id, words: reason } },
      ],
    }),
  },
});
