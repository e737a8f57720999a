import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { presets } from '#engines/evaluation/presets.ts';
import { half, type Scheme, type Subject } from '#engines/evaluation/problem.ts';
import { evaluate } from '#engines/evaluation/solve.ts';
import { beginBulk } from '#store/bulk-runs.ts';
import { benchmarksOver, evaluateFrozen, freezeInputs, inputsOf, quantityColumns, resultsOf, type FrozenInput } from '#store/evaluations.ts';
import type { Site } from './ground.ts';
import { median, type Row } from './row.ts';

const enterprises = 100_000;
const rounds = 5;
const [year, baseYear] = ['2021', '2020'];
const industries = ['13', '17', '22', '26', '27', '30', '33', '34', '35', '36', '38', '39', '40', '41', '43'];
const sources = Object.fromEntries(quantityColumns.map((name) => [name, [`enterprise.${name}`]])) as unknown as Parameters<typeof freezeInputs>[4];

/** A province's enterprises: benchmarks, points, ranks in industries, guards, vetoes and classes, written to a table; against the same formulas in one DuckDB query that writes one too. */
export const evaluation: Row = {
  name: 'evaluation',
  async measure(ground) {
    // Named at run time: 68 MB that this row alone needs, and only where it is measured.
    const name = '@duckdb/node-api';
    const { DuckDBInstance } = (await import(name)) as Duck;
    const site = await ground.empty();
    const scheme = presets.shandongFive;
    const matter = await someMatter(site);
    await fillReadings(site);
    const { run, seconds: gathering } = await gather(site, matter);
    const inputs = await allInputs(site, run, year);
    const base = await allInputs(site, run, baseYear);
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    await load(duck, inputs, base);
    const [ours, theirs]: [number[], number[]] = [[], []];
    // In turn, so that what else the machine does meets both alike; the first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const [mine, other] = [await evaluateOurs(site, run, scheme), await evaluateTheirs(duck, scheme)];
      if (round > 0) ours.push(mine);
      if (round > 0) theirs.push(other);
    }
    await evaluateOurs(site, run, scheme);
    const results = await site.platform.store.reading(site.platform.district, (tx) => resultsOf(tx, site.platform.district, run, '', enterprises));
    const oracle = evaluate({ scheme, subjects: inputs.map(subjectOf), base: base.map(subjectOf) });
    if ('no' in oracle) throw new Error(`${oracle.no} ${oracle.at}`);
    const differing = differences(results, new Map(oracle.results.map((each) => [each.id, each.class])));
    const apart = differences(results, new Map((await (await duck.runAndReadAll('select subject, class from result')).getRows()).map(([subject, band]) => [String(subject), String(band)])));
    const ratio = median(ours) / median(theirs);
    return [{
      what: `per-mu evaluation of ${enterprises.toLocaleString('en')} enterprises`, ours: `${(median(ours) / 1000).toFixed(2)} s`, reference: `${(median(theirs) / 1000).toFixed(2)} s (DuckDB)`, ratio: `${ratio.toFixed(1)} ×`,
      budget: '≤ 5 ×, same classes', isMet: ratio <= 5 && differing === 0 && apart === 0,
      notes: [
        `classes that differ: ${differing} from the engine in TypeScript, ${apart} from DuckDB; ${new Set(results.map(({ points }) => points)).size.toLocaleString('en')} different points among ${results.length.toLocaleString('en')}`,
        `gathering ${(2 * enterprises * quantityColumns.length).toLocaleString('en')} readings of two years before it: ${(gathering / 1000).toFixed(1)} s, in parts of 10,000 enterprises`,
        `ours ${ours.map((each) => Math.round(each)).join(', ')} ms with the write and its commit; DuckDB ${theirs.map((each) => Math.round(each)).join(', ')} ms into a table in memory`,
      ],
    }];
  },
};

interface Duck {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckConnection> }> };
}
interface DuckConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): readonly (readonly unknown[])[] }>;
  createAppender(table: string): Promise<{ appendVarchar(value: string): void; appendBigInt(value: bigint): void; appendNull(): void; appendBoolean(value: boolean): void; endRow(): void; closeSync(): void }>;
}

async function asOwner<T>(site: Site, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(site.admin);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The matter a run hangs on; what it is about does not matter here. */
async function someMatter(site: Site): Promise<string> {
  const id = randomUUID();
  await asOwner(site, (client) => client.query(
    `insert into matter (district, id, mechanism, stage, year, version, title, units, facts, clocks, duties, links, doers, filed_at, changed_at, is_sample, head, searched)
     values ($1, $2, 'bench', 'open', 2022, 1, 'bench', '{}', '{}', '{}', '[]', '[]', '{}', now(), now(), true, '', '')`, [site.platform.district, id],
  ));
  return id;
}

/** Two years of readings, sizes over four powers of ten; one in thirty has no emissions, one in fifty no tax. */
async function fillReadings(site: Site): Promise<void> {
  const sizes = { tax: 3_000_000, valueAdded: 20_000_000, revenue: 90_000_000, research: 2_000_000, land: 150_000, energy: 60_000, pollutant: 40_000, staff: 2_000, electricity: 90_000 };
  await asOwner(site, async (client) => {
    await client.query('select setseed(0.5)');
    for (const period of [baseYear, year]) for (const name of quantityColumns) {
      await client.query(
        `insert into reading (district, indicator, subject, period, value, source, read_at)
         select $1, $2, '9137' || lpad(n::text, 14, '0'), $3, floor($4::float8 * (0.2 + 2 * random()) * power(10, n % 4)), 'bench', '2022-04-01T02:00:00Z' from generate_series(1, $5::int) as n where n % $6::int <> 0`,
        [site.platform.district, `enterprise.${name}`, period, sizes[name], enterprises, name === 'pollutant' ? 30 : name === 'tax' ? 50 : 1_000_003],
      );
    }
    await client.query('analyze reading');
  });
}

async function gather(site: Site, matter: string): Promise<{ readonly run: string; readonly seconds: number }> {
  const { store, district } = site.platform;
  const run = randomUUID();
  await store.inDistrict(district, (tx) => beginBulk(tx, district, { id: run, matter, action: 'bench', by: null, post: null, startedAt: '2022-05-01T02:00:00Z' }));
  const began = performance.now();
  for (const period of [baseYear, year]) for (let from = 1; from <= enterprises; from += 10_000) {
    const enrolled = Array.from({ length: 10_000 }, (_, index) => {
      const n = from + index;
      return {
        subject: `9137${String(n).padStart(14, '0')}`, industry: industries[(n * 7) % industries.length] ?? '',
        ...(n % 40 === 0 ? { vetoes: [n % 80 === 0 ? 'wages' : 'taxFraud'] } : {}), ...(n % 25 === 0 ? { bonuses: ['highTech'] } : {}), ...(n % 33 === 0 ? { counts: { smallTenants: n % 5 } } : {}), ...(n % 50 === 0 ? { exemption: 'startUp' } : {}),
      };
    });
    await store.inDistrict(district, (tx) => freezeInputs(tx, { district, run, period }, enrolled, '2022-05-01T02:00:00Z', sources));
  }
  const seconds = performance.now() - began;
  await asOwner(site, (client) => client.query('analyze evaluation_input'));
  return { run, seconds };
}

function allInputs(site: Site, run: string, period: string): Promise<FrozenInput[]> {
  const { store, district } = site.platform;
  return store.reading(district, (tx) => inputsOf(tx, { district, run, period }, '', enterprises));
}

async function evaluateOurs(site: Site, run: string, scheme: Scheme): Promise<number> {
  const { store, district } = site.platform;
  await asOwner(site, (client) => client.query('truncate evaluation_result'));
  const began = performance.now();
  await store.inDistrict(district, async (tx) => {
    const found = await benchmarksOver(tx, scheme, { district, run, period: baseYear });
    if ('gap' in found) throw new Error(found.gap);
    await evaluateFrozen(tx, scheme, { district, run, period: year }, found.benchmarks);
  });
  return performance.now() - began;
}

async function load(duck: DuckConnection, inputs: readonly FrozenInput[], base: readonly FrozenInput[]): Promise<void> {
  for (const [table, rows] of [['input', inputs], ['base', base]] as const) {
    await duck.run(`create table ${table} (subject varchar, industry varchar, ${quantityColumns.map((name) => `"${name}" bigint`).join(', ')}, high_tech boolean, tenants bigint, tax_fraud boolean, wages boolean, exempt boolean)`);
    const appender = await duck.createAppender(table);
    for (const row of rows) {
      appender.appendVarchar(row.subject);
      appender.appendVarchar(row.industry);
      for (const name of quantityColumns) {
        const value = row[name];
        if (value === null) appender.appendNull();
        else appender.appendBigInt(BigInt(value));
      }
      appender.appendBoolean(row.bonuses?.includes('highTech') ?? false);
      appender.appendBigInt(BigInt(row.counts?.['smallTenants'] ?? 0));
      appender.appendBoolean(row.vetoes?.includes('taxFraud') ?? false);
      appender.appendBoolean(row.vetoes?.includes('wages') ?? false);
      appender.appendBoolean(row.exemption !== undefined && row.exemption !== null);
      appender.endRow();
    }
    appender.closeSync();
  }
}

/** The formulas of parks.md §2.4 and §2.5 written down by hand for Shandong's five. */
async function evaluateTheirs(duck: DuckConnection, { indicators }: Scheme): Promise<number> {
  await duck.run('drop table if exists result');
  const value = (at: number) => `case when "${indicators[at]?.denominator}" > 0 then "${indicators[at]?.numerator}"::double / ("${indicators[at]?.denominator}"::double * ${indicators[at]?.per}) end as v${at}`;
  const mean = (at: number) => {
    const { numerator, denominator, per } = indicators[at] ?? { numerator: '', denominator: '', per: 1 };
    const known = `filter ("${numerator}" is not null and "${denominator}" > 0)`;
    return `(sum("${numerator}") ${known})::double / ((sum("${denominator}") ${known})::double * ${per}) as b${at}`;
  };
  const points = (at: number, weight: number) => `case when v${at} is null then null when v${at} <= 0 then 0 else floor(least(v${at} / b${at} * ${weight}, ${weight * 1.5}) * 100 + ${half}) end as p${at}`;
  const places = [0, 1, 2, 3, 4];
  const began = performance.now();
  await duck.run(`
    create table result as
    with benchmark as (select ${places.map(mean).join(', ')} from base),
    scored as (select * from (select *, ${places.map(value).join(', ')} from input) cross join benchmark),
    pointed as (select *, ${[35, 20, 15, 15, 15].map((weight, at) => points(at, weight)).join(', ')} from scored),
    totalled as (
      select *, coalesce(p0, 0) + coalesce(p1, 0) + coalesce(p2, (select floor(sum(p2) / count(p2) + 0.5) from pointed)) + coalesce(p3, 0) + coalesce(p4, 0)
        + case when high_tech then 200 else 0 end - case when tenants >= 1 then (tenants - 1) * 500 else 0 end as points from pointed
    ),
    listed as (select *, case when count(*) filter (not exempt) over (partition by industry) >= 15 then industry else 'other' end as list from totalled),
    placed as (select *, rank() over (partition by exempt, list order by points desc) as rank, count(*) over (partition by exempt, list) as among from listed),
    ranked as (select *, case when rank <= 2000 * among // 10000 then 0 when rank <= 8000 * among // 10000 then 1 when rank <= 9500 * among // 10000 then 2 else 3 end as ranked, floor(coalesce(v0, 0) / b0 * 1e6 + 0.5) as ratio from placed),
    guarded as (select *, case when exempt then 1 else least(greatest(greatest(ranked, case when ratio < 1000000 then 1 else 0 end), case when ratio < 100000 then 2 else 0 end), case when ratio >= 2000000 then 1 else 9 end) end as guarded from ranked)
    select subject, points, rank, substr('ABCD', greatest(guarded, case when tax_fraud then 3 else 0 end, case when wages then 2 else 0 end)::int + 1, 1) as class from guarded`);
  return performance.now() - began;
}

function subjectOf({ subject, industry, bonuses, counts, vetoes, exemption, ...rest }: FrozenInput): Subject {
  const given = (name: string, value: unknown) => (value === null || value === undefined ? {} : { [name]: value });
  return { id: subject, industry, quantities: Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)), ...given('bonuses', bonuses), ...given('counts', counts), ...given('vetoes', vetoes), ...given('exemption', exemption) };
}

function differences(results: readonly { readonly subject: string; readonly class: string }[], others: ReadonlyMap<string, string>): number {
  return results.filter((result) => others.get(result.subject) !== result.class).length + Math.abs(results.length - others.size);
}
