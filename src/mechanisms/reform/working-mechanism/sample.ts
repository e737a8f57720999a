import type { Story } from '../../story.ts';
import { step } from '../sessions-days.ts';

type Line = readonly [name: string, purpose: string, how: string, leadUnit: string, indicator: string];

const reform: readonly Line[] = [
  ['顶格协调抓改革', '跨部门、跨层级的改革没有人统得起来，事项在部门之间转圈。', '主要领导点题、深改委会议定事、决定事项逐条落到单位和日期，由督察跟到底。', 'reform-office', '会议决定按期反馈率'],
  ['系统集成促改革', '单个部门改了一环，群众和企业办一件事还是要跑全程。', '把一件事涉及的单位和环节放进同一个课题，联合方案各单位会签，改前改后逐环节比较。', 'reform-office', '完成集成的课题数和环节压缩比例'],
  ['以小见大推改革', '小切口的堵点因为小没有人管，积起来成了大问题。', '单位自选小题目，三个月内见效，有成效的推广，没有成效的说明原因。', 'reform-office', '按期见效的小改革数'],
  ['试点试验探改革', '没有把握的办法一下推开风险大，试过的经验又沉在原地。', '试点定期限、定退出条件，到期评估，成的推广、不成的终止。', 'reform-office', '到期评估率和推广数'],
  ['典型引路带改革', '好做法散在各单位，别人不知道、学不会。', '经核实的做法整理成案例，写清条件和步骤，跟踪复制的单位。', 'reform-office', '被复制的案例数'],
  ['督察问效保改革', '布置多、检查少，报上来的完成和实际不一样。', '按季督察，随机抽样，问题一事一单、四件齐全才销号，反弹的升级。', 'reform-office', '问题按期整改率和反弹率'],
];

const projects: readonly Line[] = [
  ['“施工图”管理机制', '项目从签约到投产环节多，谁在哪天做什么说不清。', '一个项目一张施工图，节点定到日和人，每月对图说话。', 'industry', '按期完成节点比例'],
  ['双招双引政策机制', '各处政策口径不一，兑现靠跑。', '政策一本账，条件、额度、兑现时限公开，到期自动提醒。', 'investment', '按期兑现率'],
  ['基金加产业机制', '财政直接补贴用一次少一次，带不动产业链。', '基金投向链上缺的环节，投前尽调、投后跟踪，退出再投。', 'finance', '基金带动的社会投资'],
  ['法治惠企机制', '企业遇到纠纷找不到门，部门执法标准不一。', '首违轻罚清单、法律体检、涉企检查合并，结果可查。', 'justice', '涉企检查压减比例'],
  ['平台聚合项目要素机制', '土地、能耗、资金、人才各在各的台账，项目等要素。', '要素放进同一个平台按项目配，缺口按月汇总协调。', 'development', '要素保障到位的项目比例'],
  ['政企联动机制', '企业反映的问题没有人首问，办到哪一步不知道。', '首问负责、全程跟办，办结由企业评价。', 'commerce', '诉求按期办结率和满意度'],
];

const listed = (area: string, lines: readonly Line[], day: string, basis: string): Story[] =>
  lines.map(([name, purpose, how, leadUnit, indicator], at): Story => ({
    key: `way-${area}-${at + 1}`, mechanism: 'workingMechanism',
    steps: [step(day, `02:${String(10 + at).padStart(2, '0')}`, 'office-1', 'enter', { name, area, purpose, how, leadUnit, basis, indicator, inForceOn: day })],
  }));

/** The six of reform and the six of projects, and one that was ended: it is not counted. */
export function workingMechanismStories(): Story[] {
  return [
    ...listed('reform', reform, '2021-01-12', '区委深改委2021年第一次会议'),
    ...listed('projects', projects, '2021-02-03', '区委区政府2021年项目工作意见'),
    {
      key: 'way-ended', mechanism: 'workingMechanism', steps: [
        step('2020-01-14', '02:00', 'office-1', 'enter', { name: '改革周报机制', area: 'reform', purpose: '及时掌握各单位改革进展。', how: '各单位每周书面报送进展，由改革办汇总成周报。', leadUnit: 'reform-office', inForceOn: '2020-01-14' }),
        step('2020-12-22', '02:00', 'office-head', 'lookBack', { review: '周报内容重复多、数据对不上，单位负担重，建议由台账自动汇总代替。' }),
        step('2020-12-23', '02:00', 'office-head', 'end', { reason: '进展由台账按月自动汇总，不再要求各单位书面周报。' }),
      ],
    },
  ];
}
