import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Changes, FigureAnswer, FigureTrend, LightMatrix } from '#contract/figure-shapes.ts';
import type { Acted, Board, DueCalendar, MatterList, MatterPage, Problem } from '#contract/shapes.ts';
import { suggestion } from '#mechanisms/reform/suggestion/suggestion.ts';
import { funnelSearch, funnelSteps } from '#web/cockpit/funnel-steps.ts';
import { serve, type TestServer, type Visitor } from './test-server.ts';

let server: TestServer;
let office: Visitor;
let unit: Visitor;
let outsider: Visitor;
const ids: string[] = [];

const wish = { grounds: '老年人上下车不便，站台没有坡道。', measure: '请在十个站点先行增设坡道。', proposerKind: 'citizen', town: '通济街道', identityMode: 'realHidden', proposerName: '居民代表', contact: '13800000000', channel: 'letter', receivedOn: '2021-03-05' };
const act = async (who: Visitor, id: string, action: string, input: object) => {
  const answer = await who.post(`/api/matters/suggestion/${id}/actions/${action}`, { input });
  expect(answer.statusCode, answer.body).toBe(200);
};
const board = async (who: Visitor, query = '') => (await who.get(`/api/matters/suggestion/board${query}`)).json<Board>();
const month = async (who: Visitor, query = '') => (await who.get(`/api/matters/suggestion/calendar${query}`)).json<DueCalendar>();
const list = async (who: Visitor, query: string) => (await who.get(`/api/matters/suggestion${query}`)).json<MatterList>();

// 8 March 2021, a Monday: three suggestions; one waits for its author, one for the opinion of the transport bureau.
beforeAll(async () => {
  server = await serve();
  office = await server.signedIn('office');
  unit = await server.signedIn('unit');
  outsider = await server.signedIn('administrator');
  for (const title of ['公交站点增设坡道', '早市错时停车', '村口增设候车亭']) {
    const filed = await office.post('/api/matters/suggestion/actions/registerOnBehalf', { input: { ...wish, title } });
    expect(filed.statusCode, filed.body).toBe(200);
    ids.push(filed.json<Acted>().id);
  }
  await act(office, ids[1] ?? '', 'askSupplement', { supplementAsked: '请写明是哪几条路。' });
  await act(office, ids[2] ?? '', 'requestOpinions', { field: 'society', units: ['transport'], identityChecked: true });
});
afterAll(() => server.stop());

describe('the board', () => {
  it('has a column for each stage of the main line and for each that holds matters, with what the list holds there', async () => {
    const { columns } = await board(office);
    const main = Object.entries(suggestion.record.stages).flatMap(([stage, { place }]) => (place === 'main' ? [stage] : []));
    expect(columns.map(({ stage }) => stage)).toEqual(Object.keys(suggestion.record.stages).filter((stage) => main.includes(stage) || stage === 'supplement'));
    for (const { stage, total, cards } of columns) {
      const listed = await list(office, `?stage=${stage}`);
      expect(total, stage).toBe(listed.total);
      expect(cards.map(({ id }) => id).toSorted(), stage).toEqual(listed.rows.map(({ id }) => id).toSorted());
    }
  });

  it('says the clock of each card: what runs out first, or why it is paused', async () => {
    const { columns } = await board(office);
    const cardOf = (id: string | undefined) => columns.flatMap(({ cards }) => cards).find((card) => card.id === id);
    const registered = cardOf(ids[0]);
    expect(registered?.clock).toMatchObject({ state: 'running', dueOn: registered?.dueOn });
    expect(cardOf(ids[2])?.clock?.dueOn).toBe(cardOf(ids[2])?.dueOn);
    const page = (await office.get(`/api/matters/suggestion/${ids[1]}`)).json<MatterPage>();
    expect(page.clocks.some(({ state }) => state === 'paused')).toBe(true);
  });

  it('takes the filters of the list, and the stages asked for as its columns', async () => {
    const { columns } = await board(office, `?stage=registered&stage=screening&q=${encodeURIComponent('候车亭')}`);
    expect(columns.map(({ stage, total }) => [stage, total])).toEqual([['registered', 0], ['screening', 1]]);
    expect((await office.get('/api/matters/suggestion/board?stage=nowhere')).json<Problem>().fields).toHaveProperty('stage');
  });

  it('shows a unit what it has a part in, and nothing to whoever sees none', async () => {
    expect((await board(unit)).columns.flatMap(({ cards }) => cards.map(({ id }) => id))).toEqual([ids[2]]);
    expect((await board(outsider)).columns.every(({ total }) => total === 0)).toBe(true);
    expect((await server.visitor().get('/api/matters/suggestion/board')).statusCode).toBe(401);
  });

  it('gives fifty cards of a column at most, with the true total', async () => {
    for (let no = 0; no < 51; no += 1) await office.post('/api/matters/suggestion/actions/registerOnBehalf', { input: { ...wish, title: `同一批来信第${no + 1}件` } });
    const column = (await board(office, `?q=${encodeURIComponent('同一批来信')}`)).columns.find(({ stage }) => stage === 'registered');
    expect(column?.total).toBe(51);
    expect(column?.cards.length).toBe(50);
  });
});

describe('the calendar of due days', () => {
  it('knows holidays, days worked in exchange, weekends and years without a notice', async () => {
    const { days } = await month(office, '?month=2021-10');
    const kindOn = (day: string) => days.find((each) => each.day === day)?.kind;
    expect(days.length).toBe(31);
    expect(['2021-10-01', '2021-10-09', '2021-10-10', '2021-10-11'].map(kindOn)).toEqual(['holiday', 'makeUp', 'rest', 'work']);
    expect(days.some(({ isProvisional }) => isProvisional)).toBe(false);
    expect((await month(office, '?month=2099-01')).days.every(({ isProvisional }) => isProvisional)).toBe(true);
    expect((await office.get('/api/matters/suggestion/calendar?month=2021-13')).statusCode).toBe(422);
    // The first and the last month a day can be written in.
    for (const far of ['0001-01', '9999-12']) expect((await month(office, `?month=${far}`)).days.map(({ day }) => day).at(-1)).toBe(`${far}-31`);
  });

  it('counts on each day what the list filtered by that day holds, a few of them by name', async () => {
    const due = (await list(office, '?size=200')).rows.map(({ dueOn }) => dueOn ?? '').filter(Boolean);
    expect(due.length).toBeGreaterThan(50);
    for (const asked of new Set(due.map((day) => day.slice(0, 7)))) {
      for (const { day, total, rows } of (await month(office, `?month=${asked}`)).days) {
        expect(total, day).toBe(due.filter((each) => each === day).length);
        if (total === 0) continue;
        const listed = await list(office, `?due=${day}..${day}&size=200`);
        expect(listed.total, day).toBe(total);
        expect(rows.length, day).toBe(Math.min(total, 3));
        for (const row of rows) expect(listed.rows.map(({ id }) => id)).toContain(row.id);
      }
    }
    expect((await office.get('/api/matters/suggestion?due=2021-02-30..')).json<Problem>().fields).toHaveProperty('due');
    expect((await office.get('/api/matters/suggestion?due=soon')).statusCode).toBe(422);
  });

  it('keeps what is paused beside it, with the reason', async () => {
    const { paused } = await month(office);
    expect(paused.total).toBe(1);
    expect(paused.rows[0]).toMatchObject({ id: ids[1], clock: { state: 'paused', since: '2021-03-08' } });
    expect(paused.rows[0]?.clock?.reason).not.toBe('');
  });

  it('shows nobody more than the list does', async () => {
    expect((await month(unit)).paused.total).toBe(0);
    const seen = (await list(unit, '')).rows[0];
    const due = (await month(unit, `?month=${seen?.dueOn?.slice(0, 7)}`)).days.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(due).toEqual([ids[2]]);
  });
});

describe('the trend of a figure', () => {
  it('is its answer as of each of the days, several figures at once', async () => {
    const days = ['2021-02-28', '2021-03-07', '2021-03-08'];
    const answer = await office.get(`/api/figures/trend?key=suggestion.received&key=suggestion.adopted&days=${days.join('&days=')}`);
    expect(answer.statusCode, answer.body).toBe(200);
    const [received, adopted] = answer.json<FigureTrend[]>();
    expect([received?.key, adopted?.key]).toEqual(['suggestion.received', 'suggestion.adopted']);
    for (const point of received?.points ?? []) {
      const single = (await office.get(`/api/figures?asOf=${point.asOf}`)).json<FigureAnswer[]>().find(({ key }) => key === 'suggestion.received');
      expect(point.value, point.asOf).toBe(single?.value);
    }
    expect(received?.points.map(({ asOf }) => asOf)).toEqual(days);
    expect(received?.points.at(-1)?.value).toBe(54);
    expect(received?.points[0]?.value).toBe(0);
  });

  it('is refused for a day there is not, a figure nobody declared, too many days, and strangers', async () => {
    expect((await office.get('/api/figures/trend?key=suggestion.received&days=2021-02-30')).statusCode).toBe(422);
    expect((await office.get('/api/figures/trend?key=suggestion.invented&days=2021-03-01')).statusCode).toBe(404);
    expect((await office.get(`/api/figures/trend?key=suggestion.received&days=${Array(25).fill('2021-03-01').join('&days=')}`)).statusCode).toBe(422);
    expect((await server.visitor().get('/api/figures/trend?key=suggestion.received&days=2021-03-01')).statusCode).toBe(401);
  });
});

describe('the cockpit', () => {
  it('counts units by light as the register filtered by both does', async () => {
    const { rows, totals } = (await office.get('/api/cockpit/lights?mechanism=suggestion')).json<LightMatrix>();
    expect(rows.map(({ unit: id }) => id)).toContain('transport');
    for (const { unit: id, counts } of rows) {
      for (const light of ['red', 'yellow', 'blue', 'green'] as const) expect(counts[light], `${id} ${light}`).toBe((await list(office, `?unit=${id}&light=${light}`)).total);
    }
    for (const light of ['red', 'yellow', 'blue', 'green'] as const) expect(totals[light], light).toBe((await list(office, `?light=${light}`)).total);
    expect((await outsider.get('/api/cockpit/lights?mechanism=suggestion')).json<LightMatrix>()).toEqual({ rows: [], totals: { red: 0, orange: 0, yellow: 0, blue: 0, green: 0, grey: 0 } });
    expect((await office.get('/api/cockpit/lights?mechanism=none')).statusCode).toBe(404);
  });

  it('tells what was done lately to what the reader may see, the newest first', async () => {
    const ofUnit = (await unit.get('/api/cockpit/changes')).json<Changes>();
    // The beginning of 2 March in China.
    expect(ofUnit.since).toBe('2021-03-01T16:00:00.000Z');
    expect(ofUnit.rows.map(({ id, action }) => [id, action])).toEqual([[ids[2], 'requestOpinions'], [ids[2], 'registerOnBehalf']]);
    expect(ofUnit.rows[0]).toMatchObject({ from: 'registered', stage: 'screening', title: '村口增设候车亭' });
    expect(ofUnit.isMore).toBe(false);
    const ofOffice = (await office.get('/api/cockpit/changes')).json<Changes>();
    expect(ofOffice.isMore).toBe(true);
    const at = ofOffice.rows.map((row) => row.at);
    expect(at).toEqual(at.toSorted().toReversed());
    expect((await office.get('/api/cockpit/changes?since=2021-03-09')).json<Changes>().rows).toEqual([]);
    expect((await outsider.get('/api/cockpit/changes')).json<Changes>().rows).toEqual([]);
  });

  it('leads from each step of the funnel to as many records as its figure counts within the year', async () => {
    for (const [, key] of funnelSteps) {
      const search = funnelSearch(suggestion, key, '2021-03-08');
      const query = new URLSearchParams(Object.entries(search ?? {}).flatMap(([name, value]) => [value].flat().map((each) => [name, each])));
      const { total } = await list(office, `?${query}`);
      const figure = (await office.get('/api/figures')).json<FigureAnswer[]>().find((each) => each.key === key);
      // Everything here was received this year, so the year's intake is all there is.
      expect(total, key).toBe(figure?.value);
    }
  });
});
