import { fieldsOf, type Field } from '#kernel/input.ts';
import type { Action, AnyMechanism, Importing } from '#kernel/mechanism.ts';
import { Refusal } from '#kernel/refusal.ts';
import { listed, type Text } from '#kernel/words.ts';
import { geometryHeading } from '#reports/geojson-table.ts';
import type { ReadCell } from '#reports/workbook-reader.ts';
import { otherHeadings, stage } from './exports.ts';
import { byHeading, bareHeading, plainCell } from './sheet-cells.ts';

export interface Column {
  readonly heading: string;
  readonly fact: string | null;
}

type StandIn = NonNullable<Importing['assumes']>[string];

/** A sheet whose headings are understood: what its columns hold, and what it lacks. */
export interface Sheet {
  readonly mechanism: AnyMechanism;
  readonly importing: Importing;
  readonly columns: readonly Column[];
  /** The columns that hold facts, with their fields. */
  readonly fields: readonly { readonly index: number; readonly field: Field }[];
  /** What the sheet has no column for and the mechanism knows to assume. */
  readonly assumed: ReadonlyMap<string, StandIn>;
  /** What filing needs and the sheet has no column for: its rows may still correct what is kept. */
  readonly missing: readonly Field[];
  /** Where an exported sheet says at which stage a row stands; -1 where it does not. */
  readonly stageColumn: number;
}

/** The heading row is the first in which at least two headings are understood. Refuses a sheet whose rows could neither be filed nor tell what they correct. */
export function readHeadings(mechanism: AnyMechanism, create: Action, importing: Importing, cells: readonly ReadCell[]): Sheet | undefined {
  const asked = fieldsOf(mechanism, create);
  const facts = byHeading(asked.map(({ name, fact }) => [name, [name, fact.name.zh, fact.name.en, ...(fact.synonyms ?? []), ...(fact.kind === 'place' ? [geometryHeading] : [])]]));
  const taken = new Set<string>();
  const columns = cells.map((cell): Column => {
    const heading = String(plainCell(cell) ?? '').trim();
    const fact = otherHeadings.has(heading) ? undefined : facts.get(bareHeading(heading));
    if (!fact || taken.has(fact)) return { heading, fact: null };
    taken.add(fact);
    return { heading, fact };
  });
  if (taken.size < Math.min(2, Math.max(1, asked.filter(({ must }) => must).length))) return undefined;
  const assumed = new Map(Object.entries(importing.assumes ?? {}).filter(([name, stand]) => !taken.has(name) && ('value' in stand || taken.has(stand.like))));
  const missing = asked.filter(({ name, must }) => must && !taken.has(name) && !assumed.has(name));
  if (missing.length > 0 && !(importing.amend && taken.has(importing.key))) throw missingColumns(missing);
  const byName = new Map(asked.map((field) => [field.name, field]));
  return {
    mechanism, importing, columns, assumed, missing,
    fields: columns.flatMap(({ fact }, index) => {
      const field = fact === null ? undefined : byName.get(fact);
      return field ? [{ index, field }] : [];
    }),
    stageColumn: columns.findIndex(({ heading, fact }) => fact === null && (heading === stage.zh || heading === stage.en)),
  };
}

/** The column of a fact; the first where the sheet has none, so that a problem is shown somewhere. */
export function columnOf({ columns }: Sheet, name: string | undefined): number {
  return Math.max(0, columns.findIndex(({ fact }) => fact === name));
}

/** What the sheet's reader is told of each value that is assumed. */
export function assumptions({ mechanism: { record }, assumed }: Sheet): readonly Text[] {
  return [...assumed].map(([name, stand]) => {
    const [lacking, other] = [record.facts[name]?.name, 'like' in stand ? record.facts[stand.like]?.name : undefined];
    return other
      ? { zh: `表中没有“${lacking?.zh}”一栏，新登记的以“${other.zh}”代替`, en: `There is no column “${lacking?.en}”; “${other.en}” stands in for it where a row is new` }
      : { zh: `表中没有“${lacking?.zh}”一栏，新登记的一律记为“${'value' in stand ? stand.value : ''}”，不对的请先补上这一栏`, en: `There is no column “${lacking?.en}”; new rows get “${'value' in stand ? stand.value : ''}”. If that is wrong, add the column first` };
  });
}

/** Why a row that only corrects cannot be filed. */
export function unknownWords({ missing }: Sheet): Text {
  const names = listed(missing.map(({ fact }) => fact.name));
  return { zh: `没有登记过这一项；要新登记，请补上栏目：${names.zh}`, en: `No such record is kept; to file it anew, add the columns ${names.en}` };
}

function missingColumns(missing: readonly Field[]): Refusal {
  const names = missing.map(({ fact }) => fact.name);
  return new Refusal('columnsMissing', {
    status: 422,
    zh: `表中缺少必填的栏目：${names.map((name) => name.zh).join('、')}。请对照模板补上后再导入。`,
    en: `Required columns are missing: ${names.map((name) => name.en).join(', ')}. Please compare with the template and import again.`,
  });
}
