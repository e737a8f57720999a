import { addCounted } from '#kernel/calendar.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { complianceCheckFigures } from './figures.ts';
import { complianceCheckRecord, type ComplianceCheckRecord } from './record.ts';
import { assess, badActuals, badCommitment, commitmentOf, damagesOf, taxGapOf, type Situation } from './rules.ts';

type Effect = EffectOf<ComplianceCheckRecord>;

const action = actionsOf(complianceCheckRecord);
const natural = { role: 'NATURAL' } as const;
const lead = [natural, { role: 'JOINT' }] as const;
const authorities = [{ role: 'TAX' }, { role: 'STAT' }, { role: 'INDUSTRY' }, natural, { role: 'ZONE', tie: 'lead' }] as const;
const company = { role: 'ENTERPRISE', tie: { duty: 'confirm' } } as const;

/** The words a project has for the conclusion of its capacity review. */
const toldProject = { passed: 'met', nearly: 'basic', failed: 'notMet' } as const;

/** The conclusion, its working, and what follows for the commitment and the project. */
function conclude(situation: Situation): Effect[] {
  const { matter, today, calendar, setting } = situation;
  const { lines, weighted, lowest, conclusion } = assess(situation);
  const kind = matter.facts.kind ?? 'capacity';
  const commitment = matter.facts.landCommitment ?? '';
  const clock = kind === 'completion' ? 'rectifyCompletion' : 'rectifyCapacity';
  const mayRectify = mayPutRight(situation);
  const project = commitmentOf(situation)?.facts['project'];
  return [
    {
      do: 'set',
      values: {
        results: lines, weighted, lowest, conclusion, concludedOn: today, damages: damagesOf(situation), taxGap: kind === 'completion' ? 0 : taxGapOf(situation),
        rectifyBy: mayRectify ? addCounted(calendar, today, setting(clock), 'calendarDay') : null,
      },
    },
    ...(mayRectify ? [{ do: 'start', clock } satisfies Effect] : []),
    { do: 'follow', mechanism: 'landCommitment', id: commitment, action: 'recordCheck', input: { lastCheck: matter.id, lastConclusion: conclusion, isCapacity: kind === 'capacity' } },
    ...(kind === 'capacity' && typeof project === 'string' ? [{ do: 'follow', mechanism: 'project', id: project, action: 'recordCompliance', input: { complianceCheck: matter.id, conclusion: toldProject[conclusion] } } satisfies Effect] : []),
  ];
}

/** What falls short may be put right once: nearly met at capacity, anything at completion (projects.md §6.4, §6.5). */
function mayPutRight(situation: Situation): boolean {
  const { conclusion } = assess(situation);
  if (conclusion === 'passed' || (situation.matter.facts.rechecks ?? 0) > 0) return false;
  return situation.matter.facts.kind === 'completion' || conclusion === 'nearly';
}

/** A check by the figures of the authorities, confirmed by the enterprise, concluded with its working (projects.md §6.4, §6.5). */
export const complianceCheck = mechanism(complianceCheckRecord, {
  figures: complianceCheckFigures,
  actions: {
    open: action({
      name: { zh: '启动核查', en: 'Open a check' },
      from: 'new',
      to: 'opened',
      by: lead,
      tone: 'primary',
      asks: { name: 'must', landCommitment: 'must', kind: 'must', period: 'must' },
      sets: ['unit', 'contact', 'rechecks'],
      starts: ['check'],
      check: (situation, input) => badCommitment(situation, input.landCommitment),
      effects: ({ findMatter }, input) => {
        const facts = findMatter(input.landCommitment)?.facts ?? {};
        return [{ do: 'set', values: { unit: facts['unit'] as string, contact: facts['contact'] as string, rechecks: 0 } }];
      },
    }),
    measure: action({
      name: { zh: '汇总实际数值', en: 'Enter the actual values' },
      help: { zh: '由税务、统计等部门提供，注明来源。', en: 'From tax, statistics and others, each with its source.' },
      from: ['opened', 'rectifying'],
      to: 'measured',
      by: authorities,
      tone: 'primary',
      asks: { actuals: 'must' },
      evidence: 1,
      stops: ['check', 'rectifyCompletion', 'rectifyCapacity'],
      starts: ['confirm', 'conclude'],
      sets: ['rechecks'],
      check: (situation, input) => badActuals(situation, input.actuals),
      effects: ({ matter }) => [
        ...(matter.stage === 'rectifying' ? [{ do: 'set', values: { rechecks: (matter.facts.rechecks ?? 0) + 1 } } satisfies Effect] : []),
        ...(matter.facts.contact === undefined ? [] : [{ do: 'owe', duty: 'confirm', unit: matter.facts.unit ?? '', person: matter.facts.contact } satisfies Effect]),
      ],
    }),
    confirm: action({
      name: { zh: '企业确认', en: 'Confirm' },
      from: ['measured'],
      to: 'confirmed',
      by: [company],
      tone: 'primary',
      asks: { confirmation: 'may' },
      stops: ['confirm'],
      effects: () => [{ do: 'discharge', duty: 'confirm' }],
    }),
    lapse: action({
      name: { zh: '逾期视为确认', en: 'Silence is taken as consent' },
      from: ['measured'],
      to: 'confirmed',
      by: ['system', natural],
      stops: ['confirm'],
      effects: () => [{ do: 'withdraw', duty: 'confirm' }],
      when: ({ matter, today, calendar }) => {
        const clock = matter.clocks['confirm'];
        return clock !== undefined && addCounted(calendar, clock.startOn, clock.budget.n, clock.budget.unit) < today ? undefined : 'wrongStage';
      },
    }),
    conclude: action({
      name: { zh: '出具结论', en: 'Conclude' },
      help: { zh: '各项达成率、加权、违约金由系统按承诺计算，签约时和现承诺并列。', en: 'Ratios, sum and damages follow from the commitment, as signed and as in force side by side.' },
      from: ['confirmed'],
      to: ['passed', 'rectifying', 'failed'],
      by: lead,
      tone: 'primary',
      apartFrom: ['measure'],
      sets: ['results', 'weighted', 'lowest', 'conclusion', 'concludedOn', 'damages', 'taxGap', 'rectifyBy'],
      stops: ['conclude'],
      follows: ['landCommitment.recordCheck', 'project.recordCompliance'],
      leads: (situation) => (assess(situation).conclusion === 'passed' ? 'passed' : mayPutRight(situation) ? 'rectifying' : 'failed'),
      effects: conclude,
    }),
    giveUp: action({
      name: { zh: '整改未完成', en: 'Not put right' },
      from: ['rectifying'],
      to: 'failed',
      by: lead,
      tone: 'danger',
      reason: 10,
      stops: ['rectifyCompletion', 'rectifyCapacity'],
    }),
  },
});
