import { expect, test } from 'vitest';
import { evaluationSheetRecord } from '#mechanisms/parks/evaluation-sheet/record.ts';
import { taskRecord } from '#mechanisms/reform/task/record.ts';
import { lightWords, lightWordsAt, lightWordsOf } from './light-words.ts';

test('what is final says that it has ended, and not that it never had a limit', () => {
  expect(lightWordsAt(evaluationSheetRecord, 'final')).toEqual({ ...lightWords, grey: { zh: '已结束', en: 'Ended' } });
  expect(lightWordsAt(evaluationSheetRecord, 'public')).toEqual(lightWords);
});

test('a register with a light of its own keeps its words to the end', () => {
  const [ended] = Object.entries(taskRecord.stages).find(([, { place }]) => place === 'end') ?? [''];
  expect(lightWordsAt(taskRecord, ended)).toEqual(lightWordsOf(taskRecord));
});
