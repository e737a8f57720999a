import type { Draft } from '#contract/beside-shapes.ts';
import type { Problem } from '#web/client.ts';

type Typed = Readonly<Record<string, unknown>>;

/** Where what is typed was kept, or why it is not. */
export type Kept = { readonly at: string; readonly where: 'server' | 'here' } | { readonly refused: Problem };

/** Keeps one form as it is typed. */
export interface Keeper {
  keep(typed: Typed): void;
  find(): Promise<Draft | undefined>;
  drop(): Promise<void>;
  /** Leaving the page: what waits is sent now. */
  leave(): void;
  /** The network is back: what waits for it is sent now. */
  again(): void;
}

/** A way to keep forms, given the names of their sealed facts and whom to tell. */
export type Keeping = ((sealed: ReadonlySet<string>, told: (kept: Kept) => void) => Keeper) & {
  /** The name of the form in this browser: what waits to be sent is kept under it. */
  readonly form?: string;
};

/** Keeps a form in the browser alone, for whoever has no account. Sealed facts are never left lying on a computer that others may use (个人信息保护法 51). */
export function keepHere(key: string): Keeping {
  return (sealed, told) => ({
    keep(typed) {
      const at = new Date().toISOString();
      if (writeHere(key, { at, typed: withoutSealed(typed, sealed) })) told({ at, where: 'here' });
    },
    find: async () => readHere(key),
    drop: async () => forgetHere(key),
    leave: () => undefined,
    again: () => undefined,
  });
}

export function withoutSealed(typed: Typed, sealed: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !sealed.has(name)));
}

export function readHere(key: string): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Says whether it could: storage may be closed or full. */
export function writeHere(key: string, draft: Draft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetHere(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept where nothing may be stored.
  }
}
