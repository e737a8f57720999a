import { useMemo, useState } from 'react';
import { useQueries } from '@tanstack/react-query';
import type { MatterList, MatterRow, Names } from '#contract/shapes.ts';
import { useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import type { Search } from '#web/router.tsx';
import { listedIn } from '#web/register/address.ts';

const route = 'GET /api/matters/:mechanism';
export const rowsOfPage = 100;

/** The rows of a register as far as they have come: the total is known from the first page on, further pages are asked for as they come into sight. */
export interface Rows {
  readonly total: number;
  readonly names: Names;
  readonly isFetching: boolean;
  at(index: number): MatterRow | undefined;
  /** Rows between these places are about to be seen. */
  want(first: number, last: number): void;
}

/** Asks for the first page; what it answers holds the total. */
export function useFirstPage(mechanism: string, search: Search) {
  return useAsk(route, { params: { mechanism }, query: listedIn(search, { size: String(rowsOfPage) }) }, { keep: true });
}

export function useRows(mechanism: string, search: Search, first: MatterList): Rows {
  const query = listedIn(search);
  const key = JSON.stringify(query);
  // What was wanted of another filter is not wanted of this one.
  const [wanted, setWanted] = useState<{ readonly key: string; readonly pages: readonly number[] }>({ key, pages: [] });
  const pages = wanted.key === key ? wanted.pages : [];
  const asked = useQueries({
    queries: pages.map((page) => {
      const of = listedIn(search, { size: String(rowsOfPage), page: String(page) });
      return { queryKey: [route, { mechanism }, of], queryFn: () => call(route, { params: { mechanism }, query: of }) };
    }),
  });
  const answers = asked.map(({ data }) => data);
  const isFetching = asked.some((each) => each.isFetching);
  return useMemo(() => {
    const byPage = new Map<number, MatterList>([[1, first]]);
    for (const answer of answers) if (answer) byPage.set(answer.page, answer);
    return {
      total: first.total,
      names: joined([...byPage.values()].map(({ names }) => names)),
      isFetching,
      at: (index: number) => byPage.get(Math.floor(index / rowsOfPage) + 1)?.rows[index % rowsOfPage],
      want: (from: number, to: number) => {
        const next: number[] = [];
        for (let page = Math.floor(from / rowsOfPage) + 1; page <= Math.floor(to / rowsOfPage) + 1; page += 1) if (page > 1) next.push(page);
        setWanted((before) => (before.key === key && next.every((page) => before.pages.includes(page)) ? before : { key, pages: before.key === key ? [...before.pages.slice(-mostHeld), ...next.filter((page) => !before.pages.includes(page))] : next }));
      },
    };
    // The answers are a new list at every render; what is in them is not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [first, key, isFetching, ...answers]);
}

/** Pages further away are dropped and asked for again on the way back. */
const mostHeld = 100;

function joined(all: readonly Names[]): Names {
  return { units: Object.assign({}, ...all.map(({ units }) => units)), people: Object.assign({}, ...all.map(({ people }) => people)), matters: Object.assign({}, ...all.map(({ matters }) => matters)) };
}
