import { fact } from '#kernel/fact.ts';
import { actionsOf } from '#kernel/mechanism.ts';
import { fallBack, finders, moveSets, reach, stageClocks } from './moves.ts';
import { projectRecord } from './record.ts';
import { badProject, goneEnterprise, halfYearAfter, isChangedSinceDiligence, isDiligenceValid, isReviewValid, notReviewed, placeOf, type Project } from './rules.ts';
import { between } from './stages.ts';

const action = actionsOf(projectRecord);
const office = { role: 'SECRETARIAT' } as const;

/** What may be said of a project from its first day on. */
export const basics = {
  source: 'may', visitRecord: 'may', summary: 'may', process: 'may', investor: 'may', kind: 'may', industry: 'may', chain: 'may', isMarine: 'may', nature: 'may', capitalSource: 'may', totalInvestment: 'may',
  fixedInvestment: 'may', equipment: 'may', plan: 'may', land: 'may', landKind: 'may', landMode: 'may', taxPerMu: 'may', output: 'may', tax: 'may', jobs: 'may', energy: 'may', electricity: 'may', rangeReason: 'may',
  plannedStartOn: 'may', plannedCompleteOn: 'may', plannedProduceOn: 'may', plannedCapacityOn: 'may', site: 'may', place: 'may', nationalCode: 'may',
} as const;

/** From a lead to a decision: the first two gates. */
export const findingActions = {
  fileLead: action({
    name: { zh: '登记线索', en: 'File a lead' },
    help: { zh: '有联系、有来源就登记。登记后页面会列出同代码、同选址、同投资方的项目，避免一个项目报两次。', en: 'File it once there is a contact and a source. The page then lists projects with the same code, site or investor.' },
    from: 'new',
    to: 'lead',
    by: [{ role: 'INVEST' }, { role: 'TOWN' }, { role: 'ZONE' }],
    tone: 'primary',
    asks: { name: 'must', town: 'must', ...basics, source: 'must', visitRecord: 'must', level: 'may' },
    numbers: [{ into: 'number', counter: 'project', yearly: true, pattern: 'XM-{year}-{seq:4}' }],
    sets: moveSets,
    check: (situation, input) => goneEnterprise(situation, input) ?? badProject(input),
    effects: (situation) => reach(situation, 'lead'),
  }),
  amend: action({
    name: { zh: '更新信息', en: 'Amend' },
    help: { zh: '换投资方、换工艺、总投资变动超过20%、用地变动超过10%的，原尽调失效，要重新尽调。', en: 'Another investor or process, 20 % more or less money, 10 % more or less land: due diligence has to be done again.' },
    from: [...between('lead', 'atCapacity'), 'onHold', 'returned'],
    by: [...finders, office, { role: 'SECRETARIAT_HEAD' }, { role: 'STEWARD' }],
    asks: { name: 'may', town: 'may', ...basics },
    check: (situation, input) => goneEnterprise(situation, input) ?? badProject({ ...situation.matter.facts, ...input }),
    effects: ({ matter }, input) =>
      placeOf(matter.stage) >= placeOf('review') && placeOf(matter.stage) <= placeOf('decided') && isChangedSinceDiligence({ ...matter.facts, ...input } as Project) && !isChangedSinceDiligence(matter.facts)
        ? [{ do: 'tell', to: { role: 'SECRETARIAT' }, text: { zh: '项目情况变动超出尽调范围，原尽调失效，需要重新尽调。', en: 'The project has changed beyond what was investigated; due diligence has to be done again.' } }]
        : [],
  }),
  grade: action({
    name: { zh: '定级派专员', en: 'Set level and steward' },
    from: [...between('lead', 'atCapacity')],
    by: [{ role: 'SECRETARIAT_HEAD' }, { role: 'LEADER' }],
    asks: { level: 'must', steward: 'may' },
  }),
  propose: action({
    name: { zh: '转入策划', en: 'Take into planning' },
    help: { zh: '投资方明确、收到项目建议书后办理。', en: 'Once the investor is named and a proposal has come.' },
    from: ['lead'],
    to: 'planning',
    by: finders,
    tone: 'primary',
    evidence: 1,
    asks: { investor: 'must', kind: 'must', totalInvestment: 'must', ...omit(basics, 'investor', 'kind', 'totalInvestment') },
    stops: stageClocks,
    sets: moveSets,
    check: (situation, input) => goneEnterprise(situation, input) ?? badProject({ ...situation.matter.facts, ...input }),
    effects: (situation) => reach(situation, 'planning'),
  }),
  beginDueDiligence: action({
    name: { zh: '启动尽调', en: 'Begin due diligence' },
    from: ['planning', 'review', 'decided', 'returned'],
    to: 'dueDiligence',
    by: ['system'],
    hidden: true,
    extra: { dueDiligence: fact.matter({ zh: '尽调', en: 'Due diligence' }, 'dueDiligence') },
    extraAsks: { dueDiligence: 'must' },
    stops: stageClocks,
    sets: [...moveSets, 'heldFrom'],
    // From further on it is a move back: what was reached by the old investigation counts no more.
    effects: (situation) => [...(placeOf(situation.matter.stage) > placeOf('dueDiligence') ? fallBack(situation, 'planning', '项目情况变动，重新尽调。').filter((effect) => effect.do !== 'start') : []), ...again(situation)],
  }),
  passDueDiligence: action({
    name: { zh: '尽调通过', en: 'Due diligence passed' },
    from: ['dueDiligence'],
    to: 'review',
    by: ['system'],
    hidden: true,
    asks: { riskIndex: 'must', authenticity: 'must', worth: 'must' },
    extra: { dueDiligence: fact.matter({ zh: '尽调', en: 'Due diligence' }, 'dueDiligence') },
    extraAsks: { dueDiligence: 'must' },
    stops: stageClocks,
    sets: [...moveSets, 'diligenceValidUntil', 'diligenceInvestor', 'diligenceInvestment', 'diligenceLand', 'diligenceProcess', 'reviewResult', 'reviewScore', 'reviewedOn', 'reviewValidUntil', 'decisionAskedOn'],
    effects: (situation) => {
      const { investor, totalInvestment, land, process } = situation.matter.facts;
      return [
        ...reach(situation, 'review'),
        { do: 'set', values: { diligenceValidUntil: halfYearAfter(situation.today), diligenceInvestor: investor ?? null, diligenceInvestment: totalInvestment ?? null, diligenceLand: land ?? null, diligenceProcess: process ?? null } },
        { do: 'set', values: { reviewResult: null, reviewScore: null, reviewedOn: null, reviewValidUntil: null, decisionAskedOn: null } },
        { do: 'tell', to: { role: 'SECRETARIAT' }, text: { zh: '尽调通过，请组织集中评审。', en: 'Due diligence is passed. Please convene a review.' } },
      ];
    },
  }),
  failDueDiligence: action({
    name: { zh: '尽调不予推荐', en: 'Due diligence not passed' },
    from: ['dueDiligence'],
    to: 'returned',
    by: ['system'],
    hidden: true,
    asks: { riskIndex: 'may', authenticity: 'may', worth: 'may' },
    extra: { dueDiligence: fact.matter({ zh: '尽调', en: 'Due diligence' }, 'dueDiligence'), words: fact.longText({ zh: '说明', en: 'Why' }, { max: 2000 }) },
    extraAsks: { dueDiligence: 'must', words: 'must' },
    stops: stageClocks,
    sets: ['heldFrom'],
    effects: () => [{ do: 'set', values: { heldFrom: 'planning' } }, { do: 'tell', to: { role: 'INVEST' }, text: { zh: '尽调结论为不予推荐，项目退回。', en: 'Due diligence does not recommend the project; it is returned.' } }],
  }),
  concludeReview: action({
    name: { zh: '评审结论', en: 'Conclude the review' },
    from: ['review'],
    to: ['review', 'returned'],
    by: ['system'],
    hidden: true,
    extra: { reviewMeeting: fact.matter({ zh: '评审会', en: 'Review meeting' }, 'reviewMeeting'), result: projectRecord.facts.reviewResult, score: fact.decimal({ zh: '得分', en: 'Score' }, { min: 0, max: 100 }) },
    extraAsks: { reviewMeeting: 'must', result: 'must', score: 'may' },
    sets: ['reviewResult', 'reviewScore', 'reviewedOn', 'reviewValidUntil', 'heldFrom'],
    stops: ['review'],
    leads: (_situation, { result }) => (result === 'refused' ? 'returned' : 'review'),
    effects: ({ today }, { result, score }) => [
      { do: 'set', values: { reviewResult: result, ...(score === undefined ? {} : { reviewScore: score }), reviewedOn: today, reviewValidUntil: halfYearAfter(today) } },
      ...(result === 'refused' ? [{ do: 'set', values: { heldFrom: 'review' } } as const] : [{ do: 'tell', to: { role: 'SECRETARIAT' }, text: { zh: '评审已有结论，请提请决策。', en: 'The review is concluded. Please ask for a decision.' } } as const]),
    ],
  }),
  askDecision: action({
    name: { zh: '提请决策', en: 'Ask for a decision' },
    from: ['review'],
    by: [office],
    tone: 'primary',
    starts: ['decision'],
    stops: ['review'],
    sets: ['decisionAskedOn'],
    when: notReviewed,
    needs: [
      { name: { zh: '有效期内的评审结论', en: 'a review that still holds' }, holds: isReviewValid, from: 'concludeReview' },
      { name: { zh: '有效的尽调', en: 'due diligence that still holds' }, holds: isDiligenceValid, from: 'passDueDiligence' },
    ],
    effects: ({ today }) => [{ do: 'set', values: { decisionAskedOn: today } }, { do: 'tell', to: { role: 'LEADER' }, text: { zh: '有项目通过评审，提请决策。', en: 'A project has passed its review and asks for a decision.' } }],
  }),
  decide: action({
    name: { zh: '决策同意', en: 'Decide in favour' },
    help: { zh: '依据区委区政府会议或者项目联席会议纪要办理。', en: 'By the minutes of the leadership or of the joint meeting.' },
    from: ['review'],
    to: 'decided',
    by: [{ role: 'LEADER' }, { role: 'TOP' }, { role: 'JOINT' }],
    tone: 'primary',
    apartFrom: ['askDecision'],
    asks: { minutesNo: 'must' },
    stops: stageClocks,
    sets: moveSets,
    needs: [
      { name: { zh: '评审办提请决策', en: 'the review office’s request' }, holds: { fact: 'decisionAskedOn', present: true }, from: 'askDecision' },
      { name: { zh: '有效期内的评审结论', en: 'a review that still holds' }, holds: isReviewValid, from: 'concludeReview' },
      { name: { zh: '有效的尽调', en: 'due diligence that still holds' }, holds: isDiligenceValid, from: 'passDueDiligence' },
    ],
    effects: (situation) => reach(situation, 'decided'),
  }),
};

/** Due diligence is done once more: the stage is reached anew, and nothing is returned any longer. */
function again(situation: Parameters<typeof reach>[0]) {
  const { matter } = situation;
  const from = placeOf(matter.stage) > placeOf('dueDiligence') ? fallBackHistory(situation) : matter;
  return [...reach({ ...situation, matter: from }, 'dueDiligence'), { do: 'set', values: { heldFrom: null } } as const];
}

function fallBackHistory(situation: Parameters<typeof reach>[0]): typeof situation.matter {
  const set = fallBack(situation, 'planning', '项目情况变动，重新尽调。').find((effect) => effect.do === 'set');
  const stageHistory = set?.do === 'set' ? set.values.stageHistory : undefined;
  return stageHistory ? { ...situation.matter, facts: { ...situation.matter.facts, stageHistory } } : situation.matter;
}

function omit<T extends object, K extends keyof T>(all: T, ...names: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name as K))) as Omit<T, K>;
}
