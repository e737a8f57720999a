import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { evaluationRemarkFigures } from './figures.ts';
import { evaluationRemarkRecord, items } from './record.ts';
import { badFinding, cycleClosed, kindOf } from './rules.ts';

const action = actionsOf(evaluationRemarkRecord);
const departments = [{ role: 'EMERGENCY' }, { role: 'ECOLOGY' }, { role: 'TAX' }, { role: 'NATURAL' }, { role: 'LABOUR' }, { role: 'STAT' }, { role: 'INDUSTRY' }, { role: 'TOWN' }, { role: 'ZONE' }] as const;
const industry = { role: 'INDUSTRY' } as const;

/** What departments bring to the review of an evaluation (parks.md §2.1, §2.4, §2.5). */
export const evaluationRemark = mechanism(evaluationRemarkRecord, {
  figures: evaluationRemarkFigures,
  actions: {
    enter: action({
      name: { zh: '提出认定事项', en: 'Enter a finding' },
      help: { zh: '一票否决必须有文号，日期在评价年度内，由认定部门提出。', en: 'A veto has a document number and a date within the year evaluated, and comes from its department.' },
      from: 'new',
      to: 'entered',
      by: departments,
      tone: 'primary',
      asks: { cycle: 'must', enterprise: 'must', item: 'must', count: 'may', documentNo: 'may', decidedOn: 'may', note: 'may' },
      extra: { isTwice: fact.flag({ zh: '已经有了', en: 'There already' }, { forPrograms: true }) },
      extraAsks: { isTwice: 'computed' },
      evidence: 0,
      sets: ['title', 'name', 'creditCode', 'kind', 'department'],
      check: (situation, input) => cycleClosed(situation, input.cycle) ?? badFinding(situation, input) ?? (input.isTwice ? { refusal: 'enteredAlready', field: 'item' } : undefined),
      effects: ({ actor, findMatter }, { enterprise, item }) => {
        const of = findMatter(enterprise)?.facts ?? {};
        const name = String(of['name'] ?? '');
        const creditCode = typeof of['creditCode'] === 'string' ? of['creditCode'] : undefined;
        return [{ do: 'set', values: { title: `${name}：${items[item].zh}`, name, kind: kindOf(item), department: actor.kind === 'post' ? actor.unitId : '', ...(creditCode === undefined ? {} : { creditCode }) } }];
      },
    }),
    confirm: action({
      name: { zh: '会审通过', en: 'Confirm' },
      from: ['entered'],
      to: 'confirmed',
      by: [industry],
      tone: 'primary',
      apartFrom: ['enter'],
      sets: ['reviewedOn'],
      when: (situation) => cycleClosed(situation, situation.matter.facts.cycle ?? ''),
      effects: ({ today }) => [{ do: 'set', values: { reviewedOn: today } }],
    }),
    reject: action({
      name: { zh: '不予采纳', en: 'Do not take up' },
      from: ['entered'],
      to: 'rejected',
      by: [industry],
      tone: 'danger',
      reason: 5,
      sets: ['reviewedOn'],
      effects: ({ today }) => [{ do: 'set', values: { reviewedOn: today } }],
    }),
    announce: action({
      name: { zh: '随评价公开', en: 'Made public with the evaluation' },
      from: ['confirmed', 'repaired'],
      by: ['system'],
      hidden: true,
      sets: ['publicOn'],
      effects: ({ today }) => [{ do: 'set', values: { publicOn: today } }],
    }),
    repair: action({
      name: { zh: '登记修复', en: 'Record the repair' },
      help: { zh: '修复后下一年重新评价，本次结果不变。', en: 'Evaluated anew next year; this result stays.' },
      from: ['confirmed'],
      to: 'repaired',
      by: departments,
      evidence: 1,
      sets: ['repairedOn'],
      effects: ({ today }) => [{ do: 'set', values: { repairedOn: today } }],
    }),
    cancel: action({ name: { zh: '随评价取消', en: 'Cancelled with the evaluation' }, from: ['entered', 'confirmed'], to: 'cancelled', by: ['system'], hidden: true }),
  },
});
