import type { Step, Story } from '../../story.ts';
import { filed, leaders, step, workday } from '../sessions-days.ts';
import { proposedTopics, type Field } from '../sessions-plan.ts';

type Row = readonly [title: string, unit: string, field: Field, goal: string];

/** What units and groups proposed for 2021. */
const proposals: readonly Row[] = [
  ['推行工业项目拿地即开工', 'approval', 'economy', '四证齐发压缩到5个工作日。'],
  ['建立项目全生命周期管理机制', 'development', 'economy', '项目从签约到达产全程有人管、有时限。'],
  ['深化亩产效益评价改革', 'industry', 'economy', '规上工业企业评价全覆盖，差别化用电用水落地。'],
  ['国有企业混合所有制改革', 'finance', 'economy', '两家区属企业完成混改。'],
  ['零基预算管理改革', 'finance', 'economy', '区直部门项目支出全部零基编制。'],
  ['农村产权交易市场建设', 'agriculture', 'economy', '村集体资产交易全部进场。'],
  ['近海养殖用海管理改革', 'ocean', 'economy', '养殖用海分类定权发证。'],
  ['生态产品价值实现机制', 'ecology', 'economy', '完成首批生态产品核算。'],
  ['市场采购贸易方式扩面', 'commerce', 'economy', '备案主体和出口额翻一番。'],
  ['外资企业服务大使制度', 'commerce', 'economy', '重点外资企业服务全覆盖。'],
  ['企业开办一件事改革', 'approval', 'economy', '企业开办一窗办理、当日办结。'],
  ['信用承诺替代审批', 'market', 'economy', '首批五十个事项承诺即办。'],
  ['招商引资统筹考核改革', 'investment', 'economy', '招商信息首报首谈归口管理。'],
  ['科技特派员制度', 'science', 'economy', '规上企业科技特派员结对。'],
  ['基层综合执法体制改革', 'urban-management', 'democracy', '镇街一支队伍管执法。'],
  ['公证服务进企业', 'justice', 'democracy', '企业公证网上预约、上门办理。'],
  ['社区矫正分类管理', 'justice', 'democracy', '分类矫正方案全覆盖。'],
  ['信访代理制', 'petition', 'democracy', '村居信访代理员全覆盖。'],
  ['警务数据实战应用', 'police', 'democracy', '派出所全部接入一体化平台。'],
  ['文化馆总分馆制', 'culture', 'culture', '镇街分馆全部达标运行。'],
  ['非遗传承工坊机制', 'culture', 'culture', '建成十家非遗工坊。'],
  ['媒体融合发展改革', 'publicity', 'culture', '融媒体中心一体化运行。'],
  ['集团化办学改革', 'education', 'society', '义务教育集团化覆盖八成学校。'],
  ['长期护理保险试点', 'medical-insurance', 'society', '失能人员应保尽保。'],
  ['家庭医生签约服务改革', 'health', 'society', '重点人群签约率达到八成五。'],
  ['居家社区养老服务改革', 'civil-affairs', 'society', '镇街养老服务中心全覆盖。'],
  ['灵活就业人员参保改革', 'human-resources', 'society', '新业态从业人员参保登记一次办。'],
  ['老旧小区改造共同缔造', 'housing', 'society', '居民出资、长效管护机制建立。'],
  ['公交线网优化改革', 'transport', 'society', '镇村公交线路全部优化调整。'],
  ['应急救援力量统一调度', 'emergency', 'society', '专业队伍一键调度。'],
  ['退役军人就业创业机制', 'veterans', 'society', '退役军人适应性培训全覆盖。'],
  ['村党组织书记专业化管理', 'organisation', 'party', '村书记分级考评、备案管理。'],
  ['新业态党建管理机制', 'organisation', 'party', '快递、外卖行业党组织应建尽建。'],
  ['巡察整改日常监督机制', 'discipline', 'discipline', '巡察整改问题按季核查销号。'],
];

/** The seven that the founding account names (F13). */
const setByPrincipal: readonly Row[] = [
  ['项目引进尽职调查和评审改革', 'investment', 'economy', '先尽调、再评审，把好项目入口。'],
  ['文明典范城市创建长效机制', 'publicity', 'culture', '创建从突击变成日常。'],
  ['理顺开发区管理体制', 'organisation', 'party', '开发区聚焦主责主业。'],
  ['盘活经济强村沉淀资金', 'agriculture', 'economy', '村集体沉淀资金有收益、零风险。'],
  ['城乡水务一体化改革', 'housing', 'economy', '一个主体管到底，同网同价。'],
  ['城乡环卫一体化改革', 'urban-management', 'economy', '全区一个标准、按效付费。'],
  ['改善营商环境改革攻坚', 'approval', 'economy', '办事少跑、诉求必应。'],
];
const words = [
  '招商不能捡到篮里都是菜，引进来之前先弄清人家底细，懂行的人坐下来评一评。',
  '创城不是迎检，群众天天看得见才算数，拿出个常年管用的办法来。',
  '开发区是搞经济的，别让它什么都管，权责要掰清楚。',
  '有的村账上躺着上千万，村民分不到一分利，这笔钱怎么用活，农业农村局拿办法。',
  '城里村里水价不一样，管网各修各的，这个事今年必须合到一起。',
  '路这边干净、路那边没人扫，环卫要全区一把扫帚。',
  '企业反映的事，我不听过程，只看解决了没有。',
];

/** Forty-one approved for 2021; besides them what was not approved, what is a unit's own, and one a leader in charge has just set. */
export function topicStories(): Story[] {
  if (proposals.length !== proposedTopics) throw new Error(`${proposedTopics} topics are planned, ${proposals.length} are named`);
  return [...proposals.map((row, place) => proposed(row, place + 1)), ...setByPrincipal.map((row, place) => answered(row, place)), ...others()];
}

const storyOf = (key: string, steps: readonly Step[]): Story => ({ key, mechanism: 'topic', steps });
const keyOf = (no: number) => `topic-${String(no).padStart(2, '0')}`;
const facts = ([title, unit, field, goal]: Row) => ({ title, level: 'district', source: 'unitProposal', field, leadUnit: unit, goal, leader: `holder-${leaders[field]}` });
const researchOf = (unit: string, on: string): Step => step(on, '03:00', `${unit}-liaison`, 'research', (known) => ({ research: '问题成因清楚，外地已有可借鉴做法，本区条件具备，建议列入年度改革题目。', evidence: filed(known, '调研报告') }));

function proposed(row: Row, no: number): Story {
  const [, unit] = row;
  const source = no % 7 === 0 ? { source: 'upperTask', sourceNote: '省委改革工作要点有关条目' } : no % 11 === 0 ? { source: 'inspectionFinding', sourceNote: '2020年第四季度督察发现' } : {};
  const minute = String(10 + (no % 40));
  return storyOf(keyOf(no), [
    step(no % 2 === 0 ? '2021-01-05' : '2021-01-06', `01:${minute}`, `${unit}-liaison`, 'propose', { ...facts(row), ...source }),
    researchOf(unit, '2021-01-13'),
    ...afterApproval(unit, '2021-02-05', no),
  ]);
}

/** A good third is closed by the end of the year, one is suspended, one has no plan yet, the others run. */
function afterApproval(unit: string, approvedOn: string, no: number, results: readonly string[] = []): Step[] {
  if (no === 19) return [];
  const plan = step(workday(approvedOn, 12), '02:00', `${unit}-liaison`, 'submitPlan', (known) => ({
    plan: '上半年定方案、试点，三季度铺开，四季度评估总结。', evidence: filed(known, '实施方案'),
    milestones: [{ name: '方案印发', dueOn: '2021-04-30' }, { name: '试点铺开', dueOn: '2021-08-31' }, { name: '评估总结', dueOn: '2021-11-30' }],
  }));
  if (no === 28) return [plan, step('2021-06-18', '02:00', 'office-head', 'suspend', { reason: '上级政策正在调整，暂停推进，待政策明确后恢复。' })];
  const steps = [plan, step(workday(approvedOn, 14), '02:00', `${unit}-liaison`, 'start')];
  if (no % 5 > 1 && results.length === 0) return steps;
  const recordedOn = results.length > 0 ? '2021-12-06' : workday('2021-11-01', no % 20);
  return [
    ...steps,
    step(recordedOn, '02:00', `${unit}-liaison`, 'recordResult', (known) => ({ resultNote: '主要目标已经实现，做法形成制度。', ...(results.length > 0 ? { results: results.map((each) => known.idOf(`doc-${each}`)) } : {}) })),
    step(workday(recordedOn, 3), '02:00', 'office-2', 'review', { reviewNote: '对照目标逐项核对，主要任务完成。' }),
    ...(no % 5 === 0 || results.length > 0 ? [step(workday(recordedOn, 5), '02:00', 'office-head', 'close')] : []),
  ];
}

const resultsOf: readonly (readonly string[])[] = [['diligence', 'experts'], [], ['zones'], ['village-funds'], ['water'], ['cleaning'], ['business']];

/** Set in a meeting or on a visit, answered with an initial plan in ten working days, one of them late; the last one was approved by the chair. */
function answered(row: Row, place: number): Story {
  const [title, unit, field] = row;
  const isAtMeeting = place < 4;
  const setOn = isAtMeeting ? '2021-02-05' : '2021-02-03';
  const isLast = place === setByPrincipal.length - 1;
  return storyOf(keyOf(proposedTopics + 1 + place), [
    step(workday(setOn, 1), `02:1${place}`, 'office-1', 'setByLeader', (known) => ({
      title, field, setBy: 'holder-top', setterRank: 'principal', setOn, setWords: words[place], leadUnit: unit, goal: row[3],
      ...(isAtMeeting ? { occasion: '区委全面深化改革委员会第五次会议', meeting: known.idOf('meeting-2021-02-05') } : { occasion: '到镇街调研座谈时' }),
    })),
    step(workday(setOn, place === 4 ? 12 : 7), '06:00', `${unit}-liaison`, 'answerLeader', { initialPlan: '先摸清底数，再拿出方案，分步实施，年底见效。' }),
    researchOf(unit, '2021-03-03'),
    ...(isLast ? [step('2021-03-10', '02:00', 'top', 'approve')] : []),
    ...afterApproval(unit, isLast ? '2021-03-10' : '2021-03-26', proposedTopics + 1 + place, resultsOf[place]),
  ]);
}

function others(): Story[] {
  const own: Row = ['窗口人员分级评价', 'approval', 'party', '评价结果与岗位挂钩。'];
  const joint: Row = ['评审专家数据共享', 'science', 'economy', '专家库与科技平台数据互通。'];
  const late: Row = ['夜间经济管理机制', 'commerce', 'economy', '夜间经营点位有管理、有秩序。'];
  return [
    storyOf('topic-own', [step('2021-01-07', '01:00', 'approval-liaison', 'propose', { ...facts(own), level: 'unit' }), researchOf('approval', '2021-01-14'), step('2021-03-01', '02:00', 'top', 'approve'), ...afterApproval('approval', '2021-03-01', 4)]),
    // Its result is a document that another topic claims as well: the district counts it once.
    storyOf('topic-joint', [step('2021-01-07', '01:10', 'science-liaison', 'propose', { ...facts(joint), level: 'unit' }), researchOf('science', '2021-01-14'), step('2021-03-01', '02:10', 'top', 'approve'), ...afterApproval('science', '2021-03-01', 5, ['experts'])]),
    storyOf('topic-late', [step('2021-11-15', '01:00', 'commerce-liaison', 'propose', facts(late)), researchOf('commerce', '2021-12-01')]),
    storyOf('topic-new', [step('2021-12-20', '01:00', 'group-society-liaison', 'propose', { ...facts(['托育服务综合改革', 'health', 'society', '普惠托位翻一番。']), source: 'groupProposal' })]),
    storyOf('topic-dropped', [step('2021-01-06', '01:00', 'culture-liaison', 'propose', facts(['节庆活动统一冠名', 'culture', 'culture', '节庆活动统一品牌。'])), step('2021-01-15', '02:00', 'office-head', 'drop', { reason: '不属于体制机制改革，转为日常工作。' })]),
    storyOf('topic-in-charge', [
      step('2021-12-22', '01:00', 'office-1', 'setByLeader', { title: '冬季清洁取暖运行机制', field: 'society', setBy: 'holder-leader-society', setterRank: 'inCharge', setOn: '2021-12-21', occasion: '冬季保供专题调度会', setWords: '设备装上了更要用得起、修得快，谁来管、谁出钱，年前给我一个说法。', leadUnit: 'housing', coUnits: ['finance'] }),
    ]),
  ];
}
