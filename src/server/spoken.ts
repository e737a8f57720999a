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
  const groups = new Map<string, string[]>();
  for (const unit of directory.units.values()) {
    if (!isHeld({ validFrom: unit.validFrom, ...(unit.validTo ? { validTo: unit.validTo } : {}) }, today)) continue;
    for (const name of [unit.name, unit.shortName].filter((each) => each !== null && each !== undefined)) {
      units.set(name, unit.id);
      // Lists of a district write 区发改局 and 发改局 for the same (reform.md §1.3).
      const other = /^[区县]/.test(name) ? name.slice(1) : `区${name}`;
      if (!units.has(other)) units.set(other, unit.id);
    }
    // 各街道 and 各镇 are parts of 各镇街 that no directory names; what a unit is called says to which it belongs.
    const part = /(街道|镇|乡)(?:办事处|人民政府)?$/.exec(unit.name)?.[1];
    for (const group of new Set([...unit.groups, ...(part ? [`各${part}`] : [])])) groups.set(bareGroup(group), [...(groups.get(bareGroup(group)) ?? []), unit.id]);
  }
  const people = new Map([...directory.people.values()].map((person) => [person.name, person.id]));
  return {
    today,
    findUnit: (words) => units.get(words.trim()),
    findGroup: (words) => groups.get(bareGroup(words)),
    findPerson: (words) => people.get(words.trim()),
    findMatter: (mechanism, words) => matters.get(`${mechanism}:${words.trim()}`),
  };
}

/** 各镇（街道）, 各镇街道 and 各镇街 are one group; so are 区直各部门, 各区直部门 and 区直各单位. */
function bareGroup(words: string): string {
  return words.replace(/^全区/, '').replace(/[\s（）()各道]/g, '').replace(/单位$/, '部门');
}
