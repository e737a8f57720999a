import type { Clock } from '#kernel/clock.ts';
import type { Duty, Link, Matter } from '#kernel/matter.ts';

/** A matter as its table holds it. */
export interface MatterRow {
  readonly district: string;
  readonly id: string;
  readonly mechanism: string;
  readonly stage: string;
  readonly number: string | null;
  readonly year: number;
  readonly version: number;
  readonly facts: Record<string, unknown>;
  readonly clocks: Record<string, Clock>;
  readonly duties: Duty[];
  readonly links: Link[];
  readonly doers: Record<string, string>;
  readonly confined_to: string[] | null;
  readonly filed_at: string;
  readonly changed_at: string;
  readonly is_sample: boolean;
}

/** The columns a matter is read from. */
export const matterColumns = 'district, id, mechanism, stage, number, year, version, facts, clocks, duties, links, doers, confined_to, filed_at, changed_at, is_sample';

/** The matter of a row: the same that folding its events gives. */
export function toMatter(row: MatterRow): Matter {
  return {
    district: row.district,
    id: row.id,
    mechanism: row.mechanism,
    stage: row.stage,
    ...(row.number === null ? {} : { number: row.number }),
    year: row.year,
    version: row.version,
    facts: row.facts,
    clocks: row.clocks,
    duties: row.duties,
    links: row.links,
    doers: row.doers,
    ...(row.confined_to === null ? {} : { confinedTo: row.confined_to }),
    filedAt: row.filed_at,
    changedAt: row.changed_at,
    isSample: row.is_sample,
  };
}

/** Whether a text can be the id of a matter; PostgreSQL would fail on any other instead of finding nothing. */
export function isMatterId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
