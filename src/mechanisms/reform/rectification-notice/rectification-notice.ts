import { addWorkdays } from '#kernel/calendar.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { rectificationNoticeRecord, type RectificationNoticeRecord } from './record.ts';

type Effect = EffectOf<RectificationNoticeRecord>;

const action = actionsOf(rectificationNoticeRecord);

/** Issued by a round, it files the findings of one unit (reform.md §11.3, §14.7). */
export const rectificationNotice = mechanism(rectificationNoticeRecord, {
  actions: {
    issue: action({
      name: { zh: '下达', en: 'Issue' },
      from: 'new',
      to: 'issued',
      by: ['system'],
      hidden: true,
      asks: { title: 'must', round: 'must', unit: 'must', findings: 'must' },
      numbers: [{ into: 'number', counter: 'rectificationNotice', yearly: true, pattern: '整改〔{year}〕{seq}号' }],
      sets: ['findingCount', 'issuedOn', 'contact', 'planDays', 'planBy'],
      follows: ['finding.order'],
      effects: ({ matter, today, calendar, setting, actor }, { round, unit, findings }) => [
        { do: 'set', values: { findingCount: findings.length, issuedOn: today, planDays: setting('plan'), planBy: addWorkdays(calendar, today, setting('plan')), contact: actor.kind === 'post' ? actor.personId : undefined } },
        { do: 'owe', duty: 'receive', unit },
        ...findings.map(({ code, sheet, field, head, grade, mode, description, task }): Effect => ({
          do: 'follow', mechanism: 'finding', action: 'order',
          input: { code, description, round, sheet, notice: matter.id, headKind: head, grade, mode, unit, planDays: setting('plan'), ...(field === undefined ? {} : { field }), ...(task === undefined ? {} : { task }) },
        })),
        { do: 'tell', to: { unit }, text: { zh: `收到整改通知书，问题${findings.length}条，请签收，并在${setting('plan')}个工作日内报整改方案。`, en: `A rectification notice with ${findings.length} finding(s) has come. Please sign for it and file your plan.` } },
      ],
    }),
    receive: action({
      name: { zh: '签收', en: 'Sign for it' },
      from: ['issued'],
      to: 'received',
      by: [{ role: 'UNIT', tie: 'lead' }, { role: 'UNIT_HEAD', tie: 'lead' }],
      tone: 'primary',
      sets: ['receivedOn', 'receivedBy'],
      effects: ({ today, actor }) => [{ do: 'discharge', duty: 'receive' }, { do: 'set', values: { receivedOn: today, receivedBy: actor.kind === 'post' ? actor.personId : undefined } }],
    }),
  },
});
