import { fact } from '#kernel/fact.ts';
import { actionsOf } from '#kernel/mechanism.ts';
import { evaluationCycleRecord } from './record.ts';
import { benchmarkMissing, lastDayOf, notDelivered, strayCut, yearNotOver } from './rules.ts';

const action = actionsOf(evaluationCycleRecord);
const industry = { role: 'INDUSTRY' } as const;

const scheme = {
  extra: {
    faultZh: fact.text({ zh: '方案问题', en: 'What is wrong, in Chinese' }, { min: 0, max: 400 }),
    faultEn: fact.text({ zh: '方案问题（英文）', en: 'What is wrong, in English' }, { min: 0, max: 400 }),
    twin: fact.text({ zh: '同年同范围的评价', en: 'Evaluation of the same year and scope' }, { min: 0, max: 80 }),
  },
  extraAsks: { faultZh: 'computed', faultEn: 'computed', twin: 'computed' },
} as const;
const computed = { scheme: 'computed', schemeHash: 'computed', schemeVersion: 'computed' } as const;
const typed = { name: 'must', year: 'must', scope: 'must', preset: 'must', weights: 'may', taxItems: 'may', ladder: 'may', cutPlus: 'may', cutA: 'may', cutB: 'may', cutC: 'may', mainBy: 'may' } as const;

/** The scheme, fixed before anything is collected, and the collecting (parks.md §2.2). */
export const planning = {
  plan: action({
    name: { zh: '拟订方案', en: 'Plan an evaluation' },
    help: { zh: '权重、基准、分档、否决都在方案里；发布后锁定，方案摘要留存。', en: 'Weights, benchmarks, cut-offs and vetoes stand in the scheme; once issued it is locked and its digest kept.' },
    from: 'new',
    to: 'planned',
    by: [industry],
    tone: 'primary',
    asks: { ...typed, ...computed },
    ...scheme,
    sets: ['host'],
    check: (situation, input) => yearNotOver(situation, input.year) ?? benchmarkMissing(input.weights) ?? strayCut(input) ??
      (input.twin !== '' ? { refusal: 'evaluatedAlready', field: 'year', detail: { year: input.year, name: input.twin } } : input.faultZh !== '' ? { refusal: 'schemeUnsound', field: 'weights', detail: { why: { zh: input.faultZh, en: input.faultEn } } } : undefined),
    effects: (situation, { year }) => [{ do: 'set', values: { host: situation.actor.kind === 'post' ? situation.actor.unitId : '' } }, { do: 'startUntil', clock: 'issue', until: lastDayOf(situation, 'issueBy', year) }],
  }),
  amend: action({
    name: { zh: '修改方案', en: 'Change the scheme' },
    from: ['planned'],
    by: [industry],
    asks: { ...typed, ...computed },
    ...scheme,
    check: (situation, input) => yearNotOver(situation, input.year) ?? benchmarkMissing(input.weights) ?? strayCut(input) ??
      (input.twin !== '' ? { refusal: 'evaluatedAlready', field: 'year', detail: { year: input.year, name: input.twin } } : input.faultZh !== '' ? { refusal: 'schemeUnsound', field: 'weights', detail: { why: { zh: input.faultZh, en: input.faultEn } } } : undefined),
    effects: (situation, { year }) => [{ do: 'startUntil', clock: 'issue', until: lastDayOf(situation, 'issueBy', year) }],
  }),
  issue: action({
    name: { zh: '批准并发布方案', en: 'Approve and issue the scheme' },
    help: { zh: '发布后方案不能再改；基准方法、权重、分档先于数据确定。', en: 'After this it cannot be changed: benchmarks, weights and cut-offs come before the data.' },
    from: ['planned'],
    to: 'collecting',
    by: [{ role: 'LEADER' }],
    tone: 'primary',
    apartFrom: ['plan', 'amend'],
    stops: ['issue'],
    sets: ['issuedOn'],
    effects: ({ matter: { facts }, today, setting }) => [
      { do: 'set', values: { issuedOn: today } },
      { do: 'startUntil', clock: 'collect', until: lastDayOf({ setting }, 'collectBy', facts.year ?? 0) },
      { do: 'enact', scheme: { key: `evaluation.${facts.scope ?? ''}`, version: facts.schemeVersion ?? 1, validFrom: today, body: JSON.parse(facts.scheme ?? '{}') as unknown } },
      { do: 'tell', to: { role: 'INDUSTRY' }, text: { zh: `《${facts.name ?? ''}》方案已发布，摘要${(facts.schemeHash ?? '').slice(0, 12)}。`, en: `The scheme of “${facts.name ?? ''}” is issued, digest ${(facts.schemeHash ?? '').slice(0, 12)}.` } },
    ],
  }),
  reconcile: action({
    name: { zh: '开始一企一单确认', en: 'Begin the reconciliation' },
    help: { zh: '七个单位数据到齐后，按名录给每家企业生成一张评价单，由企业确认或提出异议。', en: 'Once all seven owners have delivered, each enterprise on the list gets its sheet to confirm or object to.' },
    from: ['collecting'],
    to: 'reconciling',
    by: [industry],
    tone: 'primary',
    asks: { delivered: 'computed' },
    stops: ['collect'],
    check: (situation, { delivered }) => notDelivered(situation, delivered),
    effects: (situation) => [{ do: 'startUntil', clock: 'reconcile', until: lastDayOf(situation, 'reconcileBy', situation.matter.facts.year ?? 0) }],
  }),
  noteEnrolled: action({
    name: { zh: '评价单已生成', en: 'Sheets are made' },
    from: ['reconciling'],
    by: ['system'],
    hidden: true,
    asks: { enrolled: 'must' },
  }),
};
