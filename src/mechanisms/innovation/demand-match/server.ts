import type { Bar, Demand, Match, Supply } from '#engines/matching/problem.ts';
import { commonScheme } from '#engines/matching/problem.ts';
import { match } from '#engines/matching/solve.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { affiliatesOf } from '../../projects/recusal.ts';
import { bars } from './words.ts';

type Facts = Readonly<Record<string, unknown>>;

/** Of the shelf and what may come to it: what is dealt or was not taken is no supply. */
const matching: Computation = {
  asks: () => ({
    achievements: { mechanism: 'achievement', where: { stage: ['stored', 'listed', 'negotiating', 'delisted'] } },
    enterprises: { mechanism: 'enterprise', where: { stage: ['listed'] } },
    contracted: { mechanism: 'technicalDemand', where: { stage: ['contracted', 'solved', 'failed'] } },
  }),
  work: ({ findMatter, today, setting }, input, { achievements = [], enterprises = [], contracted = [] }) => {
    const asked = findMatter(String(input['demand']));
    if (!asked) return { considered: 0, pushed: 0 };
    const near = affiliatesOf(String(asked.facts['enterprise']), enterprises);
    const related = new Set(enterprises.filter(({ id }) => near.has(id)).flatMap(({ facts }) => (typeof facts['creditCode'] === 'string' ? [facts['creditCode']] : [])));
    const recordOf = recordsIn(contracted, enterprises);
    const isHidden = asked.facts['disclosure'] === 'secret';
    const supplies = achievements.map((each) => supplyOf(each, { today, isHidden, related, recordOf }));
    const answer = match({ demand: demandOf(asked), supplies, scheme: { ...commonScheme, most: setting('most'), pushFrom: setting('pushFrom') as 1 | 2 | 3 | 4 } });
    const shown = answer.matches.slice(0, 40);
    return {
      considered: achievements.length, pushed: answer.matches.filter(({ isPushed }) => isPushed).length,
      ...(shown.length === 0 ? {} : { matches: shown.map(rowOf), working: shown.map(({ parts }, at) => ({ place: at + 1, ...parts })), best: shown[0]?.score ?? 0 }),
      ...(answer.barred.length === 0 ? {} : { barred: answer.barred.slice(0, 40).map(({ id, bars: why }) => ({ achievement: id, bars: why })) }),
    };
  },
};

function demandOf({ id, facts }: Matter): Demand {
  return {
    id, title: String(facts['title'] ?? ''), body: String(facts['bottleneck'] ?? ''), minTrl: Number(facts['minTrl'] ?? 1), ...fieldsOf(facts), ...given('budget', facts['budget']), ...given('dueMonths', facts['dueMonths']),
  };
}

interface Around {
  readonly today: string;
  readonly isHidden: boolean;
  readonly related: ReadonlySet<string>;
  readonly recordOf: (owner: Facts) => { readonly contracts: number; readonly completed: number };
}

function supplyOf({ id, stage, facts }: Matter, { today, isHidden, related, recordOf }: Around): Supply {
  const state = String(facts['rightsState'] ?? 'valid');
  const until = facts['rightsUntil'];
  const against: Exclude<Bar, 'maturity'>[] = [];
  if (!['listed', 'negotiating'].includes(stage)) against.push('offShelf');
  if (typeof until === 'string' && until < today) against.push('lapsed');
  else if (state !== 'valid' && Object.hasOwn(bars, state)) against.push(state as 'lapsed' | 'disputed' | 'licensedAway');
  if (isHidden) against.push('undisclosed');
  return {
    id, title: String(facts['title'] ?? ''), body: String(facts['summary'] ?? ''), trl: Number(facts['trl'] ?? 1), place: (facts['ownerPlace'] ?? 'elsewhere') as Supply['place'], against, isRelated: related.has(String(facts['ownerCode'])),
    ...recordOf(facts), ...fieldsOf(facts), ...given('ask', facts['ask']), ...given('estimatedMonths', facts['estimatedMonths']),
  };
}

/** How many contracts with whoever owns an achievement demands came to, and how many of them were solved. */
function recordsIn(contracted: readonly Matter[], enterprises: readonly Matter[]): Around['recordOf'] {
  const nameOf = new Map(enterprises.map(({ id, facts }) => [id, String(facts['name'])]));
  const records = new Map<string, { contracts: number; completed: number }>();
  for (const { stage, facts } of contracted) {
    const party = String(facts['partnerName'] ?? nameOf.get(String(facts['partner'])) ?? '');
    const { contracts, completed } = records.get(party) ?? { contracts: 0, completed: 0 };
    records.set(party, { contracts: contracts + 1, completed: completed + (stage === 'solved' ? 1 : 0) });
  }
  return (owner) => records.get(String(owner['ownerName'])) ?? { contracts: 0, completed: 0 };
}

function fieldsOf(facts: Facts): Pick<Demand, 'industry' | 'marineField'> {
  const marine = facts['marineField'];
  return { ...(typeof facts['industry'] === 'string' ? { industry: facts['industry'] } : {}), ...(typeof marine === 'string' && marine !== 'none' ? { marineField: marine } : {}) };
}

function given<K extends string>(name: K, value: unknown): { readonly [key in K]?: number } {
  return (typeof value === 'number' ? { [name]: value } : {}) as { readonly [key in K]?: number };
}

function rowOf({ id, score, level, isPushed, isRelated }: Match, at: number): Facts {
  return { place: at + 1, achievement: id, score, level: `level${level}`, isPushed, isRelated };
}

/** What the list asks of the server: the matches, worked out from the registers of the moment. */
export const serving: MechanismServer = { computes: { match: matching } };
