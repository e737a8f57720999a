import { describe, expect, test } from 'vitest';
import { supervisionRecord } from './record.ts';
import { beforeProduction, differsTooMuch, inProduction, lightFor, shownLight, type Promised } from './rules.ts';

// The worked example of projects.md §4: four of five nodes on time, 7,800 of 12,000 万元 invested.

const wan = 1_000_000;
const setting = (name: keyof typeof supervisionRecord.settings) => supervisionRecord.settings[name].value;
const node = (dueOn: string, doneOn?: string): Promised => ({ kind: 'node', stage: doneOn === undefined ? 'open' : 'fulfilled', dueOn, ...(doneOn === undefined ? {} : { doneOn }) });
const promises: readonly Promised[] = [
  node('2021-01-31', '2021-01-20'), node('2021-02-28', '2021-02-28'), node('2021-03-31', '2021-03-01'), node('2021-04-30', '2021-04-30'), node('2021-05-31'),
  node('2022-01-31'), { kind: 'investment', stage: 'open', target: 12_000, dueOn: '2021-06-30' }, { kind: 'investment', stage: 'open', target: 20_000, dueOn: '2022-06-30' },
];

describe('the index before production', () => {
  test('is 0.725 in the worked example; what is not due yet does not count', () => {
    expect(beforeProduction({ months: [{ month: '2021-05', counted: 7_000 * wan }, { month: '2021-06', invested: 9_000 * wan, counted: 7_800 * wan }] }, promises, '2021-06-30').value).toBeCloseTo(0.725, 10);
  });

  test('takes what statistics count, not what the enterprise reports, and nothing above what was promised', () => {
    expect(beforeProduction({ months: [{ month: '2021-06', invested: 12_000 * wan }] }, promises, '2021-06-30').value).toBeCloseTo(0.4, 10);
    expect(beforeProduction({ months: [{ month: '2021-06', counted: 30_000 * wan }] }, promises, '2021-06-30').value).toBeCloseTo(0.9, 10);
  });

  test('does not take a node done late for one done on time', () => {
    expect(beforeProduction({ months: undefined }, [node('2021-01-31', '2021-02-05'), node('2021-01-31', '2021-01-31')], '2021-06-30').value).toBe(0.75);
  });
});

test('the index in production weighs tax, output, investment and jobs', () => {
  const made: readonly Promised[] = [{ kind: 'tax', stage: 'open', target: 2_000 }, { kind: 'output', stage: 'open', target: 10_000 }, { kind: 'investment', stage: 'open', target: 12_000 }, { kind: 'jobs', stage: 'open', target: 200 }];
  const months = [{ month: '2021-12', tax: 1_000 * wan, output: 12_000 * wan, counted: 12_000 * wan, jobs: 150 }];
  expect(inProduction({ months }, made).value).toBeCloseTo(0.4 * 0.5 + 0.2 + 0.3 + 0.1 * 0.75, 10);
});

describe('a light', () => {
  test('is the worse of what the index and the delay say, at every threshold', () => {
    const light = (index: number, days = 0) => lightFor(index, days, setting);
    expect([light(0.95), light(0.949), light(0.85), light(0.849), light(0.7), light(0.699)]).toEqual(['green', 'yellow', 'yellow', 'orange', 'orange', 'red']);
    expect([light(1, 0), light(1, 1), light(1, 90), light(1, 91), light(1, 180), light(1, 181)]).toEqual(['green', 'yellow', 'yellow', 'orange', 'orange', 'red']);
    expect(light(0.725)).toBe('orange');
  });

  test('set by hand holds until its day and not longer', () => {
    const facts = { override: 'yellow', overrideUntil: '2021-06-30' } as const;
    expect([shownLight(facts, 'red', '2021-06-30'), shownLight(facts, 'red', '2021-07-01'), shownLight({}, 'red', '2021-06-30')]).toEqual(['yellow', 'red', 'red']);
  });
});

test('a report more than a tenth off from statistics is checked on site', () => {
  expect([differsTooMuch(110, 100, 10), differsTooMuch(111, 100, 10), differsTooMuch(89, 100, 10), differsTooMuch(undefined, 100, 10)]).toEqual([false, true, true, false]);
});
