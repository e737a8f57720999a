import type { datums, Place } from './fact.ts';
import { schemaOf } from './hearing.ts';
import { wrongFields, type Field } from './input.ts';

/** Brings a place from the shifted degrees of internet maps (GCJ-02) to those of the register. */
export type FromGcj02 = (place: Place) => Place;

/**
 * An input whose places, as far as they name their datum, are all in the datum of the register. Converted once and marked: sent again, as an exported
 * sheet or an import taken back sends it, it stays as it is. A place given anew without a datum takes the old mark away.
 */
export function inRegisterDatum(fields: readonly Field[], kept: Readonly<Record<string, unknown>>, input: unknown, fromGcj02: FromGcj02): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const given = input as Readonly<Record<string, unknown>>;
  const changed: Record<string, unknown> = {};
  for (const { name, fact } of fields) {
    if (fact.datum === undefined) continue;
    const [place, datum, before] = [given[name] ?? undefined, given[fact.datum] ?? undefined, kept[fact.datum] ?? undefined];
    if (place === undefined && datum !== undefined && datum !== before) throw wrongFields({ [fact.datum]: { zh: '坐标系随界址一起填，请连同界址一并填写', en: 'The datum goes with the place; give both' } });
    if (Object.hasOwn(given, name) && datum === undefined && before !== undefined) changed[fact.datum] = null;
    const parsed = datum === 'gcj02' ? schemaOf(fact).safeParse(place) : undefined;
    // What is no place is refused with the other fields.
    if (parsed?.success) Object.assign(changed, { [name]: fromGcj02(parsed.data as Place), [fact.datum]: 'fromGcj02' satisfies keyof typeof datums });
  }
  return Object.keys(changed).length === 0 ? input : { ...given, ...changed };
}
