import type { Step, Story } from '../../story.ts';
import { step, workday } from '../sessions-days.ts';
import { plannedMeetings, type PlannedMeeting } from '../sessions-plan.ts';

/** Every session of the plan, and one that is still to come. */
export function meetingStories(): Story[] {
  return [...plannedMeetings.map((planned) => ({ key: `meeting-${planned.on}`, mechanism: 'meeting', steps: stepsOf(planned) })), nextYear()];
}

function convene({ on, kind, jointWith, ordinal, name, items }: PlannedMeeting): Step {
  const units = [...new Set(items.flatMap(({ unit, co }) => [unit, ...(co === undefined ? [] : [co])]))];
  return step(workday(on, -13), '01:00', 'office-1', 'convene', {
    name, kind, jointWith, ordinal, heldOn: on, startAt: '09:00', place: kind === 'special' || kind === 'dispatching' ? '第三会议室' : '第一会议室', chair: 'holder-top', ...(units.length === 0 ? {} : { attendeeUnits: units }),
  });
}

function stepsOf(planned: PlannedMeeting): Step[] {
  const { on, isCancelled = false } = planned;
  if (isCancelled) return [convene(planned), step(workday(on, -4), '02:00', 'office-head', 'cancel', { reason: '议题尚未成熟，会议取消，另行安排。' })];
  return [
    convene(planned),
    step(workday(on, -5), '06:00', 'office-1', 'notify'),
    step(on, '03:30', 'office-1', 'hold', { present: '区委主要领导、区委常委、深改委委员', absent: '区委统战部主要负责人', observers: '有关单位主要负责人' }),
    step(workday(on, 2), '08:00', 'office-head', 'issueMinutes'),
    step(workday(on, 3), '01:30', 'office-1', 'dispatch'),
  ];
}

/** Announced for January: its items stand in the register of the day the account was printed. */
function nextYear(): Story {
  return {
    key: 'meeting-next', mechanism: 'meeting', steps: [
      step('2021-12-20', '01:00', 'office-1', 'convene', { name: '区委全面深化改革委员会第十次会议', kind: 'deepReform', ordinal: 10, heldOn: '2022-01-05', startAt: '09:00', place: '第一会议室', chair: 'holder-top', attendeeUnits: ['transport', 'ocean'] }),
      step('2021-12-27', '06:00', 'office-1', 'notify'),
    ],
  };
}
