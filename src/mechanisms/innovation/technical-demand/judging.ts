import { fact } from '#kernel/fact.ts';
import { action, moved, science, set, tellEnterprise, titled, type Effect } from './moves.ts';
import { demandQuality, type Sheet } from './quality.ts';
import { badExperts, goodEnough, judgedAlready, noVacancy, notGood, type Situation } from './rules.ts';
import { axisFacts } from './words.ts';

const judge = { role: 'EXPERT', tie: { duty: 'judge' } } as const;

/** The account of an expert of the register. */
const accountOf = ({ findMatter }: Situation, id: string) => findMatter(id)?.facts as { readonly person: string; readonly pool?: string } | undefined;

/** One more sheet; with the last one the quality is there, and everybody reads the sheets. */
function judged({ matter: { facts } }: Situation, sheet: Sheet & { readonly expert: string; readonly opinion: string }, wanted: number): Effect {
  const sheets = [...(facts.sheets ?? []), sheet];
  return set({ sheets, ...(sheets.length >= wanted ? { quality: demandQuality(facts.kpis ?? [], sheets) } : {}) });
}

/** Experts judge a demand each by himself, and the office follows the points (innovation.md §2.3). */
export const judging = {
  appoint: action({
    name: { zh: '送专家甄别', en: 'Send to experts' },
    help: { zh: '从专家库选2至3名，与企业有关联的不能选；各自独立打分，交齐前互相看不到。', en: 'Two or three of the register, none tied to the enterprise; each by himself, and nobody sees another sheet before all are in.' },
    from: ['screening'],
    by: [science],
    tone: 'primary',
    asks: { experts: 'must' },
    when: judgedAlready,
    check: (situation, { experts }) => badExperts(situation, experts),
    effects: (situation, { experts }) => [
      { do: 'withdraw', duty: 'judge' },
      ...experts.flatMap((id): readonly Effect[] => {
        const account = accountOf(situation, id);
        return account === undefined ? [] : [{ do: 'owe', duty: 'judge', unit: account.pool ?? '', person: account.person }];
      }),
    ],
  }),
  judge: action({
    name: { zh: '提交甄别表', en: 'Submit the sheet' },
    help: { zh: '五项各评0至1分，指标明确程度由平台按可测指标计算。', en: 'Five axes from 0 to 1; how specific it is follows from the indicators.' },
    from: ['screening'],
    by: [judge],
    tone: 'primary',
    extra: { ...axisFacts, opinion: fact.longText({ zh: '意见', en: 'Opinion' }, { min: 5, max: 500 }), noConflict: fact.flag({ zh: '与需求企业没有利害关系', en: 'I have no interest in the enterprise' }) },
    extraAsks: { clarity: 'must', market: 'must', budgetRealism: 'must', ownBasis: 'must', offShelf: 'must', opinion: 'must', noConflict: 'must' },
    sets: ['sheets', 'quality'],
    check: (_situation, { noConflict }) => (noConflict ? undefined : { refusal: 'conflictUnsaid', field: 'noConflict' }),
    effects: (situation, { clarity, market, budgetRealism, ownBasis, offShelf, opinion }) => {
      const { actor, matter } = situation;
      if (actor.kind !== 'post') return [];
      return [judged(situation, { expert: actor.personId, clarity, market, budgetRealism, ownBasis, offShelf, opinion }, (matter.facts.experts ?? []).length), { do: 'discharge', duty: 'judge', person: actor.personId }];
    },
  }),
  stepAside: action({
    name: { zh: '回避', en: 'Step aside' },
    help: { zh: '与需求企业有利害关系的，写明原因，科技局另选专家。', en: 'Whoever has an interest in the enterprise says so; the bureau chooses somebody else.' },
    from: ['screening'],
    by: [judge],
    reason: 5,
    sets: ['experts', 'quality'],
    effects: (situation) => {
      const { actor, matter } = situation;
      if (actor.kind !== 'post') return [];
      const experts = (matter.facts.experts ?? []).filter((id) => accountOf(situation, id)?.person !== actor.personId);
      return [
        // Enough are in without this one: the points are there.
        set({ experts, ...(experts.length >= situation.setting('expertsLeast') && (matter.facts.sheets ?? []).length >= experts.length ? { quality: demandQuality(matter.facts.kpis ?? [], matter.facts.sheets ?? []) } : {}) }),
        { do: 'withdraw', duty: 'judge', person: actor.personId },
        { do: 'tell', to: { role: 'SCIENCE' }, text: { zh: `一名专家对需求${titled(situation)}申请回避，请补选。`, en: `An expert stepped aside from the demand ${titled(situation)}. Please choose another.` } },
      ];
    },
  }),
  replace: action({
    name: { zh: '补选专家', en: 'Choose another expert' },
    help: { zh: '有专家回避的，补足人数；已经交的甄别表照样有效。', en: 'In place of whoever stepped aside; sheets that are in stand.' },
    from: ['screening'],
    by: [science],
    extra: { added: fact.matters({ zh: '补选的专家', en: 'Experts added' }, 'expert', { stages: ['active'] }) },
    extraAsks: { added: 'must' },
    sets: ['experts'],
    when: noVacancy,
    check: (situation, { added }) => {
      const bad = badExperts(situation, [...(situation.matter.facts.experts ?? []), ...added]);
      return typeof bad === 'object' && bad.field === 'experts' ? { ...bad, field: 'added' } : bad;
    },
    effects: (situation, { added }) => [
      set({ experts: [...(situation.matter.facts.experts ?? []), ...added] }),
      ...added.flatMap((id): readonly Effect[] => {
        const account = accountOf(situation, id);
        return account === undefined ? [] : [{ do: 'owe', duty: 'judge', unit: account.pool ?? '', person: account.person }];
      }),
    ],
  }),
  admit: action({
    name: { zh: '入库', en: 'Admit' },
    from: ['screening'],
    to: 'admitted',
    by: [science],
    tone: 'primary',
    stops: ['screening'],
    sets: ['admittedOn', 'validFrom', 'activeOn'],
    when: notGood,
    effects: (situation) => [
      moved(situation, { admittedOn: situation.today, validFrom: situation.today }),
      ...tellEnterprise(situation, `需求${titled(situation)}已入库，请确认公开级别。`, `The demand ${titled(situation)} is admitted. Please agree to its disclosure.`),
    ],
  }),
  reject: action({
    name: { zh: '不予入库', en: 'Reject' },
    from: ['screening'],
    to: 'rejected',
    by: [science],
    tone: 'danger',
    reason: 10,
    stops: ['screening'],
    when: goodEnough,
    effects: (situation, { reason = '' }) => tellEnterprise(situation, `需求${titled(situation)}未能入库：${reason}`, `The demand ${titled(situation)} was not admitted: “${reason}”`),
  }),
};
