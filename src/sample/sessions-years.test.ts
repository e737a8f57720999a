import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { chinaCalendar, dayOf } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { holds } from '#kernel/condition.ts';
import { isAccepted } from '#kernel/figure.ts';
import { foundingFigures } from '#mechanisms/founding-figures.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { sessionsYears } from '#mechanisms/reform/sessions-years.ts';
import type { Known } from '#mechanisms/story.ts';
import type { Walk } from '#mechanisms/walk.ts';
import { sessionCounty } from '#test/sessions.ts';
import { samplePosts, sampleUnits } from './district.ts';
import { sampleEnd } from './replay.ts';

/** The sessions of the sample years, told in memory: what the replay tells, without a store. */
function told(): Walk {
  const walk = sessionCounty();
  for (const { id, name, groups } of sampleUnits) walk.units.set(id, { id, name, isActive: true, groups });
  const ids = new Map<string, string>();
  const idOf = (key: string) => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`the story ${key} has not begun`);
    return id;
  };
  const steps = sessionsYears().flatMap((story) => story.steps.map((step) => ({ story, step })))
    .filter(({ step }) => step.at < sampleEnd).toSorted((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : 0));
  for (const { story, step } of steps) {
    walk.now = step.at;
    const asked = step.asks?.({ idOf, file, found: [] });
    const known: Known = { idOf, file, found: asked === undefined ? [] : [...walk.matters.values()].filter((matter) => matter.mechanism === asked.mechanism && holds(asked.where, matter, dayOf(step.at))) };
    const id = step.of?.(known) ?? ids.get(story.key);
    const input = Object.fromEntries(Object.entries(step.input(known)).filter(([, value]) => value !== undefined));
    try {
      const matter = id === undefined ? walk.file(actorOf(String(step.by)), story.mechanism, step.action, input) : walk.act(actorOf(String(step.by)), id, step.action, input);
      ids.set(story.key, matter.id);
    } catch (failure) {
      throw new Error(`${story.key} ${step.action} ${step.at}: ${String(failure)}`, { cause: failure });
    }
  }
  return walk;
}

const file = (name: string) => ({ hash: 'a'.repeat(64), name, type: 'text/plain', size: 10 });

function actorOf(post: string): Actor {
  const held = samplePosts.find(({ id }) => id === post);
  if (!held) throw new Error(`no post ${post}`);
  return { kind: 'post', personId: `holder-${post}`, postId: post, postName: held.name, unitId: held.unitId, unitIds: [held.unitId], roles: held.roles, fields: held.fields };
}

const asOf = dayOf(sampleEnd);

function answers(walk: Walk, mechanism: string, key: string) {
  const declared = findMechanism(mechanism)!;
  const figure = declared.figures.find((each) => each.key === key)!;
  const counted = [...walk.matters.values()].filter((matter) => matter.mechanism === mechanism && !declared.record.stages[matter.stage]?.uncounted && holds(figure.where, matter, asOf));
  const { measure } = figure;
  if ('distinct' in measure) return new Set(counted.map(({ facts }) => facts[measure.distinct])).size;
  if ('share' in measure) return (100 * counted.filter((matter) => holds(measure.share, matter, asOf)).length) / counted.length;
  return counted.length;
}

test('the sample years hold the sessions of the founding account, and those that its definitions leave out', () => {
  const walk = told();
  const asked = [['1.7', 'meeting', 'meeting.onReform'], ['1.11', 'topic', 'topic.approved'], ['1.12', 'reformDocument', 'reformDocument.reviewedAndIssued'], ['1.13', 'topic', 'topic.setByPrincipal'], ['1.17', 'reformDocument', 'reformDocument.innovations'], ['1.32', 'specialGroup', 'specialGroup.active'], ['1.1', 'workingMechanism', 'workingMechanism.reform'], ['3.11', 'workingMechanism', 'workingMechanism.projects']] as const;
  const found = asked.map(([no, mechanism, key]) => [no, answers(walk, mechanism, key)] as const);
  expect(found).toEqual([['1.7', 13], ['1.11', 41], ['1.12', 17], ['1.13', 7], ['1.17', 14], ['1.32', 6], ['1.1', 6], ['3.11', 6]]);
  for (const [no, value] of found) expect([no, isAccepted(foundingFigures.find((each) => each.no === no)!, value)]).toEqual([no, true]);
  // The definitions bite: more were held, issued and approved than are counted.
  const count = (mechanism: string, stages: readonly string[]) => [...walk.matters.values()].filter((matter) => matter.mechanism === mechanism && stages.includes(matter.stage)).length;
  expect(answers(walk, 'meeting', 'meeting.held')).toBe(17);
  expect(count('meeting', ['cancelled', 'planned', 'noticed'])).toBe(2);
  expect(count('reformDocument', ['issued'])).toBe(21);
  expect(count('reformDocument', ['reviewed'])).toBe(1);
  // 41 of the district, two of units, none of which is added.
  expect([...walk.matters.values()].filter(({ mechanism, facts }) => mechanism === 'topic' && facts['approvedOn'] !== undefined)).toHaveLength(43);
  const inTime = answers(walk, 'followUp', 'followUp.inTime');
  expect(inTime).toBeGreaterThan(80);
  expect(inTime).toBeLessThan(100);
  // The seven named ones are the leader's, in his words.
  expect([...walk.matters.values()].filter(({ mechanism, facts }) => mechanism === 'topic' && facts['setterRank'] === 'principal').every(({ facts }) => String(facts['setWords']).length > 10 && facts['approvedOn'] !== undefined)).toBe(true);
  const late = [...walk.matters.values()].flatMap(({ duties }) => duties.filter(({ state, clock }) => state === 'open' && (findDueDay(chinaCalendar, clock) ?? asOf) < asOf));
  expect(late.length).toBeGreaterThan(0);
});
