import { mainOf } from '#engines/evaluation/joint.ts';
import type { Condition } from '#kernel/condition.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Situation } from '#kernel/mechanism.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { quantitiesOn, schemeIn, sheetKey } from '../serving.ts';
import { inUse, wasThere } from '../bulk-stays.ts';
import { membersApart, sharedParcels } from './rules.ts';

type Input = Readonly<Record<string, unknown>>;
const membersIn = (input: Input) => (input['members'] ?? []) as readonly string[];
const nameOf = ({ findMatter }: Situation, id: string | undefined) => (id === undefined ? '' : String(findMatter(id)?.facts['name'] ?? ''));

/** Sheets of whoever is on a list. */
const live = ['open', 'disputed', 'confirmed', 'public', 'contested', 'final'];

/** Who the members are, before anything is decided: on the list, free, on what land, and which of them is the main one. */
const looked: Computation = {
  asks: (situation, typed) => {
    const input = named(situation, typed);
    const [members, cycle] = [membersIn(input), String(input['cycle'])];
    const of = (fact: string): Condition => ({ fact, in: [...members] });
    const year = Number(situation.findMatter(cycle)?.facts['year'] ?? 0);
    return {
      elsewhere: { mechanism: 'evaluationSheet', where: { all: [{ fact: 'year', in: [year] }, { not: { fact: 'cycle', in: [cycle] } }, of('enterprise'), { stage: live }] } },
      sheets: { mechanism: 'evaluationSheet', where: { all: [{ fact: 'cycle', in: [cycle] }, of('enterprise'), { stage: live }] } },
      others: { mechanism: 'jointEvaluation', where: { all: [{ fact: 'cycle', in: [cycle] }, { fact: 'members', has: [...members] }, { stage: ['applied', 'accepted'] }] } },
      parcels: { mechanism: 'parcel', where: { all: [of('user'), inUse] } },
      stays: { mechanism: 'occupation', where: { all: [of('enterprise'), { stage: ['running', 'ended'] }] } },
    };
  },
  work: (situation, typed, { sheets = [], elsewhere = [], others = [], parcels = [], stays = [] }) => {
    const input = named(situation, typed);
    const members = membersIn(input);
    const cycle = situation.findMatter(String(input['cycle']));
    const isAbove = cycle?.facts['scope'] === 'above';
    const year = Number(cycle?.facts['year'] ?? 0);
    const listed = new Set(sheets.map(({ facts }) => facts['enterprise']));
    const other = others.find(({ id }) => id !== situation.matter.id);
    // Below size, and to be moved up: where one of them is above.
    const outside = members.filter((member) => !listed.has(member));
    const below = isAbove && listed.size > 0 ? elsewhere.filter(({ facts }) => facts['scope'] === 'below' && outside.includes(String(facts['enterprise']))) : [];
    // Whom statistics moved below size since is on this list, whatever was published of it above.
    const above = isAbove ? undefined : elsewhere.find(({ facts }) => facts['scope'] === 'above' && outside.includes(String(facts['enterprise'])));
    const stuck = below.find(({ stage }) => stage !== 'open' && stage !== 'confirmed');
    const taken = members.find((member) => (other?.facts['members'] as readonly string[] | undefined)?.includes(member));
    const places = [
      ...parcels.map(({ id, facts }) => ({ enterprise: String(facts['user']), parcel: id })),
      ...stays.filter((stay) => wasThere(stay, `${year}-12-31`)).map(({ facts }) => ({ enterprise: String(facts['enterprise']), parcel: String(facts['parcel']) })),
    ];
    const main = mainAmong(cycle, [...sheets, ...below]);
    return {
      year, main: main ?? members[0], parcels: sharedParcels(places),
      name: `${nameOf(situation, main ?? members[0])}等${members.length}家`,
      notOnList: nameOf(situation, outside.find((member) => !below.some(({ facts }) => facts['enterprise'] === member))), above: nameOf(situation, above && String(above.facts['enterprise'])), notFree: nameOf(situation, stuck && String(stuck.facts['enterprise'])), moving: JSON.stringify(cycle ? below.map((sheet) => ({ below: sheet.id, input: broughtIn(cycle, sheet) })) : []), taken: nameOf(situation, taken), takenBy: taken === undefined ? '' : String(other?.facts['name'] ?? ''),
      apart: nameOf(situation, membersApart(members, places)[0]),
    };
  },
};

/** What is typed, or what was when it was asked for. */
function named({ matter }: Situation, input: Input): Input {
  return input['members'] === undefined ? { ...input, members: matter.facts['members'], cycle: matter.facts['cycle'] } : input;
}

/** The sheet of a member below size as it stands in the evaluation above. */
function broughtIn(cycle: Matter, { facts }: Matter): Readonly<Record<string, unknown>> {
  const { name, enterprise, creditCode, year, industry, agent, readings, taxChange, confirmedBy, confirmedOn } = facts;
  const given = Object.fromEntries(Object.entries({ industry, agent, taxChange, confirmedBy, confirmedOn }).filter(([, value]) => value !== undefined));
  return { name, enterprise, creditCode, year, readings, cycle: cycle.id, scope: cycle.facts['scope'], host: cycle.facts['host'], key: sheetKey(cycle.id, String(creditCode)), ...given };
}

/** The sheets that a group brought in, and those they came from. */
const returning: Computation = {
  asks: ({ matter }) => ({ sheets: { mechanism: 'evaluationSheet', where: { all: [{ fact: 'joint', in: [matter.id] }, { stage: ['open', 'disputed', 'confirmed', 'joined'] }] } } }),
  work: (_situation, _input, { sheets = [] }) => {
    const idsOf = (isJoined: boolean) => sheets.filter(({ stage }) => (stage === 'joined') === isJoined).map(({ id }) => id).join(',');
    return { here: idsOf(false), back: idsOf(true) };
  },
};

/** By the data on the sheets as they are now; the trial run looks again. */
function mainAmong(cycle: Matter | undefined, sheets: readonly Matter[]): string | undefined {
  if (cycle?.facts['scheme'] === undefined) return undefined;
  const members = sheets.map(({ facts }) => ({ id: String(facts['creditCode']), enterprise: String(facts['enterprise']), quantities: quantitiesOn((facts['readings'] ?? []) as Parameters<typeof quantitiesOn>[0]) }));
  return mainOf(schemeIn(cycle), members)?.enterprise;
}

/** What a joint evaluation asks of the server. */
export const serving: MechanismServer = { computes: { apply: looked, takeUp: looked, accept: looked, decline: returning } };
