import type { AnyMechanism } from '#kernel/mechanism.ts';
import { searchOf, type Narrowed } from '#web/cockpit/search-of.ts';

/** The steps from a need ashore to a result: figures of the register of suggestions, each within one year's intake. */
export const funnelSteps = [
  ['received', 'suggestion.received'],
  ['accepted', 'suggestion.accepted'],
  ['adopted', 'suggestion.adopted'],
  ['inConversion', 'suggestion.inConversion'],
  ['implemented', 'suggestion.implemented'],
] as const;

/** The register filtered to a step, for those received in a year up to a day of it. */
export function funnelSearch(mechanism: AnyMechanism, key: string, asOf: string): Narrowed | undefined {
  const figure = mechanism.figures.find((each) => each.key === key);
  return figure && searchOf({ where: { all: [figure.where, { fact: 'receivedOn', during: 'thisYear' }] } }, mechanism.record, asOf);
}
