import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';
import { modeFacts, type ModeFactName } from '../mode-facts.ts';
import { parkDiagnosisFigures } from './figures.ts';
import { parkDiagnosisRecord } from './record.ts';
import { badDraft, badOverruling, badPanel, badSources, badWeights, verdictOf } from './rules.ts';
import { sourced, type SourcedName } from './sources.ts';
import { typedAsks, typedFacts } from './typed.ts';

const action = actionsOf(parkDiagnosisRecord);
const keepers = [{ role: 'INDUSTRY' }, { role: 'ZONE', tie: 'lead' }, { role: 'TOWN', tie: 'lead' }] as const;
/** Worked out and never typed, or typed under a name of its own where no register holds it. */
const fromRegisters = ['inefficientShare', 'freeLandShare', 'needOverFree', 'cdShare', 'ownBody'] as const satisfies readonly ModeFactName[];
type Entered = Exclude<ModeFactName, (typeof fromRegisters)[number]>;
const asked = Object.fromEntries(Object.keys(modeFacts).filter((name) => !fromRegisters.some((each) => each === name)).map((name) => [name, 'may'])) as Readonly<Record<Entered, 'may'>>;
const reckoned = {
  ...(Object.fromEntries(Object.keys(sourced).map((name) => [name, 'computedIfAny'])) as Readonly<Record<SourcedName, 'computedIfAny'>>), freeLandShare: 'computedIfAny', needOverFree: 'computedIfAny', ownersPer100Mu: 'computedIfAny', stateShare: 'computedIfAny',
  inefficientShare: 'computed', taxPerMu: 'computed', outputPerMu: 'computed', far: 'computed', farCap: 'computed', landUse: 'computed', basis: 'computed', health: 'computed', parts: 'computed', fits: 'computed', weighings: 'computed', closedGates: 'computed', secondary: 'computed',
} as const;
const sourcedNames = Object.fromEntries((Object.keys(sourced) as SourcedName[]).map((name) => [name, parkDiagnosisRecord.facts[name].name])) as Readonly<Record<SourcedName, Text>>;
const found = {
  hasSnapshot: fact.flag({ zh: '有快照', en: 'Has a snapshot' }, { forPrograms: true }), isTwice: fact.flag({ zh: '重复体检', en: 'Diagnosed twice' }, { forPrograms: true }), best: fact.text({ zh: '主推', en: 'Best' }, { min: 0, max: 4, forPrograms: true }),
  known: fact.choices({ zh: '有登记数', en: 'In the registers' }, sourcedNames, { forPrograms: true }), lacking: fact.choices({ zh: '没有登记数', en: 'In no register' }, sourcedNames, { forPrograms: true }), ...typedFacts,
};
const foundAsks = { hasSnapshot: 'computed', isTwice: 'computed', best: 'computed', known: 'computed', lacking: 'computed', ...typedAsks } as const;
const primaryOf = (best: string) => (best === '' ? null : (best as 'M1'));

/** The yearly diagnosis of a park, and which mode is recommended (parks.md §4–§6). */
export const parkDiagnosis = mechanism(parkDiagnosisRecord, {
  figures: parkDiagnosisFigures,
  actions: {
    draft: action({
      name: { zh: '开展体检', en: 'Diagnose' },
      help: { zh: '亩均、容积率、土地利用率从当年快照取；全区平均、入驻率、C和D类占比、业主和国有占比、低效用地、可供土地从台账算，台账没有的才填；其余填写，不清楚的留空，留空的不计分。', en: 'Yields, plot ratio and land use come from the snapshot of the year; means of the district, occupancy, classes C and D, owners, state land, inefficient and free land from the registers, and are typed only where these hold nothing; the rest is entered, and what is unknown stays empty and counts nothing.' },
      from: 'new',
      to: 'drafted',
      by: [{ role: 'INDUSTRY' }, { role: 'ZONE' }, { role: 'TOWN' }],
      tone: 'primary',
      asks: { name: 'must', park: 'must', year: 'must', leadShare: 'must', safety: 'must', ...asked, ...reckoned },
      extra: found,
      extraAsks: foundAsks,
      starts: ['diagnose'],
      sets: ['body', 'verdict', 'primary'],
      when: badWeights,
      check: badDraft,
      effects: (situation, { park, health, best }) => [{ do: 'set', values: { body: situation.findMatter(park)?.facts['body'] as string | undefined, verdict: verdictOf(situation, health), primary: primaryOf(best) } }],
    }),
    revise: action({
      name: { zh: '补正数据', en: 'Revise' },
      from: ['drafted'],
      by: keepers,
      reason: 5,
      asks: { leadShare: 'may', safety: 'may', ...asked, ...reckoned },
      extra: found,
      extraAsks: foundAsks,
      sets: ['verdict', 'primary'],
      when: badWeights,
      check: (_situation, input) => badSources(input),
      effects: (situation, { health, best }) => [{ do: 'set', values: { verdict: verdictOf(situation, health), primary: primaryOf(best) } }],
    }),
    toPanel: action({
      name: { zh: '送专家论证', en: 'Put before the panel' },
      from: ['drafted'],
      to: 'withPanel',
      by: keepers,
      tone: 'primary',
    }),
    agree: action({
      name: { zh: '同意测算结果', en: 'Agree' },
      from: ['withPanel'],
      to: 'advised',
      by: [{ role: 'INDUSTRY' }],
      tone: 'primary',
      evidence: 1,
      asks: { panel: 'must' },
      stops: ['diagnose'],
      sets: ['isOverruled'],
      check: (situation, { panel }) => badPanel(situation, panel),
      effects: () => [{ do: 'set', values: { isOverruled: false } }],
    }),
    overrule: action({
      name: { zh: '专家组另提模式', en: 'Overrule' },
      help: { zh: '五人以上专家组可以改变测算结果，写明理由；测算的和专家组的两个结果都留存。', en: 'Five experts or more may overrule the reckoning with a written reason; both results are kept.' },
      from: ['withPanel'],
      to: 'advised',
      by: [{ role: 'INDUSTRY' }],
      evidence: 1,
      asks: { panel: 'must', panelPrimary: 'must', panelSecondary: 'may', panelReason: 'must' },
      stops: ['diagnose'],
      sets: ['isOverruled'],
      check: badOverruling,
      effects: () => [{ do: 'set', values: { isOverruled: true } }],
    }),
    approve: action({
      name: { zh: '批准', en: 'Approve' },
      from: ['advised'],
      to: 'approved',
      by: [{ role: 'LEADER' }],
      tone: 'primary',
      sets: ['approvedOn'],
      follows: ['park.noteDiagnosis'],
      effects: ({ matter: { id, facts }, today }) => [
        { do: 'set', values: { approvedOn: today } },
        // A park to be rebuilt owes a plan; the others may have one.
        ...(facts.verdict === 'rebuild' ? [{ do: 'start', clock: 'plan' } as const] : []),
        ...(facts.park === undefined ? [] : [{ do: 'follow', mechanism: 'park', id: facts.park, action: 'noteDiagnosis', input: { diagnosis: id, health: facts.health ?? 0 } } as const]),
      ],
    }),
    notePlan: action({
      name: { zh: '已编制方案', en: 'A plan is made' },
      from: ['approved'],
      by: ['system'],
      hidden: true,
      stops: ['plan'],
    }),
    withdraw: action({
      name: { zh: '撤回', en: 'Withdraw' },
      from: ['drafted', 'withPanel', 'advised'],
      to: 'withdrawn',
      by: keepers,
      tone: 'danger',
      reason: 5,
      stops: ['diagnose'],
    }),
  },
});
