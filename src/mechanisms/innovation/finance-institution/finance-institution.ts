import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { financeInstitutionFigures } from './figures.ts';
import { financeInstitutionRecord } from './record.ts';
import { badInstitution, judged } from './rules.ts';

const action = actionsOf(financeInstitutionRecord);
const keepers = [{ role: 'INVEST' }, { role: 'SCIENCE' }, { role: 'ZONE' }] as const;
const about = { industry: 'may', managerName: 'may', controllerName: 'may', controllerCode: 'may', registeredOn: 'may', address: 'may', park: 'may', assets: 'may' } as const;
const proofs = { paidIn: 'may', filingNo: 'may', leaseNo: 'may', staff: 'may' } as const;
const follows = ['presence', 'isPresent', 'alerts', 'hasAlert'] as const;

/** Financial and investment institutions: new in the year they entered, where something shows that they are really here (innovation.md §10). */
export const financeInstitution = mechanism(financeInstitutionRecord, {
  figures: financeInstitutionFigures,
  importing: { create: 'enter', amend: 'amend', void: 'void', key: 'creditCode' },
  actions: {
    enter: action({
      name: { zh: '登记入驻', en: 'Enter' },
      help: { zh: '实缴、备案、租约、参保四项至少有一项，才计入新增；管理人和基金分别登记。', en: 'It counts with one of capital, filing, lease and staff; a manager and its funds are entered apart.' },
      from: 'new',
      to: 'entered',
      by: keepers,
      tone: 'primary',
      asks: { name: 'must', creditCode: 'must', kind: 'must', enteredOn: 'must', ...about, ...proofs, siblings: 'computed' },
      sets: follows,
      check: ({ today }, input) => badInstitution(today, input),
      effects: ({ setting }, input) => {
        const values = judged(input, setting('group'));
        return [
          { do: 'set', values },
          ...(values.hasAlert ? [{ do: 'tell' as const, to: { role: 'FINANCE' }, text: { zh: `“${input.name}”登记入驻，有风险提示，请核查。`, en: `“${input.name}” has entered with an alert. Please look into it.` } }] : []),
        ];
      },
    }),
    visit: action({
      name: { zh: '登记核查', en: 'Enter a visit' },
      help: { zh: '到注册地看人、看租约、看实缴，按看到的更新四项。', en: 'At its address: people, lease and capital, as they were found.' },
      from: ['entered'],
      by: [...keepers, { role: 'FINANCE' }],
      tone: 'primary',
      evidence: 1,
      asks: { ...proofs, siblings: 'computed' },
      sets: [...follows, 'visitedOn'],
      effects: ({ matter: { facts }, today, setting }, input) => [{ do: 'set', values: { visitedOn: today, ...judged({ ...facts, ...input }, setting('group')) } }],
    }),
    clear: action({
      name: { zh: '核结风险提示', en: 'Close the alerts' },
      help: { zh: '由登记人以外的同志核查，写明结论。', en: 'Looked into by somebody other than who entered it, with what was found.' },
      from: ['entered'],
      by: [{ role: 'FINANCE' }],
      apartFrom: ['enter'],
      evidence: 1,
      reason: 10,
      sets: ['hasAlert', 'clearedOn'],
      when: ({ matter: { facts } }) => (facts.hasAlert === true ? undefined : 'noAlert'),
      effects: ({ today }) => [{ do: 'set', values: { hasAlert: false, clearedOn: today } }],
    }),
    leave: action({
      name: { zh: '登记离开', en: 'Enter that it left' },
      help: { zh: '迁出、注销的，从这一天起不计。', en: 'Moved away or struck off: it does not count from this day.' },
      from: ['entered'],
      to: 'left',
      by: keepers,
      tone: 'danger',
      reason: 5,
      sets: ['leftOn'],
      effects: ({ today }) => [{ do: 'set', values: { leftOn: today } }],
    }),
    amend: action({
      name: { zh: '更正信息', en: 'Amend' },
      from: ['entered'],
      by: keepers,
      asks: { name: 'may', creditCode: 'may', kind: 'may', enteredOn: 'may', ...about, ...proofs },
      sets: follows,
      check: ({ matter: { facts }, today }, input) => badInstitution(today, { ...facts, ...input }),
      effects: ({ matter: { facts }, setting }, input) => [{ do: 'set', values: judged({ ...facts, ...input }, setting('group')) }],
    }),
    void: action({
      name: { zh: '误录作废', en: 'Void' },
      from: ['entered'],
      to: 'voided',
      by: keepers,
      tone: 'danger',
      reason: 5,
      sets: ['creditCode'],
      effects: () => [{ do: 'set', values: { creditCode: null } }],
    }),
  },
});
