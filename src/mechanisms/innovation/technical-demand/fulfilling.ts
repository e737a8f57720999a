import { daysBetween } from '#kernel/calendar.ts';
import { action, enterprise, moved, science, set, tellEnterprise, titled } from './moves.ts';
import { badAcceptance, badAcceptors, badPartner, stillFresh } from './rules.ts';

/** From the contract to the end, whichever it is (innovation.md §2.1). */
export const fulfilling = {
  contract: action({
    name: { zh: '签订合同', en: 'Sign the contract' },
    help: { zh: '附合同，写明技术合同登记编号。', en: 'With the contract and its registration as a technical one.' },
    from: ['intent', 'challenged'],
    to: 'contracted',
    by: [enterprise, science],
    tone: 'primary',
    asks: { partner: 'may', partnerName: 'may', contractNo: 'must', registrationNo: 'must', contractAmount: 'must', signedOn: 'must', contractUntil: 'must', usesFiscal: 'may' },
    evidence: 1,
    stops: ['signing'],
    sets: ['activeOn'],
    check: (situation, input) => {
      const { partner, partnerName } = situation.matter.facts;
      const bad = badPartner(situation, { partner: input.partner ?? partner, partnerName: input.partnerName ?? partnerName });
      return bad ?? (input.signedOn > situation.today || input.contractUntil <= input.signedOn ? { refusal: 'signedLater', field: input.signedOn > situation.today ? 'signedOn' : 'contractUntil' } : undefined);
    },
    effects: (situation, { signedOn, contractUntil }) => [moved(situation), { do: 'start', clock: 'performance', on: signedOn, budget: { n: daysBetween(signedOn, contractUntil), unit: 'calendarDay' } }],
  }),
  inviteExperts: action({
    name: { zh: '请专家参加验收', en: 'Invite experts to the acceptance' },
    help: { zh: '使用财政资金的必须有，其他的自愿。', en: 'Where fiscal money is used there has to be one; elsewhere as you like.' },
    from: ['contracted'],
    by: [science],
    asks: { acceptedBy: 'must' },
    check: (situation, { acceptedBy }) => badAcceptors(situation, acceptedBy),
  }),
  accept: action({
    name: { zh: '验收', en: 'Accept' },
    help: { zh: '逐项填实测值，指标全部达到才能验收；使用财政资金的，科技局先请专家。', en: 'With what was measured for each indicator, all of them met; where fiscal money is used the bureau has invited an expert.' },
    from: ['contracted'],
    to: 'solved',
    by: [enterprise],
    tone: 'primary',
    asks: { measured: 'may', result: 'must' },
    evidence: 1,
    stops: ['performance'],
    sets: ['solvedOn'],
    check: badAcceptance,
    effects: ({ today }) => [set({ solvedOn: today })],
  }),
  fail: action({
    name: { zh: '终止，未解决', en: 'End unsolved' },
    from: ['contracted'],
    to: 'failed',
    by: [enterprise, science],
    tone: 'danger',
    asks: { failure: 'must' },
    evidence: 1,
    reason: 10,
    stops: ['performance'],
    sets: ['failedOn'],
    effects: ({ today }) => [set({ failedOn: today })],
  }),
  revive: action({
    name: { zh: '重新入库', en: 'Admit again' },
    help: { zh: '需求还在的，退回入库再对接。', en: 'Where it is still wanted it goes back among the admitted.' },
    from: ['failed'],
    to: 'admitted',
    by: [science],
    reason: 5,
    sets: ['activeOn', 'validFrom', 'partner', 'partnerName', 'intentOn', 'intentAmount', 'challengeNo', 'contractNo', 'registrationNo', 'contractAmount', 'signedOn', 'contractUntil'],
    // What was agreed with the partner of then stays in the trace; a new one begins anew.
    effects: (situation) => [moved(situation, { validFrom: situation.today, partner: null, partnerName: null, intentOn: null, intentAmount: null, challengeNo: null, contractNo: null, registrationNo: null, contractAmount: null, signedOn: null, contractUntil: null })],
  }),
  expire: action({
    name: { zh: '失效', en: 'Go stale' },
    from: ['admitted', 'matching'],
    to: 'stale',
    by: ['system'],
    hidden: true,
    stops: ['firstList'],
    when: stillFresh,
    effects: (situation) => [{ do: 'discharge', duty: 'feedback' }, ...tellEnterprise(situation, `需求${titled(situation)}长期没有进展，已失效；还需要的请刷新。`, `The demand ${titled(situation)} has gone stale. Refresh it if it is still wanted.`)],
  }),
  refresh: action({
    name: { zh: '刷新，仍有需求', en: 'Refresh' },
    from: ['stale'],
    to: 'admitted',
    by: [enterprise],
    tone: 'primary',
    reason: 5,
    sets: ['activeOn', 'validFrom'],
    effects: (situation) => [moved(situation, { validFrom: situation.today })],
  }),
  withdraw: action({
    name: { zh: '撤回', en: 'Withdraw' },
    from: ['draft', 'submitted', 'screening', 'admitted', 'matching', 'challenged', 'intent', 'stale'],
    to: 'withdrawn',
    by: [enterprise],
    tone: 'danger',
    reason: 5,
    stops: ['submission', 'review', 'correction', 'screening', 'firstList', 'signing'],
    effects: () => [{ do: 'withdraw', duty: 'judge' }, { do: 'discharge', duty: 'complete' }, { do: 'discharge', duty: 'feedback' }],
  }),
};
