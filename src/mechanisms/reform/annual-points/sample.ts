import type { Step, Story } from '../../story.ts';
import { filed, step, workday } from '../sessions-days.ts';

const asked = ['development', 'natural-resources', 'economic-zone', 'approval', 'ocean', 'science', 'industry', 'investment', 'finance', 'housing', 'urban-management', 'ecology', 'agriculture', 'transport', 'justice', 'politics-law', 'publicity', 'culture', 'education', 'health', 'civil-affairs', 'human-resources', 'emergency', 'organisation', 'discipline', 'market', 'petition', 'medical-insurance'];
const consulted = ['development', 'approval', 'industry', 'finance', 'agriculture', 'housing', 'justice', 'publicity', 'education', 'health', 'organisation', 'discipline'];
const proposed = ['建立重点事项闭环管理机制', '推行一件事集成办理', '完善考核激励办法', '健全部门协同会商制度'];
const opinions: Readonly<Record<string, readonly [text: string, adoption: 'adopted' | 'partly' | 'not', reason?: string]>> = {
  finance: ['建议财政评审清单的完成时限放宽到6月底', 'adopted'], housing: ['建议水务一体化由多个部门共同牵头', 'not', '一项任务只能有一个牵头单位，其他部门列为责任单位'], health: ['建议医共体建设增加财政保障内容', 'partly', '保障内容写入组织保障部分'],
};

/** The points of 2021: called for in November, issued in March, revised once in June. */
export function annualPointsStories(): Story[] {
  const day = (n: number) => workday('2021-01-25', n);
  const answers = consulted.map((unit, at) => ({ unit, on: day(1 + (at % 5)), text: opinions[unit]?.[0] ?? '无意见' })).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const steps: Step[] = [
    step('2020-11-16', '01:30', 'office-1', 'open', { title: '区委2021年改革工作要点', year: 2021, notice: '请结合上级部署和本单位实际，申报2021年拟推进的改革项目，写明目标和理由；没有的也请回复。', asked }),
    ...asked.filter((unit) => unit !== 'petition').map((unit, at) => step(workday('2020-11-18', at % 11), `02:${String(10 + at).padStart(2, '0')}`, `${unit}-liaison`, 'propose', at % 7 === 6 ? { name: '无' } : { name: proposed[at % 4], reason: '问题集中、条件成熟，年内可以见到成效。' })),
    step('2020-12-10', '01:30', 'office-1', 'urge'),
    step('2021-01-11', '01:30', 'office-1', 'startDrafting'),
    step('2021-01-20', '03:00', 'office-1', 'compare'),
    step('2021-01-25', '01:30', 'office-1', 'consult', {
      consulted,
      overall: '坚持问题导向、目标导向、结果导向，聚焦项目落地、土地盘活、营商环境、民生改善等重点领域，以改革破难题、增活力。',
      safeguards: '一是加强统筹，专项小组按季调度；二是压实责任，一项任务一个牵头单位；三是督察问效，亮灯管理、逐项销号；四是营造氛围，鼓励基层首创。',
    }),
    ...answers.map(({ unit, on, text }, at) => step(on, `03:${String(10 + at).padStart(2, '0')}`, `${unit}-liaison`, 'giveOpinion', { text })),
    step('2021-02-05', '01:30', 'office-1', 'adopt', { opinions: answers.map(({ unit, on, text }) => ({ unit, on, text, adoption: opinions[unit]?.[1] ?? 'adopted', ...(opinions[unit]?.[2] === undefined ? {} : { reason: opinions[unit]?.[2] }) })) }),
    step('2021-02-19', '01:30', 'office-head', 'putForward', { explanation: '经征集申报、对照上级部署逐条梳理、两轮征求意见形成，共37类139项；上级条目除一条经签字不适用外全部承接。' }),
    step('2021-03-02', '07:30', 'office-1', 'recordMeeting', (known) => ({ meetingName: '区委全面深化改革委员会会议', meetingOn: '2021-03-02', outcome: 'passed', evidence: filed(known, '会议纪要') })),
    step('2021-03-05', '00:50', 'office-1', 'issue', { docNo: '即改发〔2021〕1号' }),
    step('2021-06-08', '01:30', 'office-1', 'proposeRevision', (known) => ({ revision: '上级新部署，增加新业态劳动者权益保障、校园周边综合治理两项任务。', evidence: filed(known, '调整请示') })),
    step('2021-06-10', '07:30', 'top', 'approveRevision'),
  ];
  return [{ key: 'points-2021', mechanism: 'annualPoints', steps }];
}
