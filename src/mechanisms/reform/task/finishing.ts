import { action, group, leadHead, light, nextReports, noReports, nothingOwed, office, officeHead, set, tellUnit, type Effect } from './moves.ts';
import { lightSets } from './light.ts';
import { badChecks, badClaim, type Situation } from './rules.ts';
import { openStages } from './stages.ts';

/** A cancelled task carries out no clause from above any longer. */
function released({ matter }: Situation): readonly Effect[] {
  return (matter.facts.upperTasks ?? []).flatMap((id): Effect[] => [{ do: 'unlink', type: 'answers', id }, { do: 'follow', mechanism: 'upperTask', id, action: 'loseTask', input: { task: matter.id } }]);
}

/** What is not done goes back to work; the times are counted. */
function sentBack(situation: Situation): readonly Effect[] {
  const { matter } = situation;
  const returnCount = (matter.facts.returnCount ?? 0) + 1;
  const { day, effects } = nextReports(situation, situation.today);
  const change = { returnCount, reportDueOn: day };
  return [
    set({ ...change, claimedOn: null, claimedInTime: null, groupOpinion: null, completionType: null }),
    { do: 'withdraw', duty: 'opinion' },
    ...effects,
    light(situation, 'running', change),
    ...tellUnit(matter.facts.leadUnit, `办结申请被退回（第${returnCount}次），请按理由补办后重报。`, `What was claimed done is returned (time ${returnCount}); see the reason.`),
  ];
}

/** Done is claimed, agreed by the group, verified by the office, closed by its director; or the year ends first. */
export const finishingActions = {
  claimDone: action({
    name: { zh: '申请办结', en: 'Claim done' },
    help: { zh: '附办结报告和成果佐证：文件、指标、验收材料。长期任务选“阶段性完成”。', en: 'With the report and proof of the outcome. Standing tasks are done for this phase.' },
    from: ['running'],
    to: 'doneClaimed',
    by: [leadHead],
    tone: 'primary',
    evidence: 1,
    asks: { completionType: 'must', result: 'must', resultNumber: 'may' },
    sets: ['claimedOn', 'claimedInTime', ...lightSets],
    starts: ['verify'],
    check: (situation, { completionType }) => badClaim(situation, completionType),
    effects: (situation) => {
      const { matter, today } = situation;
      return [
        set({ claimedOn: today, claimedInTime: matter.facts.dueOn === undefined || today <= matter.facts.dueOn }),
        ...noReports,
        ...(matter.facts.group === undefined ? [] : [{ do: 'owe', duty: 'opinion', unit: matter.facts.group } satisfies Effect]),
        light(situation, 'doneClaimed'),
      ];
    },
  }),
  opine: action({
    name: { zh: '同意办结', en: 'Agree that it is done' },
    from: ['doneClaimed'],
    to: 'groupAgreed',
    by: [group],
    tone: 'primary',
    asks: { groupOpinion: 'must' },
    effects: () => [{ do: 'discharge', duty: 'opinion' }],
  }),
  returnWork: action({
    name: { zh: '退回补办', en: 'Return' },
    from: ['doneClaimed', 'groupAgreed', 'verified'],
    to: 'running',
    by: [group, office, officeHead],
    reason: 10,
    sets: ['returnCount', 'claimedOn', 'claimedInTime', 'groupOpinion', 'completionType', 'reportDueOn', ...lightSets],
    stops: ['verify', 'close'],
    effects: sentBack,
  }),
  verify: action({
    name: { zh: '逐项核验', en: 'Verify' },
    help: { zh: '对照目标要求逐项核对并写明依据；核验人不能是销号人。', en: 'Against the target, item by item, each with its basis.' },
    from: ['groupAgreed'],
    to: 'verified',
    by: [office],
    tone: 'primary',
    evidence: 0,
    asks: { checks: 'must' },
    stops: ['verify'],
    starts: ['close'],
    sets: lightSets,
    check: (situation, { checks }) => badChecks(situation, checks),
    effects: (situation) => [light(situation, 'verified')],
  }),
  close: action({
    name: { zh: '销号', en: 'Close' },
    from: ['verified'],
    to: 'closed',
    by: [officeHead],
    tone: 'primary',
    apartFrom: ['verify'],
    numbers: [{ into: 'closeNo', counter: 'taskClosing', yearly: true }],
    stops: ['close'],
    sets: ['closedOn', ...lightSets],
    effects: (situation) => [set({ closedOn: situation.today }), ...nothingOwed, light(situation, 'closed'), ...tellUnit(situation.matter.facts.leadUnit, '任务已销号。', 'The task is closed.')],
  }),
  cancel: action({
    name: { zh: '取消任务', en: 'Cancel' },
    help: { zh: '取消的任务另行统计，仍计入要点印发时的项数。', en: 'Counted apart, and still one of those that were issued.' },
    from: ['assigned', 'planned', 'running', 'suspended'],
    to: 'cancelled',
    by: [officeHead],
    tone: 'danger',
    reason: 10,
    needs: [{ name: { zh: '区领导批准取消', en: 'a leader’s approval to cancel' }, holds: { fact: 'stopApproved', in: ['cancel'] }, from: 'approveStop' }],
    sets: ['upperTasks', ...lightSets],
    follows: ['upperTask.loseTask'],
    effects: (situation) => [...nothingOwed, ...released(situation), set({ upperTasks: null }), light(situation, 'cancelled')],
  }),
  cancelByRevision: action({
    name: { zh: '随要点修订取消', en: 'Cancelled by a revision' },
    from: ['assigned', 'planSubmitted', 'planSigned', 'planned', 'running', 'adjustApplied', 'suspended'],
    to: 'cancelled',
    by: ['system'],
    hidden: true,
    stops: ['adjust'],
    sets: ['upperTasks', ...lightSets],
    follows: ['upperTask.loseTask'],
    effects: (situation) => [...nothingOwed, ...released(situation), set({ upperTasks: null }), light(situation, 'cancelled')],
  }),
  carryOver: action({
    name: { zh: '结转下年', en: 'Carry over' },
    help: { zh: '年末没有完成的转入下一年，另编一项、与本项相连；本项按未完成计。', en: 'What the year leaves undone becomes a task of the next, tied to this one, which counts as not completed.' },
    from: openStages,
    to: 'carriedOver',
    by: [office],
    reason: 10,
    stops: ['adjust', 'verify', 'close'],
    sets: ['carriedOverOn', 'completionType', ...lightSets],
    follows: ['task.carryIn'],
    when: ({ matter, today }) => (today >= `${matter.facts.year ?? 9999}-12-31` ? undefined : { refusal: 'yearNotOver', detail: { year: matter.facts.year ?? '' } }),
    effects: (situation) => {
      const { matter, today } = situation;
      const { year = 0, category = '', title = '', target, sourceLevel, leader, field, group: special, leadUnit: lead = '', coUnits, dueKind, outcomeKind, isKey, sameMatter } = matter.facts;
      const kept = { category, title, target, sourceLevel, leader, field, group: special, leadUnit: lead, coUnits, outcomeKind, isKey, sameMatter };
      return [
        set({ carriedOverOn: today, completionType: 'none' }),
        ...nothingOwed,
        light(situation, 'carriedOver'),
        { do: 'follow', mechanism: 'task', action: 'carryIn', input: { ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)), year: year + 1, carriedFrom: matter.id, dueText: dueKind === 'standing' ? '长期' : `${year + 1}年底前` } },
      ];
    },
  }),
  recordCheck: action({
    name: { zh: '登记年度检查', en: 'Record the yearly check' },
    help: { zh: '长期任务每年年底检查一次；漏查才会亮灯。', en: 'Standing tasks are checked once a year; only a missed check shows.' },
    from: ['running', 'planned'],
    by: [office],
    evidence: 1,
    reason: 10,
    sets: ['yearCheckOn', ...lightSets],
    when: ({ matter }) => (matter.facts.dueKind === 'standing' ? undefined : 'notStanding'),
    effects: (situation) => {
      const yearCheckOn = `${Number((situation.matter.facts.yearCheckOn ?? situation.today).slice(0, 4)) + 1}-12-31`;
      return [set({ yearCheckOn }), light(situation, situation.matter.stage, { yearCheckOn })];
    },
  }),
};
