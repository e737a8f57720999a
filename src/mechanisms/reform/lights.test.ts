import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '#kernel/calendar.ts';
import { lightPresets } from './light-presets.ts';
import { defaultRules, lampOf, progressOf, type LightThresholds, type Signs } from './lights.ts';

const well: Signs = { planned: 40, actual: 40, gap: 0, late: 0, finished: false, unlit: false, left: 60, overdue: 0, missing: 0, yellowQuarters: 0, returns: 0, reportFalse: false, rectificationLate: false };
const lamp = (signs: Partial<Signs>, rules = defaultRules()) => lampOf({ ...well, ...signs }, rules).lamp;

const plan = [{ dueOn: '2021-03-31', weight: 30, doneRate: 100 }, { dueOn: '2021-06-30', weight: 30, doneRate: 50 }, { dueOn: '2021-12-31', weight: 40, doneRate: 0 }];

describe('how far a task should be and is', () => {
  test('before the first milestone nothing is planned', () => {
    expect(progressOf(plan.map((each) => ({ ...each, doneRate: 0 })), '2021-03-30', chinaCalendar)).toEqual({ planned: 0, actual: 0, gap: 0, late: 0 });
  });
  test('a milestone earns its weight on its day', () => {
    expect(progressOf(plan, '2021-06-30', chinaCalendar)).toEqual({ planned: 60, actual: 45, gap: 15, late: 0 });
  });
  test('lateness counts the working days after the earliest unfinished milestone', () => {
    expect(progressOf(plan, '2021-07-01', chinaCalendar).late).toBe(1);
    expect(progressOf(plan, '2021-07-14', chinaCalendar).late).toBe(10);
    expect(progressOf(plan, '2021-07-15', chinaCalendar).late).toBe(11);
  });
  test('a make-up Sunday counts, a holiday does not', () => {
    const due = [{ dueOn: '2021-09-17', weight: 100, doneRate: 0 }];
    expect(progressOf(due, '2021-09-18', chinaCalendar).late).toBe(1);
    expect(progressOf(due, '2021-09-26', chinaCalendar).late).toBe(5);
  });
  test('reckoned day by day a milestone grows from the one before it', () => {
    const course = { kind: 'linear', from: '2021-01-01' } as const;
    expect(progressOf([{ dueOn: '2021-01-11', weight: 100, doneRate: 0 }], '2021-01-06', chinaCalendar, course).planned).toBe(50);
    expect(progressOf([{ dueOn: '2021-01-11', weight: 60 }, { dueOn: '2021-01-21', weight: 40 }], '2021-01-16', chinaCalendar, course).planned).toBe(80);
    expect(progressOf([{ dueOn: '2021-01-11', weight: 100 }], '2020-12-01', chinaCalendar, course).planned).toBe(0);
  });
  test('milestones without a day weigh on what is done, never on what is planned', () => {
    expect(progressOf([{ weight: 100, doneRate: 20 }], '2021-12-31', chinaCalendar)).toEqual({ planned: 0, actual: 20, gap: -20, late: 0 });
  });
});

describe('the default rules, at every edge', () => {
  test.each<[string, Partial<Signs>]>([
    ['green', { gap: 9.9 }], ['yellow', { gap: 10 }], ['yellow', { gap: 30 }], ['red', { gap: 30.1 }],
    ['yellow', { late: 1 }], ['yellow', { late: 10 }], ['red', { late: 11 }],
    ['yellow', { missing: 1 }], ['yellow', { missing: 5 }], ['red', { missing: 6 }],
    ['green', { returns: 1 }], ['yellow', { returns: 2 }],
    ['green', { yellowQuarters: 1 }], ['red', { yellowQuarters: 2 }],
    ['red', { reportFalse: true }], ['red', { rectificationLate: true }],
    ['blue', { left: 10 }], ['green', { left: 11 }], ['blue', { left: 0 }],
    ['green', { gap: -20 }],
  ])('%s for %o', (colour, signs) => expect(lamp(signs)).toBe(colour));
  test('what waits or has no day is grey, however late it looks', () => expect(lamp({ unlit: true, gap: 80, late: 99 })).toBe('grey'));
  test('what is finished stays green', () => expect(lamp({ finished: true, late: 99, unlit: true })).toBe('green'));
  test('red goes before yellow and yellow before blue', () => {
    expect(lamp({ gap: 12, late: 12, left: 3 })).toBe('red');
    expect(lamp({ gap: 12, left: 3 })).toBe('yellow');
  });
  test('the lamp names what lit it', () => expect(lampOf({ ...well, gap: 40, missing: 7 }, defaultRules()).grounds).toEqual(['gap', 'missing']));
  test('every threshold moves the edge', () => {
    const moved: LightThresholds = { redGap: 40, redLate: 12, redQuarters: 3, redMissing: 7, yellowGap: 15, yellowLate: 3, yellowMissing: 2, yellowReturns: 3, blueBefore: 5 };
    const rules = defaultRules(moved);
    const edges: readonly (readonly [Partial<Signs>, string])[] = [
      [{ gap: 40 }, 'yellow'], [{ late: 12 }, 'yellow'], [{ yellowQuarters: 2 }, 'green'], [{ missing: 7 }, 'yellow'], [{ gap: 14.9 }, 'green'],
      [{ late: 2 }, 'green'], [{ missing: 1 }, 'green'], [{ returns: 2 }, 'green'], [{ left: 6 }, 'green'],
    ];
    for (const [signs, colour] of edges) expect(lamp(signs, rules)).toBe(colour);
  });
});

describe('the rule sets of six places', () => {
  test('银川: ten and thirty points behind are both yellow, three months unbegun are red', () => {
    expect([9.9, 10, 30, 30.1].map((gap) => lamp({ gap }, lightPresets.yinchuan))).toEqual(['green', 'yellow', 'yellow', 'red']);
    expect([1, 2, 3].map((monthsUnbegun) => lamp({ monthsUnbegun }, lightPresets.yinchuan))).toEqual(['yellow', 'yellow', 'red']);
    expect([1, 2, 3].map((monthsUnentered) => lamp({ monthsUnentered }, lightPresets.yinchuan))).toEqual(['yellow', 'yellow', 'red']);
  });
  test('三亚: half of the plan missing is still yellow', () => {
    expect([40, 39, 20, 19].map((actual) => lamp({ planned: 40, actual, gap: 40 - actual }, lightPresets.sanya))).toEqual(['green', 'yellow', 'yellow', 'red']);
    expect([1, 2].map((monthsMissed) => lamp({ monthsMissed }, lightPresets.sanya))).toEqual(['yellow', 'red']);
  });
  test('广元: red only by judgement', () => {
    expect(lamp({ gap: 90, late: 80 }, lightPresets.guangyuan)).toBe('yellow');
    expect(lamp({ unreachable: true }, lightPresets.guangyuan)).toBe('red');
  });
  test('三明: reminded, warned, held to account', () => {
    expect([{ left: 5 }, { reminded: true }, { warned: true }].map((signs) => lamp(signs, lightPresets.sanming))).toEqual(['blue', 'orange', 'red']);
  });
  test('宿迁: near, behind, overdue', () => {
    expect([{ left: 5 }, { gap: 1 }, { overdue: 1 }].map((signs) => lamp(signs, lightPresets.suqian))).toEqual(['blue', 'yellow', 'red']);
  });
  test('隆昌: overdue is red', () => expect(lamp({ overdue: 1 }, lightPresets.longchang)).toBe('red'));
  test('every place knows green and grey', () => {
    for (const rules of Object.values(lightPresets)) expect([lamp({}, rules), lamp({ unlit: true }, rules)]).toEqual(['green', 'grey']);
  });
});
