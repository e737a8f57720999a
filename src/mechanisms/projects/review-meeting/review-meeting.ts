import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { reviewMeetingFigures } from './figures.ts';
import { reviewMeetingRecord, type ReviewMeetingRecord } from './record.ts';
import { badCheckIn, badConclusion, badConvening, drawsTooEarly, isComplete, panelSizeFor, type Situation } from './rules.ts';

type Effect = EffectOf<ReviewMeetingRecord>;
type Panel = NonNullable<Situation['matter']['facts']['panel']>;

const action = actionsOf(reviewMeetingRecord);
const secretariat = { role: 'SECRETARIAT' } as const;
const supervisor = { role: 'SUPERVISOR' } as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
/** Why it cannot be done, in both languages: worked out, and told as a refusal. */
const troubles = { trouble: fact.longText({ zh: '不能办理的原因', en: 'Why it cannot be done, in Chinese' }, { min: 0, max: 2000 }), troubleEn: fact.longText({ zh: '不能办理的原因（英文）', en: 'Why it cannot be done' }, { min: 0, max: 2000 }) };
const troublesAsked = { trouble: 'computed', troubleEn: 'computed' } as const;
const drawn = { panel: 'computed', drawn: 'computed', substitutes: 'computed', recusals: 'computed', recusedCount: 'computed', frozen: 'computed', poolHash: 'computed', seed: 'computed', drawNo: 'computed' } as const;

const noDraw = (_situation: Situation, input: { readonly trouble: string; readonly troubleEn: string }) => (input.trouble === '' ? undefined : ({ refusal: 'noDraw', detail: { trouble: { zh: input.trouble, en: input.troubleEn } } } as const));

/** Each who was drawn is told alone and owes his attendance; nobody else learns of it. */
function invite(panel: Panel, { matter }: Situation): Effect[] {
  return panel.flatMap(({ person = '', unit = '', checkedInAt }): Effect[] => (checkedInAt === undefined ? [
    { do: 'owe', duty: 'attend', unit, person },
    { do: 'tell', to: { person }, text: { zh: `您被抽中参加${matter.facts.meetingOn ?? ''}的项目评审会，请按时到会，会前不要对外透露。`, en: `You are drawn for the review of ${matter.facts.meetingOn ?? ''}. Please attend, and tell nobody before it.` } },
  ] : []));
}

/** One sheet for each seat, its expert's alone. */
function handOut({ matter }: Situation, panel: Panel): Effect[] {
  return panel.map(({ expert = '', expertNo = '', person = '', unit = '' }) => ({
    do: 'follow', mechanism: 'scoreSheet', action: 'open', input: { name: matter.facts.name, meeting: matter.id, expert, expertNo: Number(expertNo), person, unit },
  }));
}

/** Whether the sheet that comes now is the last of the panel. */
function isLast({ sheets = [], panel = [] }: Situation['matter']['facts']): boolean {
  return sheets.length + 1 === panel.length;
}

/** From the draw with two secrets to a result that anybody can work out again (projects.md §3). */
export const reviewMeeting = mechanism(reviewMeetingRecord, {
  figures: reviewMeetingFigures,
  actions: {
    convene: action({
      name: { zh: '受理评审', en: 'Convene a review' },
      help: { zh: '材料齐全后受理；专家人数按投资额5、7、9人，指标测算由系统计入得分。', en: 'Once the file is complete. Five, seven or nine experts by investment; the measures count in the result.' },
      from: 'new',
      to: 'convened',
      by: [secretariat],
      tone: 'primary',
      asks: { project: 'must', meetingOn: 'must', venue: 'may', quotas: 'must', measures: 'must' },
      sets: ['name', 'applicant', 'projectNo', 'panelSize'],
      numbers: [{ into: 'number', counter: 'reviewMeeting', yearly: true, pattern: 'PS-{year}-{seq:3}' }],
      starts: ['meeting'],
      check: badConvening,
      effects: (situation, input) => {
        const project = situation.findMatter(input.project);
        const facts = project?.facts ?? {};
        return [set({
          name: String(facts['name'] ?? ''), applicant: facts['investor'] as string, projectNo: project?.number ?? String(facts['nationalCode'] ?? input.project),
          panelSize: panelSizeFor(Number(facts['totalInvestment'] ?? 0), situation),
        })];
      },
    }),
    move: action({
      name: { zh: '改期', en: 'Change the day' },
      from: ['convened'],
      by: [secretariat],
      asks: { meetingOn: 'must', venue: 'may' },
      reason: 10,
      check: ({ today }, input) => (input.meetingOn < today ? { refusal: 'meetingPast', field: 'meetingOn' } : undefined),
    }),
    object: action({
      name: { zh: '登记回避申请或异议', en: 'Record a request or objection' },
      help: { zh: '专家本人申请回避，或者经核实成立的异议；抽取时不再参加。', en: 'An expert’s own request, or an objection upheld; the draw leaves him out.' },
      from: ['convened'],
      by: [secretariat, supervisor],
      extra: { expert: fact.matter({ zh: '专家', en: 'Expert' }, 'expert'), grounds: fact.text({ zh: '情形', en: 'Grounds' }, { min: 4, max: 200 }) },
      extraAsks: { expert: 'must', grounds: 'must' },
      sets: ['objections'],
      effects: ({ matter, today }, input) => [set({ objections: [...(matter.facts.objections ?? []), { expert: input.expert, grounds: input.grounds, on: today }] })],
    }),
    commitSecretariat: action({
      name: { zh: '评审办封存密语', en: 'Seal the secret of the secretariat' },
      help: { zh: '密语加密封存，只公布它的摘要；会后公开，任何人都能核对。', en: 'The secret is sealed, only its hash is shown; after the meeting anybody can check it.' },
      from: ['convened'],
      by: [secretariat],
      asks: { secretariatSecret: 'must', secretariatCommitment: 'computed' },
      check: ({ matter }, input) => (input.secretariatCommitment === matter.facts.supervisorCommitment ? { refusal: 'sameSecret', field: 'secretariatSecret' } : undefined),
    }),
    commitSupervisor: action({
      name: { zh: '监督方封存密语', en: 'Seal the secret of the supervisor' },
      from: ['convened'],
      by: [supervisor],
      asks: { supervisorSecret: 'must', supervisorCommitment: 'computed' },
      check: ({ matter }, input) => (input.supervisorCommitment === matter.facts.secretariatCommitment ? { refusal: 'sameSecret', field: 'supervisorSecret' } : undefined),
    }),
    draw: action({
      name: { zh: '抽取专家', en: 'Draw the panel' },
      help: { zh: '先按登记的任职、股权、合作关系排除应当回避的，再由两方密语抽取。名单到全部签到前谁也看不到。', en: 'Who is recused is left out first; then two secrets draw. Nobody sees the names before all have checked in.' },
      from: ['convened'],
      to: 'drawn',
      by: [secretariat],
      tone: 'primary',
      needs: [
        { name: { zh: '评审办密语', en: 'the secret of the secretariat' }, holds: { fact: 'secretariatCommitment', present: true }, from: 'commitSecretariat' },
        { name: { zh: '监督方密语', en: 'the secret of the supervisor' }, holds: { fact: 'supervisorCommitment', present: true }, from: 'commitSupervisor' },
      ],
      asks: drawn,
      extra: troubles,
      extraAsks: troublesAsked,
      sets: ['drawnAt', 'draws', 'present', 'lockedSheets'],
      when: drawsTooEarly,
      check: noDraw,
      effects: (situation, input) => [
        set({ drawnAt: situation.now, present: 0, lockedSheets: 0, draws: [{ drawNo: 1, on: situation.today, poolHash: input.poolHash }] }),
        ...invite(input.panel, situation),
      ],
    }),
    redraw: action({
      name: { zh: '重新抽取', en: 'Draw again' },
      help: { zh: '写明理由，另编次序；历次抽取都保留。', en: 'With its reason and the next number; every draw is kept.' },
      from: ['drawn'],
      by: [supervisor],
      tone: 'danger',
      reason: 10,
      asks: drawn,
      extra: troubles,
      extraAsks: troublesAsked,
      sets: ['drawnAt', 'draws', 'present', 'gone'],
      check: noDraw,
      effects: (situation, input) => [
        { do: 'withdraw', duty: 'attend' },
        set({ drawnAt: situation.now, present: 0, gone: null, draws: [...(situation.matter.facts.draws ?? []), { drawNo: input.drawNo, on: situation.today, reason: input.reason, poolHash: input.poolHash }] }),
        ...invite(input.panel, situation),
      ],
    }),
    checkIn: action({
      name: { zh: '签到', en: 'Check in' },
      from: ['drawn'],
      to: ['drawn', 'scoring'],
      by: [{ role: 'EXPERT', tie: { duty: 'attend' } }],
      tone: 'primary',
      sets: ['panel', 'present'],
      stops: ['meeting'],
      follows: ['scoreSheet.open'],
      when: badCheckIn,
      leads: (situation) => (isComplete(situation, 1) ? 'scoring' : 'drawn'),
      effects: (situation) => {
        const { matter, actor, now } = situation;
        const person = actor.kind === 'post' ? actor.personId : '';
        const panel = (matter.facts.panel ?? []).map((seat) => (seat.person === person ? { ...seat, checkedInAt: now } : seat));
        return [set({ panel, present: (matter.facts.present ?? 0) + 1 }), { do: 'discharge', duty: 'attend', person }, ...(isComplete(situation, 1) ? handOut(situation, panel) : [])];
      },
    }),
    fillSeats: action({
      name: { zh: '递补空缺', en: 'Fill vacant seats' },
      help: { zh: '未签到的席位按抽取次序递补，不指定人选。', en: 'Seats of those who did not come go to the next in the order of the draw.' },
      from: ['drawn'],
      by: [secretariat],
      reason: 10,
      asks: { panel: 'computed', gone: 'computed' },
      extra: troubles,
      extraAsks: troublesAsked,
      check: noDraw,
      effects: (situation, input) => {
        const before = new Set((situation.matter.facts.panel ?? []).map(({ expertNo }) => expertNo));
        const absent = (situation.matter.facts.panel ?? []).filter(({ checkedInAt }) => checkedInAt === undefined);
        return [
          ...absent.map(({ person = '' }) => ({ do: 'withdraw', duty: 'attend', person }) satisfies Effect),
          ...invite(input.panel.filter(({ expertNo }) => !before.has(expertNo)), situation),
        ];
      },
    }),
    seatByHand: action({
      name: { zh: '指定专家', en: 'Seat somebody by hand' },
      help: { zh: '只有递补名单用完时才能指定，应当回避的一律不能进入。', en: 'Only when no substitute is left; nobody who is recused, ever.' },
      from: ['drawn'],
      by: [secretariat],
      apartFrom: ['commitSupervisor'],
      tone: 'danger',
      reason: 10,
      extra: {
        expert: fact.matter({ zh: '专家', en: 'Expert' }, 'expert'),
        grounds: fact.longText({ zh: '回避情形', en: 'Grounds of recusal, in Chinese' }, { min: 0, max: 1000 }),
        groundsEn: fact.longText({ zh: '回避情形（英文）', en: 'Grounds of recusal' }, { min: 0, max: 1000 }),
        isExhausted: fact.flag({ zh: '递补名单已用完', en: 'No substitute is left' }),
        seat: reviewMeetingRecord.facts.panel,
      },
      extraAsks: { expert: 'must', grounds: 'computed', groundsEn: 'computed', isExhausted: 'computed', seat: 'computed' },
      sets: ['panel'],
      check: (_situation, input) => {
        if (input.grounds !== '') return { refusal: 'recusedExpert', field: 'expert', detail: { grounds: { zh: input.grounds, en: input.groundsEn } } };
        return input.isExhausted && input.seat.length > 0 ? undefined : { refusal: 'notNext', field: 'expert' };
      },
      effects: (situation, { seat }) => {
        const { panel = [] } = situation.matter.facts;
        const vacant = panel.findIndex(({ checkedInAt }) => checkedInAt === undefined);
        return [
          set({ panel: panel.map((row, place) => (place === vacant ? (seat[0] ?? row) : row)) }),
          { do: 'withdraw', duty: 'attend', person: panel[vacant]?.person ?? '' },
          ...invite(seat, situation),
        ];
      },
    }),
    nameChair: action({
      name: { zh: '推举主持人', en: 'Name the chair' },
      from: ['scoring', 'locked'],
      by: [secretariat],
      asks: { chair: 'must' },
      check: ({ matter }, input) => (matter.facts.panel?.some(({ person }) => person === input.chair) ? undefined : { refusal: 'notOnPanel', field: 'chair' }),
      effects: ({ matter }, input) => [
        { do: 'withdraw', duty: 'conclude' },
        { do: 'owe', duty: 'conclude', person: input.chair, unit: matter.facts.panel?.find(({ person }) => person === input.chair)?.unit ?? '' },
      ],
    }),
    sheetLocked: action({
      name: { zh: '评分表锁定', en: 'A sheet is locked' },
      from: ['scoring'],
      to: ['scoring', 'locked'],
      by: ['system'],
      hidden: true,
      extra: { sheet: fact.matter({ zh: '评分表', en: 'Sheet' }, 'scoreSheet') },
      extraAsks: { sheet: 'must' },
      sets: ['sheets', 'lockedSheets'],
      follows: ['scoreSheet.reveal'],
      leads: ({ matter }) => (isLast(matter.facts) ? 'locked' : 'scoring'),
      effects: ({ matter }, { sheet }) => {
        const sheets = [...(matter.facts.sheets ?? []), sheet];
        // The chair sees all sheets at once, and none before (projects.md §3.4).
        return [set({ sheets, lockedSheets: sheets.length }), ...(isLast(matter.facts) ? sheets.map((id) => ({ do: 'follow', mechanism: 'scoreSheet', id, action: 'reveal', input: {} }) satisfies Effect) : [])];
      },
    }),
    conclude: action({
      name: { zh: '形成结论', en: 'Conclude' },
      help: { zh: '得分和结论由系统按评分表计算；分差过大写明讨论，有条件通过写明条件。', en: 'Scores and result follow from the sheets; where they lie apart the deliberation is minuted, conditions are listed.' },
      from: ['locked'],
      to: 'concluded',
      by: [{ role: 'EXPERT', tie: { duty: 'conclude' } }],
      tone: 'primary',
      asks: { minutes: 'must', deliberation: 'may', conditions: 'may', vetoBasis: 'may', vetoNote: 'may', result: 'computed', experts: 'computed', computed: 'computed', final: 'computed', mustBeMinuted: 'computed', standings: 'computed', explanation: 'computed', explanationEn: 'computed' },
      extra: { outcome: fact.text({ zh: '计算结果', en: 'Outcome' }, { max: 40 }), ...troubles },
      extraAsks: { outcome: 'computed', ...troublesAsked },
      sets: ['concludedOn'],
      starts: ['publish'],
      follows: ['project.concludeReview', 'obligation.promise', 'expert.noteSeat', 'scoreSheet.settle'],
      check: badConclusion,
      effects: ({ matter, today }, input) => [
        set({ concludedOn: today }),
        { do: 'discharge', duty: 'conclude' },
        { do: 'follow', mechanism: 'project', id: matter.facts.project ?? '', action: 'concludeReview', input: { reviewMeeting: matter.id, result: input.result, score: input.final } },
        ...(matter.facts.sheets ?? []).map((id) => ({ do: 'follow', mechanism: 'scoreSheet', id, action: 'settle', input: {} }) satisfies Effect),
        ...(matter.facts.panel ?? []).map(({ expert = '' }) => ({ do: 'follow', mechanism: 'expert', id: expert, action: 'noteSeat', input: { meeting: matter.id, on: today } }) satisfies Effect),
        ...(input.conditions ?? []).map(({ name, unit, dueOn }, place) => ({
          do: 'follow', mechanism: 'obligation', action: 'promise', input: { name, project: matter.facts.project, source: 'review', code: `${matter.number ?? '评审'}-${place + 1}`, kind: 'other', dueOn, unit },
        }) satisfies Effect),
      ],
    }),
    reveal: action({
      name: { zh: '公开密语', en: 'Reveal the secrets' },
      help: { zh: '公开两方密语和冻结名单，任何人都能在公开页面重算出同样的席位。', en: 'Both secrets and the frozen list are made public; anybody recomputes the same seats.' },
      from: ['concluded'],
      to: 'revealed',
      by: [secretariat, supervisor],
      tone: 'primary',
      asks: { revealedSecretariat: 'computed', revealedSupervisor: 'computed', openFrozen: 'computed', openSeed: 'computed', openPanel: 'computed', openSubstitutes: 'computed' },
      stops: ['publish'],
    }),
    examine: action({
      name: { zh: '核查打分', en: 'Look for collusion' },
      help: { zh: '系统比对历次评分，列出需要核查的情况；只是线索，不是结论。', en: 'All sheets so far are compared; what is listed is a lead, not a verdict.' },
      from: ['concluded', 'revealed'],
      by: [supervisor],
      asks: { alerts: 'computed' },
    }),
    repeat: action({
      name: { zh: '作废重评', en: 'Hold it again' },
      from: ['scoring', 'locked'],
      to: 'repeated',
      by: [supervisor, { role: 'SECRETARIAT_HEAD' }],
      tone: 'danger',
      reason: 10,
      effects: () => [{ do: 'withdraw', duty: 'conclude' }],
    }),
    cancel: action({
      name: { zh: '取消评审', en: 'Cancel' },
      from: ['convened', 'drawn'],
      to: 'cancelled',
      by: [{ role: 'SECRETARIAT_HEAD' }],
      tone: 'danger',
      reason: 10,
      stops: ['meeting'],
      effects: () => [{ do: 'withdraw', duty: 'attend' }],
    }),
  },
});
