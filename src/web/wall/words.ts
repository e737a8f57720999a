import { catalogue } from '#web/language.ts';

/** The words of the wall view. */
export const useWallWords = catalogue({
  title: { zh: '{district}改革创新驾驶舱', en: '{district} reform cockpit' },
  page: { zh: '大屏', en: 'Wall view' },
  leave: { zh: '返回（Esc）', en: 'Leave (Esc)' },
  figures: { zh: '主要数字', en: 'Headline figures' },
  pier: { zh: '从需求到成效', en: 'From need to result' },
  pierNote: { zh: '{year}年收到、您有权查看的建议', en: 'Suggestions of {year} that you may see' },
  lights: { zh: '时限状态', en: 'Lights' },
  burning: { zh: '红黄灯最多的单位', en: 'Units with most red and yellow' },
  nothingBurns: { zh: '没有亮红黄灯的事项', en: 'Nothing is red or yellow' },
  changes: { zh: '最新办理', en: 'Done lately' },
  trend: { zh: '{name}，近12个月', en: '{name}, last 12 months' },
  asOf: { zh: '数据截至 {day}，随办理实时更新', en: 'As of {day}, updated as things happen' },
  lost: { zh: '与平台的连接断了，正在重连；以下为断开前的数据', en: 'Connection lost, trying again; figures are from before' },
  overdueCount: { zh: '{count} 件', en: '{count}' },
});
