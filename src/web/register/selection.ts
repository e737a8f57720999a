import { useCallback, useMemo, useRef, useState } from 'react';
import { call } from '#web/client.ts';
import type { Search } from '#web/router.tsx';
import { filtersIn } from '#web/register/address.ts';

/** What is selected of a row: enough to act on it. */
export interface Picked {
  readonly id: string;
  readonly version: number;
}

export interface Selection {
  readonly size: number;
  readonly picked: readonly Picked[];
  /** Whether more were found than can be picked at once. */
  readonly isCut: boolean;
  has(id: string | undefined): boolean;
  toggle(rows: readonly Picked[], reach: 'one' | 'range'): void;
  keep(rows: readonly Picked[]): void;
  all(): void;
  clear(): void;
}

/** The rows selected, of whatever page. `between` gives the rows from one to another, for Shift. */
export function useSelection(mechanism: string, search: Search, between: (from: string, to: string) => readonly Picked[]): Selection {
  const [held, setHeld] = useState<ReadonlyMap<string, Picked>>(new Map());
  const [isCut, setCut] = useState(false);
  const anchor = useRef<string>(undefined);
  const reach = useRef(between);
  reach.current = between;
  const toggle = useCallback<Selection['toggle']>((rows, how) => {
    const last = rows.at(-1);
    setHeld((before) => {
      const next = new Map(before);
      const chosen = how === 'range' && anchor.current && last ? reach.current(anchor.current, last.id) : rows;
      const isOn = how === 'range' || !before.has(last?.id ?? '');
      for (const { id, version } of chosen) {
        if (isOn) next.set(id, { id, version });
        else next.delete(id);
      }
      return next;
    });
    anchor.current = last?.id;
  }, []);
  return useMemo(() => ({
    size: held.size,
    picked: [...held.values()],
    isCut,
    has: (id) => id !== undefined && held.has(id),
    toggle,
    keep: (rows) => setHeld(new Map(rows.map((row) => [row.id, row]))),
    all: () => {
      void call('GET /api/matters/:mechanism/ids', { params: { mechanism }, query: filtersIn(search) }).then(({ rows, total }) => {
        setHeld(new Map(rows.map((row) => [row.id, row])));
        setCut(total > rows.length);
      });
    },
    clear: () => {
      setHeld(new Map());
      setCut(false);
    },
  }), [held, isCut, toggle, mechanism, search]);
}
