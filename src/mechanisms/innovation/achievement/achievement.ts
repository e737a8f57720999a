import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { achievementFigures } from './figures.ts';
import { achievementRecord, type AchievementRecord } from './record.ts';
import { badReadiness, badRise, badScores, firstEnd, notListable, staleFor, valueOf, type Achievement, type Situation } from './rules.ts';

type Effect = EffectOf<AchievementRecord>;

const action = actionsOf(achievementRecord);
const science = { role: 'SCIENCE' } as const;
const owners = [{ role: 'INSTITUTE' }, { role: 'ENTERPRISE' }, science] as const;
const keepers = [science, { role: 'MART' }] as const;
const details = {
  type: 'must', ownerName: 'must', ownerCode: 'must', ownerPlace: 'must', summary: 'must', scenes: 'may', industry: 'must', techField: 'may', marineField: 'must', inventors: 'must', rights: 'may', isSecret: 'may',
  modes: 'may', ask: 'may', estimatedMonths: 'may', investment: 'may', expectedOutput: 'may', officer: 'may',
} as const;

/** Achievements: how ripe by which evidence, whose, for how much, and where they went. */
export const achievement = mechanism(achievementRecord, {
  figures: achievementFigures,
  actions: {
    register: action({
      name: { zh: '登记成果', en: 'Register' },
      help: { zh: '成熟度几级，就附证明到几级的佐证；核验以后入库。', en: 'With evidence that shows the level it claims; it is verified before it is stored.' },
      from: 'new',
      to: 'registered',
      by: owners,
      tone: 'primary',
      evidence: 0,
      asks: { title: 'must', kind: 'must', trl: 'must', trlEvidence: 'must', ...details },
      numbers: [{ into: 'number', counter: 'achievement', yearly: true, pattern: 'CG-{year}-{seq:4}' }],
      starts: ['verifying'],
      sets: ['rightsState', 'rightsUntil', 'pricedOn'],
      check: badReadiness,
      effects: (situation, input) => [{ do: 'set', values: { rightsState: 'valid', ...rightsUntil(input), ...(input.ask === undefined ? {} : { pricedOn: situation.today }) } }, ...kept(situation, input.officer)],
    }),
    verify: action({
      name: { zh: '核验通过', en: 'Verify' },
      help: { zh: '权属链条完整，不涉密或者已标明，与库内成果不重复。', en: 'Whose it is has been shown, whether it is secret is marked, and it is not in stock already.' },
      from: ['registered'],
      to: 'verified',
      by: keepers,
      tone: 'primary',
      apartFrom: ['register'],
      evidence: 1,
      stops: ['verifying'],
      starts: ['evaluating'],
      asks: { rightsState: 'must' },
      sets: ['verifiedOn'],
      effects: ({ today }) => [{ do: 'set', values: { verifiedOn: today } }],
    }),
    reject: action({ name: { zh: '不予入库', en: 'Do not take' }, from: ['registered', 'verified'], to: 'rejected', by: keepers, tone: 'danger', reason: 10, stops: ['verifying', 'evaluating'], effects: () => [noMoreKept] }),
    store: action({
      name: { zh: '评估入库', en: 'Evaluate and store' },
      help: { zh: '五元价值只填看得清的几项；得分是各项的加权平均，不写“领先”。', en: 'Score the values that can be judged; the result is their weighted mean, never a rank.' },
      from: ['verified'],
      to: 'stored',
      by: keepers,
      tone: 'primary',
      stops: ['evaluating'],
      asks: { scores: 'must' },
      sets: ['value', 'storedOn'],
      check: (_situation, { scores }) => badScores(scores),
      effects: ({ matter: { facts }, today }, { scores }) => [{ do: 'set', values: { value: valueOf(facts.type, scores), storedOn: today } }],
    }),
    ripen: action({
      name: { zh: '成熟度升级', en: 'Raise the readiness' },
      from: ['registered', 'verified', 'stored', 'listed', 'negotiating'],
      by: owners,
      asks: { trl: 'must', trlEvidence: 'must', trlNote: 'may' },
      check: badRise,
      effects: ({ matter: { facts } }, { trlEvidence }) => [{ do: 'set', values: { trlEvidence: [...(facts.trlEvidence ?? []), ...trlEvidence].slice(-40) } }],
    }),
    list: action({
      name: { zh: '上架', en: 'List' },
      help: { zh: '上架后公开，并参加供需匹配。', en: 'From then on it is public and matched with demands.' },
      from: ['stored', 'delisted'],
      to: 'listed',
      by: keepers,
      tone: 'primary',
      sets: ['listedOn', 'delistReason'],
      when: notListable,
      effects: ({ today }) => [{ do: 'set', values: { listedOn: today, delistReason: null } }],
    }),
    price: action({
      name: { zh: '更新报价', en: 'Price it anew' },
      from: ['registered', 'verified', 'stored', 'listed', 'negotiating', 'delisted'],
      by: owners,
      asks: { ask: 'must', modes: 'must', estimatedMonths: 'may' },
      sets: ['pricedOn'],
      effects: (situation) => [{ do: 'set', values: { pricedOn: situation.today } }, noMoreKept, ...kept(situation, situation.matter.facts.officer)],
    }),
    negotiate: action({ name: { zh: '转入洽谈', en: 'Begin to negotiate' }, from: ['listed'], to: 'negotiating', by: [...keepers, { role: 'BROKER' }], asks: { buyer: 'must' } }),
    breakOff: action({ name: { zh: '洽谈未成', en: 'Break off' }, from: ['negotiating'], to: 'listed', by: [...keepers, { role: 'BROKER' }], reason: 5, sets: ['buyer'], effects: () => [{ do: 'set', values: { buyer: null } }] }),
    deal: action({
      name: { zh: '成交', en: 'Deal' },
      from: ['negotiating'],
      to: 'dealt',
      by: keepers,
      tone: 'primary',
      evidence: 1,
      asks: { dealMode: 'must', dealAmount: 'must', registrationNo: 'may' },
      sets: ['dealtOn'],
      check: (_situation, { dealMode, registrationNo }) => (dealMode !== 'own' && registrationNo === undefined ? { refusal: 'contractMissing', field: 'registrationNo' } : undefined),
      effects: ({ today }) => [{ do: 'set', values: { dealtOn: today } }, noMoreKept],
    }),
    delist: action({ name: { zh: '下架', en: 'Delist' }, from: ['listed', 'negotiating'], to: 'delisted', by: [...keepers, { role: 'INSTITUTE' }], tone: 'danger', asks: { delistReason: 'must' } }),
    lapse: action({
      name: { zh: '自动下架', en: 'Leave the shelf' },
      from: ['listed'],
      to: 'delisted',
      by: ['system'],
      hidden: true,
      sets: ['delistReason'],
      when: (situation) => (staleFor(situation) === undefined ? 'stillFresh' : undefined),
      effects: (situation) => {
        const reason = staleFor(situation);
        const why = reason === 'rights' ? { zh: '有知识产权到期', en: 'a right of it has ended' } : { zh: '报价过期未更新', en: 'its price is stale' };
        const text = { zh: `成果“${situation.matter.facts.title ?? ''}”已自动下架：${why.zh}。`, en: `“${situation.matter.facts.title ?? ''}” has left the shelf: ${why.en}.` };
        const { officer } = situation.matter.facts;
        return [{ do: 'set', values: { delistReason: reason } }, { do: 'tell', to: officer === undefined ? { role: 'MART' } : { person: officer }, text }];
      },
    }),
    amend: action({
      name: { zh: '更正信息', en: 'Amend' },
      from: ['registered', 'verified', 'stored', 'listed', 'negotiating', 'delisted'],
      by: keepers,
      reason: 5,
      asks: { title: 'may', kind: 'may', trl: 'may', trlEvidence: 'may', rightsState: 'may', ...(Object.fromEntries(Object.keys(details).map((name) => [name, 'may'])) as { readonly [K in keyof typeof details]: 'may' }) },
      sets: ['rightsUntil', 'pricedOn'],
      check: (situation, input) => badReadiness(situation, { trl: input.trl ?? situation.matter.facts.trl, trlEvidence: input.trlEvidence ?? situation.matter.facts.trlEvidence ?? [] } as Achievement),
      effects: ({ today }, input) => [{ do: 'set', values: { ...(input.rights === undefined ? {} : rightsUntil(input)), ...(input.ask === undefined ? {} : { pricedOn: today }) } }],
    }),
  },
});

const noMoreKept = { do: 'discharge', duty: 'upkeep' } as const;

/** Whoever acts for the owner keeps price and state current; by that duty an enterprise sees what is its own. */
function kept({ actor }: Situation, officer: string | undefined): readonly Effect[] {
  return actor.kind === 'post' ? [{ do: 'owe', duty: 'upkeep', unit: actor.unitId, person: officer ?? actor.personId }] : [];
}

function rightsUntil(input: Pick<Achievement, 'rights'>): { readonly rightsUntil: string | null } {
  return { rightsUntil: firstEnd(input) ?? null };
}
