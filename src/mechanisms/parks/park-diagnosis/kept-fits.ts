import type { WeighedName } from '../mode-facts.ts';
import type { ModeCode } from '../modes.ts';

type Rows<R> = readonly R[] | undefined;

/** The rows of a diagnosis as they are kept: numbers and names, no words, so that both languages say the same. */
interface Kept {
  readonly fits?: Rows<{ readonly mode?: ModeCode; readonly fit?: number; readonly isOpen?: boolean }>;
  readonly weighings?: Rows<{ readonly mode?: ModeCode; readonly what?: WeighedName; readonly value?: number; readonly points?: number; readonly weight?: number }>;
  readonly closedGates?: Rows<{ readonly mode?: ModeCode; readonly group?: number; readonly what?: WeighedName; readonly bound?: string; readonly limit?: number }>;
}

type Bar = { readonly fact: WeighedName } & ({ readonly atLeast: number } | { readonly below: number } | { readonly above: number });

/** How a mode fitted, put together from the rows: what explains it needs no more. */
export interface KeptFit {
  readonly mode: ModeCode;
  readonly fit: number;
  readonly isOpen: boolean;
  readonly closed: readonly (readonly Bar[])[];
  readonly weighed: readonly { readonly fact: WeighedName; readonly weight: number; readonly value: number | undefined; readonly satisfied: number; readonly points: number }[];
}

export function keptFits({ fits = [], weighings = [], closedGates = [] }: Kept): readonly KeptFit[] {
  return fits.flatMap(({ mode, fit = 0, isOpen = false }) => {
    if (mode === undefined) return [];
    const bars = closedGates.filter((row) => row.mode === mode);
    return [{
      mode, fit, isOpen,
      closed: [...new Set(bars.map(({ group }) => group))].map((group) => bars.filter((row) => row.group === group).flatMap(barOf)),
      weighed: weighings.filter((row) => row.mode === mode).flatMap(({ what, value, points = 0, weight = 0 }) => (what === undefined ? [] : [{ fact: what, weight, value, points, satisfied: weight > 0 ? points / weight : 0 }])),
    }];
  });
}

function barOf({ what, bound, limit = 0 }: { readonly what?: WeighedName; readonly bound?: string; readonly limit?: number }): Bar[] {
  if (what === undefined) return [];
  if (bound === 'below') return [{ fact: what, below: limit }];
  return [bound === 'above' ? { fact: what, above: limit } : { fact: what, atLeast: limit }];
}
