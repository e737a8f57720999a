import { addDays } from '#kernel/calendar.ts';
import type { Known, Story } from '../../story.ts';
import { penFrom, storyOf, type Pen } from '../sample-pen.ts';
import { stewardOf } from '../sample-courses.ts';
import { landDeals } from '../sample-land.ts';
import { capacityPlant, plannedProjects, type PlannedProject } from '../sample-plan.ts';
import { built, reviewed, signed } from './sample-onwards.ts';

/** Every project of the sample years as far as its own posts take it; due diligence, reviews and land are told elsewhere. */
export function projectStories(): readonly Story[] {
  return plannedProjects.map((planned) => storyOf(planned.key, 'project', planned.stock === undefined ? filed(planned) : taken(planned, planned.stock)));
}

/** What a project says of itself. */
function said({ index, name, town, kind, industry, money, land, level, investor }: PlannedProject, known: Known) {
  return {
    name, town, kind, industry, totalInvestment: money, fixedInvestment: Math.round(money * 0.6), equipment: Math.round(money * 0.25), land, landKind: index % 4 === 3 ? 'stock' : 'new', level, investor: known.idOf(investor),
    source: ['以商招商', '商会推介', '驻点招商', '平台公司推荐'][index % 4], visitRecord: '双方就选址、投资规模、用地和建设周期作了洽谈，投资方提交了初步资料。', summary: '建设厂房、研发用房和配套设施，购置生产和检测设备。',
    process: '机械加工、装配和检测', nature: index % 6 === 5 ? 'upgrade' : 'new', capitalSource: index % 9 === 8 ? 'foreign' : 'domestic', taxPerMu: 18 + (index % 20), jobs: 60 + ((index * 13) % 500), energy: 200 + ((index * 31) % 900),
    site: `${name.slice(0, 4)}地块${index + 1}号`, place: { type: 'Point', coordinates: [Number((120.35 + ((index * 17) % 40) / 100).toFixed(4)), Number((36.3 + ((index * 23) % 35) / 100).toFixed(4))] },
  };
}

/** A project that was under way before the platform, from its stage on. */
function taken(planned: PlannedProject, stock: string): Pen {
  const { index, fate, money, townPost, company } = planned;
  const steward = stewardOf(planned);
  const past = stock === 'planning' ? {} : {
    minutesNo: `〔2019〕第${(index % 20) + 1}次`,
    ...(stock === 'decided' ? {} : { agreementKind: 'formal', agreementNo: `XY-2019-${index + 1}`, agreedInvestment: money, fairReviewNo: `公审〔2019〕${index + 1}号`, signedOn: '2019-05-20' }),
    ...(['decided', 'signed'].includes(stock) ? {} : { landContractNo: `TD-2019-${index + 1}`, landedOn: '2019-08-15' }),
    ...(['decided', 'signed', 'landed'].includes(stock) ? {} : { constructionPermitNo: `SG-2019-${index + 1}` }),
    ...(['decided', 'signed', 'landed', 'permitted'].includes(stock) ? {} : { startedOn: '2019-10-12', statCode: `TJ-${370215000 + index}`, done: Math.round(money * 0.2) }),
  };
  const pen = penFrom(planned.on, index)
    .after(0, 'secretariat-1', 'takeOver', (known) => ({ ...said(planned, known), ...past, steward: `holder-${steward}`, stockStage: stock, stockOn: '2019-12-10', evidence: [known.file('原审批材料')], reason: '平台启用前在推项目。' }))
    .after(2, 'secretariat-head', 'confirmTakeOver');
  const invested = (share: number) => () => ({ done: Math.round(money * share) });
  if (fate === 'building') return pen.from('2020-07-06').after(index % 5, 'stat', 'recordDone', invested(0.45)).from('2021-10-11').after(index % 7, 'stat', 'recordDone', invested(0.7));
  if (fate === 'completed' || fate === 'producing') {
    pen.from(addDays('2020-06-01', (index * 11) % 400)).after(0, steward, 'submitCompletion', (known) => ({ acceptanceNo: `YS-2021-${index + 1}`, evidence: [known.file('竣工验收备案')] })).after(3, 'permits', 'complete').after(5, 'stat', 'recordDone', invested(0.95));
    return fate === 'completed' ? pen : pen.after(45, steward, 'submitProduction', () => ({ invoiceNo: `FP${100_000 + index}`, powerLoad: 600 + index })).after(3, 'tax', 'checkInvoice').after(2, 'industry', 'produce');
  }
  if (fate === 'started') {
    pen.from(addDays('2020-04-07', (index * 19) % 540));
    const began = pen.day();
    return pen.after(0, steward, 'submitStart', (known) => ({ startClaimedOn: began, startPhoto: [known.file('开工现场照片')], supervisionLogNo: `JL-${index + 1}` }))
      .after(2, 'stat', 'checkStart').after(1, townPost, 'start').after(12, 'stat', 'enterStatistics', () => ({ statCode: `TJ-${370215000 + index}` })).after(60, 'stat', 'recordDone', invested(0.3));
  }
  if (fate === 'permitted') {
    return pen.from(addDays('2020-05-11', (index * 23) % 560)).after(0, steward, 'recordPermits', () => ({ nationalCode: `20${20 + (index % 2)}-370215-04-01-${String(100_000 + index)}`.replace(/^20(\d\d)-/, (_all, year: string) => `${year}05-`), filingNo: `BA-${index + 1}`, eiaNo: `HP-${index + 1}`, energyReviewNo: `NP-${index + 1}`, landPermitNo: `YD-${index + 1}`, planPermitNo: `GH-${index + 1}`, constructionPermitNo: `SG-${index + 1}` }))
      .after(6, 'permits', 'permit');
  }
  if (fate === 'registered' || fate === 'landed') {
    // The plant of the worked example takes its land before all others.
    const isEarly = landDeals.some((deal) => deal.planned === planned && deal.nth === capacityPlant);
    pen.from(addDays('2020-05-18', isEarly ? 0 : (index * 7) % 200)).after(0, steward, 'register', (known) => ({ company: known.idOf(company), firstCapital: Math.round(money * 0.1), firstCapitalOn: '2020-05-12', evidence: [known.file('营业执照'), known.file('银行回单')] }));
    return fate === 'registered' ? built(pen, planned) : pen.after(30 + (index % 200), steward, 'submitLand', (known) => ({ landMode: index % 2 === 0 ? 'rentPlant' : 'buyPlant', landContractNo: `CF-${index + 1}`, evidence: [known.file('厂房合同')] })).after(3, 'natural', 'land');
  }
  if (fate === 'signed') return signed(pen.from(addDays('2021-02-22', (index * 31) % 240)), planned, 3);
  if (fate === 'aboveScale') return pen.from(addDays('2021-01-18', index % 60)).after(0, 'stat', 'enterScale', () => ({ annualRevenue: 2_500_000_000 + index * 10_000_000, scaleNoticeNo: `RG-${index + 1}` }));
  if (fate === 'exited') return pen.from('2021-03-15').after(index % 9, 'joint-meeting', 'exit', (known) => ({ exitKind: index % 2 === 0 ? 'takeBack' : 'transfer', minutesNo: '〔2021〕第3次', reason: '投资方资金链断裂，联席会议决定退出。', evidence: [known.file('联席会议纪要')] }));
  if (fate === 'planTerminated') return pen.from('2020-06-15').after(index % 9, 'secretariat-head', 'terminate', () => ({ reason: '投资方调整战略布局，不再推进。' }));
  return pen;
}

/** A project filed on the platform, up to where due diligence takes over. */
function filed(planned: PlannedProject): Pen {
  const { index, fate } = planned;
  const finder = `invest-${(index % 3) + 1}`;
  const pen = penFrom(planned.on, index).after(0, finder, 'fileLead', (known) => {
    const { investor, ...rest } = said(planned, known);
    return fate === 'merged' ? { ...rest, investor } : rest;
  });
  if (fate === 'lead') return pen;
  if (fate === 'leadTerminated') return pen.after(15, 'secretariat-head', 'terminate', () => ({ reason: '多次联系后投资方没有明确意向。' }));
  if (fate === 'merged') return pen.after(4, 'secretariat-2', 'merge', (known) => ({ mergedInto: known.idOf(`project-${(index % 20) + 1}`) }));
  pen.after(5 + (index % 4), finder, 'propose', (known) => {
    const { name: _name, town: _town, level: _level, ...rest } = said(planned, known);
    return { ...rest, evidence: [known.file('项目建议书')] };
  });
  if (fate === 'onHold') return pen.from('2021-11-15').after(index % 4, 'secretariat-head', 'hold', () => ({ holdUntil: '2022-01-28', reason: '投资方正在重组，待股权明确后再议。' }));
  if (fate === 'relocated') return pen.after(20, 'leader-economy', 'relocate', () => ({ relocatedTo: '市内其他区', reason: '产业定位更适合邻区园区，经协商转移。' }));
  return fate === 'reviewed' ? reviewed(pen, planned) : pen;
}
