import { describe, expect, test } from 'vitest';
import { clerk, head, traffic, author, because, opinion, reply, county, refusal, register, decided, due, lastTold } from '#test/suggestion-walk.ts';
import type { Walk } from '../../walk.ts';

describe('merging', () => {
  const merged = (walk: Walk) => {
    const main = register(walk.on('2021-03-08'));
    const twin = register(walk.on('2021-03-10'), { contact: '13900000000' });
    walk.act(clerk, twin, 'merge', { mergedInto: main });
    return { main, twin };
  };

  test('both authors hear, the link stands, and the answer reaches both', () => {
    const walk = county();
    const { main, twin } = merged(walk);
    expect(walk.get(twin)).toMatchObject({ stage: 'merged', links: [{ type: 'mergedInto', mechanism: 'suggestion', id: main }] });
    expect(walk.get(main).facts['mergedFrom']).toEqual([twin]);
    expect(lastTold(walk, twin)?.zh).toContain('JY-2021-00001');
    expect(lastTold(walk, main)?.zh).toContain('另有群众');
    walk.act(clerk, main, 'requestOpinions', { field: 'society', units: ['police'], identityChecked: true });
    walk.act(traffic, main, 'giveOpinion', opinion);
    walk.act(head, main, 'decide', { decision: 'adopted' });
    walk.act(clerk, main, 'answer', reply);
    expect(lastTold(walk, twin)).toEqual(lastTold(walk, main));
  });

  test('it is undone within thirty days, and the clocks credit the days', () => {
    const walk = county();
    const { main, twin } = merged(walk);
    const before = due(walk.on('2021-03-10'), main, 'decision');
    walk.on('2021-03-24').act(clerk, twin, 'unmerge', { reason: because });
    expect(walk.get(twin)).toMatchObject({ stage: 'registered', links: [] });
    expect(walk.get(main).facts['mergedFrom']).toBeUndefined();
    expect(due(walk, main, 'decision')).toBe(before);
    expect(due(walk, twin, 'decision')).toBe('2021-05-08');
  });

  test('after thirty days it stands', () => {
    const walk = county();
    const { twin } = merged(walk);
    expect(refusal(() => walk.on('2021-04-10').act(clerk, twin, 'unmerge', { reason: because }))).toBe('unmergeTooLate');
    expect(refusal(() => walk.on('2021-04-09').act(clerk, twin, 'unmerge', { reason: because }))).toBe('open');
  });

  test('the main record keeps the earliest day', () => {
    const walk = county();
    const early = register(walk.on('2021-03-01'));
    const late = register(walk.on('2021-03-08'));
    walk.act(clerk, early, 'merge', { mergedInto: late });
    expect(walk.get(late).facts['earliestOn']).toBe('2021-03-01');
    walk.act(author(early), early, 'withdraw');
    expect(walk.get(late).facts).toMatchObject({ earliestOn: '2021-03-08' });
    expect(walk.get(late).facts['mergedFrom']).toBeUndefined();
  });

  test('whoever joins after the answer gets it at once', () => {
    const walk = county();
    const main = decided(walk);
    walk.act(clerk, main, 'answer', reply);
    const twin = register(walk);
    walk.act(clerk, twin, 'merge', { mergedInto: main });
    expect(lastTold(walk, twin)?.zh).toContain(reply.answer);
  });

  test('not into itself, not into what is gone, and not away from those that joined', () => {
    const walk = county();
    const { main, twin } = merged(walk);
    const third = register(walk);
    expect(refusal(() => walk.act(clerk, third, 'merge', { mergedInto: third }))).toBe('mergeWithItself');
    expect(refusal(() => walk.act(clerk, third, 'merge', { mergedInto: twin }))).toBe('mainNotOpen');
    expect(refusal(() => walk.act(clerk, main, 'merge', { mergedInto: third }))).toBe('othersJoined');
    expect(refusal(() => walk.act(author(main), main, 'withdraw'))).toBe('othersJoined');
  });
});
