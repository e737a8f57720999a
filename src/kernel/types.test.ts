import { expect, expectTypeOf, test } from 'vitest';
import { fact, type ValueOf } from './fact.ts';
import { actionsOf, record, type Effect } from './mechanism.ts';
import type { SpokenKind } from './kind.ts';
import type { KindName } from './fact.ts';
import type { Text } from './words.ts';

// What must not compile. tsc checks this file: an expected error that does not come is an error itself.

const lists = record({
  key: 'list', wing: 'reform', name: { zh: '清单', en: 'Lists' }, counter: { zh: '条', en: 'lists' },
  facts: {
    title: fact.text({ zh: '名称', en: 'Title' }),
    amount: fact.money({ zh: '金额', en: 'Amount' }),
    grade: fact.choice({ zh: '等级', en: 'Grade' }, { city: { zh: '市级', en: 'City' }, nation: { zh: '国家级', en: 'National' } }),
    grades: fact.choices({ zh: '等级', en: 'Grades' }, { city: { zh: '市级', en: 'City' } }),
    steps: fact.rows({ zh: '步骤', en: 'Steps' }, { name: fact.text({ zh: '步骤', en: 'Step' }) }),
  },
  stages: { draft: { name: { zh: '草稿', en: 'Draft' }, place: 'main' }, issued: { name: { zh: '印发', en: 'Issued' }, place: 'end' } },
  settings: { days: { name: { zh: '期限', en: 'Days' }, value: 5, min: 1, max: 9, unit: 'workday' } },
  clocks: { issue: { name: { zh: '印发', en: 'Issue' }, setting: 'days' } },
  duties: { reply: { name: { zh: '回复', en: 'Reply' }, setting: 'days' } },
  links: {}, refusals: { notReady: { zh: '尚未完备。', en: 'Not complete yet.' } }, sees: {}, groups: [], title: 'title', list: ['title'],
});
const action = actionsOf(lists);
type Lists = typeof lists;
const base = { name: { zh: '办', en: 'Do' }, from: ['draft'], by: [] } as const;

test('a missing half of a word does not compile', () => {
  // @ts-expect-error no English
  const chinese: Text = { zh: '仅中文' };
  // @ts-expect-error no Chinese
  const english = fact.text({ en: 'English only' });
  // @ts-expect-error an option without English
  const options = fact.choice({ zh: '等级', en: 'Grade' }, { city: { zh: '市级' } });
  expect([chinese, english, options]).toHaveLength(3);
});

test('an action asks only for facts there are, by must or may', () => {
  // @ts-expect-error no such fact
  const unknown = action({ ...base, asks: { titel: 'must' } });
  // @ts-expect-error neither must nor may
  const neither = action({ ...base, asks: { title: 'should' } });
  // @ts-expect-error no such fact of the action alone
  const own = action({ ...base, extra: { note: fact.text({ zh: '说明', en: 'Note' }) }, extraAsks: { remark: 'must' } });
  expect([unknown, neither, own]).toHaveLength(3);
});

test('what an action must be given is there, what it may be given may be absent', () => {
  action({
    ...base,
    asks: { title: 'must', amount: 'may', grade: 'must', steps: 'must' },
    extra: { note: fact.longText({ zh: '说明', en: 'Note' }), urgent: fact.flag({ zh: '急件', en: 'Urgent' }) },
    extraAsks: { note: 'must', urgent: 'may' },
    check: (_situation, input) => {
      expectTypeOf(input.title).toEqualTypeOf<string>();
      expectTypeOf(input.amount).toEqualTypeOf<number | undefined>();
      expectTypeOf(input.grade).toEqualTypeOf<'city' | 'nation'>();
      expectTypeOf(input.steps[0]?.name).toEqualTypeOf<string | undefined>();
      expectTypeOf(input.note).toEqualTypeOf<string>();
      expectTypeOf(input.urgent).toEqualTypeOf<boolean | undefined>();
      // @ts-expect-error not asked for
      void input.grades;
      // @ts-expect-error outside the options
      void (input.grade === 'town');
      // @ts-expect-error it may be absent
      void (input.amount + 1);
      return undefined;
    },
  });
  expect(action({ ...base }).name.en).toBe('Do');
});

test('stages, clocks, duties and settings are those declared', () => {
  // @ts-expect-error no such stage to begin from
  const from = action({ ...base, from: ['drafft'] });
  // @ts-expect-error no such stage to lead to
  const to = action({ ...base, to: 'gone' });
  // @ts-expect-error no such stage among several
  const several = action({ ...base, to: ['issued', 'gone'] });
  // @ts-expect-error no such stage at the end of the way
  const leads = action({ ...base, leads: () => 'gone' });
  // @ts-expect-error no such clock
  const starts = action({ ...base, starts: ['isue'] });
  // @ts-expect-error no such clock
  const stops = action({ ...base, stops: ['reply'] });
  // @ts-expect-error a number goes into a fact there is
  const numbers = action({ ...base, numbers: [{ into: 'no', counter: 'x', yearly: true }] });
  // @ts-expect-error no such setting
  const setting = action({ ...base, when: ({ setting: of }) => (of('weeks') > 1 ? 'notReady' : undefined) });
  expect([from, to, several, leads, starts, stops, numbers, setting]).toHaveLength(8);
});

test('a refusal is one the record declares, or a common one', () => {
  const own = action({ ...base, check: () => 'notReady', when: () => ({ refusal: 'samePerson', field: 'title' }) });
  // @ts-expect-error no such refusal
  const check = action({ ...base, check: () => 'notReddy' });
  // @ts-expect-error no such refusal for a field
  const field = action({ ...base, check: () => ({ refusal: 'notReddy', field: 'title' }) });
  // @ts-expect-error no such refusal of the situation
  const when = action({ ...base, when: () => 'notReddy' });
  expect([own, check, field, when]).toHaveLength(4);
});

test('an effect sets facts there are to values they hold', () => {
  const good = action({ ...base, effects: () => [{ do: 'set', values: { title: '甲', amount: null, grade: 'city', grades: ['city'] } }, { do: 'owe', duty: 'reply', unit: 'u1' }] });
  // @ts-expect-error money is a number
  const money = action({ ...base, effects: () => [{ do: 'set', values: { amount: '5' } }] });
  // @ts-expect-error outside the options
  const choice = action({ ...base, effects: () => [{ do: 'set', values: { grade: 'town' } }] });
  // @ts-expect-error outside the options of many
  const choices = action({ ...base, effects: () => [{ do: 'set', values: { grades: ['nation'] } }] });
  // @ts-expect-error no such clock
  const clock = action({ ...base, effects: () => [{ do: 'start', clock: 'reply' }] });
  // @ts-expect-error no such duty
  const duty = action({ ...base, effects: () => [{ do: 'owe', duty: 'issue', unit: 'u1' }] });
  // @ts-expect-error a pause has a reason
  const pause = action({ ...base, effects: () => [{ do: 'pause', clock: 'issue' }] });
  // @ts-expect-error no such effect
  const effect: Effect<Lists> = { do: 'delete' };
  // @ts-expect-error no such fact
  const unknown: Effect<Lists> = { do: 'set', values: { titel: '甲' } };
  expect([good, money, choice, choices, clock, duty, pause, effect, unknown]).toHaveLength(9);
});

test('an effect computed elsewhere in the function is held to the same', () => {
  const computed = action({
    ...base,
    // @ts-expect-error no such fact
    effects: () => [{ do: 'set', values: { titel: '甲' } }],
  });
  expect(computed.name.zh).toBe('办');
});

test('a record names only what it declares', () => {
  const common = { wing: 'reform', name: { zh: '清单', en: 'Lists' }, counter: { zh: '条', en: 'lists' }, stages: lists.stages, settings: lists.settings, links: {}, refusals: {}, sees: {}, groups: [], title: 'title', list: ['title'] } as const;
  const facts = { title: fact.text({ zh: '名称', en: 'Title' }) };
  // @ts-expect-error the title is a fact
  const title = record({ ...common, key: 'a', facts, clocks: {}, duties: {}, title: 'name' });
  // @ts-expect-error a column is a fact
  const list = record({ ...common, key: 'b', facts, clocks: {}, duties: {}, list: ['titel'] });
  // @ts-expect-error a clock's budget is a setting
  const clock = record({ ...common, key: 'c', facts, duties: {}, clocks: { issue: { name: { zh: '印发', en: 'Issue' }, setting: 'weeks' } } });
  expect([title, list, clock]).toHaveLength(3);
});

test('a forgotten kind does not compile, and values have the type of their kind', () => {
  const few: Pick<Record<KindName, SpokenKind | undefined>, 'text'> = { text: undefined };
  // @ts-expect-error all the other kinds are missing
  const kinds: Record<KindName, SpokenKind | undefined> = few;
  expect(Object.keys(kinds)).toEqual(['text']);
  expectTypeOf<ValueOf<Lists['facts']['grade']>>().toEqualTypeOf<'city' | 'nation'>();
  expectTypeOf<ValueOf<Lists['facts']['amount']>>().toEqualTypeOf<number>();
});
