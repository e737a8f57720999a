import { addDays, dayOf, startOf, type Day, type Instant } from '#kernel/calendar.ts';
import { apply, type Matter } from '#kernel/matter.ts';
import { canonical, noHash, type Digest, type SealedEvent } from '#kernel/trace.ts';
import type { Text } from '#kernel/words.ts';
import type { Tx } from './database.ts';
import { matterColumns, toMatter, type MatterRow } from './matter-row.ts';
import { eventsAfter } from './events.ts';

/** The events of a day under one digest, chained to the day before: handed outside, it shows later that nothing was changed. */
export interface Seal {
  readonly day: Day;
  readonly events: number;
  readonly digest: string;
  readonly prev: string;
  readonly hash: string;
}

/** Seals a day, and before it every day since the last seal; gives the seals it made. A day sealed already stays as it is. */
export async function sealDay(tx: Tx, district: string, day: Day, digest: Digest, sealedAt: Instant): Promise<Seal[]> {
  const last = (await sealsOf(tx, district)).at(-1);
  const first = last ? addDays(last.day, 1) : await findFirstDay(tx, district);
  const made: Seal[] = [];
  let prev = last?.hash ?? noHash;
  for (let each = first; each !== undefined && each <= day; each = addDays(each, 1)) {
    const seal = chain(each, await hashesOf(tx, district, each), prev, digest);
    await tx.query('seal.keep', 'insert into seal (district, day, events, digest, prev, hash, sealed_at) values ($1, $2, $3, $4, $5, $6, $7)', [district, seal.day, seal.events, seal.digest, seal.prev, seal.hash, sealedAt]);
    made.push(seal);
    prev = seal.hash;
  }
  return made;
}

/** The seals of a district, the first day first. */
export async function sealsOf(tx: Tx, district: string): Promise<Seal[]> {
  return tx.query('seal.of', 'select day, events, digest, prev, hash from seal where district = $1 order by day', [district]);
}

function chain(day: Day, hashes: readonly string[], prev: string, digest: Digest): Seal {
  const content = { day, events: hashes.length, digest: digest(hashes.join('\n')) };
  return { ...content, prev, hash: digest(`${prev}\n${canonical(content)}`) };
}

async function findFirstDay(tx: Tx, district: string): Promise<Day | undefined> {
  const [row] = await tx.query<{ at: string | null }>('event.first', 'select min(at) as at from event where district = $1', [district]);
  return row?.at ? dayOf(row.at) : undefined;
}

async function hashesOf(tx: Tx, district: string, day: Day): Promise<string[]> {
  const rows = await tx.query<{ hash: string }>(
    'event.hashes',
    'select hash from event where district = $1 and at >= $2 and at < $3 order by matter, seq',
    [district, startOf(day), startOf(addDays(day, 1))],
  );
  return rows.map((row) => row.hash);
}

/** What a verification looked at, and the first thing that does not agree. */
export interface Verification {
  readonly matters: number;
  readonly events: number;
  readonly seals: number;
  readonly fault?: Text;
}

const atOnce = 2_000;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Recomputes every chain, folds every trace and compares it with the row and what was drawn from it, and then every seal. Memory stays flat. */
export async function verifyAll(tx: Tx, district: string, digest: Digest, onMatters: (done: number) => void = () => {}): Promise<Verification> {
  const counted = { matters: 0, events: 0, seals: 0 };
  for await (const trace of traces(tx, district)) {
    const fault = await findTraceFault(tx, district, trace, digest);
    counted.matters += 1;
    onMatters(counted.matters);
    counted.events += trace.length;
    if (fault) return { ...counted, fault };
  }
  const untraced = await findUntraced(tx, district);
  if (untraced) return { ...counted, fault: untraced };
  const seals = await sealsOf(tx, district);
  let prev = noHash;
  for (const seal of seals) {
    const recomputed = chain(seal.day, await hashesOf(tx, district, seal.day), prev, digest);
    if (canonical(recomputed) !== canonical({ ...seal })) {
      return { ...counted, fault: { zh: `${seal.day} 的封存与当日留痕不符。`, en: `The seal of ${seal.day} does not agree with the events of that day.` } };
    }
    prev = seal.hash;
    counted.seals += 1;
  }
  return counted;
}

/** The same of one moment, outside any other transaction: people may go on working, and no row is compared with events that came after it was read. */
export async function verifyAtOneMoment(tx: Tx, district: string, digest: Digest): Promise<Verification> {
  await tx.query('', 'begin isolation level repeatable read read only', []);
  try {
    return await verifyAll(tx, district, digest);
  } finally {
    await tx.query('', 'commit', []);
  }
}

/** The traces of a district one after another, in the order of their matters. */
async function* traces(tx: Tx, district: string): AsyncGenerator<SealedEvent[]> {
  let after = { matter: beforeAll, seq: 0 };
  let trace: SealedEvent[] = [];
  for (;;) {
    const events = await eventsAfter(tx, district, after, atOnce);
    for (const event of events) {
      if (trace.length > 0 && trace[0]?.matter !== event.matter) {
        yield trace;
        trace = [];
      }
      trace.push(event);
    }
    const last = events.at(-1);
    if (!last || events.length < atOnce) break;
    after = { matter: last.matter, seq: last.seq };
  }
  if (trace.length > 0) yield trace;
}

async function findTraceFault(tx: Tx, district: string, trace: readonly SealedEvent[], digest: Digest): Promise<Text | undefined> {
  const [first] = trace;
  if (!first) return undefined;
  const where = { zh: `事项 ${first.matter}`, en: `matter ${first.matter}` };
  let prev = noHash;
  let folded: Matter | undefined;
  for (const [index, { prev: stated, hash, ...event }] of trace.entries()) {
    if (event.seq !== index + 1 || stated !== prev || hash !== digest(`${prev}\n${canonical(event)}`)) {
      return { zh: `${where.zh}第 ${event.seq} 条留痕不完整：内容或次序与校验值不符。`, en: `Event ${event.seq} of ${where.en} is broken: its content or place does not agree with its hash.` };
    }
    folded = apply(folded, event);
    prev = hash;
  }
  const [row] = await tx.query<MatterRow & { head: string; clock_rows: unknown; duty_rows: unknown; link_rows: unknown }>(
    'verify.matter',
    `select ${matterColumns}, head,
       (select jsonb_object_agg(name, clock) from clock where clock.district = $1 and clock.matter = $2) as clock_rows,
       (select jsonb_agg(jsonb_build_object('id', duty.id, 'kind', kind, 'unit', unit, 'person', person, 'state', state, 'clock', clock) order by duty.id collate "C") from duty where duty.district = $1 and duty.matter = $2) as duty_rows,
       (select jsonb_agg(jsonb_build_object('type', type, 'mechanism', to_mechanism, 'id', to_matter) order by type collate "C", to_matter) from link where link.district = $1 and link.matter = $2) as link_rows
     from matter where district = $1 and id = $2`,
    [district, first.matter],
  );
  if (!row || !folded) return { zh: `${where.zh}有留痕而无记录。`, en: `The ${where.en} has events and no row.` };
  const matter = toMatter(row);
  if (row.head !== prev) return { zh: `${where.zh}的最后一条留痕缺失。`, en: `The last event of ${where.en} is missing.` };
  if (canonical(matter) !== canonical(folded)) {
    const field = Object.keys({ ...matter, ...folded }).find((name) => canonical(at(matter, name)) !== canonical(at(folded, name))) ?? '';
    return { zh: `${where.zh}的记录与留痕推算结果不符（${field}）。`, en: `The row of ${where.en} is not what its events give (${field}).` };
  }
  const duties = matter.duties
    .map(({ id, kind, unit, person, state, clock }) => ({ id, kind, unit, person: person ?? null, state, clock }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const links = matter.links.map(({ type, mechanism, id }) => ({ type, mechanism, id })).toSorted((a, b) => (`${a.type} ${a.id}` < `${b.type} ${b.id}` ? -1 : 1));
  const drawn: readonly (readonly [Text, unknown, unknown])[] = [
    [{ zh: '时限', en: 'clocks' }, row.clock_rows ?? {}, matter.clocks],
    [{ zh: '待办', en: 'duties' }, row.duty_rows ?? [], duties],
    [{ zh: '关联', en: 'links' }, row.link_rows ?? [], links],
  ];
  const differing = drawn.find(([, held, expected]) => canonical(held) !== canonical(expected));
  return differing && { zh: `${where.zh}的${differing[0].zh}表与记录不符。`, en: `The ${differing[0].en} kept of ${where.en} do not agree with its row.` };
}

function at(matter: Matter, name: string): unknown {
  return (matter as unknown as Record<string, unknown>)[name] ?? null;
}

/** A row without a trace, or something kept for a matter that is not there. */
async function findUntraced(tx: Tx, district: string): Promise<Text | undefined> {
  const [row] = await tx.query<{ matter: string }>(
    'verify.untraced',
    `select id as matter from matter where district = $1 and not exists (select from event where event.district = $1 and event.matter = matter.id)
     union all select matter from unique_value where district = $1 and not exists (select from matter where matter.district = $1 and matter.id = unique_value.matter)
     union all select matter from vault where district = $1 and not exists (select from matter where matter.district = $1 and matter.id = vault.matter)
     limit 1`,
    [district],
  );
  return row && { zh: `事项 ${row.matter} 没有留痕。`, en: `The matter ${row.matter} has no events.` };
}
