import { expect, test } from 'vitest';
import { soundsOf } from '#store/sounds.ts';
import { pagesFound, places } from '#web/search/pages.ts';

const signedIn = { administers: [] } as never;

test('the sounds written beside the names of pages are those the server would give', () => {
  for (const { name, sounds } of places) expect(sounds, name.zh).toBe(soundsOf(name.zh));
});

test('a page is found by its name in either language, by its sound and by its initials, and administration by administrators alone', () => {
  const find = (q: string) => pagesFound(q, { language: 'zh', signedIn }).map(({ to }) => to);
  for (const q of ['驾驶', 'cock', 'jiashicang', 'jsc']) expect(find(q), q).toEqual(['/cockpit']);
  expect(find('管理')).toEqual([]);
  expect(pagesFound('gl', { language: 'zh', signedIn: { administers: ['audit'] } as never }).map(({ to }) => to)).toEqual(['/administration']);
});
