import { expect, test } from 'vitest';
import { holds } from '#kernel/condition.ts';
import type { Matter } from '#kernel/matter.ts';
import { samplePosts } from '#sample/district.ts';
import { mechanisms } from '../../mechanisms.ts';
import { postOf, Walk } from '../../walk.ts';
import { serving as findingServing } from '../finding/server.ts';
import { serving as letterServing } from '../warning-letter/server.ts';
import { inspectionRoundFigures } from './figures.ts';
import { inspectionStories } from './sample.ts';
import { serving } from './server.ts';

const file = { hash: 'f'.repeat(64), name: '落地证明.txt', type: 'text/plain', size: 9 };

/** Tells the sample year in memory, as the replay does it on the store. */
function told(until = '2021-12-28T02:00:00.000Z') {
  const walk = new Walk(mechanisms, '2021-01-01T00:00:00.000Z', { inspectionRound: serving, warningLetter: letterServing, finding: findingServing });
  const ids = new Map<string, string>();
  const steps = inspectionStories().flatMap((story) => story.steps.map((step) => ({ story, step }))).filter(({ step }) => step.at < until).toSorted((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : 0));
  for (const { story, step } of steps) {
    walk.now = step.at;
    const idOf = (key: string) => ids.get(key) ?? '';
    const read = step.reads === undefined ? undefined : walk.get(idOf(step.reads));
    const base = { idOf, file: () => file, read, found: [] as readonly Matter[] };
    const question = step.asks?.(base);
    const known = { ...base, found: question === undefined ? [] : [...walk.matters.values()].filter(({ mechanism }) => mechanism === question.mechanism).filter((matter) => holds(question.where, matter, step.at.slice(0, 10))) };
    const by = typeof step.by === 'string' ? step.by : step.by(known);
    const post = samplePosts.find(({ id }) => id === by);
    if (!post) throw new Error(`${story.key}: no post ${by}`);
    const actor = postOf(`holder-${post.id}`, post.unitId, post.roles, post.fields);
    const id = step.of === undefined ? ids.get(story.key) : step.of(known);
    try {
      ids.set(story.key, (id === undefined ? walk.file(actor, story.mechanism, step.action, step.input(known)) : walk.act(actor, id, step.action, step.input(known))).id);
    } catch (failure) {
      throw new Error(`${story.key} (${step.action}, ${step.at}): ${String(failure)}`, { cause: failure });
    }
  }
  return { walk, steps: steps.length };
}

test('the sample year has four quarterly rounds, and findings that are closed, open and rebounded', () => {
  const { walk, steps } = told();
  const of = (mechanism: string) => [...walk.matters.values()].filter((matter) => matter.mechanism === mechanism);
  const quarterly = inspectionRoundFigures[0]!;
  expect(of('inspectionRound').filter((round) => holds(quarterly.where, round, '2021-12-28'))).toHaveLength(4);
  const stages = of('finding').map(({ stage }) => stage);
  for (const stage of ['closed', 'kept', 'rectifying', 'claimed', 'planFiled', 'ordered']) expect(stages).toContain(stage);
  const rebounded = of('finding').filter(({ facts }) => facts['isRebounded'] === true);
  expect(rebounded.map(({ stage, facts }) => [stage, facts['grade']])).toEqual([['rectifying', 'B']]);
  expect(of('warningLetter').map(({ facts, stage }) => [facts['rung'], stage])).toEqual([['reminder', 'closed'], ['order', 'received']]);
  expect(of('inspectionSheet').map(({ stage }) => stage).toSorted()).toEqual([...Array.from({ length: 24 }, () => 'concluded'), 'opened', 'opened']);
  expect(steps).toBeLessThan(400);
});
