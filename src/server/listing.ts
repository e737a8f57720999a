import { mayRead, personParty, type Actor } from '#kernel/actor.ts';
import { isDay, type Day } from '#kernel/calendar.ts';
import type { Light } from '#kernel/clock.ts';
import type { Condition } from '#kernel/condition.ts';
import type { Fact } from '#kernel/fact.ts';
import { kindOf } from '#kernel/kinds.ts';
import { wrongFields } from '#kernel/input.ts';
import type { AnyMechanism, AnyRecord } from '#kernel/mechanism.ts';
import { chosenColumns } from '#contract/register-columns.ts';
import type * as publicShape from '#contract/public-shapes.ts';
import type * as shape from '#contract/shapes.ts';
import type { Tx } from '#store/database.ts';
import { listMatters } from '#store/lists.ts';
import type { MatterQuery } from '#store/matter-query.ts';
import { columnTotals } from '#store/register-questions.ts';
import type { Platform } from './platform.ts';
import { boundsOf } from './bounds.ts';
import { namesIn, presentPublic, presentRow } from './present.ts';
import { sightsOf } from './world.ts';

/** A query string as Fastify gives it. */
export type Query = Readonly<Record<string, string | string[] | number | undefined>>;

/** A register as somebody may see it: filtered, ordered, paged, with its total. */
export async function listRegister(platform: Platform, tx: Tx, actor: Actor, key: string, query: Query): Promise<shape.MatterList> {
  const mechanism = platform.getMechanism(key);
  const question = registerQuery(platform, mechanism, actor, query);
  const { total, rows } = await listMatters(tx, question);
  const shown = query['cols'] === undefined ? mechanism.record.list : chosenColumns(mechanism, String(query['cols'])).flatMap(({ key: name, fact }) => (fact ? [name] : []));
  const tables = String(query['tables'] ?? '').split(',').filter((name) => Object.hasOwn(mechanism.record.facts, name) && mechanism.record.facts[name]?.kind === 'rows');
  const presented = rows.map((matter) => presentRow(platform, matter, actor, [...shown, ...tables]));
  return {
    total,
    page: question.page,
    size: question.size,
    rows: presented,
    names: await namesIn(platform, tx, actor, mechanism.record.facts, presented.map((row) => row.facts), []),
  };
}

/** What anybody may read of a register, narrowed by what its public face names; of a list by years the latest, until a year or words are asked for. */
export async function listPublic(platform: Platform, tx: Tx, key: string, query: Query & { q?: string; page?: number; size?: number }): Promise<publicShape.PublicList> {
  const mechanism = platform.getMechanism(key);
  const { record } = mechanism;
  const { publicFace } = record;
  const page = query.page ?? 1;
  const size = query.size ?? 20;
  if (!publicFace) return { total: 0, page, size, rows: [], names: { units: {}, people: {}, matters: {} }, years: {} };
  const { when, narrows = [], latest, order = '-changedAt' } = publicFace;
  // The public face is a row filter of its own; confined matters are never behind it.
  const open = { district: platform.district, mechanism, sights: { kind: 'all' as const, personId: undefined }, bounds: boundsOf(platform), isSample: platform.isDemonstration };
  const years = await yearsOf(tx, { ...open, where: when }, narrows.filter((name) => kindOf(record.facts[name] as Fact).compare === 'number'));
  const year = latest === undefined || query.q || many(query[`f.${latest}`]).length > 0 ? undefined : years[latest]?.to;
  const asked = Object.fromEntries(narrows.flatMap((name) => (many(query[`f.${name}`])[0] === '*' ? [] : [[`f.${name}`, name === latest && year !== undefined ? String(year) : query[`f.${name}`]]])));
  const { total, rows } = await listMatters(tx, {
    ...open,
    where: { all: [when, ...factConditions(record, { kind: 'public' }, asked), ...(query.q ? inTheOpen(record, query.q) : [])] },
    ...(query.q ? { q: query.q } : {}),
    order,
    page,
    size,
  });
  const shown = rows.map((matter) => presentPublic(platform, matter)).filter((row) => row !== undefined);
  return { total, page, size, rows: shown, names: await namesIn(platform, tx, { kind: 'public' }, record.facts, shown.map((row) => row.facts), []), years, ...(year === undefined ? {} : { year }) };
}

async function yearsOf(tx: Tx, open: Parameters<typeof columnTotals>[1], facts: readonly string[]): Promise<publicShape.PublicList['years']> {
  if (facts.length === 0) return {};
  const { facts: found } = await columnTotals(tx, open, facts);
  return Object.fromEntries([...found].flatMap(([name, { least, most }]) => (least === null || most === null ? [] : [[name, { from: least, to: most }]])));
}

/** The words must stand in what anybody may read: to find a matter by its unpublished grounds would tell what is in them. */
function inTheOpen(record: AnyRecord, q: string): Condition[] {
  const searched = Object.keys(record.facts).filter((name) => record.facts[name]?.searched);
  const open = searched.filter((name) => record.publicFace?.facts.includes(name));
  // The number is searched beside the facts, and is on every public page.
  return open.length === searched.length || /^[A-Z]+-\d{4}-\d+$/i.test(q.trim()) ? [] : [{ any: open.map((fact) => ({ fact, contains: q.trim() })) }];
}

/** What a register's address asks for, as a question to the store. */
export function registerQuery(platform: Platform, mechanism: AnyMechanism, actor: Actor, query: Query): MatterQuery {
  const { record } = mechanism;
  const stages = many(query['stage']).filter((stage) => Object.hasOwn(record.stages, stage));
  const conditions = [...(stages.length ? [{ stage: stages }] : []), ...factConditions(record, actor, query)];
  const order = typeof query['order'] === 'string' ? query['order'] : '-changedAt';
  const unit = many(query['unit'])[0];
  const due = dueDays(many(query['due'])[0]);
  return {
    district: platform.district,
    mechanism,
    where: conditions.length ? { all: conditions } : undefined,
    sights: sightsOf(record, actor),
    bounds: boundsOf(platform),
    light: many(query['light']) as Light[],
    ...(unit ? { unit } : {}),
    ...(query['mine'] === 'true' && actor.kind === 'post' ? { mine: [...actor.unitIds, personParty(actor.personId)] } : {}),
    ...(due ? { due } : {}),
    ...(query['q'] ? { q: String(query['q']) } : {}),
    order: isOrder(record, actor, order) ? order : '-changedAt',
    page: Number(query['page'] ?? 1),
    size: Number(query['size'] ?? 50),
    isSample: platform.isDemonstration,
  };
}

/** `f.<fact>=a&f.<fact>=b`, `a..b` for a range, `~words` for words within, `!` for nothing there. Facts the reader may not read filter nothing. */
function factConditions(record: AnyRecord, actor: Actor, query: Query): Condition[] {
  return Object.entries(query).flatMap(([key, value]) => {
    if (!key.startsWith('f.')) return [];
    const name = key.slice(2);
    const fact = Object.hasOwn(record.facts, name) ? record.facts[name] : undefined;
    // To find a matter by what is veiled would tell it.
    if (!fact || fact.sealed || fact.veiled || !mayRead(fact, actor)) return [];
    const words = many(value).filter((word) => word !== '');
    if (words.length === 0) return [];
    const { compare } = kindOf(fact);
    const [first = ''] = words;
    if (first === '!') return [{ fact: name, present: false }];
    if (first.startsWith('~')) return [{ fact: name, contains: first.slice(1) }];
    const range = /^(.*)\.\.(.*)$/.exec(first);
    if (range && words.length === 1) return [between(name, range[1] ?? '', range[2] ?? '', compare === 'number')];
    if (compare === 'list') return [{ fact: name, has: words }];
    if (compare === 'number') return [{ fact: name, in: words.map(Number).filter((number) => !Number.isNaN(number)) }];
    if (compare === 'flag') return [{ fact: name, in: words.map((word) => word === 'true') }];
    return [{ fact: name, in: words }];
  });
}

function dueDays(words: string | undefined): { from?: Day; to?: Day } | undefined {
  if (!words) return undefined;
  const [from = '', to = ''] = words.split('..');
  const unknown = [from, to].find((day) => day !== '' && !isDay(day));
  if (unknown !== undefined) throw wrongFields({ due: { zh: `没有“${unknown}”这一天`, en: `There is no day “${unknown}”` } });
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function between(fact: string, from: string, to: string, isNumber: boolean): Condition {
  const bound = (words: string, isEnd: boolean) => {
    if (words === '') return undefined;
    if (isNumber) return Number(words);
    // A day as the end of a range of moments takes that whole day in.
    return isEnd && isDay(words) ? `${words}\uffff` : words;
  };
  const atLeast = bound(from, false);
  const atMost = bound(to, true);
  return { fact, ...(atLeast === undefined ? {} : { atLeast }), ...(atMost === undefined ? {} : { atMost }) };
}

function isOrder(record: AnyRecord, actor: Actor, order: string): boolean {
  const name = order.replace(/^-/, '');
  if (['number', 'title', 'stage', 'dueOn', 'filedAt', 'changedAt'].includes(name)) return true;
  const fact = Object.hasOwn(record.facts, name) ? record.facts[name] : undefined;
  return fact !== undefined && !fact.sealed && !fact.veiled && mayRead(fact, actor) && kindOf(fact).compare !== 'none';
}

function many(value: string | string[] | number | undefined): string[] {
  return value === undefined ? [] : [value].flat().map(String);
}
