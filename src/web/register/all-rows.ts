import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { MatterList, MatterRow, Names } from '#contract/shapes.ts';
import { call } from '#web/client.ts';
import { filtersIn } from '#web/register/address.ts';
import type { Search } from '#web/router.tsx';

const atOnce = 200;
/** A picture of more shows nothing any more; the list does. */
const most = 1_000;

/** All that a filter finds, as far as a picture can hold it, with its names. */
export interface AllRows {
  readonly total: number;
  readonly rows: readonly MatterRow[];
  readonly names: Names;
}

/** Every row that the filters of a register find, with the columns and tables a picture is drawn from. */
export function useAllRows(mechanism: string, search: Search, wanted: { readonly cols: string; readonly tables?: string; readonly order?: string }): UseQueryResult<AllRows, Error> {
  const filters = filtersIn(search);
  return useQuery<AllRows, Error>({
    queryKey: ['GET /api/matters/:mechanism', { mechanism, all: true }, { ...filters, ...wanted }],
    queryFn: async ({ signal }) => {
      const pages: MatterList[] = [];
      for (let page = 1; page * atOnce - atOnce < Math.min(most, pages[0]?.total ?? 1); page += 1) {
        pages.push(await call('GET /api/matters/:mechanism', { params: { mechanism }, query: { ...filters, ...wanted, size: String(atOnce), page: String(page) } as never, signal }));
      }
      const together = (name: keyof Names) => Object.assign({}, ...pages.map(({ names }) => names[name])) as never; // one object of all their names
      return { total: pages[0]?.total ?? 0, rows: pages.flatMap(({ rows }) => rows), names: { units: together('units'), people: together('people'), matters: together('matters') } };
    },
    placeholderData: (before) => before,
  });
}
