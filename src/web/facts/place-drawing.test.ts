import { describe, expect, test } from 'vitest';
import { placeWords } from '#web/facts/typing.ts';
import { aboutArea, cornersIn, placeIn, seenFrom, withCorners } from './place-drawing.ts';

const hearing = { today: '2021-03-08', findUnit: () => undefined, findPerson: () => undefined, findMatter: () => undefined };
const outline = '120.45,36.39\n120.46,36.39\n120.46,36.40\n120.45,36.40';

describe('what is drawn and what is typed', () => {
  test('are one: corners one a line become an area, closed by itself, and come back as they were typed', () => {
    const place = placeIn(outline, hearing);
    expect(place).toEqual({ type: 'Polygon', coordinates: [[[120.45, 36.39], [120.46, 36.39], [120.46, 36.4], [120.45, 36.4], [120.45, 36.39]]] });
    expect(placeIn(placeWords(place), hearing)).toEqual(place);
    expect(cornersIn(outline)).toHaveLength(4);
  });

  test('one corner is a point, two are nothing yet', () => {
    expect(placeIn('120.45，36.39', hearing)).toEqual({ type: 'Point', coordinates: [120.45, 36.39] });
    expect(placeIn('120.45,36.39\n120.46,36.39', hearing)).toBeUndefined();
  });

  test('a hole stays while its outline is drawn anew', () => {
    const hole = '120.452,36.392\n120.454,36.392\n120.454,36.394';
    const typed = withCorners(`${outline}\n\n${hole}`, [[120.4, 36.3], [120.5, 36.3], [120.5, 36.4]]);
    expect(typed).toBe(`120.4,36.3\n120.5,36.3\n120.5,36.4\n\n${hole}`);
    expect(placeIn(typed, hearing)?.coordinates).toHaveLength(2);
  });
});

test('a square of a hundredth of a degree near 即墨 is some hundred hectares', () => {
  expect(aboutArea(cornersIn(outline)) / 10_000).toBeCloseTo(99.7, 0);
  expect(aboutArea([[120, 36], [121, 36]])).toBe(0);
});

test('the ground is moved by shares of itself and zoomed about its middle', () => {
  const ground = { west: 120, east: 121, south: 36, north: 37 };
  expect(seenFrom(ground, { x: 0.5 })).toEqual({ west: 120.5, east: 121.5, south: 36, north: 37 });
  expect(seenFrom(ground, { zoom: 2 })).toEqual({ west: 120.25, east: 120.75, south: 36.25, north: 36.75 });
});

test('an outline that is taken away takes its holes along', () => {
  expect(withCorners('120.1,36.1\n120.2,36.1\n120.2,36.2\n\n120.12,36.12\n120.14,36.12\n120.14,36.14', [])).toBe('');
});
