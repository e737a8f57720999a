import { daysBetween } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { patentFigures } from './figures.ts';
import { patentRecord, type PatentRecord } from './record.ts';
import { applicationOf, badDays, badPatent, type Patent } from './rules.ts';

type Effect = EffectOf<PatentRecord>;

const action = actionsOf(patentRecord);
const science = { role: 'SCIENCE' } as const;
const holders = [{ role: 'INSTITUTE' }, { role: 'ENTERPRISE' }, science] as const;
const about = { owners: 'must', ownerCode: 'may', firstAddress: 'must', ipc: 'may', marineField: 'may' } as const;
const alive = ['granted', 'maintained', 'licensed', 'pledged'] as const;
const dealt = {
  party: fact.text({ zh: '对方', en: 'Other party' }, { min: 2, max: 120 }), amount: fact.money({ zh: '金额', en: 'Amount' }, { min: 0 }), number: fact.text({ zh: '合同或者登记号', en: 'Contract or registration' }, { min: 2, max: 60 }), until: fact.day({ zh: '至', en: 'Until' }),
} as const;

/** Patents: an invention is new in the year of its grant, where the first address is here and it was not bought (innovation.md §1.1, §14). */
export const patent = mechanism(patentRecord, {
  figures: patentFigures,
  importing: { create: 'enter', amend: 'amend', void: 'void', key: 'patentNo' },
  actions: {
    file: action({
      name: { zh: '登记申请', en: 'Enter an application' },
      from: 'new',
      to: 'filed',
      by: holders,
      tone: 'primary',
      asks: { name: 'must', applicationNo: 'must', kind: 'must', filedOn: 'must', ...about },
      check: ({ today }, input) => badPatent(today, input.applicationNo, input),
    }),
    enter: action({
      name: { zh: '登记已授权专利', en: 'Enter a granted one' },
      help: { zh: '按证书登记；从别人那里受让的，写明受让日期，不算新增。', en: 'By its certificate; bought from others it needs the day, and is not new.' },
      from: 'new',
      to: 'granted',
      by: holders,
      asks: { name: 'must', patentNo: 'must', kind: 'must', filedOn: 'must', grantedOn: 'must', publishedOn: 'may', isBoughtIn: 'may', boughtOn: 'may', ...about },
      sets: ['applicationNo', 'isBoughtIn'],
      starts: ['fee'],
      check: ({ today }, input) => badPatent(today, input.patentNo, input),
      effects: (_situation, input) => [{ do: 'set', values: { applicationNo: applicationOf(input.patentNo), isBoughtIn: input.isBoughtIn ?? false } }],
    }),
    publish: action({
      name: { zh: '登记公开', en: 'Enter its publication' },
      from: ['filed'],
      to: 'published',
      by: holders,
      tone: 'primary',
      asks: { publishedOn: 'must' },
      check: ({ matter: { facts }, today }, input) => badDays(today, { ...facts, ...input }),
    }),
    grant: action({
      name: { zh: '登记授权', en: 'Enter the grant' },
      help: { zh: '附授权公告或者专利证书。', en: 'With the announcement of the grant or the certificate.' },
      from: ['filed', 'published'],
      to: 'granted',
      by: holders,
      tone: 'primary',
      evidence: 1,
      asks: { grantedOn: 'must' },
      sets: ['patentNo', 'isBoughtIn'],
      starts: ['fee'],
      when: ({ matter: { facts, stage } }) => (facts.kind === 'invention' && stage === 'filed' ? 'notPublished' : undefined),
      check: ({ matter: { facts }, today }, input) => badDays(today, { ...facts, ...input }),
      effects: ({ matter: { facts } }) => [{ do: 'set', values: { patentNo: `ZL${facts.applicationNo ?? ''}`, isBoughtIn: false } }],
    }),
    refuse: action({ name: { zh: '驳回或者撤回', en: 'Refused or withdrawn' }, from: ['filed', 'published'], to: 'withdrawn', by: holders, tone: 'danger', reason: 5 }),
    maintain: action({
      name: { zh: '登记缴费', en: 'Enter the fee' },
      from: ['granted', 'maintained', 'licensed', 'pledged'],
      to: ['maintained', 'licensed', 'pledged'],
      by: holders,
      tone: 'primary',
      evidence: 1,
      asks: { feeUntil: 'must' },
      leads: ({ matter: { stage } }) => (stage === 'granted' ? 'maintained' : (stage as 'maintained' | 'licensed' | 'pledged')),
      check: ({ matter: { facts }, today }, { feeUntil }) => (feeUntil <= (facts.feeUntil ?? today) ? { refusal: 'feeNotLater', field: 'feeUntil', detail: { day: facts.feeUntil ?? today } } : undefined),
      effects: ({ today }, { feeUntil }) => [{ do: 'start', clock: 'fee', budget: { n: daysBetween(today, feeUntil), unit: 'calendarDay' } }],
    }),
    license: action({
      name: { zh: '登记许可', en: 'Enter a licence' },
      from: ['granted', 'maintained'],
      to: 'licensed',
      by: holders,
      evidence: 1,
      extra: dealt,
      extraAsks: { party: 'must', amount: 'may', number: 'must', until: 'must' },
      sets: ['deals'],
      check: ({ today }, { until }) => (until < today ? { refusal: 'untilPast', field: 'until' } : undefined),
      effects: ({ matter: { facts }, today }, input) => withDeal(facts, 'licence', today, input),
    }),
    pledge: action({
      name: { zh: '登记质押', en: 'Enter a pledge' },
      help: { zh: '质押中的专利，解除以后才能转让。', en: 'A pledged patent is transferred only once it is released.' },
      from: ['granted', 'maintained'],
      to: 'pledged',
      by: holders,
      evidence: 1,
      extra: dealt,
      extraAsks: { party: 'must', amount: 'must', number: 'must', until: 'must' },
      sets: ['deals'],
      check: ({ today }, { until }) => (until < today ? { refusal: 'untilPast', field: 'until' } : undefined),
      effects: ({ matter: { facts }, today }, input) => withDeal(facts, 'pledge', today, input),
    }),
    release: action({ name: { zh: '许可或者质押结束', en: 'Licence or pledge ended' }, from: ['licensed', 'pledged'], to: 'maintained', by: holders, tone: 'primary', evidence: 1 }),
    transfer: action({
      name: { zh: '登记转让', en: 'Enter a transfer' },
      help: { zh: '附手续合格通知书。', en: 'With the notice that the change is entered.' },
      from: ['granted', 'maintained'],
      to: 'transferred',
      by: holders,
      tone: 'danger',
      evidence: 1,
      extra: { party: dealt.party, amount: dealt.amount, number: dealt.number },
      extraAsks: { party: 'must', amount: 'may', number: 'must' },
      sets: ['deals'],
      stops: ['fee'],
      effects: ({ matter: { facts }, today }, input) => withDeal(facts, 'transfer', today, input),
    }),
    lapse: action({
      name: { zh: '登记失效', en: 'Enter its end' },
      from: alive,
      to: 'lapsed',
      by: holders,
      tone: 'danger',
      asks: { endedFor: 'must' },
      stops: ['fee'],
      sets: ['endedOn'],
      effects: ({ today }) => [{ do: 'set', values: { endedOn: today } }],
    }),
    invalidate: action({
      name: { zh: '宣告无效', en: 'Declared invalid' },
      help: { zh: '宣告无效的专利视为自始不存在（专利法第四十七条），不再计入任何年度。', en: 'An invalid patent is deemed never to have been (Patent Law, article 47) and counts in no year.' },
      from: [...alive, 'transferred', 'lapsed'],
      to: 'invalidated',
      by: [science],
      tone: 'danger',
      evidence: 1,
      stops: ['fee'],
      sets: ['endedOn'],
      effects: ({ today }) => [{ do: 'set', values: { endedOn: today } }],
    }),
    amend: action({
      name: { zh: '更正信息', en: 'Amend' },
      from: ['filed', 'published', ...alive],
      by: [science],
      asks: { name: 'may', kind: 'may', filedOn: 'may', publishedOn: 'may', grantedOn: 'may', isBoughtIn: 'may', boughtOn: 'may', owners: 'may', ownerCode: 'may', firstAddress: 'may', ipc: 'may', marineField: 'may' },
      check: ({ matter: { facts }, today }, input) => badPatent(today, facts.patentNo ?? facts.applicationNo ?? '', { ...facts, ...input }),
    }),
    void: action({
      name: { zh: '误录作废', en: 'Void' },
      from: ['filed', 'published', ...alive],
      to: 'voided',
      by: [science],
      tone: 'danger',
      reason: 5,
      stops: ['fee'],
      sets: ['patentNo', 'applicationNo'],
      effects: () => [{ do: 'set', values: { patentNo: null, applicationNo: null } }],
    }),
  },
});

interface Deal {
  readonly party: string;
  readonly amount?: number;
  readonly number: string;
  readonly until?: string;
}

function withDeal({ deals = [] }: Patent, kind: 'licence' | 'pledge' | 'transfer', on: string, { party, amount, number, until }: Deal): readonly Effect[] {
  return [{ do: 'set', values: { deals: [...deals, { kind, on, party, number, ...(amount === undefined ? {} : { amount }), ...(until === undefined ? {} : { until }) }].slice(-60) } }];
}
