import { countBetween, daysBetween, type Day, type WorkCalendar } from '#kernel/calendar.ts';
import type { Text } from '#kernel/words.ts';

/** The lamps a rule set may show (reform.md §11.4). Orange is known to one place only. */
export const lamps = {
  green: { zh: '绿灯', en: 'Green' },
  blue: { zh: '蓝灯（临期）', en: 'Blue (due soon)' },
  yellow: { zh: '黄灯', en: 'Yellow' },
  orange: { zh: '橙灯', en: 'Orange' },
  red: { zh: '红灯', en: 'Red' },
  grey: { zh: '灰灯（不亮灯）', en: 'Grey (no light)' },
} as const satisfies Readonly<Record<string, Text>>;
export type Lamp = keyof typeof lamps;

/** A milestone as the arithmetic looks at it. */
export interface Milestone {
  readonly dueOn?: Day;
  /** In points of a hundred. */
  readonly weight?: number;
  /** In percent. */
  readonly doneRate?: number;
}

/** Where a task should stand, where it stands, and how far apart they are. */
export interface Progress {
  /** P(t), in percent. */
  readonly planned: number;
  /** A, in percent. */
  readonly actual: number;
  /** g = P − A, in points; below nought when ahead. */
  readonly gap: number;
  /** L: working days past the day of the earliest unfinished milestone. */
  readonly late: number;
}

/** A milestone earns its weight on its day (`step`), or day by day from the one before it (`linear`, where the start is known). */
export type Course = { readonly kind: 'step' } | { readonly kind: 'linear'; readonly from: Day };

/** P(t), A, g and L on a day. */
export function progressOf(milestones: readonly Milestone[], today: Day, calendar: WorkCalendar, course: Course = { kind: 'step' }): Progress {
  const planned = plannedRate(milestones, today, course);
  const actual = milestones.reduce((sum, { weight = 0, doneRate = 0 }) => sum + (weight * doneRate) / 100, 0);
  return { planned: tenth(planned), actual: tenth(actual), gap: tenth(planned - actual), late: daysLate(milestones, today, calendar) };
}

function plannedRate(milestones: readonly Milestone[], today: Day, course: Course): number {
  if (course.kind === 'step') return milestones.reduce((sum, { dueOn, weight = 0 }) => sum + (dueOn !== undefined && dueOn <= today ? weight : 0), 0);
  const inOrder = milestones.filter((each): each is Milestone & { readonly dueOn: Day } => each.dueOn !== undefined).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  let from = course.from;
  let planned = 0;
  for (const { dueOn, weight = 0 } of inOrder) {
    const length = daysBetween(from, dueOn);
    planned += weight * (dueOn <= today ? 1 : length <= 0 ? 0 : Math.max(0, daysBetween(from, today)) / length);
    if (dueOn > from) from = dueOn;
  }
  return planned;
}

function daysLate(milestones: readonly Milestone[], today: Day, calendar: WorkCalendar): number {
  const earliest = milestones.filter(({ dueOn, doneRate = 0 }) => dueOn !== undefined && doneRate < 100).map(({ dueOn = '' }) => dueOn).toSorted()[0];
  return earliest === undefined || earliest >= today ? 0 : countBetween(calendar, earliest, today, 'workday');
}

/** What the rules of a light may look at. What a place does not reckon with stays nought. */
export interface Signs extends Progress {
  /** Done or closed: green, whatever went before. */
  readonly finished: boolean;
  /** Suspended by approval, waiting for a prerequisite, or without a day. */
  readonly unlit: boolean;
  /** Working days left until the day due; none where there is no day. */
  readonly left?: number;
  /** Working days past the day due. */
  readonly overdue: number;
  /** Working days for which a report is missing. */
  readonly missing: number;
  /** Quarters running in which the published light was yellow. */
  readonly yellowQuarters: number;
  readonly returns: number;
  readonly reportFalse: boolean;
  readonly rectificationLate: boolean;
  /** Planned to have begun, months ago, and not begun. */
  readonly monthsUnbegun?: number;
  /** Months for which figures were not entered. */
  readonly monthsUnentered?: number;
  /** Months running in which the plan was missed. */
  readonly monthsMissed?: number;
  /** Reminded, and not met in time without a reason. */
  readonly reminded?: boolean;
  readonly warned?: boolean;
  /** Somebody has judged that the goal cannot be reached any more. */
  readonly unreachable?: boolean;
}

/** One ground for a lamp: a sign at least, above or at most some number, or a sign that is simply so. */
export type Ground =
  | { readonly sign: keyof Signs; readonly atLeast?: number; readonly above?: number; readonly atMost?: number }
  | { readonly sign: keyof Signs; readonly is: true }
  /** The actual falls short of the planned by so many percent of the planned. */
  | { readonly shortBy: { readonly above: number } };

/** A lamp and the grounds of which any is enough; the first rung that matches speaks. */
export interface Rung {
  readonly lamp: Lamp;
  readonly any: readonly Ground[];
}

/** A rule set kept as data. */
export interface LightRules {
  readonly name: Text;
  readonly rungs: readonly Rung[];
  /** What a place does about a lamp, in words: the platform shows it and decides nothing. */
  readonly thereupon: Text;
}

/** The thresholds of the default rules, each a setting of the office. */
export interface LightThresholds {
  readonly redGap: number;
  readonly redLate: number;
  readonly redQuarters: number;
  readonly redMissing: number;
  readonly yellowGap: number;
  readonly yellowLate: number;
  readonly yellowMissing: number;
  readonly yellowReturns: number;
  readonly blueBefore: number;
}

export const defaultThresholds: LightThresholds = { redGap: 30, redLate: 10, redQuarters: 2, redMissing: 5, yellowGap: 10, yellowLate: 1, yellowMissing: 1, yellowReturns: 2, blueBefore: 10 };

/** The default rules (reform.md §11.4): the first that matches, from the top down. */
export function defaultRules(given: LightThresholds = defaultThresholds): LightRules {
  return {
    name: { zh: '平台默认规则', en: 'Default rules of the platform' },
    thereupon: { zh: '黄灯发提醒函，红灯发督办单。', en: 'A reminder for yellow, a supervision letter for red.' },
    rungs: [
      { lamp: 'grey', any: [{ sign: 'unlit', is: true }] },
      {
        lamp: 'red',
        any: [
          { sign: 'gap', above: given.redGap }, { sign: 'late', above: given.redLate }, { sign: 'yellowQuarters', atLeast: given.redQuarters },
          { sign: 'reportFalse', is: true }, { sign: 'missing', above: given.redMissing }, { sign: 'rectificationLate', is: true },
        ],
      },
      {
        lamp: 'yellow',
        any: [{ sign: 'gap', atLeast: given.yellowGap }, { sign: 'late', atLeast: given.yellowLate }, { sign: 'missing', atLeast: given.yellowMissing }, { sign: 'returns', atLeast: given.yellowReturns }],
      },
      { lamp: 'blue', any: [{ sign: 'left', atMost: given.blueBefore }] },
    ],
  };
}

/** A lamp, and the signs that lit it. */
export interface Lit {
  readonly lamp: Lamp;
  readonly grounds: readonly (keyof Signs | 'shortBy')[];
}

/** The lamp by these rules; green where none speaks, and for whatever is finished. */
export function lampOf(signs: Signs, { rungs }: LightRules): Lit {
  if (signs.finished) return { lamp: 'green', grounds: ['finished'] };
  for (const { lamp, any } of rungs) {
    const grounds = any.filter((ground) => speaks(ground, signs)).map((ground) => ('sign' in ground ? ground.sign : 'shortBy'));
    if (grounds.length > 0) return { lamp, grounds };
  }
  return { lamp: 'green', grounds: [] };
}

function speaks(ground: Ground, signs: Signs): boolean {
  if ('shortBy' in ground) return signs.planned > 0 && (signs.gap / signs.planned) * 100 > ground.shortBy.above;
  const value = signs[ground.sign];
  if ('is' in ground) return value === true;
  if (typeof value !== 'number') return false;
  return (ground.atLeast === undefined || value >= ground.atLeast) && (ground.above === undefined || value > ground.above) && (ground.atMost === undefined || value <= ground.atMost);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
