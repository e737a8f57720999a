import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { enterpriseVisitFigures } from './figures.ts';
import { enterpriseVisitRecord, type EnterpriseVisitRecord } from './record.ts';
import { agentOf, badVisit, demandsHang, notOver, type Situation, type Visiting } from './rules.ts';

type Effect = EffectOf<EnterpriseVisitRecord>;

const action = actionsOf(enterpriseVisitRecord);
const team = [{ role: 'MARINE' }, { role: 'SCIENCE' }] as const;
const enterprise = { role: 'ENTERPRISE', tie: { duty: 'confirm' } } as const;

/** What the platform looks up: what the enterprise was on the day, and whether the visit is entered already. */
const looked = {
  extra: { twin: fact.text({ zh: '同日走访', en: 'A visit of the same day' }, { min: 0, max: 200, forPrograms: true }) },
  extraAsks: { twin: 'computed' },
} as const;

/** The visit is named by whom and when, and the enterprise is asked to confirm it. */
function entered(situation: Situation, { enterprise: visited, visitedOn = '' }: Visiting, unit: string): readonly Effect[] {
  const name = visited === undefined ? '' : String(situation.findMatter(visited)?.facts['name'] ?? '');
  const person = agentOf(situation, visited);
  return [
    { do: 'set', values: { name: `${name}（${visitedOn}）` } },
    ...(person === undefined ? [] : [
      { do: 'owe', duty: 'confirm', unit, person },
      { do: 'tell', to: { person }, text: { zh: `请签认${visitedOn}的走访记录。`, en: `Please confirm the visit of ${visitedOn}.` } },
    ] satisfies Effect[]),
  ];
}

/** Visits of enterprises: entered by two, confirmed by the enterprise (innovation.md §2.2). */
export const enterpriseVisit = mechanism(enterpriseVisitRecord, {
  figures: enterpriseVisitFigures,
  actions: {
    enter: action({
      name: { zh: '登记走访', en: 'Enter a visit' },
      help: { zh: '走访后30天内登记，由企业用自己的账号签认后才计数。', en: 'Within thirty days; it counts once the enterprise has confirmed it by its own account.' },
      from: 'new',
      to: 'recorded',
      by: team,
      tone: 'primary',
      asks: { enterprise: 'must', visitedOn: 'must', arrivedAt: 'may', mode: 'must', team: 'must', visitors: 'must', address: 'may', place: 'may', met: 'may', issues: 'may', photos: 'may', isInnovative: 'computed', standing: 'computed' },
      ...looked,
      sets: ['name', 'demandsFound'],
      check: (situation, input) => badVisit(situation, input, input.twin),
      effects: (situation, input) => [{ do: 'set', values: { demandsFound: 0 } }, ...entered(situation, input, input.team)],
    }),
    correct: action({
      name: { zh: '更正', en: 'Correct' },
      help: { zh: '企业有异议的，更正后重新请企业签认。', en: 'What the enterprise disputed is corrected and confirmed anew.' },
      from: ['recorded', 'disputed'],
      to: 'recorded',
      by: team,
      tone: 'primary',
      asks: { visitedOn: 'may', arrivedAt: 'may', mode: 'may', visitors: 'may', address: 'may', place: 'may', met: 'may', issues: 'may', photos: 'may', isInnovative: 'computed', standing: 'computed' },
      ...looked,
      sets: ['name', 'objection'],
      check: (situation, input) => badVisit(situation, { ...situation.matter.facts, ...input }, input.twin),
      effects: (situation, input) => [
        { do: 'discharge', duty: 'confirm' },
        { do: 'set', values: { objection: null } },
        ...entered(situation, { ...situation.matter.facts, ...input }, situation.matter.facts.team ?? ''),
      ],
    }),
    confirm: action({
      name: { zh: '签认', en: 'Confirm' },
      help: { zh: '确认走访的时间、人员和反映的问题属实。', en: 'That time, people and issues are as written.' },
      from: ['recorded'],
      to: 'confirmed',
      by: [enterprise],
      tone: 'primary',
      sets: ['confirmedBy', 'confirmedAt'],
      effects: ({ actor, now }) => (actor.kind === 'post' ? [{ do: 'set', values: { confirmedBy: actor.personId, confirmedAt: now } }, { do: 'discharge', duty: 'confirm' }] : []),
    }),
    dispute: action({
      name: { zh: '提出异议', en: 'Dispute' },
      help: { zh: '没有来过、人数或者内容不对的，写明情况退回走访组。', en: 'Where nobody came, or it was otherwise: say so, and it goes back to the team.' },
      from: ['recorded'],
      to: 'disputed',
      by: [enterprise],
      tone: 'danger',
      asks: { objection: 'must' },
      effects: ({ matter }) => [{ do: 'discharge', duty: 'confirm' }, { do: 'tell', to: { unit: matter.facts.team ?? '' }, text: { zh: `企业对走访记录“${matter.facts.name ?? ''}”有异议。`, en: `The enterprise disputes the visit “${matter.facts.name ?? ''}”.` } }],
    }),
    void: action({
      name: { zh: '作废', en: 'Void' },
      from: ['recorded', 'disputed'],
      to: 'voided',
      by: team,
      tone: 'danger',
      reason: 5,
      when: demandsHang,
      effects: () => [{ do: 'discharge', duty: 'confirm' }],
    }),
    noteDemand: action({
      name: { zh: '记入发现的需求', en: 'Note a demand' },
      from: ['recorded', 'disputed', 'confirmed'],
      by: ['system'],
      hidden: true,
      sets: ['demandsFound', 'isOverCap'],
      effects: ({ matter, setting }) => {
        const demandsFound = (matter.facts.demandsFound ?? 0) + 1;
        const isOverCap = demandsFound > setting('demandsMost');
        return [
          { do: 'set', values: { demandsFound, ...(isOverCap ? { isOverCap } : {}) } },
          ...(isOverCap && matter.facts.isOverCap !== true ? [{ do: 'tell', to: { role: 'SCIENCE' }, text: { zh: `走访“${matter.facts.name ?? ''}”带出的需求超过${setting('demandsMost')}项，请核实。`, en: `More than ${setting('demandsMost')} demands came of the visit “${matter.facts.name ?? ''}”. Please look into it.` } } satisfies Effect] : []),
        ];
      },
    }),
    explain: action({
      name: { zh: '核实需求偏多', en: 'Look into the many demands' },
      help: { zh: '核实有没有把一项需求拆成几项，结果留痕。', en: 'Whether one demand was split into many; what was found is kept.' },
      from: ['recorded', 'confirmed'],
      by: [{ role: 'SCIENCE' }],
      asks: { explained: 'must' },
      when: notOver,
    }),
  },
});
