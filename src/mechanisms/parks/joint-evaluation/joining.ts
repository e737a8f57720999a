import { fact } from '#kernel/fact.ts';
import { actionsOf, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { jointEvaluationRecord, type JointEvaluationRecord } from './record.ts';
import { badApplication, badChange, badMembers, counting, cycleClosed, isAgent, movingIn, notAgreed, trialBegun, type Situation } from './rules.ts';

type Effect = EffectOf<JointEvaluationRecord>;

const action = actionsOf(jointEvaluationRecord);
const industry = { role: 'INDUSTRY' } as const;
const member = { role: 'ENTERPRISE', tie: { duty: 'agree' } } as const;
const name = (zh: string, en: string) => fact.text({ zh, en }, { min: 0, max: 160, forPrograms: true });

/** What the server finds out of the members before anything is decided. */
const looked = {
  extra: { notOnList: name('不在名录的企业', 'Not on the list'), above: name('在规上名录的企业', 'On the list above size'), notFree: name('不能再并入的企业', 'No longer to be moved'), taken: name('已合并的企业', 'Joined already'), takenBy: name('所在的合并评价', 'Where it is joined'), apart: name('没有共用土地的企业', 'Shares no land') },
  extraAsks: { notOnList: 'computed', above: 'computed', notFree: 'computed', taken: 'computed', takenBy: 'computed', apart: 'computed' },
} as const;
const found = { name: 'computed', year: 'computed', main: 'computed', parcels: 'computed' } as const;

/** Every member whose account is here has a part in it: it is asked, or it has asked itself. */
function owed({ actor, findMatter }: Situation, cycle: string, members: readonly string[], asks: boolean): readonly Effect[] {
  const host = String(findMatter(cycle)?.facts['host'] ?? '');
  return members.flatMap((id): readonly Effect[] => {
    const enterprise = findMatter(id);
    const person = enterprise?.facts['agent'];
    if (typeof person !== 'string') return [];
    const own: Effect = { do: 'owe', duty: 'agree', unit: host, person };
    return asks && !isAgent(actor, enterprise) ? [own] : [own, { do: 'discharge', duty: 'agree', person }];
  });
}

const ids = (zh: string, en: string) => fact.longText({ zh, en }, { min: 0, max: 20_000, forPrograms: true });
const idsIn = (text: string) => text.split(',').filter(Boolean);
const moves = { extra: { moving: fact.longText({ zh: '从规下并入的评价单（数据）', en: 'Sheets brought in from below size, as data' }, { min: 0, max: 200_000, forPrograms: true }) }, extraAsks: { moving: 'computed' } } as const;

/** Where the group counts, a member below size leaves that list and comes into this one with its data (parks.md §11). */
function brought(id: string, moving: string): readonly Effect[] {
  return movingIn(moving).flatMap(({ below, input }): readonly Effect[] => [
    { do: 'follow', mechanism: 'evaluationSheet', id: below, action: 'joinUp', input: { joint: id } },
    { do: 'follow', mechanism: 'evaluationSheet', action: 'bringIn', input: { ...input, joint: id } },
  ]);
}

/** How enterprises come to be looked at together, and how they do not. */
export const joining = {
  apply: action({
    name: { zh: '申请合并评价', en: 'Ask for a joint evaluation' },
    help: { zh: '共用土地的企业可以申请按一家评价：附各成员盖章的申请；在平台上有账号的成员各自确认。独立评价的结果照样列在评价单上。', en: 'Enterprises on shared land may ask to be evaluated as one, with the application sealed by all; those with an account agree here. What each would be by itself stays on its sheet.' },
    from: 'new',
    to: 'applied',
    by: [{ role: 'ENTERPRISE' }, { role: 'ZONE' }, { role: 'TOWN' }],
    tone: 'primary',
    asks: { cycle: 'must', members: 'must', note: 'must', ...found },
    ...looked,
    evidence: 1,
    starts: ['decide'],
    sets: ['grounds', 'way'],
    check: (situation, input) => badApplication(situation, input, input),
    effects: (situation, { cycle, members }) => [{ do: 'set', values: { grounds: 'sharedLand', way: counting.sharedLand } }, ...owed(situation, cycle, members, true)],
  }),
  takeUp: action({
    name: { zh: '依职权合并', en: 'Join by order' },
    help: { zh: '分立未满期、年内合并的，两种口径都算，按合并评价计入；同一集团的只作对照。试算后提出的，要重新试算。', en: 'Split off not long ago or merged within the year: both ways are worked out and the joint one counts; one group is for comparison. After a trial run another is due.' },
    from: 'new',
    to: 'accepted',
    by: [industry],
    asks: { cycle: 'must', grounds: 'must', members: 'must', documentNo: 'may', changedOn: 'may', note: 'must', ...found },
    extra: { ...looked.extra, ...moves.extra },
    extraAsks: { ...looked.extraAsks, ...moves.extraAsks },
    evidence: 1,
    sets: ['way', 'decidedOn'],
    follows: ['evaluationSheet.joinUp', 'evaluationSheet.bringIn'],
    check: (situation, input) => cycleClosed(situation, input.cycle) ?? badChange(situation, input) ?? badMembers(situation, input, input),
    effects: (situation, { cycle, members, grounds, moving }) => [
      { do: 'set', values: { way: counting[grounds], decidedOn: situation.today } }, ...owed(situation, cycle, members, false), ...(counting[grounds] === 'joint' ? brought(situation.matter.id, moving) : []),
    ],
  }),
  agree: action({ name: { zh: '同意', en: 'Agree' }, from: ['applied'], by: [member], tone: 'primary', effects: ({ actor }) => (actor.kind === 'post' ? [{ do: 'discharge', duty: 'agree', person: actor.personId }] : []) }),
  dissent: action({
    name: { zh: '不同意', en: 'Do not agree' },
    help: { zh: '有一家不同意就不合并，各自独立评价。', en: 'If one does not agree nobody is joined; each is evaluated by itself.' },
    from: ['applied'],
    to: 'declined',
    by: [member],
    tone: 'danger',
    reason: 5,
    stops: ['decide'],
    sets: ['decidedOn'],
    effects: ({ today }) => [{ do: 'set', values: { decidedOn: today } }, { do: 'discharge', duty: 'agree' }],
  }),
  accept: action({
    name: { zh: '审定合并', en: 'Accept' },
    help: { zh: '核对共用土地和各成员的申请；全部成员同意后才能审定。', en: 'After a look at the land and the applications; everybody has to have agreed.' },
    from: ['applied'],
    to: 'accepted',
    by: [industry],
    tone: 'primary',
    extra: { ...looked.extra, ...moves.extra },
    extraAsks: { ...looked.extraAsks, ...moves.extraAsks },
    stops: ['decide'],
    sets: ['decidedOn'],
    follows: ['evaluationSheet.joinUp', 'evaluationSheet.bringIn'],
    when: (situation) => cycleClosed(situation, situation.matter.facts.cycle ?? '') ?? notAgreed(situation),
    // What was free when it was asked for may not be so any more.
    check: (situation, input) => badMembers(situation, { cycle: situation.matter.facts.cycle ?? '', members: situation.matter.facts.members ?? [] }, input),
    effects: ({ today, matter }, { moving }) => [{ do: 'set', values: { decidedOn: today } }, ...brought(matter.id, moving)],
  }),
  decline: action({
    name: { zh: '不予合并', en: 'Decline' },
    from: ['applied', 'accepted'],
    to: 'declined',
    by: [industry],
    tone: 'danger',
    reason: 10,
    extra: { here: ids('退回的评价单', 'Sheets sent back'), back: ids('回到规下的评价单', 'Sheets back below size') },
    extraAsks: { here: 'computed', back: 'computed' },
    stops: ['decide'],
    sets: ['decidedOn'],
    follows: ['evaluationSheet.sendBack', 'evaluationSheet.comeBack'],
    when: (situation) => cycleClosed(situation, situation.matter.facts.cycle ?? ''),
    effects: ({ today }, { here, back }) => [
      { do: 'set', values: { decidedOn: today } }, { do: 'discharge', duty: 'agree' },
      ...idsIn(here).map((id): Effect => ({ do: 'follow', mechanism: 'evaluationSheet', id, action: 'sendBack', input: {} })),
      ...idsIn(back).map((id): Effect => ({ do: 'follow', mechanism: 'evaluationSheet', id, action: 'comeBack', input: {} })),
    ],
  }),
  withdraw: action({
    name: { zh: '撤回申请', en: 'Withdraw' },
    from: ['applied'],
    to: 'withdrawn',
    by: [{ role: 'ENTERPRISE', tie: 'involved' }, { role: 'ZONE' }, { role: 'TOWN' }],
    reason: 5,
    stops: ['decide'],
    when: trialBegun,
    effects: () => [{ do: 'discharge', duty: 'agree' }],
  }),
  cancel: action({ name: { zh: '随评价取消', en: 'Cancelled with the evaluation' }, from: ['applied', 'accepted'], to: 'cancelled', by: ['system'], hidden: true, stops: ['decide'], effects: () => [{ do: 'discharge', duty: 'agree' }] }),
};
