import type { Story } from '../../story.ts';
import { step } from '../sessions-days.ts';

const demands = '红灯任务一周内报补救措施，黄灯任务月底前赶上进度；责任单位主动配合，进展如实填报，佐证要能证明目标达到。';

/** Three quarters told, the last one drafted. */
export function progressCircularStories(): Story[] {
  const told = [
    ['2021-Q1', '2021-04-09', '任务分解到位，多数任务按期报送方案；三月底前完成的任务全部申请办结。', '少数单位方案里程碑笼统、责任单位分工不清。'],
    ['2021-Q2', '2021-07-08', '上半年任务集中销号，一批制度办法印发施行，企业和群众反映较好。', '部分任务进度落后，个别办结申请佐证不足被退回。'],
    ['2021-Q3', '2021-10-14', '三季度重点任务推进加快，跨部门事项通过会议协调解决。', '少数任务连续滞后，数据报送不及时。'],
  ] as const;
  return [
    ...told.map(([period, day, good, problems]): Story => ({
      key: `progress-${period}`, mechanism: 'progressCircular',
      steps: [step(day, '01:40', 'office-1', 'draft', { period, good, problems, demands }), step(day, '07:20', 'office-head', 'issue')],
    })),
    { key: 'progress-2021-Q4', mechanism: 'progressCircular', steps: [step('2021-12-27', '02:10', 'office-1', 'draft', { period: '2021-Q4', good: '全年任务大部销号，一批做法被上级推介。', demands })] },
  ];
}
