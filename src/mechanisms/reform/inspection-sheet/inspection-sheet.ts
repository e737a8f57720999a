import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { stalePhoto } from '../photos.ts';
import { inspectionSheetRecord, type InspectionSheetRecord } from './record.ts';
import { badFilling, isRecused, mayNotAnswer, mayNotObject, notYetOpen, recused, type Situation } from './rules.ts';

type Effect = EffectOf<InspectionSheetRecord>;

const action = actionsOf(inspectionSheetRecord);
const head = { role: 'UNIT_HEAD', tie: 'lead' } as const;
const liaison = { role: 'UNIT', tie: 'lead' } as const;
const inspector = { role: 'INSPECTOR' } as const;
const inspectLead = { role: 'INSPECT_LEAD' } as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const writer = ({ actor }: Situation): string | undefined => (actor.kind === 'post' ? actor.personId : undefined);
const ofRound = ({ matter }: Situation, name: string, input: Readonly<Record<string, unknown>> = {}): Effect => ({ do: 'follow', mechanism: 'inspectionRound', id: matter.facts.round ?? '', action: name, input });

/** Whoever of the team need not stand aside owes the visit. */
function visitsOf(team: readonly { readonly person?: string; readonly unit?: string; readonly recused?: readonly string[] }[], unit: string): Effect[] {
  return team.flatMap((each): Effect[] => (each.person !== undefined && each.unit !== undefined && !isRecused(each, unit) ? [{ do: 'owe', duty: 'visit', unit: each.unit, person: each.person }] : []));
}

/** From the self-check of a unit to its answer, two inspectors and both signatures in between (reform.md §11.3). */
export const inspectionSheet = mechanism(inspectionSheetRecord, {
  actions: {
    open: action({
      name: { zh: '随督察通知生成', en: 'Opened by the notice' },
      from: 'new',
      to: 'opened',
      by: ['system'],
      hidden: true,
      asks: { title: 'must', round: 'must', item: 'must', unit: 'must', field: 'may', task: 'may', isUnannounced: 'must', team: 'must' },
      effects: (_situation, { isUnannounced, unit, team }) => [
        ...(isUnannounced ? [] : [{ do: 'owe', duty: 'selfCheck', unit } satisfies Effect]),
        ...(isUnannounced ? visitsOf(team, unit) : []),
      ],
    }),
    selfCheck: action({
      name: { zh: '报送自查报告', en: 'Hand in the self-check' },
      help: { zh: '由单位主要负责人签字背书，附自查报告和佐证。', en: 'Signed by the head of the unit, with its report and evidence.' },
      from: ['opened'],
      to: 'selfChecked',
      by: [head],
      tone: 'primary',
      evidence: 1,
      asks: { selfReport: 'must' },
      follows: ['inspectionRound.noteSelfCheck'],
      effects: (situation) => {
        const { team = [], unit } = situation.matter.facts;
        return [
          { do: 'discharge', duty: 'selfCheck' },
          ...visitsOf(team, unit ?? ''),
          ofRound(situation, 'noteSelfCheck'),
        ];
      },
    }),
    fill: action({
      name: { zh: '填写底稿', en: 'Fill in the sheet' },
      help: { zh: '现场不少于2人。三项逐项评价并写明看到的事实；断网时填的内容留在本机，联网后自动保存。', en: 'Two at least on site. Rate each head and say what you saw; without a network what you type stays on the device and is kept when it is back.' },
      from: ['opened', 'selfChecked'],
      to: 'filled',
      by: [inspector, inspectLead],
      tone: 'primary',
      evidence: 1,
      freshPhotos: true,
      asks: { visitedOn: 'must', second: 'must', ratings: 'must', problems: 'may', photos: 'may' },
      sets: ['inspector'],
      when: (situation) => recused(situation) ?? notYetOpen(situation),
      check: (situation, input) => badFilling(situation, input) ?? stalePhoto(input.photos ?? [], input.visitedOn, 'photos') ?? stalePhoto(input.evidence ?? [], input.visitedOn),
      effects: (situation) => [set({ inspector: writer(situation) })],
    }),
    cosign: action({
      name: { zh: '另一督察人员签字', en: 'Sign as second inspector' },
      from: ['filled'],
      to: 'cosigned',
      by: [inspector, inspectLead],
      tone: 'primary',
      apartFrom: ['fill'],
      when: (situation) => recused(situation) ?? (situation.matter.facts.second === writer(situation) ? undefined : 'notSecond'),
      effects: () => [{ do: 'discharge', duty: 'visit' }],
    }),
    sendBack: action({
      name: { zh: '退回补正', en: 'Return for correction' },
      from: ['filled', 'cosigned'],
      to: 'selfChecked',
      by: [inspectLead],
      reason: 10,
    }),
    countersign: action({
      name: { zh: '受检单位签字', en: 'Sign for the unit' },
      from: ['cosigned'],
      to: 'countersigned',
      by: [head, liaison],
      tone: 'primary',
      asks: { unitRemark: 'may' },
      follows: ['inspectionRound.noteSheet'],
      effects: (situation) => [ofRound(situation, 'noteSheet')],
    }),
    noteRefusal: action({
      name: { zh: '注明拒签', en: 'Note that the unit will not sign' },
      from: ['cosigned'],
      to: 'countersigned',
      by: [inspectLead],
      asks: { unsigned: 'must' },
      follows: ['inspectionRound.noteSheet'],
      effects: (situation) => [ofRound(situation, 'noteSheet')],
    }),
    putForward: action({
      name: { zh: '反馈受检单位', en: 'Put before the unit' },
      from: ['countersigned'],
      to: 'exchanging',
      by: ['system'],
      hidden: true,
      effects: ({ matter }) => [{ do: 'owe', duty: 'respond', unit: matter.facts.unit ?? '' }],
    }),
    respond: action({
      name: { zh: '反馈意见', en: 'Accept or object' },
      help: { zh: '3个工作日内反馈；有异议的写明理由、附佐证。逾期未反馈的视为认可。', en: 'Within three working days; an objection needs grounds and evidence. Silence is taken as consent.' },
      from: ['exchanging'],
      to: 'answered',
      by: [head],
      tone: 'primary',
      evidence: 0,
      asks: { stance: 'must', response: 'may' },
      follows: ['inspectionRound.noteResponse'],
      check: (_situation, input) => (input.stance === 'object' && (input.response === undefined || (input.evidence ?? []).length === 0) ? { refusal: 'objectionBare', field: 'response' } : undefined),
      effects: (situation, { stance }) => [{ do: 'discharge', duty: 'respond' }, ofRound(situation, 'noteResponse', { isObjection: stance === 'object' })],
    }),
    settle: action({
      name: { zh: '复核异议', en: 'Settle the objection' },
      help: { zh: '核减的问题填序号；都不核减的不填。', en: 'Choose the problems struck out; none if all stand.' },
      from: ['answered'],
      by: [inspectLead],
      tone: 'primary',
      reason: 10,
      asks: { struck: 'may' },
      sets: ['isSettled'],
      follows: ['inspectionRound.noteSettled'],
      when: ({ matter }) => (matter.facts.stance === 'object' && matter.facts.isSettled !== true ? undefined : 'nothingToSettle'),
      check: ({ matter }, { struck = [] }) => {
        const beyond = struck.find((row) => Number(row) > (matter.facts.problems ?? []).length);
        return beyond === undefined ? undefined : { refusal: 'struckUnknown', field: 'struck', detail: { row: beyond } };
      },
      effects: (situation) => [set({ isSettled: true }), ofRound(situation, 'noteSettled')],
    }),
    conclude: action({
      name: { zh: '形成结论', en: 'Concluded' },
      from: ['exchanging', 'answered'],
      to: 'concluded',
      by: ['system'],
      hidden: true,
      asks: { reportedOn: 'must' },
      effects: () => [{ do: 'withdraw', duty: 'respond' }],
    }),
    object: action({
      name: { zh: '申请复核', en: 'Object to the conclusion' },
      help: { zh: '对结论有异议的，30天内申请复核，由原督察人员以外的人在30天内答复。', en: 'Within thirty days; somebody else than the inspectors answers within thirty days.' },
      from: ['concluded'],
      by: [head],
      evidence: 1,
      asks: { objection: 'must' },
      starts: ['answer'],
      when: mayNotObject,
      effects: ({ matter }) => [{ do: 'tell', to: { role: 'OFFICE_HEAD' }, text: { zh: `《${matter.facts.title ?? ''}》的受检单位申请复核，请安排原督察人员以外的人办理。`, en: `The unit objects to “${matter.facts.title ?? ''}”. Please have somebody else than the inspectors answer.` } }],
    }),
    answerObjection: action({
      name: { zh: '答复复核申请', en: 'Answer the objection' },
      from: ['concluded'],
      by: [{ role: 'OFFICE_HEAD' }, inspectLead],
      tone: 'primary',
      evidence: 0,
      asks: { objectionResult: 'must', objectionAnswer: 'must' },
      extra: { withdrawn: fact.matters({ zh: '予以撤销的问题', en: 'Findings withdrawn' }, 'finding') },
      extraAsks: { withdrawn: 'may' },
      stops: ['answer'],
      follows: ['finding.withdraw'],
      when: mayNotAnswer,
      check: ({ matter, findMatter }, { objectionResult, withdrawn = [] }) => {
        if (withdrawn.some((id) => findMatter(id)?.facts['sheet'] !== matter.id)) return { refusal: 'notOfThisSheet', field: 'withdrawn' };
        return objectionResult === 'upheld' && withdrawn.length === 0 ? { refusal: 'upheldBare', field: 'withdrawn' } : undefined;
      },
      effects: ({ matter }, { withdrawn = [], objectionAnswer }) => [
        ...withdrawn.map((id): Effect => ({ do: 'follow', mechanism: 'finding', id, action: 'withdraw', input: { reason: `复核成立：${objectionAnswer}` } })),
        { do: 'tell', to: { unit: matter.facts.unit ?? '' }, text: { zh: `《${matter.facts.title ?? ''}》的复核申请已答复。`, en: `Your objection to “${matter.facts.title ?? ''}” has been answered.` } },
      ],
    }),
    cancel: action({
      name: { zh: '随轮次取消', en: 'Cancelled with the round' },
      from: ['opened', 'selfChecked', 'filled', 'cosigned', 'countersigned'],
      to: 'cancelled',
      by: ['system'],
      hidden: true,
      effects: () => [{ do: 'withdraw', duty: 'selfCheck' }, { do: 'withdraw', duty: 'visit' }],
    }),
  },
});
