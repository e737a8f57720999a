import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Acted, MatterList, Problem, StoredFile } from '#contract/shapes.ts';
import { noticeVersion } from '#mechanisms/reform/suggestion/notice.ts';
import { asOwner } from '#test/trial.ts';
import { formOf, serve, type TestServer, type Visitor } from './test-server.ts';

let server: TestServer;
let office: Visitor;

beforeAll(async () => {
  server = await serve();
  office = await server.signedIn('office');
});
afterAll(() => server.stop());

const input = { title: '公交站点增设无障碍坡道', grounds: '老年人上下车不便。', measure: '请增设坡道。', proposerKind: 'citizen', identityMode: 'anonymous', notice: noticeVersion };

describe('a full disk', () => {
  it('of the database is told in words; nothing is done by halves, and the same request goes through once there is room', async () => {
    const submit = () => server.visitor().post('/api/public/matters/suggestion/actions/submit', { input }, { 'idempotency-key': 'full' });
    // What PostgreSQL says when it cannot extend a table (53100, disk_full), at the last statement of the action.
    await asOwner(server.clone, `create function no_room() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
    await asOwner(server.clone, 'create trigger no_room before insert on outbox for each statement execute function no_room()');
    const refused = await submit();
    expect(refused.statusCode).toBe(507);
    const problem = refused.json<Problem>();
    expect(problem.code).toBe('diskFull');
    expect(problem.words.zh).toContain('磁盘已满');
    expect((await office.get('/api/matters/suggestion')).json<MatterList>().total).toBe(0);
    await asOwner(server.clone, 'drop trigger no_room on outbox');
    const filed = (await submit()).json<Acted>();
    expect(filed.stage).toBe('submitted');
    expect((await submit()).json<Acted>().id).toBe(filed.id);
    expect((await office.get('/api/matters/suggestion')).json<MatterList>().total).toBe(1);
  });

  const files = () => join(server.platform.folder, 'files');
  const mounts = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;

  it.skipIf(!mounts)('of the files is told in words, and leaves nothing half written', async () => {
    mkdirSync(files(), { recursive: true });
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', files()]).status).toBe(0);
    const upload = async () => {
      const form = formOf([{ name: '情况说明.txt', bytes: '情况说明'.repeat(20_000) }]);
      return office.post('/api/files', form.body, form.headers);
    };
    try {
      const refused = await upload();
      expect([refused.statusCode, refused.json<Problem>().code]).toEqual([507, 'diskFull']);
      expect(readdirSync(files(), { recursive: true })).toEqual([]);
    } finally {
      spawnSync('umount', [files()]);
    }
    const kept = await upload();
    expect(kept.statusCode, kept.body).toBe(200);
    expect(kept.json<StoredFile[]>()).toHaveLength(1);
  });
});
