import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Situation as SituationOf, type Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { demandMatchFigures } from './figures.ts';
import { demandMatchRecord, type DemandMatchRecord } from './record.ts';

type Situation = SituationOf<DemandMatchRecord>;
type Verdict = VerdictOf<DemandMatchRecord>;

const action = actionsOf(demandMatchRecord);
const science = { role: 'SCIENCE' } as const;
const broker = { role: 'BROKER' } as const;
const matched = ['admitted', 'matching'] as const;

/** Matches: worked out from the shelf, confirmed by a broker, sent to whoever asked (innovation.md §4). */
export const demandMatch = mechanism(demandMatchRecord, {
  figures: demandMatchFigures,
  actions: {
    match: action({
      name: { zh: '匹配成果', en: 'Match' },
      help: { zh: '与成果库逐项比对，算出得分；不推送的写明原因。', en: 'Holds the demand against the whole shelf; what is not offered says why.' },
      from: 'new',
      to: 'listed',
      by: [science, broker],
      tone: 'primary',
      asks: { demand: 'must', matches: 'computedIfAny', working: 'computedIfAny', barred: 'computedIfAny', considered: 'computed', pushed: 'computed', best: 'computedIfAny' },
      starts: ['confirming'],
      sets: ['title', 'listedOn'],
      check: ({ findMatter }, { demand }) => notMatched(findMatter(demand)),
      effects: ({ findMatter, today }, { demand }) => [{ do: 'set', values: { title: `${String(findMatter(demand)?.facts['title'] ?? '')}匹配名单`, listedOn: today } }],
    }),
    confirm: action({
      name: { zh: '确认名单', en: 'Confirm the list' },
      help: { zh: '逐项看过，不合适的去掉；联系方式在双方同意以后由科技局给。', en: 'Looked through one by one, the unsuitable taken off; ways to reach anybody come from the science bureau once both agree.' },
      from: ['listed'],
      to: 'confirmed',
      by: [broker],
      tone: 'primary',
      extra: { removed: fact.matters({ zh: '去掉的成果', en: 'Taken off' }, 'achievement') },
      extraAsks: { removed: 'may' },
      stops: ['confirming'],
      sets: ['matches', 'pushed', 'confirmedOn'],
      when: nothingListed,
      check: ({ matter: { facts } }, { removed = [] }) => {
        const pushed = (facts.matches ?? []).filter(({ isPushed }) => isPushed).map(({ achievement }) => achievement);
        return removed.every((id) => pushed.includes(id)) ? undefined : { refusal: 'notOnList', field: 'removed' };
      },
      effects: ({ matter: { facts }, today }, { removed = [] }) => {
        const matches = (facts.matches ?? []).map((row) => (removed.includes(String(row.achievement)) ? { ...row, isPushed: false } : row));
        return [{ do: 'set', values: { matches, pushed: matches.filter(({ isPushed }) => isPushed).length, confirmedOn: today } }];
      },
    }),
    send: action({
      name: { zh: '推送给需求方', en: 'Send' },
      from: ['confirmed'],
      to: 'sent',
      by: [science],
      tone: 'primary',
      refers: ({ facts }) => (facts.matches ?? []).flatMap(({ achievement }) => (achievement === undefined ? [] : [achievement])),
      follows: ['technicalDemand.propose'],
      sets: ['sentOn'],
      when: (situation) => nothingListed(situation) ?? (situation.findMatter(situation.matter.facts.demand ?? '')?.stage === 'matching' ? undefined : 'notMatching'),
      effects: ({ matter: { facts }, findMatter, today }) => [
        { do: 'set', values: { sentOn: today } },
        {
          do: 'follow', mechanism: 'technicalDemand', id: facts.demand ?? '', action: 'propose',
          input: {
            suppliers: (facts.matches ?? []).filter(({ isPushed }) => isPushed).map(({ achievement = '', score = 0, level, isRelated }) => {
              const found = findMatter(achievement);
              return { party: String(found?.facts['ownerName'] ?? ''), achievement: String(found?.facts['title'] ?? ''), ground: `匹配${String(level).replace('level', '')}级，得分${score.toFixed(3)}${isRelated ? '（关联方，不计入统计）' : ''}` };
            }),
          },
        },
      ],
    }),
    drop: action({ name: { zh: '不推送', en: 'Drop' }, from: ['listed', 'confirmed'], to: 'dropped', by: [science, broker], tone: 'danger', reason: 5, stops: ['confirming'] }),
  },
});

function notMatched(demand: ReturnType<Situation['findMatter']>): Verdict {
  if (demand !== undefined && (matched as readonly string[]).includes(demand.stage)) return undefined;
  return { refusal: 'notOpen', field: 'demand', detail: { title: String(demand?.facts['title'] ?? '') } };
}

function nothingListed({ matter: { facts } }: Situation): Verdict {
  return (facts.matches ?? []).some(({ isPushed }) => isPushed) ? undefined : 'nothingListed';
}
