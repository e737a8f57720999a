import { fact } from '#kernel/fact.ts';
import { action, enterprise, owedByEnterprise, science, set, tellEnterprise, titled, type Effect } from './moves.ts';
import { badContent, badMerger, badOrigin, duplicated, notYetLapsed, returnedTwice } from './rules.ts';

const content = { kind: 'may', industry: 'may', techField: 'may', marineField: 'may', bottleneck: 'may', kpis: 'may', budget: 'may', dueMonths: 'may', minTrl: 'may', coopModes: 'may', ipRule: 'may', disclosure: 'may', contactName: 'may', contactPhone: 'may' } as const;

/** How a demand comes in: entered, completed and submitted by the enterprise, looked through by the science bureau (innovation.md §2.1). */
export const receiving = {
  enter: action({
    name: { zh: '登记需求', en: 'Enter a demand' },
    help: { zh: '走访组登记的选来源走访，由企业补充完整后提交；企业也可以自己登记。', en: 'A team names the visit, and the enterprise completes and submits it; an enterprise may enter its own.' },
    from: 'new',
    to: 'draft',
    by: [science, { role: 'MARINE' }, { role: 'ENTERPRISE' }],
    tone: 'primary',
    asks: { title: 'must', enterprise: 'must', sourceVisit: 'may', ...content },
    numbers: [{ into: 'number', counter: 'technicalDemand', yearly: true, pattern: 'XQ-{year}-{seq:4}' }],
    sets: ['source', 'returns'],
    follows: ['enterpriseVisit.noteDemand'],
    check: badOrigin,
    effects: (situation, input) => {
      const { findMatter, today } = situation;
      const visitedOn = input.sourceVisit === undefined ? undefined : (findMatter(input.sourceVisit)?.facts['visitedOn'] as string | undefined);
      return [
        set({ source: input.sourceVisit === undefined ? 'self' : 'visit', returns: 0 }),
        ...owedByEnterprise(situation, 'complete', input.enterprise),
        { do: 'start', clock: 'submission', on: visitedOn ?? today },
        ...(input.sourceVisit === undefined ? [] : [{ do: 'follow', mechanism: 'enterpriseVisit', id: input.sourceVisit, action: 'noteDemand', input: {} } satisfies Effect]),
      ];
    },
  }),
  submit: action({
    name: { zh: '提交', en: 'Submit' },
    help: { zh: '补充完整并确认属实后提交。联系人和电话只供经办查看，不公开、不导出。', en: 'Complete it and submit. The contact is for those who handle it, neither published nor exported.' },
    from: ['draft'],
    to: 'submitted',
    by: [enterprise],
    tone: 'primary',
    asks: { title: 'must', kind: 'must', industry: 'must', techField: 'must', marineField: 'must', bottleneck: 'must', kpis: 'may', budget: 'must', dueMonths: 'must', minTrl: 'must', coopModes: 'must', ipRule: 'must', disclosure: 'must', contactName: 'may', contactPhone: 'may', textKey: 'computed' },
    extra: {
      twin: fact.text({ zh: '重复的需求', en: 'The same demand' }, { min: 0, max: 40, forPrograms: true }),
      alike: fact.matters({ zh: '相同的需求', en: 'The same elsewhere' }, 'technicalDemand', { forPrograms: true, seenBy: ['SCIENCE'] }),
    },
    extraAsks: { twin: 'computed', alike: 'computed' },
    starts: ['review'],
    stops: ['submission', 'correction'],
    sets: ['submittedOn', 'isCommon', 'commonWith'],
    follows: ['technicalDemand.joinCommon'],
    check: (situation, input) => badContent(situation, { ...situation.matter.facts, ...input }) ?? duplicated(situation, input.twin),
    effects: ({ matter, today }, { alike }) => [
      set({ submittedOn: matter.facts.submittedOn ?? today, ...(alike.length > 0 ? { isCommon: true, commonWith: alike } : {}) }),
      { do: 'discharge', duty: 'complete' },
      ...alike.map((id): Effect => ({ do: 'follow', mechanism: 'technicalDemand', id, action: 'joinCommon', input: { commonWith: [matter.id] } })),
    ],
  }),
  joinCommon: action({
    name: { zh: '归为共性需求', en: 'Found to be common' },
    from: ['submitted', 'screening', 'admitted', 'matching', 'challenged', 'intent', 'contracted', 'solved', 'failed', 'stale'],
    by: ['system'],
    hidden: true,
    asks: { commonWith: 'must' },
    sets: ['isCommon'],
    effects: ({ matter }, { commonWith }) => [set({ isCommon: true, commonWith: [...new Set([...(matter.facts.commonWith ?? []), ...commonWith])] })],
  }),
  sendBack: action({
    name: { zh: '退回补正', en: 'Return' },
    help: { zh: '写明缺什么，最多退回2次；企业10个工作日内不答复的，自动撤回。', en: 'Say what is missing; twice at most. If the enterprise is silent for ten working days it is withdrawn.' },
    from: ['submitted'],
    to: 'draft',
    by: [science],
    asks: { returnReasons: 'must' },
    reason: 10,
    starts: ['correction'],
    stops: ['review'],
    sets: ['returns'],
    when: returnedTwice,
    effects: (situation, { reason = '' }) => [
      set({ returns: (situation.matter.facts.returns ?? 0) + 1 }),
      ...owedByEnterprise(situation, 'complete'),
      ...tellEnterprise(situation, `需求${titled(situation)}退回补正：${reason}`, `The demand ${titled(situation)} was returned: “${reason}”`),
    ],
  }),
  lapse: action({
    name: { zh: '逾期未补正', en: 'Lapse' },
    from: ['draft'],
    to: 'withdrawn',
    by: ['system'],
    hidden: true,
    stops: ['correction'],
    when: notYetLapsed,
    effects: (situation) => [{ do: 'discharge', duty: 'complete' }, ...tellEnterprise(situation, `需求${titled(situation)}逾期未补正，已按撤回处理；可以重新登记。`, `The demand ${titled(situation)} was not corrected in time and is withdrawn; it may be entered anew.`)],
  }),
  pass: action({
    name: { zh: '初审通过', en: 'Pass' },
    from: ['submitted'],
    to: 'screening',
    by: [science],
    tone: 'primary',
    extra: { isTechnical: fact.flag({ zh: '属于技术需求，不是单纯采购或者推销', en: 'A technical demand, neither procurement nor marketing' }) },
    extraAsks: { isTechnical: 'must' },
    starts: ['screening'],
    stops: ['review'],
    check: (_situation, { isTechnical }) => (isTechnical ? undefined : { refusal: 'scopeUnsaid', field: 'isTechnical' }),
  }),
  decline: action({
    name: { zh: '不予受理', en: 'Decline' },
    from: ['submitted'],
    to: 'rejected',
    by: [science],
    tone: 'danger',
    asks: { declineReason: 'must' },
    reason: 10,
    stops: ['review'],
    effects: (situation, { reason = '' }) => tellEnterprise(situation, `需求${titled(situation)}不予受理：${reason}`, `The demand ${titled(situation)} was declined: “${reason}”`),
  }),
  merge: action({
    name: { zh: '并入同一需求', en: 'Merge' },
    help: { zh: '同一企业换个说法再报的，并入原来那项。', en: 'What an enterprise asked before in other words goes into that one.' },
    from: ['submitted', 'screening'],
    to: 'merged',
    by: [science],
    asks: { mergedInto: 'must' },
    stops: ['review', 'screening'],
    check: (situation, { mergedInto }) => badMerger(situation, mergedInto),
    effects: (situation) => [{ do: 'withdraw', duty: 'judge' }, ...tellEnterprise(situation, `需求${titled(situation)}已并入贵企业另一项需求。`, `The demand ${titled(situation)} was merged into another one of yours.`)],
  }),
};
