import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { allianceMemberFigures } from './figures.ts';
import { allianceMemberRecord, type AllianceMemberRecord } from './record.ts';
import { activityOf, badVote, isCarried, stillActive, type Member, type Situation } from './rules.ts';

type Effect = EffectOf<AllianceMemberRecord>;

const action = actionsOf(allianceMemberRecord);
const secretariat = { role: 'ALLIANCE' } as const;
const vote = { council: 'computed', present: 'must', inFavour: 'must', against: 'must', abstained: 'must' } as const;
const voted = { zh: '附会议纪要。理事会人数按在册的理事长、副理事长、理事计。', en: 'With the minutes. The council is the chair, the vice chairs and the council members that are active.' };

/** Members of the alliance: admitted by a vote of the council, counted while they are active (innovation.md §9). */
export const allianceMember = mechanism(allianceMemberRecord, {
  figures: allianceMemberFigures,
  importing: { create: 'found', amend: 'amend', void: 'void', key: 'creditCode' },
  actions: {
    apply: action({
      name: { zh: '申请入盟', en: 'Apply' },
      from: 'new',
      to: 'applied',
      by: [secretariat, { role: 'ENTERPRISE' }, { role: 'INSTITUTE' }, { role: 'INVESTOR' }, { role: 'BROKER' }],
      tone: 'primary',
      asks: { name: 'must', creditCode: 'must', category: 'must', delegates: 'may' },
      starts: ['review'],
      effects: (_situation, { name }) => [{ do: 'tell', to: { role: 'ALLIANCE' }, text: { zh: `“${name}”申请入盟，请审查。`, en: `“${name}” applies to join. Please review it.` } }],
    }),
    found: action({
      name: { zh: '登记发起成员', en: 'Enter a founding member' },
      help: { zh: '成立大会名单上的成员，按发起文件登记。', en: 'Members on the list of the founding assembly, by its paper.' },
      from: 'new',
      to: 'active',
      by: [secretariat],
      asks: { name: 'must', creditCode: 'must', category: 'must', councilRole: 'must', joinedOn: 'must', foundingPaper: 'must', dues: 'may' },
      numbers: [{ into: 'memberNo', counter: 'alliance', yearly: false }],
      starts: ['quiet'],
      check: ({ today }, { joinedOn }) => (joinedOn > today ? { refusal: 'joinedLater', field: 'joinedOn' } : undefined),
    }),
    listPartner: action({
      name: { zh: '登记合作平台', en: 'Enter a partner' },
      help: { zh: '工业互联网等外部平台没有入盟的，是合作方，不计成员。', en: 'An outside platform that has not joined is a partner and no member.' },
      from: 'new',
      to: 'partner',
      by: [secretariat],
      asks: { name: 'must', creditCode: 'must', category: 'must' },
    }),
    join: action({ name: { zh: '合作平台申请入盟', en: 'A partner applies' }, from: ['partner'], to: 'applied', by: [secretariat], tone: 'primary', evidence: 1, starts: ['review'] }),
    review: action({
      name: { zh: '秘书处审查', en: 'Review' },
      from: ['applied'],
      to: 'reviewed',
      by: [secretariat],
      tone: 'primary',
      evidence: 1,
      stops: ['review'],
    }),
    vote: action({
      name: { zh: '理事会表决', en: 'Vote of the council' },
      help: voted,
      from: ['reviewed'],
      to: ['approved', 'declined'],
      by: [secretariat],
      tone: 'primary',
      evidence: 1,
      asks: vote,
      sets: ['votedOn'],
      check: badVote,
      leads: (situation, input) => (isCarried(situation, input) ? 'approved' : 'declined'),
      effects: ({ today }) => [{ do: 'set', values: { votedOn: today } }],
    }),
    enrol: action({
      name: { zh: '办理入册', en: 'Enrol' },
      from: ['approved'],
      to: 'active',
      by: [secretariat],
      tone: 'primary',
      asks: { dues: 'may', councilRole: 'may' },
      numbers: [{ into: 'memberNo', counter: 'alliance', yearly: false }],
      starts: ['quiet'],
      sets: ['joinedOn'],
      effects: ({ today }, { councilRole }) => [{ do: 'set', values: { joinedOn: today, councilRole: councilRole ?? 'member' } }],
    }),
    decline: action({ name: { zh: '不予受理', en: 'Decline' }, from: ['applied', 'reviewed'], to: 'declined', by: [secretariat], tone: 'danger', reason: 5, stops: ['review'] }),
    noteActivity: action({
      name: { zh: '登记活动', en: 'Note an activity' },
      help: { zh: '签约3分、需求或者成果2分、参加活动1分，按年计；登记以后提醒和暂停解除。', en: 'Three for a contract, two for a demand or achievement, one for an event, by the year; it ends a warning or suspension.' },
      from: ['active', 'warned', 'suspended'],
      to: 'active',
      by: [secretariat, 'system'],
      tone: 'primary',
      extra: {
        kind: fact.choice({ zh: '种类', en: 'Kind' }, { contract: { zh: '签约', en: 'Contract' }, filing: { zh: '提出需求或者成果', en: 'Demand or achievement filed' }, event: { zh: '参加活动', en: 'Event attended' } }),
        on: fact.day({ zh: '日期', en: 'On' }), words: fact.text({ zh: '内容', en: 'What' }, { min: 2, max: 200 }),
      },
      extraAsks: { kind: 'must', on: 'must', words: 'must' },
      sets: ['activities', 'activeOn', 'activityYear', 'activity'],
      check: ({ matter: { facts }, today }, { on }) => (on > today || on < (facts.joinedOn ?? '') ? { refusal: 'activityLater', field: 'on' } : undefined),
      effects: (situation, { kind, on, words }) => [...noted(situation, { kind, on, words }), { do: 'start', clock: 'quiet' }],
    }),
    warn: action({
      name: { zh: '提醒', en: 'Warn' },
      help: { zh: '十二个月没有活动的，书面提醒；提醒期间不计入在册。', en: 'After twelve months without activity; while warned it is not counted as active.' },
      from: ['active'],
      to: 'warned',
      by: [secretariat],
      tone: 'danger',
      when: stillActive,
    }),
    suspend: action({ name: { zh: '暂停资格', en: 'Suspend' }, from: ['warned'], to: 'suspended', by: [secretariat], tone: 'danger', reason: 10 }),
    withdraw: action({
      name: { zh: '退出', en: 'Withdraw' },
      help: { zh: '附成员来函。', en: 'With the member’s letter.' },
      from: ['active', 'warned', 'suspended'],
      to: 'withdrawn',
      by: [secretariat],
      tone: 'danger',
      evidence: 1,
      stops: ['quiet'],
      sets: ['leftOn'],
      effects: ({ today }) => [{ do: 'set', values: { leftOn: today } }],
    }),
    expel: action({
      name: { zh: '除名', en: 'Expel' },
      help: voted,
      from: ['active', 'warned', 'suspended'],
      to: 'expelled',
      by: [secretariat],
      tone: 'danger',
      evidence: 1,
      reason: 10,
      asks: vote,
      stops: ['quiet'],
      sets: ['votedOn', 'leftOn'],
      check: (situation, input) => badVote(situation, input) ?? (isCarried(situation, input) ? undefined : { refusal: 'notCarried', field: 'inFavour', detail: { inFavour: input.inFavour, present: input.present, of: situation.setting('votesOf'), in: situation.setting('votesIn') } }),
      effects: ({ today }) => [{ do: 'set', values: { votedOn: today, leftOn: today } }],
    }),
    amend: action({
      name: { zh: '更正信息', en: 'Amend' },
      from: ['partner', 'applied', 'reviewed', 'approved', 'active', 'warned', 'suspended'],
      by: [secretariat],
      asks: { name: 'may', creditCode: 'may', category: 'may', councilRole: 'may', dues: 'may', delegates: 'may', joinedOn: 'may' },
      check: ({ today }, { joinedOn }) => (joinedOn !== undefined && joinedOn > today ? { refusal: 'joinedLater', field: 'joinedOn' } : undefined),
    }),
    void: action({
      name: { zh: '误录作废', en: 'Void' },
      from: ['partner', 'applied', 'active'],
      to: 'voided',
      by: [secretariat],
      tone: 'danger',
      reason: 5,
      stops: ['review', 'quiet'],
      sets: ['creditCode'],
      effects: () => [{ do: 'set', values: { creditCode: null } }],
    }),
  },
});

/** The activity, and the index of the latest year in which there was one. */
function noted(situation: Situation, activity: { readonly kind: 'contract' | 'filing' | 'event'; readonly on: string; readonly words: string }): readonly Effect[] {
  const { facts } = situation.matter;
  const activities = [...(facts.activities ?? []), activity].toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1)).slice(-500);
  const after: Member = { ...facts, activities };
  const activeOn = activities.at(-1)?.on ?? activity.on;
  const activityYear = Number(activeOn.slice(0, 4));
  return [{ do: 'set', values: { activities, activeOn, activityYear, activity: activityOf(situation, after, activityYear) } }];
}
