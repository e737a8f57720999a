import { explainNoEvaluation } from '#engines/evaluation/explain.ts';
import { joined } from '#engines/evaluation/joint.ts';
import type { Result, Scheme, Subject } from '#engines/evaluation/problem.ts';
import { evaluateAgainst, type Standing } from '#engines/evaluation/standing.ts';
import type { Matter } from '#kernel/matter.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { noteCorrected } from '../bulk-parcels.ts';
import type { Measured } from '../data-owners.ts';
import { decidedOf, factsBeside, factsOfResult, knownTo, quantitiesOn, schemeIn, standingIn, sumsOf, valuedIn } from '../serving.ts';
import type { EvaluationSheetRecord } from './record.ts';
import { corrected, movesText, type Sheet, type Together } from './rules.ts';

const asked: readonly (keyof EvaluationSheetRecord['facts'])[] = ['steps', 'bonus', 'deduction', 'points', 'class', 'valued'];
const shared = ['steps', 'bonus', 'deduction', 'points', 'class', 'ranked', 'moves'] as const;

/** One enterprise worked out again against what was published, and the group it is in; without a corrected value the result stays as it is. */
const again: Computation = {
  asks: ({ matter: { facts }, findMatter }) => {
    const joint = findMatter(String(facts['joint'] ?? ''));
    const enterprises = joint ? (joint.facts['members'] as readonly string[]) : [String(facts['enterprise'])];
    const ofCycle = { fact: 'cycle', in: [String(facts['cycle'])] };
    return {
      remarks: { mechanism: 'evaluationRemark', where: { all: [ofCycle, { fact: 'enterprise', in: [...enterprises] }, { stage: ['confirmed', 'repaired'] }] } },
      ...(joint ? { members: { mechanism: 'evaluationSheet', where: { all: [ofCycle, { fact: 'joint', in: [joint.id] }] } } } : {}),
    };
  },
  work: ({ matter, findMatter }, input, { remarks = [], members = [] }) => {
    const facts = matter.facts as Sheet;
    const quantity = (input['disputed'] ?? facts.disputed) as Measured | undefined;
    const [cycle, value] = [findMatter(facts.cycle ?? ''), input['correctedValue']];
    if (!cycle || typeof value !== 'number' || quantity === undefined || input['upheld'] === false) return pick(facts as Readonly<Record<string, unknown>>);
    const [scheme, standing] = [schemeIn(cycle), standingIn(cycle)];
    const subjectOn = ({ id, facts: of }: Matter): Subject => {
      const { creditCode = '', industry = '', readings } = of as Sheet;
      const quantities = quantitiesOn(id === matter.id ? corrected(readings, quantity, value, '', '') : (readings ?? []));
      return { id: creditCode, industry, quantities, ...decidedOf(knownTo(scheme, remarks.filter((remark) => remark.facts['creditCode'] === creditCode))) };
    };
    const own = workedOut(scheme, standing, subjectOn(matter));
    const valued = valuedIn(scheme, subjectOn(matter).quantities);
    if (facts.joint === undefined) return pick({ ...factsOfResult(scheme, own), valued });
    const subjects = members.map(subjectOn);
    const whole = joined(scheme, facts.joint, subjects);
    const group = workedOut(scheme, standing, whole);
    const isJoint = facts.way === 'joint';
    const together: Together = {
      joint: facts.joint, beside: factsBeside(scheme, isJoint ? own : group), mates: members.flatMap(({ id }) => (id === matter.id ? [] : [id])),
      revised: { added: sumsOf(whole, subjects), ...only(factsOfResult(scheme, group), ['points', 'class']) },
      shared: isJoint ? only(factsOfResult(scheme, group), shared) : factsBeside(scheme, group),
    };
    return pick({ ...factsOfResult(scheme, isJoint ? group : own), valued }, together);
  },
};

function workedOut(scheme: Scheme, standing: Standing, subject: Subject): Result {
  const result = evaluateAgainst(scheme, standing, subject);
  if ('no' in result) throw new Refusal('schemeUnsound', { status: 422, ...explainNoEvaluation(result) });
  return result;
}

function only(facts: Readonly<Record<string, unknown>>, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])));
}

/** What an action asks to be computed; a new rank there is none. */
function pick(facts: Readonly<Record<string, unknown>>, together?: Together): Readonly<Record<string, unknown>> {
  return { ...Object.fromEntries(asked.map((name) => [name, facts[name] ?? (name === 'valued' ? [] : undefined)])), reaches: String(facts['ranked'] ?? ''), moved: movesText(facts['moves'] as Sheet['moves']), together: together ? JSON.stringify(together) : '' };
}

/** What a sheet asks of the server: results worked out again, reminders, silence taken as consent. */
export const serving: MechanismServer = {
  computes: { settle: again, correct: again },
  bulk: { correct: noteCorrected },
  nightly: [{ action: 'assumeConfirmed', where: () => ({ stage: ['open'] }) }, { action: 'remind', where: () => ({ stage: ['open'] }) }],
};
