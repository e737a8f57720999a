import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refuse } from '#kernel/refusal.ts';
import { cloneDatabase, type Clone } from '#test/database.ts';
import { asOwner, changedFacts, changedRest, district, happen, openTrial, otherDistrict, sha256, type Trial } from '#test/trial.ts';
import { logAdministered } from './administration-log.ts';
import { readArchive, writeArchive } from './archive.ts';
import { presets } from '#engines/evaluation/presets.ts';
import { beginBulk } from './bulk-runs.ts';
import { freezeMembers, type FrozenMember } from './evaluation-members.ts';
import { evaluateFrozen, freezeInputs, quantityColumns } from './evaluations.ts';
import { backUp, keptTables, passingTables, restore } from './backup.ts';
import { putBlob, blobPath } from './blobs.ts';
import { openStore } from './database.ts';
import { beginCheck } from './check-runs.ts';
import { keepFile } from './files.ts';
import { keepComment } from './comments.ts';
import { keepHabit } from './habits.ts';
import { keepWatch } from './watches.ts';
import { fileEntry } from './held-files.ts';
import { recall, remember } from './idempotency.ts';
import { addBatchRows, createBatch } from './imports.ts';
import { takeNumber } from './counters.ts';
import { beginLongWork } from './long-works.ts';
import { claimUnique } from './unique-values.ts';
import { keepNotices, markNoticesRead, noticesFor } from './notices.ts';
import { logReading } from './reading-log.ts';
import { keepUsualView, keepView } from './saved-views.ts';
import { keepReadings, keepScheme } from './schemes.ts';
import { sealDay, verifyAll } from './seals.ts';
import { keepCredential, keepOneTimeLink } from './sessions.ts';
import { keepCalendarYear, keepSetting } from './settings.ts';
import { keepAccessCode } from './access-codes.ts';
import { keepSnapshot } from './figures.ts';
import { sealFact } from './vault.ts';

let opened: Trial;
let folder: string;
let file: string;
let hash: string;
const at = '2021-03-01T01:00:00.123Z';
const bytes = randomBytes(100_000);

const sources = Object.fromEntries(quantityColumns.map((name) => [name, [name]])) as unknown as Parameters<typeof freezeInputs>[4];
beforeAll(async () => {
  opened = await openTrial();
  folder = mkdtempSync(join(tmpdir(), 'zhanqiao-backup-'));
  file = join(folder, 'copy.tar.gz');
  hash = (await putBlob(join(folder, 'here'), Readable.from([bytes]), { maxBytes: 1e6 })).hash;
  const lives = fc.sample(fc.record({ set: changedFacts, changes: changedRest }), { numRuns: 30, seed: 3 });
  for (const code of [district, otherDistrict]) {
    await opened.store.inDistrict(code, async (tx) => {
      const matters = [];
      for (const life of lives) matters.push(await happen(tx, { ...life, at, district: code }));
      const [one, other] = matters as [(typeof matters)[number], (typeof matters)[number]];
      await happen(tx, { at: '2021-03-02T01:00:00.000Z', district: code, set: { title: '制表\t换行\n引号"反斜杠\\😀' }, changes: { link: [{ type: 'from', mechanism: 'storeTrial', id: other.id }] } }, one.id);
      await takeNumber(tx, code, 'trial', 2021);
      await claimUnique(tx, { district: code, mechanism: 'storeTrial', fact: 'code', value: 'A-1', matter: one.id }, () => refuse('taken'));
      await sealFact(tx, code, one.id, 'phone', '"12345"', Buffer.alloc(32, 7));
      await keepNotices(tx, code, [{ to: { unit: 'office' }, text: { zh: '新待办', en: 'New duty' }, mechanism: 'storeTrial', matter: one.id, at, seq: 1 }]);
      await markNoticesRead(tx, code, 'holder-clerk', '0');
      await logReading(tx, code, { person: 'holder-clerk', post: 'clerk', what: 'sealed', mechanism: 'storeTrial', matter: one.id, detail: 'phone', at });
      await keepFile(tx, code, { hash, name: '附件.pdf', type: 'application/pdf', size: bytes.length, at });
      await keepAccessCode(tx, code, 'x'.repeat(64), one.id, at);
      await keepCredential(tx, code, { name: 'clerk', personId: 'holder-clerk', passwordHash: 'scrypt$…', changedAt: at });
      await keepOneTimeLink(tx, code, 'token', at);
      await keepSetting(tx, code, { mechanism: 'storeTrial', name: 'answerWithin', value: 15, by: 'clerk', at });
      await keepCalendarYear(tx, code, { year: 2027, rest: '01-01', work: '', source: '试验' });
      await keepScheme(tx, code, { key: 'weights', version: 1, validFrom: '2021-01-01', body: { weight: 0.3 } }, 'clerk', at);
      await keepReadings(tx, code, [{ indicator: 'tax', subject: one.id, period: '2021', value: 0.1 + 0.2, source: '税务', readAt: at }]);
      await keepSnapshot(tx, code, { figure: 'trial', definition: { key: 'trial' } as never, asOf: '2021-03-01', value: 2.5, records: [one.id], computedAt: at, by: 'clerk' });
      await recall(tx, code, 'key', 'hash');
      await remember(tx, code, 'key', { id: one.id });
      await createBatch(tx, code, { id: one.id, mechanism: 'storeTrial', fileName: '台账.xlsx', by: 'holder-clerk', at });
      await addBatchRows(tx, code, one.id, [{ row: 1, input: { title: '甲' }, previous: null, matter: null, matterVersion: null, outcome: 'create', cells: ['甲', null], problems: {} }]);
      await tx.query('', `insert into draft (district, person, key, body, at) values ($1, 'holder-clerk', 'new', '{"title":"草稿"}', $2)`, [code, at]);
      await fileEntry.write(tx, [{ district: code, matter: one.id, mechanism: 'storeTrial', hash, fact: '', name: '附件.pdf', at }]);
      const view = { id: one.id, mechanism: 'storeTrial', owner: 'holder-clerk', name: '本周到期', query: '?light=yellow', share: 'nobody', shareKey: null, removedAt: null, at } as const;
      await keepView(tx, code, view);
      await keepUsualView(tx, code, 'holder-clerk', 'storeTrial', one.id);
      await keepHabit(tx, code, 'holder-clerk', 'search', ['停车'], at);
      await keepComment(tx, code, one.id, { id: one.id, person: 'holder-clerk', post: 'clerk', text: '请核对数字。', mentions: [{ kind: 'unit', id: 'office' }], at });
      await keepWatch(tx, code, { person: 'holder-clerk', matter: one.id, mechanism: 'storeTrial', at });
      await logAdministered(tx, code, { person: 'holder-clerk', post: 'clerk', what: 'setting', subject: 'storeTrial.answerWithin', before: 10, after: 15, at });
      await beginBulk(tx, code, { id: one.id, matter: one.id, action: 'compute', by: 'holder-clerk', post: 'clerk', startedAt: at });
      await beginLongWork(tx, code, { matter: one.id, action: 'compute', input: { seconds: 5 }, by: '经办岗', seconds: 5, startedAt: at, server: '01890000-0000-7000-8000-000000000001' }, 30);
      await freezeInputs(tx, { district: code, run: one.id, period: '2021' }, [{ subject: one.id, industry: '36', vetoes: ['wages'], counts: { smallTenants: 2 } }], at, sources);
      await freezeMembers(tx, { district: code, run: one.id }, [{ ...Object.fromEntries(quantityColumns.map((name) => [name, null])), subject: one.id, industry: '36', joint: other.id, counted: true } as FrozenMember]);
      await evaluateFrozen(tx, presets.huangyan2022, { district: code, run: one.id, period: '2021' }, { taxPerMu: { '': 24.097 } });
      await beginCheck(tx, code, { kind: 'verify', by: 'clerk', startedAt: at, total: null });
      await sealDay(tx, code, '2021-03-02', sha256, at);
    });
  }
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const tablesOf = async (clone: Clone) =>
  (await asOwner<{ name: string }>(clone, `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and relname <> 'migration' order by 1`)).map((row) => row.name);

async function contentOf(clone: Clone): Promise<Record<string, string[]>> {
  const content: Record<string, string[]> = {};
  for (const table of keptTables) content[table] = (await asOwner<{ line: string }>(clone, `select each::text as line from ${table} as each order by 1`)).map((row) => row.line);
  return content;
}

test('every table is either kept or named as passing', async () => {
  expect([...keptTables, ...passingTables].toSorted()).toEqual((await tablesOf(opened.clone)).toSorted());
});

describe('a backup', () => {
  test('put back into an empty database is the same to the last character, and can be worked on', async () => {
    const kept = await backUp({ admin: opened.clone.admin, folder: join(folder, 'here'), file });
    expect(kept.files).toBe(1);
    const clone = await cloneDatabase();
    const store = openStore({ application: clone.application });
    try {
      expect(await restore({ admin: clone.admin, folder: join(folder, 'there'), file })).toEqual(kept);
      expect(kept.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      const before = await contentOf(opened.clone);
      expect(await contentOf(clone)).toEqual(before);
      expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
      expect(readFileSync(blobPath(join(folder, 'there'), hash)).equals(bytes)).toBe(true);
      await store.inDistrict(district, async (tx) => {
        expect((await verifyAll(tx, district, sha256)).matters).toBeGreaterThan(0);
        const { id } = await happen(tx, { at });
        await keepNotices(tx, district, [{ to: { unit: 'office' }, text: { zh: '新', en: 'New' }, mechanism: 'storeTrial', matter: id, at, seq: 1 }]);
        expect((await noticesFor(tx, district, { personId: 'holder-clerk', postId: 'clerk', unitIds: ['office'], roles: [] }, 1))[0]?.matter).toBe(id);
        expect(await takeNumber(tx, district, 'trial', 2021)).toBe(2);
      });
    } finally {
      await store.close();
      await clone.drop();
    }
  });

  test('of an earlier version is put into the columns of today, one of a later version is refused', async () => {
    const clone = await cloneDatabase();
    const path = join(folder, 'earlier.tar.gz');
    const lines = [['district', { code: district }], ['unit', { district, id: 'office', name: '区委改革办', kind: 'body', valid_from: '2021-01-01', no_longer_kept: 1 }]] as const;
    const archive = async (migration: number) => {
      const contents = createHash('sha256');
      const entries = [
        { name: 'zhanqiao.json', bytes: Buffer.from(JSON.stringify({ format: 1, migration })) },
        ...lines.map(([table, row]) => ({ name: `tables/${table}/000001.jsonl`, bytes: Buffer.from(JSON.stringify(table === 'district' ? { district, name: '即墨区', is_demonstration: false, created_at: at } : row)) })),
      ];
      for (const { name, bytes: written } of entries.slice(1)) contents.update(`${name}\n`).update(written);
      const end = { name: 'end.json', bytes: Buffer.from(JSON.stringify({ rows: 2, files: 0, contents: contents.digest('hex') })) };
      await pipeline(writeArchive((async function* () { yield* [...entries, end]; })()), createGzip(), createWriteStream(path));
    };
    try {
      await archive(9_999);
      await expect(restore({ admin: clone.admin, folder: join(folder, 'there'), file: path })).rejects.toMatchObject({ code: 'otherArchive' });
      await archive(1);
      expect(await restore({ admin: clone.admin, folder: join(folder, 'there'), file: path })).toEqual({ rows: 2, files: 0, at: '' });
      expect(await asOwner(clone, `select groups from unit where id = 'office'`)).toEqual([{ groups: [] }]);
    } finally {
      await clone.drop();
    }
  });

  test('is not put over what is there', async () => {
    await expect(restore({ admin: opened.clone.admin, folder, file })).rejects.toMatchObject({ code: 'notEmpty' });
  });

  test('that is cut short or changed is refused, and leaves nothing behind', async () => {
    const clone = await cloneDatabase();
    try {
      const whole = gunzipSync(readFileSync(file));
      const changed = Buffer.from(whole);
      changed.write('X', whole.indexOf('"title"') + 1);
      const packed = [whole.subarray(0, Math.floor(whole.length / 2)), whole.subarray(0, 0), changed].map((each) => gzipSync(each));
      for (const wrong of [...packed, gzipSync(whole).subarray(0, -20), Buffer.from('not an archive at all')]) {
        const path = join(folder, 'wrong.tar.gz');
        writeFileSync(path, wrong);
        await expect(restore({ admin: clone.admin, folder: join(folder, 'there'), file: path })).rejects.toMatchObject({ code: 'brokenArchive' });
        expect(await asOwner(clone, 'select from matter')).toEqual([]);
      }
    } finally {
      await clone.drop();
    }
  });
});

test('an archive gives back what was written, whatever its length', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 1_600 }), { maxLength: 5 }), async (parts) => {
      const written = parts.map((part, index) => ({ name: `part/${index}`, bytes: Buffer.from(part) }));
      const read = [];
      for await (const entry of readArchive(writeArchive((async function* () { yield* written; })()))) read.push(entry);
      expect(read).toEqual(written);
    }),
    { numRuns: 50 },
  );
});
