import type { Effect as EffectOf } from '#kernel/mechanism.ts';
import type { Grant } from '#kernel/actor.ts';
import type { ProjectRecord } from './record.ts';
import type { Situation } from './rules.ts';
import { chain, dayFact, gateOf, type ChainStage } from './stages.ts';

export type Effect = EffectOf<ProjectRecord>;
type ClockName = 'lead' | 'planning' | 'diligence' | 'review' | 'decision' | 'signing' | 'registration' | 'start' | 'statistics' | 'completion' | 'production' | 'capacity' | 'hold';

/** Those who look after a project before it is signed: the team, and the town or area it is to come to. */
export const finders: readonly Grant[] = [{ role: 'INVEST' }, { role: 'TOWN', tie: 'lead' }, { role: 'ZONE', tie: 'lead' }];
/** Those who bring the papers of a signed project. */
export const carriers: readonly Grant[] = [{ role: 'STEWARD' }, { role: 'ENTERPRISE', tie: 'involved' }];
export const receivers: readonly Grant[] = [{ role: 'TOWN', tie: 'lead' }, { role: 'ZONE', tie: 'lead' }];

/** The clock that runs while a project stands in a stage. */
export const clockOf: Partial<Record<ChainStage, ClockName>> = {
  lead: 'lead', planning: 'planning', dueDiligence: 'diligence', review: 'review', decided: 'signing', signed: 'registration', landed: 'start', permitted: 'start', started: 'statistics',
  building: 'completion', completed: 'production', producing: 'capacity', aboveScale: 'capacity',
};

/** What every forward move stops; a clock that two stages share goes on between them. */
export const stageClocks = ['lead', 'planning', 'diligence', 'review', 'decision', 'signing', 'registration', 'statistics', 'completion', 'production', 'hold'] as const;

/** What every move writes. */
export const moveSets = ['gate', 'stageHistory', ...chain.map((stage) => dayFact(stage))] as const;

/** A stage is reached today: its day, its line in the history, its gate and its clock. */
export function reach({ matter, today, setting }: Situation, stage: ChainStage, how: { readonly isException?: boolean; readonly reason?: string | undefined } = {}): readonly Effect[] {
  const line = { stage, on: today, ...(how.isException ? { isException: true } : {}), ...(how.reason === undefined ? {} : { reason: how.reason }) };
  const clock = clockOf[stage];
  const isRunning = clock !== undefined && matter.clocks[clock] !== undefined && matter.clocks[clock].stoppedOn === undefined;
  const isAbroad = stage === 'dueDiligence' && matter.facts.capitalSource === 'foreign';
  return [
    { do: 'set', values: { [dayFact(stage)]: today, gate: gateOf(stage), stageHistory: [...(matter.facts.stageHistory ?? []), line] } },
    // Start and capacity run over two stages; the others begin with theirs.
    ...(clock === undefined || (isRunning && (clock === 'start' || clock === 'capacity')) ? [] : [{ do: 'start', clock, ...(isAbroad ? { budget: { n: setting('diligenceOverseasDays'), unit: 'workday' as const } } : {}) } satisfies Effect]),
  ];
}

/** A move back: the days of the stages left behind no longer count, and their lines say so. */
export function fallBack(situation: Situation, to: ChainStage, reason: string | undefined): readonly Effect[] {
  const { matter, today } = situation;
  const left = chain.slice(chain.indexOf(to) + 1);
  const history = (matter.facts.stageHistory ?? []).map((line) =>
    line.reversedOn === undefined && line.stage !== undefined && left.includes(line.stage) ? { ...line, reversedOn: today, ...(reason === undefined ? {} : { reason }) } : line,
  );
  const clock = clockOf[to];
  return [
    { do: 'set', values: { ...Object.fromEntries(left.map((stage) => [dayFact(stage), null])), gate: gateOf(to), stageHistory: history } },
    ...running(situation).map((name) => ({ do: 'stop', clock: name }) satisfies Effect),
    ...(clock === undefined ? [] : [{ do: 'start', clock } satisfies Effect]),
  ];
}

/** The clocks that have not stopped. */
export function running({ matter }: Situation): readonly ClockName[] {
  return Object.entries(matter.clocks).flatMap(([name, clock]) => (clock.stoppedOn === undefined ? [name as ClockName] : []));
}
