import { half, type Indicator, type Scheme } from '#engines/evaluation/problem.ts';

/** A statement put together from a scheme, and what it binds: every key and number of the scheme is bound, none stands in the text. */
export interface Assembled {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** By indicator and two-digit industry, '' for all: what the engine makes of last year's sums. */
export type Benchmarks = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Which rows are summed and evaluated. */
export interface Frozen {
  readonly district: string;
  readonly run: string;
  readonly period: string;
}

/** Last year's sums for the benchmarks that are means, over all and by industry; whole numbers of any size, as `sum` over bigint is. */
export function sumsStatement(scheme: Scheme, { district, run, period }: Frozen): Assembled {
  const sums = scheme.indicators.map(({ numerator, denominator }, at) => {
    const counts = `filter (where "${numerator}" is not null and "${denominator}" > 0)`;
    return `coalesce(sum("${numerator}") ${counts}, 0)::text as n${at}, coalesce(sum("${denominator}") ${counts}, 0)::text as d${at}`;
  });
  const text = `select case when grouping(industry) = 1 then '' else industry end as industry, ${sums.join(', ')} from evaluation_input where district = $1 and run = $2 and period = $3
    group by grouping sets ((), (industry)) having grouping(industry) = 1 or industry <> ''`;
  return { text, values: [district, run, period] };
}

/**
 * The evaluation of a run as one statement, from the same scheme the engine takes. Doubles, in the engine's own order of
 * operations, over whole numbers; floor(x + half) where the engine says so. What both do alike bit by bit they rank alike, ties
 * and all; `numeric` would be exact where the engine is not, and disagree. Rows are sorted once, to rank them: how many each list
 * has is counted by industry, and a mean for those who have no value in a scan of its own. `offset 0` keeps a step from being
 * worked out anew wherever it is named.
 */
export function evaluationStatement(scheme: Scheme, { district, run, period }: Frozen, benchmarks: Benchmarks): Assembled {
  const values: unknown[] = [district, run, period];
  const bind: Bind = (value, type) => `$${values.push(value)}::${type}`;
  const grid = bind(10 ** scheme.decimals, 'float8');
  const frozen = 'from evaluation_input where district = $1 and run = $2 and period = $3';
  const each = (write: (indicator: Indicator, at: number) => string, join = ', ') => scheme.indicators.map(write).join(join);
  const held = heldAgainst(scheme, benchmarks, bind);
  const valued = each(({ numerator, denominator, per }, at) => `case when "${denominator}" > 0 then "${numerator}"::float8 / ("${denominator}"::float8 * ${bind(per, 'float8')}) end as v${at}`);
  const scored = scheme.indicators.map(({ weight }, at) => {
    const most = bind(weight * scheme.cap, 'float8');
    return `case when v${at} is null then null when v${at} <= 0 then 0 else floor(least(v${at} / ${held.worked(at)} * ${bind(weight, 'float8')}, ${most}) * ${grid} + ${half}::float8) end as p${at}`;
  });
  const filled = each(({ missing }, at) => `coalesce(p${at}, ${missing === 'mean' ? `m${at}` : 'null'}, 0)::int as s${at}`);
  const means = scheme.indicators.flatMap(({ missing }, at) => (missing === 'mean' ? [at] : []));
  const mean = means.length === 0 ? '' : `cross join (select ${means.map((at) => `floor(sum(p${at}) / count(p${at}) + 0.5) as m${at}`).join(', ')} from (select ${means.map((at) => scored[at]).join(', ')} from (
    select industry, ${valued} ${frozen} offset 0) as valued ${held.from}) as scored) as mean`;
  const [v, s, sum] = [each((_indicator, at) => `v${at}`), each((_indicator, at) => `s${at}`), each((_indicator, at) => `s${at}`, ' + ')];
  const keys = `${bind(keysOf(scheme), 'text')}::text[]`;
  const text = `
    insert into evaluation_result (district, run, subject, "values", step_points, bonus, deduction, points, list, rank, among, ranked, class)
    with sized as (
      select industry, count(*) filter (where exemption is null) as size ${frozen} group by industry
    ), listed as (
      select industry, list, (sum(size) over (partition by list))::int as among from (select industry, size, ${listOf(scheme, bind)} as list from sized) as named
    ), valued as (
      select subject, industry, vetoes, exemption, (${bonusOf(scheme, grid, bind)})::int as bonus, (${deductionOf(scheme, grid, bind)})::int as deduction, ${valued} ${frozen} offset 0
    ), scored as (
      select valued.*${held.kept}, ${scored.join(', ')} from valued ${held.from} offset 0
    ), added as (
      select subject, vetoes, exemption is null as is_graded, bonus, deduction, ${v}${held.names}, ${filled}, list, among from scored join listed using (industry) ${mean} offset 0
    ), totalled as (
      select *, bonus - deduction + ${sum} as points from added
    ), placed as (
      select *, rank() over (partition by is_graded, list order by points desc) as rank from totalled
    ), ranked as (
      select *, case when is_graded then ${bandOf(scheme, bind)} end as band from placed offset 0
    ), classed as (
      select *, ${classOf(scheme, held, bind)} as final from ranked offset 0
    )
    select $1, $2::uuid, subject, array[${v}], array[${s}], bonus, deduction, points,
      case when is_graded then list end, case when is_graded then rank end, case when is_graded then among end, (${keys})[band + 1], (${keys})[final + 1]
    from classed order by subject`;
  return { text: text.replaceAll(/\s+/g, ' ').trim(), values };
}

type Bind = (value: unknown, type: 'float8' | 'int' | 'text' | 'bigint' | 'jsonb') => string;

function keysOf({ classes }: Scheme): string {
  return `{${classes.map(({ key }) => JSON.stringify(key)).join(',')}}`;
}

/** What each indicator is held against: a number of the scheme, or, where industries have their own, one out of a small table beside the enterprises. */
interface Held {
  /** The benchmark of an indicator where the table stands beside the enterprise, and later on. */
  worked(at: number): string;
  known(at: number): string;
  /** The columns that carry it from there to here, and their names. */
  readonly kept: string;
  readonly names: string;
  readonly from: string;
}

function heldAgainst(scheme: Scheme, benchmarks: Benchmarks, bind: Bind): Held {
  const whole = scheme.indicators.map(({ key }) => bind(benchmarks[key]?.[''], 'float8'));
  const own = [...new Set(scheme.indicators.flatMap(({ key }) => Object.keys(benchmarks[key] ?? {})))].filter((industry) => industry !== '');
  const number = (at: number) => whole[at] ?? '';
  if (own.length === 0) return { worked: number, known: number, kept: '', names: '', from: '' };
  const rows = own.map((industry) => ({ industry, ...Object.fromEntries(scheme.indicators.map(({ key }, at) => [`o${at}`, benchmarks[key]?.[industry]])) }));
  const worked = (at: number) => `coalesce(o${at}, ${number(at)})`;
  return {
    worked, known: (at) => `b${at}`,
    kept: whole.map((_number, at) => `, ${worked(at)} as b${at}`).join(''), names: whole.map((_number, at) => `, b${at}`).join(''),
    from: `left join jsonb_to_recordset(${bind(JSON.stringify(rows), 'jsonb')}) as own (industry text, ${whole.map((_number, at) => `o${at} float8`).join(', ')}) using (industry)`,
  };
}

function bonusOf({ bonuses, bonusLimit }: Scheme, grid: string, bind: Bind): string {
  const sum = bonuses.map(({ key, points }) => `case when ${bind(key, 'text')} = any(bonuses) then ${bind(points, 'float8')} else 0 end`).join(' + ');
  return sum === '' ? '0' : `case when bonuses is null then 0 else floor(least(${bind(bonusLimit, 'float8')}, 0::float8 + ${sum}) * ${grid} + ${half}::float8) end`;
}

function deductionOf({ deductions }: Scheme, grid: string, bind: Bind): string {
  const sum = deductions.map(({ key, first, further }) => {
    const count = `(counts ->> ${bind(key, 'text')})::float8`;
    return `case when ${count} >= 1 then ${bind(first, 'float8')} + (${count} - 1) * ${bind(further, 'float8')} else 0 end`;
  }).join(' + ');
  return sum === '' ? '0' : `case when counts is null then 0 else floor((0::float8 + ${sum}) * ${grid} + ${half}::float8) end`;
}

/** The list an industry is ranked in, by how many of it are graded. */
function listOf({ groups }: Scheme, bind: Bind): string {
  return groups.by === 'all' ? `'all'` : `case when size >= ${bind(groups.fewest, 'int')} then industry else 'other' end`;
}

/** The place among the classes, the best being 0, by the rank alone. */
function bandOf({ classes }: Scheme, bind: Bind): string {
  const cuts = classes.slice(0, -1).map(({ upTo }, at) => `when rank <= ${bind(Math.round(upTo * 100), 'bigint')} * among / 10000 then ${at}`).join(' ');
  return `case ${cuts} else ${classes.length - 1} end`;
}

/** Guards in their order, then vetoes; each takes the class so far and can only bound it. */
function classOf(scheme: Scheme, held: Held, bind: Bind): string {
  const order = scheme.classes.map(({ key }) => key);
  const place = (key: string) => bind(order.indexOf(key), 'int');
  const guarded = scheme.guards.reduce((so, { indicator, is, times, best, worst }) => {
    const at = scheme.indicators.findIndex(({ key }) => key === indicator);
    const strikes = `floor(coalesce(v${at}, 0) / ${held.known(at)} * 1e6 + 0.5) ${is === 'below' ? '<' : '>='} ${bind(Math.floor(times * 1e6 + 0.5), 'float8')}`;
    const bounded = best === undefined ? so : `greatest(${so}, case when ${strikes} then ${place(best)} else 0 end)`;
    return worst === undefined ? bounded : `least(${bounded}, case when ${strikes} then ${place(worst)} else ${order.length} end)`;
  }, 'band');
  const vetoed = scheme.vetoes.map(({ key, best }) => `, case when ${bind(key, 'text')} = any(vetoes) then ${place(best)} else 0 end`).join('');
  const spared = `case when is_graded then ${guarded} else ${place(scheme.exemptAs)} end`;
  return `case when vetoes is null then ${spared} else greatest(${spared}${vetoed}) end`;
}
