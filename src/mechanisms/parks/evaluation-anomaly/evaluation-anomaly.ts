import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { ifCancelled } from '../evaluation-cancelled.ts';
import { evaluationAnomalyFigures } from './figures.ts';
import { evaluationAnomalyRecord } from './record.ts';

const action = actionsOf(evaluationAnomalyRecord);

/** What has to be cleared before the review (parks.md §2.7). */
export const evaluationAnomaly = mechanism(evaluationAnomalyRecord, {
  figures: evaluationAnomalyFigures,
  actions: {
    raise: action({
      name: { zh: '提示异常', en: 'Raise' },
      from: 'new',
      to: 'open',
      by: ['system'],
      hidden: true,
      asks: { title: 'must', name: 'must', cycle: 'must', enterprise: 'may', creditCode: 'must', kind: 'must', key: 'must', found: 'may', limit: 'may', other: 'may' },
      starts: ['clear'],
      check: ifCancelled,
    }),
    clear: action({
      name: { zh: '核清', en: 'Clear' },
      help: { zh: '写明核查情况；数据确有错误的，由责任单位重新提供后再核清。年内合并或分立的，先立合并评价，两种口径都算。', en: 'Say what was made out; wrong data are delivered anew by their owner first. Merged or split within the year: a joint evaluation first, so that both ways are worked out.' },
      from: ['open'],
      to: 'cleared',
      by: [{ role: 'INDUSTRY' }],
      tone: 'primary',
      evidence: 0,
      asks: { finding: 'must' },
      extra: { isBothWays: fact.flag({ zh: '已有合并评价', en: 'There is a joint evaluation' }, { forPrograms: true }) },
      extraAsks: { isBothWays: 'computed' },
      stops: ['clear'],
      sets: ['clearedOn'],
      check: ({ matter }, { isBothWays, evidence = [] }) => (matter.facts.kind === 'split' && !isBothWays && evidence.length === 0 ? 'bothWaysFirst' : undefined),
      effects: ({ today }) => [{ do: 'set', values: { clearedOn: today } }],
    }),
    cancel: action({ name: { zh: '随评价取消', en: 'Cancelled with the evaluation' }, from: ['open'], to: 'cancelled', by: ['system'], hidden: true, stops: ['clear'] }),
  },
});
