import { explainNoEvaluation } from '#engines/evaluation/explain.ts';
import { evaluateAgainst } from '#engines/evaluation/standing.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { noteCorrected } from '../bulk-parcels.ts';
import type { Measured } from '../data-owners.ts';
import { decidedOf, factsOfResult, knownTo, quantitiesOn, schemeIn, standingIn } from '../serving.ts';
import type { EvaluationSheetRecord } from './record.ts';
import { corrected, movesText, type Sheet } from './rules.ts';

const asked: readonly (keyof EvaluationSheetRecord['facts'])[] = ['steps', 'bonus', 'deduction', 'points', 'class'];

/** One enterprise worked out again against what was published; without a corrected value the result stays as it is. */
const again: Computation = {
  asks: ({ matter }) => ({ remarks: { mechanism: 'evaluationRemark', where: { all: [{ fact: 'cycle', in: [String(matter.facts['cycle'])] }, { fact: 'creditCode', in: [String(matter.facts['creditCode'])] }, { stage: ['confirmed', 'repaired'] }] } } }),
  work: ({ matter, findMatter }, input, { remarks = [] }) => {
    const facts = matter.facts as Sheet;
    const quantity = (input['disputed'] ?? facts.disputed) as Measured | undefined;
    const [cycle, value] = [findMatter(facts.cycle ?? ''), input['correctedValue']];
    if (!cycle || typeof value !== 'number' || quantity === undefined || input['upheld'] === false) return pick(facts as Readonly<Record<string, unknown>>);
    const scheme = schemeIn(cycle);
    const quantities = quantitiesOn(corrected(facts.readings, quantity, value, '', ''));
    const result = evaluateAgainst(scheme, standingIn(cycle), { id: facts.creditCode ?? '', industry: facts.industry ?? '', quantities, ...decidedOf(knownTo(scheme, remarks)) });
    if ('no' in result) throw new Refusal('schemeUnsound', { status: 422, ...explainNoEvaluation(result) });
    return pick(factsOfResult(scheme, result));
  },
};

/** What an action asks to be computed; a new rank there is none. */
function pick(facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...Object.fromEntries(asked.map((name) => [name, facts[name]])), reaches: String(facts['ranked'] ?? ''), moved: movesText(facts['moves'] as Sheet['moves']) };
}

/** What a sheet asks of the server: results worked out again, reminders, silence taken as consent. */
export const serving: MechanismServer = {
  computes: { settle: again, correct: again },
  bulk: { correct: noteCorrected },
  nightly: [{ action: 'assumeConfirmed', where: () => ({ stage: ['open'] }) }, { action: 'remind', where: () => ({ stage: ['open'] }) }],
};
