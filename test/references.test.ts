import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { findMechanism, mechanisms } from '#mechanisms/mechanisms.ts';
import { findTextFault } from '#mechanisms/text-fault.ts';
import { referenceFolder, references } from '#server/commands/reference.ts';

// What the documents say of the code is held against the code.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const filesIn = (folder: string, pattern: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/'));

describe('generated references', () => {
  test.each(Object.entries(references()))('%s is what `zhanqiao reference` writes', (name, text) => {
    expect(readFileSync(join(referenceFolder, name), 'utf8') === text, `docs/reference/${name} is out of date: run npx zhanqiao reference`).toBe(true);
  });

  test('name every action, every refusal and every figure', () => {
    const files = references();
    for (const { record, actions, figures } of mechanisms) {
      for (const key of Object.keys(actions)) expect(files['stages.md']).toContain(`\`${key}\``);
      for (const key of Object.keys(record.refusals)) expect(files['refusals.md']).toContain(`\`${key}\``);
      for (const { key } of figures) expect(files['figures.md']).toContain(`\`${key}\``);
    }
  });
});

interface Term {
  readonly zh: string;
  readonly en: string;
  readonly codes: readonly string[];
}

/** The rows of the glossary by their section: `undefined` is the platform's own. */
function sectionsOf(glossary: string): { mechanism: AnyMechanism | undefined; terms: Term[] }[] {
  return glossary.split(/^## /m).slice(1).map((section) => ({
    mechanism: findMechanism(/`(\w+)`/.exec(section.split('\n')[0] ?? '')?.[1] ?? ''),
    terms: section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| 中文')).map((line) => {
      const [, zh = '', en = '', code = ''] = line.split('|').map((cell) => cell.trim());
      return { zh, en, codes: [...code.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '') };
    }),
  }));
}

describe('the glossary', () => {
  const sections = sectionsOf(read('docs/glossary.md'));
  const platform = sections.find(({ mechanism }) => mechanism === undefined)?.terms ?? [];

  test('has a part for the platform and one for each mechanism', () => {
    expect(platform.length).toBeGreaterThan(25);
    expect(sections.flatMap(({ mechanism }) => (mechanism ? [mechanism.record.key] : []))).toEqual(mechanisms.map(({ record }) => record.key));
  });

  test('has one English word for each Chinese term, and names both in their language', () => {
    for (const kind of ['zh', 'en'] as const) expect(new Set(platform.map((term) => term[kind])).size).toBe(platform.length);
    for (const { zh, en } of sections.flatMap(({ terms }) => terms)) expect([zh, findTextFault({ zh, en })]).toEqual([zh, undefined]);
  });

  test('names only what is in the code', () => {
    const source = filesIn('src', /(?<!\.test)\.tsx?$/).map(read).join('\n');
    const unknown = platform.flatMap(({ zh, codes }) => (codes.length === 0 ? [zh] : codes.filter((code) => !new RegExp(`\\b${code}\\b`).test(source))));
    expect(unknown).toEqual([]);
  });

  test('says of a mechanism what the mechanism says of itself', () => {
    for (const { mechanism, terms } of sections) {
      if (!mechanism) continue;
      const { record, actions } = mechanism;
      const declared: Readonly<Record<string, Readonly<Record<string, { readonly name: { readonly zh: string; readonly en: string } }>>>> = {
        actions, stages: record.stages, facts: record.facts, clocks: record.clocks, duties: record.duties,
      };
      expect(terms.length).toBeGreaterThan(8);
      for (const { zh, en, codes } of terms) {
        const [kind = '', key = ''] = (codes[0] ?? '').split('.');
        expect([codes[0], declared[kind]?.[key]?.name]).toEqual([codes[0], { zh, en }]);
      }
    }
  });
});

describe('documents', () => {
  const documents = [...readdirSync(root).filter((name) => name.endsWith('.md')), ...filesIn('docs', /\.md$/)];
  // What CONTRIBUTING has its reader write is not there yet.
  const unwritten = /^(src\/)?mechanisms\/reform\/seal\//;

  test('lead nowhere that is not there', () => {
    const broken = documents.flatMap((path) =>
      [...read(path).matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)]
        .map((match) => match[1] ?? '')
        .filter((target) => !/^https?:/.test(target) && !existsSync(join(root, dirname(path), target)))
        .map((target) => `${path}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test('name only files that are there', () => {
    const rooms = 'kernel|contract|engines|mechanisms|store|reports|server|sample|web';
    const isPath = new RegExp(`^((src|test|docs|bin)/|(${rooms})/)[\\w./-]+$`);
    const missing = documents.flatMap((path) =>
      [...read(path).replace(/```[^]*?```/g, '').matchAll(/`([^`\s]+)`/g)]
        .map((match) => match[1] ?? '')
        .filter((name) => isPath.test(name) && !unwritten.test(name))
        .filter((name) => !existsSync(join(root, name)) && !existsSync(join(root, 'src', name)))
        .map((name) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('name only commands that there are', () => {
    const main = read('src/server/main.ts');
    const own = ['test', 'bench'];
    const unknown = documents.flatMap((path) =>
      [...read(path).matchAll(/(?:npx |node bin\/|`)zhanqiao ([a-z]+)/g)].map((match) => match[1] ?? '').filter((name) => !own.includes(name) && !new RegExp(`^  ${name}: `, 'm').test(main)).map((name) => `${path}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});
