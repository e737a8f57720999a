import type { Condition } from '#kernel/condition.ts';
import { figure } from '#kernel/figure.ts';
import { levels } from './record.ts';
import { chainNames, type ChainStage } from './stages.ts';

const mechanism = 'project';
const piece = { zh: '个', en: 'projects' };
const alive: Condition = { not: { stage: ['terminated', 'merged'] } };
const isKey: Condition = { fact: 'level', in: Object.keys(levels).filter((level) => level !== 'ordinary') };
const thisYear = (fact: string): Condition => ({ fact, during: 'thisYear' });

/** Flow of a stage: projects that reached it this year and were not moved back. */
function reached(stage: ChainStage) {
  const { zh, en } = chainNames[stage];
  return figure({
    key: `project.${stage}`,
    name: { zh: `今年${zh}项目`, en: `${en}: projects this year` },
    unit: piece,
    definition: { zh: `今年到达“${zh}”阶段、没有被退回的项目数，终止、并项的不计。`, en: `Projects that reached “${en}” since 1 January and were not moved back; terminated and merged ones do not count.` },
    mechanism,
    where: { all: [thisYear(`${stage}On`), alive] },
    measure: { count: 'matters' },
    isPublic: stage === 'signed' || stage === 'started',
  });
}

/** What is asked of the register of projects (projects.md §15, §15.1). */
export const projectFigures = [
  figure({
    key: 'project.gates',
    name: { zh: '项目关口', en: 'Gates of projects' },
    unit: { zh: '道', en: 'gates' },
    definition: { zh: '在推项目所处的关口种类数：尽调、评审、监管。', en: 'Distinct gates at which projects under way stand: due diligence, review, supervision.' },
    mechanism,
    where: { not: { stage: ['terminated', 'merged', 'exited', 'relocated'] } },
    measure: { distinct: 'gate' },
    answers: '3.2',
    isPublic: true,
  }),
  figure({
    key: 'project.benchmarkLand',
    name: { zh: '对标拿地重点项目', en: 'Key projects that took benchmarked land' },
    unit: piece,
    definition: { zh: '区重点以上项目中，今年签订用地承诺且各项承诺值不低于标准的个数；以对标拿地日期计。', en: 'Projects of district-key level or above whose land commitment meets every standard, by the day of that land, since 1 January.' },
    mechanism,
    where: { all: [thisYear('benchmarkLandOn'), isKey, alive] },
    measure: { count: 'matters' },
    answers: '3.3',
    isPublic: true,
  }),
  figure({
    key: 'project.provincialHub',
    name: { zh: '省重大项目（陆港国际枢纽）', en: 'Provincial major project (land-port hub)' },
    unit: piece,
    definition: { zh: '级别为省重大、名称含“陆港国际枢纽”的在推项目数。', en: 'Projects under way of the level provincial major named for the international land-port hub.' },
    mechanism,
    where: { all: [{ fact: 'level', in: ['provinceMajor'] }, { fact: 'name', contains: '陆港国际枢纽' }, { not: { stage: ['terminated', 'merged', 'exited', 'relocated'] } }] },
    measure: { count: 'matters' },
    answers: '3.18',
    isPublic: true,
  }),
  figure({
    key: 'project.key',
    name: { zh: '在推重点项目', en: 'Key projects under way' },
    unit: piece,
    definition: { zh: '区重点以上、没有终止、并项、退出、转移、闭环的项目数。', en: 'Projects of district-key level or above that have not ended.' },
    mechanism,
    where: { all: [isKey, { not: { stage: ['terminated', 'merged', 'exited', 'relocated', 'closed'] } }] },
    measure: { count: 'matters' },
  }),
  reached('signed'), reached('landed'), reached('started'), reached('completed'), reached('producing'), reached('atCapacity'),
  figure({
    key: 'project.signedInvestment',
    name: { zh: '今年签约额', en: 'Investment signed this year' },
    unit: { zh: '亿元', en: '100 million yuan' },
    definition: { zh: '今年正式签约项目的协议总投资合计；框架协议、终止的不计。', en: 'Agreed investment of the projects formally signed since 1 January; frameworks and terminated ones do not count.' },
    mechanism,
    where: { all: [thisYear('signedOn'), { fact: 'agreementKind', in: ['formal'] }, alive] },
    measure: { sum: 'agreedInvestment', per: 10_000_000_000 },
  }),
  figure({
    key: 'project.done',
    name: { zh: '累计完成投资', en: 'Investment done' },
    unit: { zh: '亿元', en: '100 million yuan' },
    definition: { zh: '开工以后项目的累计完成投资合计，以统计部门数为准。', en: 'Investment so far of the projects that have started, by the statistics figure.' },
    mechanism,
    where: { all: [{ fact: 'startedOn', present: true }, alive] },
    measure: { sum: 'done', per: 10_000_000_000 },
  }),
  figure({
    key: 'project.reviewPassRate',
    name: { zh: '评审通过率', en: 'Reviews passed' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年有评审结论的项目中，通过和有条件通过的占比。', en: 'Of the projects whose review was concluded since 1 January, the share passed with or without conditions.' },
    mechanism,
    where: { all: [thisYear('reviewedOn'), { fact: 'reviewResult', present: true }] },
    measure: { share: { fact: 'reviewResult', in: ['passed', 'conditional'] } },
  }),
  figure({
    key: 'project.reviewScore',
    name: { zh: '评审平均得分', en: 'Mean score of reviews' },
    unit: { zh: '分', en: 'points' },
    definition: { zh: '今年有评审结论的项目得分平均值，不足3个不显示。', en: 'Mean score of the projects reviewed since 1 January; not shown below three.' },
    mechanism,
    where: { all: [thisYear('reviewedOn'), { fact: 'reviewScore', present: true }] },
    measure: { mean: 'reviewScore', atLeast: 3 },
  }),
  figure({
    key: 'project.inStatistics',
    name: { zh: '纳统率', en: 'In statistics' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '已开工项目中已纳统的占比。', en: 'Of the projects that have started, the share in the statistics.' },
    mechanism,
    where: { all: [{ fact: 'startedOn', present: true }, alive] },
    measure: { share: { fact: 'buildingOn', present: true } },
  }),
];
