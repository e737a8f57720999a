import { actionsOf, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { technicalDemandRecord, type TechnicalDemandRecord } from './record.ts';
import { agentOf, type Demand, type Situation } from './rules.ts';

export type Effect = EffectOf<TechnicalDemandRecord>;

export const action = actionsOf(technicalDemandRecord);
export const science = { role: 'SCIENCE' } as const;
/** Whoever acts for the enterprise: the duty to complete it names that person, and tells him from all others. */
export const enterprise = { role: 'ENTERPRISE', tie: 'involved' } as const;

export const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });

/** Something happened to it today: it is not stale. */
export const moved = ({ today }: Situation, values: Extract<Effect, { do: 'set' }>['values'] = {}): Effect => set({ activeOn: today, ...values });

/** Whoever acts for the enterprise is told. */
export function tellEnterprise(situation: Situation, zh: string, en: string): readonly Effect[] {
  const person = agentOf(situation, situation.matter.facts.enterprise);
  return person === undefined ? [] : [{ do: 'tell', to: { person }, text: { zh, en } }];
}

/** What the enterprise owes; discharged and never withdrawn, which would hide the demand from it. */
export function owedByEnterprise(situation: Situation, duty: 'complete' | 'feedback', of: Demand['enterprise'] = situation.matter.facts.enterprise): readonly Effect[] {
  const person = agentOf(situation, of);
  const { actor } = situation;
  return person === undefined ? [] : [{ do: 'owe', duty, unit: actor.kind === 'post' ? actor.unitId : '', person }];
}

export const titled = ({ matter }: Situation): string => `${matter.number ?? ''}“${matter.facts.title ?? ''}”`;
