import { fact } from '#kernel/fact.ts';
import { action, gapList, listedTasks, office, officeHead, set, type Effect } from './moves.ts';
import { gapsLeft, notYetUrged, owing, owingUnit, rewritten, stillCollecting, unfinishedConsultation } from './rules.ts';

const withUnits = ['UNIT', 'UNIT_HEAD', 'GROUP', 'GROUP_HEAD', 'LEADER'] as const;

/** From the call to the meeting: collected, drafted, compared with what is set above, consulted, put forward. */
export const preparingActions = {
  open: action({
    name: { zh: '发起征集', en: 'Call for proposals' },
    help: { zh: '向各单位征集改革项目，15个工作日内申报；没有的也请回一句。', en: 'Every unit is asked for its reforms within fifteen working days; those without any say so.' },
    from: 'new',
    to: 'collecting',
    by: [office],
    tone: 'primary',
    asks: { title: 'must', year: 'must', notice: 'must', asked: 'must' },
    effects: (_situation, { asked }) => asked.map((unit): Effect => ({ do: 'owe', duty: 'propose', unit })),
  }),
  propose: action({
    name: { zh: '申报改革项目', en: 'Propose a reform' },
    from: ['collecting'],
    by: [{ role: 'UNIT', tie: { duty: 'propose' } }, { role: 'UNIT_HEAD', tie: { duty: 'propose' } }],
    tone: 'primary',
    extra: { name: fact.text({ zh: '申报项目（没有的写“无”）', en: 'Proposed (无 if none)' }, { max: 120 }), reason: fact.longText({ zh: '目标和理由', en: 'Target and reason' }, { max: 1000 }) },
    extraAsks: { name: 'must', reason: 'may' },
    sets: ['proposals'],
    effects: (situation, { name, reason }) => {
      const unit = owingUnit(situation, 'propose');
      return [
        set({ proposals: [...(situation.matter.facts.proposals ?? []), { unit, title: name, ...(reason === undefined ? {} : { target: reason }), on: situation.today }] }),
        { do: 'discharge', duty: 'propose', unit },
      ];
    },
  }),
  urge: action({
    name: { zh: '催报', en: 'Urge' },
    help: { zh: '征集期满3个工作日仍未申报的，逐个催报并在通报中列名。', en: 'Those still silent three working days after the end are urged and named.' },
    from: ['collecting'],
    by: [office],
    sets: ['unanswered', 'urgedOn'],
    when: notYetUrged,
    effects: (situation) => {
      const { units } = owing(situation, 'propose');
      return [set({ unanswered: units, urgedOn: situation.today }), ...units.map((unit): Effect => ({ do: 'tell', to: { unit }, text: { zh: '改革项目申报已经超过时限，请尽快申报。', en: 'Your proposals are overdue; please send them.' } }))];
    },
  }),
  startDrafting: action({
    name: { zh: '开始梳理', en: 'Begin drafting' },
    from: ['collecting'],
    to: 'drafting',
    by: [office],
    tone: 'primary',
    sets: ['unanswered'],
    when: stillCollecting,
    effects: (situation) => {
      const { units } = owing(situation, 'propose');
      return [...(units.length > 0 ? [set({ unanswered: units })] : []), { do: 'withdraw', duty: 'propose' }];
    },
  }),
  write: action({
    name: { zh: '起草要点', en: 'Write the points' },
    from: ['drafting', 'consulting', 'reviewing', 'approved'],
    by: [office],
    asks: { title: 'may', overall: 'may', safeguards: 'may', explanation: 'may' },
  }),
  compare: action({
    name: { zh: '与上级任务对照', en: 'Compare with what is set above' },
    help: { zh: '逐条比对上级条目和本区任务，列出缺口；有缺口不能提请审议。', en: 'Clause by clause; with a gap the points cannot be put forward.' },
    from: ['drafting', 'consulting'],
    by: [office],
    asks: { upperCount: 'computed', coverage: 'computed' },
    extra: { gapList },
    extraAsks: { gapList: 'computed' },
    sets: ['gaps', 'comparedOn'],
    effects: ({ today }, input) => [set({ gaps: input.gapList === '' ? null : input.gapList, comparedOn: today })],
  }),
  consult: action({
    name: { zh: '征求意见', en: 'Consult' },
    help: { zh: '函中写明：逾期不复视为无意见。', en: 'The letter says that silence counts as no objection.' },
    from: ['drafting'],
    to: 'consulting',
    by: [office],
    tone: 'primary',
    asks: { consulted: 'must', overall: 'must', safeguards: 'must' },
    extra: { listed: listedTasks },
    extraAsks: { listed: 'computed' },
    check: ({ matter }, { listed }) => (listed.length === 0 ? { refusal: 'noTasks', detail: { year: matter.facts.year ?? '' } } : undefined),
    effects: (_situation, { consulted }) => consulted.map((unit): Effect => ({ do: 'owe', duty: 'opinion', unit })),
  }),
  giveOpinion: action({
    name: { zh: '提出意见', en: 'Give an opinion' },
    from: ['consulting'],
    by: withUnits.map((role) => ({ role, tie: { duty: 'opinion' } })),
    tone: 'primary',
    extra: { text: fact.longText({ zh: '意见（没有的写“无意见”）', en: 'Opinion (无意见 if none)' }, { min: 2, max: 1000 }) },
    extraAsks: { text: 'must' },
    sets: ['opinions'],
    effects: (situation, { text }) => {
      const unit = owingUnit(situation, 'opinion');
      const none = text.trim() === '无意见';
      return [
        set({ opinions: [...(situation.matter.facts.opinions ?? []), { unit, text, on: situation.today, ...(none ? { adoption: 'adopted' as const } : {}) }] }),
        { do: 'discharge', duty: 'opinion', unit },
      ];
    },
  }),
  adopt: action({
    name: { zh: '填写采纳情况', en: 'Decide on the opinions' },
    help: { zh: '只填采纳情况和理由；不采纳、部分采纳的必须有理由。', en: 'Only what became of each; what is not wholly adopted needs a reason.' },
    from: ['consulting'],
    by: [office],
    asks: { opinions: 'must' },
    check: (situation, { opinions }) => rewritten(situation, opinions),
  }),
  putForward: action({
    name: { zh: '提请审议', en: 'Put forward' },
    help: { zh: '附起草说明。上级条目有缺口、意见没有处理完的，不能提请。', en: 'With the note on how it was drafted; not while a clause above is open or an opinion undecided.' },
    from: ['consulting'],
    to: 'reviewing',
    by: [officeHead],
    tone: 'primary',
    asks: { explanation: 'must', upperCount: 'computed', coverage: 'computed' },
    extra: { gapList },
    extraAsks: { gapList: 'computed' },
    sets: ['silent', 'gaps', 'comparedOn'],
    when: unfinishedConsultation,
    check: (_situation, input) => gapsLeft(input.gapList),
    effects: (situation) => {
      const { units } = owing(situation, 'opinion');
      return [set({ gaps: null, comparedOn: situation.today, ...(units.length > 0 ? { silent: units } : {}) }), { do: 'withdraw', duty: 'opinion' }];
    },
  }),
  recordMeeting: action({
    name: { zh: '登记审议结果', en: 'Record the outcome' },
    help: { zh: '附会议纪要。原则通过的10个工作日内修改后印发；不通过的退回梳理。', en: 'With the minutes. What passed in principle is reworked within ten working days; what did not goes back to drafting.' },
    from: ['reviewing'],
    to: ['approved', 'drafting'],
    by: [office],
    tone: 'primary',
    evidence: 1,
    asks: { meetingName: 'must', meetingOn: 'must', outcome: 'must' },
    extra: { gapList },
    extraAsks: { gapList: 'computed' },
    check: ({ today }, { meetingOn, outcome, gapList: gaps }) => {
      if (meetingOn > today) return { refusal: 'meetingLater', field: 'meetingOn' };
      // A clause that came in since the paper was put forward blocks the approval all the same.
      return outcome === 'rejected' ? undefined : gapsLeft(gaps);
    },
    leads: (_situation, { outcome }) => (outcome === 'rejected' ? 'drafting' : 'approved'),
    effects: (_situation, { outcome, meetingOn }) => (outcome === 'rejected' ? [] : outcome === 'principle' ? [{ do: 'start', clock: 'rework', on: meetingOn }] : [{ do: 'start', clock: 'issue', on: meetingOn }]),
  }),
  finishRework: action({
    name: { zh: '修改完毕', en: 'Reworked' },
    from: ['approved'],
    by: [office],
    reason: 10,
    stops: ['rework'],
    starts: ['issue'],
    when: ({ matter }) => (matter.facts.outcome === 'principle' ? undefined : 'notInPrinciple'),
  }),
  abandon: action({
    name: { zh: '撤销', en: 'Abandon' },
    from: ['collecting', 'drafting', 'consulting'],
    to: 'abandoned',
    by: [officeHead],
    tone: 'danger',
    reason: 10,
    sets: ['title'],
    // Its name is free again for the paper that takes its place.
    effects: ({ matter, today }) => [set({ title: `${matter.facts.title ?? ''}（${today}撤销）`.slice(0, 120) }), { do: 'withdraw', duty: 'propose' }, { do: 'withdraw', duty: 'opinion' }],
  }),
};
