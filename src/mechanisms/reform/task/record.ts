import { fact } from '#kernel/fact.ts';
import { record } from '#kernel/mechanism.ts';
import { lamps } from '../lights.ts';
import { reformFields } from '../reform-fields.ts';
import { taskRefusals } from './refusals.ts';
import { taskSettings } from './settings.ts';
import { taskStages } from './stages.ts';

const insiders = ['OFFICE', 'OFFICE_HEAD', 'GROUP', 'GROUP_HEAD', 'UNIT', 'UNIT_HEAD', 'LEADER', 'INSPECTOR', 'INSPECT_LEAD'];

export const marks = {
  good: { zh: '好', en: 'Good' },
  rather: { zh: '较好', en: 'Rather good' },
  fair: { zh: '一般', en: 'Fair' },
  poor: { zh: '差', en: 'Poor' },
} as const;

/** What a task of the yearly points is: one lead unit, any number of co-units, a plan, reports, and an end that is checked (reform.md §4.3, §4.6). */
export const taskRecord = record({
  key: 'task',
  wing: 'reform',
  name: { zh: '重点改革任务', en: 'Key reform tasks' },
  counter: { zh: '项', en: 'tasks' },
  facts: {
    year: fact.whole({ zh: '年度', en: 'Year' }, { min: 2000, max: 2100, names: true, indexed: true, help: { zh: '不填即为今年。', en: 'This year, unless told.' } }),
    seq: fact.whole({ zh: '序号', en: 'No.' }, { min: 1, max: 9999, names: true, synonyms: ['任务序号', '序', 'seq'] }),
    code: fact.text({ zh: '任务编号', en: 'Code' }, { max: 30, unique: true, searched: true, help: { zh: '不填即按年度和序号编，例如 2021-001。', en: 'Made of year and number unless given, such as 2021-001.' } }),
    category: fact.text({ zh: '类别', en: 'Category' }, { min: 2, max: 60, indexed: true, searched: true, synonyms: ['任务类别', '重点任务类别', '改革领域', '类', '一级任务'] }),
    title: fact.text({ zh: '改革任务', en: 'Task' }, { min: 4, max: 120, searched: true, synonyms: ['任务名称', '重点改革任务', '重点任务', '工作任务', '任务', '名称', '改革事项'] }),
    target: fact.longText({ zh: '目标要求', en: 'Target' }, { max: 1000, searched: true, synonyms: ['任务内容', '任务内容/目标要求', '工作目标', '目标任务', '主要内容', '工作要求', '具体措施'] }),
    sourceLevel: fact.choice({ zh: '任务来源', en: 'Source' }, {
      central: { zh: '中央', en: 'Central' }, provincial: { zh: '省', en: 'Province' }, city: { zh: '市', en: 'City' }, district: { zh: '区', en: 'District' }, leaderSet: { zh: '领导点题', en: 'Set by a leader' },
    }),
    upperTasks: fact.matters({ zh: '来源条目', en: 'Clauses above' }, 'upperTask', { stages: ['open', 'mapped'] }),
    leader: fact.person({ zh: '牵头区领导', en: 'Leader in charge' }, { synonyms: ['牵头领导', '责任领导', '分管领导', '包保领导'] }),
    field: fact.choice({ zh: '改革领域', en: 'Field' }, reformFields, { indexed: true, synonyms: ['领域'] }),
    group: fact.unit({ zh: '专项小组', en: 'Special group' }, { synonyms: ['所属专项小组'] }),
    leadUnit: fact.unit({ zh: '牵头单位', en: 'Lead unit' }, { indexed: true, synonyms: ['责任部门', '主责单位', '牵头部门', '主责部门', '第一责任单位'] }),
    coUnits: fact.units({ zh: '责任单位', en: 'Co-units' }, { max: 60, synonyms: ['配合单位', '协同单位', '责任（配合）单位', '责任单位（配合）', '配合（责任）单位', '责任单位（配合单位）', '配合部门', '参与单位', '协办单位', 'responsible_units'] }),
    dueText: fact.text({ zh: '完成时限', en: 'To be done by' }, { max: 40, synonyms: ['时间节点', '完成时间', '办结时限', '时限要求', '时限'], help: { zh: '照要点写：3月底前、国庆节前、年底前、印发后1个月、长期、按上级时限。', en: 'As the points say: “3月底前”, “国庆节前”, “年底前”, “印发后1个月”, “长期”, “按上级时限”.' } }),
    dueKind: fact.choice({ zh: '时限性质', en: 'Kind of limit' }, {
      day: { zh: '定日', en: 'A day' }, after: { zh: '自印发起算', en: 'From the issue' }, standing: { zh: '长期', en: 'Standing' }, upper: { zh: '按上级时限', en: 'As set above' },
    }),
    dueOn: fact.day({ zh: '完成日期', en: 'Due on' }, { indexed: true }),
    outcomeKind: fact.choice({ zh: '成果形式', en: 'Outcome' }, {
      document: { zh: '制度文件', en: 'Document' }, metric: { zh: '量化指标', en: 'Metric' }, platform: { zh: '平台', en: 'Platform' }, project: { zh: '项目', en: 'Project' }, report: { zh: '报告', en: 'Report' },
    }),
    isKey: fact.flag({ zh: '重点任务（按月报）', en: 'Key task, reported monthly' }),
    remark: fact.longText({ zh: '备注', en: 'Remark' }, { max: 500 }),
    sameMatter: fact.text({ zh: '同一事项标识', en: 'Same matter as' }, { max: 60, indexed: true, help: { zh: '政府工作报告、民生实事、督察清单里的同一件事用同一个标识，只报一次。', en: 'One mark for the same matter in other lists; it is reported once.' } }),
    dependsOn: fact.matters({ zh: '前置任务', en: 'Waits for' }, 'task'),
    carriedFrom: fact.matter({ zh: '结转自', en: 'Carried over from' }, 'task'),
    points: fact.matter({ zh: '工作要点', en: 'Yearly points' }, 'annualPoints', { indexed: true }),
    versionNo: fact.whole({ zh: '列入版本', en: 'Listed in version' }, { names: true, min: 1 }),
    issuedOn: fact.day({ zh: '印发日期', en: 'Issued on' }, { indexed: true }),
    plan: fact.longText({ zh: '实施方案', en: 'Plan' }, { min: 10, max: 4000 }),
    contactName: fact.text({ zh: '联系人', en: 'Contact' }, { max: 30, seenBy: insiders }),
    contactPhone: fact.phone({ zh: '联系电话', en: 'Telephone' }, { seenBy: insiders }),
    milestones: fact.rows({ zh: '里程碑', en: 'Milestones' }, {
      name: fact.text({ zh: '节点', en: 'Milestone' }, { min: 2, max: 80 }),
      startOn: fact.day({ zh: '开始', en: 'Begins' }),
      dueOn: fact.day({ zh: '完成时限', en: 'Due on' }),
      weight: fact.whole({ zh: '权重', en: 'Weight' }, { min: 1, max: 100 }),
      doneRate: fact.percent({ zh: '完成率', en: 'Done' }, { min: 0, max: 100 }),
      doneOn: fact.day({ zh: '完成日期', en: 'Done on' }),
    }, { max: 30 }),
    beginsOn: fact.day({ zh: '开工日期', en: 'Begins on' }),
    coWork: fact.rows({ zh: '责任分工', en: 'Who does what' }, {
      unit: fact.unit({ zh: '单位', en: 'Unit' }),
      work: fact.longText({ zh: '承担的工作', en: 'Work' }, { max: 300 }),
      dueOn: fact.day({ zh: '完成时限', en: 'Due on' }),
      doneOn: fact.day({ zh: '完成日期', en: 'Done on' }),
      mark: fact.choice({ zh: '质量评价', en: 'Quality' }, marks),
      note: fact.text({ zh: '评价说明', en: 'Why' }, { max: 200 }),
    }, { max: 61 }),
    planDueOn: fact.day({ zh: '方案时限', en: 'Plan due on' }),
    planReturns: fact.whole({ zh: '方案退回次数', en: 'Plan returned' }),
    progress: fact.rows({ zh: '进展情况', en: 'Progress' }, {
      period: fact.text({ zh: '期间', en: 'Period' }, { max: 10 }),
      unit: fact.unit({ zh: '单位', en: 'Unit' }),
      text: fact.longText({ zh: '进展', en: 'Progress' }, { max: 800 }),
      on: fact.day({ zh: '报送日期', en: 'On' }),
    }),
    latest: fact.longText({ zh: '最近进展', en: 'Latest progress' }, { max: 800, searched: true }),
    reportDueOn: fact.day({ zh: '下次报送时限', en: 'Next report due' }),
    problem: fact.longText({ zh: '存在问题', en: 'Problem' }, { max: 500 }),
    needsHelp: fact.choice({ zh: '需要协调的层级', en: 'Help needed from' }, {
      group: { zh: '专项小组', en: 'Special group' }, leader: { zh: '区领导', en: 'District leader' }, commission: { zh: '深改委', en: 'Reform commission' },
    }),
    planned: fact.percent({ zh: '应达进度', en: 'Planned' }, { decimals: 1 }),
    actual: fact.percent({ zh: '完成率', en: 'Done' }, { decimals: 1 }),
    gap: fact.decimal({ zh: '进度差', en: 'Gap' }, { decimals: 1, measure: { zh: '个百分点', en: 'points' } }),
    light: fact.choice({ zh: '亮灯', en: 'Light' }, lamps, { indexed: true }),
    computedLight: fact.choice({ zh: '系统灯色', en: 'Light computed' }, lamps),
    handLight: fact.choice({ zh: '人工灯色', en: 'Light set by hand' }, lamps),
    lightGround: fact.text({ zh: '亮灯原因', en: 'Why this light' }, { max: 200 }),
    isRectificationLate: fact.flag({ zh: '督察整改逾期', en: 'Rectification overdue' }),
    isReportFalse: fact.flag({ zh: '督察认定虚假', en: 'Found false by inspection' }),
    quarterLights: fact.rows({ zh: '季度亮灯', en: 'Lights by quarter' }, {
      quarter: fact.period({ zh: '季度', en: 'Quarter' }),
      light: fact.choice({ zh: '亮灯', en: 'Light' }, lamps),
    }),
    newDueOn: fact.day({ zh: '申请延至', en: 'Asked to be put off to' }),
    adjustAdvice: fact.choice({ zh: '改革办意见', en: 'Advice of the office' }, { agree: { zh: '同意', en: 'Agrees' }, disagree: { zh: '不同意', en: 'Does not agree' } }),
    extensions: fact.rows({ zh: '延期记录', en: 'Put off' }, {
      from: fact.day({ zh: '原时限', en: 'From' }), to: fact.day({ zh: '新时限', en: 'To' }), on: fact.day({ zh: '批准日期', en: 'Approved on' }),
    }),
    stopApproved: fact.choice({ zh: '区领导批准', en: 'Approved by the leader' }, { suspend: { zh: '暂缓', en: 'Suspend' }, cancel: { zh: '取消', en: 'Cancel' } }),
    completionType: fact.choice({ zh: '办结类型', en: 'How it was completed' }, {
      full: { zh: '完成', en: 'Completed' }, partial: { zh: '部分完成', en: 'In part' }, phase: { zh: '阶段性完成', en: 'For this phase' }, none: { zh: '未完成', en: 'Not completed' },
    }, { indexed: true }),
    result: fact.longText({ zh: '办结报告', en: 'Report on completion' }, { min: 10, max: 2000 }),
    resultNumber: fact.text({ zh: '成果文号或名称', en: 'Number or name of the outcome' }, { max: 120 }),
    claimedOn: fact.day({ zh: '申请办结日期', en: 'Claimed done on' }),
    claimedInTime: fact.flag({ zh: '按时办结', en: 'Done in time' }),
    groupOpinion: fact.longText({ zh: '专项小组意见', en: 'Opinion of the group' }, { min: 2, max: 500 }),
    checks: fact.rows({ zh: '逐项核对', en: 'Checked item by item' }, {
      item: fact.text({ zh: '目标要求', en: 'Target' }, { min: 2, max: 200 }),
      isMet: fact.flag({ zh: '达到', en: 'Met' }),
      basis: fact.text({ zh: '依据', en: 'Basis' }, { min: 2, max: 200 }),
    }),
    returnCount: fact.whole({ zh: '退回次数', en: 'Times returned' }),
    closeNo: fact.whole({ zh: '销号单号', en: 'Closing slip' }, { names: true }),
    closedOn: fact.day({ zh: '销号日期', en: 'Closed on' }, { indexed: true }),
    yearCheckOn: fact.day({ zh: '年度检查日', en: 'Yearly check on' }),
    carriedOverOn: fact.day({ zh: '结转日期', en: 'Carried over on' }),
  },
  stages: taskStages,
  settings: taskSettings,
  clocks: {
    adjust: { name: { zh: '答复延期申请', en: 'Answering a request to put off' }, setting: 'adjust' },
    verify: { name: { zh: '办结核验', en: 'Checking what is done' }, setting: 'verify' },
    close: { name: { zh: '销号', en: 'Closing' }, setting: 'close' },
  },
  duties: {
    plan: { name: { zh: '报送实施方案', en: 'Hand in the plan' }, setting: 'plan' },
    report: { name: { zh: '报送进展', en: 'Report progress' }, setting: 'report' },
    coReport: { name: { zh: '向牵头单位报进展', en: 'Report to the lead unit' }, setting: 'report' },
    coWork: { name: { zh: '完成分工任务', en: 'Do one’s part' }, setting: 'report' },
    opinion: { name: { zh: '提出办结意见', en: 'Give an opinion on completion' }, setting: 'opinion' },
  },
  links: {
    answers: { name: { zh: '承接', en: 'carries out' }, back: { zh: '由任务承接', en: 'is carried out by' }, to: 'upperTask' },
    carries: { name: { zh: '结转自', en: 'carried over from' }, back: { zh: '结转为', en: 'carried over to' }, to: 'task' },
    waitsFor: { name: { zh: '等待', en: 'waits for' }, back: { zh: '是其前置', en: 'is awaited by' }, to: 'task' },
  },
  refusals: taskRefusals,
  sees: {
    OFFICE: 'all', OFFICE_HEAD: 'all', TOP: 'all', LEADER: { field: 'field' }, GROUP: { field: 'field' }, GROUP_HEAD: { field: 'field' },
    UNIT: 'involved', UNIT_HEAD: 'involved', INSPECTOR: 'all', INSPECT_LEAD: 'all', ASSESS: 'all',
  },
  groups: [
    { name: { zh: '任务', en: 'Task' }, facts: ['code', 'year', 'seq', 'category', 'title', 'target', 'sourceLevel', 'upperTasks', 'outcomeKind', 'isKey', 'sameMatter', 'remark'] },
    { name: { zh: '责任', en: 'Responsibility' }, facts: ['leader', 'field', 'group', 'leadUnit', 'coUnits', 'coWork', 'contactName', 'contactPhone'] },
    { name: { zh: '时限和亮灯', en: 'Limit and light' }, facts: ['dueText', 'dueOn', 'dueKind', 'light', 'lightGround', 'computedLight', 'handLight', 'planned', 'actual', 'gap', 'isRectificationLate', 'isReportFalse', 'extensions', 'quarterLights', 'yearCheckOn'] },
    { name: { zh: '方案', en: 'Plan' }, facts: ['plan', 'milestones', 'beginsOn', 'planDueOn', 'planReturns', 'dependsOn'] },
    { name: { zh: '进展', en: 'Progress' }, facts: ['latest', 'progress', 'reportDueOn', 'problem', 'needsHelp'] },
    { name: { zh: '办结和销号', en: 'Completion' }, facts: ['completionType', 'result', 'resultNumber', 'claimedOn', 'claimedInTime', 'groupOpinion', 'checks', 'returnCount', 'closeNo', 'closedOn', 'carriedOverOn', 'carriedFrom'] },
    { name: { zh: '要点', en: 'Yearly points' }, facts: ['points', 'versionNo', 'issuedOn'] },
  ],
  title: 'title',
  lead: 'leadUnit',
  co: 'coUnits',
  light: 'light',
  ledger: {
    title: { zh: '重点改革任务台账', en: 'Ledger of key reform tasks' },
    order: ['year', 'seq'],
    merged: ['category'],
    columns: { category: 10, seq: 6, title: 22, target: 28, leader: 8, leadUnit: 14, coUnits: 24, dueText: 11, actual: 8, light: 9, latest: 24, remark: 10 },
  },
  list: ['seq', 'light', 'category', 'leadUnit', 'dueOn', 'actual', 'planned', 'coUnits', 'latest'],
});

/** The task's record, for types. */
export type TaskRecord = typeof taskRecord;
