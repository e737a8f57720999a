import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Actor } from '#kernel/actor.ts';
import { dayOf, type Instant } from '#kernel/calendar.ts';
import { creditCodeProblem } from '#kernel/credit-code.ts';
import type { Fact } from '#kernel/fact.ts';
import type { Matter } from '#kernel/matter.ts';
import { sampleFiles, type SampleFile } from '#mechanisms/sample-files.ts';
import type { Known, Step, Story } from '#mechanisms/story.ts';
import { bulletinStories } from '#mechanisms/reform/bulletin/sample.ts';
import { publicationStories } from '#mechanisms/reform/publication/sample.ts';
import { pointsYears } from '#mechanisms/reform/points-years.ts';
import { inspectionStories } from '#mechanisms/reform/inspection-round/sample.ts';
import { serviceItemStories } from '#mechanisms/reform/service-item/sample.ts';
import { sessionsYears } from '#mechanisms/reform/sessions-years.ts';
import { suggestionYears } from '#mechanisms/reform/suggestion/sample.ts';
import { topicCallStories } from '#mechanisms/reform/topic-call/sample.ts';
import { innovationYears } from '#mechanisms/innovation/innovation-years.ts';
import { evaluationYears } from '#mechanisms/parks/evaluation-years.ts';
import { parksYears } from '#mechanisms/parks/sample-years.ts';
import { projectsYears } from '#mechanisms/projects/sample-years.ts';
import { actIn, mattersWhere } from '#server/act.ts';
import { actAllIn } from '#server/act-many.ts';
import { runBulkOf } from '#server/bulk.ts';
import { findActor } from '#server/directory.ts';
import { foresee } from '#server/foresight.ts';
import type { Platform } from '#server/platform.ts';
import type { Tx } from '#store/database.ts';
import { putBlob } from '#store/blobs.ts';
import { keepFile } from '#store/files.ts';
import { sendAhead } from '#store/ledger.ts';
import { findMatter, lockMatters } from '#store/matters.ts';
import { bringFile } from './bring-file.ts';
import { furnish } from './furnish.ts';

/** The moment at which the sample years stop: the day of the founding account, at ten in the morning. */
export const sampleEnd: Instant = '2021-12-28T02:00:00.000Z';

interface Due {
  readonly story: Story;
  readonly step: Step;
}

/** How the sample years are told. */
export interface Telling {
  /** So many times over, as load. */
  readonly scale?: number;
  /** Who is about to do what, and on which matter: what a test looks at before it is done. */
  readonly before?: (tx: Tx, about: { readonly mechanism: string; readonly action: string; readonly id: string; readonly actor: Actor; readonly at: Instant }) => Promise<void>;
}

/** How many actions the sample years have. */
export function sampleLength(): number {
  return scripted().length;
}

/** Replays the sample years through the same entry that people use, each action at its own moment. */
export async function replay(platform: Platform, progress: (done: number) => void, { scale = 1, before }: Telling = {}): Promise<number> {
  if ((await platform.directory()).units.size === 0) await furnish(platform);
  const files = await keepSampleFiles(platform);
  const steps = scripted();
  let done = 0;
  for (let round = 0; round < scale; round += 1) {
    let ids: ReadonlyMap<string, string> = new Map();
    for await (const part of inParts(platform, steps)) {
      const last = part.at(-1);
      if (fileOf(last) !== undefined) ids = await bringFile(platform, part.map(({ story, step }) => ({ key: story.key, mechanism: story.mechanism, at: step.at, by: String(step.by), file: fileOf(last) ?? '', input: toldAgain(platform, story, defined(step.input(knownWith(ids, files))), round) })), ids);
      else ids = await platform.store.inDistrict(platform.district, (tx) => tell(platform, tx, part, ids, files, round, before));
      // What an action begins in the background is done before the next one, as if no time had passed.
      if (last && (await goesOn(platform, last))) await runBulkOf(platform, ids.get(last.story.key) ?? '', last.step.at);
      done += part.length;
      progress(done);
    }
    platform.poke();
  }
  return done;
}

/** The steps in transactions of some hundred; one that begins something in the background is the last of its own, and the rows of a file come by themselves. */
async function* inParts(platform: Platform, steps: readonly Due[]): AsyncGenerator<readonly Due[]> {
  let part: Due[] = [];
  for (const due of steps) {
    const file = fileOf(due);
    if (part.length > 0 && (fileOf(part[0]) !== file || (file === undefined && part.length >= stepsAtOnce))) {
      yield part;
      part = [];
    }
    part.push(due);
    if (file !== undefined || !(await goesOn(platform, due))) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** The file that brings what is due, if one does: the filing of a story that names one. */
function fileOf(due: Due | undefined): string | undefined {
  return due && due.step === due.story.steps[0] ? due.story.file : undefined;
}

async function goesOn(platform: Platform, { story, step }: Due): Promise<boolean> {
  return (await platform.serving(story.mechanism))?.bulk?.[step.action] !== undefined;
}

/** Takes some steps in one transaction; gives the ids of all stories by then. Should it have to begin again, nothing of the first attempt is left. */
async function tell(platform: Platform, tx: Tx, part: readonly Due[], begun: ReadonlyMap<string, string>, files: SampleFiles, round: number, before: Telling['before']): Promise<Map<string, string>> {
  const ids = new Map(begun);
  const answers: Answers = new Map();
  const known = knownWith(ids, files);
  await foreseePart(platform, tx, part, begun, known, round);
  for (const [place, { story, step }] of part.entries()) {
    await take(platform, tx, story, step, ids, known, round, answers, before);
    // What these led to is written while the next are decided.
    if (place % stepsAhead === stepsAhead - 1) sendAhead(tx);
  }
  return ids;
}

function knownWith(ids: ReadonlyMap<string, string>, files: SampleFiles): Known {
  return {
    idOf: (key) => {
      const id = ids.get(key);
      if (!id) throw new Error(`the story ${key} has not begun yet`);
      return id;
    },
    file: (name) => {
      const file = files.get(name);
      if (!file) throw new Error(`the sample has no file ${name}`);
      return file;
    },
    found: [],
  };
}

/** Steps in one transaction: people commit one by one, but nobody waits for a sample to reach the disk. */
const stepsAtOnce = 320;
const stepsAhead = 40;

/** What the steps of a transaction are going to ask for and what can be known of it before they begin; a story that has not begun has no id yet. */
async function foreseePart(platform: Platform, tx: Tx, part: readonly Due[], ids: ReadonlyMap<string, string>, known: Known, round: number): Promise<void> {
  const referred: string[] = [];
  const begun = new Set<string>();
  const foreseen: Known = {
    ...known,
    idOf: (key) => {
      const id = ids.get(key) ?? '';
      referred.push(id);
      return id;
    },
  };
  const commands = part.filter(({ step }) => !isLive(step)).map(({ story, step }) => ({
    mechanism: story.mechanism, action: step.action, input: toldAgain(platform, story, defined(step.input(foreseen)), round), ...idOf(story.key),
  }));
  for (const { story, step } of part.filter((due) => isLive(due.step))) {
    for (const key of [step.of === undefined ? story.key : undefined, step.reads]) if (key !== undefined) referred.push(ids.get(key) ?? '');
  }
  await foresee(platform, tx, commands, referred);

  function idOf(key: string): { id?: string } {
    // Of a story that begins among these steps only its first one files something; the others have nothing to foresee.
    const id = ids.get(key) ?? (begun.has(key) ? '' : undefined);
    begun.add(key);
    return id === undefined ? {} : { id };
  }
}

/** What followed from something else is looked for once: who asks again wants the same matters. */
type Answers = Map<string, readonly Matter[]>;

/** Who acts, or on what, is found out only when the time has come. */
function isLive({ by, reads, asks, of, each }: Step): boolean {
  return typeof by === 'function' || reads !== undefined || asks !== undefined || of !== undefined || each !== undefined;
}

async function take(platform: Platform, tx: Tx, story: Story, step: Step, ids: Map<string, string>, told: Known, round: number, answers: Answers, before: Telling['before']): Promise<void> {
  const known = isLive(step) ? await knownBy(platform, tx, step, told, answers) : told;
  const input = toldAgain(platform, story, defined(step.input(known)), round);
  if (step.each !== undefined) {
    const actor = await actorOf(platform, String(step.by), undefined, step.at);
    return actAllIn(platform, tx, step.each(known).map((id) => ({ actor, mechanism: story.mechanism, action: step.action, id, input, now: step.at })));
  }
  const id = step.of === undefined ? ids.get(story.key) : step.of(known);
  const actor = await actorOf(platform, typeof step.by === 'string' ? step.by : step.by(known), id, step.at);
  if (id !== undefined) await before?.(tx, { mechanism: story.mechanism, action: step.action, id, actor, at: step.at });
  const acted = await actIn(platform, tx, {
    actor,
    mechanism: story.mechanism,
    action: step.action,
    ...(id === undefined ? {} : { id }),
    input,
    now: step.at,
    withCode: step.by === 'public',
  }).catch((failure: unknown) => {
    throw new Error(`sample ${story.key} (${step.action}, ${step.at})`, { cause: failure });
  });
  ids.set(story.key, acted.id);
}

async function knownBy(platform: Platform, tx: Tx, { reads, asks }: Step, known: Known, answers: Answers): Promise<Known> {
  const read = reads === undefined ? undefined : await findMatter(tx, platform.district, known.idOf(reads));
  // Whom its table names is going to act, or to be written of: locked at once, and not asked for one by one.
  if (read) await lockMatters(tx, platform.district, [...new Set(JSON.stringify(read.facts).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])]);
  if (asks === undefined) return { ...known, read };
  const question = asks({ ...known, read });
  const key = JSON.stringify(question);
  const found = answers.get(key) ?? (await mattersWhere(platform, tx, question));
  answers.set(key, found);
  return { ...known, read, found };
}

/** Told once more, what only one matter may hold gets another value, and another title keeps it from being taken for the same filed twice. */
function toldAgain(platform: Platform, { mechanism }: Story, input: Readonly<Record<string, unknown>>, round: number): Readonly<Record<string, unknown>> {
  if (round === 0) return input;
  const { facts, title } = platform.getMechanism(mechanism).record;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, name === title || facts[name]?.unique ? anew(String(value), facts[name], round) : value]));
}

/** Another value of the same form: codes have a form of their own, and a check digit. */
function anew(value: string, fact: Fact | undefined, round: number): string {
  if (fact?.kind === 'creditCode') {
    const body = `${value.slice(0, 9)}${round}${value.slice(10, 17)}`;
    return [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((digit) => body + digit).find((code) => creditCodeProblem(code) === undefined) ?? value;
  }
  if (fact?.kind === 'documentNumber') return value.replace(/(\d+)号$/, (_number, digits: string) => `${Number(digits) + round * 1000}号`);
  if (fact?.pattern) return value.replace(/\d+$/, (digits) => String(Number(digits) + round * 1000).padStart(digits.length, '0'));
  return `${value}-${round + 1}`;
}

let script: readonly Due[] | undefined;

/** Every step of every story in order of time; of two at one moment the story that comes first goes first. */
function scripted(): readonly Due[] {
  if (script) return script;
  const { stories, papers } = suggestionYears();
  const all = [
    ...serviceItemStories(), ...topicCallStories(), ...stories, ...bulletinStories(papers),
    ...projectsYears(), ...parksYears(), ...evaluationYears(), ...innovationYears(), ...inspectionStories(), ...sessionsYears(), ...pointsYears(), ...publicationStories(),
  ];
  script = all
    .flatMap((story) => story.steps.map((step) => ({ story, step })))
    .filter(({ step }) => step.at < sampleEnd)
    .toSorted((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : 0));
  return script;
}

async function actorOf(platform: Platform, by: string, id: string | undefined, at: Instant): Promise<Actor> {
  if (by === 'public') return { kind: 'public' };
  if (by === 'author') return { kind: 'author', matterId: id ?? '' };
  if (by === 'system') return { kind: 'system', job: 'sample' };
  const actor = findActor(await platform.directory(), by, dayOf(at));
  if (!actor) throw new Error(`the sample district has no post ${by} on ${at}`);
  return actor;
}

type SampleFiles = ReadonlyMap<SampleFile, ReturnType<Known['file']>>;

/** The evidence that the sample's people attach: plain texts that say what they are. */
async function keepSampleFiles(platform: Platform): Promise<SampleFiles> {
  const kept = new Map<SampleFile, ReturnType<Known['file']>>();
  for (const title of sampleFiles) {
    const name = `${title}.txt`;
    const bytes = Buffer.from(`示例佐证材料：《${title}》。本文件由示例区重放脚本生成，仅用于演示。\n`, 'utf8');
    const { hash, size, type } = await putBlob(platform.folder, Readable.from([bytes]), { maxBytes: 10_000 });
    if (hash !== createHash('sha256').update(bytes).digest('hex')) throw new Error(`the sample file ${name} did not arrive whole`);
    await platform.store.inDistrict(platform.district, (tx) => keepFile(tx, platform.district, { hash, name, type, size, at: platform.now() }));
    kept.set(title, { hash, name });
  }
  return kept;
}

function defined(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
