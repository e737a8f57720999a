import { isHeld, isGranted, mayReadOf, type Actor, type Grant, type Ties } from '#kernel/actor.ts';
import { dayOf, type Day } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { AnyRecord } from '#kernel/mechanism.ts';
import type * as searchShape from '#contract/search-shapes.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { filesNamed, type HeldFile } from '#store/held-files.ts';
import { findMatters } from '#store/matters.ts';
import type { Sights } from '#store/sights.ts';
import { dropHabit, findHabit, keepHabit } from '#store/habits.ts';
import type { Tx } from '#store/database.ts';
import { excerptOf, searchMatters, soundExcerpt } from '#store/search.ts';
import type { Platform } from './platform.ts';
import { isVisible, sightsOf, viewedOf } from './world.ts';

type PostActor = Extract<Actor, { kind: 'post' }>;

interface Asked {
  readonly q: string;
  readonly mechanism?: string | undefined;
  readonly size: number;
}

/** Words, or pinyin of names, wherever they stand: of everything only what this reader may read, the first few of each kind. */
export async function searchEverything(platform: Platform, tx: Tx, actor: PostActor, { q, mechanism, size }: Asked): Promise<searchShape.Everything> {
  const asked = mechanism === undefined ? mechanisms : [platform.getMechanism(mechanism)];
  const sights = new Map<string, Sights>(asked.map(({ record }) => [record.key, sightsOf(record, actor)]));
  const matters = await searchMatters(tx, { district: platform.district, q, isSample: platform.isDemonstration, sights, limit: size + 1 });
  const files = await findFiles(platform, tx, actor, q, [...sights.keys()].filter((key) => sights.get(key)?.kind !== 'none'), size + 1);
  // Within one register nobody looks for units and posts.
  const { units, posts } = mechanism === undefined ? await findPlaces(platform, q) : { units: [], posts: [] };
  const actions = findActions(actor, q, mechanism);
  const found = { matters, files, units, posts, actions };
  const kinds = Object.keys(found) as (keyof typeof found)[];
  return {
    matters: matters.slice(0, size),
    files: files.slice(0, size),
    units: units.slice(0, size),
    posts: posts.slice(0, size),
    actions: actions.slice(0, size),
    registers: mechanism === undefined ? asked.filter(({ record }) => sights.get(record.key)?.kind !== 'none' && (marked(record.name.zh, q) ?? marked(record.name.en, q))).map(({ record }) => record.key) : [],
    more: kinds.filter((kind) => found[kind].length > size),
  };
}

/** Files by their names: those of matters the reader sees, in facts he may read. */
async function findFiles(platform: Platform, tx: Tx, actor: PostActor, q: string, keys: readonly string[], size: number): Promise<searchShape.FoundFile[]> {
  // Some that are found may not be shown; to look at a few times as many is enough for a page of them.
  const held = await filesNamed(tx, platform.district, { q, mechanisms: keys, limit: size * 4 });
  const matters = new Map((await findMatters(tx, platform.district, [...new Set(held.map((file) => file.matter))])).map((matter) => [matter.id, matter]));
  return held.flatMap((file): searchShape.FoundFile[] => {
    const matter = matters.get(file.matter);
    if (!matter || matter.isSample !== platform.isDemonstration) return [];
    const { record } = platform.getMechanism(file.mechanism);
    if (!isVisible(record, matter, actor) || !mayReadFile(record, matter, file, actor, dayOf(platform.now()))) return [];
    return [{
      hash: file.hash, name: excerptOf(file.name, q) ?? [file.name, '', ''], mechanism: file.mechanism, matter: matter.id, title: String(matter.facts[record.title] ?? ''), number: matter.number ?? null,
      fact: record.facts[file.fact]?.name ?? null, at: file.at,
    }];
  }).slice(0, size);
}

function mayReadFile(record: AnyRecord, matter: Matter, { fact }: Pick<HeldFile, 'fact'>, actor: Actor, today: Day): boolean {
  if (fact === '') return true;
  const declared = Object.hasOwn(record.facts, fact) ? record.facts[fact] : undefined;
  return declared !== undefined && !declared.sealed && mayReadOf(declared, actor, viewedOf(record, matter, today));
}

/** Units and posts of today by their names. */
async function findPlaces(platform: Platform, q: string): Promise<Pick<searchShape.Everything, 'units' | 'posts'>> {
  const directory = await platform.directory();
  const today = dayOf(platform.now());
  const units = [...directory.units.values()].filter(({ validFrom, validTo }) => isHeld({ validFrom, ...(validTo ? { validTo } : {}) }, today)).flatMap((unit): searchShape.FoundUnit[] => {
    const name = marked(unit.name, q);
    const isShort = unit.shortName !== null && marked(unit.shortName, q) !== undefined;
    return name || isShort ? [{ id: unit.id, name: name ?? [unit.name, '', ''], kind: unit.kind }] : [];
  });
  const posts = [...directory.posts.values()].filter((post) => isHeld(post, today)).flatMap((post): searchShape.FoundPost[] => {
    const personName = directory.people.get(post.personId)?.name ?? post.name;
    const name = marked(post.name, q);
    if (!name && !marked(personName, q)) return [];
    return [{ id: post.id, name: name ?? [post.name, '', ''], unitId: post.unitId, unitName: directory.units.get(post.unitId)?.name ?? '', personName }];
  });
  return { units, posts };
}

/** Actions by their names, of those that are granted to one of the reader's roles. */
function findActions(actor: PostActor, q: string, only: string | undefined): searchShape.FoundAction[] {
  return mechanisms.filter(({ record }) => only === undefined || record.key === only).flatMap((mechanism) =>
    Object.entries(mechanism.actions).flatMap(([name, action]): searchShape.FoundAction[] => {
      if (action.hidden || !isEverGranted(action.by, actor)) return [];
      if (![action.name.zh, action.name.en].some((words) => marked(words, q)) && !marked(`${action.name.zh}${mechanism.record.name.zh}`, q)) return [];
      return [{ mechanism: mechanism.record.key, action: name, name: action.name, files: action.from === 'new', stages: action.from === 'new' ? [] : [...action.from] }];
    }),
  ).toSorted((one, other) => Number(other.files) - Number(one.files));
}

/** Whether an action is granted on some matter: there the ties decide, here the role alone. */
function isEverGranted(by: readonly Grant[], actor: PostActor): boolean {
  const [unit] = actor.unitIds;
  const kinds = by.flatMap((grant) => (typeof grant === 'object' && typeof grant.tie === 'object' ? [grant.tie.duty] : []));
  const everything: Ties = { id: '', leadUnit: unit, coUnits: actor.unitIds, duties: kinds.map((kind) => ({ kind, unit: unit ?? '', state: 'open' })) };
  return isGranted(by, actor, everything);
}

function marked(name: string, q: string): searchShape.Marked | undefined {
  return excerptOf(name, q) ?? soundExcerpt(name, q);
}

const recentKey = 'search.recent';
const mostRecent = 8;

/** What somebody searched for lately, the latest first. */
export async function recentSearches(platform: Platform, tx: Tx, actor: PostActor): Promise<string[]> {
  return (await findHabit<string[]>(tx, platform.district, actor.personId, recentKey))?.body ?? [];
}

/** Remembers words somebody searched for, for that person alone. */
export async function rememberSearch(platform: Platform, tx: Tx, actor: PostActor, q: string): Promise<string[]> {
  const words = q.trim();
  const before = await recentSearches(platform, tx, actor);
  const recent = words === '' ? before : [words, ...before.filter((each) => each !== words)].slice(0, mostRecent);
  await keepHabit(tx, platform.district, actor.personId, recentKey, recent, platform.now());
  return recent;
}

/** Forgets them. */
export async function forgetSearches(platform: Platform, tx: Tx, actor: PostActor): Promise<string[]> {
  await dropHabit(tx, platform.district, actor.personId, recentKey);
  return [];
}
