import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { addDays, chinaCalendar, type Day } from '#kernel/calendar.ts';
import { startClock, stopClock } from '#kernel/clock.ts';
import type { Condition } from '#kernel/condition.ts';
import { fact } from '#kernel/fact.ts';
import { apply, findMatterDueDay, tiesOf, type Changes, type Event, type Matter } from '#kernel/matter.ts';
import { mechanism, record } from '#kernel/mechanism.ts';
import { noHash, seal } from '#kernel/trace.ts';
import { openStore, type Store, type Tx } from '#store/database.ts';
import { createDistrict } from '#store/districts.ts';
import { indexFacts } from '#store/migrate.ts';
import { addPerson, addPost, addUnit } from '#store/people.ts';
import { lockMatter } from '#store/matters.ts';
import { writeEvent, type MatterView } from '#store/write-event.ts';
import { cloneDatabase, type Clone } from './database.ts';

/** A mechanism with a fact of every way of comparing, for the tests of the store. */
const petition = record({
  key: 'storeTrial',
  wing: 'reform',
  name: { zh: '试验事项', en: 'Trial matter' },
  counter: { zh: '件', en: 'piece' },
  facts: {
    title: fact.text({ zh: '标题', en: 'Title' }, { searched: true, max: 200 }),
    body: fact.longText({ zh: '内容', en: 'Body' }, { searched: true }),
    field: fact.choice({ zh: '领域', en: 'Field' }, { land: { zh: '土地', en: 'Land' }, talent: { zh: '人才', en: 'Talent' }, finance: { zh: '金融', en: 'Finance' } }, { indexed: true }),
    tags: fact.choices({ zh: '标签', en: 'Tags' }, { a: { zh: '甲', en: 'A' }, b: { zh: '乙', en: 'B' }, c: { zh: '丙', en: 'C' } }, { indexed: true }),
    amount: fact.money({ zh: '金额', en: 'Amount' }, { indexed: true }),
    score: fact.decimal({ zh: '得分', en: 'Score' }),
    urgent: fact.flag({ zh: '加急', en: 'Urgent' }, { indexed: true }),
    startOn: fact.day({ zh: '开始', en: 'Start' }, { indexed: true }),
    metAt: fact.instant({ zh: '会商', en: 'Met' }),
    code: fact.text({ zh: '编码', en: 'Code' }, { unique: true }),
    phone: fact.phone({ zh: '电话', en: 'Telephone' }, { sealed: true }),
    lead: fact.unit({ zh: '牵头单位', en: 'Lead unit' }),
    co: fact.units({ zh: '配合单位', en: 'Co-units' }),
    site: fact.place({ zh: '位置', en: 'Place' }),
  },
  stages: {
    filed: { name: { zh: '已提出', en: 'Filed' }, place: 'main' },
    handling: { name: { zh: '办理中', en: 'Handling' }, place: 'main' },
    done: { name: { zh: '已办结', en: 'Done' }, place: 'end' },
    withdrawn: { name: { zh: '已撤回', en: 'Withdrawn' }, place: 'side', uncounted: true },
  },
  settings: { answerWithin: { name: { zh: '答复时限', en: 'Answer within' }, value: 10, min: 1, max: 90, unit: 'workday' } },
  clocks: { answer: { name: { zh: '答复', en: 'Answer' }, setting: 'answerWithin' } },
  duties: { reply: { name: { zh: '答复', en: 'Reply' }, setting: 'answerWithin' } },
  links: { from: { name: { zh: '来自', en: 'From' }, back: { zh: '引出', en: 'Leads to' }, to: 'storeTrial' } },
  refusals: {},
  sees: { OFFICE: 'all', LEAD: 'involved', FIELD: { field: 'field' } },
  groups: [],
  title: 'title',
  lead: 'lead',
  co: 'co',
  list: ['title', 'field', 'amount'],
});

export const trial = mechanism(petition, { actions: {} });
export const district = '370215';
export const otherDistrict = '370282';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What is to happen to a matter: as much as a test cares to say. */
export interface Happening {
  readonly at: string;
  readonly stage?: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly changes?: Changes;
  readonly by?: Event['by'];
  readonly district?: string;
  readonly isSample?: boolean;
}

export const clerk = { kind: 'post', name: '改革办经办岗', person: 'holder-clerk', post: 'clerk', unit: 'office' };

/** The event that a happening makes of a matter. */
export function eventOf(before: Matter | undefined, id: string, happening: Happening): Event {
  return {
    district: happening.district ?? district, matter: id, mechanism: trial.record.key, seq: (before?.version ?? 0) + 1, action: before ? 'change' : 'file', at: happening.at,
    by: happening.by ?? clerk, ...(before ? { from: before.stage } : {}), stage: happening.stage ?? before?.stage ?? 'filed', set: happening.set ?? {}, said: {}, evidence: [],
    changes: happening.changes ?? {}, isSample: happening.isSample ?? false,
  };
}

/** What lists and search hold of a trial matter. */
export function viewOf(matter: Matter): MatterView {
  const ties = tiesOf(matter, 'lead', 'co');
  const dueOn = findMatterDueDay(chinaCalendar, matter);
  const units = new Set([...(ties.leadUnit ? [ties.leadUnit] : []), ...ties.coUnits, ...matter.duties.filter((duty) => duty.state !== 'withdrawn').map((duty) => duty.unit)]);
  return {
    title: String(matter.facts['title'] ?? ''),
    ...(ties.leadUnit ? { leadUnit: ties.leadUnit } : {}),
    units: [...units],
    ...(dueOn ? { dueOn } : {}),
    searched: [matter.number, matter.facts['title'], matter.facts['body']].filter((part) => typeof part === 'string').join('\n'),
  };
}

/** Lets something happen to a matter, as an action does: lock, read, write. */
export async function happen(tx: Tx, happening: Happening, id: string = randomUUID()): Promise<Matter> {
  const locked = await lockMatter(tx, happening.district ?? district, id);
  const event = eventOf(locked?.matter, id, happening);
  const after = apply(locked?.matter, event);
  await writeEvent(tx, seal(event, locked?.head ?? noHash, sha256), locked?.matter, after, viewOf(after));
  return after;
}

const words = fc.array(fc.constantFrom('土', '地', '人', '才', 'a', 'B', '%', '_', '\\', "'", '😀', ' ', '１'), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
const day: fc.Arbitrary<Day> = fc.integer({ min: -30, max: 760 }).map((days) => addDays('2020-01-01', days));
const instant = fc.tuple(day, fc.constantFrom('00:00:00.000', '15:59:59.999', '16:00:00.000', '23:59:59.999')).map(([on, time]) => `${on}T${time}Z`);
const list = (...of: string[]) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: of.length });

/** A value of each fact, as the kernel would let it through. */
export const factValues: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  title: words,
  body: words,
  field: fc.constantFrom('land', 'talent', 'finance'),
  tags: list('a', 'b', 'c'),
  amount: fc.constantFrom(0, 1, 99, 100, 1_000_000_000_000, 5, 70),
  score: fc.constantFrom(0, 0.1, -2.5, 1e21, 99.99, 0.30000000000000004),
  urgent: fc.boolean(),
  startOn: day,
  metAt: instant,
  lead: fc.constantFrom('office', 'finance', 'science'),
  co: list('office', 'finance', 'science'),
};

/** Some facts changed, a few of them cleared. */
export const changedFacts = fc.record(Object.fromEntries(Object.entries(factValues).map(([name, value]) => [name, fc.option(value, { freq: 4 })])), { requiredKeys: [] }) as fc.Arbitrary<Record<string, unknown>>;

const bound = (name: string) => factValues[name] as fc.Arbitrary<string | number>;
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ stage: list('filed', 'handling', 'done', 'withdrawn') }),
  fc.record({ fact: fc.constantFrom(...Object.keys(factValues), 'phone'), present: fc.boolean() }),
  ...['title', 'field', 'amount', 'score', 'urgent', 'startOn', 'tags'].map((name) =>
    fc.record({ fact: fc.constant(name), in: fc.array(fc.oneof(factValues[name] as fc.Arbitrary<never>, fc.constantFrom('land', 1, true)), { maxLength: 3 }) }),
  ),
  fc.record({ fact: fc.constantFrom('tags', 'co', 'field', 'amount'), has: list('a', 'b', 'office', 'land') }),
  fc.record({ fact: fc.constantFrom('title', 'body', 'field', 'tags', 'amount', 'urgent', 'startOn'), contains: fc.oneof(words, fc.constantFrom('', 'a', 'a,b', '20', 'tru', '0')) }),
  ...['amount', 'score', 'startOn', 'metAt', 'field'].map((name) =>
    fc.record({ fact: fc.constant(name), atLeast: bound(name), atMost: bound(name) }, { requiredKeys: ['fact'] }),
  ),
  fc.record({ fact: fc.constantFrom('startOn', 'metAt'), during: fc.constantFrom('thisYear', 'lastYear', 'thisQuarter', 'untilNow', 'fromNow') }),
) as fc.Arbitrary<Condition>;

/** Any condition over the facts of the trial. */
export const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ) as fc.Arbitrary<Condition>,
})).condition;

/** A clock, a duty and a link now and then, as actions start, end and undo them. */
export const changedRest: fc.Arbitrary<Changes> = fc.record(
  {
    clocks: day.map((on) => ({ answer: startClock({ n: 10, unit: 'workday' }, on) })),
    duties: fc.tuple(day, fc.constantFrom('1.1', '1.2'), fc.constantFrom('open', 'done', 'withdrawn'), fc.constantFrom('office', 'finance')).map(([on, id, state, unit]) => {
      const clock = startClock({ n: 5, unit: 'calendarDay' }, on);
      const openedAt = `${on}T01:00:00.000Z`;
      return [{ id, kind: 'reply', unit, clock: state === 'open' ? clock : stopClock(clock, on), state, openedAt, ...(state === 'open' ? {} : { closedAt: openedAt }) }] as Changes['duties'] & {};
    }),
    confinedTo: fc.option(fc.constant(['holder-clerk']), { freq: 1 }),
    number: fc.constantFrom('JY-2021-00001', 'JY-2021-00002'),
  },
  { requiredKeys: [] },
);
export { day as days, words as typedWords };

/** A district with the clerk in it, and a store on a database of its own. */
export interface Trial {
  readonly store: Store;
  readonly clone: Clone;
  close(): Promise<void>;
}

/** Opens a database for one test file. */
export async function openTrial(): Promise<Trial> {
  const clone = await cloneDatabase();
  await indexFacts(clone.admin, [trial], 0);
  const store = openStore({ application: clone.application });
  for (const code of [district, otherDistrict]) {
    await store.inDistrict(code, async (tx) => {
      await createDistrict(tx, { code, name: `${code}（示例）`, isDemonstration: false, createdAt: '2020-01-01T00:00:00.000Z' });
      await addUnit(tx, code, { id: 'office', name: '区委改革办', shortName: '改革办', kind: 'department', groups: [], validFrom: '2020-01-01', validTo: null });
      await addPerson(tx, code, { id: 'holder-clerk', name: '改革办经办岗' });
      await addPost(tx, code, { id: 'clerk', name: '改革办经办岗', personId: 'holder-clerk', unitId: 'office', roles: ['OFFICE'], fields: [], validFrom: '2020-01-01' });
    });
  }
  return {
    store,
    clone,
    close: async () => {
      await store.close();
      await clone.drop();
    },
  };
}

/** Asks as the owner of the tables: to look behind the store, or to tamper with it. */
export async function asOwner<Row extends pg.QueryResultRow>(clone: Clone, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(clone.admin);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
