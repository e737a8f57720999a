import type { Story } from '../../story.ts';
import { step } from '../sessions-days.ts';

/** The one clause that does not apply here: proposed by the liaison, signed by the head of the special group. */
export function upperTaskStories(): Story[] {
  return [{
    key: 'upper-na', mechanism: 'upperTask',
    steps: [
      {
        ...step('2021-01-13', '03:00', 'group-economy-liaison', 'proposeNa', { naReason: '本区没有民用机场，不涉及机场管理体制事项。' }),
        asks: (known) => ({ mechanism: 'upperTask', where: { fact: 'programme', in: [known.idOf('up-nation')] } }),
        of: ({ found }) => found.find(({ facts }) => facts['clauseNo'] === '3')?.id ?? '',
      },
      step('2021-01-18', '03:00', 'group-economy-head', 'signNa', { reason: '情况属实，本区不涉及，同意不适用。' }),
    ],
  }];
}
