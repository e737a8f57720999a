import { digest } from '#engines/draw/bytes.ts';
import { taxItems as allTaxItems } from '#engines/evaluation/common-rules.ts';
import { explainNoEvaluation } from '#engines/evaluation/explain.ts';
import { findSchemeFault } from '#engines/evaluation/faults.ts';
import { formulas } from '#engines/evaluation/indicators.ts';
import { onLadder, presets, type Ladder, type PresetName } from '#engines/evaluation/presets.ts';
import type { Benchmark, QuantityName, Scheme, TaxItem } from '#engines/evaluation/problem.ts';
import { canonical } from '#kernel/trace.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { bulk } from './bulk.ts';
import { equalCases } from './report.ts';
import { twinOf, type Situation } from './rules.ts';

interface Plan {
  readonly preset: PresetName;
  readonly scope: Scheme['scope'];
  readonly weights?: readonly { readonly indicator?: keyof typeof formulas; readonly weight?: number; readonly benchmark?: 'fixed' | 'all' | 'industry'; readonly value?: number }[];
  readonly taxItems?: readonly TaxItem['key'][];
  readonly ladder?: Ladder;
  readonly cutPlus?: number;
  readonly cutA?: number;
  readonly cutB?: number;
  readonly cutC?: number;
  readonly mainBy?: QuantityName;
}

/** A published scheme with what the office changed of it. */
export function schemeOf({ preset, scope, weights = [], taxItems = [], ladder = 'letters', cutPlus, cutA, cutB, cutC, mainBy }: Plan): Scheme {
  const base = onLadder(presets[preset], ladder);
  const cuts: Readonly<Record<string, number | undefined>> = { '1A': cutPlus, A: cutA, B: cutB, C: cutC };
  const indicators = weights.map(({ indicator = 'taxPerMu', weight = 0, benchmark = 'fixed', value = 0 }) => {
    const held: Benchmark = benchmark === 'fixed' ? { fixed: value } : { mean: benchmark };
    // Who emits nothing gets the mean of those who do, whatever the scheme; nothing else is made up (parks.md §2.4).
    return { ...formulas[indicator], weight, benchmark: held, missing: formulas[indicator].denominator === 'pollutant' ? 'mean' : 'zero' } as const;
  });
  return { ...base, scope, ...(mainBy === undefined ? {} : { mainBy }), ...(taxItems.length === 0 ? {} : { taxItems: allTaxItems.filter(({ key }) => taxItems.includes(key)) }), ...(indicators.length > 0 ? { indicators } : {}), classes: base.classes.map((band) => ({ ...band, upTo: cuts[band.key] ?? band.upTo })) };
}

const planning: Computation = {
  asks: (_situation, input) => ({ others: { mechanism: 'evaluationCycle', where: { all: [{ fact: 'year', in: [Number(input['year'])] }, { fact: 'scope', in: [String(input['scope'])] }] } } }),
  work: (situation, input, { others = [] }) => {
    const scheme = schemeOf(input as unknown as Plan);
    const fault = findSchemeFault(scheme);
    const words = fault ? explainNoEvaluation(fault) : { zh: '', en: '' };
    const text = canonical(scheme);
    const before = others.filter(({ id }) => id !== situation.matter.id).length;
    return {
      scheme: text, schemeHash: digest(text), schemeVersion: Number(input['year']) * 10 + before, faultZh: words.zh, faultEn: words.en,
      twin: String(twinOf(situation as Situation, input['year'], input['scope'], others)?.facts['name'] ?? ''),
    };
  },
};

/** How many of some mechanisms stand in a stage for this evaluation, each by a name of its own. */
const counting = (of: Readonly<Record<string, { readonly mechanism: string; readonly stage: readonly string[] }>>): Computation => ({
  asks: ({ matter }) => Object.fromEntries(Object.entries(of).map(([into, { mechanism, stage }]) => [into, { mechanism, where: { all: [{ fact: 'cycle', in: [matter.id] }, { stage }] } }])),
  work: (_situation, _input, found) => Object.fromEntries(Object.keys(of).map((into) => [into, found[into]?.length ?? 0])),
});

/** What an evaluation asks of the server. */
export const serving: MechanismServer = {
  computes: {
    plan: planning,
    amend: planning,
    reconcile: {
      asks: ({ matter }) => ({ batches: { mechanism: 'readingBatch', where: { all: [{ fact: 'year', in: [Number(matter.facts['year'])] }, { stage: ['received'] }] } } }),
      work: (_situation, _input, { batches = [] }) => ({ delivered: [...new Set(batches.map(({ facts }) => String(facts['owner'])))].toSorted() }),
    },
    compute: counting({ unsettled: { mechanism: 'evaluationSheet', stage: ['open', 'disputed'] }, undecided: { mechanism: 'jointEvaluation', stage: ['applied'] } }),
    review: counting({ anomalies: { mechanism: 'evaluationAnomaly', stage: ['open'] } }),
    announce: {
      asks: ({ matter }) => ({
        remarks: { mechanism: 'evaluationRemark', where: { fact: 'cycle', in: [matter.id] } },
        joints: { mechanism: 'jointEvaluation', where: { all: [{ fact: 'cycle', in: [matter.id] }, { stage: ['accepted', 'declined'] }] } },
        moved: { mechanism: 'evaluationSheet', where: { all: [{ fact: 'cycle', in: [matter.id] }, { stage: ['joined'] }] } },
        batches: { mechanism: 'readingBatch', where: { all: [{ fact: 'year', in: [Number(matter.facts['year'])] }, { stage: ['received'] }] } },
      }),
      work: ({ matter }, _input, { remarks = [], joints = [], moved = [], batches = [] }) => {
        const triedAt = String(matter.facts['trialAt'] ?? '');
        return {
          openRemarks: remarks.filter(({ stage }) => stage === 'entered').length,
          // A finding that was put right since holds for this year all the same; what was delivered since is not in the trial.
          isStale: remarks.some(({ stage, changedAt }) => ['confirmed', 'repaired'].includes(stage) && changedAt > triedAt) || [...joints, ...moved].some(({ changedAt }) => changedAt > triedAt) || batches.some(({ filedAt }) => filedAt > triedAt),
        };
      },
    },
  },
  documents: {
    equalCases: {
      name: { zh: '否决和限档同类情形处理清单', en: 'Vetoes and caps, case by case' },
      when: { fact: 'delivered', present: true },
      asks: ({ id }) => ({ remarks: { mechanism: 'evaluationRemark', where: { fact: 'cycle', in: [id] } } }),
      parts: equalCases,
      fileName: ({ matter }) => `同类情形处理清单 ${String(matter.facts['name'] ?? '')}`,
    },
  },
  bulk,
  frozen: { readBy: 'trialRun', register: 'enterprise', code: 'creditCode' },
};
