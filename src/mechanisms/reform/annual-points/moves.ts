import { fact } from '#kernel/fact.ts';
import { actionsOf, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { annualPointsRecord, type AnnualPointsRecord } from './record.ts';

export type Effect = EffectOf<AnnualPointsRecord>;
export const action = actionsOf(annualPointsRecord);
export const office = { role: 'OFFICE' } as const;
export const officeHead = { role: 'OFFICE_HEAD' } as const;
export const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });

/** What the platform finds out before an action is decided: never typed. */
export const listedTasks = fact.matters({ zh: '编列中的任务', en: 'Tasks listed' }, 'task');
export const gapList = fact.longText({ zh: '缺口', en: 'Gaps' }, { min: 0, max: 4000 });
export const lack = fact.longText({ zh: '任务缺项', en: 'What tasks lack' }, { min: 0, max: 200 });
