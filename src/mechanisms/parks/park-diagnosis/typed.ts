import type { Fact } from '#kernel/fact.ts';
import { parkDiagnosisRecord } from './record.ts';
import { sourced, type SourcedName } from './sources.ts';

export type TypedName<N extends SourcedName = SourcedName> = `typed${Capitalize<N>}`;

/** Under which name a number is typed that should come from a register. */
export function typedName<N extends SourcedName>(name: N): TypedName<N> {
  return `typed${name[0]?.toUpperCase()}${name.slice(1)}` as TypedName<N>;
}

const names = Object.keys(sourced) as SourcedName[];

/** The fields of those numbers: each like the fact it goes into where no register holds it. */
export const typedFacts = Object.fromEntries(names.map((name) => {
  const { zh, en } = parkDiagnosisRecord.facts[name].name;
  const { indexed: _not, help: _other, ...of } = parkDiagnosisRecord.facts[name] as Fact;
  return [typedName(name), { ...of, name: { zh: `${zh}（没有登记数的才填）`, en: `${en}, where no register holds it` } }];
})) as { readonly [N in SourcedName as TypedName<N>]: (typeof parkDiagnosisRecord)['facts'][N] };

export const typedAsks = Object.fromEntries(names.map((name) => [typedName(name), 'may'])) as { readonly [N in SourcedName as TypedName<N>]: 'may' };
