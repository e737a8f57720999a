import { fieldsOf } from '#kernel/input.ts';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';

/**
 * The actions by which one fact of a matter is put right in its cell: those that ask for exactly that fact and leave the matter where it
 * stands, and the one by which the register takes corrections from spreadsheets. Whether one is open the server says of each matter.
 */
export function correctionsOf(mechanism: AnyMechanism, fact: string): readonly (readonly [string, Action])[] {
  return Object.entries(mechanism.actions).filter(([name, action]) => {
    if (action.hidden || action.from === 'new' || (action.reason ?? 0) > 0 || (action.evidence ?? 0) > 0 || action.to !== undefined || action.leads) return false;
    const asked = fieldsOf(mechanism, action);
    if (!asked.some((field) => field.name === fact && !field.own)) return false;
    return asked.length === 1 || (name === mechanism.importing?.amend && asked.every((field) => !field.must || field.name === fact));
  });
}

const known = new WeakMap<AnyMechanism, Map<string, readonly (readonly [string, Action])[]>>();

/** Whether a cell may be open to correction: by the stage and by the roles, as far as the declaration tells. */
export function mayCorrect(mechanism: AnyMechanism, fact: string, stage: string, roles: readonly string[]): boolean {
  const held = known.get(mechanism) ?? new Map<string, readonly (readonly [string, Action])[]>();
  known.set(mechanism, held);
  const actions = held.get(fact) ?? correctionsOf(mechanism, fact);
  held.set(fact, actions);
  return actions.some(([, { from, by }]) => from !== 'new' && from.includes(stage) && by.some((grant) => typeof grant === 'object' && 'role' in grant && roles.includes(grant.role)));
}
