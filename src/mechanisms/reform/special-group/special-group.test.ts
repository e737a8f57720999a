import { expect, test } from 'vitest';
import { holds } from '#kernel/condition.ts';
import { because, clerk, head, refusal, sessionCounty } from '#test/sessions.ts';
import { specialGroupFigures } from './figures.ts';

const group = { name: '经济和生态文明体制改革专项小组', fields: ['economy'], unit: 'reform', members: ['commerce', 'finance'], officeUnit: 'natural-resources', foundedOn: '2020-01-06' };

test('a group has members enough, none of which leads it, and was founded', () => {
  const walk = sessionCounty();
  const found = (change: object) => refusal(() => walk.file(clerk, 'specialGroup', 'found', { ...group, ...change }));
  expect(found({ members: ['commerce'] })).toBe('membersFew');
  expect(found({ members: ['commerce', 'natural-resources'] })).toBe('leadIsMember');
  expect(found({ foundedOn: '2021-03-02' })).toBe('foundedLater');
  expect(found({})).toBe('open');
});

test('figure 1.32 counts the groups active on the day', () => {
  const walk = sessionCounty();
  const { id } = walk.file(clerk, 'specialGroup', 'found', group);
  walk.act(clerk, id, 'change', { members: ['commerce', 'justice'], reason: '机构调整，成员变动' });
  const isCounted = () => holds(specialGroupFigures[0]!.where, walk.get(id), '2021-03-01');
  expect(isCounted()).toBe(true);
  walk.act(head, id, 'dissolve', { reason: because });
  expect(isCounted()).toBe(false);
});
