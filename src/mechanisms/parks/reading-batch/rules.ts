import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { columnsOf, deliveredColumns, ownerRoles, owners, taxParts, type Delivered, type DeliveredColumn, type Owner } from '../data-owners.ts';
import type { ReadingBatchRecord } from './record.ts';

export type Situation = SituationOf<ReadingBatchRecord>;
export type Verdict = VerdictOf<ReadingBatchRecord>;

/** An owner's data come from its own posts. */
export function notYourData({ actor }: Situation, owner: Owner): Verdict {
  const isOurs = actor.kind === 'post' && ownerRoles[owner].some((role) => actor.roles.includes(role));
  return isOurs ? undefined : { refusal: 'notYourData', field: 'owner', detail: { owner: owners[owner] } };
}

/** A whole year that is over, taken by today. */
export function badYear({ today }: Situation, year: number, pulledOn: string): Verdict {
  if (String(year) >= today.slice(0, 4)) return { refusal: 'yearNotOver', field: 'year', detail: { year } };
  return pulledOn > today ? { refusal: 'pulledLater', field: 'pulledOn' } : undefined;
}

/** Each row an enterprise, once, with nobody else's columns. */
export function badRows(owner: Owner, rows: readonly Delivered[]): Verdict {
  const allowed = new Set<string>(['creditCode', ...columnsOf[owner]]);
  const seen = new Set<string>();
  for (const [at, row] of rows.entries()) {
    if (row.creditCode === undefined) return { refusal: 'codeMissing', field: 'rows', detail: { row: at + 1 } };
    if (seen.has(row.creditCode)) return { refusal: 'codeTwice', field: 'rows', detail: { code: row.creditCode } };
    seen.add(row.creditCode);
    const stray = Object.keys(row).find((name) => !allowed.has(name) && row[name as DeliveredColumn] !== undefined);
    if (stray !== undefined) return { refusal: 'notYourColumn', field: 'rows', detail: { column: deliveredColumns[stray as DeliveredColumn].name, owner: owners[owner] } };
    if (owner === 'tax' && row.taxPaid === undefined && taxParts.some((name) => row[name] !== undefined)) return { refusal: 'taxIncomplete', field: 'rows', detail: { code: row.creditCode } };
  }
  return undefined;
}

/** Only a delivery of the same owner and year is superseded. */
export function otherDelivery({ findMatter }: Situation, replaces: string | undefined, owner: Owner, year: number): Verdict {
  const earlier = replaces === undefined ? undefined : findMatter(replaces);
  if (!earlier || (earlier.facts['owner'] === owner && earlier.facts['year'] === year && earlier.stage === 'received')) return undefined;
  return { refusal: 'otherDelivery', field: 'replaces', detail: { owner: owners[earlier.facts['owner'] as Owner], year: Number(earlier.facts['year']) } };
}
