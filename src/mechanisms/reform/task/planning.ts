import { action, group, leadHead, leadUnit, light, nextReports, office, oweUntil, set, tellUnit, type Effect } from './moves.ts';
import { planOwed } from './drafting.ts';
import { lightSets } from './light.ts';
import { badPlan, beginningOf, cannotBegin, type Situation } from './rules.ts';

const planning = { plan: 'must', milestones: 'must', coWork: 'may', outcomeKind: 'must', contactName: 'must', contactPhone: 'may' } as const;

/** Each co-unit owes its part until its own day. */
function partsOwed(situation: Situation): readonly Effect[] {
  const { coUnits = [], coWork = [], dueOn, year } = situation.matter.facts;
  return coUnits.map((unit) => oweUntil(situation, 'coWork', unit, coWork.find((each) => each.unit === unit)?.dueOn ?? dueOn ?? `${year ?? situation.today.slice(0, 4)}-12-31`));
}

/** From an assigned task to one that runs: the plan is handed in, signed by the head of the unit, accepted by the special group. */
export const planningActions = {
  submitPlan: action({
    name: { zh: '报送实施方案', en: 'Hand in the plan' },
    help: { zh: '写清措施、里程碑（权重合计100）、成果形式、联系人，每个责任单位各写一行分工，并附方案文件。', en: 'Measures, milestones whose weights make 100, the outcome, a contact, one line for each co-unit, and the plan as a file.' },
    from: ['assigned'],
    to: 'planSubmitted',
    by: [leadUnit],
    tone: 'primary',
    evidence: 1,
    asks: planning,
    sets: ['beginsOn'],
    check: badPlan,
    effects: (situation, { milestones }) => [set({ beginsOn: beginningOf(milestones, situation.today) })],
  }),
  signPlan: action({
    name: { zh: '签字背书', en: 'Sign the plan' },
    from: ['planSubmitted'],
    to: 'planSigned',
    by: [leadHead],
    tone: 'primary',
    effects: ({ matter }) => tellUnit(matter.facts.group, '有任务的实施方案待审。', 'A plan waits to be accepted.'),
  }),
  sendPlanBack: action({
    name: { zh: '退回修改方案', en: 'Send the plan back' },
    from: ['planSubmitted'],
    to: 'assigned',
    by: [leadHead],
    reason: 10,
  }),
  acceptPlan: action({
    name: { zh: '审定方案', en: 'Accept the plan' },
    help: { zh: '审定后方案锁定，各责任单位的分工各自起算时限。', en: 'The plan is fixed then, and each co-unit’s part begins to run.' },
    from: ['planSigned'],
    to: 'planned',
    by: [group, office],
    tone: 'primary',
    sets: lightSets,
    effects: (situation) => [{ do: 'discharge', duty: 'plan' }, ...partsOwed(situation), light(situation, 'planned')],
  }),
  returnPlan: action({
    name: { zh: '退回方案', en: 'Return the plan' },
    help: { zh: '只能退回一次，牵头单位5个工作日内重报。', en: 'Once only; it comes again within five working days.' },
    from: ['planSigned'],
    to: 'assigned',
    by: [group, office],
    reason: 10,
    sets: ['planReturns', 'planDueOn'],
    when: ({ matter }) => ((matter.facts.planReturns ?? 0) > 0 ? 'returnedOnce' : undefined),
    effects: (situation) => [set({ planReturns: 1 }), { do: 'withdraw', duty: 'plan' }, ...planOwed(situation, situation.matter.facts.leadUnit ?? '', 'planAgain')],
  }),
  begin: action({
    name: { zh: '开工推进', en: 'Begin' },
    help: { zh: '第一个里程碑开始那天由平台自动办理。', en: 'Done by the platform on the day the first milestone begins.' },
    from: ['planned'],
    to: 'running',
    by: ['system', leadUnit],
    sets: ['reportDueOn', ...lightSets],
    when: cannotBegin,
    effects: (situation) => {
      const { day, effects } = nextReports(situation, situation.today);
      return [set({ reportDueOn: day }), ...effects, light(situation, 'running', { reportDueOn: day })];
    },
  }),
};
