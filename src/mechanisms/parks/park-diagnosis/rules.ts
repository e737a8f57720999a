import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { modes, type ModeCode } from '../modes.ts';
import type { ParkDiagnosisRecord } from './record.ts';

export type Situation = SituationOf<ParkDiagnosisRecord>;
type Verdict = VerdictOf<ParkDiagnosisRecord>;

/** A park is diagnosed once a year, from the snapshot of that year alone. */
export function badDraft(_situation: Situation, { year, hasSnapshot, isTwice }: { readonly year: number; readonly hasSnapshot: boolean; readonly isTwice: boolean }): Verdict {
  if (!hasSnapshot) return { refusal: 'noSnapshot', field: 'year', detail: { year } };
  return isTwice ? { refusal: 'diagnosedTwice', field: 'year', detail: { year } } : undefined;
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
