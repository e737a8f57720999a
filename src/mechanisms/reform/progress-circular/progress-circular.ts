import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf, type Situation as SituationOf, type Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { progressCircularFigures } from './figures.ts';
import { progressCircularRecord, progressFigures, type ProgressCircularRecord } from './record.ts';

type Effect = EffectOf<ProgressCircularRecord>;
type Situation = SituationOf<ProgressCircularRecord>;

const action = actionsOf(progressCircularRecord);
const office = { role: 'OFFICE' } as const;
const officeHead = { role: 'OFFICE_HEAD' } as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const quarterWords = ['一', '二', '三', '四'] as const;

/** A quarter that has begun. */
function badQuarter({ today }: Situation, period: string): VerdictOf<ProgressCircularRecord> {
  const [, year = '', quarter = ''] = /^(\d{4})-Q([1-4])$/.exec(period) ?? [];
  if (year === '') return { refusal: 'notQuarter', field: 'period' };
  const first = `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`;
  return today < first ? { refusal: 'quarterAhead', field: 'period', detail: { period } } : undefined;
}

const titleOf = (period: string) => `${period.slice(0, 4)}年第${quarterWords[Number(period.slice(6)) - 1] ?? ''}季度重点改革任务进展通报`;

/** One a quarter: drafted by the office, issued by its director, with its figures kept as they were printed. */
export const progressCircular = mechanism(progressCircularRecord, {
  figures: progressCircularFigures,
  actions: {
    draft: action({
      name: { zh: '起草进展通报', en: 'Draft a circular' },
      help: { zh: '写成效、问题和要求；数字和各单位进展表由平台在印发当天统计、定格。', en: 'What goes well, what does not, what is demanded; the platform counts the figures and the table of units on the day it is issued and keeps them.' },
      from: 'new',
      to: 'drafted',
      by: [office],
      tone: 'primary',
      asks: { period: 'must', good: 'must', problems: 'may', demands: 'must' },
      sets: ['title'],
      check: (situation, { period }) => badQuarter(situation, period),
      effects: (_situation, { period }) => [set({ title: titleOf(period) })],
    }),
    revise: action({
      name: { zh: '修改', en: 'Revise' },
      from: ['drafted'],
      by: [office],
      asks: { good: 'may', problems: 'may', demands: 'may' },
    }),
    issue: action({
      name: { zh: '印发通报', en: 'Issue' },
      from: ['drafted'],
      to: 'issued',
      by: [officeHead],
      tone: 'primary',
      apartFrom: ['draft'],
      asks: { units: 'computed' },
      extra: { count: fact.whole({ zh: '任务数', en: 'Tasks' }) },
      extraAsks: { count: 'computed' },
      sets: ['issuedOn'],
      numbers: [{ into: 'number', counter: 'progressCircular', yearly: true, pattern: '改办通〔{year}〕{seq}号' }],
      prints: progressFigures,
      check: (_situation, { count }) => (count === 0 ? 'noTasks' : undefined),
      effects: ({ today }, { units }) => [set({ issuedOn: today }), ...(units ?? []).flatMap(({ unit }): Effect[] => (unit === undefined ? [] : [{ do: 'tell', to: { unit }, text: { zh: '季度进展通报已印发。', en: 'The quarterly progress circular is out.' } }]))],
    }),
    discard: action({
      name: { zh: '不发', en: 'Discard' },
      from: ['drafted'],
      to: 'discarded',
      by: [office, officeHead],
      tone: 'danger',
      reason: 4,
      sets: ['period'],
      // Another may be drafted for the quarter.
      effects: () => [set({ period: null })],
    }),
  },
});
