import { addDays, addWorkdays, chinaCalendar, type Day, type Instant } from '#kernel/calendar.ts';
import type { Known, Step, Story } from '../../story.ts';
import { usualQuotas } from '../panel-size.ts';
import { accountOf } from '../sample-names.ts';
import { plannedReviews, type PlannedReview } from '../sample-days.ts';

/** Forty reviews with real draws: some with a substitute, an expert's own request, a second draw, a revision, a veto. */
export function reviewMeetingStories(): readonly Story[] {
  return plannedReviews.map((review) => ({ key: meetingOf(review), mechanism: 'reviewMeeting', steps: stepsOf(review) }));
}

/** The story of a review's meeting. */
export function meetingOf({ planned }: PlannedReview): string {
  return `meeting-${planned.key}`;
}

interface Seat {
  readonly person: string;
  readonly checkedInAt?: string;
}

const panelOf = (known: Known) => (known.read?.facts['panel'] ?? []) as readonly Seat[];
/** The account of the nth who has not checked in yet. */
const missing = (nth: number) => (known: Known) => accountOf(panelOf(known).filter(({ checkedInAt }) => checkedInAt === undefined)[nth]?.person);

function stepsOf(review: PlannedReview): readonly Step[] {
  const { planned, nth, size, outcome, convenedOn, meetingOn } = review;
  const clerk = nth % 2 === 0 ? 'secretariat-1' : 'secretariat-2';
  const step = (at: Instant, by: Step['by'], action: string, input: Step['input'] = () => ({})): Step => ({ at, by, action, input });
  /** Whoever sits on the panel is known once it is drawn. */
  const seated = (at: Instant, by: Step['by'], action: string, input?: Step['input']): Step => ({ ...step(at, by, action, input), reads: meetingOf(review) });
  const drawOn = addWorkdays(chinaCalendar, meetingOn, -2);
  // In one of eight somebody does not come, and the next in the order of the draw takes his seat.
  const isShort = nth % 8 === 3;
  const comes = isShort ? size - 1 : size;
  return [
    step(at(convenedOn, 60 + nth), clerk, 'convene', (known) => ({ project: known.idOf(planned.key), meetingOn, venue: '区政务服务中心三楼评审室', quotas: Object.entries(usualQuotas[size]).map(([specialty, seats]) => ({ specialty, seats })), measures: measuresFor(outcome, nth) })),
    ...(nth % 10 === 4 ? [step(at(convenedOn, 120 + nth), 'supervisor', 'object', (known) => ({ expert: known.idOf(`expert-${nth + 20}`), grounds: '本人来函，与申请单位高管同学，申请回避' }))] : []),
    step(at(convenedOn, 180 + nth), clerk, 'commitSecretariat', () => ({ secretariatSecret: `评审办第${nth + 1}场自拟密语：潮平两岸阔${nth * 37 + 11}` })),
    step(at(convenedOn, 240 + nth), 'supervisor', 'commitSupervisor', () => ({ supervisorSecret: `监督方第${nth + 1}场自拟密语：风正一帆悬${nth * 53 + 29}` })),
    step(at(drawOn, 60 + nth), clerk, 'draw'),
    ...(nth % 16 === 6 ? [step(at(addWorkdays(chinaCalendar, drawOn, 1), 60 + nth), 'supervisor', 'redraw', () => ({ reason: '抽取后有人打听名单，为防泄露，经监督方决定重新抽取。' }))] : []),
    ...Array.from({ length: comes }, (_, seat) => seated(at(meetingOn, seat * 2), missing(isShort ? 1 : 0), 'checkIn')),
    ...(isShort ? [step(at(meetingOn, 30), clerk, 'fillSeats', () => ({ reason: '一位专家因航班取消未能到会，按次序递补。' })), seated(at(meetingOn, 45), missing(0), 'checkIn')] : []),
    seated(at(meetingOn, 50), clerk, 'nameChair', (known) => ({ chair: panelOf(known)[0]?.person })),
    seated(at(meetingOn, 300), (known) => accountOf(panelOf(known)[0]?.person), 'conclude', (known) => ({ minutes: [known.file('论证会纪要')], ...wordsFor(review) })),
    step(at(addWorkdays(chinaCalendar, meetingOn, 1 + (nth % 2)), 90 + nth), clerk, 'reveal'),
    ...(nth % 10 === 1 ? [step(at(addWorkdays(chinaCalendar, meetingOn, 4), 90 + nth), 'supervisor', 'examine')] : []),
  ];
}

/** What was promised against the standard, so much of it as the outcome needs. */
function measuresFor(outcome: PlannedReview['outcome'], nth: number): readonly object[] {
  const share = outcome === 'passed' || outcome === 'vetoed' ? 0.92 + (nth % 4) / 50 : outcome === 'conditional' ? 0.85 : 0.74;
  const standards = { intensity: 300, taxPerMu: 20, plotRatio: 1.2, energy: 0.5, research: 3 };
  return Object.entries(standards).map(([benchmark, standard]) => ({ benchmark, standard, committed: Number((benchmark === 'energy' ? standard / share : standard * share).toFixed(3)) }));
}

/** What the chair adds: conditions with an owner and a day, a deliberation where totals lie apart, the basis of a veto. */
function wordsFor({ planned, nth, outcome, meetingOn }: PlannedReview): Readonly<Record<string, unknown>> {
  return {
    ...(nth % 9 === 0 ? { deliberation: '对离差较大的意见逐条讨论：该专家认为流动资金测算偏紧，投资方已补充授信证明，专家组认可。' } : {}),
    ...(outcome === 'conditional' ? { conditions: conditions.slice(nth % 2, 2 + (nth % 2)).map((name, place) => ({ name, unit: planned.town, dueOn: addDays(meetingOn, 60 + place * 60) })) } : {}),
    ...(outcome === 'vetoed' ? { vetoBasis: '《产业结构调整指导目录》淘汰类', vetoNote: '发展改革部门书面意见：主要工艺属淘汰类，不得新建。' } : {}),
  };
}

const conditions = ['补齐两家以上下游企业的订单合同', '环评批复前不得开工，污水接管协议报备', '首期设备投资到位不低于四成'] as const;

/** So many minutes after nine in the morning. */
function at(day: Day, minutes: number): Instant {
  return new Date(Date.parse(`${day}T01:00:00Z`) + minutes * 60_000).toISOString();
}
