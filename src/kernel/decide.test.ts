import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGranted, isHeld, mayRead, maySee, type Actor } from './actor.ts';
import { addDays, chinaCalendar, startOf } from './calendar.ts';
import { decide, findObstacle, numberText, offersOf, type Decision, type World } from './decide.ts';
import { fact } from './fact.ts';
import { apply, findMatterDueDay, tiesOf, type Event, type Matter } from './matter.ts';
import { actionsOf, mechanism, record } from './mechanism.ts';
import { Refusal } from './refusal.ts';

const requests = record({
  key: 'request',
  wing: 'reform',
  name: { zh: '诉求', en: 'Requests' },
  counter: { zh: '件', en: 'requests' },
  facts: {
    title: fact.text({ zh: '名称', en: 'Title' }, { max: 40 }),
    amount: fact.money({ zh: '金额', en: 'Amount' }, { min: 0 }),
    field: fact.choice({ zh: '领域', en: 'Field' }, { economy: { zh: '经济', en: 'Economy' }, law: { zh: '法治', en: 'Law' } }),
    lead: fact.unit({ zh: '牵头单位', en: 'Lead unit' }),
    co: fact.units({ zh: '配合单位', en: 'Co-units' }),
    turn: fact.whole({ zh: '轮次', en: 'Turn' }),
    steps: fact.rows({ zh: '步骤', en: 'Steps' }, { name: fact.text({ zh: '步骤', en: 'Step' }), cost: fact.money({ zh: '费用', en: 'Cost' }, { min: 100 }) }),
    author: fact.text({ zh: '来信人', en: 'Author' }, { seenBy: ['OFFICE', 'author'] }),
  },
  stages: { filed: { name: { zh: '已登记', en: 'Filed' }, place: 'main' }, answered: { name: { zh: '已答复', en: 'Answered' }, place: 'end' } },
  settings: { days: { name: { zh: '办理期限', en: 'Days to answer' }, value: 10, min: 1, max: 60, unit: 'workday' } },
  clocks: { answer: { name: { zh: '答复', en: 'Answer' }, setting: 'days', legal: true } },
  duties: { opinion: { name: { zh: '意见', en: 'Opinion' }, setting: 'days' } },
  links: { source: { name: { zh: '来源', en: 'Source' }, back: { zh: '去向', en: 'Use' }, to: 'topic' } },
  refusals: {
    tooDear: { zh: '金额超过 {limit}，请先报批。', en: 'More than {limit}; have it approved first.', status: 422 },
    closedUnit: { zh: '这个单位已撤销。', en: 'This unit is no more.' },
  },
  sees: { OFFICE: 'all', UNIT: 'involved', LEADER: { field: 'field' } },
  groups: [],
  title: 'title',
  lead: 'lead',
  co: 'co',
  list: ['title', 'lead'],
});

const action = actionsOf(requests);
const office = [{ role: 'OFFICE' }] as const;
const onFiled = { from: ['filed'], by: office } as const;

const request = mechanism(requests, {
  actions: {
    file: action({
      name: { zh: '登记', en: 'File' }, from: 'new', to: 'filed', by: [...office, 'public'],
      asks: { title: 'must', amount: 'may', field: 'may', author: 'may' },
      numbers: [{ into: 'number', counter: 'request', yearly: true, pattern: 'SQ-{year}-{seq:3}' }, { into: 'turn', counter: 'turn', yearly: false }],
      starts: ['answer'],
    }),
    assign: action({
      name: { zh: '交办', en: 'Assign' }, ...onFiled, asks: { lead: 'must', co: 'may' },
      check: ({ findUnit }, input) => (findUnit(input.lead)?.isActive ? undefined : { refusal: 'closedUnit', field: 'lead' }),
      effects: (_situation, input) => [
        { do: 'withdraw', duty: 'opinion' },
        ...[input.lead, ...(input.co ?? [])].map((unit) => ({ do: 'owe', duty: 'opinion', unit }) as const),
        { do: 'tell', to: { unit: input.lead }, text: { zh: '有新的交办。', en: 'Something was assigned.' } },
      ],
    }),
    amend: action({
      name: { zh: '更正', en: 'Amend' }, ...onFiled, asks: { title: 'may', amount: 'may', field: 'may', steps: 'may', author: 'may' }, extra: { note: fact.text({ zh: '说明', en: 'Note' }) }, extraAsks: { note: 'may' },
      check: (_situation, input) => ((input.amount ?? 0) > 1_000_000 ? { refusal: 'tooDear', field: 'amount', detail: { limit: '1万元' } } : undefined),
      effects: () => [{ do: 'set', values: { title: undefined } }],
    }),
    opine: action({
      name: { zh: '反馈意见', en: 'Give an opinion' }, from: ['filed'], by: [{ role: 'UNIT', tie: { duty: 'opinion' } }], extra: { opinion: fact.longText({ zh: '意见', en: 'Opinion' }) }, extraAsks: { opinion: 'must' },
      effects: ({ actor }) => [...(actor.kind === 'post' ? [{ do: 'discharge', duty: 'opinion', unit: actor.unitId } as const] : []), ...(actor.kind === 'post' && actor.postId === 'last' ? [{ do: 'withdraw', duty: 'opinion' } as const] : [])],
    }),
    suspend: action({ name: { zh: '中止', en: 'Suspend' }, ...onFiled, reason: 10, effects: (_situation, input) => [{ do: 'pause', clock: 'answer', reason: input.reason ?? '' }] }),
    goOn: action({ name: { zh: '恢复', en: 'Go on' }, ...onFiled, resumes: ['answer'] }),
    prolong: action({ name: { zh: '延期', en: 'Prolong' }, ...onFiled, effects: () => [{ do: 'extend', clock: 'answer', by: { n: 5, unit: 'workday' }, reason: '情况复杂' }] }),
    connect: action({
      name: { zh: '关联', en: 'Connect' }, ...onFiled, extra: { topic: fact.matter({ zh: '题目', en: 'Topic' }, 'topic') }, extraAsks: { topic: 'must' },
      effects: (_situation, { topic }) => [{ do: 'link', type: 'source', id: topic }, { do: 'link', type: 'source', id: topic }, { do: 'follow', mechanism: 'topic', id: topic, action: 'used', input: {} }],
    }),
    disconnect: action({ name: { zh: '取消关联', en: 'Disconnect' }, ...onFiled, effects: ({ matter }) => matter.links.map(({ type, id }) => ({ do: 'unlink', type, id }) as const) }),
    confine: action({ name: { zh: '限定知悉', en: 'Confine' }, ...onFiled, effects: ({ actor }) => [{ do: 'confine', to: actor.kind === 'post' ? [actor.personId] : [] }] }),
    hurry: action({ name: { zh: '限期', en: 'Hurry' }, ...onFiled, effects: () => [{ do: 'startUntil', clock: 'answer', until: '2021-10-01' }] }),
    release: action({ name: { zh: '解除限定', en: 'Release' }, ...onFiled, effects: () => [{ do: 'confine', to: null }] }),
    answer: action({ name: { zh: '答复', en: 'Answer' }, ...onFiled, to: 'answered', evidence: 2, apartFrom: ['assign'], stops: ['answer'], effects: () => [{ do: 'discharge', duty: 'opinion' }] }),
    reopen: action({ name: { zh: '重新办理', en: 'Reopen' }, from: ['answered'], to: 'filed', by: office, starts: ['answer'], when: ({ matter }) => (matter.facts.amount === undefined ? undefined : 'closedUnit') }),
    measure: action({
      name: { zh: '采数', en: 'Measure' }, ...onFiled,
      effects: ({ matter, now, today }) => [
        { do: 'read', readings: [{ indicator: 'amount', subject: matter.id, period: '2021', value: 7, source: '统计局', readAt: now }] },
        { do: 'enact', scheme: { key: 'weights', version: 1, validFrom: today, body: { amount: 100 } } },
      ],
    }),
    settle: action({ name: { zh: '随结', en: 'Settle' }, from: ['filed'], to: 'answered', by: ['system'], hidden: true, stops: ['answer'] }),
  },
});

const post = (personId: string, roles: readonly string[], unitId: string, postId = 'o'): Actor => ({ kind: 'post', personId, postId, postName: '改革办经办岗', unitId, unitIds: [unitId], roles, fields: [] });
const clerk = post('p1', ['OFFICE'], 'u0');
const checker = post('p2', ['OFFICE'], 'u0');
const bureau = post('p3', ['UNIT'], 'u1');
const street = post('p4', ['UNIT'], 'u2');
const topic = '0197d1f0-0000-7000-8000-0000000000aa';
const proof = (letter: string) => ({ hash: letter.repeat(64), name: `佐证${letter}.pdf`, type: 'application/pdf', size: 1 });
const units = new Map(['u1', 'u2', 'u9'].map((id) => [id, { id, name: id, isActive: id !== 'u9', groups: [] }]));

const worldOn = (today: string, actor: Actor): World => ({
  actor, now: startOf(today), today, calendar: chinaCalendar, findUnit: (id) => units.get(id), findMatter: () => undefined, findSetting: () => undefined,
});
const numbers = { number: 7, turn: 1 };
const ask = (matter: Matter | undefined, name: string, input: unknown, actor: Actor = clerk, today = '2021-03-08', cause?: Event['cause']): Decision =>
  decide({ mechanism: request, action: name, input, matter, id: matter?.id ?? '0197d1f0-0000-7000-8000-000000000001', district: '370215', isSample: false, numbers, ...(cause ? { cause } : {}) }, worldOn(today, actor));
const act = (matter: Matter | undefined, ...rest: [string, unknown, Actor?, string?]) => apply(matter, ask(matter, ...rest).event);
const filed = (input: object = {}) => act(undefined, 'file', { title: '一件事一次办', ...input });

test('readings and a scheme are kept with the event that brings them, and no fact says so', () => {
  const { event, readings, schemes } = ask(filed(), 'measure', {});
  expect(event.set).toEqual({});
  expect(readings).toEqual([{ indicator: 'amount', subject: event.matter, period: '2021', value: 7, source: '统计局', readAt: startOf('2021-03-08') }]);
  expect(schemes).toEqual([{ key: 'weights', version: 1, validFrom: '2021-03-08', body: { amount: 100 } }]);
});

test('a clock may be started until a certain day, rolled on where the law sets it', () => {
  const hurried = act(filed(), 'hurry', {});
  expect(findMatterDueDay(chinaCalendar, hurried)).toBe('2021-10-08');
});

function refusalOf(doing: () => unknown): Refusal {
  try {
    doing();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('a filed matter', () => {
  test('has its facts, its number, its clock and its first event', () => {
    const { event } = ask(undefined, 'file', { title: '一件事一次办' });
    expect(event).toMatchObject({ seq: 1, action: 'file', stage: 'filed', set: { title: '一件事一次办', turn: 1 }, changes: { number: 'SQ-2021-007' }, by: { kind: 'post', person: 'p1', unit: 'u0' } });
    expect('from' in event).toBe(false);
    const matter = apply(undefined, event);
    expect(matter).toMatchObject({ version: 1, stage: 'filed', number: 'SQ-2021-007', year: 2021, doers: { file: 'p1' }, filedAt: matter.changedAt });
    expect(findMatterDueDay(chinaCalendar, matter)).toBe('2021-03-22');
  });

  test('belongs to the year it is in China', () => {
    const late: World = { ...worldOn('2022-01-01', { kind: 'public' }), now: '2021-12-31T16:30:00.000Z' };
    const { event } = decide({ mechanism: request, action: 'file', input: { title: '元旦来信' }, matter: undefined, id: 'x', district: '370215', isSample: true, numbers }, late);
    expect(apply(undefined, event)).toMatchObject({ year: 2022, number: 'SQ-2022-007', doers: {}, isSample: true });
    expect(event.by).toEqual({ kind: 'public', name: '公众' });
  });

  test('takes the office’s setting in place of the declared one', () => {
    const { event } = decide({ mechanism: request, action: 'file', input: { title: '甲' }, matter: undefined, id: 'x', district: '370215', isSample: false, numbers }, { ...worldOn('2021-03-08', clerk), findSetting: (of, name) => (of === 'request' && name === 'days' ? 3 : undefined) });
    expect(event.changes.clocks?.['answer']?.budget).toEqual({ n: 3, unit: 'workday' });
  });
});

describe('refused', () => {
  const matter = filed();
  test.each<[string, number, () => unknown]>([
    ['unknownAction', 404, () => ask(matter, 'burn', {})],
    ['unknownAction', 404, () => ask(matter, '__proto__', {})],
    ['unknownAction', 404, () => ask(matter, 'constructor', {})],
    ['unknownAction', 404, () => ask(matter, 'file', { title: '再来一次' })],
    ['unknownAction', 404, () => ask(undefined, 'assign', { lead: 'u1' })],
    ['notYours', 403, () => ask(matter, 'assign', { lead: 'u1' }, bureau)],
    ['notYours', 403, () => ask(matter, 'opine', { opinion: '同意' }, bureau)],
    ['notYours', 403, () => ask(matter, 'settle', {}, clerk)],
    ['notYours', 403, () => ask(matter, 'assign', { lead: 'u1' }, { kind: 'author', matterId: matter.id })],
    ['wrongStage', 409, () => ask(matter, 'reopen', {})],
    ['samePerson', 409, () => ask(act(matter, 'assign', { lead: 'u1' }), 'answer', { evidence: [proof('a'), proof('b')] })],
    ['evidenceMissing', 422, () => ask(matter, 'answer', {})],
    ['evidenceMissing', 422, () => ask(matter, 'answer', { evidence: [proof('a'), proof('a')] })],
    ['activityEvidence', 422, () => ask(matter, 'answer', { evidence: [{ ...proof('a'), name: '公众号点赞截图.jpg' }, proof('b')] })],
    ['reasonTooShort', 422, () => ask(matter, 'suspend', { reason: '  太短的理由       ' })],
    ['reasonTooShort', 422, () => ask(matter, 'suspend', {})],
    ['secretMark', 422, () => ask(matter, 'amend', { title: '机 密★文件' })],
    ['secretMark', 422, () => ask(matter, 'suspend', { reason: '因本件为机密级文件，暂不办理' })],
    ['secretMark', 422, () => ask(matter, 'answer', { evidence: [{ ...proof('a'), name: '绝密.pdf' }, proof('b')] })],
    ['secretMark', 422, () => ask(matter, 'amend', { steps: [{ name: '秘密★1年' }] })],
    ['tooDear', 422, () => ask(matter, 'amend', { amount: 1_000_001 })],
    ['closedUnit', 409, () => ask(matter, 'assign', { lead: 'u9' })],
    ['closedUnit', 409, () => ask(act(act(matter, 'amend', { amount: 5 }), 'answer', { evidence: [proof('a'), proof('b')] }), 'reopen', {})],
    ['badInput', 422, () => ask(matter, 'assign', {})],
  ])('%s (%i)', (code, status, doing) => {
    const refusal = refusalOf(doing);
    expect([refusal.code, refusal.status]).toEqual([code, status]);
    expect(refusal.words).toEqual({ zh: expect.stringMatching(/^[^{]*[\u4e00-\u9fff][^{]*$/), en: expect.stringMatching(/^[^{]*[A-Za-z][^{]*$/) });
  });

  test('with the words of stage and action in it', () => {
    expect(refusalOf(() => ask(matter, 'reopen', {})).words.zh).toBe('事项现处“已登记”阶段，不能办理“重新办理”。请刷新后再看。');
    expect(refusalOf(() => ask(matter, 'answer', { evidence: [proof('a')] })).words.en).toContain('“Answer” needs at least 2 pieces of evidence; 1 given');
  });

  test('with the field it concerns', () => {
    expect(refusalOf(() => ask(matter, 'amend', { amount: 1_000_001 }))).toMatchObject({ detail: { limit: '1万元' }, fields: { amount: { zh: '金额超过 1万元，请先报批。' } } });
    expect(Object.keys(refusalOf(() => ask(matter, 'suspend', {})).fields ?? {})).toEqual(['reason']);
  });

  test('before what was typed is even looked at, where the post does not hold the action', () => {
    expect(refusalOf(() => ask(matter, 'assign', { nonsense: 1 }, street)).code).toBe('notYours');
  });
});

describe('what is typed', () => {
  const matter = filed();
  const wrong = (name: string, input: unknown) => refusalOf(() => ask(matter, name, input)).fields ?? {};

  test('is told of with every wrong field at once', () => {
    const fields = wrong('amend', { title: '太'.repeat(41), amount: -1, field: 'sports', steps: [{ cost: 1 }], note: '两\n行' });
    expect(Object.keys(fields).toSorted()).toEqual(['amount', 'field', 'note', 'steps', 'title']);
    for (const words of Object.values(fields)) expect(words).toEqual({ zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.stringMatching(/[A-Za-z]/) });
    expect(fields['amount']).toEqual({ zh: '不能小于 0元', en: 'Not less than 0 yuan' });
    expect(fields['steps']).toEqual({ zh: '不能小于 1元', en: 'Not less than 1 yuan' });
  });

  test('may hold no field that the action does not ask for, whatever it is called', () => {
    expect(Object.keys(wrong('assign', { lead: 'u1', title: '夹带', stage: 'answered' })).toSorted()).toEqual(['stage', 'title']);
    expect(Object.keys(wrong('amend', { constructor: 1, toString: 2 })).toSorted()).toEqual(['constructor', 'toString']);
    expect(Object.keys(wrong('amend', JSON.parse('{"__proto__":{"amount":5},"title":"甲"}')))).toEqual(['__proto__']);
    expect(Object.keys(wrong('amend', JSON.parse('{"steps":[{"__proto__":{"name":"乙"}}]}')))).toEqual(['steps']);
    expect(Object.keys(wrong('goOn', { reason: '没有要求理由' }))).toEqual(['reason']);
  });

  test.each([['a text', 'x'], ['a list', [1]], ['a number', 5]])('is an object, never %s', (_what, input) => {
    expect(refusalOf(() => ask(matter, 'goOn', input)).code).toBe('badInput');
  });

  test('is required where the action must have it, blanks being nothing', () => {
    for (const title of [undefined, null, '', '  ', '\u3000']) expect(refusalOf(() => ask(undefined, 'file', { title })).fields).toEqual({ title: { zh: '必须填写', en: 'Required' } });
  });

  test('clears a fact that may be absent, and says nothing of one that was unknown', () => {
    const known = act(matter, 'amend', { amount: 500, author: '热心市民' });
    const { event } = ask(known, 'amend', { amount: null, author: '  ', field: null, note: '' });
    expect(event.set).toEqual({ amount: null, author: null });
    expect(event.said).toEqual({});
    expect(Object.keys(apply(known, event).facts).toSorted()).toEqual(['title', 'turn']);
  });

  test('is kept in the event alone where it is no fact of the record', () => {
    const { event } = ask(matter, 'amend', { note: '笔误' });
    expect([event.set, event.said]).toEqual([{}, { note: '笔误' }]);
  });

  test('is no change where it says what was known, whatever the order of its keys', () => {
    const known = act(matter, 'amend', { steps: [{ name: '受理', cost: 100 }] });
    const { event } = ask(known, 'amend', { title: '一件事一次办', steps: [{ cost: 100, name: '受理' }] });
    expect(event.set).toEqual({});
  });

  test('stays, where an effect leaves the same fact open', () => {
    expect(ask(matter, 'amend', { title: '新的名称' }).event.set).toEqual({ title: '新的名称' });
  });

  test('keeps bytes that jsonb cannot hold away from the store', () => {
    expect(Object.keys(wrong('suspend', { reason: '半个字符\ud83d半个字符半个字符' }))).toEqual(['reason']);
    expect(Object.keys(wrong('amend', { title: '空\u0000字符' }))).toEqual(['title']);
  });
});

describe('duties', () => {
  const assigned = act(filed(), 'assign', { lead: 'u1', co: ['u2'] });

  test('are owed by the units named, each told apart', () => {
    expect(assigned.duties.map(({ id, unit, state }) => [id, unit, state])).toEqual([['2.1', 'u1', 'open'], ['2.2', 'u2', 'open']]);
    expect(ask(filed(), 'assign', { lead: 'u1' }).notices).toEqual([{ do: 'tell', to: { unit: 'u1' }, text: { zh: '有新的交办。', en: 'Something was assigned.' } }]);
  });

  test('are discharged by the unit that owes them, once', () => {
    const opined = act(assigned, 'opine', { opinion: '同意' }, street);
    expect(opined.duties.map(({ state }) => state)).toEqual(['open', 'done']);
    expect(opined.duties[1]?.clock.stoppedOn).toBe('2021-03-08');
    expect(refusalOf(() => ask(opined, 'opine', { opinion: '再次' }, street)).code).toBe('notYours');
  });

  test('that one effect discharged are not withdrawn by the next', () => {
    const opined = act(assigned, 'opine', { opinion: '同意，其余单位不必再报' }, post('p4', ['UNIT'], 'u2', 'last'));
    expect(opined.duties.map(({ unit, state }) => [unit, state])).toEqual([['u1', 'withdrawn'], ['u2', 'done']]);
  });

  test('are withdrawn and owed anew when it is assigned again', () => {
    const again = act(assigned, 'assign', { lead: 'u2' });
    expect(again.duties.map(({ id, unit, state }) => [id, unit, state])).toEqual([['2.1', 'u1', 'withdrawn'], ['2.2', 'u2', 'withdrawn'], ['3.1', 'u2', 'open']]);
  });
});

describe('a move', () => {
  test('of another matter follows, and is linked once', () => {
    const { event, follows } = ask(filed(), 'connect', { topic });
    expect(follows).toEqual([{ do: 'follow', mechanism: 'topic', id: topic, action: 'used', input: {} }]);
    const matter = apply(filed(), event);
    expect(matter.links).toEqual([{ type: 'source', mechanism: 'topic', id: topic }]);
    expect(act(act(matter, 'connect', { topic }), 'disconnect', {}).links).toEqual([]);
  });

  test('made as a consequence needs no mandate, and is still signed by whoever caused it', () => {
    const { event } = ask(filed(), 'settle', {}, bureau, '2021-03-09', { matter: topic, seq: 4 });
    expect(event).toMatchObject({ stage: 'answered', by: { person: 'p3' }, cause: { matter: topic, seq: 4 } });
    expect(refusalOf(() => ask(apply(filed(), event), 'settle', {}, bureau, '2021-03-09', { matter: topic, seq: 5 })).code).toBe('wrongStage');
  });

  test('that the platform makes by itself is its own', () => {
    expect(ask(filed(), 'settle', {}, { kind: 'system', job: 'nightly' }).event.by).toEqual({ kind: 'system', name: '系统' });
  });

  test('pauses, resumes, prolongs and stops the clock', () => {
    const paused = act(filed(), 'suspend', { reason: '需要申请人补正全部材料' }, clerk, '2021-03-10');
    expect(findMatterDueDay(chinaCalendar, paused)).toBeUndefined();
    const resumed = act(paused, 'goOn', {}, clerk, '2021-03-17');
    expect(findMatterDueDay(chinaCalendar, resumed)).toBe('2021-03-29');
    const prolonged = act(resumed, 'prolong', {});
    expect(findMatterDueDay(chinaCalendar, prolonged)).toBe('2021-04-06');
    const answered = act(prolonged, 'answer', { evidence: [proof('a'), proof('b')] }, checker, '2021-04-01');
    expect(answered.clocks['answer']?.stoppedOn).toBe('2021-04-01');
    expect(findMatterDueDay(chinaCalendar, answered)).toBeUndefined();
    expect(findMatterDueDay(chinaCalendar, act(answered, 'reopen', {}, clerk, '2021-04-02'))).toBe('2021-04-19');
  });
});

describe('offers', () => {
  test('are the actions of the stage, each open or with what stands in its way', () => {
    const assigned = act(filed(), 'assign', { lead: 'u1' });
    const offers = offersOf(request, assigned, worldOn('2021-03-08', clerk));
    expect(offers.find((offer) => offer.action === 'amend')).toEqual({ action: 'amend', open: true });
    expect(offers.find((offer) => offer.action === 'answer')).toMatchObject({ open: false, code: 'samePerson', obstacle: { zh: expect.stringContaining('同一人') } });
    expect(offers.find((offer) => offer.action === 'opine')).toMatchObject({ open: false, code: 'notYours' });
    expect(offers.map((offer) => offer.action)).not.toContain('settle');
    expect(offers.map((offer) => offer.action)).not.toContain('reopen');
  });

  test('agree with the decision', () => {
    const assigned = act(filed(), 'assign', { lead: 'u1' });
    for (const actor of [clerk, checker, bureau, street]) {
      for (const offer of offersOf(request, assigned, worldOn('2021-03-08', actor))) {
        const situation = { ...worldOn('2021-03-08', actor), matter: assigned, setting: () => 10 };
        expect(findObstacle(request, offer.action, assigned, situation)?.code).toBe(offer.code);
      }
    }
  });
});

describe('who sees what', () => {
  const assigned = act(filed({ field: 'law' }), 'assign', { lead: 'u1', co: ['u2'] });
  const sees = (matter: Matter, actor: Actor) => maySee(requests.sees, actor, tiesOf(matter, 'lead', 'co'), matter.facts);
  const leader = (fields: readonly string[]): Actor => ({ ...(post('p7', ['LEADER'], 'u0') as Extract<Actor, { kind: 'post' }>), fields });

  test('goes by role, unit and field', () => {
    expect([clerk, bureau, street, post('p5', ['UNIT'], 'u3'), post('p6', ['NOBODY'], 'u1'), post('p6', ['constructor', '__proto__'], 'u1')].map((actor) => sees(assigned, actor))).toEqual([true, true, true, false, false, false]);
    expect([leader(['law']), leader(['economy']), leader([])].map((actor) => sees(assigned, actor))).toEqual([true, false, true]);
    expect(maySee({ LEADER: { field: 'fields' } }, leader(['law']), tiesOf(assigned, 'lead', 'co'), { fields: ['economy', 'law'] })).toBe(true);
    expect([sees(assigned, { kind: 'author', matterId: assigned.id }), sees(assigned, { kind: 'author', matterId: 'another' }), sees(assigned, { kind: 'public' }), sees(assigned, { kind: 'system', job: 'x' })]).toEqual([true, false, false, true]);
  });

  test('is the named persons alone once a matter is confined, until it is released', () => {
    const confined = act(assigned, 'confine', {});
    expect([clerk, checker, bureau].map((actor) => sees(confined, actor))).toEqual([true, false, false]);
    const released = act(confined, 'release', {});
    expect('confinedTo' in released).toBe(false);
    expect(sees(released, checker)).toBe(true);
  });

  test('a withdrawn duty no longer lets a unit in', () => {
    const moved = act(act(filed(), 'assign', { lead: 'u1' }), 'assign', { lead: 'u2' });
    expect([sees(moved, bureau), sees(moved, street)]).toEqual([false, true]);
  });

  test('some facts are for some roles', () => {
    expect([clerk, bureau, { kind: 'author', matterId: 'x' } as const, { kind: 'public' } as const].map((actor) => mayRead(requests.facts.author, actor))).toEqual([true, false, true, false]);
  });

  test('a tie to the lead or a co-unit is not the other', () => {
    const ties = tiesOf(assigned, 'lead', 'co');
    expect([isGranted([{ role: 'UNIT', tie: 'lead' }], bureau, ties), isGranted([{ role: 'UNIT', tie: 'lead' }], street, ties), isGranted([{ role: 'UNIT', tie: 'co' }], street, ties), isGranted([{ role: 'UNIT', tie: 'lead' }], bureau, undefined)]).toEqual([true, false, true, false]);
  });

  test('a post is held from its first day to the end of its last', () => {
    const held = { validFrom: '2021-03-08', validTo: '2021-03-10' };
    expect(['2021-03-07', '2021-03-08', '2021-03-10', '2021-03-11'].map((day) => isHeld(held, day))).toEqual([false, true, true, false]);
    expect(isHeld({ validFrom: '2021-03-08' }, '2099-01-01')).toBe(true);
  });
});

describe('folding the events of a matter', () => {
  const amending = fc.record({ title: fc.constantFrom('甲', '乙', '', null), amount: fc.constantFrom(0, 500, 2_000_000, null), field: fc.constantFrom('law', 'economy', 'sports'), steps: fc.constantFrom([], [{ name: '受理', cost: 100 }]) }, { requiredKeys: [] });
  const fitting = new Map<string, fc.Arbitrary<object>>(Object.entries({
    amend: amending,
    assign: fc.record({ lead: fc.constantFrom('u1', 'u2', 'u9'), co: fc.subarray(['u1', 'u2', 'u3']) }, { requiredKeys: ['lead'] }),
    opine: fc.constant({ opinion: '同意' }),
    connect: fc.constantFrom({ topic }, { topic: topic.replace('aa', 'bb') }),
    suspend: fc.constant({ reason: '需要申请人补正全部材料' }),
    answer: fc.constant({ evidence: [proof('a'), proof('b')] }),
  }));
  const anyActor = fc.constantFrom<Actor>(clerk, clerk, checker, bureau, street, { kind: 'system', job: 'nightly' });
  const anyStep = fc.constantFrom(...Object.keys(request.actions), 'burn', 'constructor').chain((name) =>
    fc.record({ action: fc.constant(name), input: fc.oneof({ weight: 4, arbitrary: fitting.get(name) ?? fc.constant({}) }, { weight: 1, arbitrary: amending }), actor: anyActor, days: fc.nat(4) }),
  );

  test('gives the row that the actions left behind, through JSON and all; a refusal leaves no trace', () => {
    let decided = 0;
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 5, maxLength: 25 }), (steps) => {
        const events: Event[] = [ask(undefined, 'file', { title: '一件事一次办' }).event];
        let matter = apply(undefined, events[0] as Event);
        let today = '2021-03-08';
        for (const step of steps) {
          today = addDays(today, step.days);
          const before = JSON.stringify(matter);
          try {
            const { event } = ask(matter, step.action, step.input, step.actor, today);
            expect(event).toEqual(ask(matter, step.action, step.input, step.actor, today).event);
            events.push(event);
            const after = apply(matter, event);
            expect(JSON.stringify(matter)).toBe(before);
            matter = after;
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            expect(JSON.stringify(matter)).toBe(before);
          }
        }
        const kept = JSON.parse(JSON.stringify(events)) as Event[];
        expect(kept.reduce<Matter | undefined>(apply, undefined)).toEqual(matter);
        expect(matter.version).toBe(events.length);
        expect(events.map((event) => event.seq)).toEqual(events.map((_event, index) => index + 1));
        expect(matter.duties.filter((duty) => duty.state === 'open').every((duty) => duty.clock.stoppedOn === undefined)).toBe(true);
        expect(matter.duties.filter((duty) => duty.state !== 'open').every((duty) => duty.clock.stoppedOn !== undefined)).toBe(true);
        expect(new Set(matter.duties.map((duty) => duty.id)).size).toBe(matter.duties.length);
        expect(Object.values(matter.facts)).not.toContain(null);
        decided += events.length - 1;
      }),
      { numRuns: 150 },
    );
    // The walks went somewhere.
    expect(decided).toBeGreaterThan(300);
  });
});

test('numbers are written by their pattern', () => {
  expect([numberText('JY-{year}-{seq:5}', 7, '2021-03-08'), numberText('{seq}', 12, '2021-03-08'), numberText('第{seq:2}期', 123, '2021-03-08')]).toEqual(['JY-2021-00007', '12', '第123期']);
});
