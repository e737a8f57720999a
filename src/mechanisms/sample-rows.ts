import type { Day } from '#kernel/calendar.ts';
import { penFrom, storyOf, type Pen } from './projects/sample-pen.ts';
import type { Step, Story } from './story.ts';

/** A spreadsheet by which a register of the sample comes in: its name, its day, who brings it and by which action. The minute tells files of one day apart. */
export interface BroughtFile {
  readonly file: string;
  readonly mechanism: string;
  readonly day: Day;
  readonly minute: number;
  readonly by: string;
  readonly action: string;
}

/** A row of such a file, and what happens to it afterwards. */
export function rowIn({ file, mechanism, day, minute, by, action }: BroughtFile, key: string, input: Step['input'], goOn: (pen: Pen) => Pen = (pen) => pen): Story {
  return { ...storyOf(key, mechanism, goOn(penFrom(day, minute).after(0, by, action, input))), file };
}

/** A two- or three-digit number as names bear it. */
export function two(number: number): string {
  return String(number).padStart(2, '0');
}
