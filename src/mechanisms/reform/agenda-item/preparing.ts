import { fact } from '#kernel/fact.ts';
import { actionsOf, type Effect as EffectOf, type Need } from '#kernel/mechanism.ts';
import { agendaItemRecord, type AgendaItemRecord } from './record.ts';
import { badApplication, badConsultation, opinionsOut, owingUnit, stillCoordinating, unwrittenDispute, type Situation } from './rules.ts';

export type Effect = EffectOf<AgendaItemRecord>;

const action = actionsOf(agendaItemRecord);
const office = { role: 'OFFICE' } as const;
const unitLead = [{ role: 'UNIT', tie: 'lead' }, { role: 'UNIT_HEAD', tie: 'lead' }] as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });

/** The pieces that units bring; opinions of justice and finance come by their own actions. */
const materials = {
  draft: 'may', explanation: 'may', upperDocuments: 'may', adoption: 'may', fairReview: 'may', riskAssessment: 'may',
  consultationFrom: 'may', consultationTo: 'may', consultationShortened: 'may', hearingPapersOn: 'may', hearingOn: 'may',
} as const;
const application = { title: 'must', kind: 'must', isReform: 'must', field: 'must', reporterUnit: 'must', coUnits: 'may', isMajor: 'may', isMarketRelated: 'may', involvesMoney: 'may', document: 'may', topics: 'may' } as const;

const isReview = { fact: 'kind', in: ['review'] } as const;
const piece = (zh: string, en: string, given: string, only?: Need['only'], from = 'handIn'): Need<AgendaItemRecord> => ({
  name: { zh, en }, holds: { fact: given, present: true }, from, ...(only === undefined ? {} : { only }),
});
const draftPiece = piece('送审稿或汇报材料', 'the draft or report', 'draft');
const explanationPiece = piece('起草说明', 'the explanation of the draft', 'explanation', isReview);

/** 上会材料: what must be there before an item is put on an agenda (reform.md §4.5). */
const materialSet: readonly Need<AgendaItemRecord>[] = [
  draftPiece,
  explanationPiece,
  piece('意见采纳情况表', 'opinions and what became of them', 'adoption', isReview),
  piece('上级同类文件目录', 'papers of higher levels on the same matter', 'upperDocuments', isReview),
  piece('合法性审查意见', 'the legality review', 'legalOpinion', isReview, 'giveLegalOpinion'),
  piece('公平竞争审查结论', 'the fair-competition review', 'fairReview', { fact: 'isMarketRelated', in: [true] }),
  piece('社会稳定风险评估报告', 'the risk assessment', 'riskAssessment', { fact: 'isMajor', in: [true] }),
  piece('公开征求意见（不少于30日）', 'public consultation of thirty days', 'consultationTo', { fact: 'isMajor', in: [true] }),
  piece('财政意见', 'the fiscal opinion', 'fiscalOpinion', { fact: 'involvesMoney', in: [true] }, 'giveFiscalOpinion'),
];

/** Whether something of the material set came with it: the five working days are counted from the last of it. */
function materialsCame({ today }: Situation, given: Readonly<Record<string, unknown>>): Effect[] {
  return Object.keys(materials).some((name) => given[name] !== undefined) ? [set({ materialsOn: today })] : [];
}

function linked({ matter }: Situation, { document, topics = [] }: { readonly document?: string; readonly topics?: readonly string[] }): Effect[] {
  const gone = matter.links.map(({ type, id }): Effect => ({ do: 'unlink', type, id }));
  return [...gone, ...(document === undefined ? [] : [{ do: 'link', type: 'decides', id: document } satisfies Effect]), ...topics.map((id): Effect => ({ do: 'link', type: 'approves', id }))];
}

/** From the application to a place on an agenda. */
export const preparingActions = {
  apply: action({
    name: { zh: '申报议题', en: 'Apply for an item' },
    help: { zh: '随申报交齐材料最快；缺的以后用“补交材料”补。改革办一个工作日内初核。', en: 'Fastest with all its materials; what is missing may be handed in later. The office pre-checks within a working day.' },
    from: 'new',
    to: 'applied',
    by: [{ role: 'UNIT' }, { role: 'UNIT_HEAD' }, { role: 'GROUP' }, office],
    tone: 'primary',
    asks: { ...application, ...materials },
    starts: ['preCheck'],
    sets: ['appliedOn', 'materialsOn'],
    check: (situation, input) => badApplication(situation, input) ?? badConsultation(situation, input),
    effects: (situation, input) => [set({ appliedOn: situation.today }), ...materialsCame(situation, input), ...linked(situation, input)],
  }),
  handIn: action({
    name: { zh: '补交材料', en: 'Hand in materials' },
    from: ['applied', 'preChecked', 'coordinated', 'groupReviewed', 'leaderSigned', 'returned'],
    by: [...unitLead, office],
    asks: materials,
    sets: ['materialsOn'],
    check: (situation, input) => badConsultation(situation, { ...situation.matter.facts, ...input }),
    effects: materialsCame,
  }),
  preCheck: action({
    name: { zh: '初核通过', en: 'Pass the pre-check' },
    from: ['applied'],
    to: 'preChecked',
    by: [office],
    tone: 'primary',
    needs: [draftPiece, explanationPiece],
    stops: ['preCheck'],
  }),
  sendBack: action({
    name: { zh: '退回补正', en: 'Send back' },
    from: ['applied', 'preChecked', 'coordinated', 'groupReviewed'],
    to: 'returned',
    by: [office],
    reason: 10,
    stops: ['preCheck', 'coordination'],
    effects: ({ matter }) => [
      { do: 'withdraw', duty: 'opinion' }, { do: 'withdraw', duty: 'legalReview' }, { do: 'withdraw', duty: 'fiscalOpinion' },
      { do: 'tell', to: { unit: matter.facts.reporterUnit ?? '' }, text: { zh: '申报的议题已退回，请按退回意见补正后重新申报。', en: 'An item was sent back; please complete it and apply again.' } },
    ],
  }),
  reapply: action({
    name: { zh: '重新申报', en: 'Apply again' },
    from: ['returned'],
    to: 'applied',
    by: [...unitLead, office],
    tone: 'primary',
    asks: { ...application, ...materials },
    starts: ['preCheck'],
    sets: ['materialsOn', 'opinions', 'disputes', 'legalOpinion'],
    check: (situation, input) => badApplication(situation, input) ?? badConsultation(situation, { ...situation.matter.facts, ...input }),
    // What was said of the earlier draft does not speak for the new one.
    effects: (situation, input) => [set({ opinions: null, disputes: null, legalOpinion: null }), ...materialsCame(situation, input), ...linked(situation, input)],
  }),
  requestOpinions: action({
    name: { zh: '征求单位意见', en: 'Ask units for their opinion' },
    help: { zh: '单位3个工作日内回复，协调5个工作日内完成；合法性审查、财政意见一并送请。', en: 'Units answer within three working days, coordination takes five; justice and finance are asked along.' },
    from: ['preChecked'],
    by: [office],
    tone: 'primary',
    extra: {
      units: fact.units({ zh: '征求意见单位', en: 'Units asked' }),
      legalUnit: fact.unit({ zh: '合法性审查单位', en: 'Legality reviewed by' }),
      fiscalUnit: fact.unit({ zh: '财政意见单位', en: 'Fiscal opinion by' }),
    },
    extraAsks: { units: 'may', legalUnit: 'may', fiscalUnit: 'may' },
    effects: ({ matter }, { units = [], legalUnit, fiscalUnit }) => {
      const owing = matter.duties.filter(({ state }) => state === 'open');
      const owe = (duty: 'opinion' | 'legalReview' | 'fiscalOpinion', unit: string | undefined): Effect[] =>
        (unit === undefined || owing.some((each) => each.kind === duty && each.unit === unit) ? [] : [{ do: 'owe', duty, unit }]);
      return [...(matter.clocks['coordination'] === undefined ? [{ do: 'start', clock: 'coordination' } satisfies Effect] : []),
        ...[...new Set(units)].flatMap((unit) => owe('opinion', unit)), ...owe('legalReview', legalUnit), ...owe('fiscalOpinion', fiscalUnit)];
    },
  }),
  giveOpinion: action({
    name: { zh: '回复意见', en: 'Give the opinion' },
    from: ['preChecked'],
    by: [{ role: 'UNIT', tie: { duty: 'opinion' } }, { role: 'UNIT_HEAD', tie: { duty: 'opinion' } }],
    tone: 'primary',
    extra: { agrees: fact.flag({ zh: '同意', en: 'Agrees' }), text: fact.longText({ zh: '意见和理由', en: 'Opinion and reason' }, { max: 500 }) },
    extraAsks: { agrees: 'must', text: 'must' },
    sets: ['opinions'],
    effects: (situation, { agrees, text }) => {
      const unit = owingUnit(situation, 'opinion') ?? '';
      return [set({ opinions: [...(situation.matter.facts.opinions ?? []), { unit, agrees, text, on: situation.today }] }), { do: 'discharge', duty: 'opinion', unit }];
    },
  }),
  giveLegalOpinion: action({
    name: { zh: '出具合法性审查意见', en: 'Review the legality' },
    from: ['preChecked', 'coordinated', 'groupReviewed', 'leaderSigned'],
    by: [{ role: 'LEGAL', tie: { duty: 'legalReview' } }],
    tone: 'primary',
    asks: { legalOpinion: 'must', legalText: 'must' },
    sets: ['legalReviewOn', 'materialsOn'],
    effects: ({ today }) => [set({ legalReviewOn: today, materialsOn: today }), { do: 'discharge', duty: 'legalReview' }],
  }),
  giveFiscalOpinion: action({
    name: { zh: '出具财政意见', en: 'Give the fiscal opinion' },
    from: ['preChecked', 'coordinated', 'groupReviewed', 'leaderSigned'],
    by: [{ role: 'FINANCE', tie: { duty: 'fiscalOpinion' } }],
    tone: 'primary',
    asks: { fiscalOpinion: 'must' },
    sets: ['materialsOn'],
    effects: ({ today }) => [set({ materialsOn: today }), { do: 'discharge', duty: 'fiscalOpinion' }],
  }),
  coordinate: action({
    name: { zh: '协调完毕', en: 'Coordination done' },
    help: { zh: '有单位不同意的，勾选已经一致，或者逐家写明双方理由。', en: 'Where units disagree, tick that it was settled or write down both reasons for each.' },
    from: ['preChecked'],
    to: 'coordinated',
    by: [office],
    tone: 'primary',
    asks: { disputes: 'may' },
    extra: { isSettled: fact.flag({ zh: '不同意见已协调一致', en: 'Disagreement was settled' }) },
    extraAsks: { isSettled: 'may' },
    stops: ['coordination'],
    when: opinionsOut,
    check: (situation, { disputes = [], isSettled = false }) => unwrittenDispute(situation, disputes, isSettled),
    effects: () => [{ do: 'withdraw', duty: 'opinion' }],
  }),
  returnUnsettled: action({
    name: { zh: '协调不成退回', en: 'Return as unsettled' },
    help: { zh: '5个工作日协调不成的，经分管领导同意退回申报单位。', en: 'What five working days did not settle goes back to its unit with the leader’s consent.' },
    from: ['preChecked'],
    to: 'returned',
    by: [{ role: 'LEADER' }],
    reason: 10,
    stops: ['coordination'],
    when: stillCoordinating,
    effects: () => [{ do: 'withdraw', duty: 'opinion' }, { do: 'withdraw', duty: 'legalReview' }, { do: 'withdraw', duty: 'fiscalOpinion' }],
  }),
  reviewInGroup: action({
    name: { zh: '专项小组审核', en: 'Review in the special group' },
    from: ['coordinated'],
    to: 'groupReviewed',
    by: [{ role: 'GROUP' }, { role: 'GROUP_HEAD' }],
    tone: 'primary',
    asks: { groupOpinion: 'must' },
  }),
  signByLeader: action({
    name: { zh: '分管领导签批', en: 'Sign by the leader' },
    from: ['groupReviewed'],
    to: 'leaderSigned',
    by: [{ role: 'LEADER' }],
    tone: 'primary',
  }),
  schedule: action({
    name: { zh: '列入会议', en: 'Put before a meeting' },
    help: { zh: '材料要在会前5个工作日报齐，迟了的列下一次会议。', en: 'Materials are complete five working days before; what is late takes the next meeting.' },
    from: ['leaderSigned'],
    to: 'scheduled',
    by: [office],
    tone: 'primary',
    asks: { meeting: 'must', orderNo: 'may', minutes: 'may' },
    needs: materialSet,
    sets: ['orderNo'],
    follows: ['meeting.enlist'],
    when: ({ matter }) => (matter.facts.legalOpinion === 'unlawful' ? 'unlawful' : undefined),
    effects: ({ matter, today, findMatter }, { meeting, orderNo, minutes }) => {
      const agenda = (findMatter(meeting)?.facts['agenda'] ?? []) as readonly { readonly orderNo?: number }[];
      const place = orderNo ?? Math.max(0, ...agenda.map((row) => row.orderNo ?? 0)) + 1;
      const { title = '', reporterUnit: reporter, isReform = false, materialsOn = today } = matter.facts;
      return [set({ orderNo: place }), { do: 'follow', mechanism: 'meeting', id: meeting, action: 'enlist', input: { item: matter.id, orderNo: place, title, reporter, isReform, materialsOn, ...(minutes === undefined ? {} : { minutes }) } }];
    },
  }),
  takeOff: action({
    name: { zh: '移出会议', en: 'Take off the agenda' },
    from: ['scheduled'],
    to: 'leaderSigned',
    by: [office],
    reason: 10,
    sets: ['meeting', 'orderNo'],
    follows: ['meeting.delist'],
    effects: ({ matter }) => [set({ meeting: null, orderNo: null }), { do: 'follow', mechanism: 'meeting', id: matter.facts.meeting ?? '', action: 'delist', input: { item: matter.id, orderNo: matter.facts.orderNo } }],
  }),
  release: action({
    name: { zh: '会议取消退回', en: 'Released by a cancelled meeting' },
    from: ['scheduled'],
    to: 'leaderSigned',
    by: ['system'],
    hidden: true,
    sets: ['meeting', 'orderNo'],
    effects: () => [set({ meeting: null, orderNo: null })],
  }),
  withdraw: action({
    name: { zh: '撤回议题', en: 'Withdraw the item' },
    from: ['applied', 'preChecked', 'coordinated', 'groupReviewed', 'leaderSigned', 'returned'],
    to: 'withdrawn',
    by: [...unitLead, { role: 'OFFICE_HEAD' }],
    tone: 'danger',
    reason: 10,
    stops: ['preCheck', 'coordination'],
    effects: () => [{ do: 'withdraw', duty: 'opinion' }, { do: 'withdraw', duty: 'legalReview' }, { do: 'withdraw', duty: 'fiscalOpinion' }],
  }),
};
