import { beforeAll, expect, test } from 'vitest';
import { dayOf } from '#kernel/calendar.ts';
import { holds } from '#kernel/condition.ts';
import type { Matter } from '#kernel/matter.ts';
import { samplePosts, sampleUnits } from '#sample/district.ts';
import { annualPointsFigures } from '../annual-points/figures.ts';
import { integrationProjectFigures } from '../integration-project/figures.ts';
import { pointsYears } from '../points-years.ts';
import { reformDocumentStories } from '../reform-document/sample.ts';
import { upperTaskFigures } from '../upper-task/figures.ts';
import { postOf, type Walk } from '../../walk.ts';
import { proof, reformWalk } from '../../../../test/reform-walk.ts';
import { taskFigures } from './figures.ts';

// The sample year in memory, as the replay tells it on the store.

let walk: Walk;
let count = 0;

beforeAll(() => {
  walk = reformWalk('2020-11-01');
  for (const { id, name, groups } of sampleUnits) walk.units.set(id, { id, name, isActive: true, groups });
  const ids = new Map<string, string>();
  // Of the sessions only the documents: integration projects name them as their results.
  const documents = reformDocumentStories();
  const steps = [...documents, ...pointsYears()].flatMap((story) => story.steps.map((step) => ({ story, step }))).filter(({ step }) => step.at < '2021-12-28T02:00:00.000Z').toSorted((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : 0));
  count = steps.filter(({ story }) => !documents.includes(story)).length;
  for (const { story, step } of steps) {
    walk.now = step.at;
    const idOf = (key: string) => ids.get(key) ?? '';
    const base = { idOf, file: () => proof[0] ?? { hash: '', name: '' }, found: [] as readonly Matter[] };
    const question = step.asks?.(base);
    const known = { ...base, read: step.reads === undefined ? undefined : walk.get(idOf(step.reads)), found: question === undefined ? [] : [...walk.matters.values()].filter(({ mechanism }) => mechanism === question.mechanism).filter((matter) => holds(question.where, matter, dayOf(step.at))) };
    const by = typeof step.by === 'string' ? step.by : step.by(known);
    const post = samplePosts.find((each) => each.id === by);
    if (!post && by !== 'system') throw new Error(`${story.key}: no post ${by}`);
    const actor = post ? postOf(`holder-${post.id}`, post.unitId, post.roles, post.fields) : ({ kind: 'system', job: 'sample' } as const);
    const id = step.of === undefined ? ids.get(story.key) : step.of(known);
    // Evidence in memory is whole already; on the store only hash and name are sent.
    const input = { ...step.input(known), ...('evidence' in step.input(known) ? { evidence: proof } : {}) };
    try {
      ids.set(story.key, (id === undefined ? walk.file(actor, story.mechanism, step.action, input) : walk.act(actor, id, step.action, input)).id);
    } catch (failure) {
      throw new Error(`${story.key} (${step.action}, ${step.at}): ${String(failure)} ${JSON.stringify((failure as { fields?: unknown }).fields ?? '')}`, { cause: failure });
    }
  }
});

const of = (mechanism: string) => [...walk.matters.values()].filter((matter) => matter.mechanism === mechanism);
const all = [...taskFigures, ...upperTaskFigures, ...annualPointsFigures, ...integrationProjectFigures];
const found = (key: string) => {
  const figure = all.find((each) => each.key === key);
  if (!figure) throw new Error(`there is no figure ${key}`);
  const matters = of(figure.mechanism).filter((matter) => holds(figure.where, matter, '2021-12-28'));
  const { measure } = figure;
  if ('distinct' in measure) return new Set(matters.map(({ facts }) => facts[measure.distinct])).size;
  if ('share' in measure) return (matters.filter((matter) => holds(measure.share, matter, '2021-12-28')).length / matters.length) * 100;
  return matters.length;
};

test('the figures of the founding account are counted from it', () => {
  expect(['annualPoints.issued', 'task.categories', 'task.asIssued', 'upperTask.provincialBreakthroughs', 'upperTask.cityBreakthroughs', 'integrationProject.approved'].map(found)).toEqual([1, 37, 139, 7, 10, 6]);
});

test('two tasks of June are counted apart, and everything set above is taken up', () => {
  expect([found('task.addedByRevision'), found('upperTask.coverage'), found('upperTask.open')]).toEqual([2, 100, 0]);
  expect(of('annualPoints')[0]).toMatchObject({ stage: 'revised', facts: { versionNo: 2, taskCount: 139, categoryCount: 37, versions: [{ tasks: 139 }, { tasks: 141 }] } });
});

test('the year has a little of everything', () => {
  const stages = new Map<string, number>();
  for (const { stage } of of('task')) stages.set(stage, (stages.get(stage) ?? 0) + 1);
  for (const stage of ['closed', 'running', 'suspended', 'cancelled', 'planned', 'doneClaimed', 'groupAgreed', 'verified']) expect([stage, (stages.get(stage) ?? 0) > 0]).toEqual([stage, true]);
  for (const lamp of ['red', 'yellow', 'blue', 'grey']) expect([lamp, found(`task.${lamp}`) > 0]).toEqual([lamp, true]);
  expect(found('task.completion')).toBeGreaterThan(50);
  expect(found('task.completion')).toBeLessThan(90);
  expect(found('task.onTime')).toBeGreaterThan(80);
  expect(found('task.onTime')).toBeLessThan(100);
  expect(new Set(of('integrationProject').map(({ stage }) => stage))).toEqual(new Set(['promoted', 'evaluated', 'closed', 'productOut', 'running', 'designing']));
});

test('what burned was urged, by the rung of its light, and some letters wait for whoever tries the platform', () => {
  const letters = of('warningLetter');
  expect(new Set(letters.map(({ facts }) => facts['rung']))).toEqual(new Set(['reminder', 'order']));
  expect(new Set(letters.map(({ stage }) => stage))).toEqual(new Set(['closed', 'sent']));
});

test('it is cheap enough for everybody who begins', () => expect(count).toBeLessThan(1900));
