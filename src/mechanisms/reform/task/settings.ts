import { defaultThresholds } from '../lights.ts';

const days = (zh: string, en: string, value: number, max: number) => ({ name: { zh, en }, value, min: 1, max, unit: 'workday' }) as const;
const bound = (zh: string, en: string, value: number, max = 100) => ({ name: { zh, en }, value, min: 0, max });

/** Every number an office may change (reform.md §4.3, §11.4: [D]). */
export const taskSettings = {
  plan: days('报送方案时限', 'To hand in the plan', 15, 60),
  planAgain: days('方案退回后重报时限', 'To hand the plan in again', 5, 30),
  report: days('报送进展（按报送日推算）', 'To report, as the day of reporting says', 1, 366),
  opinion: days('专项小组办结意见时限', 'Opinion of the group', 5, 20),
  verify: days('办结核验时限（含小组意见）', 'To check what is done, with the opinion', 10, 40),
  close: days('销号时限', 'To close', 5, 20),
  adjust: days('延期申请答复时限', 'To answer a request to put off', 3, 10),
  monthlyDay: { name: { zh: '重点任务每月报送日', en: 'Key tasks report monthly on' }, value: 25, min: 1, max: 28 },
  quarterlyDay: { name: { zh: '其他任务季末月报送日', en: 'Other tasks report in the last month of a quarter on' }, value: 20, min: 1, max: 28 },
  coBefore: { name: { zh: '责任单位比牵头单位提前（天）', en: 'Co-units report earlier by (days)' }, value: 10, min: 0, max: 20 },
  copied: { name: { zh: '与上次进展雷同的提示线（%）', en: 'Ask when the text is like the last one (%)' }, value: 90, min: 50, max: 100 },
  redGap: bound('红灯：进度差大于（百分点）', 'Red: gap above (points)', defaultThresholds.redGap),
  redLate: bound('红灯：节点逾期大于（工作日）', 'Red: milestone late by more than (working days)', defaultThresholds.redLate),
  redQuarters: bound('红灯：连续黄灯季度数', 'Red: quarters running yellow', defaultThresholds.redQuarters, 8),
  redMissing: bound('红灯：漏报大于（工作日）', 'Red: report missing for more than (working days)', defaultThresholds.redMissing),
  yellowGap: bound('黄灯：进度差不小于（百分点）', 'Yellow: gap at least (points)', defaultThresholds.yellowGap),
  yellowLate: bound('黄灯：节点逾期不少于（工作日）', 'Yellow: milestone late by at least (working days)', defaultThresholds.yellowLate),
  yellowMissing: bound('黄灯：漏报不少于（工作日）', 'Yellow: report missing for at least (working days)', defaultThresholds.yellowMissing),
  yellowReturns: bound('黄灯：退回次数不少于', 'Yellow: returned at least (times)', defaultThresholds.yellowReturns, 10),
  blueBefore: bound('蓝灯：距完成日期不多于（工作日）', 'Blue: due within (working days)', defaultThresholds.blueBefore),
  linear: { name: { zh: '应达进度：0按节点，1按天推算', en: 'Planned rate: 0 by milestones, 1 day by day' }, value: 0, min: 0, max: 1 },
  lightRules: { name: { zh: '亮灯规则：0默认，1银川，2三亚，3广元，4三明，5宿迁，6隆昌', en: 'Rule set: 0 default, 1 Yinchuan, 2 Sanya, 3 Guangyuan, 4 Sanming, 5 Suqian, 6 Longchang' }, value: 0, min: 0, max: 6 },
} as const;
