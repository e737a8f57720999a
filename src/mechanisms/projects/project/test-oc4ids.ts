import { readFile } from 'node:fs/promises';

// The structure of the Open Contracting for Infrastructure Data Standard 0.9, for tests to hold packages against.

export type Shape = string | readonly Shape[] | { readonly [name: string]: Shape };
const read = JSON.parse(await readFile(new URL('../../../../test/data/oc4ids-shape.json', import.meta.url), 'utf8')) as { shape: Shape; codes: Readonly<Record<string, readonly string[]>> };
/** The kind of each field, and the codes of the standard's lists. */
export const { shape, codes } = read;

/** Where a value departs from the structure: a field the standard does not show, or one of another kind. */
export function departures(value: unknown, of: Shape | undefined, path: string): string[] {
  if (of === undefined) return [`${path} is no field of the standard`];
  if (typeof of === 'string') return typeof value === of ? [] : [`${path} is no ${of}`];
  if (Array.isArray(of)) return Array.isArray(value) ? value.flatMap((each, at) => departures(each, (of as readonly Shape[])[0], `${path}[${at}]`)) : [`${path} is no list`];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`];
  return Object.entries(value).flatMap(([name, each]) => departures(each, (of as Readonly<Record<string, Shape>>)[name], `${path}.${name}`));
}
