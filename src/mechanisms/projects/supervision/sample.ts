import type { Known, Step, Story } from '../../story.ts';
import { signedProjects, type Course, type SignedProject } from '../sample-courses.ts';
import { penFrom, type Pen } from '../sample-pen.ts';

/** Every signed project under supervision: reports, what statistics count, the lights of the nights, and the ladder for the worst. */
export function supervisionStories(): readonly Story[] {
  return signedProjects.map((project, at) => {
    const { key } = project.planned;
    const asks = (known: Known) => ({ mechanism: 'supervision', where: { fact: 'project', in: [known.idOf(key)] } });
    const it = (known: Known) => known.found[0]?.id ?? '';
    const { steps } = onwards(project, at);
    return { key: `supervision-${key}`, mechanism: 'supervision', steps: steps.map((step, place): Step => (place === 0 ? { ...step, asks, of: it } : step)) };
  });
}

/** How many times 万元 statistics count by the end of November, and the enterprise reports. */
const invested: Partial<Record<Course, number>> = { short: 7_800, stuck: 900, repaying: 600 };

function onwards({ planned: { townPost, index }, course, steward }: SignedProject, at: number): Pen {
  const pen = penFrom('2021-10-08', 60 + at);
  if (course === 'quiet') return pen.from('2021-12-27').after(0, 'system', 'recompute');
  const wan = invested[course] ?? 2_600 + at * 150;
  const month = (name: string, share: number, reportOn: string, countOn: string) => {
    // One reports a good deal more than statistics count.
    const told = course === 'stuck' ? share * 1.3 : share;
    pen.from(reportOn).after(0, steward, 'report', () => ({ month: name, invested: Math.round(wan * told) * 1_000_000, jobs: 20 + (index % 40) }))
      .from(countOn).after(0, 'stat', 'countMonth', () => ({ month: name, counted: Math.round(wan * share) * 1_000_000 }));
    if (course === 'stuck') pen.after(4, townPost, 'checkMonth', (known) => ({ month: name, checked: Math.round(wan * share) * 1_000_000, evidence: [known.file('现场核查记录')] }));
  };
  const light = (day: string) => pen.from(day).after(0, 'system', 'recompute');
  const plan = () => pen.after(5, townPost, 'handInPlan', () => ({ plan: '已约谈企业，排出分月计划，按周调度，下月底前完成。' }));
  if (course === 'stuck') {
    light('2021-10-25');
    plan();
    month('2021-10', 0.8, '2021-11-04', '2021-11-12');
    light('2021-11-19');
    // One of them still waits for the joint meeting at the end of the year.
    return at % 4 === 0 ? pen.from('2021-12-06').after(0, 'joint-meeting', 'decideJointly', (known) => ({ decision: 'rectify', minutesNo: '〔2021〕第11次', evidence: [known.file('联席会议纪要')] })) : pen;
  }
  if (course === 'repaying') return repaying(light('2021-10-11'));
  if (course === 'kept') {
    month('2021-10', 0.8, '2021-11-03', '2021-11-12');
    return light('2021-11-15');
  }
  if (course === 'late') {
    light('2021-11-10').from('2021-11-30').after(0, 'system', 'recompute');
    plan();
    return at > 1 ? pen : pen.after(2, 'leader-economy', 'setLight', () => ({ override: 'green', overrideUntil: '2022-01-31', reason: '审图机构排队所致，已约定一月中旬出具意见。' }));
  }
  month('2021-11', 1, '2021-12-03', '2021-12-14');
  light('2021-12-15');
  return course === 'short' ? plan() : pen;
}

/** Red, before the joint meeting, and money back: the hearing and the payment keep their days. */
function repaying(pen: Pen): Pen {
  return pen
    .after(5, 'joint-meeting', 'decideJointly', (known) => ({ decision: 'recover', minutesNo: '〔2021〕第9次', claimAmount: 320_000_000, claimBasis: '协议第十一条：逾期六个月未开工，返还已兑现的设备补助。', evidence: [known.file('联席会议纪要')] }))
    .after(7, 'secretariat-1', 'hear', (known) => ({ hearing: '企业陈述因母公司资金调度未能按期进场，请求分期退还。', evidence: [known.file('陈述笔录')] }))
    .after(2, 'joint-meeting', 'demand', (known) => ({ decidedAmount: 300_000_000, reason: '事实清楚，企业未提出新的证据，予以追回。', evidence: [known.file('追回决定书')] }))
    .after(15, 'finance', 'recordRepayment', (known) => ({ amount: 120_000_000, evidence: [known.file('银行回单')] }));
}
