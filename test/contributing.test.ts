import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

// CONTRIBUTING is followed word for word in a copy of the tree: a newcomer's first hour must not end at a sentence that was true once.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packaged = join(root, 'node_modules', '.bin', 'node');
const node = existsSync(packaged) ? packaged : process.execPath;
let copy = '';

/** The files it has its reader write: a path in the sentence before each block of code. */
function filesIn(words: string): readonly (readonly [path: string, code: string])[] {
  return [...words.matchAll(/^`(src\/[^`]+)`[^\n]*\n\n```ts\n([^]*?)^```$/gm)].map(([, path = '', code = '']) => [path, code]);
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'zhanqiao-contributing-'));
  for (const name of ['src', 'bin', 'package.json', 'tsconfig.json']) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const [path, code] of filesIn(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'))) {
    mkdirSync(join(copy, dirname(path)), { recursive: true });
    writeFileSync(join(copy, path), code);
  }
  const list = join(copy, 'src/mechanisms/mechanisms.ts');
  const before = readFileSync(list, 'utf8');
  writeFileSync(list, before.replace('import { bulletin }', `import { seal } from './reform/seal/seal.ts';\nimport { bulletin }`).replace('holds: [', 'holds: [seal, '));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

const run = (...args: string[]) => execFileSync(node, ['--disable-warning=ExperimentalWarning', ...args], { cwd: copy, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

test('it has its reader write a record and its actions', () => {
  expect(filesIn(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')).map(([path]) => path)).toEqual(['src/mechanisms/reform/seal/record.ts', 'src/mechanisms/reform/seal/seal.ts']);
});

test('what it writes type-checks', () => {
  writeFileSync(join(copy, 'tsconfig.seal.json'), JSON.stringify({ extends: './tsconfig.json', compilerOptions: { noEmit: true }, include: ['src/mechanisms/mechanisms.ts'] }));
  const told = (() => {
    try {
      return run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.seal.json');
    } catch (failure) {
      return (failure as { stdout: string }).stdout;
    }
  })();
  expect(told).toBe('');
});

test('`npm run check` finds no fault in it', () => {
  const found = run('bin/zhanqiao', 'check');
  expect(found).toContain(' 0 fault(s)');
  expect(Number(/(\d+) mechanisms/.exec(found)?.[1])).toBe(Number(/(\d+) mechanisms/.exec(execFileSync(node, ['bin/zhanqiao', 'check'], { cwd: root, encoding: 'utf8' }))?.[1]) + 1);
});

test('it refuses tomorrow’s date and a destruction without evidence, as it says', () => {
  writeFileSync(join(copy, 'try.ts'), `
    import { Refusal } from '#kernel/refusal.ts';
    import { postOf, Walk } from '#mechanisms/walk.ts';
    import { seal } from '#mechanisms/reform/seal/seal.ts';
    const clerk = postOf('office-1', 'reform-office', ['OFFICE']);
    const walk = new Walk([seal], '2021-03-08T02:00:00.000Z');
    const tried = (attempt) => { try { attempt(); return 'open'; } catch (failure) { if (failure instanceof Refusal) return failure.code; throw failure; } };
    const input = { name: '示例公章', unit: 'housing', engravedOn: '2021-03-01' };
    const { id } = walk.file(clerk, 'seal', 'register', input);
    const reason = '印章破损停用，按规定销毁。';
    const evidence = [{ hash: 'a'.repeat(64), name: '销毁记录.pdf', type: 'application/pdf', size: 1 }];
    console.log(JSON.stringify([
      tried(() => walk.file(clerk, 'seal', 'register', { ...input, engravedOn: '2021-03-09' })),
      tried(() => walk.file(postOf('stranger', 'housing', ['UNIT']), 'seal', 'register', input)),
      tried(() => walk.act(clerk, id, 'destroy', { reason })),
      tried(() => walk.act(clerk, id, 'destroy', { evidence, reason: '破损' })),
      walk.act(clerk, id, 'destroy', { evidence, reason }).stage,
      walk.told.map(({ to, text }) => [to, text.zh]),
    ]));`);
  expect(JSON.parse(run('try.ts'))).toEqual(['engravedLater', 'notYours', 'evidenceMissing', 'reasonTooShort', 'destroyed', [[{ unit: 'housing' }, '印章“示例公章”已登记。']]]);
});
