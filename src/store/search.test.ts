import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner, district, happen, openTrial, typedWords, type Trial } from '#test/trial.ts';
import { fold } from './grams.ts';
import { excerptOf, searchMatters } from './search.ts';
import type { Sights } from './sights.ts';
import { isAllSounded, soundMissing } from './sounds-missing.ts';

let opened: Trial;
const texts = new Map<string, string>();
beforeAll(async () => {
  opened = await openTrial();
  const bodies = [
    '区委深改委印发〔2021〕12号文件，企业开办“一窗受理”100%网办',
    'C:\\temp\\file_name.txt 与 50%_off',
    '👨‍👩‍👧 家庭医生签约 😀😀 café CAFÉ ＡＢＣ１２３ ①②',
    'ΣΑΣ Straße İstanbul 한국어 ½',
    '盘活闲置土地\n提高亩均效益',
    ...fc.sample(fc.array(typedWords, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')), { numRuns: 40, seed: 11 }),
  ];
  await opened.store.inDistrict(district, async (tx) => {
    for (const [index, body] of bodies.entries()) {
      const { id } = await happen(tx, { at: '2021-03-01T01:00:00.000Z', set: { title: `第${index}件`, body } });
      texts.set(id, `第${index}件\n${body}`);
    }
  });
});
afterAll(() => opened.close());

const all: Sights = { kind: 'all', personId: undefined };
const search = async (q: string, sights: Sights = all) =>
  (await opened.store.reading(district, (tx) => searchMatters(tx, { district, q, isSample: false, sights: new Map([['storeTrial', sights]]), limit: 1000 }))).map((found) => found.id).toSorted();
const hold = (q: string) => [...texts].filter(([, text]) => fold(text).includes(fold(q.trim()))).map(([id]) => id).toSorted();

test('every part of two characters and more is found wherever it stands, and nothing else is', async () => {
  const part = fc.constantFrom(...texts.values()).chain((text) => {
    const characters = [...text];
    return fc.tuple(fc.nat(characters.length - 2), fc.integer({ min: 2, max: 12 })).map(([from, length]) => characters.slice(from, from + length).join(''));
  });
  await fc.assert(
    fc.asyncProperty(part.filter((words) => [...fold(words.trim())].length > 1), async (words) => {
      const expected = hold(words);
      expect(expected.length).toBeGreaterThan(0);
      expect(await search(words)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('words made up find what holds them, which may be nothing', async () => {
  await fc.assert(
    fc.asyncProperty(typedWords.filter((words) => [...fold(words.trim())].length > 1), async (words) => {
      expect(await search(words)).toEqual(hold(words));
    }),
    { numRuns: 150 },
  );
});

describe('a search', () => {
  test('takes signs as they are', async () => {
    for (const q of ['0%', '%_', 'p\\', '\\f', "%'", '100%网办', '😀😀', '👨‍👩‍👧']) expect([q, await search(q)]).toEqual([q, hold(q)]);
    expect(await search('%%')).toEqual(hold('%%'));
  });

  test('minds neither width nor case', async () => {
    expect(await search('abc123')).toEqual(hold('ＡＢＣ１２３'));
    expect((await search('abc123')).length).toBe(1);
    expect((await search('ＩＳＴＡＮＢＵＬ')).length + (await search('istanbul')).length).toBe((await search('ｉｓｔａｎｂｕｌ')).length * 2);
  });

  test('for one character looks at titles', async () => {
    expect((await search('件')).length).toBe(texts.size);
    expect(await search('窗')).toEqual([]);
  });

  test('for nothing finds nothing', async () => {
    expect(await search('')).toEqual([]);
    expect(await search('  ')).toEqual([]);
  });

  test('shows nobody what he may not see', async () => {
    expect(await search('土地', { kind: 'none' })).toEqual([]);
    expect(await search('土地', { kind: 'some', personId: 'somebody', unitIds: ['office'], fields: [] })).toEqual([]);
    const { id } = await opened.store.inDistrict(district, (tx) => happen(tx, { at: '2021-03-01T01:00:00.000Z', set: { title: '保密举报线索' }, changes: { confinedTo: ['holder-clerk'] } }));
    expect(await search('举报线索')).toEqual([]);
    expect(await search('举报线索', { kind: 'all', personId: 'holder-clerk' })).toEqual([id]);
  });

  test('finds a matter by its new words, and no more by the old ones', async () => {
    const { id } = await opened.store.inDistrict(district, (tx) => happen(tx, { at: '2021-03-01T01:00:00.000Z', set: { title: '旧的题目甲' } }));
    await opened.store.inDistrict(district, (tx) => happen(tx, { at: '2021-03-02T01:00:00.000Z', set: { title: '新的题目乙' } }, id));
    expect(await search('题目甲')).toEqual([]);
    expect(await search('题目乙')).toEqual([id]);
  });
});

test('the words around a hit are shown as they were written', () => {
  expect(excerptOf('盘活闲置土地', '闲置')).toEqual(['盘活', '闲置', '土地']);
  expect(excerptOf('见ＡＢＣ①号', 'abc1')).toEqual(['见', 'ＡＢＣ①', '号']);
  expect(excerptOf('盘活闲置土地', '林地')).toBeUndefined();
  const long = excerptOf(`${'前'.repeat(100)}土地${'后'.repeat(100)}`, '土地');
  expect(long).toEqual([`…${'前'.repeat(30)}`, '土地', `${'后'.repeat(30)}…`]);
  // Characters that become several or fewer when they are folded move what comes after them.
  expect(excerptOf('㎡㎡盘活闲置土地', '闲置')).toEqual(['㎡㎡盘活', '闲置', '土地']);
  expect(excerptOf('😀½𝐀盘活闲置土地', '闲置')).toEqual(['😀½𝐀盘活', '闲置', '土地']);
  expect(excerptOf('\u{2f800}\u{2f800}㎡㎡盘活闲置', '盘活')).toEqual(['\u{2f800}\u{2f800}㎡㎡', '盘活', '闲置']);
});

test('what is marked in any text folds to what was typed, and with what stands around it is the text', () => {
  fc.assert(
    fc.property(fc.array(typedWords, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')), fc.nat(30), fc.integer({ min: 1, max: 8 }), (text, from, length) => {
      const words = [...text].slice(from, from + length).join('').trim();
      const found = excerptOf(text, words);
      if (words === '') return;
      expect(found && fold(found[1])).toContain(fold(words));
      expect(text.replace(/\s+/gu, ' ')).toContain(found?.join('').replaceAll('…', ''));
    }),
    { numRuns: 500 },
  );
});

describe('letters', () => {
  const titleOf = async (q: string) =>
    (await opened.store.reading(district, (tx) => searchMatters(tx, { district, q, isSample: false, sights: new Map([['storeTrial', all]]), limit: 10 }))).map(({ title, excerpt }) => [title, excerpt[1]]);
  beforeAll(() => opened.store.inDistrict(district, (tx) => happen(tx, { at: '2021-03-02T01:00:00.000Z', set: { title: '学校周边夜间停车', body: '居民反映' } })));

  test.each([['tingche', '停车'], ['yjtc', '夜间停车'], ['zhoubianyj', '周边夜间']])('%s finds a title by its sound and marks the place', async (typed, marked) => {
    expect(await titleOf(typed)).toEqual([['学校周边夜间停车', marked]]);
  });

  test('that sound like nothing find nothing, and what is not a title is not looked for by sound', async () => {
    expect(await titleOf('tcyj')).toEqual([]);
    expect(await titleOf('jumin')).toEqual([]);
  });

  test('are found by sound in what was kept before the platform knew any', async () => {
    await asOwner(opened.clone, `update search_doc set sounds = null, grams = array_to_tsvector(array(select word from unnest(tsvector_to_array(grams)) as word where word not like '¶%'))`);
    expect(await titleOf('tingche')).toEqual([]);
    expect(isAllSounded(await opened.store.inDistrict(district, (tx) => soundMissing(tx, district)))).toBe(true);
    expect(await titleOf('tingche')).toEqual([['学校周边夜间停车', '停车']]);
  });
});
