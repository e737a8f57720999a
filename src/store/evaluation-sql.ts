import type { Indicator, Scheme } from '#engines/evaluation/problem.ts';

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
 * operations, over whole numbers; floor(x + 0.5) where the engine says so. What both do alike bit by bit they rank alike, ties
 * and all; `numeric` would be exact where the engine is not, and disagree.
 */
export function evaluationStatement(scheme: Scheme, { district, run, period }: Frozen, benchmarks: Benchmarks): Assembled {
  const values: unknown[] = [district, run, period];
  const bind: Bind = (value, type) => `$${values.push(value)}::${type}`;
  const float = (value: number) => bind(value, 'float8');
  const each = (write: (indicator: Indicator, at: number) => string, join = ', ') => scheme.indicators.map(write).join(join);
  const grid = float(10 ** scheme.decimals);
  const valued = each(({ numerator, denominator, per }, at) => `case when "${denominator}" > 0 then "${numerator}"::float8 / ("${denominator}"::float8 * ${float(per)}) end as v${at}`);
  const { held, from } = heldAgainst(scheme, benchmarks, bind);
  const scored = each(({ weight }, at) => `case when v${at} is null then null when v${at} <= 0 then 0 else floor(least(v${at} / b${at} * ${float(weight)}, ${float(weight * scheme.cap)}) * ${grid} + 0.5) end as p${at}`);
  const means = each((_indicator, at) => `floor(sum(p${at}) / count(p${at}) + 0.5) as m${at}`);
  const filled = each(({ missing }, at) => `coalesce(p${at}, ${missing === 'mean' ? `m${at}` : 'null'}, 0)::int as s${at}`);
  const [bonus, deduction, list] = [bonusOf(scheme, grid, bind), deductionOf(scheme, grid, bind), listOf(scheme, bind)];
  const sum = each((_indicator, at) => `s${at}`, ' + ');
  const [band, final] = [bandOf(scheme, bind), classOf(scheme, bind)];
  const [allValues, allPoints] = [each((_indicator, at) => `v${at}`), each((_indicator, at) => `s${at}`)];
  const keys = `${bind(keysOf(scheme), 'text')}::text[]`;
  const text = `
    insert into evaluation_result (district, run, subject, "values", step_points, bonus, deduction, points, list, rank, among, ranked, class)
    select $1, $2::uuid, subject, array[${allValues}], array[${allPoints}], bonus, deduction, points,
      case when exemption is null then list end, case when exemption is null then rank end, case when exemption is null then among end, (${keys})[band + 1], (${keys})[final + 1]
    from (
      with valued as materialized (
        select subject, industry, bonuses, counts, vetoes, exemption, ${valued} from evaluation_input where district = $1 and run = $2 and period = $3
      ), held as (
        select valued.*, ${held} from valued ${from}
      ), scored as materialized (
        select held.*, ${scored} from held
      ), mean as materialized (
        select ${means} from scored
      ), added as (
        select scored.*, ${bonus} as bonus, ${deduction} as deduction, ${filled}, ${list} as list from scored cross join mean
      ), totalled as materialized (
        select *, bonus::int - deduction::int + ${sum} as points from added
      ), placed as (
        select *, rank() over lists as rank, count(*) over (partition by exemption is null, list) as among from totalled window lists as (partition by exemption is null, list order by points desc)
      ), ranked as (
        select *, case when exemption is null then ${band} end as band from placed
      )
      select *, ${final} as final from ranked
    ) as classed`;
  return { text: text.replaceAll(/\s+/g, ' ').trim(), values };
}

type Bind = (value: unknown, type: 'float8' | 'int' | 'text' | 'bigint' | 'jsonb') => string;

function keysOf({ classes }: Scheme): string {
  return `{${classes.map(({ key }) => JSON.stringify(key)).join(',')}}`;
}

/** Each benchmark as a number, or, where industries have their own, as a column of a small table beside the enterprises. */
function heldAgainst(scheme: Scheme, benchmarks: Benchmarks, bind: Bind): { readonly held: string; readonly from: string } {
  const whole = ({ key }: Indicator) => bind(benchmarks[key]?.[''], 'float8');
  const own = [...new Set(scheme.indicators.flatMap(({ key }) => Object.keys(benchmarks[key] ?? {})))].filter((industry) => industry !== '');
  if (own.length === 0) return { held: scheme.indicators.map((indicator, at) => `${whole(indicator)} as b${at}`).join(', '), from: '' };
  const rows = own.map((industry) => ({ industry, ...Object.fromEntries(scheme.indicators.map(({ key }, at) => [`o${at}`, benchmarks[key]?.[industry]])) }));
  const columns = scheme.indicators.map((_indicator, at) => `o${at} float8`).join(', ');
  return {
    held: scheme.indicators.map((indicator, at) => `coalesce(o${at}, ${whole(indicator)}) as b${at}`).join(', '),
    from: `left join jsonb_to_recordset(${bind(JSON.stringify(rows), 'jsonb')}) as own (industry text, ${columns}) using (industry)`,
  };
}

function bonusOf({ bonuses, bonusLimit }: Scheme, grid: string, bind: Bind): string {
  const sum = bonuses.map(({ key, points }) => `case when ${bind(key, 'text')} = any(bonuses) then ${bind(points, 'float8')} else 0 end`).join(' + ');
  return sum === '' ? '0' : `case when bonuses is null then 0 else floor(least(${bind(bonusLimit, 'float8')}, 0::float8 + ${sum}) * ${grid} + 0.5) end`;
}

function deductionOf({ deductions }: Scheme, grid: string, bind: Bind): string {
  const sum = deductions.map(({ key, first, further }) => {
    const count = `(counts ->> ${bind(key, 'text')})::float8`;
    return `case when ${count} >= 1 then ${bind(first, 'float8')} + (${count} - 1) * ${bind(further, 'float8')} else 0 end`;
  }).join(' + ');
  return sum === '' ? '0' : `case when counts is null then 0 else floor((0::float8 + ${sum}) * ${grid} + 0.5) end`;
}

function listOf({ groups }: Scheme, bind: Bind): string {
  return groups.by === 'all' ? `'all'` : `case when count(*) filter (where exemption is null) over (partition by industry) >= ${bind(groups.fewest, 'int')} then industry else 'other' end`;
}

/** The place among the classes, the best being 0, by the rank alone. */
function bandOf({ classes }: Scheme, bind: Bind): string {
  const cuts = classes.slice(0, -1).map(({ upTo }, at) => `when rank <= ${bind(Math.round(upTo * 100), 'bigint')} * among / 10000 then ${at}`).join(' ');
  return `case ${cuts} else ${classes.length - 1} end`;
}

/** Guards in their order, then vetoes; each takes the class so far and can only bound it. */
function classOf(scheme: Scheme, bind: Bind): string {
  const order = scheme.classes.map(({ key }) => key);
  const place = (key: string) => bind(order.indexOf(key), 'int');
  const guarded = scheme.guards.reduce((so, { indicator, is, times, best, worst }) => {
    const at = scheme.indicators.findIndex(({ key }) => key === indicator);
    const strikes = `floor(coalesce(v${at}, 0) / b${at} * 1e6 + 0.5) ${is === 'below' ? '<' : '>='} ${bind(Math.floor(times * 1e6 + 0.5), 'float8')}`;
    const bounded = best === undefined ? so : `greatest(${so}, case when ${strikes} then ${place(best)} else 0 end)`;
    return worst === undefined ? bounded : `least(${bounded}, case when ${strikes} then ${place(worst)} else ${order.length} end)`;
  }, 'band');
  const vetoed = scheme.vetoes.map(({ key, best }) => `, case when ${bind(key, 'text')} = any(vetoes) then ${place(best)} else 0 end`).join('');
  const spared = `case when exemption is null then ${guarded} else ${place(scheme.exemptAs)} end`;
  return `case when vetoes is null then ${spared} else greatest(${spared}${vetoed}) end`;
}
