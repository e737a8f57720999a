import { expect, test } from 'vitest';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, record } from '#kernel/mechanism.ts';
import { Walk, postOf } from './walk.ts';

// A meeting whose decision files a promise with a number that the platform works out from those there are.

const common = { wing: 'projects', settings: {}, clocks: {}, duties: {}, refusals: {}, sees: { OFFICE: 'all' }, groups: [], title: 'title', list: ['title'] } as const;
const title = fact.text({ zh: '名称', en: 'Title' });
const meetings = record({ ...common, key: 'meeting', name: { zh: '会议', en: 'Meetings' }, counter: { zh: '次', en: 'meetings' }, facts: { title }, stages: { held: { name: { zh: '已召开', en: 'Held' }, place: 'end' } }, links: {} });
const promises = record({
  ...common, key: 'promise', name: { zh: '承诺', en: 'Promises' }, counter: { zh: '条', en: 'promises' },
  facts: { title, place: fact.whole({ zh: '序号', en: 'Place' }) }, stages: { open: { name: { zh: '履行中', en: 'Open' }, place: 'end' } },
  links: { from: { name: { zh: '来自', en: 'From' }, back: { zh: '承诺', en: 'Promises' }, to: 'meeting' } },
});
const by = [{ role: 'OFFICE' }] as const;
const meeting = mechanism(meetings, {
  actions: {
    hold: actionsOf(meetings)({
      name: { zh: '召开', en: 'Hold' }, from: 'new', to: 'held', by, asks: { title: 'must' }, follows: ['promise.make'],
      effects: ({ matter }) => ['开工', '投产'].map((words) => ({ do: 'follow', mechanism: 'promise', action: 'make', input: { title: words, meeting: matter.id } }) as const),
    }),
  },
});
const promise = mechanism(promises, {
  actions: {
    make: actionsOf(promises)({
      name: { zh: '立项', en: 'Make' }, from: 'new', to: 'open', by: ['system'], hidden: true, asks: { title: 'must', place: 'computed' },
      extra: { meeting: fact.matter({ zh: '会议', en: 'Meeting' }, 'meeting') }, extraAsks: { meeting: 'must' },
      effects: (_situation, input) => [{ do: 'link', type: 'from', id: input.meeting }],
    }),
  },
});
const servers = { promise: { computes: { make: { asks: () => ({ held: { mechanism: 'promise', where: { stage: ['open'] } } }), work: (_situation: unknown, _input: unknown, { held = [] }: Readonly<Record<string, readonly unknown[]>>) => ({ place: held.length + 1 }) } } } };

test('an action files other matters as its consequence, each linked to where it came from and with what the platform worked out', () => {
  const walk = new Walk([meeting, promise], '2021-03-08T04:00:00.000Z', servers);
  const held = walk.file(postOf('p1', 'office', ['OFFICE']), 'meeting', 'hold', { title: '项目联席会议' });
  const made = [...walk.matters.values()].filter((matter) => matter.mechanism === 'promise');
  expect(made.map(({ facts }) => facts)).toEqual([{ title: '开工', place: 1 }, { title: '投产', place: 2 }]);
  expect(made.flatMap(({ links }) => links)).toEqual(Array.from({ length: 2 }, () => ({ type: 'from', mechanism: 'meeting', id: held.id })));
  expect(walk.events.filter((event) => event.mechanism === 'promise').every((event) => event.cause?.matter === held.id)).toBe(true);
});

test('nobody makes a promise by hand', () => {
  const walk = new Walk([meeting, promise], '2021-03-08T04:00:00.000Z', servers);
  expect(() => walk.file(postOf('p1', 'office', ['OFFICE']), 'promise', 'make', { title: '开工' })).toThrow(expect.objectContaining({ code: 'notYours' }));
});
