import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import type { ClassName } from '../evaluation-words.ts';
import { evaluationMeasureFigures } from './figures.ts';
import { evaluationMeasureRecord, measureKinds, type EvaluationMeasureRecord } from './record.ts';
import { badMeasure, stillRuns, surchargeOf } from './rules.ts';

type Effect = EffectOf<EvaluationMeasureRecord>;

const action = actionsOf(evaluationMeasureRecord);
const authorities = [{ role: 'INDUSTRY' }, { role: 'NATURAL' }, { role: 'ECOLOGY' }, { role: 'TAX' }, { role: 'FINANCE' }, { role: 'POWER' }] as const;

/** How results are used: a start, an end, an authority, an appeal (parks.md §2.6). */
export const evaluationMeasure = mechanism(evaluationMeasureRecord, {
  figures: evaluationMeasureFigures,
  actions: {
    impose: action({
      name: { zh: '实施措施', en: 'Impose a measure' },
      help: { zh: '按公布的类别实施，写明起止日期和申诉渠道；差别化电价没有价格主管部门文号不得执行。', en: 'By the published class, with its days and where to appeal; no surcharge without a document of the price authority.' },
      from: 'new',
      to: 'inForce',
      by: authorities,
      tone: 'primary',
      asks: { sheet: 'must', kind: 'must', startOn: 'must', endOn: 'must', appealTo: 'must', basisNo: 'may', adder: 'may', electricity: 'may' },
      evidence: 0,
      sets: ['name', 'class', 'authority', 'agent', 'surcharge'],
      check: badMeasure,
      effects: ({ actor, findMatter }, { sheet, kind, adder, electricity }) => {
        const of = findMatter(sheet)?.facts ?? {};
        const authority = actor.kind === 'post' ? actor.unitId : '';
        const agent = typeof of['agent'] === 'string' ? of['agent'] : undefined;
        return [
          { do: 'set', values: { name: `${String(of['name'] ?? '')} ${measureKinds[kind].zh}`, class: of['class'] as ClassName, authority, ...(agent === undefined ? {} : { agent }), ...(adder === undefined || electricity === undefined ? {} : { surcharge: surchargeOf(adder, electricity) }) } },
          ...(agent === undefined ? [] : [{ do: 'owe', duty: 'acknowledge', unit: authority, person: agent } satisfies Effect]),
        ];
      },
    }),
    acknowledge: action({
      name: { zh: '知悉', en: 'Take note' },
      from: ['inForce'],
      by: [{ role: 'ENTERPRISE', tie: { duty: 'acknowledge' } }],
      effects: () => [{ do: 'discharge', duty: 'acknowledge' }],
    }),
    appeal: action({
      name: { zh: '申诉', en: 'Appeal' },
      from: ['inForce'],
      to: 'appealed',
      by: [{ role: 'ENTERPRISE', tie: 'involved' }],
      evidence: 0,
      asks: { appeal: 'must' },
      starts: ['appeal'],
      effects: ({ matter }) => [{ do: 'discharge', duty: 'acknowledge' }, { do: 'tell', to: { unit: matter.facts.authority ?? '' }, text: { zh: `“${matter.facts.name ?? ''}”有申诉。`, en: `“${matter.facts.name ?? ''}” is appealed.` } }],
    }),
    decide: action({
      name: { zh: '申诉决定', en: 'Decide the appeal' },
      from: ['appealed'],
      to: ['inForce', 'lifted'],
      by: [{ role: 'INDUSTRY' }],
      tone: 'primary',
      apartFrom: ['impose'],
      asks: { decision: 'must', lifted: 'must' },
      stops: ['appeal'],
      sets: ['endedOn'],
      leads: (_situation, { lifted }) => (lifted ? 'lifted' : 'inForce'),
      effects: ({ matter, today }, { lifted }) => [
        ...(lifted ? [{ do: 'set', values: { endedOn: today } } satisfies Effect] : []),
        ...(matter.facts.agent === undefined ? [] : [{ do: 'tell', to: { person: matter.facts.agent }, text: lifted ? { zh: '申诉成立，措施已撤销。', en: 'Your appeal is upheld; the measure is lifted.' } : { zh: '申诉不成立，措施继续执行，决定见事项。', en: 'Your appeal is not upheld; the measure goes on.' } } satisfies Effect]),
      ],
    }),
    end: action({
      name: { zh: '到期结束', en: 'End' },
      from: ['inForce'],
      to: 'ended',
      by: ['system', ...authorities],
      sets: ['endedOn'],
      when: stillRuns,
      effects: ({ today }) => [{ do: 'set', values: { endedOn: today } }, { do: 'withdraw', duty: 'acknowledge' }],
    }),
  },
});
