import { isHeld, type Actor } from '#kernel/actor.ts';
import { workCalendar, type Day, type WorkCalendar } from '#kernel/calendar.ts';
import { stateCouncilNotices } from '#kernel/state-council-notices.ts';
import type { UnitView } from '#kernel/mechanism.ts';
import type { Store } from '#store/database.ts';
import { directoryOf, type KeptPost, type PersonRow, type UnitRow } from '#store/people.ts';
import { calendarYearsOf, settingsOf } from '#store/settings.ts';
import { soundsOf } from '#store/sounds.ts';

/** The units, people, posts, calendar and changed settings of a district, held in memory: rules ask for them at every step. */
export interface Directory {
  readonly units: ReadonlyMap<string, UnitRow>;
  readonly people: ReadonlyMap<string, PersonRow>;
  readonly posts: ReadonlyMap<string, KeptPost>;
  /** The notices that come with the platform and those the district has entered since; its own win. */
  readonly calendar: WorkCalendar;
  findSetting(mechanism: string, name: string): number | undefined;
}

/** Reads the directory of a district. */
export async function readDirectory(store: Store, district: string): Promise<Directory> {
  return store.reading(district, async (tx) => {
    const { units, people, posts } = await directoryOf(tx, district);
    const settings = new Map((await settingsOf(tx, district)).map((each) => [`${each.mechanism}.${each.name}`, each.value]));
    const years = await calendarYearsOf(tx, district);
    const entered = new Set(years.map(({ year }) => year));
    return {
      calendar: workCalendar([...stateCouncilNotices.filter(({ year }) => !entered.has(year)), ...years]),
      units: new Map(units.map((unit) => [unit.id, unit])),
      people: new Map(people.map((person) => [person.id, person])),
      posts: new Map(posts.map((post) => [post.id, post])),
      findSetting: (mechanism, name) => settings.get(`${mechanism}.${name}`),
    };
  });
}

/** A unit as rules see it on a day: of another year's list it is simply not active. */
export function findUnitView(directory: Directory, id: string, on: Day): UnitView | undefined {
  const unit = directory.units.get(id);
  if (!unit) return undefined;
  return { id, name: unit.name, isActive: isHeld({ validFrom: unit.validFrom, ...(unit.validTo ? { validTo: unit.validTo } : {}) }, on), groups: unit.groups };
}

/** Who somebody is in one of the posts held today; nothing when it is not held. It acts for its unit, and for those that were merged into it. */
export function findActor(directory: Directory, postId: string, on: Day): Extract<Actor, { kind: 'post' }> | undefined {
  const post = directory.posts.get(postId);
  if (!post || !isHeld(post, on)) return undefined;
  return {
    kind: 'post',
    personId: post.personId,
    postId,
    postName: post.name,
    unitId: post.unitId,
    unitIds: [post.unitId, ...mergedInto(directory, post.unitId, on)],
    roles: post.roles,
    fields: post.fields,
  };
}

/** The units that have gone into a unit by a day, directly and through others. */
export function mergedInto({ units }: Pick<Directory, 'units'>, id: string, on: Day): string[] {
  const direct = [...units.values()].filter((unit) => unit.mergedInto === id && unit.validTo !== null && unit.validTo < on);
  return direct.flatMap((unit) => [unit.id, ...mergedInto({ units }, unit.id, on)]);
}

/** The posts a person holds on a day. */
export function postsHeld(directory: Directory, personId: string, on: Day): readonly KeptPost[] {
  return [...directory.posts.values()].filter((post) => post.personId === personId && isHeld(post, on));
}

const unitSound = new WeakMap<UnitRow, string>();

/** How the names of a unit sound; two blanks keep one from running on into the other. */
export function unitSounds(unit: UnitRow): string {
  const known = unitSound.get(unit);
  if (known !== undefined) return known;
  const sounds = [unit.name, ...(unit.shortName === null ? [] : [unit.shortName])].map(soundsOf).join('  ');
  unitSound.set(unit, sounds);
  return sounds;
}
