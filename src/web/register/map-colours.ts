import type { Fact } from '#kernel/fact.ts';
import type { Speech } from '#kernel/kind.ts';
import { factText } from '#kernel/kinds.ts';
import type { Language, Text } from '#kernel/words.ts';
import { tokens } from '#web/look/tokens.ts';

/** What one colour of the map stands for. */
export interface Shade {
  readonly colour: string;
  readonly name: Text;
  /** How many on the map have it. */
  readonly count: number;
}

/** How a value is coloured, and the key to it. */
export interface Colouring {
  of(value: string | number | undefined): string;
  readonly key: readonly Shade[];
}

/** For choices, in the order they are declared: good to bad where they are ranked, and grey for the last of many. */
const forChoices = [tokens.success, tokens.sea400, tokens.sand, tokens.error, tokens.sea800, tokens.sandLight, tokens.sea200, tokens.tile] as const;
/** For numbers, light to dark. */
const forNumbers = [tokens.sea200, tokens.sea300, tokens.sea400, tokens.sea600, tokens.sea900] as const;
export const unknownColour = tokens.controlBorder;

/** How choices and numbers are said: they name nobody. */
export function namelessIn(language: Language): Speech {
  return { language, unitName: (id) => id, personName: (id) => id, matterName: (id) => id };
}

export const unknownName: Text = { zh: '没有数', en: 'Not known' };

/** Choices by their options; numbers by fifths of those on the map, so that each colour is seen. */
export function colouringOf(fact: Fact, values: readonly (string | number | undefined)[]): Colouring {
  const missing = values.filter((value) => value === undefined).length;
  const unknown = missing > 0 ? [{ colour: unknownColour, name: unknownName, count: missing }] : [];
  return fact.options === undefined ? byNumber(fact, values, unknown) : byChoice(fact.options, values, unknown);
}

function byChoice(options: Readonly<Record<string, Text>>, values: readonly (string | number | undefined)[], unknown: readonly Shade[]): Colouring {
  const names = Object.keys(options);
  const colourOf = (name: string) => forChoices[names.indexOf(name) % forChoices.length] ?? unknownColour;
  return {
    of: (value) => (typeof value === 'string' && names.includes(value) ? colourOf(value) : unknownColour),
    key: [...names.flatMap((name) => {
      const count = values.filter((value) => value === name).length;
      const words = options[name];
      return count > 0 && words !== undefined ? [{ colour: colourOf(name), name: words, count }] : [];
    }), ...unknown],
  };
}

function byNumber(fact: Fact, values: readonly (string | number | undefined)[], unknown: readonly Shade[]): Colouring {
  const numbers = values.filter((value) => typeof value === 'number').toSorted((a, b) => a - b);
  // Where a fifth ends; equal ends are one.
  const ends = [...new Set([1, 2, 3, 4].flatMap((part) => numbers[Math.floor((numbers.length * part) / 5)] ?? []))].filter((end) => end > (numbers[0] ?? 0));
  const placeOf = (value: number) => ends.filter((end) => value >= end).length;
  const shade = (place: number) => forNumbers[Math.round((place * (forNumbers.length - 1)) / Math.max(1, ends.length))] ?? unknownColour;
  // The unit stands once, behind the range.
  const { measure: _measure, ...bare } = fact;
  const range = (from: number | undefined, to: number | undefined, language: Language) =>
    (from === to ? '' : `${factText(bare, from, namelessIn(language))}–`) + factText(fact, to, namelessIn(language));
  return {
    of: (value) => (typeof value === 'number' ? shade(placeOf(value)) : unknownColour),
    key: [...(numbers.length === 0 ? [] : [...ends, undefined].map((_end, place) => {
      const [from, to] = [place === 0 ? numbers[0] : ends[place - 1], place === ends.length ? numbers.at(-1) : ends[place]];
      return { colour: shade(place), name: { zh: range(from, to, 'zh'), en: range(from, to, 'en') }, count: numbers.filter((value) => placeOf(value) === place).length };
    })), ...unknown],
  };
}
