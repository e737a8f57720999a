import { addWorkdays, chinaCalendar, type Day } from '#kernel/calendar.ts';
import type { SampleFile } from '../sample-files.ts';
import type { Known, Step } from '../story.ts';

/** So many working days after a day, or before it. */
export function workday(day: Day, n: number): Day {
  return n === 0 ? day : addWorkdays(chinaCalendar, day, n);
}

/** One thing done: on a day, at an hour and minute of UTC, by a post. */
export function step(day: Day, time: string, by: string, action: string, input: Step['input'] | Readonly<Record<string, unknown>> = {}): Step {
  return { at: `${day}T${time}:00.000Z`, by, action, input: typeof input === 'function' ? input : () => input };
}

/** One file, as evidence is given. */
export function filed(known: Known, name: SampleFile): readonly { readonly hash: string; readonly name: string }[] {
  return [known.file(name)];
}

/** The leader who has a field in hand. */
export const leaders = { economy: 'leader-economy', democracy: 'leader-law', culture: 'leader-culture', society: 'leader-society', party: 'leader-party', discipline: 'leader-discipline' } as const;
/** The special group of a field. */
export const groups = { economy: 'group-economy', democracy: 'group-law', culture: 'group-culture', society: 'group-society', party: 'group-party', discipline: 'group-discipline' } as const;
