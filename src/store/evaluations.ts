import type { Enrolled, KeptResult, Scheme } from '#engines/evaluation/problem.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Reading } from '#kernel/scheme.ts';
import { keepBulk } from './bulk-runs.ts';
import { assembledName, type Tx } from './database.ts';
import { evaluationStatement, sumsStatement, type Benchmarks, type Frozen } from './evaluation-sql.ts';

/** The names of quantities, each a column of whole base units. */
export const quantityColumns = ['tax', 'valueAdded', 'revenue', 'research', 'land', 'energy', 'pollutant', 'staff', 'electricity'] as const;

/** One frozen row. */
export type FrozenInput = Enrolled & { readonly [K in (typeof quantityColumns)[number]]: number | null };

/** Indicators that are added to a quantity and taken from it. */
export interface Change {
  readonly quantity: (typeof quantityColumns)[number];
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

const unchanged: Change = { quantity: 'tax', plus: [], minus: [] };

const resultColumns = 'subject, "values", step_points as "stepPoints", bonus, deduction, points, list, rank, among, ranked, class';

/** Who is on the list of a period by a reading above 0, after a subject: with the industry that a register knows of it. The code is a unique fact of that register. */
export async function rosterOf(
  tx: Tx, district: string, list: { readonly indicator: string; readonly period: string; readonly asOf: Instant; readonly register: string; readonly code: string; readonly industry: string }, after: string, limit: number,
): Promise<{ readonly subject: string; readonly industry: string; readonly matter: string }[]> {
  return tx.query(
    'evaluation.roster',
    `with latest as (
       select distinct on (subject) subject, value from reading where district = $1 and indicator = $2 and period = $3 and read_at <= $4 and subject > $5 order by subject, read_at desc
     ), listed as (
       -- Joined before it is cut: a page that is short is the last one.
       select subject, holder.matter from latest
       -- Of one subject there is one holder: said so, it is looked up by its value, whatever is known of the table.
       cross join lateral (select matter from unique_value where district = $1 and mechanism = $6 and fact = $7 and unique_value.value = subject limit 1) as holder
       where latest.value > 0 order by subject limit $9
     )
     select subject, coalesce(substr(facts ->> $8, 2, 2), '') as industry, id as matter from listed join matter on district = $1 and id = listed.matter order by subject`,
    [district, list.indicator, list.period, list.asOf, after, list.register, list.code, list.industry, limit],
  );
}

/** The last reading of each indicator by the moment, of some subjects in a period. */
export async function latestReadings(tx: Tx, district: string, indicators: readonly string[], period: string, subjects: readonly string[], asOf: Instant): Promise<Omit<Reading, 'period'>[]> {
  return tx.query(
    'reading.latest',
    `select distinct on (indicator, subject) indicator, subject, value, source, read_at as "readAt" from reading
     where district = $1 and indicator = any($2::text[]) and period = $3 and subject = any($4::text[]) and read_at <= $5 order by indicator, subject, read_at desc`,
    [district, indicators, period, subjects, asOf],
  );
}

/**
 * Freezes what is known of some subjects in a period: the last reading of each indicator by the moment. A quantity is the
 * greatest of its indicators (land: register and survey), and one of them may be changed by others: the tax by what a scheme counts otherwise. What is there already stays, so that a run can be taken up again. Throws when there is no such run.
 */
export async function freezeInputs(tx: Tx, { district, run, period }: Frozen, enrolled: readonly Enrolled[], asOf: Instant, sources: Readonly<Record<(typeof quantityColumns)[number], readonly string[]>>, change: Change = unchanged): Promise<void> {
  const [plus, minus] = [quantityColumns.length + 8, quantityColumns.length + 9];
  const moved = `coalesce(sum(value) filter (where indicator = any($${plus}::text[])), 0) - coalesce(sum(value) filter (where indicator = any($${minus}::text[])), 0)`;
  const quantities = quantityColumns.map((name, at) => `max(value) filter (where indicator = any($${at + 8}::text[]))${name === change.quantity ? ` + ${moved}` : ''} as "${name}"`).join(', ');
  const columns = quantityColumns.map((name) => `"${name}"`).join(', ');
  const whole = quantityColumns.map((name) => `round(read."${name}")::bigint`).join(', ');
  const indicators = [...quantityColumns.flatMap((name) => sources[name]), ...change.plus, ...change.minus];
  const text = `
    insert into evaluation_input (district, run, period, subject, industry, bonuses, counts, vetoes, exemption, ${columns})
    select $1, $2::uuid, $3, each.subject, each.industry, each.bonuses, each.counts, each.vetoes, each.exemption, ${whole}
    from jsonb_to_recordset($4::jsonb) as each (subject text, industry text, bonuses text[], counts jsonb, vetoes text[], exemption text)
    left join (
      select subject, ${quantities} from (
        select distinct on (indicator, subject) indicator, subject, value from reading
        where district = $1 and indicator = any($5::text[]) and period = $3 and read_at <= $6 and subject = any($7::text[]) order by indicator, subject, read_at desc
      ) as latest group by subject
    ) as read on read.subject = each.subject
    on conflict do nothing`;
  await keepBulk(tx, district, run);
  await tx.query(assembledName(text), text, [district, run, period, JSON.stringify(enrolled), indicators, asOf, enrolled.map(({ subject }) => subject), ...quantityColumns.map((name) => sources[name]), change.plus, change.minus]);
}

/** The benchmarks of a scheme over a period's frozen rows, as the engine makes them of the same sums; names the first indicator that has none. */
export async function benchmarksOver(tx: Tx, scheme: Scheme, frozen: Frozen): Promise<{ readonly benchmarks: Benchmarks } | { readonly gap: string }> {
  const statement = sumsStatement(scheme, frozen);
  const rows = await tx.query<Record<string, string> & { industry: string }>(assembledName(statement.text), statement.text, statement.values);
  const benchmarks = Object.fromEntries(scheme.indicators.map(({ key, benchmark, per }, at) => {
    if ('fixed' in benchmark) return [key, { '': benchmark.fixed }];
    const means = rows.filter(({ industry }) => industry === '' || benchmark.mean === 'industry').map((row) => [row.industry, Number(row[`n${at}`]) / (Number(row[`d${at}`]) * per)] as const);
    return [key, Object.fromEntries(means.filter(([, mean]) => mean > 0))];
  }));
  const gap = scheme.indicators.find(({ key }) => !((benchmarks[key]?.[''] ?? 0) > 0));
  return gap ? { gap: gap.key } : { benchmarks };
}

/** Evaluates everybody frozen for a period, in one statement. Throws when there is no such run. */
export async function evaluateFrozen(tx: Tx, scheme: Scheme, frozen: Frozen, benchmarks: Benchmarks): Promise<void> {
  const { text, values } = evaluationStatement(scheme, frozen, benchmarks);
  await keepBulk(tx, frozen.district, frozen.run);
  await tx.query(assembledName(text), text, values);
}

/** The results of a run after a subject, in the order of subjects. */
export async function resultsOf(tx: Tx, district: string, run: string, after: string, limit: number): Promise<KeptResult[]> {
  return tx.query('evaluation_result.of', `select ${resultColumns} from evaluation_result where district = $1 and run = $2 and subject > $3 order by subject limit $4`, [district, run, after, limit]);
}

/** What a run was worked out from, after a subject, in the order of subjects. */
export async function inputsOf(tx: Tx, { district, run, period }: Frozen, after: string, limit: number): Promise<FrozenInput[]> {
  return tx.query(
    'evaluation_input.of',
    `select subject, industry, tax, "valueAdded", revenue, research, land, energy, pollutant, staff, electricity, bonuses, counts, vetoes, exemption
     from evaluation_input where district = $1 and run = $2 and period = $3 and subject > $4 order by subject limit $5`,
    [district, run, period, after, limit],
  );
}

/** How many stand in each class, those evaluated without one apart. */
export async function classCounts(tx: Tx, district: string, run: string): Promise<{ readonly class: string; readonly isRanked: boolean; readonly count: number }[]> {
  return tx.query('evaluation_result.counts', `select class, rank is not null as "isRanked", count(*) as count from evaluation_result where district = $1 and run = $2 group by 1, 2 order by 1, 2`, [district, run]);
}

/** A digest over all results in the order of subjects: whoever changes one row changes it. */
export async function digestOfResults(tx: Tx, district: string, run: string): Promise<string> {
  const [row] = await tx.query<{ digest: string }>(
    'evaluation_result.digest',
    `select encode(sha256(coalesce(string_agg(sha256(convert_to(concat_ws('|', subject, "values"::text, step_points::text, bonus, deduction, points, list, rank, among, ranked, class), 'UTF8')), ''::bytea order by subject collate "C"), ''::bytea)), 'hex') as digest
     from evaluation_result where district = $1 and run = $2`,
    [district, run],
  );
  return row?.digest ?? '';
}
