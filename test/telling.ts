import type { Actor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/calendar.ts';
import { holds } from '#kernel/condition.ts';
import type { Known, Step, Story } from '#mechanisms/story.ts';
import type { Walk } from '#mechanisms/walk.ts';
import { samplePosts, sampleUnits } from '#sample/district.ts';

/** The moment at which the sample years stop. */
const end = '2021-12-28T02:00:00.000Z';

/** Tells stories of the sample in memory, in order of time and through the same gates as everywhere; `before` looks on as each step is due. */
export function tell(walk: Walk, stories: readonly Story[], before?: (step: Step) => void): void {
  for (const { id, name, groups } of sampleUnits) walk.units.set(id, { id, name, isActive: true, groups });
  const ids = new Map<string, string>();
  const steps = stories.flatMap((story) => story.steps.map((step) => ({ story, step }))).filter(({ step }) => step.at < end).toSorted((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : 0));
  for (const { story, step } of steps) {
    before?.(step);
    take(walk, ids, story, step);
  }
}

function take(walk: Walk, ids: Map<string, string>, story: Story, step: Step): void {
  walk.now = step.at;
  const known = knownTo(walk, ids, step);
  try {
    const id = step.of?.(known) ?? ids.get(story.key);
    const by = actorOf(typeof step.by === 'string' ? step.by : step.by(known), id);
    const input = Object.fromEntries(Object.entries(step.input(known)).filter(([, value]) => value !== undefined));
    ids.set(story.key, (id === undefined ? walk.file(by, story.mechanism, step.action, input) : walk.act(by, id, step.action, input)).id);
  } catch (failure) {
    throw new Error(`sample ${story.key} (${step.action}, ${step.at}): ${failure instanceof Error ? failure.message : ''}`, { cause: failure });
  }
}

function knownTo(walk: Walk, ids: ReadonlyMap<string, string>, { at, reads, asks }: Step): Known {
  const base: Known = {
    idOf: (key) => ids.get(key) ?? fail(`the story ${key} has not begun yet`),
    // Two names are two files.
    file: (name) => ({ hash: Buffer.from(name).toString('hex').padStart(64, 'a').slice(-64), name: `${name}.txt`, type: 'text/plain', size: 9 }),
    found: [],
  };
  const known: Known = reads === undefined ? base : { ...base, read: walk.get(base.idOf(reads)) };
  const question = asks?.(known);
  return question === undefined ? known : { ...known, found: [...walk.matters.values()].filter((matter) => matter.mechanism === question.mechanism && holds(question.where, matter, dayOf(at))) };
}

function actorOf(by: string, id: string | undefined): Actor {
  if (by === 'public') return { kind: 'public' };
  if (by === 'author') return { kind: 'author', matterId: id ?? '' };
  if (by === 'system') return { kind: 'system', job: 'sample' };
  const post = samplePosts.find((each) => each.id === by) ?? fail(`no post ${by}`);
  return { kind: 'post', personId: `holder-${post.id}`, postId: post.id, postName: post.name, unitId: post.unitId, unitIds: [post.unitId], roles: post.roles, fields: post.fields };
}

export function fail(words: string): never {
  throw new Error(words);
}
