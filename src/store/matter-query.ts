import type { Day } from '#kernel/calendar.ts';
import type { Light, LightBounds } from '#kernel/clock.ts';
import type { Condition } from '#kernel/condition.ts';
import { kindOf } from '#kernel/kinds.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { compileWhere } from './choice-index.ts';
import { compile, factExpression, getName, type Bind } from './conditions.ts';
import type { Tx } from './database.ts';
import { compileSearch } from './search.ts';
import { compileSights, type Sights } from './sights.ts';

/** A question to a register: who asks for what, in which order, which page of it. */
export interface MatterQuery {
  readonly district: string;
  readonly mechanism: AnyMechanism;
  readonly where: Condition | undefined;
  readonly sights: Sights;
  readonly bounds: LightBounds;
  readonly light?: readonly Light[];
  /** A unit with a part in it: lead, co-unit or holder of a duty. */
  readonly unit?: string;
  /** Units of which one at least has a part in it. */
  readonly mine?: readonly string[];
  /** Running out within these days, both included. */
  readonly due?: { readonly from?: Day; readonly to?: Day };
  /** Words within what the search holds of it. */
  readonly q?: string;
  /** A column or a fact; `-` before it for the largest first. */
  readonly order?: string;
  readonly page: number;
  readonly size: number;
  readonly isSample: boolean;
}

/** What a question finds, as SQL over the columns of a matter: every list, board and count of matters asks by these words. */
export function compileQuery(tx: Pick<Tx, 'byChoices'>, query: Omit<MatterQuery, 'page' | 'size'>, bind: Bind): string {
  const { district, mechanism: { record }, where, sights, bounds, light, unit, mine, due, q, isSample } = query;
  const today = bounds.yellowBefore;
  return [
    `district = ${bind(district)}`,
    // Named in the text: indexes of facts hold the rows of one mechanism, and each mechanism gets plans of its own.
    `mechanism = '${getName(record.key)}'`,
    `is_sample = ${bind(isSample)}`,
    compileSights(sights, bind),
    ...(where ? compileWhere(tx, { ...query, where }, today, bind) : []),
    ...(light?.length ? [compileLights(light, query, bind)] : []),
    ...(unit ? [`units && ${bind([unit])}::text[]`] : []),
    ...(mine ? [`units && ${bind(mine)}::text[]`] : []),
    ...(due?.from ? [`due_on >= ${bind(due.from)}::date`] : []),
    ...(due?.to ? [`due_on <= ${bind(due.to)}::date`] : []),
    ...(q?.trim() ? [compileWords(q, district, bind)] : []),
  ].join(' and ');
}

/** The light of a matter as SQL: the fact that is its own, or what its due day says. */
export function lightExpression({ mechanism: { record }, bounds }: Pick<MatterQuery, 'mechanism' | 'bounds'>, bind: Bind): string {
  if (record.light !== undefined) return `coalesce(facts ->> '${getName(record.light)}', 'grey')`;
  const [red, yellow, blue] = [bind(bounds.redBefore), bind(bounds.yellowBefore), bind(bounds.blueUntil)];
  return `case when due_on < ${red}::date then 'red' when due_on < ${yellow}::date then 'yellow' when due_on <= ${blue}::date then 'blue' when due_on is not null then 'green' else 'grey' end`;
}

function compileLights(lights: readonly Light[], { mechanism: { record }, bounds: { redBefore, yellowBefore, blueUntil } }: Pick<MatterQuery, 'mechanism' | 'bounds'>, bind: Bind): string {
  const { light: fact } = record;
  if (fact !== undefined) return compile({ any: [{ fact, in: lights }, ...(lights.includes('grey') ? [{ fact, present: false }] : [])] }, record, yellowBefore, bind);
  const [red, yellow, blue] = [bind(redBefore), bind(yellowBefore), bind(blueUntil)];
  const days: Record<Light, string> = {
    grey: 'due_on is null',
    orange: 'false',
    red: `due_on < ${red}::date`,
    yellow: `(due_on >= ${red}::date and due_on < ${yellow}::date)`,
    blue: `(due_on >= ${yellow}::date and due_on <= ${blue}::date)`,
    green: `due_on > ${blue}::date`,
  };
  // Each bound is named even where no asked light needs it: a value without a place has no type.
  return `((${lights.map((light) => days[light]).join(' or ')}) and ${red}::date <= ${yellow}::date and ${yellow}::date <= ${blue}::date)`;
}

function compileWords(q: string, district: string, bind: Bind): string {
  return `id in (select matter from search_doc_here where district = ${bind(district)} and ${compileSearch(q, bind)})`;
}

/** What a list is ordered by. What has no value comes last either way; the change is never unknown, and its index is in this order. */
export function orderOf({ mechanism: { record }, order = '-changedAt' }: Pick<MatterQuery, 'mechanism' | 'order'>): { readonly expression: string; readonly rest: string } {
  const name = order.replace(/^-/, '');
  const direction = order.startsWith('-') ? 'desc' : 'asc';
  const fact = Object.hasOwn(record.facts, name) ? record.facts[name] : undefined;
  const expression = Object.hasOwn(orderColumns, name) ? orderColumns[name] : fact && `(${factExpression(getName(name), kindOf(fact).compare)})`;
  if (expression === undefined) return { expression: 'changed_at', rest: 'desc' };
  return { expression, rest: expression === 'changed_at' ? direction : `${direction} nulls last` };
}

/** What is alike keeps its place from page to page. */
export function compileOrder(query: Pick<MatterQuery, 'mechanism' | 'order'>): string {
  const { expression, rest } = orderOf(query);
  return `${expression} ${rest}, id`;
}

const orderColumns: Readonly<Record<string, string>> = { number: 'number collate "C"', title: 'title collate "C"', stage: 'stage', dueOn: 'due_on', filedAt: 'filed_at', changedAt: 'changed_at' };
