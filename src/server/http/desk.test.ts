import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnitPage } from '#contract/administration-shapes.ts';
import type { DutyRow, SentRow } from '#contract/desk-shapes.ts';
import type { Changes, LightGrid, RegisterCounts } from '#contract/figure-shapes.ts';
import type { Acted } from '#contract/shapes.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { serve, type TestServer, type Visitor } from './test-server.ts';

let server: TestServer;
let office: Visitor;
let unit: Visitor;
let outsider: Visitor;
let id: string;

const wish = { grounds: '老年人上下车不便，站台没有坡道。', measure: '请在十个站点先行增设坡道。', proposerKind: 'citizen', town: '通济街道', identityMode: 'realHidden', proposerName: '居民代表', contact: '13800000000', channel: 'letter', receivedOn: '2021-03-05' };
const duties = async (who: Visitor, state = 'open') => (await who.get(`/api/duties?state=${state}`)).json<{ rows: DutyRow[] }>().rows;
const sent = async (who: Visitor) => (await who.get('/api/sent')).json<{ rows: SentRow[] }>().rows;
const changes = async (who: Visitor) => (await who.get('/api/cockpit/changes')).json<Changes>();

beforeAll(async () => {
  server = await serve();
  office = await server.signedIn('office');
  unit = await server.signedIn('unit');
  outsider = await server.signedIn('administrator');
  const filed = await office.post('/api/matters/suggestion/actions/registerOnBehalf', { input: { ...wish, title: '公交站点增设坡道' } });
  id = filed.json<Acted>().id;
  const asked = await office.post(`/api/matters/suggestion/${id}/actions/requestOpinions`, { input: { field: 'society', units: ['transport'], identityChecked: true } });
  expect(asked.statusCode, asked.body).toBe(200);
});
afterAll(() => server.stop());

describe('the desk', () => {
  it('shows a unit what it owes with its clock, and first the action that discharges it', async () => {
    const [row, ...more] = await duties(unit);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ matter: { id, title: '公交站点增设坡道' }, duty: { unit: 'transport', state: 'open', clock: { state: 'running' } } });
    expect(row?.actions[0]).toEqual({ action: 'giveOpinion', name: { zh: '提出初评意见', en: expect.any(String) } });
  });

  it('shows who sent something where it stands and who has it now, and nobody else', async () => {
    expect(await sent(office)).toMatchObject([{ id, owed: [{ unit: 'transport', state: 'open' }] }]);
    expect(await sent(unit)).toEqual([]);
  });

  it('moves what is done from the duties to those done', async () => {
    const given = await unit.post(`/api/matters/suggestion/${id}/actions/giveOpinion`, { input: { feasible: 'yes', authority: 'district', text: '可以在年内分两批增设。' } });
    expect(given.statusCode, given.body).toBe(200);
    expect(await duties(unit)).toEqual([]);
    expect(await duties(unit, 'done')).toMatchObject([{ matter: { id }, duty: { state: 'done' }, actions: [] }]);
    expect((await sent(office))[0]?.owed).toEqual([]);
  });
});

describe('the lights of all registers', () => {
  it('stand side by side, as each register counts them, and of one unit alone when it is named', async () => {
    const grid = (await office.get('/api/cockpit/grid')).json<LightGrid>();
    const clocked = mechanisms.filter(({ record }) => Object.keys(record.clocks).length + Object.keys(record.duties).length > 0 && record.sees['OFFICE'] !== undefined).map(({ record }) => record.key);
    expect(grid.registers).toEqual(clocked);
    const all = (await office.get('/api/matters/suggestion?size=1&light=red&light=yellow&light=blue&light=green')).json<{ total: number }>().total;
    expect(Object.values(grid.totals['suggestion'] ?? {}).reduce((sum, count) => sum + count, 0)).toBe(all);
    const mine = (await office.get('/api/cockpit/grid?unit=transport')).json<LightGrid>();
    expect(mine.rows.every((row) => row.unit === 'transport')).toBe(true);
    expect((await outsider.get('/api/cockpit/grid')).json<LightGrid>()).toEqual({ registers: [], rows: [], totals: {} });
  });
});

describe('the registers of a reader', () => {
  it('are counted in one answer, as the list of each says it', async () => {
    const counts = (await office.get('/api/cockpit/registers')).json<RegisterCounts>();
    const totalOf = async (query: string) => (await office.get(`/api/matters/suggestion?size=1${query}`)).json<{ total: number }>().total;
    expect(Object.keys(counts)).toEqual(mechanisms.filter(({ record }) => record.sees['OFFICE'] !== undefined).map(({ record }) => record.key));
    expect(counts['suggestion']).toEqual({ total: await totalOf(''), late: await totalOf('&light=red&light=orange&light=yellow') });
    expect(counts['suggestion']?.total).toBeGreaterThan(0);
    expect((await outsider.get('/api/cockpit/registers')).json<RegisterCounts>()).toEqual({});
  });
});

describe('what changed since the last visit', () => {
  it('is a week for somebody who was never here, and afterwards what came since the visit before this one', async () => {
    const first = await changes(office);
    expect(first).toMatchObject({ isVisit: false });
    expect(first.rows.length).toBeGreaterThan(0);
    await office.post('/api/cockpit/visit', {});
    server.pass(3_600_000);
    expect(await changes(office)).toMatchObject({ isVisit: true, rows: [] });
    await office.post('/api/matters/suggestion/actions/registerOnBehalf', { input: { ...wish, title: '村口增设候车亭' } });
    expect((await changes(office)).rows.map(({ title }) => title)).toEqual(['村口增设候车亭']);
    // Still the same visit: to reload the page takes nothing away.
    await office.post('/api/cockpit/visit', {});
    server.pass(60_000);
    await office.post('/api/cockpit/visit', {});
    expect((await changes(office)).rows.map(({ title }) => title)).toEqual(['村口增设候车亭']);
  });

  it('is kept for each person apart', async () => {
    expect(await changes(unit)).toMatchObject({ isVisit: false });
  });
});

it('a unit is described with its posts of today', async () => {
  const { unit: found, posts } = (await unit.get('/api/units/transport')).json<UnitPage>();
  expect(found).toMatchObject({ id: 'transport', name: '区交通运输局', sounds: 'qu jiao tong yun shu ju' });
  expect(posts.map((post) => post.id)).toEqual(['unit']);
  expect((await unit.get('/api/units/nowhere')).statusCode).toBe(404);
});
