import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { clerk, head, traffic, trafficHead, author, proof, because, opinion, reply, county, refusal, submit, screen, decided, due, lastTold } from '#test/suggestion-walk.ts';

describe('deadlines follow China’s calendar', () => {
  test('the day before the Spring Festival, everything moves behind it', () => {
    const walk = county('2021-02-10');
    const id = submit(walk);
    expect(due(walk, id, 'registration')).toBe('2021-02-18');
    expect(due(walk, id, 'sortingLimit')).toBe('2021-02-25');
    walk.act(clerk, id, 'register', { field: 'society' });
    expect([due(walk, id, 'sorting'), due(walk, id, 'scope'), due(walk, id, 'decision'), due(walk, id, 'decisionLimit')]).toEqual(['2021-02-20', '2021-02-23', '2021-03-30', '2021-04-12']);
  });

  test('opinions, decision and answer, plan and check', () => {
    const walk = county('2021-04-28');
    const id = screen(walk);
    expect(findDueDay(chinaCalendar, walk.get(id).duties[0]!.clock)).toBe('2021-05-14');
    walk.act(traffic, id, 'giveOpinion', opinion);
    walk.act(head, id, 'decide', { decision: 'adopted' });
    expect(due(walk, id, 'answer')).toBe('2021-05-08');
    walk.act(clerk, id, 'assign', { leadUnit: 'police' });
    expect([due(walk, id, 'plan'), due(walk, id, 'firstReport')]).toEqual(['2021-05-14', '2021-05-13']);
    walk.act(traffic, id, 'plan', { plan: '分步实施。', dueOn: '2021-08-31' });
    walk.act(trafficHead, id, 'claimImplemented', { result: '已经办好。', evidence: [proof] });
    expect(due(walk, id, 'verification')).toBe('2021-05-08');
    walk.act(clerk, id, 'confirmImplemented');
    expect(due(walk, id, 'commendation')).toBe('2021-05-28');
  });

  test('the decision is extended once, by thirty days at most, and its author told why', () => {
    const walk = county();
    const id = screen(walk);
    expect(refusal(() => walk.act(head, id, 'extendDecision', { days: 31, reason: because }))).toBe('badInput');
    walk.settings.set('suggestion.extension', 20);
    expect(refusal(() => walk.act(head, id, 'extendDecision', { days: 21, reason: because }))).toBe('extensionTooLong');
    const before = due(walk, id, 'decisionLimit');
    walk.act(head, id, 'extendDecision', { days: 20, reason: because });
    expect([before, due(walk, id, 'decisionLimit')]).toEqual(['2021-05-07', '2021-05-27']);
    expect(lastTold(walk, id)?.zh).toContain(because);
    expect(refusal(() => walk.act(head, id, 'extendDecision', { days: 5, reason: because }))).toBe('extendedAlready');
    const other = screen(walk.on('2021-03-08'));
    expect(refusal(() => walk.on('2021-06-01').act(head, other, 'extendDecision', { days: 5, reason: because }))).toBe('clockOver');
  });

  test('an answer on the last day is in time, a day later it is not', () => {
    for (const [day, inTime] of [['2021-03-15', true], ['2021-03-16', false]] as const) {
      const walk = county();
      const id = decided(walk);
      walk.on(day).act(clerk, id, 'answer', reply);
      expect(walk.get(id).facts['answeredInTime']).toBe(inTime);
    }
  });

  test('rating is open for thirty days', () => {
    const walk = county();
    const id = decided(walk);
    expect(refusal(() => walk.act(author(id), id, 'rate', { rating: 5 }))).toBe('notAnswered');
    walk.act(clerk, id, 'answer', reply);
    expect(refusal(() => walk.on('2021-04-08').act(author(id), id, 'rate', { rating: 5 }))).toBe('ratingClosed');
    walk.on('2021-04-07').act(author(id), id, 'rate', { rating: 5 });
    expect(refusal(() => walk.act(author(id), id, 'rate', { rating: 4 }))).toBe('ratedAlready');
  });

  test('a wrong addressee objects within five working days', () => {
    const walk = county('2021-04-28');
    const late = screen(walk);
    expect(refusal(() => walk.on('2021-05-10').act(traffic, late, 'objectAddressee', { reason: because }))).toBe('objectionTooLate');
    walk.on('2021-05-08').act(traffic, late, 'objectAddressee', { reason: because, rightUnit: 'urban' });
    expect(walk.get(late).duties[0]?.state).toBe('withdrawn');
    expect(refusal(() => walk.act(traffic, late, 'giveOpinion', opinion))).toBe('notYours');
  });
});
