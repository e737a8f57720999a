import pg from 'pg';
import { openLedger } from './ledger.ts';

/** A way to ask the database on behalf of one district. */
export interface Tx {
  /** Runs a prepared statement. A name belongs to one text; an assembled text is named by `assembledName`. */
  query<Row = Record<string, unknown>>(name: string, sql: string, values: readonly unknown[]): Promise<Row[]>;
  /** The same for a statement that concerns nothing the ledger may hold: what waits there goes on waiting. */
  beside<Row = Record<string, unknown>>(name: string, sql: string, values: readonly unknown[]): Promise<Row[]>;
  /** Mechanisms whose register has an index of its choices, as the connection found it when it was opened: an hour ago at most. */
  readonly byChoices: ReadonlySet<string>;
}

/** PostgreSQL as the rest of the house sees it. */
export interface Store {
  /** Does work in one transaction; once more from the start when another one stood in its way. */
  inDistrict<T>(district: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads on one connection, without a transaction. */
  reading<T>(district: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  isAlive(): Promise<boolean>;
  close(): Promise<void>;
}

/** The database cannot be reached, or went away in the middle; nothing can be said of what was not yet committed. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** Deadlock and failed serialization: the work is sound, only the moment was not. */
const retried = new Set(['40P01', '40001']);
/** What is asked in a transaction in which something has already failed. */
const failedBefore = '25P02';
/** Our side of a lost connection, and PostgreSQL's: shut down, crashed, starting, no slot left. */
const lost = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', '57P01', '57P02', '57P03', '53300']);
const mostAttempts = 4;
/** Filters combine freely, so the texts assembled from them are many; beyond these they are parsed each time. */
const mostAssembled = 200;

/** What a connection remembers beside what `pg` knows of it. */
interface Held {
  district: string | undefined;
  readonly assembled: Set<string>;
  byChoices: ReadonlySet<string>;
}

/** Opens the store under the application's own role. Connections are made when they are needed. */
export function openStore(options: { readonly application: pg.ClientConfig; readonly max?: number }): Store {
  const pool = new pg.Pool({
    ...options.application,
    // Statements go out as they are asked, not each after the answer to the one before.
    pipeline: true,
    max: options.max ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    // Registers grow, and what a connection has learnt of their indexes grows old with it.
    maxLifetimeSeconds: 3_600,
    types: { getTypeParser },
  });
  const held = new WeakMap<pg.PoolClient, Held>();
  // An idle connection that dies is replaced at the next need; unheard, the event would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    held.set(client, { district: undefined, assembled: new Set(), byChoices: new Set() });
  });

  async function withClient<T>(district: string, work: (client: pg.PoolClient, tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch((failure: unknown) => {
      throw asUnavailable(failure) ?? failure;
    });
    const state = held.get(client) ?? { district: undefined, assembled: new Set<string>(), byChoices: new Set<string>() };
    let broken = false;
    try {
      if (state.district !== district) await enter(client, state, district);
      return await work(client, transactionOf(client, state));
    } catch (failure) {
      const unavailable = asUnavailable(failure);
      broken = unavailable !== undefined;
      throw unavailable ?? failure;
    } finally {
      client.release(broken);
    }
  }

  async function once<T>(district: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return withClient(district, async (client, tx) => {
      inOnePiece(client);
      const begun = client.query('begin');
      // Whatever is asked first goes out with it, and fails as it does.
      begun.catch(() => {});
      let ending: Promise<{ readonly command: string }> | undefined;
      const ledger = openLedger(tx);
      try {
        const result = await work(ledger.tx);
        ledger.send();
        if (ledger.mayRefuse()) await ledger.answered();
        // The commit goes out with the last statements: after a failure among them it ends the transaction without effect.
        inOnePiece(client);
        ending = client.query('commit');
        ending.catch(() => {});
        await ledger.answered();
        await begun;
        const { command } = await ending;
        if (command !== 'COMMIT') throw new Error('the transaction was rolled back, and nothing in it had failed');
        return result;
      } catch (failure) {
        // On a lost connection the server rolls back by itself; the first failure is the one to tell.
        await (ending ?? client.query('rollback')).catch(() => {});
        if (codeOf(failure) === failedBefore) await ledger.answered();
        throw failure;
      }
    });
  }

  return {
    async inDistrict(district, work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(district, work);
        } catch (failure) {
          if (attempt === mostAttempts || !retried.has(codeOf(failure) ?? '')) throw failure;
        }
      }
    },
    reading: (district, work) => withClient(district, (_client, tx) => work(tx)),
    isAlive: () => pool.query('select 1').then(() => true, () => false),
    close: () => pool.end(),
  };
}

/** The name of a statement put together from parts, by its text. */
export function assembledName(sql: string): string {
  let [one, other] = [0x811c9dc5, 0x1000193];
  for (let at = 0; at < sql.length; at += 1) {
    one = Math.imul(one ^ sql.charCodeAt(at), 0x01000193);
    other = Math.imul(other ^ sql.charCodeAt(at), 0x85ebca6b);
  }
  return `assembled ${(one >>> 0).toString(36)}${(other >>> 0).toString(36)} ${sql.length}`;
}

/** A day, a moment, a count and a fact as the kernel keeps them: no Date anywhere. */
export function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === pg.types.builtins.INT8) return Number;
  if (oid === pg.types.builtins.DATE) return (value) => value;
  if (oid === pg.types.builtins.TIMESTAMPTZ) return instantOf;
  return pg.types.getTypeParser(oid, format as 'text');
}

/** `2021-12-28 01:02:03.4+00`, as a session in UTC writes it, as the kernel writes it. */
function instantOf(value: string): string {
  const fraction = value.slice(20, -3);
  return `${value.slice(0, 10)}T${value.slice(11, 19)}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}

function transactionOf(client: pg.PoolClient, state: Held): Tx {
  async function query<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    const isNamed = name !== '' && (!name.startsWith('assembled ') || hasRoom(state, name));
    inOnePiece(client);
    const { rows } = await client.query({ ...(isNamed ? { name } : {}), text, values: [...values] });
    return rows as Row[];
  }
  return { query, beside: query, byChoices: state.byChoices };
}

/** What is asked before anything is waited for goes out together: each piece by itself would wake the server and cost a call of the system. */
function inOnePiece({ connection: { stream } }: pg.PoolClient): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function hasRoom({ assembled }: Held, name: string): boolean {
  if (assembled.size < mostAssembled) assembled.add(name);
  return assembled.has(name);
}

/** The index of choices of each register that has one; see `choice-index.ts` and `migrate.ts`. */
const indexedByChoices = `
  select substring(pg_get_expr(indpred, indrelid) from 'mechanism = ''(\\w+)''') as mechanism from pg_index join pg_class on oid = indexrelid
  where indrelid = 'matter'::regclass and relname like 'fact\\_%\\_of\\_choices\\_%' and indisvalid`;

/** Row-level security asks for the district of the session, so it is told before anything else is asked. */
async function enter(client: pg.PoolClient, state: Held, district: string): Promise<void> {
  if (state.district === undefined) {
    await client.query(`set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set jit = off; set lock_timeout = '20s'; set idle_in_transaction_session_timeout = '5min'`);
    const { rows } = await client.query<{ mechanism: string }>(indexedByChoices);
    state.byChoices = new Set(rows.map(({ mechanism }) => mechanism));
  }
  state.district = '';
  await client.query({ name: 'enter district', text: `select set_config('zhanqiao.district', $1, false)`, values: [district] });
  state.district = district;
}

/** The five-character code of PostgreSQL, or Node's, of a failure. */
export function codeOf(failure: unknown): string | undefined {
  if (!(failure instanceof Error)) return undefined;
  return 'code' in failure && typeof failure.code === 'string' ? failure.code : codeOf(failure.cause);
}

function asUnavailable(failure: unknown): StoreUnavailable | undefined {
  if (failure instanceof StoreUnavailable) return failure;
  const code = codeOf(failure) ?? '';
  // `pg` gives no code for a connection that ended under a query or was never given.
  const words = failure instanceof Error ? failure.message : '';
  const isLost = lost.has(code) || code.startsWith('08') || /^Connection terminated|^timeout exceeded when trying to connect|^Client (has encountered a connection error|was closed)/.test(words);
  return isLost ? new StoreUnavailable(`the database cannot be reached (${code || words})`, { cause: failure }) : undefined;
}
