import { describe, expect, test } from 'vitest';
import { columnsOf } from '#web/matter/line-columns.ts';

const node = (id: string, filedAt: string) => ({ id, filedAt, mechanism: 'suggestion', title: id, number: null, stage: 'registered', light: 'grey' as const, away: 1 });
const tie = (from: string, to: string) => ({ type: 'tie', mechanism: 'suggestion', from, to });

describe('the line from need to result', () => {
  test('puts what was filed first before what hangs on it, whichever side declares the tie', () => {
    const nodes = [node('bulletin', '2021-03-03'), node('need', '2021-03-01'), node('task', '2021-03-05')];
    const columns = columnsOf({ nodes, ties: [tie('bulletin', 'need'), tie('bulletin', 'task')] });
    expect(columns.map((column) => column.map(({ id }) => id))).toEqual([['need'], ['bulletin'], ['task']]);
  });

  test('puts two needs of one result side by side', () => {
    const nodes = [node('one', '2021-03-01'), node('two', '2021-03-02'), node('bulletin', '2021-03-03')];
    expect(columnsOf({ nodes, ties: [tie('bulletin', 'one'), tie('bulletin', 'two')] }).map((column) => column.length)).toEqual([2, 1]);
  });
});
