import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor, type Expression, type Node } from 'oxc-parser';
import { expect, test } from 'vitest';
import { mechanisms } from './mechanisms.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** What one file of tests expects: the strings within its expectations, and those of the tables its tests are made of. */
interface Asserted {
  readonly folder: string;
  readonly words: ReadonlySet<string>;
  /** Every string of the file: the mechanisms it files and acts on are among them. */
  readonly all: ReadonlySet<string>;
}

const files: readonly Asserted[] = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts')).map((path) => assertedIn(path, readFileSync(join(here, path), 'utf8')));

function assertedIn(path: string, source: string): Asserted {
  const { program } = parseSync(path, source);
  const words = new Set<string>();
  new Visitor({
    CallExpression: (call) => {
      if (isExpectation(call) || isTable(call)) for (const word of stringsIn(call)) words.add(word);
    },
  }).visit(program);
  return { folder: path.split('/').at(-2) ?? '', words, all: new Set(stringsIn(program)) };
}

/** `expect(…).toBe(…)`, however many words stand between. */
function isExpectation(call: Extract<Expression, { type: 'CallExpression' }>): boolean {
  let callee: Node = call.callee;
  while (callee.type === 'MemberExpression') callee = callee.object;
  return callee.type === 'CallExpression' && callee.callee.type === 'Identifier' && callee.callee.name === 'expect';
}

/** `test.each([…])`. */
function isTable({ callee }: Extract<Expression, { type: 'CallExpression' }>): boolean {
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 'each';
}

function stringsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(stringsIn);
  const { type, value } = node as { readonly type?: string; readonly value?: unknown };
  if (type === 'Literal' && typeof value === 'string') return [value];
  return Object.values(node).flatMap(stringsIn);
}

const kebab = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test.each(mechanisms.map(({ record }) => [record.name.zh, record] as const))('%s：every way of saying no is expected by a test of this mechanism', (_name, record) => {
  const own = files.filter(({ folder, all }) => folder === kebab(record.key) || all.has(record.key));
  expect(Object.keys(record.refusals).filter((code) => !own.some(({ words }) => words.has(code)))).toEqual([]);
});
