import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mechanisms } from '../mechanisms.ts';

const wing = fileURLToPath(new URL('.', import.meta.url));

/** What the tests of the wing say, all together. */
const said = readdirSync(wing, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts')).map((path) => readFileSync(join(wing, path), 'utf8')).join('\n');

test.each(mechanisms.filter(({ record }) => record.wing === 'reform').map(({ record }) => [record.name.zh, Object.keys(record.refusals)] as const))('%s：every way of saying no is met by a test', (_name, codes) => {
  expect(codes.filter((code) => !said.includes(`'${code}'`))).toEqual([]);
});
