import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Session } from '#contract/shapes.ts';
import { addDays, dayOf, type Instant } from '#kernel/calendar.ts';
import { createDistrict } from '#store/districts.ts';
import { openStore, type Store } from '#store/database.ts';
import { addPerson, addPost, addUnit } from '#store/people.ts';
import { keepCredential } from '#store/sessions.ts';
import { cloneDatabase, type Clone } from '#test/database.ts';
import { createPlatform, loadSecrets, type Platform } from '../platform.ts';
import { buildApp, type AppOptions } from './app.ts';
import { hashPassword } from './password.ts';

/** What everybody's password is here. */
export const password = 'correct-horse-battery';
/** Where the clock of a test stands at first: a Monday morning in China. */
export const start: Instant = '2021-03-08T01:00:00.000Z';

const posts: readonly (readonly [id: string, unit: string, roles: readonly string[], lastDay?: number])[] = [
  ['office', 'reform-office', ['OFFICE']],
  ['office-head', 'reform-office', ['OFFICE_HEAD']],
  ['unit', 'transport', ['UNIT']],
  ['former', 'transport', ['UNIT'], -1],
  ['administrator', 'government-office', ['ADMIN']],
  ['guide-office', 'government-office', ['GUIDE_OFFICE']],
];

/** A platform over real HTTP on a database of its own, with a clock that a test sets. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly platform: Platform;
  readonly store: Store;
  readonly clone: Clone;
  readonly log: readonly { readonly level: string; readonly fields: object; readonly words: string }[];
  /** Moves the clock. */
  pass(milliseconds: number): void;
  visitor(): Visitor;
  signedIn(post: string): Promise<Visitor>;
  stop(): Promise<void>;
}

export async function serve(options: AppOptions & { readonly isDemonstration?: boolean; readonly district?: string; readonly clone?: Clone; readonly tls?: boolean } = {}): Promise<TestServer> {
  const clone = options.clone ?? (await cloneDatabase());
  const folder = mkdtempSync(join(tmpdir(), 'zhanqiao-http-'));
  const store = openStore({ application: clone.application, max: 5 });
  const district = options.district ?? '370215';
  let at = Date.parse(start);
  const log: { level: string; fields: object; words: string }[] = [];
  const line = (level: string) => (fields: object, words: string) => void log.push({ level, fields, words });
  const platform = createPlatform({
    store, district, districtName: '即墨区', isDemonstration: options.isDemonstration ?? false, folder, secrets: await loadSecrets(folder),
    now: () => new Date((at += 1)).toISOString(), log: { info: line('info'), warn: line('warn'), error: line('error') }, tls: options.tls ?? false,
  });
  await fill(platform);
  const app = await buildApp(platform, { pages: join(folder, 'no-pages'), ...options });
  const visitor = () => createVisitor(app);
  return {
    app, platform, store, clone, log, visitor,
    pass: (milliseconds) => (at += milliseconds),
    async signedIn(post) {
      const made = visitor();
      await made.signIn(post);
      return made;
    },
    async stop() {
      await app.close();
      await store.close();
      if (!options.clone) await clone.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fill(platform: Platform): Promise<void> {
  const { district } = platform;
  const validFrom = '2020-01-01';
  const passwordHash = await hashPassword(password);
  await platform.store.inDistrict(district, async (tx) => {
    await createDistrict(tx, { code: district, name: platform.districtName, isDemonstration: platform.isDemonstration, createdAt: start });
    for (const [id, name] of [['reform-office', '区委改革办'], ['transport', '区交通运输局'], ['government-office', '区政府办公室']] as const) {
      await addUnit(tx, district, { id, name, shortName: null, kind: 'department', groups: [], validFrom, validTo: null });
    }
    for (const [id, unitId, roles, lastDay] of posts) {
      await addPerson(tx, district, { id: `person-${id}`, name: `${id}持有人` });
      await addPost(tx, district, { id, name: `${id}岗`, personId: `person-${id}`, unitId, roles, fields: [], validFrom, ...(lastDay === undefined ? {} : { validTo: addDays(dayOf(start), lastDay) }) });
      await keepCredential(tx, district, { name: id, personId: `person-${id}`, passwordHash, changedAt: start });
    }
  });
}

/** One browser: it keeps its cookie and sends the token of its session. */
export function createVisitor(app: FastifyInstance) {
  let cookie: string | undefined;
  let csrf = '';
  const visitor = {
    async send(method: 'GET' | 'POST' | 'DELETE' | 'PUT', url: string, body?: unknown, headers: Record<string, string> = {}) {
      const answer = await app.inject({
        method, url,
        headers: { host: 'localhost:8080', ...(cookie ? { cookie } : {}), ...(csrf && method !== 'GET' ? { 'x-csrf-token': csrf } : {}), ...headers },
        ...(body === undefined ? {} : { payload: body as NonNullable<InjectOptions['payload']> }),
      });
      const set = [answer.headers['set-cookie'] ?? []].flat()[0];
      if (set) cookie = set.split(';')[0];
      return answer;
    },
    get: (url: string, headers?: Record<string, string>) => visitor.send('GET', url, undefined, headers),
    post: (url: string, body?: unknown, headers?: Record<string, string>) => visitor.send('POST', url, body, headers),
    async signIn(name: string): Promise<Session> {
      const answer = await visitor.post('/api/session', { name, password });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      const session = answer.json<Session>();
      csrf = session.csrf;
      return session;
    },
    takeToken: (token: string) => void (csrf = token),
    cookie: () => cookie,
    token: () => csrf,
  };
  return visitor;
}

export type Visitor = ReturnType<typeof createVisitor>;

/** A form with files, as a browser sends it. */
export function formOf(files: readonly { readonly name: string; readonly bytes: Buffer | string }[]): { body: Buffer; headers: Record<string, string> } {
  const boundary = 'zhanqiao-test-boundary';
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ]);
  return { body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}
