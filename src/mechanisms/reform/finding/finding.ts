import { daysBetween } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { worse } from '../inspection-words.ts';
import { stalePhoto } from '../photos.ts';
import { findingFigures } from './figures.ts';
import { findingRecord, outcomes, type FindingRecord } from './record.ts';
import { badCheck, badExtension, badPlan, forbiddenReason, mayNotAgree, mayNotExtend, ownUnit, type Situation } from './rules.ts';

type Effect = EffectOf<FindingRecord>;

const action = actionsOf(findingRecord);
const head = { role: 'UNIT_HEAD', tie: 'lead' } as const;
const liaison = { role: 'UNIT', tie: 'lead' } as const;
const leader = { role: 'LEADER' } as const;
const office = { role: 'OFFICE' } as const;
const officeHead = { role: 'OFFICE_HEAD' } as const;
const groups = [{ role: 'GROUP_HEAD' }, { role: 'GROUP' }] as const;
const inspectors = [{ role: 'INSPECTOR' }, { role: 'INSPECT_LEAD' }] as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const writer = ({ actor }: Situation): string | undefined => (actor.kind === 'post' ? actor.personId : undefined);
const tellUnit = ({ matter }: Situation, zh: string, en: string): Effect => ({ do: 'tell', to: { unit: matter.facts.unit ?? '' }, text: { zh: `${matter.facts.code ?? ''}：${zh}`, en: `${matter.facts.code ?? ''}: ${en}` } });
/** The task of the points, if the finding is of one, shows red for what is late or false (reform.md §11.4). */
const tellsTask = ({ matter }: Situation, input: Readonly<Record<string, boolean>>): Effect[] => (matter.facts.task === undefined ? [] : [{ do: 'follow', mechanism: 'task', id: matter.facts.task, action: 'noteInspection', input }]);
const underWay = ['planFiled', 'rectifying', 'claimed', 'groupAgreed', 'siteVerified'] as const;
const checkFacts = ['claimedOn', 'headSignedBy', 'groupOpinion', 'checkedOn', 'checkers', 'checkWay', 'checkRecord', 'answersGoal'] as const;
const unchecked = set(Object.fromEntries(checkFacts.map((name) => [name, null])));

/** Ordered, planned, rectified, checked three times, struck off, looked at again (reform.md §11.6). */
export const finding = mechanism(findingRecord, {
  figures: findingFigures,
  actions: {
    order: action({
      name: { zh: '随整改通知书下达', en: 'Ordered by the notice' },
      from: 'new',
      to: 'ordered',
      by: ['system'],
      hidden: true,
      asks: { code: 'must', description: 'must', round: 'must', sheet: 'must', notice: 'must', headKind: 'must', grade: 'must', mode: 'must', field: 'may', task: 'may', unit: 'must' },
      extra: { planDays: fact.whole({ zh: '报方案工作日', en: 'Working days to file the plan' }, { min: 1 }) },
      extraAsks: { planDays: 'must' },
      sets: ['orderedOn', 'returnCount', 'isRebounded'],
      effects: ({ today }, { planDays }) => [set({ orderedOn: today, returnCount: 0, isRebounded: false }), { do: 'start', clock: 'plan', budget: { n: planDays, unit: 'workday' } }],
    }),
    filePlan: action({
      name: { zh: '报送整改方案', en: 'File the plan' },
      help: { zh: '一个问题一套目标、措施、责任人、时限，由单位主要负责人签报；A级问题写明牵头区领导。', en: 'One goal, measures, people and a day for each finding, signed by the head of the unit; grade A names a district leader.' },
      from: ['ordered', 'reopened'],
      to: 'planFiled',
      by: [head],
      tone: 'primary',
      evidence: 0,
      asks: { personName: 'must', leader: 'may', goal: 'must', measures: 'must', dueOn: 'must', monthly: 'may' },
      stops: ['plan'],
      starts: ['agreePlan'],
      sets: ['firstDueOn'],
      check: (situation, input) => badPlan(situation, { ...situation.matter.facts, ...input }),
      effects: (_situation, { dueOn }) => [set({ firstDueOn: dueOn })],
    }),
    agreePlan: action({
      name: { zh: '审定方案', en: 'Agree to the plan' },
      from: ['planFiled'],
      to: 'rectifying',
      by: [office, leader],
      tone: 'primary',
      stops: ['agreePlan'],
      when: mayNotAgree,
      effects: ({ matter, today }) => [{ do: 'start', clock: 'rectify', budget: { n: Math.max(0, daysBetween(today, matter.facts.dueOn ?? today)), unit: 'calendarDay' } }],
    }),
    returnPlan: action({
      name: { zh: '退回方案', en: 'Return the plan' },
      from: ['planFiled'],
      to: 'ordered',
      by: [office, leader],
      reason: 10,
      stops: ['agreePlan'],
      starts: ['plan'],
      sets: ['returnCount'],
      effects: (situation) => [set({ returnCount: (situation.matter.facts.returnCount ?? 0) + 1 }), tellUnit(situation, '整改方案退回，请修改后再报。', 'the plan is returned. Please revise it.')],
    }),
    report: action({
      name: { zh: '填报进展', en: 'Report progress' },
      help: { zh: '报过的进展不能改，只能再报。', en: 'What was reported is not changed; report again.' },
      from: ['rectifying'],
      by: [liaison, head],
      evidence: 0,
      extra: { words: fact.text({ zh: '进展', en: 'What was done' }, { min: 5, max: 500 }) },
      extraAsks: { words: 'must' },
      sets: ['progress'],
      effects: ({ matter, today }, { words }) => [set({ progress: [...(matter.facts.progress ?? []), { on: today, words }] })],
    }),
    noteOverdue: action({
      name: { zh: '夜间登记逾期', en: 'Noted as overdue at night' },
      from: underWay,
      by: ['system'],
      hidden: true,
      sets: ['isOverdue'],
      follows: ['task.noteInspection'],
      when: ({ matter, today }) => (matter.facts.isOverdue !== true && matter.facts.dueOn !== undefined && matter.facts.dueOn < today ? undefined : 'notOverdue'),
      effects: (situation) => [set({ isOverdue: true }), ...tellsTask(situation, { isRectificationLate: true }), tellUnit(situation, '整改已逾期，请抓紧。', 'rectification is overdue.')],
    }),
    askExtension: action({
      name: { zh: '申请延期', en: 'Ask for an extension' },
      from: ['rectifying'],
      by: [head],
      reason: 10,
      when: mayNotExtend,
      effects: ({ matter }) => [{ do: 'tell', to: { role: 'LEADER' }, text: { zh: `${matter.facts.code ?? ''}申请延期，请审批。`, en: `${matter.facts.code ?? ''} asks for an extension.` } }],
    }),
    extend: action({
      name: { zh: '批准延期', en: 'Extend' },
      help: { zh: '到期之前、只延一次、不超过原时限的一半，由区领导批准。', en: 'Before the day, once, at most half of the first time, by a district leader.' },
      from: ['rectifying'],
      by: [leader],
      reason: 10,
      extra: { until: fact.day({ zh: '延期至', en: 'Until' }) },
      extraAsks: { until: 'must' },
      sets: ['dueOn', 'isExtended'],
      when: mayNotExtend,
      check: (situation, { until }) => badExtension(situation, until),
      effects: (situation, { until, reason = '' }) => [
        { do: 'extend', clock: 'rectify', by: { n: daysBetween(situation.matter.facts.dueOn ?? until, until), unit: 'calendarDay' }, reason },
        set({ dueOn: until, isExtended: true }),
        tellUnit(situation, `整改时限延至${until}。`, `the day is now ${until}.`),
      ],
    }),
    claim: action({
      name: { zh: '自评完成', en: 'Claim it is done' },
      help: { zh: '由单位主要负责人签字，佐证要能证明目标达到，而不是做了哪些工作。', en: 'Signed by the head of the unit; the evidence proves the goal, not the work.' },
      from: ['rectifying'],
      to: 'claimed',
      by: [head],
      tone: 'primary',
      evidence: 1,
      freshPhotos: true,
      asks: { result: 'must' },
      starts: ['groupOpinion'],
      sets: ['claimedOn', 'headSignedBy', 'proofs'],
      check: ({ matter, today }, { result, evidence = [] }) => forbiddenReason(result, 'result') ?? stalePhoto(evidence, matter.facts.orderedOn ?? today),
      effects: (situation, { evidence = [] }) => [set({ claimedOn: situation.today, headSignedBy: writer(situation), proofs: [...(situation.matter.facts.proofs ?? []), ...evidence.map(({ name }) => ({ name: name.slice(0, 200), on: situation.today }))] })],
    }),
    agreeGroup: action({
      name: { zh: '小组审核同意', en: 'Agree for the group' },
      from: ['claimed'],
      to: 'groupAgreed',
      by: groups,
      tone: 'primary',
      apartFrom: ['claim'],
      asks: { groupOpinion: 'must' },
      stops: ['groupOpinion'],
      starts: ['siteCheck'],
      check: (_situation, input) => forbiddenReason(input.groupOpinion, 'groupOpinion'),
    }),
    verifySite: action({
      name: { zh: '核验通过', en: 'Verify' },
      help: { zh: '不少于2人；A级、B级现场核验，C级可以书面核验。佐证只说明过程的，退回。', en: 'Two at least; A and B on site, C may be on paper. Evidence of the process alone is returned.' },
      from: ['groupAgreed'],
      to: 'siteVerified',
      by: inspectors,
      tone: 'primary',
      apartFrom: ['claim', 'agreeGroup'],
      evidence: 1,
      freshPhotos: true,
      asks: { checkedOn: 'must', checkWay: 'must', checkRecord: 'must', answersGoal: 'must' },
      extra: { with: fact.rows({ zh: '另一核验人员', en: 'Together with' }, { person: fact.person({ zh: '姓名', en: 'Name' }) }, { max: 5 }) },
      extraAsks: { with: 'must' },
      stops: ['siteCheck'],
      sets: ['checkers'],
      when: ownUnit,
      check: (situation, input) => badCheck(situation, input) ?? stalePhoto(input.evidence ?? [], situation.matter.facts.claimedOn ?? situation.today),
      effects: (situation, input) => [set({ checkers: [{ person: writer(situation) ?? '' }, ...input.with] })],
    }),
    close: action({
      name: { zh: '销号', en: 'Close' },
      help: { zh: '四样齐全才能销号：主要负责人签字、小组意见、核验记录、能证明目标的佐证。', en: 'All four: the head’s signature, the group’s opinion, the record of the check, evidence of the goal.' },
      from: ['siteVerified'],
      to: 'closed',
      by: [officeHead],
      tone: 'primary',
      apartFrom: ['claim', 'agreeGroup', 'verifySite'],
      asks: { closeOpinion: 'must' },
      extra: { isOtherLate: fact.flag({ zh: '该任务还有逾期问题', en: 'Another finding of the task is overdue' }) },
      extraAsks: { isOtherLate: 'computed' },
      stops: ['rectify'],
      sets: ['closedOn', 'isOnTime', 'days', 'isOverdue'],
      follows: ['task.noteInspection'],
      needs: [
        { name: { zh: '单位主要负责人签字', en: 'Signature of the head of the unit' }, holds: { fact: 'headSignedBy', present: true }, from: 'claim' },
        { name: { zh: '专项小组审核意见', en: 'Opinion of the special group' }, holds: { fact: 'groupOpinion', present: true }, from: 'agreeGroup' },
        { name: { zh: '核验记录', en: 'Record of the check' }, holds: { fact: 'checkRecord', present: true }, from: 'verifySite' },
        { name: { zh: '能证明目标达到的佐证', en: 'Evidence of the goal' }, holds: { fact: 'answersGoal', in: [true] }, from: 'verifySite' },
      ],
      check: (_situation, input) => forbiddenReason(input.closeOpinion, 'closeOpinion'),
      effects: (situation, { isOtherLate }) => {
        const { today, matter } = situation;
        const { dueOn = today, orderedOn = today, code = '' } = matter.facts;
        return [
          set({ closedOn: today, isOnTime: today <= dueOn, days: daysBetween(orderedOn, today), isOverdue: null }),
          ...(matter.facts.isOverdue === true && !isOtherLate ? tellsTask(situation, { isRectificationLate: false }) : []),
          { do: 'tell', to: { unit: matter.facts.unit ?? '' }, text: { zh: `${code}已销号，以后可能抽中回头看。`, en: `${code} is closed; it may be looked at again.` } },
        ];
      },
    }),
    sendBack: action({
      name: { zh: '退回整改', en: 'Return' },
      from: ['claimed', 'groupAgreed', 'siteVerified'],
      to: 'rectifying',
      by: [...groups, ...inspectors, officeHead],
      reason: 10,
      stops: ['groupOpinion', 'siteCheck'],
      sets: ['returnCount', ...checkFacts],
      effects: (situation) => [unchecked, set({ returnCount: (situation.matter.facts.returnCount ?? 0) + 1 }), tellUnit(situation, '整改退回，请补足后再报。', 'it is returned. Please complete it.')],
    }),
    callBack: action({
      name: { zh: '抽中回头看', en: 'Drawn for re-inspection' },
      from: ['closed'],
      by: ['system'],
      hidden: true,
      asks: { sampledFor: 'must' },
      starts: ['reInspect'],
    }),
    reInspect: action({
      name: { zh: '回头看', en: 'Re-inspect' },
      help: { zh: '反弹的重新打开、等级提高一级；虚假整改的同时提请问责，由有权机关决定。', en: 'What rebounded is opened again, one grade worse; what was false is also proposed for accountability, which the competent body decides.' },
      from: ['closed'],
      to: ['kept', 'reopened'],
      by: inspectors,
      tone: 'primary',
      evidence: 1,
      extra: { outcome: fact.choice({ zh: '回头看结果', en: 'Result' }, outcomes), found: fact.text({ zh: '回头看情况', en: 'What was found' }, { max: 500 }) },
      extraAsks: { outcome: 'must', found: 'may' },
      stops: ['reInspect'],
      sets: ['reInspections', 'reInspectedOn', 'isRebounded', 'grade', 'orderedOn', 'closedOn', 'isOnTime', 'days', 'closeOpinion', 'isExtended', 'dueOn', 'firstDueOn', 'sampledFor', ...checkFacts],
      follows: ['warningLetter.propose', 'task.noteInspection'],
      when: (situation) => ownUnit(situation) ?? (situation.matter.facts.sampledFor === undefined ? 'notSampled' : undefined),
      check: (_situation, { outcome, found = '' }) => (outcome !== 'kept' && [...found].length < 10 ? { refusal: 'wordsMissing', field: 'found' } : undefined),
      leads: (_situation, { outcome }) => (outcome === 'kept' ? 'kept' : 'reopened'),
      effects: (situation, { outcome, found }) => {
        const { matter, today } = situation;
        const { grade = 'C', unit = '', code = '', reInspections = [] } = matter.facts;
        const looked = set({ reInspections: [...reInspections, { on: today, result: outcome, words: found }], reInspectedOn: today });
        if (outcome === 'kept') return [looked];
        return [
          looked,
          unchecked,
          set({ isRebounded: true, grade: worse(grade), orderedOn: today, closedOn: null, isOnTime: null, days: null, closeOpinion: null, isExtended: null, dueOn: null, firstDueOn: null, sampledFor: null }),
          { do: 'start', clock: 'plan' },
          tellUnit(situation, '回头看发现反弹，已重新打开，请重报整改方案。', 'it has rebounded and is open again. Please file a new plan.'),
          ...(outcome === 'false' ? tellsTask(situation, { isReportFalse: true }) : []),
          ...(outcome === 'false' ? [{ do: 'follow', mechanism: 'warningLetter', action: 'propose', input: { unit, finding: matter.id, subject: `${code}整改弄虚作假`, cause: `${code}:false:${today}`, demand: `回头看认定虚假整改：${found ?? ''}` } } satisfies Effect] : []),
        ];
      },
    }),
    withdraw: action({
      name: { zh: '撤销问题', en: 'Withdraw' },
      help: { zh: '复核成立的撤销，不再计数。', en: 'When an objection is upheld; it no longer counts.' },
      from: ['ordered', 'planFiled', 'rectifying', 'claimed', 'groupAgreed', 'siteVerified', 'closed', 'reopened'],
      to: 'withdrawn',
      by: [officeHead],
      tone: 'danger',
      reason: 10,
      extra: { isOtherLate: fact.flag({ zh: '该任务还有逾期问题', en: 'Another finding of the task is overdue' }) },
      extraAsks: { isOtherLate: 'computed' },
      sets: ['isOverdue'],
      follows: ['task.noteInspection'],
      effects: (situation, { isOtherLate }) => [set({ isOverdue: null }), ...(situation.matter.facts.isOverdue === true && !isOtherLate ? tellsTask(situation, { isRectificationLate: false }) : [])],
      stops: ['plan', 'agreePlan', 'rectify', 'groupOpinion', 'siteCheck', 'reInspect'],
    }),
  },
});
