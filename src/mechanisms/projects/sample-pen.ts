import { addWorkdays, chinaCalendar, type Day, type Instant } from '#kernel/calendar.ts';
import type { Step, Story } from '../story.ts';

/** The last day of the sample years. */
export const sampleLastDay: Day = '2021-12-27';

/** Writes the steps of one story on working days within office hours; what lies after the last day has not happened. */
export interface Pen {
  readonly steps: Step[];
  day(): Day;
  /** So many working days after the step before; `reads` names a story whose matter the input needs to see. */
  after(workdays: number, by: string, action: string, input?: Step['input'], reads?: string): Pen;
  /** Not before that day. */
  from(day: Day): Pen;
}

/** A pen that begins on a working day at or after the day. The minute tells stories of one day apart. */
export function penFrom(start: Day, minute: number): Pen {
  const steps: Step[] = [];
  let cursor = onWorkday(start);
  const pen: Pen = {
    steps,
    day: () => cursor,
    after: (workdays, by, action, input = () => ({}), reads) => {
      cursor = addWorkdays(chinaCalendar, cursor, workdays);
      // Two minutes between the steps of one day keep them in order.
      const at: Instant = new Date(Date.parse(`${cursor}T01:00:00Z`) + ((minute % 300) + steps.length * 2) * 60_000).toISOString();
      if (cursor <= sampleLastDay) steps.push({ at, by, action, input, ...(reads === undefined ? {} : { reads }) });
      return pen;
    },
    from: (day) => {
      if (day > cursor) cursor = onWorkday(day);
      return pen;
    },
  };
  return pen;
}

/** A story of what a pen wrote. */
export function storyOf(key: string, mechanism: string, { steps }: Pen): Story {
  return { key, mechanism, steps };
}

function onWorkday(day: Day): Day {
  return chinaCalendar.isWorkday(day) ? day : addWorkdays(chinaCalendar, day, 1);
}
