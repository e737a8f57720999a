import { expect, test } from 'vitest';
import type { ClockReading } from '#contract/shapes.ts';
import { burningPart } from '#web/work/burning.ts';

const clock = (state: ClockReading['state'], dueOn?: string) => ({ state, ...(dueOn === undefined ? {} : { dueOn }) }) as ClockReading;
const [late, today, later, resting] = [clock('overdue', '2021-12-01'), clock('running', '2021-12-28'), clock('running', '2022-01-10'), clock('paused')];

test('the desk opens on what burns: on what waits where that runs out sooner, otherwise on what is owed', () => {
  expect(burningPart([later], [later, today])).toBe('waiting');
  expect(burningPart([today], [later, undefined])).toBe('owed');
  expect(burningPart([today, late], [today])).toBe('owed');
  expect(burningPart([resting], [later])).toBe('waiting');
  expect(burningPart([undefined], [resting])).toBe('waiting');
});

test('what burns alike leaves it with what is owed by name; an empty part is opened only when both are empty', () => {
  expect(burningPart([today], [today])).toBe('owed');
  expect(burningPart([], [undefined])).toBe('waiting');
  expect(burningPart([undefined], [])).toBe('owed');
  expect(burningPart([], [])).toBe('owed');
});
