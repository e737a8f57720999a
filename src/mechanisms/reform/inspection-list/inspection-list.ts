import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { inspectionListRecord } from './record.ts';
import { badItems } from './rules.ts';

const action = actionsOf(inspectionListRecord);
const office = { role: 'OFFICE' } as const;
const leaders = [{ role: 'LEADER' }] as const;

/** Drawn up by the office, approved by a leader; later items only with his approval (reform.md §11.1–§11.2). */
export const inspectionList = mechanism(inspectionListRecord, {
  actions: {
    draft: action({
      name: { zh: '拟订督察计划', en: 'Draft a list' },
      help: { zh: '把全年拟督察的项目一次列清，不在计划内的不督察。', en: 'Everything to be inspected in the year; what is not on it is not inspected.' },
      from: 'new',
      to: 'drafted',
      by: [office],
      tone: 'primary',
      asks: { title: 'must', inYear: 'must', basis: 'may', items: 'must' },
      numbers: [{ into: 'number', counter: 'inspectionList', yearly: true, pattern: 'DJ-{year}-{seq}' }],
      sets: ['office', 'itemCount'],
      check: (situation, input) => badItems(situation, input.items, 'items'),
      effects: ({ actor }, { items }) => [{ do: 'set', values: { office: actor.kind === 'post' ? actor.unitId : undefined, itemCount: items.length } }],
    }),
    revise: action({
      name: { zh: '修改清单', en: 'Revise' },
      from: ['drafted'],
      by: [office],
      asks: { title: 'may', basis: 'may', items: 'must' },
      sets: ['itemCount'],
      check: (situation, input) => badItems(situation, input.items, 'items'),
      effects: (_situation, { items }) => [{ do: 'set', values: { itemCount: items.length } }],
    }),
    approve: action({
      name: { zh: '批准计划', en: 'Approve' },
      from: ['drafted'],
      to: 'approved',
      by: leaders,
      tone: 'primary',
      apartFrom: ['draft', 'revise'],
      sets: ['approvedOn'],
      effects: ({ today }) => [{ do: 'set', values: { approvedOn: today } }, { do: 'tell', to: { role: 'OFFICE' }, text: { zh: '年度督察计划已批准，可以按季度制订督察方案。', en: 'The inspection list is approved; rounds may be planned.' } }],
    }),
    discard: action({
      name: { zh: '作废', en: 'Discard' },
      from: ['drafted'],
      to: 'discarded',
      by: [office, ...leaders],
      tone: 'danger',
      reason: 10,
    }),
    propose: action({
      name: { zh: '提请增补', en: 'Propose additions' },
      help: { zh: '单位自行开展的督察、临时交办的督察，须经批准增补后才能进行。', en: 'What comes up later, or what a unit wants to inspect, is added with approval only.' },
      from: ['approved'],
      by: [office],
      asks: { proposed: 'must', proposedFor: 'must' },
      check: (situation, input) => badItems(situation, input.proposed, 'proposed', situation.matter.facts.items),
      effects: () => [{ do: 'tell', to: { role: 'LEADER' }, text: { zh: '年度督察计划有增补项目待批。', en: 'Additions to the inspection list are waiting.' } }],
    }),
    agree: action({
      name: { zh: '批准增补', en: 'Approve the additions' },
      from: ['approved'],
      by: leaders,
      apartFrom: ['propose'],
      sets: ['items', 'itemCount', 'proposed', 'proposedFor'],
      when: ({ matter }) => (matter.facts.proposed === undefined ? 'nothingProposed' : undefined),
      effects: ({ matter }) => {
        const items = [...(matter.facts.items ?? []), ...(matter.facts.proposed ?? [])];
        return [{ do: 'set', values: { items, itemCount: items.length, proposed: null, proposedFor: null } }];
      },
    }),
    decline: action({
      name: { zh: '不同意增补', en: 'Decline the additions' },
      from: ['approved'],
      by: leaders,
      reason: 10,
      sets: ['proposed', 'proposedFor'],
      when: ({ matter }) => (matter.facts.proposed === undefined ? 'nothingProposed' : undefined),
      effects: () => [{ do: 'set', values: { proposed: null, proposedFor: null } }],
    }),
  },
});
