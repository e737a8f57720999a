import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { reformFields } from '../reform-fields.ts';

/** Whoever works on reform in the district may read what a leader said; nobody outside (reform.md §4.4). */
const inside = ['OFFICE', 'OFFICE_HEAD', 'TOP', 'LEADER', 'GROUP', 'GROUP_HEAD', 'UNIT', 'UNIT_HEAD'];

/** 重点改革题目: a reform subject the district chose, or a leader set; it may gather many tasks and end in documents. */
export const topicRecord = record({
  key: 'topic',
  wing: 'reform',
  name: { zh: '重点改革题目', en: 'Reform topics' },
  counter: { zh: '个', en: 'topics' },
  facts: {
    title: fact.text({ zh: '题目名称', en: 'Title' }, { min: 4, max: 120, searched: true, synonyms: ['题目', '改革题目'] }),
    level: fact.choice({ zh: '层级', en: 'Level' }, { district: { zh: '区级', en: 'District' }, unit: { zh: '单位', en: 'Unit' } }, { indexed: true }),
    source: fact.choice({ zh: '题目来源', en: 'Source' }, {
      unitProposal: { zh: '单位申报', en: 'Proposed by a unit' },
      groupProposal: { zh: '专项小组提出', en: 'Proposed by a special group' },
      leaderSet: { zh: '领导点题', en: 'Set by a leader' },
      suggestion: { zh: '改革建议转化', en: 'From a suggestion' },
      inspectionFinding: { zh: '督察发现', en: 'From an inspection finding' },
      upperTask: { zh: '上级任务', en: 'From a mandate of a higher level' },
    }, { indexed: true }),
    suggestion: fact.matter({ zh: '来源建议', en: 'Suggestion it comes from' }, 'suggestion'),
    finding: fact.matter({ zh: '来源督察问题', en: 'Finding it comes from' }, 'finding'),
    upperTask: fact.matter({ zh: '来源上级任务', en: 'Mandate it comes from' }, 'upperTask'),
    sourceNote: fact.text({ zh: '来源说明', en: 'Where it comes from' }, { max: 200, help: { zh: '台账里没有的督察问题、上级任务，写编号或者文件条目。', en: 'For a finding or mandate that is in no register: its number, or document and clause.' } }),
    setBy: fact.person({ zh: '点题领导', en: 'Set by' }),
    setterRank: fact.choice({ zh: '领导层级', en: 'Rank' }, { principal: { zh: '主要领导', en: 'Principal leader' }, inCharge: { zh: '分管领导', en: 'Leader in charge' } }, { indexed: true }),
    setOn: fact.day({ zh: '点题日期', en: 'Set on' }, { indexed: true }),
    occasion: fact.text({ zh: '点题场合', en: 'Occasion' }, { max: 120, seenBy: inside }),
    meeting: fact.matter({ zh: '点题会议', en: 'Meeting' }, 'meeting'),
    setWords: fact.longText({ zh: '点题原话', en: 'The leader’s words' }, { min: 4, max: 2000, seenBy: inside, help: { zh: '照原话记录，一字不改，内部掌握。', en: 'Word for word; internal.' } }),
    field: fact.choice({ zh: '领域', en: 'Field' }, reformFields, { indexed: true }),
    leadUnit: fact.unit({ zh: '牵头单位', en: 'Lead unit' }, { indexed: true }),
    coUnits: fact.units({ zh: '配合单位', en: 'Co-units' }),
    leader: fact.person({ zh: '牵头区领导', en: 'Leader in charge' }),
    goal: fact.longText({ zh: '改革目标', en: 'Goal' }, { max: 1000, searched: true }),
    initialPlan: fact.longText({ zh: '初步方案', en: 'Initial plan' }, { min: 10, max: 2000 }),
    initialPlanOn: fact.day({ zh: '初步方案报送日期', en: 'Initial plan handed in on' }),
    isAnsweredInTime: fact.flag({ zh: '按时答题', en: 'Answered in time' }),
    research: fact.longText({ zh: '调研论证结论', en: 'What the research found' }, { min: 10, max: 2000 }),
    approvedOn: fact.day({ zh: '审定日期', en: 'Approved on' }, { indexed: true }),
    approvedBy: fact.choice({ zh: '审定方式', en: 'Approved by' }, { meeting: { zh: '会议审定', en: 'A meeting' }, chair: { zh: '主任审定', en: 'The chair' } }),
    approvedAt: fact.matter({ zh: '审定议题', en: 'Item that approved it' }, 'agendaItem'),
    plan: fact.longText({ zh: '实施方案', en: 'Plan' }, { min: 10, max: 2000 }),
    milestones: fact.rows({ zh: '节点', en: 'Milestones' }, { name: fact.text({ zh: '节点', en: 'Milestone' }, { max: 100 }), dueOn: fact.day({ zh: '时限', en: 'Due on' }) }),
    tasks: fact.matters({ zh: '相关任务', en: 'Tasks' }, 'task', { help: { zh: '题目和任务是多对多，统计时不相加。', en: 'Topics and tasks meet many to many and are never added up.' } }),
    results: fact.matters({ zh: '成果文件', en: 'Documents it led to' }, 'reformDocument'),
    resultNote: fact.longText({ zh: '成果说明', en: 'What came of it' }, { min: 10, max: 2000 }),
    reviewNote: fact.longText({ zh: '评估结论', en: 'Review' }, { min: 10, max: 1000 }),
    closedOn: fact.day({ zh: '结题日期', en: 'Closed on' }),
  },
  stages: {
    proposed: { name: { zh: '已提出', en: 'Proposed' }, place: 'main' },
    researched: { name: { zh: '已调研论证', en: 'Researched' }, place: 'main' },
    approved: { name: { zh: '已审定', en: 'Approved' }, place: 'main' },
    planned: { name: { zh: '已有方案', en: 'Planned' }, place: 'main' },
    running: { name: { zh: '推进中', en: 'Running' }, place: 'main' },
    reviewed: { name: { zh: '已评估', en: 'Reviewed' }, place: 'main' },
    closed: { name: { zh: '已结题', en: 'Closed' }, place: 'end' },
    suspended: { name: { zh: '已中止', en: 'Suspended' }, place: 'side' },
    dropped: { name: { zh: '未立题', en: 'Not taken up' }, place: 'end', uncounted: true },
  },
  settings: {
    initialPlan: { name: { zh: '点题后报初步方案', en: 'Initial plan after a leader set it' }, value: 10, min: 1, max: 60, unit: 'workday' },
    plan: { name: { zh: '审定后报实施方案', en: 'Plan after approval' }, value: 15, min: 1, max: 60, unit: 'workday' },
  },
  clocks: { initialPlan: { name: { zh: '答题', en: 'Answer to the leader' }, setting: 'initialPlan' } },
  duties: {
    initialPlan: { name: { zh: '报初步方案', en: 'Hand in an initial plan' }, setting: 'initialPlan' },
    plan: { name: { zh: '报实施方案', en: 'Hand in the plan' }, setting: 'plan' },
  },
  links: {
    from: { name: { zh: '来源建议', en: 'comes from' }, back: { zh: '转化为题目', en: 'became' }, to: 'suggestion' },
    fromFinding: { name: { zh: '来源督察问题', en: 'comes from' }, back: { zh: '转化为题目', en: 'became' }, to: 'finding' },
    fromUpperTask: { name: { zh: '来源上级任务', en: 'comes from' }, back: { zh: '转化为题目', en: 'became' }, to: 'upperTask' },
    gathers: { name: { zh: '相关任务', en: 'gathers' }, back: { zh: '所属题目', en: 'part of' }, to: 'task' },
    setAt: { name: { zh: '点题会议', en: 'set at' }, back: { zh: '会上点题', en: 'topic set here' }, to: 'meeting' },
    result: { name: { zh: '成果文件', en: 'led to' }, back: { zh: '成果出自', en: 'result of' }, to: 'reformDocument' },
  },
  refusals: {
    useSetByLeader: { status: 422, zh: '领导点题请用“记录点题”，原话、日期、场合都要照录。', en: 'For a topic set by a leader use “Record a topic set by a leader”: words, day and occasion are kept.' },
    sourceMissing: { status: 422, zh: '请写明来源：选来源建议、督察问题或者上级任务；台账里没有的写来源说明。', en: 'Say where it comes from: the suggestion, finding or mandate, or a note where no register holds it.' },
    leadIsCo: { status: 422, zh: '牵头单位不能同时列为配合单位。', en: 'The lead unit may not be a co-unit as well.' },
    setLater: { status: 422, zh: '点题日期不能晚于今天。', en: 'A leader cannot have set it later than today.' },
    planOwed: { zh: '领导点题要先报初步方案，再作调研论证。', en: 'The leader’s topic is answered with an initial plan first.' },
    milestonesMissing: { status: 422, zh: '实施方案至少有一个节点，每个节点有名称和时限。', en: 'A plan has at least one milestone, each with a name and a day.' },
    resultMissing: { zh: '还没有登记成果，不能评估。没有文件的，写明成果说明。', en: 'Nothing has come of it on record yet; name a document or say what came of it.' },
    documentNotIssued: { status: 422, zh: '“{title}”还没有印发，不能登记为成果。', en: '“{title}” is not issued yet.' },
    leaderTopicStays: { zh: '领导点题不能不予立题；确需停下的，审定后可以中止。', en: 'A topic set by a leader is not dropped by the office; once approved it may be suspended.' },
  },
  sees: { OFFICE: 'all', OFFICE_HEAD: 'all', TOP: 'all', LEADER: { field: 'field' }, GROUP: { field: 'field' }, GROUP_HEAD: { field: 'field' }, UNIT: 'involved', UNIT_HEAD: 'involved' },
  groups: [
    { name: { zh: '题目', en: 'Topic' }, facts: ['title', 'level', 'source', 'suggestion', 'finding', 'upperTask', 'sourceNote', 'field', 'leadUnit', 'coUnits', 'leader', 'goal'] },
    { name: { zh: '领导点题', en: 'Set by a leader' }, facts: ['setBy', 'setterRank', 'setOn', 'occasion', 'meeting', 'setWords', 'initialPlan', 'initialPlanOn', 'isAnsweredInTime'] },
    { name: { zh: '论证和审定', en: 'Research and approval' }, facts: ['research', 'approvedOn', 'approvedBy', 'approvedAt'] },
    { name: { zh: '推进和成果', en: 'Progress and results' }, facts: ['plan', 'milestones', 'tasks', 'results', 'resultNote', 'reviewNote', 'closedOn'] },
  ],
  title: 'title',
  lead: 'leadUnit',
  co: 'coUnits',
  list: ['title', 'source', 'level', 'leadUnit', 'approvedOn', 'leader'],
});

/** The topic's record, for types. */
export type TopicRecord = typeof topicRecord;
