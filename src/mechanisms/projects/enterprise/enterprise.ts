import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { enterpriseFigures } from './figures.ts';
import { enterpriseRecord } from './record.ts';
import { badEnterprise } from './rules.ts';

const action = actionsOf(enterpriseRecord);
const keepers = [{ role: 'INVEST' }, { role: 'TOWN' }, { role: 'ZONE' }, { role: 'SECRETARIAT' }, { role: 'SECRETARIAT_HEAD' }, { role: 'STEWARD' }] as const;
const details = { industry: 'may', kind: 'may', capital: 'may', paidIn: 'may', foundedOn: 'may', address: 'may', phone: 'may', emailDomain: 'may', agent: 'may', isLocal: 'may', holders: 'may', principals: 'may' } as const;

/** The register of enterprises. */
export const enterprise = mechanism(enterpriseRecord, {
  figures: enterpriseFigures,
  importing: { create: 'list', amend: 'amend', void: 'void', key: 'creditCode' },
  actions: {
    list: action({
      name: { zh: '登记企业', en: 'List an enterprise' },
      from: 'new',
      to: 'listed',
      by: keepers,
      tone: 'primary',
      asks: { name: 'must', creditCode: 'must', ...details },
      check: ({ matter, today }, input) => badEnterprise(matter.id, today, input),
    }),
    amend: action({
      name: { zh: '变更登记', en: 'Amend' },
      help: { zh: '改名、增资、股东变化都在这里登记，旧的留在留痕里。', en: 'Names, capital and holders change here; what was before stays in the trace.' },
      from: ['listed'],
      by: keepers,
      tone: 'primary',
      asks: { name: 'may', creditCode: 'may', ...details },
      check: ({ matter, today }, input) => badEnterprise(matter.id, today, { ...matter.facts, ...input }),
    }),
    cancel: action({
      name: { zh: '登记注销', en: 'Strike off' },
      help: { zh: '企业已在市场监管部门注销的，登记后不再供新项目选用。', en: 'For an enterprise that was struck off; no new project may name it.' },
      from: ['listed'],
      to: 'cancelled',
      by: keepers,
      tone: 'danger',
      reason: 5,
      asks: { cancelledOn: 'may' },
      effects: ({ today }, input) => [{ do: 'set', values: { cancelledOn: input.cancelledOn ?? today } }],
    }),
    void: action({
      name: { zh: '误录作废', en: 'Void' },
      help: { zh: '录入错误的作废，不计数，代码可以重新登记。', en: 'Entered by mistake: not counted, and its code may be entered anew.' },
      from: ['listed'],
      to: 'voided',
      by: keepers,
      tone: 'danger',
      extra: { note: fact.text({ zh: '说明', en: 'Note' }, { max: 200 }) },
      extraAsks: { note: 'may' },
      sets: ['creditCode', 'voidedCode'],
      effects: ({ matter }) => [{ do: 'set', values: { creditCode: null, voidedCode: matter.facts.creditCode } }],
    }),
  },
});
