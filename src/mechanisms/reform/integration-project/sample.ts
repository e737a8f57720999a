import type { Day } from '#kernel/calendar.ts';
import type { Step, Story } from '../../story.ts';
import { filed, step, workday } from '../sessions-days.ts';
import { issueDayOf } from '../sessions-plan.ts';

type Link = readonly [name: string, unit: string, rule: string, measure: string, target: number, before: number, after: number];
interface Project {
  readonly title: string;
  readonly goal: string;
  readonly obstacles: string;
  readonly lead: string;
  readonly co: readonly string[];
  readonly leader: string;
  readonly tasks: readonly number[];
  readonly links: readonly Link[];
  readonly on: Day;
  /** Of the plan of the sessions; one of them is claimed by two projects. */
  readonly document?: string;
  readonly end?: 'promote' | 'close' | 'evaluated';
}

/** The six large subjects that the founding account names (F16). */
const projects: readonly Project[] = [
  {
    title: '项目落地、工作落实全链条改革', goal: '项目从签约到开工的时间压缩一半，落实情况全程可查。', obstacles: '尽调、评审、供地、审批各管一段，信息不通，责任断档。',
    lead: 'development', co: ['investment', 'approval', 'natural-resources'], leader: 'leader-economy', tasks: [1, 2, 43], on: '2021-03-08', document: 'diligence', end: 'promote',
    links: [['尽调评审', 'development', '项目引进评审办法', '评审用时（天）', 10, 28, 12], ['签约跟踪', 'investment', '招商项目管理办法', '签约到注册（天）', 20, 45, 26], ['开工审批', 'approval', '工程建设项目审批流程', '拿地到开工（天）', 15, 60, 21]],
  },
  {
    title: '土地盘活利用集成改革', goal: '低效用地分类处置，工业用地标准地出让全覆盖。', obstacles: '底数不清、处置政策分散、税收和用地数据不通。',
    lead: 'natural-resources', co: ['tax', 'development'], leader: 'leader-economy', tasks: [9, 10, 5], on: '2021-03-10', document: 'standard-land', end: 'evaluated',
    links: [['摸底认定', 'natural-resources', '低效用地认定标准', '认定用时（天）', 15, 40, 18], ['数据比对', 'tax', '涉税信息共享办法', '比对用时（天）', 3, 20, 2]],
  },
  {
    title: '文明典范城市创建机制集成改革', goal: '创城由集中突击转为常态管理。', obstacles: '点位无人长期负责，问题反复出现。',
    lead: 'publicity', co: ['urban-management', 'tongji'], leader: 'leader-culture', tasks: [100, 102], on: '2021-03-15', document: 'cleaning', end: 'close',
    links: [['点位责任', 'publicity', '创城点位管理办法', '问题整改用时（天）', 5, 15, 4], ['联合执法', 'urban-management', '城市管理协同规定', '重复投诉（件）', 20, 86, 31]],
  },
  {
    title: '海洋经济发展集成改革', goal: '项目、用海、园区政策一体推进。', obstacles: '用海审批和产业政策分头管理。',
    lead: 'ocean', co: ['blue-valley', 'natural-resources'], leader: 'leader-economy', tasks: [25, 27], on: '2021-04-12', document: 'standard-land',
    links: [['用海审批', 'ocean', '用海审批流程', '审批用时（天）', 20, 55, 0], ['园区承载', 'blue-valley', '园区入驻标准', '入驻用时（天）', 10, 30, 0]],
  },
  {
    title: '新旧动能转换要素配置集成改革', goal: '以亩均效益为准配置土地、能耗、金融要素。', obstacles: '评价口径不一，差别化政策难落地。',
    lead: 'industry', co: ['tax', 'finance', 'statistics'], leader: 'leader-economy', tasks: [40, 42], on: '2021-04-19',
    links: [['评价', 'industry', '亩均评价办法', '评价覆盖（%）', 100, 40, 0], ['数据归集', 'statistics', '数据报送制度', '归集用时（天）', 5, 30, 0]],
  },
  {
    title: '数字经济发展集成改革', goal: '数据、平台、场景一体推进。', obstacles: '数据分散，平台重复建设。',
    lead: 'approval', co: ['industry', 'government-office'], leader: 'leader-reform', tasks: [33, 34], on: '2021-11-22',
    links: [['数据共享', 'approval', '公共数据管理办法', '共享目录（类）', 200, 60, 0], ['场景开放', 'industry', '应用场景发布办法', '开放场景（个）', 30, 4, 0]],
  },
];

/** Proposed, approved, signed by all; three with effect measured, one with documents out, one running, one whose co-unit is silent. */
export function integrationProjectStories(): Story[] {
  return projects.map((project, at) => ({ key: `integration-${at + 1}`, mechanism: 'integrationProject', steps: stepsOf(project, at) }));
}

function stepsOf({ title, goal, obstacles, lead, co, leader, tasks, links, on, document, end }: Project, at: number): Step[] {
  const minute = (hour: number) => `0${hour}:4${at}`;
  const drawn = links.map(([name, unit, rule, measure, target]) => ({ name, unit, rule, measure, target }));
  const isSilent = at === 5;
  const signers = isSilent ? co.slice(0, 1) : co;
  return [
    step(on, minute(1), 'office-1', 'propose', (known) => ({ title, goal, obstacles, links: drawn, leader: `holder-${leader}`, leadUnit: lead, coUnits: co, tasks: tasks.map((seq) => known.idOf(`task-${seq}`)) })),
    step(workday(on, 2), minute(2), leader, 'approve'),
    step(workday(on, 10), minute(2), `${lead}-liaison`, 'submitPlan', (known) => ({ plan: '按环节分工，先立规矩、再理流程、后上系统，每月会商一次，牵头单位汇总。', dueOn: at < 4 ? '2021-09-30' : '2022-03-31', evidence: filed(known, '联合方案') })),
    ...signers.map((unit, place) => step(workday(on, 11 + place), minute(3), `${unit}-head`, 'sign')),
    ...(isSilent ? [step(workday(on, 17), minute(1), 'system', 'escalate')] : []),
    ...(document === undefined ? [] : [step(workday(issueDayOf(document), 1), minute(2), `${lead}-liaison`, 'produce', (known) => ({ results: [known.idOf(`doc-${document}`)] }))]),
    ...(end === undefined ? [] : [step('2021-12-06', minute(2), 'office-2', 'evaluate', (known) => ({
      links: links.map(([name, unit, rule, measure, target, before, after]) => ({ name, unit, rule, measure, target, before, beforePeriod: '2020-Q4', after, afterPeriod: '2021-Q4', source: '有关业务系统统计' })),
      users: '回访企业和群众三十户，普遍反映跑动减少、时间缩短。', evidence: filed(known, '评估报告'),
    }))]),
    ...(end === 'promote' || end === 'close' ? [step('2021-12-15', minute(2), 'office-head', end, { conclusion: '制度运行平稳，前后对比明显，形成可复制的做法。' })] : []),
  ];
}
