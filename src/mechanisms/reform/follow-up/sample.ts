import { addDays } from '#kernel/calendar.ts';
import type { Story } from '../../story.ts';
import { step, workday } from '../sessions-days.ts';
import { plannedMeetings } from '../sessions-plan.ts';

/** What units did with what was decided: most in time, some late, some not yet. */
export function followUpStories(): Story[] {
  return plannedMeetings.flatMap(({ on, items }) => items.flatMap(({ key, decisions = [] }) => decisions.flatMap(({ unit, co, days, answer }, place): Story[] => {
    if (answer === 'open') return [];
    const dueOn = addDays(on, days);
    const answeredOn = workday(dueOn, answer === 'late' ? 4 : -3);
    const { at, by, action, input } = step(answeredOn, '06:40', `${unit}-liaison`, 'answer', { answer: '已按会议决定落实：文件已经印发，任务分解到人，首批事项已经见效。' });
    return [{
      key: `decision-${key}-${place + 1}`, mechanism: 'followUp', steps: [
        {
          at, by, action, input,
          asks: (known) => ({ mechanism: 'followUp', where: { fact: 'item', in: [known.idOf(key)] } }),
          of: (known) => known.found.find(({ facts }) => facts['decisionNo'] === place + 1)?.id ?? '',
        },
        ...(co === undefined ? [] : [step(answeredOn, '07:10', `${co}-liaison`, 'support', { text: '已按牵头单位要求配合到位。' })]),
        step(workday(answeredOn, 2), '02:20', 'office-1', 'confirm'),
      ],
    }];
  })));
}
