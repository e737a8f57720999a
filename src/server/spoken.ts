import { isHeld } from '#kernel/actor.ts';
import type { Day } from '#kernel/calendar.ts';
import type { Hearing, Speech } from '#kernel/kind.ts';
import type { Language } from '#kernel/words.ts';
import type { Directory } from './directory.ts';

/** How values speak outside the browser: with the names of the directory. */
export function speechOf(directory: Directory, language: Language, matters: ReadonlyMap<string, string> = new Map()): Speech {
  return {
    language,
    unitName: (id) => directory.units.get(id)?.name ?? id,
    personName: (id) => directory.people.get(id)?.name ?? id,
    matterName: (id) => matters.get(id) ?? id,
  };
}

/** How what was typed is understood: units and people by their full or short names, of the day. */
export function hearingOf(directory: Directory, today: Day, matters: ReadonlyMap<string, string> = new Map()): Hearing {
  const units = new Map<string, string>();
  for (const unit of directory.units.values()) {
    if (!isHeld({ validFrom: unit.validFrom, ...(unit.validTo ? { validTo: unit.validTo } : {}) }, today)) continue;
    units.set(unit.name, unit.id);
    if (unit.shortName) units.set(unit.shortName, unit.id);
  }
  const people = new Map([...directory.people.values()].map((person) => [person.name, person.id]));
  return {
    today,
    findUnit: (words) => units.get(words.trim()),
    findPerson: (words) => people.get(words.trim()),
    findMatter: (mechanism, words) => matters.get(`${mechanism}:${words.trim()}`),
  };
}
