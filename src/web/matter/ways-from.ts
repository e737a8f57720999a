import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';

/** Another matter that may be begun from this one: what asks for it, and the field that names it. */
export interface WayFrom {
  readonly mechanism: string;
  readonly action: string;
  readonly field: string;
  readonly register: Text;
  readonly name: Text;
}

/**
 * Every filing action that asks for a matter of this mechanism, where one at this stage is offered to be referred to. Derived: a
 * mechanism that asks for a project is begun from a project's page, and nothing more has to be said.
 */
export function waysFrom(mechanisms: readonly AnyMechanism[], key: string, stage: string, mayFile: (action: Action) => boolean): readonly WayFrom[] {
  return mechanisms.flatMap(({ record, actions }) =>
    Object.entries(actions).flatMap(([action, declared]): WayFrom[] => {
      if (declared.from !== 'new' || declared.hidden || !mayFile(declared)) return [];
      const field = Object.keys(declared.asks ?? {}).find((name) => {
        const { kind, mechanism, stages } = record.facts[name] ?? {};
        return (kind === 'matter' || kind === 'matters') && mechanism === key && (stages === undefined || stages.includes(stage));
      });
      return field === undefined ? [] : [{ mechanism: record.key, action, field, register: record.name, name: declared.name }];
    }),
  );
}
