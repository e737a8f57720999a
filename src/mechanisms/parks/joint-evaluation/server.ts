import { mainOf } from '#engines/evaluation/joint.ts';
import type { Condition } from '#kernel/condition.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Situation } from '#kernel/mechanism.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { quantitiesOn, schemeIn } from '../serving.ts';
import { inUse, wasThere } from '../bulk-stays.ts';
import { membersApart, sharedParcels } from './rules.ts';

type Input = Readonly<Record<string, unknown>>;
const membersIn = (input: Input) => (input['members'] ?? []) as readonly string[];
const nameOf = ({ findMatter }: Situation, id: string | undefined) => (id === undefined ? '' : String(findMatter(id)?.facts['name'] ?? ''));

/** Who the members are, before anything is decided: on the list, free, on what land, and which of them is the main one. */
const looked: Computation = {
  asks: (_situation, input) => {
    const [members, cycle] = [membersIn(input), String(input['cycle'])];
    const of = (fact: string): Condition => ({ fact, in: [...members] });
    return {
      sheets: { mechanism: 'evaluationSheet', where: { all: [{ fact: 'cycle', in: [cycle] }, of('enterprise')] } },
      others: { mechanism: 'jointEvaluation', where: { all: [{ fact: 'cycle', in: [cycle] }, { fact: 'members', has: [...members] }, { stage: ['applied', 'accepted'] }] } },
      parcels: { mechanism: 'parcel', where: { all: [of('user'), inUse] } },
      stays: { mechanism: 'occupation', where: { all: [of('enterprise'), { stage: ['running', 'ended'] }] } },
    };
  },
  work: (situation, input, { sheets = [], others = [], parcels = [], stays = [] }) => {
    const members = membersIn(input);
    const cycle = situation.findMatter(String(input['cycle']));
    const year = Number(cycle?.facts['year'] ?? 0);
    const listed = new Set(sheets.map(({ facts }) => facts['enterprise']));
    const other = others[0];
    const taken = members.find((member) => (other?.facts['members'] as readonly string[] | undefined)?.includes(member));
    const places = [
      ...parcels.map(({ id, facts }) => ({ enterprise: String(facts['user']), parcel: id })),
      ...stays.filter((stay) => wasThere(stay, `${year}-12-31`)).map(({ facts }) => ({ enterprise: String(facts['enterprise']), parcel: String(facts['parcel']) })),
    ];
    const main = mainAmong(cycle, sheets);
    return {
      year, main: main ?? members[0], parcels: sharedParcels(places),
      name: `${nameOf(situation, main ?? members[0])}等${members.length}家`,
      notOnList: nameOf(situation, members.find((member) => !listed.has(member))), taken: nameOf(situation, taken), takenBy: taken === undefined ? '' : String(other?.facts['name'] ?? ''),
      apart: nameOf(situation, membersApart(members, places)[0]),
    };
  },
};

/** By the data on the sheets as they are now; the trial run looks again. */
function mainAmong(cycle: Matter | undefined, sheets: readonly Matter[]): string | undefined {
  if (cycle?.facts['scheme'] === undefined) return undefined;
  const members = sheets.map(({ facts }) => ({ id: String(facts['creditCode']), enterprise: String(facts['enterprise']), quantities: quantitiesOn((facts['readings'] ?? []) as Parameters<typeof quantitiesOn>[0]) }));
  return mainOf(schemeIn(cycle), members)?.enterprise;
}

/** What a joint evaluation asks of the server. */
export const serving: MechanismServer = { computes: { apply: looked, takeUp: looked } };
