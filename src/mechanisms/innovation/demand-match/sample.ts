import { penFrom, storyOf } from '../../projects/sample-pen.ts';
import type { Known, Story } from '../../story.ts';
import { plannedDemands, type PlannedDemand } from '../sample-plan.ts';

/** Demands that are still being matched late in the year: held against the shelf, confirmed, sent; of the last ones not all yet, and nothing is offered to the secret one. */
export function demandMatchStories(levelOf: (demand: PlannedDemand) => string): readonly Story[] {
  const waiting = plannedDemands.filter(({ fate }) => fate === 'matching');
  const secret = waiting.find((demand) => levelOf(demand) === 'secret');
  const told = waiting.filter((demand) => levelOf(demand) !== 'secret').slice(0, 12).map(storyFor);
  return secret === undefined ? told : [...told, storyOf('match-secret', 'demandMatch', matchedOn(secret, 12).after(2, 'science-2', 'drop', () => ({ reason: '需求保密，由科技局线下定向联系。' })))];
}

function storyFor(demand: PlannedDemand, at: number): Story {
  const pen = matchedOn(demand, at);
  if (at < 10) pen.after(1, `broker-${(at % 3) + 1}`, 'confirm');
  if (at < 8) pen.after(1, 'science-2', 'send');
  return storyOf(`match-${at + 1}`, 'demandMatch', pen);
}

function matchedOn({ key }: PlannedDemand, at: number) {
  return penFrom('2021-11-29', 260 + at).after(at, `broker-${(at % 3) + 1}`, 'match', (known: Known) => ({ demand: known.idOf(key) }));
}
