import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundingFigures } from '#mechanisms/founding-figures.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { sampleDistrict } from '#sample/district.ts';
import { axe } from '#test/browser.ts';
import { ask, openPier, settled, turnLanguage, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

/** Some hundred pages on a machine that does something else beside. */
const aHundredPages = 900_000;
const searched = '停车';
const publicPages = ['/', '/public/suggest', '/public/follow', '/public/openness', '/public/read/suggestion', '/public/read/serviceItem', '/public/search?q=%E7%BD%91%E6%A0%BC', '/public/help', '/public/nowhere'];
const officePages = ['/work', '/work/notices', `/work/search?q=${searched}`, '/work/cockpit', '/work/figures', '/work/figures/suggestion.inConversion', '/work/imports/suggestion', '/work/nowhere'];
const administratorPages = ['/work/administration', '/work/administration?tab=units'];
/** Between them they are shown every register there is. */
const posts = ['office-1', 'secretariat-1', 'industry', 'supervisor'];

/** Signs and formats that both languages write alike, keys of the keyboard, and the names of the languages themselves. */
const everywhere: Readonly<Record<Language, RegExp>> = {
  zh: /English|Excel|CSV|xlsx|csv|kB|MB|Shift|Tab|Enter|Ctrl|Delete|Esc|WCAG|AA|GB\/T|OC4IDS|CGCS2000|SHA-256|GCJ-02/g,
  en: /中文|即改办发〔2021〕3号/g,
};

test('every public page speaks one language, outside names and what people wrote', async () => {
  const page = await pier.visit('/');
  const published = ((await ask(page, '/api/public/matters/suggestion')).body as { rows: { id: string }[] }).rows[0]?.id;
  const reader = readerOf(page);
  for (const address of [...publicPages, `/public/read/suggestion/${published}`]) await reader.read(address);
  await page.close();
  expect(reader.found).toEqual([]);
  expect(pier.troubles()).toEqual([]);
});

test('the title of the window turns in the very moment in which the words of the page do', async () => {
  const page = await pier.visit('/public/nowhere');
  await followTitle(page);
  await turnLanguage(page);
  await expect.poll(() => titlesAtTurn(page)).toMatch(/^There is no such page ·/);
  await page.close();
  const office = await pier.enter('office-1', { at: '/work/figures' });
  await followTitle(office);
  await turnLanguage(office);
  await expect.poll(() => titlesAtTurn(office)).toBe('Figures · Zhanqiao');
  await office.close();
});

test('every register, a form and a matter of each do so too', async () => {
  const read = new Set<string>();
  const found: string[] = [];
  for (const post of posts) {
    const page = await pier.enter(post);
    const reader = readerOf(page);
    // The desk whole, so that the reader hears of the session too; what follows is come to from there.
    for (const address of post === 'office-1' ? officePages : ['/work']) await reader.read(address);
    const registers = await page.locator('nav a[href^="/work/matters/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const register of registers.filter((each) => !read.has(each))) {
      read.add(register);
      await reader.read(register, 'main');
      // What is declared is checked word by word elsewhere (text-fault.ts): a register, a form and a matter show what pages add.
      const form = page.locator(`a[href^="${register}/new/"]`).first();
      const addresses = (await form.count()) > 0 ? [await form.getAttribute('href')] : [];
      const { rows } = (await ask(page, `${register.replace('/work/', '/api/')}?size=1`)).body as { rows: { id: string }[] };
      for (const address of [...addresses, ...rows.map(({ id }) => `${register}/${id}`)]) await reader.read(String(address), 'main');
    }
    found.push(...reader.found);
    await page.close();
  }
  expect([...read].map((each) => each.replace('/work/matters/', '')).toSorted(), 'a register that none of these posts is shown').toEqual(mechanisms.map(({ record }) => record.key).toSorted());
  expect(found).toEqual([]);
  expect(pier.troubles()).toEqual([]);
}, aHundredPages);

test('so does the administration', async () => {
  const page = await pier.enter('administrator');
  const reader = readerOf(page);
  for (const address of administratorPages) await reader.read(address);
  await page.close();
  expect(reader.found).toEqual([]);
});

/** Goes on within the open page, as a click on a link does; it has come when the window is called otherwise. */
async function follow(page: Page, address: string): Promise<void> {
  const before = await page.title();
  await page.evaluate((to) => history.pushState(null, '', to), address);
  await page.waitForFunction((title) => document.title !== title, before);
}

/** Keeps the title that stands when the heading changes: an observer is told before the browser paints, and before any work that is put off. */
async function followTitle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.evaluate(() => {
    const heading = document.querySelector('h1');
    if (heading) new MutationObserver(() => (document.documentElement.dataset['titleAtTurn'] ??= document.title)).observe(heading, { childList: true, characterData: true, subtree: true });
  });
}

const titlesAtTurn = (page: Page) => page.evaluate(() => document.documentElement.dataset['titleAtTurn'] ?? '');

type Language = 'zh' | 'en';

/** Reads each page in the language it is in, turns it into the other and reads it again: no page is fetched twice. */
function readerOf(page: Page) {
  const data = dataOf(page);
  const found: string[] = [];
  let language: Language = 'zh';
  const readNow = async (address: string) => {
    await settled(page);
    found.push(...(await foreignWords(page, language, data)).map((words) => `${address} (${language}): ${words}`));
  };
  return {
    found,
    /** `within`: the part that is this page's own, where the frame around it was looked at before. */
    async read(address: string, within?: string) {
      if (within === undefined) await page.goto(address);
      else await follow(page, address);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await readNow(address);
      // The one walk that comes to every page there is: what a machine can tell of its accessibility is asked here too.
      found.push(...(await axe(page, within)).map(({ rule, nodes }) => `${address} (axe): ${rule} ${nodes.join(' | ').slice(0, 300)}`));
      await turnLanguage(page);
      language = language === 'zh' ? 'en' : 'zh';
      await readNow(address);
    },
  };
}

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

async function foreignWords(page: Page, language: Language, data: () => Promise<ReadonlySet<string>>): Promise<readonly string[]> {
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
    for (const name of names) {
      if (!foreign.test(left)) return false;
      left = left.replaceAll(name, '');
    }
    // What others said is quoted in its own language; names go first, for some hold quotes themselves.
    if (language === 'en') left = left.replace(/“[^”]*”/g, '');
    return foreign.test(left);
  });
}
