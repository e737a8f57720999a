import type { Day } from '#kernel/calendar.ts';
import type { DocumentContext, PrintedFigure } from '#mechanisms/serving.ts';
import type { Walk } from '#mechanisms/walk.ts';

/** What a paper of a matter in memory may draw on; its figures are those given, by key. */
export function paperContext(walk: Walk, id: string, today: Day, { figures = {}, ...change }: Partial<DocumentContext> & { readonly figures?: Readonly<Record<string, number>> } = {}): DocumentContext {
  return {
    matter: walk.get(id), today, districtName: '即墨区', unitName: (unit) => walk.units.get(unit)?.name ?? unit, personName: (person) => person, findMatter: (other) => walk.matters.get(other),
    figure: (key) => (figures[key] === undefined ? undefined : printed(key, figures[key], today)), found: {}, ...change,
  };
}

/** A figure as it was kept with a paper. */
function printed(key: string, value: number, asOf: Day): PrintedFigure {
  return { name: { zh: key, en: key }, unit: { zh: key.endsWith('ate') || key.endsWith('onTime') || key.endsWith('completion') || key.endsWith('coverage') ? '%' : '项', en: '' }, definition: { zh: `${key}的口径`, en: key }, value, asOf, isKept: true };
}
