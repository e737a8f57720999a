import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fontFamily, tokens, type Colour } from '#web/look/tokens.ts';

test('the style sheet carries the tokens and no others', () => {
  const css = readFileSync(new URL('./look.css', import.meta.url), 'utf8');
  const root = css.slice(css.indexOf(':root {') + 7, css.indexOf('}'));
  const written = [...root.matchAll(/--([\w-]+): (.+);/g)].map(([, name, value]) => [name, value]);
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const wanted = [...Object.entries(tokens).map(([name, value]) => [kebab(name), value]), ['font', fontFamily]];
  expect(written).toEqual(wanted);
});

const words: readonly (readonly [Colour, Colour])[] = [
  ['text', 'ground'],
  ['textSecondary', 'ground'],
  ['textTertiary', 'ground'],
  ['placeholder', 'paper'],
  ['sea600', 'primaryHover'],
  ['paper', 'sea500'],
  ['success', 'successBg'],
  ['warning', 'warningBg'],
  ['error', 'errorBg'],
  ['paper', 'tile'],
  ['sideText', 'sea900'],
  ['sideGroup', 'sea900'],
];

test.each(words)('words in %s can be read on %s', (front, back) => {
  expect(contrast(tokens[front], tokens[back])).toBeGreaterThanOrEqual(4.5);
});

test.each(['controlBorder', 'sand'] as const)('lines in %s can be seen on white', (line) => {
  expect(contrast(tokens[line], tokens.paper)).toBeGreaterThanOrEqual(3);
});

/** WCAG 2.2, definition of contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
