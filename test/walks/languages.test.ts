import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundingFigures } from '#mechanisms/founding-figures.ts';
import { sampleDistrict } from '#sample/district.ts';
import { ask, openPier, settled, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

const searched = '停车';
const publicPages = ['/', '/public/suggest', '/public/follow', '/public/openness', '/public/read/suggestion', '/public/read/serviceItem', '/public/search?q=%E7%BD%91%E6%A0%BC', '/public/help', '/public/nowhere'];
const officePages = [
  '/work', '/work/notices', `/work/search?q=${searched}`, '/work/figures', '/work/figures/suggestion.inConversion', '/work/matters/suggestion', '/work/matters/suggestion/new/registerOnBehalf',
  '/work/matters/bulletin', '/work/matters/bulletin/new/draft', '/work/matters/serviceItem', '/work/imports/suggestion', '/work/nowhere',
];
const administratorPages = ['/work/administration', '/work/administration?tab=units'];

/** Signs and formats that both languages write alike, and the names of the languages themselves. */
const everywhere: Readonly<Record<'zh' | 'en', RegExp>> = {
  zh: /English|Excel|CSV|xlsx|csv|kB|MB|Shift|Tab|WCAG|AA|GB\/T/g,
  en: /中文/g,
};

test.each(['zh', 'en'] as const)('every page speaks one language, outside names and what people wrote (%s)', async (language) => {
  const visitor = await pier.visit('/');
  const office = await pier.enter('office-1');
  const administrator = await pier.enter('administrator');
  const rows = async (mechanism: string) => ((await ask(office, `/api/matters/${mechanism}?size=200`)).body as { rows: { id: string; stage: string }[] }).rows;
  const suggestions = await rows('suggestion');
  const published = ((await ask(visitor, '/api/public/matters/suggestion')).body as { rows: { id: string }[] }).rows[0]?.id;
  // One matter of every stage shows every stage's actions and obstacles.
  const oneOfEach = [...new Map(suggestions.map((row) => [row.stage, row.id])).values()].map((id) => `/work/matters/suggestion/${id}`);
  const others = await Promise.all(['bulletin', 'serviceItem'].map(async (mechanism) => `/work/matters/${mechanism}/${(await rows(mechanism))[0]?.id}`));
  const found: string[] = [];
  for (const [page, addresses] of [[visitor, [...publicPages, `/public/read/suggestion/${published}`]], [office, [...officePages, ...oneOfEach, ...others]], [administrator, administratorPages]] as const) {
    const data = dataOf(page);
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    for (const address of addresses) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).or(page.getByText(/没有|There is no/)).first().waitFor();
      await settled(page);
      found.push(...(await foreignWords(page, language, data)).map((words) => `${address}: ${words}`));
    }
    await page.close();
  }
  expect(found).toEqual([]);
  expect(pier.troubles()).toEqual([]);
});

/** Every string the server gave that is somebody's: names, titles, numbers. What it says in two languages is not among them. */
function dataOf(page: Page): () => Promise<ReadonlySet<string>> {
  const data = new Set<string>([...foundingFigures.map(({ printed }) => printed), searched, sampleDistrict.name]);
  const coming: Promise<void>[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') data.add(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null && !('zh' in value && 'en' in value)) Object.values(value).forEach(collect);
  };
  page.on('response', (response) => {
    if (response.headers()['content-type']?.includes('json')) coming.push(response.json().then(collect, () => undefined));
  });
  return async () => {
    await Promise.all(coming.splice(0));
    return data;
  };
}

async function foreignWords(page: Page, language: 'zh' | 'en', data: () => Promise<ReadonlySet<string>>): Promise<readonly string[]> {
  const texts = await page.evaluate((own) => {
    const held: string[] = [];
    const isQuoted = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang')?.startsWith(own) === false;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode;
      if (parentElement && !parentElement.closest('script, style, noscript, [aria-hidden=true]') && !isQuoted(parentElement)) held.push(nodeValue ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (!isQuoted(element) && !element.closest('[aria-hidden=true]')) for (const name of ['aria-label', 'title', 'placeholder', 'alt']) held.push(element.getAttribute(name) ?? '');
    }
    return [...new Set([document.title, ...held.map((text) => text.trim())])];
  }, language === 'zh' ? 'zh' : 'en');
  const foreign = language === 'zh' ? /[A-Za-z]{2,}/ : /\p{Script=Han}/u;
  // Asked for after the page was read: whatever stands on it has come by now.
  const names = [...(await data())].filter((each) => foreign.test(each)).toSorted((a, b) => b.length - a.length);
  return texts.filter((text) => {
    let left = text.replace(everywhere[language], '');
    // What others said is quoted in its own language.
    if (language === 'en') left = left.replace(/“[^”]*”/g, '');
    for (const name of names) {
      if (!foreign.test(left)) return false;
      left = left.replaceAll(name, '');
    }
    return foreign.test(left);
  });
}
