import { joined, mainOf, type Joint } from '#engines/evaluation/joint.ts';
import type { Result, Scheme, Subject } from '#engines/evaluation/problem.ts';
import { evaluateAgainst, type Standing } from '#engines/evaluation/standing.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Bulk, BulkTools, FrozenMember, FrozenRow } from '../../bulk.ts';
import { decidedOf, factsOfResult, knownTo, quantitiesFrom, rowOf, sources, subjectOf, sumsOf, taxChange } from '../serving.ts';

/** A joint evaluation as a run froze it. */
export interface Group extends Joint {
  readonly own: readonly Subject[];
  readonly whole: Subject;
}

/** Who is evaluated together is fixed first, before anybody else of the year: a group that counts is one more row, and its members are none. */
export async function freezeJoint(tools: BulkTools, bulk: Bulk, scheme: Scheme, year: string): Promise<void> {
  const cycle = bulk.matter.id;
  const joints = await tools.find({ mechanism: 'jointEvaluation', where: { all: [{ fact: 'cycle', in: [cycle] }, { stage: ['accepted'] }] } });
  if (joints.length === 0) return;
  const enterprises = new Map((await tools.known(joints.flatMap(membersIn))).map((enterprise) => [enterprise.id, enterprise]));
  const codes = [...enterprises.values()].map(codeOf);
  const change = taxChange(scheme);
  const readings = Map.groupBy(await tools.readings([...Object.values(sources).flat(), ...change.plus, ...change.minus], year, codes, bulk.asOf), ({ subject }) => subject);
  const remarks = Map.groupBy(knownTo(scheme, await tools.find({ mechanism: 'evaluationRemark', where: { all: [{ fact: 'cycle', in: [cycle] }, { fact: 'creditCode', in: codes }, { stage: ['confirmed', 'repaired'] }] } })), ({ facts }) => String(facts['creditCode']));
  const members = joints.flatMap((joint) => membersIn(joint).flatMap((id): readonly FrozenMember[] => {
    const enterprise = enterprises.get(id);
    if (!enterprise) return [];
    const code = codeOf(enterprise);
    const quantities = quantitiesFrom(new Map((readings.get(code) ?? []).map(({ indicator, value }) => [indicator, value])), change);
    const subject: Subject = { id: code, industry: String(enterprise.facts['industry'] ?? '').slice(1, 3), quantities, ...decidedOf(remarks.get(code) ?? []) };
    return [{ ...rowOf(subject), joint: joint.id, counted: joint.facts['way'] === 'joint' }];
  }));
  await tools.freezeMembers(members);
  const groups = [...groupsOf(scheme, members).values()].filter(({ counts }) => counts);
  if (groups.length > 0) await tools.freezeRows(year, groups.map(({ whole }) => rowOf(whole)));
}

const membersIn = ({ facts }: Matter) => (facts['members'] ?? []) as readonly string[];
const codeOf = ({ facts }: Matter) => String(facts['creditCode']);

/** The groups of a run by their id, each added up. */
export function groupsOf(scheme: Scheme, members: readonly FrozenMember[]): ReadonlyMap<string, Group> {
  return new Map([...Map.groupBy(members, ({ joint }) => joint)].map(([id, rows]) => {
    const own = rows.map(subjectOf);
    return [id, { id, members: own.map((subject) => subject.id), counts: rows[0]?.counted === true, own, whole: joined(scheme, id, own) }];
  }));
}

/** Everybody by itself again: the members in the place of the groups that count. */
export function singly<T extends FrozenRow>(rows: readonly T[], members: readonly (FrozenMember & T)[]): readonly T[] {
  const groups = new Set(members.map(({ joint }) => joint));
  return [...rows.filter(({ subject }) => !groups.has(subject)), ...members.filter(({ counted }) => counted)];
}

/** By member, the group it is in. */
export function byMember(groups: ReadonlyMap<string, Group>): ReadonlyMap<string, Group> {
  return new Map([...groups.values()].flatMap((group) => group.members.map((member) => [member, group] as const)));
}

/** Somebody beside the ranked. What was evaluated by the same scheme can be worked out against it; else it is a defect. */
export function beside(scheme: Scheme, standing: Standing, subject: Subject): Result {
  const result = evaluateAgainst(scheme, standing, subject);
  if ('no' in result) throw new Error(`${subject.id} cannot be worked out: ${result.no} ${result.at}`);
  return result;
}

/** A group with what it came to. */
export interface GroupResult {
  readonly group: Group;
  readonly result: Result;
}

/** What groups came to, each on its own page. */
export async function tellGroups(tools: BulkTools, action: 'announce' | 'renew', scheme: Scheme, told: readonly GroupResult[]): Promise<void> {
  const mains = await tools.held('enterprise', 'creditCode', told.flatMap(({ group }) => mainOf(scheme, group.own)?.id ?? []));
  await tools.actAll('jointEvaluation', action, told.map(({ group: { id, own, whole }, result }) => {
    const { points, class: band, list, rank, among, isUngraded } = factsOfResult(scheme, result);
    const main = mains.get(mainOf(scheme, own)?.id ?? '');
    const given = Object.fromEntries(Object.entries({ list, rank, among }).filter(([, value]) => value !== undefined));
    return { id, input: { points, class: band, isUngraded, added: sumsOf(whole, own), ...given, ...(main ? { main: main.id } : {}), ...(whole.industry === '' ? {} : { industry: whole.industry }) } };
  }));
}
