import type { Known, Step, Story } from '../../story.ts';
import { addDays } from '#kernel/calendar.ts';
import { filed, groups, leaders, step, workday } from '../sessions-days.ts';
import { plannedMeetings, type PlannedItem, type PlannedMeeting } from '../sessions-plan.ts';

/** Every item of the plan, those announced for January, and some that are on their way. */
export function agendaItemStories(): Story[] {
  return [...plannedMeetings.flatMap((meeting) => meeting.items.map((item, place) => told(meeting, item, place))), ...coming()];
}

const storyOf = (key: string, steps: readonly Step[]): Story => ({ key, mechanism: 'agendaItem', steps });

function told({ on }: PlannedMeeting, item: PlannedItem, place: number): Story {
  return storyOf(item.key, [...prepared(item, on, `meeting-${on}`, place), ...concluded(item, on, place)]);
}

/** From the application, fifteen working days before, to a place on the agenda, seven before. */
function prepared(item: PlannedItem, on: string, meeting: string, place: number): Step[] {
  const day = (n: number) => workday(on, n);
  const minute = String(10 + place * 5);
  return [...applied(item, day(-15), minute), ...coordinated(item, on, minute), ...signed(item, on, minute), step(day(-7), `03:${minute}`, 'office-1', 'schedule', (known) => ({ meeting: known.idOf(meeting) }))];
}

function applied(item: PlannedItem, on: string, minute: string): Step[] {
  const { kind, title, unit, co, field, isReform, document, topics } = item;
  const isReview = kind === 'review';
  return [
    step(on, `01:${minute}`, unit === 'reform-office' ? 'office-2' : `${unit}-liaison`, 'apply', (known) => ({
      title, kind, isReform, field, reporterUnit: unit, coUnits: co === undefined ? undefined : [co],
      document: document === undefined ? undefined : known.idOf(`doc-${document}`), topics: topics?.map((each) => known.idOf(each)),
      draft: filed(known, isReview ? '送审稿' : '汇报材料'),
      ...(isReview ? reviewMaterials(known, co ?? 'justice') : {}),
    })),
    step(on, `06:${minute}`, 'office-1', 'preCheck'),
  ];
}

const reviewMaterials = (known: Known, unit: string) => ({
  explanation: filed(known, '起草说明'), upperDocuments: '省、市同类文件各一份，口径一致。',
  adoption: [{ unit, opinion: '建议明确责任分工和完成时限。', adopted: 'yes', reason: '已写入第三部分' }],
});

function coordinated({ kind, co, dispute }: PlannedItem, on: string, minute: string): Step[] {
  if (kind !== 'review' || co === undefined) return [step(workday(on, -10), `02:${minute}`, 'office-1', 'coordinate')];
  const [against, answer] = dispute ?? [];
  return [
    step(workday(on, -14), `02:${minute}`, 'office-1', 'requestOpinions', { units: [co], legalUnit: 'justice' }),
    step(workday(on, -12), `07:${minute}`, `${co}-liaison`, 'giveOpinion', { agrees: against === undefined, text: against ?? '同意，无修改意见。' }),
    step(workday(on, -11), `06:${minute}`, 'legal', 'giveLegalOpinion', { legalOpinion: 'lawful', legalText: '与上位法一致，程序完备。' }),
    step(workday(on, -10), `02:${minute}`, 'office-1', 'coordinate', against === undefined ? {} : { disputes: [{ unit: co, unitReason: against, reporterReason: answer }] }),
  ];
}

const signed = ({ field }: PlannedItem, on: string, minute: string): Step[] => [
  step(workday(on, -9), `03:${minute}`, `${groups[field]}-liaison`, 'reviewInGroup', { groupOpinion: '经专项小组审核，同意提交会议研究。' }),
  step(workday(on, -8), `07:${minute}`, leaders[field], 'signByLeader'),
];

function concluded({ outcome, note, decisions, unit }: PlannedItem, on: string, place: number): Step[] {
  const rows = decisions?.map(({ content, unit: by, co, days, measure }) => ({ content, unit: by, coUnits: co === undefined ? undefined : [co], measure, dueOn: addDays(on, days) }));
  return [
    step(on, `08:${10 + place}`, 'office-1', 'recordOutcome', { outcome, outcomeNote: note, decisions: rows }),
    ...(outcome === 'passedInPrinciple' ? [step(workday(on, 6), '06:30', `${unit === 'reform-office' ? 'reform-office' : unit}-liaison`, 'handInRevision', (known) => ({ revision: filed(known, '修改稿') }))] : []),
  ];
}

/** Two on the agenda of January, and one each that is applied for, being coordinated, signed and returned. */
function coming(): Story[] {
  const item = (key: string, title: string, unit: string, field: PlannedItem['field'], kind: PlannedItem['kind'] = 'hear'): PlannedItem => ({ key: `item-${key}`, kind, title, unit, field, isReform: true, ...(kind === 'review' ? { co: 'finance' } : {}) });
  const next = [item('buses', '公交城乡一体化改革情况汇报', 'transport', 'economy'), item('sea', '海域使用权改革试点情况汇报', 'ocean', 'economy')];
  const parking = item('parking', '审议《城市停车资源共享管理办法》', 'urban-management', 'society', 'review');
  const talent = item('talent', '审议《产业人才分类评价办法》', 'human-resources', 'party', 'review');
  const rural = item('rural', '农村宅基地改革情况汇报', 'agriculture', 'economy');
  const schools = item('schools', '审议《学区制治理改革方案》', 'education', 'society', 'review');
  return [
    ...next.map((each, place) => storyOf(each.key, [...prepared(each, '2022-01-05', 'meeting-next', place)])),
    storyOf(parking.key, applied(parking, '2021-12-27', '30').slice(0, 1)),
    storyOf(talent.key, [...applied(talent, '2021-12-22', '30'), step('2021-12-23', '02:00', 'office-1', 'requestOpinions', { units: ['finance', 'science'], legalUnit: 'justice' }), step('2021-12-24', '02:00', 'science-liaison', 'giveOpinion', { agrees: false, text: '与市级人才目录重复，建议合并。' })]),
    storyOf(rural.key, [...applied(rural, '2021-12-13', '30'), step('2021-12-15', '02:00', 'office-1', 'coordinate'), step('2021-12-16', '02:00', 'group-economy-liaison', 'reviewInGroup', { groupOpinion: '同意提交会议。' }), step('2021-12-20', '02:00', 'leader-economy', 'signByLeader')]),
    storyOf(schools.key, [...applied(schools, '2021-12-06', '30').slice(0, 1), step('2021-12-07', '02:00', 'office-1', 'sendBack', { reason: '送审稿没有写明过渡期安排，请补充后重新申报。' })]),
  ];
}
