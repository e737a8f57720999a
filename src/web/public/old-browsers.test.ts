import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';

/** An old browser: one without what is filled in. */
function inOldBrowser(question: string): unknown {
  const source = stripTypeScriptTypes(readFileSync(new URL('./old-browsers.ts', import.meta.url), 'utf8'));
  const forget = 'delete Object.hasOwn; delete Array.prototype.toSorted; delete Array.prototype.at; delete String.prototype.replaceAll; delete String.prototype.isWellFormed;';
  return JSON.parse(String(runInNewContext(`${forget}${source};JSON.stringify(${question})`)));
}

test('an old browser answers as a new one does', () => {
  expect(inOldBrowser(`[Object.hasOwn({ a: 1 }, 'a'), Object.hasOwn({}, 'toString')]`)).toEqual([true, false]);
  expect(inOldBrowser('[3, 1, 2].toSorted((a, b) => b - a)')).toEqual([3, 2, 1]);
  expect(inOldBrowser('[[1, 2].at(-1), [1, 2].at(0)]')).toEqual([2, 1]);
  expect(inOldBrowser(`['1,2,3'.replaceAll(',', ''), '1 2 3'.replaceAll(/\\s/g, '')]`)).toEqual(['123', '123']);
  expect(inOldBrowser(`['鳌山卫'.isWellFormed(), '\\ud83d'.isWellFormed(), '😀'.isWellFormed()]`)).toEqual([true, false, true]);
});
