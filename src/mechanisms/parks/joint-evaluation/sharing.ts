import { actionsOf } from '#kernel/mechanism.ts';
import { jointEvaluationRecord } from './record.ts';

const action = actionsOf(jointEvaluationRecord);

/** What a joint evaluation came to; the sheets of its members have all of the working. */
export const sharing = {
  announce: action({
    name: { zh: '公示结果', en: 'Make the result public' },
    from: ['accepted', 'public'],
    to: 'public',
    by: ['system'],
    hidden: true,
    asks: { main: 'may', industry: 'may', added: 'may', points: 'must', list: 'may', rank: 'may', among: 'may', class: 'must', isUngraded: 'must' },
  }),
  revise: action({
    name: { zh: '更正一家成员的数据', en: 'The data of a member are corrected' },
    from: ['public', 'final'],
    by: ['system'],
    hidden: true,
    asks: { added: 'may', points: 'must', class: 'must' },
    sets: ['rank', 'among'],
    // Nobody else moves, so there is no new rank.
    effects: () => [{ do: 'set', values: { rank: null, among: null } }],
  }),
  renew: action({
    name: { zh: '随基准值重算', en: 'Worked out by new benchmarks' },
    from: ['public', 'final'],
    by: ['system'],
    hidden: true,
    asks: { main: 'may', industry: 'may', added: 'may', points: 'must', list: 'may', rank: 'may', among: 'may', class: 'must', isUngraded: 'must' },
    effects: (_situation, { list, rank, among }) => [{ do: 'set', values: { list: list ?? null, rank: rank ?? null, among: among ?? null } }],
  }),
  conclude: action({ name: { zh: '公布结果', en: 'Publish the result' }, from: ['public'], to: 'final', by: ['system'], hidden: true }),
};
