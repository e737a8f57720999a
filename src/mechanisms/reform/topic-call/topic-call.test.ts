import { describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { findDueDay } from '#kernel/clock.ts';
import { chinaCalendar } from '#kernel/calendar.ts';
import { holds } from '#kernel/condition.ts';
import { suggestion } from '../suggestion/suggestion.ts';
import { postOf, Walk } from '../../walk.ts';
import { topicCallRecord } from './record.ts';
import { serving } from './server.ts';
import { topicCall } from './topic-call.ts';
import { refusal } from '#test/refusal.ts';

const clerk = postOf('clerk', 'reform', ['OFFICE']);
const head = postOf('head', 'reform', ['OFFICE_HEAD']);
const both = postOf('both', 'reform', ['OFFICE', 'OFFICE_HEAD']);
const night: Actor = { kind: 'system', job: 'night' };
const call = {
  title: '老旧小区适老化改造怎么改', background: '今年计划改造一批老旧小区，老年住户多，问题反映集中。', wanted: '一、最需要先改的是什么；二、由谁管护。', ways: '在本平台提建议时选择本次征集。',
  field: 'society', leadUnit: 'housing', opensOn: '2021-03-10', closesOn: '2021-04-06',
};
const reply = { answer: '感谢大家参与。建议主要集中在扶手和坡道、夜间照明、施工时间三个方面，前两项已列入今年改造内容，年内完成，施工时间由街道公示。' };
const letter = { channel: 'phone', receivedOn: '2021-03-12', title: '楼道加装扶手', grounds: '老年人上下楼不便。', measure: '请加装扶手。', proposerKind: 'citizen', identityMode: 'anonymous' };

function county(day = '2021-03-08') {
  const walk = new Walk([topicCall, suggestion], '2021-01-01T00:00:00.000Z', { topicCall: serving }).on(day);
  for (const [id, name] of [['reform', '改革办'], ['housing', '住建局']] as const) walk.units.set(id, { id, name, isActive: true, groups: [] });
  return walk;
}
const drafted = (walk: Walk, change: object = {}) => walk.file(clerk, 'topicCall', 'draft', { ...call, ...change }).id;
function opened(walk: Walk) {
  const id = drafted(walk);
  walk.act(head, id, 'publish');
  return id;
}
const shown = (walk: Walk, id: string, today: string) => holds(topicCallRecord.publicFace!.when, walk.get(id), today); // declared in record.ts

describe('a topic call', () => {
  test('is drafted, approved by somebody else, and then public to its end and after', () => {
    const walk = county();
    const id = drafted(walk);
    expect(shown(walk, id, '2021-03-08')).toBe(false);
    expect(refusal(() => walk.act(clerk, id, 'publish'))).toBe('notYours');
    walk.act(clerk, id, 'revise', { ...call, title: '老旧小区适老化改造怎么改最好' });
    expect(walk.act(head, id, 'publish').stage).toBe('open');
    expect(shown(walk, id, '2021-03-08')).toBe(true);
    expect(walk.told.at(-1)).toMatchObject({ to: { unit: 'housing' } });
    const own = walk.file(both, 'topicCall', 'draft', call).id;
    expect(refusal(() => walk.act(both, own, 'publish'))).toBe('samePerson');
  });

  test('gives people time, and comes to an end', () => {
    const walk = county();
    const days = (opensOn: string, closesOn: string) => refusal(() => drafted(walk, { opensOn, closesOn }));
    expect([days('2021-03-07', '2021-04-06'), days('2021-03-08', '2021-03-13'), days('2021-03-08', '2021-03-14'), days('2021-03-08', '2021-06-06'), days('2021-03-10', '2021-03-09')])
      .toEqual(['opensInPast', 'periodOff', 'open', 'periodOff', 'periodOff']);
  });

  test('approved late opens on that day, unless too little time is left', () => {
    const walk = county();
    const id = drafted(walk);
    walk.on('2021-03-20');
    expect(walk.act(head, id, 'publish').facts['opensOn']).toBe('2021-03-20');
    const late = county();
    const other = drafted(late);
    late.on('2021-04-01');
    expect(refusal(() => late.act(head, other, 'publish'))).toBe('periodOff');
  });

  test('is prolonged before it ends, with the reason, and never shortened', () => {
    const walk = county();
    const id = opened(walk);
    const to = (newClosesOn: string) => refusal(() => walk.act(head, id, 'extend', { newClosesOn, reason: '参与的人还不够多，再留两周。' }));
    expect([to('2021-04-06'), to('2021-07-06'), to('2021-04-20')]).toEqual(['notLater', 'periodOff', 'open']);
    expect(walk.get(id).facts['closesOn']).toBe('2021-04-20');
    walk.on('2021-04-21');
    expect(to('2021-04-30')).toBe('overAlready');
  });

  test('is closed after its last day, and answered within twenty working days of it', () => {
    const walk = county();
    const id = opened(walk);
    walk.on('2021-04-06');
    expect(refusal(() => walk.act(night, id, 'close'))).toBe('notOver');
    // The platform was down for a day: the time to answer runs from the last day all the same.
    walk.on('2021-04-08');
    const closed = walk.act(night, id, 'close');
    expect(findDueDay(chinaCalendar, closed.clocks['answer']!)).toBe('2021-05-06'); // started by the move before
    walk.on('2021-05-06');
    expect(walk.act(clerk, id, 'answer', reply)).toMatchObject({ stage: 'answered', facts: { answeredOn: '2021-05-06', answeredInTime: true } });
    expect(shown(walk, id, '2021-05-06')).toBe(true);
  });

  test('answered late says so', () => {
    const walk = county();
    const id = opened(walk);
    walk.on('2021-04-07').act(night, id, 'close');
    walk.on('2021-05-07');
    expect(walk.act(clerk, id, 'answer', reply).facts['answeredInTime']).toBe(false);
  });

  test('cancelled is public no longer', () => {
    const walk = county();
    const id = opened(walk);
    walk.act(head, id, 'cancel', { reason: '题目已经并入全市统一征集，不再单独进行。' });
    expect(shown(walk, id, '2021-03-12')).toBe(false);
  });
});

describe('a suggestion', () => {
  test('answers a call while it is open, and its author is told so', () => {
    const walk = county();
    const id = opened(walk);
    const answering = () => walk.file(clerk, 'suggestion', 'registerOnBehalf', { ...letter, topicCall: id });
    walk.on('2021-03-09');
    expect(refusal(() => walk.file(clerk, 'suggestion', 'registerOnBehalf', { ...letter, receivedOn: '2021-03-09', topicCall: id }))).toBe('callNotOpen');
    walk.on('2021-03-12');
    const filed = answering();
    expect(filed.links).toEqual([{ type: 'answersCall', mechanism: 'topicCall', id }]);
    expect(walk.toldAuthor(filed.id).map(({ zh }) => zh).join()).toContain('专项征集“老旧小区适老化改造怎么改”');
    // A letter that came in time is still registered afterwards; one that came later is not.
    walk.on('2021-04-08').act(night, id, 'close');
    expect(refusal(answering)).toBe('open');
    expect(refusal(() => walk.file(clerk, 'suggestion', 'registerOnBehalf', { ...letter, receivedOn: '2021-04-07', topicCall: id }))).toBe('callNotOpen');
  });

  test('that answers a call hears its answer, and no other does', () => {
    const walk = county();
    const id = opened(walk);
    walk.on('2021-03-12');
    const [one, other] = [id, undefined].map((topicCall) => walk.file(clerk, 'suggestion', 'registerOnBehalf', { ...letter, title: `${letter.title}${topicCall ? '一' : '二'}`, ...(topicCall ? { topicCall } : {}) }).id);
    walk.on('2021-04-08').act(night, id, 'close');
    expect(walk.act(clerk, id, 'answer', reply).facts['received']).toEqual([one]);
    expect(walk.toldAuthor(one ?? '').at(-1)?.zh).toContain(reply.answer);
    expect(walk.toldAuthor(other ?? '').map(({ zh }) => zh).join()).not.toContain('集中答复');
  });
});
