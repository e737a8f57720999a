import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { topicFigures } from './figures.ts';
import { topicRecord, type TopicRecord } from './record.ts';
import { badProposal, badResults, daysLeft, isInTime, planOwed, type Situation } from './rules.ts';

type Effect = EffectOf<TopicRecord>;

const action = actionsOf(topicRecord);
const office = { role: 'OFFICE' } as const;
const officeHead = { role: 'OFFICE_HEAD' } as const;
const unitLead = [{ role: 'UNIT', tie: 'lead' }, { role: 'UNIT_HEAD', tie: 'lead' }] as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const numbered = [{ into: 'number', counter: 'topic', yearly: true, pattern: 'TM-{year}-{seq:3}' }] as const;
const proposal = { title: 'must', level: 'must', source: 'must', suggestion: 'may', finding: 'may', upperTask: 'may', sourceNote: 'may', tasks: 'may', field: 'must', leadUnit: 'must', coUnits: 'may', leader: 'may', goal: 'must' } as const;

const tied = (type: string, id: string | undefined): Effect[] => (id === undefined ? [] : [{ do: 'link', type, id }]);

/** Ties to the tasks named now, in place of those before. */
function gathering({ matter }: Situation, tasks: readonly string[] | undefined): Effect[] {
  if (tasks === undefined) return [];
  const held = matter.facts.tasks ?? [];
  return [...held.filter((id) => !tasks.includes(id)).map((id): Effect => ({ do: 'unlink', type: 'gathers', id })), ...tasks.flatMap((id) => tied('gathers', id))];
}

const approved = ({ today, matter }: Situation): Effect[] => [
  { do: 'owe', duty: 'plan', unit: matter.facts.leadUnit ?? '' },
  { do: 'tell', to: { unit: matter.facts.leadUnit ?? '' }, text: { zh: `改革题目已于${today}审定，请报实施方案。`, en: `A reform topic was approved on ${today}; please hand in its plan.` } },
];

/** From an idea or a leader's words to what came of it. */
export const topic = mechanism(topicRecord, {
  figures: topicFigures,
  actions: {
    propose: action({
      name: { zh: '提出题目', en: 'Propose a topic' },
      from: 'new',
      to: 'proposed',
      by: [{ role: 'UNIT' }, { role: 'GROUP' }, office],
      tone: 'primary',
      asks: proposal,
      numbers: numbered,
      check: badProposal,
      effects: (situation, { suggestion, finding, upperTask, tasks }) => [...tied('from', suggestion), ...tied('fromFinding', finding), ...tied('fromUpperTask', upperTask), ...gathering(situation, tasks)],
    }),
    setByLeader: action({
      name: { zh: '记录点题', en: 'Record a topic set by a leader' },
      help: { zh: '原话照录，一字不改。牵头单位自点题之日起10个工作日内报初步方案。', en: 'Word for word. The lead unit answers with an initial plan within ten working days of that day.' },
      from: 'new',
      to: 'proposed',
      by: [office, { role: 'TOP' }, { role: 'LEADER' }],
      asks: { title: 'must', field: 'must', setBy: 'must', setterRank: 'must', setOn: 'must', occasion: 'must', meeting: 'may', setWords: 'must', leadUnit: 'must', coUnits: 'may', tasks: 'may', goal: 'may' },
      numbers: numbered,
      sets: ['source', 'level'],
      check: (situation, { setOn, coUnits, leadUnit }) => {
        if (setOn > situation.today) return { refusal: 'setLater', field: 'setOn' };
        return coUnits?.includes(leadUnit) ? { refusal: 'leadIsCo', field: 'coUnits' } : undefined;
      },
      effects: (situation, { setOn, leadUnit, meeting, tasks }) => [
        set({ source: 'leaderSet', level: 'district' }),
        { do: 'start', clock: 'initialPlan', on: setOn },
        { do: 'owe', duty: 'initialPlan', unit: leadUnit, budget: { n: daysLeft(situation, setOn), unit: 'workday' } },
        ...tied('setAt', meeting), ...gathering(situation, tasks),
        { do: 'tell', to: { unit: leadUnit }, text: { zh: '区领导点题由本单位牵头，请按时报初步方案。', en: 'A leader set a topic for your unit to lead; please hand in an initial plan in time.' } },
      ],
    }),
    nameTasks: action({
      name: { zh: '关联任务', en: 'Name its tasks' },
      help: { zh: '题目和任务是多对多，可以随时补充；关联不改变任何一边的统计数。', en: 'Topics and tasks meet many to many; a tie changes the count of neither.' },
      from: ['proposed', 'researched', 'approved', 'planned', 'running', 'reviewed'],
      by: [office, ...unitLead],
      asks: { tasks: 'may' },
      effects: (situation, { tasks = [] }) => gathering(situation, tasks),
    }),
    answerLeader: action({
      name: { zh: '报初步方案', en: 'Hand in the initial plan' },
      from: ['proposed'],
      by: [{ role: 'UNIT', tie: { duty: 'initialPlan' } }, { role: 'UNIT_HEAD', tie: { duty: 'initialPlan' } }],
      tone: 'primary',
      asks: { initialPlan: 'must' },
      evidence: 0,
      stops: ['initialPlan'],
      sets: ['initialPlanOn', 'isAnsweredInTime'],
      effects: (situation) => [
        set({ initialPlanOn: situation.today, isAnsweredInTime: isInTime(situation) }),
        { do: 'discharge', duty: 'initialPlan' },
        ...(situation.matter.facts.setBy === undefined ? [] : [{ do: 'tell', to: { person: situation.matter.facts.setBy }, text: { zh: '您点的题已有初步方案，请阅。', en: 'The topic you set has its initial plan.' } } satisfies Effect]),
      ],
    }),
    research: action({
      name: { zh: '提交调研论证', en: 'Hand in the research' },
      from: ['proposed'],
      to: 'researched',
      by: unitLead,
      tone: 'primary',
      evidence: 1,
      asks: { research: 'must', goal: 'may' },
      when: planOwed,
    }),
    sendBack: action({
      name: { zh: '退回补充论证', en: 'Send back for more research' },
      from: ['researched'],
      to: 'proposed',
      by: [officeHead],
      reason: 10,
    }),
    approve: action({
      name: { zh: '审定', en: 'Approve' },
      help: { zh: '由深改委主任审定；提请会议审定的，在议题里选它。', en: 'By the chair of the commission; for a meeting, name it in an agenda item.' },
      from: ['researched'],
      to: 'approved',
      by: [{ role: 'TOP' }],
      tone: 'primary',
      sets: ['approvedOn', 'approvedBy'],
      effects: (situation) => [set({ approvedOn: situation.today, approvedBy: 'chair' }), ...approved(situation)],
    }),
    approveAtMeeting: action({
      name: { zh: '会议审定', en: 'Approved by a meeting' },
      from: ['researched'],
      to: 'approved',
      by: ['system'],
      hidden: true,
      extra: { item: fact.matter({ zh: '议题', en: 'Item' }, 'agendaItem') },
      extraAsks: { item: 'must' },
      sets: ['approvedOn', 'approvedBy', 'approvedAt'],
      effects: (situation, { item }) => [set({ approvedOn: situation.today, approvedBy: 'meeting', approvedAt: item }), ...approved(situation)],
    }),
    submitPlan: action({
      name: { zh: '报实施方案', en: 'Hand in the plan' },
      from: ['approved'],
      to: 'planned',
      by: unitLead,
      tone: 'primary',
      evidence: 1,
      asks: { plan: 'must', milestones: 'must', leader: 'may' },
      check: (_situation, { milestones }) => (milestones.every(({ name, dueOn }) => name !== undefined && dueOn !== undefined) ? undefined : { refusal: 'milestonesMissing', field: 'milestones' }),
      effects: () => [{ do: 'discharge', duty: 'plan' }],
    }),
    start: action({
      name: { zh: '启动推进', en: 'Start' },
      from: ['planned'],
      to: 'running',
      by: [...unitLead, office],
      tone: 'primary',
    }),
    recordResult: action({
      name: { zh: '登记成果', en: 'Record what came of it' },
      help: { zh: '一个文件可以是几个题目的成果，全区只计一次。', en: 'One document may be the result of several topics; the district counts it once.' },
      from: ['running', 'reviewed'],
      by: [...unitLead, office],
      tone: 'primary',
      asks: { results: 'may', resultNote: 'must' },
      check: (situation, { results = [] }) => badResults(situation, results),
      effects: ({ matter }, { results = matter.facts.results ?? [] }) => [
        ...(matter.facts.results ?? []).filter((id) => !results.includes(id)).map((id): Effect => ({ do: 'unlink', type: 'result', id })),
        ...results.map((id): Effect => ({ do: 'link', type: 'result', id })),
      ],
    }),
    review: action({
      name: { zh: '评估', en: 'Review' },
      from: ['running'],
      to: 'reviewed',
      by: [office, { role: 'GROUP' }],
      tone: 'primary',
      asks: { reviewNote: 'must' },
      when: ({ matter }) => (matter.facts.resultNote === undefined ? 'resultMissing' : undefined),
    }),
    reopen: action({
      name: { zh: '退回继续推进', en: 'Back to work' },
      from: ['reviewed'],
      to: 'running',
      by: [officeHead],
      reason: 10,
    }),
    close: action({
      name: { zh: '结题', en: 'Close' },
      from: ['reviewed'],
      to: 'closed',
      by: [officeHead],
      tone: 'primary',
      sets: ['closedOn'],
      effects: ({ today }) => [set({ closedOn: today })],
    }),
    suspend: action({
      name: { zh: '中止', en: 'Suspend' },
      from: ['approved', 'planned', 'running'],
      to: 'suspended',
      by: [officeHead],
      tone: 'danger',
      reason: 10,
      effects: () => [{ do: 'withdraw', duty: 'plan' }],
    }),
    resume: action({
      name: { zh: '恢复推进', en: 'Resume' },
      from: ['suspended'],
      to: 'running',
      by: [officeHead],
      reason: 10,
    }),
    drop: action({
      name: { zh: '不予立题', en: 'Not to be taken up' },
      from: ['proposed', 'researched'],
      to: 'dropped',
      by: [officeHead],
      tone: 'danger',
      reason: 10,
      when: ({ matter }) => (matter.facts.source === 'leaderSet' ? 'leaderTopicStays' : undefined),
    }),
  },
});
