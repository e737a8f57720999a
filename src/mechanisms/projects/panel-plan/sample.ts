import type { Story } from '../../story.ts';
import { plannedReviews } from '../sample-days.ts';
import { penFrom, storyOf } from '../sample-pen.ts';

/** Two plans for what waits on the morning of a day, before its reviews are convened: one adopted, one as it came out. */
export function panelPlanStories(): readonly Story[] {
  return [25, 35].flatMap((nth) => {
    const on = plannedReviews[nth]?.convenedOn;
    if (on === undefined) return [];
    const pen = penFrom(on, 10)
      .after(0, 'secretariat-1', 'draft', () => ({ name: `${on.slice(0, 4)}年${Number(on.slice(5, 7))}月评审专家测算`, firstMonth: on.slice(0, 7), months: 1, seconds: 60 }))
      .after(0, 'secretariat-1', 'compute');
    return [storyOf(`panel-plan-${nth}`, 'panelPlan', nth === 25 ? pen.after(1, 'secretariat-head', 'adopt') : pen)];
  });
}
