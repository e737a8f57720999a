import { isFilter } from '#contract/filter-words.ts';
import { hasClocks } from '#contract/register-columns.ts';
import type { QueryOf } from '#contract/routes.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import type { Search } from '#web/router.tsx';
import { slotsOf } from '#web/slots.ts';

/** What the address bar of a register holds: filters, order, columns, form and the saved view they came from. */

/** A form of the register: one that is derived, or the name of its own. */
export type Form = DerivedForm | (string & {});
export type DerivedForm = 'list' | 'board' | 'calendar' | 'map' | 'timeline';

/** The forms a register can take: without clocks it has no due days, without a place no map. */
export function formsOf(mechanism: AnyMechanism): readonly Form[] {
  const { record } = mechanism;
  const isPlaced = Object.values(record.facts).some((fact) => fact.kind === 'place' && !fact.sealed);
  return ['list', 'board', ...(hasClocks(record) ? (['calendar'] as const) : []), ...(isPlaced ? (['map'] as const) : []), 'timeline', ...Object.keys(slotsOf(mechanism).views ?? {})];
}

export function formIn(search: Search, mechanism: AnyMechanism): Form {
  return formsOf(mechanism).find((form) => form === search['view']) ?? 'list';
}

/** A filter of the address bar as a list. */
export function many(value: Search[string]): string[] {
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : [...value];
}

/** The first value under a name. */
export function one(search: Search, name: string): string | undefined {
  return many(search[name])[0];
}

/** Whether a register is narrowed by anything. */
export function isFiltered(search: Search): boolean {
  return Object.entries(search).some(([name, value]) => isFilter(name) && many(value).length > 0);
}

/** What narrows the register, as the routes take it; its order, columns and form are no part of that. */
export function filtersIn(search: Search): NonNullable<QueryOf<'GET /api/matters/:mechanism/board'>> {
  // The server judges each value; an address may hold anything.
  return Object.fromEntries(Object.entries(search).filter(([name, value]) => isFilter(name) && many(value).length > 0)) as never;
}

/** What the address asks of the list. */
export function listedIn(search: Search, paging: { readonly page?: string; readonly size?: string } = {}): NonNullable<QueryOf<'GET /api/matters/:mechanism'>> {
  const order = one(search, 'order');
  const cols = one(search, 'cols');
  return { ...filtersIn(search), ...(order ? { order } : {}), ...(cols ? { cols } : {}), ...paging } as never;
}

/** Nothing that says nothing stands in the address. */
export function tidy(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => many(value).length > 0));
}

/** The address as a saved view keeps it: whatever it shows, but not which saved view it came from. */
export function savedWords(search: Search): string {
  const given = new URLSearchParams();
  for (const name of Object.keys(search).toSorted()) if (name !== 'saved') for (const each of many(search[name])) given.append(name, each);
  return given.size === 0 ? '' : `?${given}`;
}

/** A saved view back as an address. */
export function searchOf(query: string, saved: string): Search {
  const given = new URLSearchParams(query);
  return { ...Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)])), saved };
}
