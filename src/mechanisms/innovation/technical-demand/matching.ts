import { fact } from '#kernel/fact.ts';
import { action, enterprise, moved, owedByEnterprise, science, set, type Effect } from './moves.ts';
import { badFeedback, badList, badPartner, noIndicator, notPublic, tellsTooMuch, type Situation } from './rules.ts';
import { candidateColumns, publicLevels } from './words.ts';

/** Nothing leaves the offices before the enterprise has agreed to how far. */
const agreed = { name: { zh: '企业书面同意公开级别', en: 'The enterprise’s agreement to the disclosure' }, holds: { fact: 'consentedOn', present: true }, from: 'consent' } as const;
const isPublicLevel = (level: string | undefined) => (publicLevels as readonly (string | undefined)[]).includes(level);
const nameOf = ({ matter, findMatter }: Situation) => String(findMatter(matter.facts.enterprise ?? '')?.facts['name'] ?? '');
const { party, achievement, ground } = candidateColumns;

/** How a demand finds whoever can solve it: agreed, published, matched or posted as a challenge (innovation.md §2.1). */
export const matching = {
  consent: action({
    name: { zh: '同意公开级别', en: 'Agree to the disclosure' },
    help: { zh: '上传盖章的同意书；改为定向或者保密的，公开页面随即撤下。', en: 'With the sealed letter; where it becomes restricted the public page is taken down at once.' },
    from: ['admitted', 'matching', 'challenged'],
    by: [enterprise],
    tone: 'primary',
    asks: { disclosure: 'must' },
    evidence: 1,
    sets: ['consentedOn', 'publishedOn', 'publicEnterprise', 'activeOn'],
    effects: (situation, { disclosure }) => [
      moved(situation, {
        consentedOn: situation.today,
        // The name goes at once, and with a level that is not public the page.
        ...(isPublicLevel(disclosure) ? {} : { publishedOn: null }),
        ...(disclosure === 'open' && situation.matter.facts.publishedOn !== undefined ? { publicEnterprise: nameOf(situation) } : { publicEnterprise: null }),
        ...(disclosure === 'masked' && situation.matter.facts.disclosure === 'open' ? { publishedOn: null } : {}),
      }),
    ],
  }),
  publish: action({
    name: { zh: '公开需求', en: 'Publish' },
    help: { zh: '写公开页面的内容；脱敏公开的不能出现企业名称，都不能有联系方式。', en: 'The words of the public page: without the name where that was agreed, and never with a way to reach anybody.' },
    from: ['admitted', 'matching', 'challenged'],
    by: [science],
    tone: 'primary',
    asks: { publicText: 'must' },
    needs: [agreed],
    sets: ['publishedOn', 'publicEnterprise', 'activeOn'],
    when: notPublic,
    check: (situation, { publicText }) => tellsTooMuch(situation, [
      { field: 'publicText', words: publicText }, { field: 'publicText', words: situation.matter.facts.title ?? '' },
      ...(situation.matter.facts.kpis ?? []).map(({ name = '', method = '' }) => ({ field: 'publicText', words: `${name} ${method}` })),
    ]),
    effects: (situation) => [moved(situation, { publishedOn: situation.today, publicEnterprise: situation.matter.facts.disclosure === 'open' ? nameOf(situation) : null })],
  }),
  unpublish: action({
    name: { zh: '撤下公开', en: 'Take down' },
    from: ['admitted', 'matching', 'challenged', 'intent', 'contracted'],
    by: [science],
    reason: 5,
    sets: ['publishedOn', 'publicEnterprise'],
    when: ({ matter }) => (matter.facts.publishedOn === undefined ? 'published' : undefined),
    effects: () => [set({ publishedOn: null, publicEnterprise: null })],
  }),
  beginMatching: action({
    name: { zh: '开始对接', en: 'Begin matching' },
    help: { zh: '5个工作日内给出首份推荐名单。', en: 'The first list of suppliers is due in five working days.' },
    from: ['admitted'],
    to: 'matching',
    by: [science],
    tone: 'primary',
    needs: [agreed],
    starts: ['firstList'],
    sets: ['activeOn'],
    effects: (situation) => [moved(situation)],
  }),
  propose: action({
    name: { zh: '推荐供给方', en: 'Propose suppliers' },
    from: ['matching'],
    by: [science],
    tone: 'primary',
    extra: { suppliers: fact.rows({ zh: '供给方', en: 'Suppliers' }, { party, achievement, ground }, { max: 10 }) },
    extraAsks: { suppliers: 'must' },
    stops: ['firstList'],
    sets: ['candidates', 'activeOn'],
    check: (situation, { suppliers }) => badList(situation, suppliers),
    effects: (situation, { suppliers }) => [
      moved(situation, { candidates: [...(situation.matter.facts.candidates ?? []), ...suppliers.map((each) => ({ ...each, proposedOn: situation.today }))] }),
      { do: 'discharge', duty: 'feedback' },
      ...owedByEnterprise(situation, 'feedback'),
    ],
  }),
  feedBack: action({
    name: { zh: '反馈对接结果', en: 'Say what came of it' },
    from: ['matching'],
    by: [{ role: 'ENTERPRISE', tie: { duty: 'feedback' } }],
    tone: 'primary',
    asks: { candidates: 'must' },
    sets: ['activeOn'],
    check: (situation, { candidates }) => badFeedback(situation, candidates),
    effects: (situation) => [moved(situation), { do: 'discharge', duty: 'feedback' }],
  }),
  intend: action({
    name: { zh: '达成意向', en: 'Reach an intent' },
    help: { zh: '附双方签的意向书或者会谈纪要；60天内签不成合同的，退回对接。', en: 'With the letter both signed, or minutes; without a contract in sixty days it goes back to matching.' },
    from: ['matching'],
    to: 'intent',
    by: [enterprise, science],
    tone: 'primary',
    asks: { partner: 'may', partnerName: 'may', intentAmount: 'may' },
    evidence: 1,
    starts: ['signing'],
    stops: ['firstList'],
    sets: ['intentOn', 'activeOn'],
    check: badPartner,
    effects: (situation) => [moved(situation, { intentOn: situation.today }), { do: 'discharge', duty: 'feedback' }],
  }),
  dropIntent: action({
    name: { zh: '意向未成，退回对接', en: 'Back to matching' },
    from: ['intent'],
    to: 'matching',
    by: [enterprise, science],
    reason: 5,
    stops: ['signing'],
    sets: ['intentOn', 'activeOn', 'partner', 'partnerName', 'intentAmount'],
    effects: (situation) => [moved(situation, { intentOn: null, partner: null, partnerName: null, intentAmount: null })],
  }),
  toChallenge: action({
    name: { zh: '转揭榜', en: 'Post as a challenge' },
    help: { zh: '面向社会揭榜攻关的，要有可测指标，公开级别为公开或者脱敏公开。', en: 'For a public challenge: with a measurable indicator and a public level of disclosure.' },
    from: ['admitted'],
    to: 'challenged',
    by: [science],
    asks: { challengeNo: 'must' },
    needs: [agreed],
    sets: ['activeOn'],
    when: (situation) => notPublic(situation) ?? noIndicator(situation),
    effects: (situation) => [moved(situation)],
  }),
  endChallenge: action({
    name: { zh: '流榜、撤榜，退回入库', en: 'Back from the challenge' },
    from: ['challenged'],
    to: 'admitted',
    by: [science],
    reason: 5,
    sets: ['activeOn', 'challengeNo'],
    effects: (situation) => [moved(situation, { challengeNo: null })],
  }),
} satisfies Record<string, { readonly effects?: (...args: never[]) => readonly Effect[] }>;
