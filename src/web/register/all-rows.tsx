import type { ReactNode } from 'react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { MatterList, MatterRow, Names } from '#contract/shapes.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { call } from '#web/client.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { filtersIn } from '#web/register/address.ts';
import { useRegisterWords } from '#web/register/words.ts';
import type { Search } from '#web/router.tsx';
import { Answered } from '#web/shell/faces.tsx';

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

/** What is drawn of all rows, below a line on what it leaves out; or the face of the wait or of the failure. */
export function AllAnswered({ of, mechanism, children }: { readonly of: UseQueryResult<AllRows, Error>; readonly mechanism: string; readonly children: (all: AllRows) => ReactNode }) {
  return <Answered of={of}>{(all) => <><LeftOut mechanism={mechanism} all={all} />{children(all)}</>}</Answered>;
}

function LeftOut({ mechanism, all: { rows, total } }: { readonly mechanism: string; readonly all: AllRows }) {
  const w = useRegisterWords();
  const language = useLanguage();
  const record = findMechanism(mechanism)?.record;
  if (rows.length >= total || record === undefined) return null;
  return <p className="refused left-out" role="status">{w('leftOut', { register: record.name[language], shown: numberWords(rows.length, language), count: numberWords(total, language) })}</p>;
}
