import { randomUUID } from 'node:crypto';
import { addDays, startOf, type Day, type Instant } from '#kernel/calendar.ts';
import type { Condition } from '#kernel/condition.ts';
import { factsAsked, type Answer, type Figure, type Measure, type OneFor, type Ranking, type Ratio } from '#kernel/figure.ts';
import { kindOf } from '#kernel/kinds.ts';
import type { AnyMechanism, AnyRecord } from '#kernel/mechanism.ts';
import { compileWhere } from './choice-index.ts';
import { binder, compile, factExpression, getName, type Bind } from './conditions.ts';
import { assembledName, type Tx } from './database.ts';

/** Answers a figure as of the end of a day: today from the matters as they stand, an earlier day from what had happened by then. */
export async function answerFigure(tx: Tx, district: string, mechanism: AnyMechanism, figure: Figure, asOf: Day, isSample: boolean, today: Day): Promise<Answer> {
  const [answer] = await answerFigures(tx, district, mechanism, [figure], asOf, isSample, today);
  if (!answer) throw new Error(`the figure ${figure.key} was not answered`);
  return answer;
}

/**
 * Answers several figures of one register as of the end of a day, in one reading of it: what they ask of a matter is taken out of it once, for a
 * long row is unpacked anew at every look. A register with indexes of its own answers each by itself.
 */
export async function answerFigures(tx: Tx, district: string, mechanism: AnyMechanism, figures: readonly Figure[], asOf: Day, isSample: boolean, today: Day): Promise<Answer[]> {
  const asked = { district, mechanism, asOf, isSample, today };
  return tx.byChoices.has(mechanism.record.key) ? Promise.all(figures.map((figure) => answerByIndexes(tx, { ...asked, figure }))) : answerTogether(tx, asked, figures);
}

async function answerByIndexes(tx: Tx, question: Question): Promise<Answer> {
  const { mechanism: { record }, figure, asOf } = question;
  const { bind, values } = binder();
  const sql = `${sourceOf(tx, question, bind)} select count(*) as among, ${compileMeasure(figure.measure, record, asOf, bind)} as value, ${compileBase(figure.measure, record, asOf, bind)} as base from asked`;
  const [row] = await tx.query<Counted>(assembledName(sql), sql, values);
  return answerOf(figure, asOf, row);
}

async function answerTogether(tx: Tx, asked: Asked, figures: readonly Figure[]): Promise<Answer[]> {
  if (figures.length === 0) return [];
  const { mechanism: { record }, asOf } = asked;
  const { bind, values } = binder();
  const facts = [...new Set(figures.flatMap(factsAsked))].map(getName);
  const rows = isNow(asked) ? `select id, stage, facts from matter_here where ${ofMechanism(asked, bind)}` : heldBy(asked, facts, bind);
  const each = figures.map((figure, place) => {
    const where = `${compile(figure.where, record, asOf, bind)}${countedOf(record, bind)}`;
    return `select * from (with asked as (${chosen(figure, `held where ${where}`, record, asOf, bind)}) select ${place} as place, count(*) as among, (${compileMeasure(figure.measure, record, asOf, bind)})::text as value, ${compileBase(figure.measure, record, asOf, bind)} as base from asked) as answer`;
  });
  const sql = `with held as materialized (select id, stage, ${keptOf(facts)} from (${rows}) as whole ${facts.length === 0 ? '' : `cross join lateral jsonb_to_record(facts) as taken (${facts.map((fact) => `"${fact}" jsonb`).join(', ')})`})
    ${each.join(' union all ')}`;
  const answered = new Map((await tx.query<Counted & { place: number }>(assembledName(sql), sql, values)).map((row) => [row.place, row]));
  return figures.map((figure, place) => answerOf(figure, asOf, answered.get(place)));
}

/** The facts in question alone, taken out of the whole row once. */
function keptOf(facts: readonly string[]): string {
  return `jsonb_build_object(${facts.map((fact) => `'${fact}', taken."${fact}"`).join(', ')}) as facts`;
}

interface Counted {
  readonly among: number;
  readonly value: string | null;
  readonly base: number | null;
}

function answerOf({ key }: Figure, asOf: Day, row: Counted | undefined): Answer {
  if (!row) throw new Error(`the figure ${key} was not answered`);
  return { figure: key, asOf, value: row.value === null ? null : Number(row.value), among: row.among, ...(row.base === null ? {} : { base: row.base }) };
}

/** The matters a figure counts, as of the end of a day. */
export async function figureRecords(tx: Tx, district: string, mechanism: AnyMechanism, figure: Figure, asOf: Day, isSample: boolean, today: Day): Promise<string[]> {
  const { bind, values } = binder();
  const sql = `${sourceOf(tx, { district, mechanism, figure, asOf, isSample, today }, bind)} select id from asked order by id`;
  return (await tx.query<{ id: string }>(assembledName(sql), sql, values)).map((row) => row.id);
}

/** The register, the day and the rows a figure is asked of. */
interface Asked {
  readonly district: string;
  readonly mechanism: AnyMechanism;
  readonly asOf: Day;
  readonly isSample: boolean;
  readonly today: Day;
}
interface Question extends Asked {
  readonly figure: Figure;
}

/** `asked`: the matters in question with stage and facts. Withdrawn, rejected and merged ones are never among them (reform.md §1.2, 8). */
function sourceOf(tx: Pick<Tx, 'byChoices'>, question: Question, bind: Bind): string {
  const { mechanism: { record }, figure, asOf } = question;
  const counted = countedOf(record, bind);
  if (isNow(question)) {
    const condition = compileWhere(tx, { ...question, where: figure.where }, asOf, bind).join(' and ');
    return `with asked as (${chosen(figure, `matter_here where ${ofMechanism(question, bind)} and ${condition}${counted}`, record, asOf, bind)})`;
  }
  return `with held as (${heldBy(question, factsAsked(figure), bind)}), asked as (${chosen(figure, `held where ${compile(figure.where, record, asOf, bind)}${counted}`, record, asOf, bind)})`;
}

/** Of the matters that meet the condition those that are counted: all, one for each thing, the one that speaks for all. */
function chosen({ measure, oneFor }: Figure, from: string, record: AnyRecord, asOf: Day, bind: Bind): string {
  const first = 'value' in measure ? firstOf(measure, record) : '';
  if (oneFor === undefined) return `select id, stage, facts from ${from}${first}`;
  const and = oneFor.and === undefined ? 'true' : compile(oneFor.and, record, asOf, bind);
  return `select id, stage, facts from (${onePer(oneFor, from, record)}) as one where ${and}${first}`;
}

function onePer({ fact, order }: OneFor, from: string, record: AnyRecord): string {
  const key = `facts ->> '${getName(fact)}'`;
  return `select distinct on (${key}) id, stage, facts from ${from} and (${key}) is not null order by ${[key, ...ranked(order, record)].join(', ')}`;
}

function isNow({ asOf, today }: Asked): boolean {
  return asOf >= today;
}

function countedOf(record: AnyRecord, bind: Bind): string {
  const uncounted = Object.entries(record.stages).flatMap(([name, stage]) => (stage.uncounted ? [name] : []));
  return uncounted.length > 0 ? ` and stage <> all(${bind(uncounted)}::text[])` : '';
}

/** The one matter that speaks for all: ids grow with the time of filing. */
function firstOf({ value, order }: Extract<Measure, { readonly value: string }>, record: AnyRecord): string {
  return ` and ${expressionOf(value, record)} is not null order by ${ranked(order, record).join(', ')} limit 1`;
}

function ranked(order: readonly Ranking[], record: AnyRecord): string[] {
  return [...order.map((each) => ('greatest' in each ? `${ordered(each.greatest, record)} desc nulls last` : `${ordered(each.least, record)} nulls last`)), 'id desc'];
}

function ordered(fact: string, record: AnyRecord): string {
  return `(${factExpression(getName(fact), kindOf(getFact(fact, record)).compare)})`;
}

/** The matters at the end of the day in China: the rows of those not touched since, and the fold of the others' events by then, of the facts in question alone. */
function heldBy(question: Asked, names: readonly string[], bind: Bind): string {
  const { asOf } = question;
  const facts = bind(names);
  const end = bind(startOf(addDays(asOf, 1)));
  return `
    select id, stage, facts from matter_here where ${ofMechanism(question, bind)} and changed_at < ${end}
    union all
    select matter, (array_agg(stage order by seq desc))[1],
      coalesce(jsonb_object_agg(changed.key, changed.value order by seq) filter (where changed.key is not null), '{}')
    from event left join lateral jsonb_each(event.set) as changed on changed.key = any(${facts}::text[])
    where ${ofMechanism(question, bind)} and at < ${end}
      and matter in (select id from matter_here where ${ofMechanism(question, bind)} and filed_at < ${end} and changed_at >= ${end})
    group by matter`;
}

function ofMechanism({ district, mechanism: { record }, isSample }: Asked, bind: Bind): string {
  return `district = ${bind(district)} and mechanism = '${getName(record.key)}' and is_sample = ${bind(isSample)}`;
}

function compileMeasure(measure: Measure, record: AnyRecord, asOf: Day, bind: Bind): string {
  if ('count' in measure) return 'count(*)';
  if ('distinct' in measure) return distinct(measure.distinct, record);
  if ('sum' in measure) return `coalesce(sum(${expressionOf(measure.sum, record)}), 0)::numeric / ${bind(measure.per ?? 1)}::numeric`;
  if ('mean' in measure) {
    const expression = expressionOf(measure.mean, record);
    return `case when count(${expression}) >= ${bind(measure.atLeast)}::int then avg(${expression}) end`;
  }
  if ('median' in measure) {
    const expression = expressionOf(measure.median, record);
    return `case when count(${expression}) >= ${bind(measure.atLeast)}::int then percentile_cont(0.5) within group (order by ${expression}) end`;
  }
  if ('ratio' in measure) return compileRatio(measure, record, asOf, bind);
  if ('value' in measure) return `min(${expressionOf(measure.value, record)})`;
  if ('growth' in measure) return `100.0 * ((${countMeeting(measure.growth, record, asOf, bind)})::numeric / nullif(${countMeeting(measure.base, record, asOf, bind)}, 0) - 1)`;
  return `100.0 * count(*) filter (where ${compile(measure.share, record, asOf, bind)}) / nullif(count(*), 0)`;
}

/** How many there were before, of a growth alone. */
function compileBase(measure: Measure, record: AnyRecord, asOf: Day, bind: Bind): string {
  return 'growth' in measure ? countMeeting(measure.base, record, asOf, bind) : 'null::bigint';
}

function countMeeting(condition: Condition, record: AnyRecord, asOf: Day, bind: Bind): string {
  return `count(*) filter (where ${compile(condition, record, asOf, bind)})`;
}

function compileRatio({ ratio, over, as, base }: Ratio, record: AnyRecord, asOf: Day, bind: Bind): string {
  const whole = [...ratio, ...over].map((fact) => `${expressionOf(fact, record)} is not null`).join(' and ');
  const isBase = base === undefined ? '' : `(${compile(base, record, asOf, bind)}) is true`;
  const quotient = (where: string) => {
    const product = (facts: readonly string[]) => facts.map((fact) => `(sum(${expressionOf(fact, record)}) filter (where ${where}))::numeric`).join(' * ');
    return `(${product(ratio)}) / nullif(${product(over)}, 0)`;
  };
  const value = base === undefined ? quotient(whole) : `(${quotient(`${whole} and not (${isBase})`)}) / nullif(${quotient(`${whole} and ${isBase}`)}, 0)`;
  if (as === 'growth') return `100.0 * (${value} - 1)`;
  return as === 'share' ? `100.0 * (${value})` : `(${value}) / ${bind(as.per)}::numeric`;
}

/** Of a list each of its values counts; of anything else the value as a whole. */
function distinct(fact: string, record: AnyRecord): string {
  const name = getName(fact);
  if (kindOf(getFact(fact, record)).compare !== 'list') return `count(distinct facts -> '${name}') filter (where (facts ->> '${name}') is not null)`;
  return `(select count(distinct part) from asked as each, jsonb_array_elements(case when jsonb_typeof(each.facts -> '${name}') = 'array' then each.facts -> '${name}' end) as part)`;
}

function expressionOf(fact: string, record: AnyRecord): string {
  if (kindOf(getFact(fact, record)).compare !== 'number') throw new Error(`${record.key}.${fact} is no number`);
  return `(${factExpression(getName(fact), 'number')})`;
}

function getFact(name: string, record: AnyRecord) {
  const fact = Object.hasOwn(record.facts, name) ? record.facts[name] : undefined;
  if (!fact) throw new Error(`${record.key} declares no fact ${name}`);
  return fact;
}

/** An answer as it went into a document, with what it was counted from. */
export interface FigureSnapshot {
  readonly id: string;
  readonly figure: string;
  readonly asOf: Day;
  readonly value: number | null;
  readonly records: string[];
  readonly computedAt: Instant;
  readonly by: string;
  /** The matter whose paper states it. */
  readonly matter?: string;
}

/** Keeps an answer as printed; it is never changed afterwards (reform.md §1.2, 5). */
export async function keepSnapshot(tx: Tx, district: string, snapshot: Omit<FigureSnapshot, 'id'> & { readonly definition: Figure }): Promise<FigureSnapshot> {
  const { figure, definition, asOf, value, records, computedAt, by, matter } = snapshot;
  const id = randomUUID();
  await tx.query(
    'figure_snapshot.keep',
    'insert into figure_snapshot (district, id, figure, definition, as_of, value, records, computed_at, by, matter) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [district, id, figure, JSON.stringify(definition), asOf, value, records, computedAt, by, matter ?? null],
  );
  return { id, figure, asOf, value, records: [...records], computedAt, by };
}

/** The answers kept of a figure, newest first. */
export async function snapshotsOf(tx: Tx, district: string, figure: string): Promise<FigureSnapshot[]> {
  return tx.query<FigureSnapshot>(
    'figure_snapshot.of',
    `select id, figure, as_of as "asOf", value, records, computed_at as "computedAt", by from figure_snapshot where district = $1 and figure = $2 order by computed_at desc, id`,
    [district, figure],
  );
}

/** What the papers of a matter state: of each figure the answer printed last. */
export async function snapshotsIn(tx: Tx, district: string, matter: string): Promise<FigureSnapshot[]> {
  return tx.query<FigureSnapshot>(
    'figure_snapshot.in',
    `select distinct on (figure) id, figure, as_of as "asOf", value, records, computed_at as "computedAt", by from figure_snapshot
     where district = $1 and matter = $2 order by figure, computed_at desc, id`,
    [district, matter],
  );
}
