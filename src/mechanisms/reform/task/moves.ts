import type { Grant } from '#kernel/actor.ts';
import { addDays, daysBetween, type Day } from '#kernel/calendar.ts';
import { actionsOf, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { taskRecord, type TaskRecord } from './record.ts';
import { lightOf } from './light.ts';
import { nextReportDay, type Situation, type TaskFacts } from './rules.ts';

export type Effect = EffectOf<TaskRecord>;
export const action = actionsOf(taskRecord);

export const office: Grant = { role: 'OFFICE' };
export const officeHead: Grant = { role: 'OFFICE_HEAD' };
export const group: Grant = { role: 'GROUP' };
export const leader: Grant = { role: 'LEADER' };
export const leadUnit: Grant = { role: 'UNIT', tie: 'lead' };
export const leadHead: Grant = { role: 'UNIT_HEAD', tie: 'lead' };

export const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });

/** The light as it stands after a move. */
export function light(situation: Situation, stage: string, change: Partial<TaskFacts> = {}): Effect {
  return set(lightOf(situation, stage, change));
}

/** A duty that runs to a day. */
export function oweUntil({ today }: Situation, duty: Extract<Effect, { do: 'owe' }>['duty'], unit: string, day: Day): Effect {
  return { do: 'owe', duty, unit, budget: { n: Math.max(0, daysBetween(today, day)), unit: 'calendarDay' } };
}

/** The next report of the lead unit, and before it those of the co-units that still have a part to do (reform.md §4.3, two steps). */
export function nextReports(situation: Situation, after: Day, change: Partial<TaskFacts> = {}): { readonly day: Day; readonly effects: readonly Effect[] } {
  const { matter, setting } = situation;
  const { leadUnit: lead = '', coUnits = [], coWork = [], isKey = false } = { ...matter.facts, ...change };
  const day = nextReportDay(after, isKey, setting);
  const busy = coUnits.filter((unit) => !coWork.some((each) => each.unit === unit && each.doneOn !== undefined));
  return {
    day,
    effects: [oweUntil(situation, 'report', lead, day), ...busy.map((unit) => oweUntil(situation, 'coReport', unit, addDays(day, -setting('coBefore'))))],
  };
}

/** Reports are owed no longer: the task is claimed done, suspended or at an end. */
export const noReports: readonly Effect[] = [{ do: 'withdraw', duty: 'report' }, { do: 'withdraw', duty: 'coReport' }];

/** Nothing is owed any longer. */
export const nothingOwed: readonly Effect[] = [
  ...noReports,
  { do: 'withdraw', duty: 'plan' }, { do: 'withdraw', duty: 'coWork' }, { do: 'withdraw', duty: 'opinion' },
];

export function tellUnit(unit: string | undefined, zh: string, en: string): readonly Effect[] {
  return unit === undefined ? [] : [{ do: 'tell', to: { unit }, text: { zh, en } }];
}
