import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, type Program } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

// The table of arrows of ARCHITECTURE.md: who may know of whom. Tests are free; everything else under src is read.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dependencies = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object }).dependencies);

interface Arrows {
  /** Rooms it may import from. */
  readonly rooms: readonly Room[];
  /** Packages it may import; any the product depends on when absent. */
  readonly packages?: readonly string[];
  /** Node's own modules. */
  readonly node: boolean;
  /** Asks no clock and draws no lots: the same question has the same answer. */
  readonly pure?: boolean;
  /** Single files of other rooms. */
  readonly files?: RegExp;
}

type Room = 'kernel' | 'contract' | 'engines' | 'house' | 'declaration' | 'serving' | 'pages' | 'store' | 'reports' | 'server' | 'entry' | 'sample' | 'web';

const arrows: Readonly<Record<Room, Arrows>> = {
  kernel: { rooms: ['kernel'], packages: ['zod'], node: false, pure: true },
  contract: { rooms: ['contract', 'kernel'], packages: ['zod'], node: false },
  /** Digests alone come from a package: a draw must come out the same in a browser on plain http. */
  engines: { rooms: ['engines'], packages: ['@noble/hashes'], node: false, pure: true },
  /** What all mechanisms share: the list, the roles. */
  house: { rooms: ['house', 'declaration', 'kernel'], packages: [], node: false },
  /** record, rules, actions, figures, sample of one mechanism. */
  declaration: { rooms: ['kernel', 'house'], packages: [], node: false, pure: true },
  /** server.ts, bulk.ts and report.ts of one mechanism, and the shape they have. */
  serving: { rooms: ['kernel', 'house', 'declaration', 'serving', 'engines', 'reports'], node: false, pure: true },
  /** A page may run an engine too: so that anybody recomputes a draw in the browser. What the pages of several mechanisms draw alike stands beside their folders. */
  pages: { rooms: ['kernel', 'contract', 'house', 'declaration', 'engines', 'web', 'pages'], node: false },
  /** The shape of a scheme alone: the store evaluates by the same data as the engine, and by none of its code. */
  store: { rooms: ['store', 'kernel'], node: true, files: /^src\/engines\/evaluation\/problem\.ts$/ },
  reports: { rooms: ['reports', 'kernel'], node: true },
  server: { rooms: ['server', 'kernel', 'contract', 'house', 'declaration', 'serving', 'store', 'reports'], node: true },
  /** main.ts and the commands: the only ones that know the sample. */
  entry: { rooms: ['entry', 'server', 'sample', 'kernel', 'contract', 'house', 'declaration', 'serving', 'store', 'reports'], node: true },
  /** Acts through the entry people use; units and posts, which are no matters, it keeps as the administrator's page does. */
  sample: { rooms: ['sample', 'kernel', 'house', 'declaration'], node: true, files: /^src\/(server\/(act|act-many|bulk|directory|foresight|import-check|imports|platform|spoken)|store\/(blobs|database|files|imports|ledger|matters|people)|reports\/workbook-writer)\.ts$/ },
  web: { rooms: ['web', 'kernel', 'contract', 'house', 'declaration', 'pages'], node: false },
};

function roomOf(path: string): Room | undefined {
  const [, name = '', ...rest] = path.split('/');
  if (name === 'mechanisms') {
    if (/\/(server|report|serving|servings|stated|bulk|bulk-\w+)\.ts$/.test(path)) return 'serving';
    if (/\/[^/]*pages\.tsx$/.test(path)) return 'pages';
    return rest.length <= 2 ? 'house' : 'declaration';
  }
  if (name === 'server' && (rest[0] === 'main.ts' || rest[0] === 'commands')) return 'entry';
  return Object.hasOwn(arrows, name) ? (name as Room) : undefined;
}

/** The folder of a mechanism: `src/mechanisms/reform/suggestion`. */
function mechanismOf(path: string): string | undefined {
  return /^src\/mechanisms\/[^/]+\/[^/]+(?=\/)/.exec(path)?.[0];
}

function faultsOf(path: string, source: string): string[] {
  const room = roomOf(path);
  if (room === undefined) return [`${path} lies in no room`];
  const { program, module, errors } = parseSync(path, source);
  const told = errors.map((error) => error.message);
  const nodes = nodesOf(program);
  const { rooms, packages = dependencies, node, pure, files } = arrows[room];

  const imported = new Set([
    ...module.staticImports.map((each) => each.moduleRequest.value),
    ...module.staticExports.flatMap((each) => each.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : []))),
    ...nodes.flatMap((each) => (each.type === 'ImportExpression' || each.type === 'TSImportType' ? [literalOf(each['source'] ?? each['argument'])] : [])),
  ]);
  for (const wanted of imported) {
    if (wanted === undefined) {
      // A folder of mechanisms or commands may be read by name; where, only reading it can tell.
      if (room !== 'entry' && room !== 'server') told.push('imports a name worked out at run time');
    } else if (wanted.startsWith('#') || wanted.startsWith('.')) {
      const target = wanted.startsWith('#') ? `src/${wanted.slice(1)}` : posix.join(posix.dirname(path), wanted);
      const other = roomOf(target);
      const known = other !== undefined && (rooms.includes(other) || (other === room && !target.startsWith('src/mechanisms/')));
      const own = mechanismOf(path);
      const isOwn = own !== undefined && own === mechanismOf(target) && (other === 'declaration' || room === other);
      const isOthers = own !== undefined && mechanismOf(target) !== undefined && own !== mechanismOf(target);
      if (!target.startsWith('src/') || isOthers || !(known || isOwn || files?.test(target))) told.push(`imports ${wanted}`);
    } else if (wanted.startsWith('node:') || builtinModules.includes(wanted)) {
      if (!node) told.push(`imports ${wanted}`);
    } else if (room === 'web' && wanted.startsWith('virtual:')) {
      // Written by the bundler from the declarations; vite.config.ts says from which.
    } else {
      const name = wanted.split('/').slice(0, wanted.startsWith('@') ? 2 : 1).join('/');
      if (!packages.includes(name)) told.push(`imports the package ${name}`);
    }
  }
  // How a matter's rule could know the time by itself; the reading of a given moment is no such thing.
  if (pure) for (const each of nodes) if (isClock(each)) told.push('asks the machine for the time or for a random number');
  if (room !== 'store') for (const each of nodes) if (isStatement(each)) told.push('holds an SQL statement');
  if (/(^|\/)utils?(\.|\/)/.test(path)) told.push('is named utils');
  if (nodes.some((each) => each.type === 'ExportDefaultDeclaration')) told.push('exports a default');
  const body = program.body.filter((each) => each.type !== 'ImportDeclaration');
  if (body.length > 0 && body.every((each) => each.type === 'ExportAllDeclaration' || (each.type === 'ExportNamedDeclaration' && each.source))) told.push('only hands on what others export');
  return told.map((fault) => `${path} ${fault}`);
}

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

function nodesOf(program: Program): Node[] {
  const nodes: Node[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && typeof value.type === 'string') nodes.push(value as Node);
    for (const each of Object.values(value)) visit(each);
  };
  visit(program);
  return nodes;
}

function literalOf(value: unknown): string | undefined {
  const node = value as { type?: string; value?: unknown; literal?: { value?: unknown } } | undefined;
  const words = node?.type === 'Literal' ? node.value : node?.literal?.value;
  return typeof words === 'string' ? words : undefined;
}

function isClock(node: Node): boolean {
  const of = (callee: unknown) => {
    const { object, property } = (callee ?? {}) as { object?: { name?: string }; property?: { name?: string } };
    return `${object?.name}.${property?.name}`;
  };
  if (node.type === 'NewExpression') return (node['callee'] as { name?: string }).name === 'Date' && (node['arguments'] as unknown[]).length === 0;
  if (node.type !== 'CallExpression') return false;
  return (node['callee'] as { name?: string }).name === 'Date' || ['Date.now', 'performance.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues'].includes(of(node['callee']));
}

/** Our statements begin in lower case; sentences for people do not. */
function isStatement(node: Node): boolean {
  const words = node.type === 'Literal' ? node['value'] : node.type === 'TemplateElement' ? (node['value'] as { cooked?: unknown }).cooked : undefined;
  if (typeof words !== 'string') return false;
  const statement = /^\s*(with\s+(recursive\s+)?\w+\s+as\s*\(|select\b[^]*\sfrom\s|select\s+[\d$]|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|(create|alter|drop)\s+(table|index|unique|role|database|schema|view|extension|policy)\b|truncate\s|lock\s+table)/;
  return statement.test(/^\s*[A-Z]{4,}\s/.test(words) ? words.toLowerCase() : words);
}

const read = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/(^test-|\.test\.|\.d\.ts$)/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/'))
  .toSorted()
  .map((path) => ({ path, room: roomOf(path), faults: faultsOf(path, readFileSync(join(root, path), 'utf8')) }));

describe('the house', () => {
  test('was read as a whole', () => {
    expect(read.length).toBeGreaterThan(120);
    expect(read.filter(({ room }) => room === undefined).map(({ path }) => path)).toEqual([]);
  });

  test.each(Object.keys(arrows).filter((room) => room !== 'pages'))('%s is there and imports only what it may', (room) => {
    const files = read.filter((each) => each.room === room);
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap(({ faults }) => faults)).toEqual([]);
  });

  test('pages of mechanisms, where there are any, import only what they may', () => {
    expect(read.filter((each) => each.room === 'pages').flatMap(({ faults }) => faults)).toEqual([]);
  });
});

describe('a file is told of', () => {
  test.each<[string, string]>([
    ['src/kernel/a.ts', `import { decide } from '#store/matters.ts';`],
    ['src/kernel/a.ts', `import type { Platform } from '../server/platform.ts';`],
    ['src/kernel/a.ts', `import { readFile } from 'node:fs/promises';`],
    ['src/kernel/a.ts', `import { readFile } from 'fs';`],
    ['src/kernel/a.ts', `import dayjs from 'dayjs';`],
    ['src/kernel/a.ts', `export const now = () => new Date().toISOString();`],
    ['src/kernel/a.ts', `export const now = () => Date.now();`],
    ['src/kernel/a.ts', `export { readFile } from 'node:fs'; export const a = 1;`],
    ['src/kernel/a.ts', `export * from '#web/shell.ts'; export const a = 1;`],
    ['src/kernel/a.ts', `export const load = () => import('#mechanisms/mechanisms.ts');`],
    ['src/kernel/a.ts', `export const load = (name: string) => import(name);`],
    ['src/kernel/a.ts', `export type P = import('../server/platform.ts').Platform;`],
    ['src/kernel/utils.ts', `export const a = 1;`],
    ['src/kernel/a.ts', `export default 1;`],
    ['src/kernel/index.ts', `export * from './fact.ts'; export { fill } from './words.ts';`],
    ['src/engines/draw/solve.ts', `import { fill } from '#kernel/words.ts';`],
    ['src/engines/draw/solve.ts', `export const draw = () => Math.random();`],
    ['src/engines/draw/solve.ts', `import { createHash } from 'node:crypto';`],
    ['src/contract/a.ts', `import { act } from '#server/act.ts';`],
    ['src/mechanisms/reform/pilot/record.ts', `import { suggestion } from '#mechanisms/reform/suggestion/suggestion.ts';`],
    ['src/mechanisms/reform/pilot/server.ts', `import { suggestion } from '../suggestion/suggestion.ts';`],
    ['src/mechanisms/reform/pilot/rules.ts', `import { solve } from '#engines/draw/solve.ts';`],
    ['src/mechanisms/reform/pilot/rules.ts', `import { serving } from './server.ts';`],
    ['src/mechanisms/reform/pilot/rules.ts', `import { z } from 'zod';`],
    ['src/mechanisms/reform/pilot/server.ts', `import { findMatters } from '#store/matters.ts';`],
    ['src/store/a.ts', `import { act } from '#server/act.ts';`],
    ['src/reports/a.ts', `import { record } from '#mechanisms/reform/pilot/record.ts';`],
    ['src/server/a.ts', `import { Shell } from '#web/shell/shell.tsx';`],
    ['src/server/a.ts', `import { district } from '#sample/district.ts';`],
    ['src/server/a.ts', `import { solve } from '#engines/draw/solve.ts';`],
    ['src/server/a.ts', 'export const q = (tx) => tx.query(`select id from matter where id = ${1}`);'],
    ['src/server/a.ts', `export const q = 'update matter set stage = $1';`],
    ['src/server/a.ts', 'export const q = `SELECT id FROM matter`;'],
    ['src/sample/a.ts', `import { searchMatters } from '#store/search.ts';`],
    ['src/sample/a.ts', `import { listing } from '#server/listing.ts';`],
    ['src/web/a.tsx', `import { act } from '#server/act.ts';`],
    ['src/web/a.tsx', `import { serving } from '#mechanisms/reform/pilot/server.ts';`],
    ['src/web/a.tsx', `import { createHash } from 'node:crypto';`],
    ['src/web/a.tsx', `import { test } from '#test/browser.ts';`],
    ['src/server/a.ts', `import fc from 'fast-check';`],
    ['src/cellar/a.ts', `export const a = 1;`],
  ])('%s: %s', (path, source) => {
    expect(faultsOf(path, source)).toHaveLength(1);
  });

  test.each<[string, string]>([
    ['src/kernel/a.ts', `import { z } from 'zod'; import { fill } from './words.ts'; import type { Day } from '#kernel/calendar.ts'; export const of = (at: string) => new Date(at);`],
    ['src/mechanisms/reform/pilot/pilot.ts', `import { record } from './record.ts'; import { roles } from '#mechanisms/roles.ts'; import { fields } from '../reform-fields.ts'; import { fact } from '#kernel/fact.ts'; export const a = 1;`],
    ['src/mechanisms/reform/pilot/server.ts', `import { solve } from '#engines/draw/solve.ts'; import { pilot } from './pilot.ts'; import { sheet } from './report.ts'; import type { DocumentPart } from '#reports/document-parts.ts'; export const serving = {};`],
    ['src/mechanisms/mechanisms.ts', `import { pilot } from './reform/pilot/pilot.ts'; export const mechanisms = [pilot];`],
    ['src/server/a.ts', `import Fastify from 'fastify'; import { mechanisms } from '#mechanisms/mechanisms.ts'; export const words = 'Select a unit from the list'; export const help = 'update the list'; export const route = 'DELETE /session';`],
    ['src/server/main.ts', `import { replay } from '#sample/replay.ts'; import { act } from './act.ts'; export const start = () => import('./commands/start.ts');`],
    ['src/sample/a.ts', `import { act } from '#server/act.ts'; export const a = 1;`],
    ['src/store/a.ts', `import pg from 'pg'; export const q = 'select id from matter';`],
  ])('never where it does as it may: %s', (path, source) => {
    expect(faultsOf(path, source)).toEqual([]);
  });
});
