import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { weighedNames } from '../mode-facts.ts';
import { modes, type ModeCode } from '../modes.ts';
import { edgeless, weightsOff, type WeighingName } from '../weighing.ts';
import { parkDiagnosisRecord, type ParkDiagnosisRecord } from './record.ts';
import type { SourcedName } from './sources.ts';
import { typedName } from './typed.ts';

export type Situation = SituationOf<ParkDiagnosisRecord>;
type Verdict = VerdictOf<ParkDiagnosisRecord>;

/** A park is diagnosed once a year, from the snapshot of that year alone. */
export function badDraft(_situation: Situation, input: FromRegisters & { readonly year: number; readonly hasSnapshot: boolean; readonly isTwice: boolean }): Verdict {
  const { year, hasSnapshot, isTwice } = input;
  if (!hasSnapshot) return { refusal: 'noSnapshot', field: 'year', detail: { year } };
  return isTwice ? { refusal: 'diagnosedTwice', field: 'year', detail: { year } } : badSources(input);
}

/** A hundred points to the index and to each mode, and two edges to each criterion: else nothing is reckoned. */
export function badWeights({ setting }: Situation): Verdict {
  // The names of these are put together, and a record's type knows those alone that are written out.
  const read = setting as unknown as (name: WeighingName) => number;
  const off = weightsOff(read);
  if (off !== undefined) return { refusal: 'weightsOff', detail: off };
  const alike = edgeless(read);
  return alike === undefined ? undefined : { refusal: 'edgesAlike', detail: { mode: modes[alike.mode], fact: weighedNames[alike.fact] } };
}

interface FromRegisters {
  readonly known: readonly SourcedName[];
  readonly lacking: readonly SourcedName[];
}

/** What a register holds is typed by nobody; what none holds and the index needs has to be. */
export function badSources(input: FromRegisters): Verdict {
  const typed = input.known.find((name) => (input as unknown as Readonly<Record<string, unknown>>)[typedName(name)] !== undefined);
  if (typed !== undefined) return { refusal: 'sourceKnown', field: typedName(typed), detail: { what: parkDiagnosisRecord.facts[typed].name } };
  const [lacking] = input.lacking;
  return lacking === undefined ? undefined : { refusal: 'sourceMissing', field: typedName(lacking), detail: { what: parkDiagnosisRecord.facts[lacking].name } };
}

/** From so many points a park is improved, from fewer renewed, below those rebuilt (parks.md §4). */
export function verdictOf({ setting }: Situation, health: number): 'improve' | 'renew' | 'rebuild' {
  return health >= setting('improveFrom') ? 'improve' : health >= setting('renewFrom') ? 'renew' : 'rebuild';
}

export function badPanel({ setting }: Situation, panel: readonly string[]): Verdict {
  return new Set(panel).size < setting('panel') ? { refusal: 'panelSmall', field: 'panel', detail: { count: setting('panel') } } : undefined;
}

/** A panel may prefer any mode whose gate is open; it cannot conjure up an anchor or a plot ratio. */
export function badOverruling(situation: Situation, { panel, panelPrimary, panelSecondary = [] }: { readonly panel: readonly string[]; readonly panelPrimary: ModeCode; readonly panelSecondary?: readonly ModeCode[] }): Verdict {
  const { facts } = situation.matter;
  if (panelPrimary === facts.primary && [...panelSecondary].toSorted().join() === [...(facts.secondary ?? [])].toSorted().join()) return { refusal: 'sameAsReckoned', field: 'panelPrimary' };
  if ((facts.fits ?? []).some(({ mode, isOpen }) => mode === panelPrimary && isOpen === false)) return { refusal: 'gateClosedFor', field: 'panelPrimary', detail: { mode: modes[panelPrimary] } };
  return badPanel(situation, panel);
}

/** What holds in the end: what the panel says where it overruled, else what was reckoned. */
export function finalModes(facts: Situation['matter']['facts']): { readonly primary: ModeCode | undefined; readonly secondary: readonly ModeCode[] } {
  return facts.isOverruled ? { primary: facts.panelPrimary, secondary: facts.panelSecondary ?? [] } : { primary: facts.primary, secondary: facts.secondary ?? [] };
}
