import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { integrationProjectFigures } from './figures.ts';
import { integrationProjectRecord, type IntegrationProjectRecord } from './record.ts';
import { badDesign, badResults, badMeasures, improvedShare, nobodySilent, silentUnits, tooEarly, waitsStill, type Situation } from './rules.ts';

type Effect = EffectOf<IntegrationProjectRecord>;

const action = actionsOf(integrationProjectRecord);
const office = { role: 'OFFICE' } as const;
const officeHead = { role: 'OFFICE_HEAD' } as const;
const leader = { role: 'LEADER' } as const;
const lead = { role: 'UNIT', tie: 'lead' } as const;
const signer = [{ role: 'UNIT_HEAD', tie: { duty: 'sign' } }] as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const ring = fact.text({ zh: '绕成的一圈', en: 'The ring' }, { min: 0, max: 1000 });

const design = { title: 'must', goal: 'must', obstacles: 'must', links: 'must', leader: 'may', leadUnit: 'must', coUnits: 'must', tasks: 'may', dependsOn: 'may' } as const;

/** The ties of a project to its tasks, to what it waits for and to its documents, as they are to be. */
function ties({ matter }: Situation, { tasks, dependsOn, results }: { readonly tasks?: readonly string[]; readonly dependsOn?: readonly string[]; readonly results?: readonly string[] }): readonly Effect[] {
  const change = (type: 'gathers' | 'waitsFor' | 'result', held: readonly string[] = [], wanted: readonly string[] = held): Effect[] => [
    ...wanted.filter((id) => !held.includes(id)).map((id): Effect => ({ do: 'link', type, id })),
    ...held.filter((id) => !wanted.includes(id)).map((id): Effect => ({ do: 'unlink', type, id })),
  ];
  return [...change('gathers', matter.facts.tasks, tasks), ...change('waitsFor', matter.facts.dependsOn, dependsOn), ...change('result', matter.facts.results, results)];
}

function owingUnit({ matter, actor }: Situation): string {
  if (actor.kind !== 'post') return '';
  return matter.duties.find((duty) => duty.kind === 'sign' && duty.state === 'open' && actor.unitIds.includes(duty.unit))?.unit ?? '';
}

const isLastToSign = (situation: Situation) => !situation.matter.duties.some((duty) => duty.kind === 'sign' && duty.state === 'open' && duty.unit !== owingUnit(situation));

/** Proposed, approved, planned together, carried out, measured link by link (reform.md §5). */
export const integrationProject = mechanism(integrationProjectRecord, {
  figures: integrationProjectFigures,
  actions: {
    propose: action({
      name: { zh: '提出课题', en: 'Propose' },
      help: { zh: '至少两个单位、两个环节。每个环节写明由谁改、改哪条规定。', en: 'At least two units and two links; each link says who changes which rule.' },
      from: 'new',
      to: 'proposed',
      by: [office, { role: 'GROUP' }, { role: 'GROUP_HEAD' }, leader],
      tone: 'primary',
      asks: design,
      numbers: [{ into: 'number', counter: 'integrationProject', yearly: true, pattern: 'JC-{year}-{seq:2}' }],
      check: (_situation, input) => badDesign(input),
      effects: (situation, input) => ties(situation, input),
    }),
    revise: action({
      name: { zh: '修改', en: 'Revise' },
      from: ['proposed', 'approved'],
      by: [office, { role: 'GROUP' }, lead],
      asks: { title: 'may', goal: 'may', obstacles: 'may', links: 'may', leader: 'may', coUnits: 'may', tasks: 'may', dependsOn: 'may' },
      extra: { ring },
      extraAsks: { ring: 'computed' },
      check: ({ matter }, input) => (input.ring === '' ? badDesign({ ...matter.facts, ...input }) : { refusal: 'cycle', field: 'dependsOn', detail: { path: input.ring } }),
      effects: (situation, input) => ties(situation, input),
    }),
    approve: action({
      name: { zh: '批准立项', en: 'Approve' },
      from: ['proposed'],
      to: 'approved',
      by: [leader, { role: 'TOP' }],
      tone: 'primary',
      starts: ['design'],
      sets: ['approvedOn'],
      effects: ({ matter, today }) => [set({ approvedOn: today }), { do: 'tell', to: { unit: matter.facts.leadUnit ?? '' }, text: { zh: '集成改革课题已立项，请牵头制定联合方案。', en: 'The project is approved; please draw up the joint plan.' } }],
    }),
    reject: action({
      name: { zh: '不予立项', en: 'Do not approve' },
      from: ['proposed'],
      to: 'rejected',
      by: [leader, { role: 'TOP' }],
      tone: 'danger',
      reason: 10,
    }),
    submitPlan: action({
      name: { zh: '送签联合方案', en: 'Send the joint plan to be signed' },
      help: { zh: '所有参与单位主要负责人会签后才能推进；5个工作日不签的提请区领导协调。', en: 'Every co-unit’s head signs before it runs; those silent for five working days are taken to the leader.' },
      from: ['approved', 'designing'],
      to: 'designing',
      by: [lead],
      tone: 'primary',
      evidence: 1,
      asks: { plan: 'must', dueOn: 'must' },
      sets: ['signatures', 'silent', 'escalatedOn'],
      effects: ({ matter }) => [
        set({ signatures: null, silent: null, escalatedOn: null }),
        { do: 'withdraw', duty: 'sign' },
        ...(matter.facts.coUnits ?? []).map((unit): Effect => ({ do: 'owe', duty: 'sign', unit })),
      ],
    }),
    sign: action({
      name: { zh: '会签同意', en: 'Sign' },
      from: ['designing'],
      to: ['designing', 'running'],
      by: signer,
      tone: 'primary',
      sets: ['signatures', 'silent'],
      leads: (situation) => (isLastToSign(situation) ? 'running' : 'designing'),
      effects: (situation) => {
        const unit = owingUnit(situation);
        const { signatures = [], silent = [] } = situation.matter.facts;
        const left = silent.filter((each) => each !== unit);
        return [
          set({ signatures: [...signatures, { unit, on: situation.today }], silent: left.length > 0 ? left : null }),
          { do: 'discharge', duty: 'sign', unit },
          ...(isLastToSign(situation) ? [{ do: 'stop', clock: 'design' } satisfies Effect] : []),
        ];
      },
    }),
    object: action({
      name: { zh: '提出不同意见', en: 'Object' },
      help: { zh: '写明理由，方案退回牵头单位修改后重新送签。', en: 'With the reason; the plan goes back to the lead unit and is sent round anew.' },
      from: ['designing'],
      to: 'approved',
      by: signer,
      reason: 10,
      effects: ({ matter }) => [{ do: 'withdraw', duty: 'sign' }, { do: 'tell', to: { unit: matter.facts.leadUnit ?? '' }, text: { zh: '联合方案有单位提出不同意见，请修改后重新送签。', en: 'A unit objects to the joint plan; please rework it and send it round again.' } }],
    }),
    escalate: action({
      name: { zh: '提请区领导协调', en: 'Take it to the leader' },
      help: { zh: '会签逾期由平台夜间自动提请，也可以手工办理。', en: 'Done by the platform in the night after the time is over, or by hand.' },
      from: ['designing'],
      by: ['system', office, lead],
      sets: ['silent', 'escalatedOn'],
      when: nobodySilent,
      effects: (situation) => [
        set({ silent: silentUnits(situation), escalatedOn: situation.today }),
        { do: 'tell', to: situation.matter.facts.leader === undefined ? { role: 'LEADER' } : { person: situation.matter.facts.leader }, text: { zh: '集成改革课题有参与单位逾期未会签，请协调。', en: 'A co-unit has not signed a joint plan in time; please settle it.' } },
      ],
    }),
    produce: action({
      name: { zh: '登记制度成果', en: 'Register the documents' },
      help: { zh: '从改革文件台账里选已印发的文件。出台不等于完成，3至6个月后还要评估。', en: 'Issued documents of their register. It is evaluated three to six months later.' },
      from: ['running', 'productOut'],
      to: 'productOut',
      by: [lead],
      tone: 'primary',
      evidence: 0,
      asks: { results: 'must' },
      stops: ['design'],
      starts: ['evaluate'],
      sets: ['documentCount', 'producedOn'],
      when: waitsStill,
      check: (situation, { results }) => badResults(situation, results),
      effects: (situation, { results }) => [
        set({ documentCount: results.length, producedOn: results.map((id) => String(situation.findMatter(id)?.facts['issuedOn'] ?? '')).toSorted()[0] ?? null }),
        ...ties(situation, { results }),
      ],
    }),
    evaluate: action({
      name: { zh: '成效评估', en: 'Evaluate' },
      help: { zh: '每个环节填写改革前后的数、同样长短的两个期间和数据来源，并回访服务对象。', en: 'Before and after for every link over periods of one length, with the source, and what users say.' },
      from: ['productOut'],
      to: 'evaluated',
      by: [office],
      tone: 'primary',
      evidence: 1,
      asks: { links: 'must', users: 'must' },
      sets: ['measuredShare', 'evaluatedOn'],
      stops: ['evaluate'],
      when: tooEarly,
      check: (situation, { links }) => badMeasures(situation, links),
      effects: ({ today }, { links }) => [set({ measuredShare: improvedShare(links), evaluatedOn: today })],
    }),
    promote: action({
      name: { zh: '推广', en: 'Promote' },
      from: ['evaluated'],
      to: 'promoted',
      by: [officeHead],
      tone: 'primary',
      asks: { conclusion: 'must' },
    }),
    close: action({
      name: { zh: '结题', en: 'Close' },
      from: ['evaluated'],
      to: 'closed',
      by: [officeHead],
      asks: { conclusion: 'must' },
    }),
    reopen: action({
      name: { zh: '修改完善', en: 'Send back to work' },
      help: { zh: '成效不明显的，回到推进中修改制度。', en: 'Where the effect is not there, the rules are reworked.' },
      from: ['evaluated'],
      to: 'running',
      by: [officeHead],
      reason: 10,
      asks: { conclusion: 'must' },
    }),
  },
});
