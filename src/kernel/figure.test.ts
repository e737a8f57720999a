import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admits, findPrintingFault, isAccepted, isAlarming, printedWords, stepOf, toPrinted, type Qualifier } from './figure.ts';

const admitted = (qualifier: Qualifier, printed: number) => Array.from({ length: 2 * printed + 200 }, (_each, value) => value).filter((value) => admits(qualifier, printed, value));
const ends = (values: readonly number[]) => [values[0], values.at(-1), values.length];

describe('a printed number', () => {
  test.each([[10, 11, 19], [30, 31, 39], [70, 71, 79], [200, 201, 299], [2000, 2001, 2999], [240, 241, 249], [1300, 1301, 1399]])('%i余 stands for %i to %i', (printed, from, to) => {
    expect(ends(admitted('yu', printed))).toEqual([from, to, to - from + 1]);
    expect(ends(admitted('duo', printed))).toEqual([from, to, to - from + 1]);
  });

  test.each<[Qualifier, number, number, number]>([['exact', 15, 15, 15], ['jin', 200, 190, 199], ['jin', 20, 19, 19], ['yue', 200, 190, 210], ['yue', 140, 133, 147], ['jin', 140, 133, 139]])('%s %i stands for %i to %i', (qualifier, printed, from, to) => {
    expect(ends(admitted(qualifier, printed))).toEqual([from, to, to - from + 1]);
  });

  test('with 超 stands for anything above, with 以上 also for itself', () => {
    expect([admits('chao', 70, 70), admits('chao', 70, 71), admits('chao', 70, 7000)]).toEqual([false, true, true]);
    expect([admits('atLeast', 70, 69), admits('atLeast', 70, 70)]).toEqual([false, true]);
  });

  test('knows bounds of five per cent without a rounding fault', () => {
    for (let printed = 20; printed <= 5000; printed += 20) {
      expect([admits('jin', printed, (printed / 20) * 19), admits('jin', printed, (printed / 20) * 19 - 1)]).toEqual([true, false]);
      expect([admits('yue', printed, (printed / 20) * 21), admits('yue', printed, (printed / 20) * 21 + 1)]).toEqual([true, false]);
    }
    expect([admits('yue', 37.8, 37.8), admits('yue', 37.8, 40)]).toEqual([true, false]);
  });

  test.each([[0, 1], [7, 1], [70, 10], [75, 1], [200, 100], [2100, 100], [1_000_000, 1_000_000]])('%i goes by steps of %i', (printed, step) => expect(stepOf(printed)).toBe(step));

  test('is written as reports write it', () => {
    expect((['exact', 'yu', 'duo', 'jin', 'chao', 'yue', 'atLeast'] as const).map((qualifier) => printedWords(200, qualifier, '个'))).toEqual(['200个', '200余个', '200多个', '近200个', '超200个', '约200个', '200个以上']);
  });
});

describe('a value for print', () => {
  test.each<[number, number, 'exact' | 'yu']>([[0, 0, 'exact'], [7, 7, 'exact'], [10, 10, 'exact'], [11, 10, 'yu'], [79, 70, 'yu'], [99, 90, 'yu'], [100, 100, 'exact'], [101, 100, 'yu'], [247, 200, 'yu'], [300, 300, 'exact'], [1350, 1300, 'yu']])('%i is printed %i %s', (value, printed, qualifier) => {
    expect(toPrinted(value)).toEqual({ printed, qualifier });
  });

  test('may be rounded more finely', () => expect(toPrinted(247, 10)).toEqual({ printed: 240, qualifier: 'yu' }));

  test('is never rounded up, and the words always admit it', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.constantFrom(10, 100, undefined), (value, granularity) => {
        const { printed, qualifier } = toPrinted(value, granularity);
        expect(printed).toBeLessThanOrEqual(value);
        expect(admits(qualifier, printed, value)).toBe(true);
        expect(findPrintingFault(printedWords(printed, qualifier, '个'))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

describe('printing faults', () => {
  test.each(['超过200余个', '近200余项', '约30多家', '逾1,200余件', '超3万余人次', '接近200多名', '大约10余次', '200个余', '30家余', '35项余', '200多余', '200余多个', '2万余多'])('%s is one', (words) => {
    expect(findPrintingFault(words)).toEqual({ zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.stringMatching(/[A-Za-z]/) });
  });

  // Most of these stand in published reports of districts.
  test.each(['30余篇', '2000余份', '国家级改革试点4个', '降低约37.8%', '30个', '超200个', '近200个', '每年5到10个', '超过1.2亿元', '节约200余万元', '签约30余家', '最近10余天', '预约100余人次', '附近20多个村', '200余个', '1300多种', '多余的200个'])('%s is none', (words) => {
    expect(findPrintingFault(words)).toBeUndefined();
  });
});

test('a founding figure is accepted within its range, and where it has none nobody judges', () => {
  const founding = { no: '1', name: { zh: '试点', en: 'Pilots' }, printed: '70余', unit: '个' };
  expect(isAccepted(founding, 5)).toBeUndefined();
  const ranged = { ...founding, minAccepted: 71, maxAccepted: 79 };
  expect([70, 71, 79, 80].map((value) => isAccepted(ranged, value))).toEqual([false, true, true, false]);
  expect(isAccepted({ ...founding, minAccepted: 71 }, 8000)).toBe(true);
});

describe('an answer that is too good', () => {
  const figure = { alarm: { above: 90, among: 20, words: { zh: '请核实', en: 'Look into it' } } };

  test.each([[90, 100, false], [90.01, 20, true], [100, 19, false], [null, 0, false]] as const)('%s %% of %s is alarming: %s', (value, among, alarming) => {
    expect(isAlarming(figure, { value, among })).toBe(alarming);
  });

  test('is none where nothing was said of it', () => expect(isAlarming({}, { value: 100, among: 500 })).toBe(false));
});
