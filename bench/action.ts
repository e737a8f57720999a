import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { runClients } from './clients.ts';
import { inConversion, matterId } from './fill.ts';
import type { Ground, Site } from './ground.ts';
import { perPiece, processorTimeOf } from './processor.ts';
import { inTurn, median, spread, type Row } from './row.ts';

const clients = 16;
const seconds = 4;
const rounds = 5;
const matters = 200_000;
const input = { text: '本周完成现场勘查，方案已报审，计划下月开工。' };

/** One action over HTTP against the same statements run by PostgreSQL's own measuring tool. */
export const action: Row = {
  name: 'action',
  async measure(ground) {
    const site = await ground.district(matters);
    const act = await actor(site);
    const { run, by } = await statementsAlone(ground, site, act);
    const processor = { ours: '', reference: '' };
    const watched = (name: 'ours' | 'reference', work: () => Promise<number>) => async () => {
      const used = await processorTimeOf(work);
      processor[name] = perPiece(used, used.result * seconds);
      return used.result;
    };
    const measured = await inTurn(rounds, { ours: watched('ours', act), reference: watched('reference', run) });
    const ratios = measured.ours.map((ours, round) => ours / (measured.reference[round] ?? Number.NaN));
    return [{
      what: 'one action over HTTP, 16 clients', ours: `${median(measured.ours).toFixed(0)}/s`, reference: `${median(measured.reference).toFixed(0)}/s (${by})`, ratio: median(ratios).toFixed(2),
      budget: '≥ 0.40', isMet: median(ratios) >= 0.4, notes: [`ratio by round ${spread(ratios)}; a report of progress on ${ours(matters).length.toLocaleString('en')} suggestions of 200,000, the statements of one recorded and repeated`, `processor time an action in the last round: ${processor.ours}; the statements alone: ${processor.reference}`],
    }];
  },
};

/** How many actions a second the clients get done; each reports progress on its own suggestions. */
export async function actor(site: Site): Promise<() => Promise<number>> {
  const door = await site.serve();
  const own = ours(site.matters);
  return async () => {
    const versions = seen.get(site) ?? Object.fromEntries(own.map((id) => [id, 3]));
    const loaded = await runClients({ ...door, clients, seconds, acts: { path: '/api/matters/suggestion/:id/actions/recordProgress', input: JSON.stringify(input), matters: own, versions } });
    seen.set(site, loaded.versions);
    return loaded.done / loaded.seconds;
  };
}

/** At which versions the clients have left their suggestions. */
const seen = new WeakMap<Site, Record<string, number>>();

/** Suggestions in conversion out of the first half of the register; the second half is for the statements alone. */
function ours(matters: number): string[] {
  const step = Math.max(10, Math.floor(matters / 2 / 4_000 / 10) * 10);
  return Array.from({ length: Math.floor(matters / 2 / step) }, (_each, place) => matterId(place * step + (inConversion[0] ?? 5)));
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

async function statementsAlone(ground: Ground, site: Site, act: () => Promise<number>): Promise<{ run: () => Promise<number>; by: string }> {
  await act();
  const statements = await record(site);
  const tool = findTool();
  if (!tool) return { run: () => runByDriver(site, statements), by: 'a bare loop of pg, 16 connections; no pgbench here' };
  const script = join(ground.folder, 'action.sql');
  await writeFile(script, scriptOf(site, statements));
  return { run: () => runByTool(tool, site, script), by: 'pgbench -M prepared' };
}

/** What one action sends to the database, word for word. */
async function record(site: Site): Promise<Statement[]> {
  const statements: Statement[] = [];
  const door = await site.serve();
  const id = matterId(inConversion[1] ?? 6);
  const send = async () => {
    const answer = await fetch(`http://127.0.0.1:${door.port}/api/matters/suggestion/${id}/actions/recordProgress`, {
      method: 'POST', headers: { 'content-type': 'application/json', cookie: door.cookie, 'x-csrf-token': door.csrf }, body: JSON.stringify({ input }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  };
  await send(); // so that the session is known and the second one is an action like any other
  const prototype = pg.Client.prototype as unknown as { query: (...parts: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function (this: unknown, ...parts: unknown[]) {
    const [asked] = parts as [string | { text: string; values?: unknown[] }];
    statements.push(typeof asked === 'string' ? { text: asked, values: [] } : { text: asked.text, values: asked.values ?? [] });
    return query.apply(this, parts);
  };
  try {
    await send();
  } finally {
    prototype.query = query;
  }
  return statements.filter(({ text }) => !text.includes('set_config'));
}

function findTool(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const found = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin/pgbench')) : [];
  return found.find((path) => existsSync(path));
}

/** The statements as a script of pgbench: each time another suggestion of the second half, its version read by the lock as ours is. */
function scriptOf(site: Site, statements: readonly Statement[]): string {
  const half = Math.floor(site.matters / 20);
  const id = `('017a0000-0000-7000-8000-' || lpad((:n * 10 + ${inConversion[0]})::text, 12, '0'))`;
  const lines = statements.map(({ text, values }) => {
    const asked = text.replace(/\$(\d+)/g, (_place, number: string) => versionAt(text, Number(number)) ?? literal(values[Number(number) - 1], id));
    const oneLine = asked.replace(/\s*\n\s*/g, ' ');
    return text.includes('for update') ? `${oneLine} \\gset` : `${oneLine};`;
  });
  return [`\\set n random(${half}, ${half * 2 - 1})`, ...lines].join('\n');
}

/** Places 3 and 6 of the statement that writes the row are the version that was read and the one after it. */
function versionAt(text: string, place: number): string | undefined {
  if (!text.startsWith('update matter')) return undefined;
  return place === 3 ? ':version' : place === 6 ? ':version + 1' : undefined;
}

function literal(value: unknown, id: string): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return isOurs(value[0]) ? `array[${id}]` : quoted(`{${value.join(',')}}`);
  if (typeof value !== 'string') throw new Error('no literal for a value of this kind');
  if (isOurs(value)) return `${id}::uuid`;
  if (!value.includes(matterId(inConversion[1] ?? 6))) return quoted(value);
  const template = value.replaceAll(matterId(inConversion[1] ?? 6), '@matter').replace(/"seq":\d+/, '"seq":@seq');
  return `replace(replace(${quoted(template)}, '@matter', ${id}), '@seq', (:version + 1)::text)`;
}

function isOurs(value: unknown): boolean {
  return value === matterId(inConversion[1] ?? 6);
}

/** A colon before a letter would be a variable of pgbench. */
function quoted(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`;
}

function runByTool(tool: string, site: Site, script: string): Promise<number> {
  const { host, user, password } = site.application;
  const options = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', script, '-h', String(host), '-p', String(site.application.port), '-U', String(user), site.database];
  return new Promise((resolve, reject) => {
    const child = spawn(tool, options, { env: { ...process.env, PGPASSWORD: String(password), PGOPTIONS: `-c zhanqiao.district=${site.platform.district} -c timezone=UTC -c jit=off` } });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('exit', (code) => {
      const rate = /tps = ([\d.]+)/.exec(said)?.[1];
      if (code === 0 && rate && !said.includes('aborted')) resolve(Number(rate));
      else reject(new Error(said));
    });
  });
}

async function runByDriver(site: Site, statements: readonly Statement[]): Promise<number> {
  const began = performance.now();
  const end = began + seconds * 1000;
  const counts = await Promise.all(Array.from({ length: clients }, (_each, client) => runConnection(site, statements, client, end)));
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - began) / 1000);
}

async function runConnection(site: Site, statements: readonly Statement[], client: number, end: number): Promise<number> {
  const connection = new pg.Client(site.application);
  await connection.connect();
  await connection.query(`set timezone = 'UTC'; set jit = off; select set_config('zhanqiao.district', '${site.platform.district}', false)`);
  const own = Math.floor(site.matters / 20 / clients);
  let done = 0;
  for (; performance.now() < end; done += 1) {
    const id = matterId((Math.floor(site.matters / 20) + client * own + (done % own)) * 10 + (inConversion[0] ?? 5));
    let version = 0;
    for (const [place, { text, values }] of statements.entries()) {
      const given = values.map((value, at) => {
        const versioned = versionAt(text, at + 1);
        if (versioned) return versioned === ':version' ? version : version + 1;
        if (typeof value === 'string') return value.replaceAll(matterId(inConversion[1] ?? 6), id).replace(/"seq":\d+/, `"seq":${version + 1}`);
        return Array.isArray(value) && isOurs(value[0]) ? [id] : value;
      });
      const { rows } = await connection.query<{ version?: number }>(given.length > 0 ? { name: `action ${place}`, text, values: given } : { text });
      if (text.includes('for update')) version = rows[0]?.version ?? 0;
    }
  }
  await connection.end();
  return done;
}
