import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Notice } from '#contract/desk-shapes.ts';
import type { FigureRecords, Snapshot } from '#contract/figure-shapes.ts';
import type { PublicList } from '#contract/public-shapes.ts';
import type { SearchHit } from '#contract/search-shapes.ts';
import type { Acted, MatterPage, Trace } from '#contract/shapes.ts';
import { noticeVersion } from '#mechanisms/reform/suggestion/notice.ts';
import { serve, type TestServer, type Visitor } from './test-server.ts';

/** An accusation that was first taken for a suggestion: merged with another by mistake, taken apart, and given to two named handlers. */
let server: TestServer;
let office: Visitor;
let head: Visitor;
let handler: Visitor;
let accusation: Acted;
let bystander: Acted;
let before: Snapshot;

const secret = '反映某站点工程款被挪用';
const wish = { proposerKind: 'citizen', identityMode: 'anonymous', notice: noticeVersion, measure: '请核实处理。' };
const because = '经核对，两件不是同一事项，分开办理。';

async function act(who: Visitor, id: string, action: string, input: object): Promise<Acted> {
  const answer = await who.post(`/api/matters/suggestion/${id}/actions/${action}`, { input });
  expect(answer.statusCode, `${action}: ${answer.body}`).toBe(200);
  return answer.json<Acted>();
}
const file = async (title: string, grounds: string) => (await server.visitor().post('/api/public/matters/suggestion/actions/submit', { input: { ...wish, title, grounds } })).json<Acted>();

beforeAll(async () => {
  server = await serve();
  office = await server.signedIn('office');
  head = await server.signedIn('office-head');
  handler = await server.signedIn('unit');
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  accusation = await file(secret, '站点改造的工程款没有用在工程上。');
  bystander = await file('公交站点增设无障碍坡道', '老年人上下车不便，站台没有坡道。');
  for (const { id } of [accusation, bystander]) await act(office, id, 'register', { field: 'society' });
  await act(office, bystander.id, 'merge', { mergedInto: accusation.id });
  await act(head, accusation.id, 'extendDecision', { days: 10, reason: '涉及多个部门，需要进一步核实情况。' });
  await act(office, bystander.id, 'unmerge', { reason: because });
  await act(office, accusation.id, 'requestOpinions', { field: 'society', units: ['transport'], identityChecked: true });
  before = (await office.post('/api/figures/suggestion.received/snapshots', { asOf: '2021-03-08' })).json<Snapshot>();
  await act(office, accusation.id, 'divert', { diversion: 'discipline', reason: '反映的是违纪问题线索，转纪检监察机关。', firstHandler: 'person-unit', secondHandler: 'person-office-head' });
});
afterAll(() => server.stop());

describe('a confined matter', () => {
  it('is open to its two handlers and absent for everybody else', async () => {
    expect((await handler.get(`/api/matters/suggestion/${accusation.id}`)).json<MatterPage>().facts['title']).toBe(secret);
    for (const who of [office, await server.signedIn('administrator')]) expect((await who.get(`/api/matters/suggestion/${accusation.id}`)).statusCode).toBe(404);
  });

  it('has neither title nor number in the trace of another, and no way leads there', async () => {
    const answer = await office.get(`/api/matters/suggestion/${bystander.id}/trace`);
    const trace = answer.json<Trace>();
    expect(trace.names.matters[accusation.id]).toEqual({ mechanism: 'suggestion', id: accusation.id, title: '', number: null, isOpen: false });
    expect(answer.body).not.toContain(secret);
    const caused = trace.entries.filter((entry) => entry.cause);
    expect(caused.map(({ cause }) => cause)).toEqual([{ mechanism: 'suggestion', matter: null }]);
    const known = (await handler.get(`/api/matters/suggestion/${accusation.id}/trace`)).json<Trace>();
    expect(known.names.matters[accusation.id]).toBeUndefined();
  });

  it('is told of to its handlers alone', async () => {
    const told = async (who: Visitor) => (await who.get('/api/notices')).json<{ rows: Notice[] }>().rows.filter(({ matter }) => matter === accusation.id);
    expect(await told(handler)).toMatchObject([{ text: { zh: '新待办：提出初评意见' }, title: secret, isOpen: true }]);
    expect(await told(office)).toEqual([]);
  });

  it('is still counted where it was printed, without being named', async () => {
    expect(before.records).toContain(accusation.id);
    const list = async (who: Visitor) => (await who.get('/api/figures/suggestion.received/snapshots')).json<Snapshot[]>();
    expect(await list(office)).toMatchObject([{ id: before.id, value: 2, among: 2, records: [bystander.id] }]);
    const again = (await office.post('/api/figures/suggestion.received/snapshots', { asOf: '2021-03-08' })).json<Snapshot>();
    expect(again).toMatchObject({ value: 2, among: 2, records: [bystander.id] });
    const behind = await office.get('/api/figures/suggestion.received/records?asOf=2021-03-08');
    expect(behind.json<FigureRecords>().rows.map(({ id }) => id)).toEqual([bystander.id]);
    expect(behind.body).not.toContain(secret);
  });

  it('is found by no search but a handler’s', async () => {
    const hits = async (who: Visitor) => (await who.get(`/api/search?q=${encodeURIComponent('工程款')}`)).json<SearchHit[]>().map(({ id }) => id);
    expect(await hits(office)).toEqual([]);
    expect(await hits(handler)).toEqual([accusation.id]);
    expect((await office.get(`/api/matters/suggestion/export?format=csv`)).body).not.toContain(secret);
  });

  it('changes without anybody but its handlers hearing of it', async () => {
    const stream = (who: Visitor) => fetch(`${server.app.listeningOrigin}/api/events`, { headers: { cookie: who.cookie() ?? '' } });
    const [deaf, hearing] = [await stream(office), await stream(handler)];
    const [officeEar, handlerEar] = [earOf(deaf), earOf(hearing)];
    await act(head, accusation.id, 'replyDiverted', { divertedReply: '已按管理权限受理，正在初步核实。' });
    expect(await handlerEar.until(accusation.id)).not.toContain(secret);
    await act(office, bystander.id, 'stopPublishing', {});
    // What is committed in this order is read in it: who has heard the second has passed by the first.
    expect(await officeEar.until(bystander.id)).not.toContain(accusation.id);
    officeEar.close();
    handlerEar.close();
  });
});

describe('the public search', () => {
  it('finds what is published by published words only', async () => {
    const { id } = bystander;
    await act(office, id, 'requestOpinions', { field: 'society', units: ['transport'], identityChecked: true });
    await act(handler, id, 'giveOpinion', { feasible: 'yes', authority: 'district', text: '可行，建议先行试点。' });
    await act(head, id, 'decide', { decision: 'reference', decisionReason: '目前条件还不具备，留作参考。' });
    // Taken off the public page above, and put back by an answer that does not withhold it.
    await act(office, id, 'answer', { answer: '您的建议已经收悉，目前先行留作参考，条件具备时再研究。', nextStep: '明年再次研究。', answerMark: 'D', publicSummary: '建议在公交站点增设坡道。', isWithheld: false });
    const found = async (q: string) => (await server.visitor().get(`/api/public/matters/suggestion?q=${encodeURIComponent(q)}`)).json<PublicList>().rows.map((row) => row.id);
    expect(await found('坡道')).toEqual([id]);
    expect(await found('增设无障碍')).toEqual([id]);
    // The grounds say so, the public page does not.
    expect(await found('老年人')).toEqual([]);
    expect(await found('工程款')).toEqual([]);
    expect(await found('JY-2021-00002')).toEqual([id]);
  });
});

function earOf(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    async until(words: string): Promise<string> {
      while (!heard.includes(words)) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) throw new Error(`ended before “${words}”: ${heard}`);
        heard += value;
      }
      return heard;
    },
    close: () => void reader?.cancel(),
  };
}
