import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import type { Locator, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/calendar.ts';
import { sampleDistrict, samplePosts } from '#sample/district.ts';
import { sampleEnd } from '#sample/replay.ts';
import { act } from '#server/act.ts';
import { findActor } from '#server/directory.ts';
import { buildApp } from '#server/http/app.ts';
import { startJobs } from '#server/jobs.ts';
import { createPlatform, loadSecrets, type Platform } from '#server/platform.ts';
import { openStore } from '#store/database.ts';
import { axe, openBrowser, shoot, type OpenBrowser, type PageOptions } from '#test/browser.ts';
import './setup.ts';

/** The whole product over HTTP at the end of the sample years, on a database of its own, with a browser before it. */
export interface Pier {
  readonly origin: string;
  readonly platform: Platform;
  readonly browser: OpenBrowser;
  /** Runs a statement on its database as its owner: to have more of what the sample has. */
  fill(statement: string): Promise<void>;
  /** A day means its morning in China. Whoever is signed in then is signed out by a longer step. */
  setClock(day: string): void;
  /** A visitor of the public pages. */
  visit(address?: string, options?: PageOptions): Promise<Page>;
  /** The browser of somebody of the sample district, signed in, with no page open yet. */
  seat(postId: string, options?: PageOptions): Promise<Page>;
  /** The same at the desk, or at another address; the door itself has a walk of its own. */
  enter(postId: string, options?: EnterOptions): Promise<Page>;
  /** Somebody who picks a post of the sample district at the door. */
  knock(postId: string, options?: PageOptions): Promise<Page>;
  /** What somebody else does meanwhile, by the entry that the pages use: a post by its id, or the platform at night. */
  meanwhile(post: string, mechanism: string, id: string | undefined, action: string, input?: object): Promise<string>;
  /** What went wrong in any page. A refusal is none: it is a line in the console, and words on the page. */
  troubles(): readonly string[];
  close(): Promise<void>;
}

export interface EnterOptions extends PageOptions {
  readonly at?: string;
}

/** Opens the product for a test file. */
export async function openPier(): Promise<Pier> {
  const { connection, application } = inject('testServer');
  const years = inject('sampleYears');
  const database = `zhanqiao_walk_${randomBytes(6).toString('hex')}`;
  await administer((admin) => admin.query(`create database "${database}" template ${years.database}`));
  const folder = mkdtempSync(join(tmpdir(), 'zhanqiao-walk-'));
  cpSync(years.folder, folder, { recursive: true });
  const store = openStore({ application: { ...connection, ...application, database } });
  // Every asking is a moment later than the one before, and no sooner than people can click.
  let now = Date.parse(sampleEnd);
  const failed = (fields: object, words: string) => console.error(words, fields);
  const platform = createPlatform({
    store, district: sampleDistrict.code, districtName: sampleDistrict.name, isDemonstration: true, folder, secrets: await loadSecrets(folder),
    now: () => new Date((now += 10)).toISOString(), log: { info: () => {}, warn: () => {}, error: failed },
  });
  const app = await buildApp(platform, { pages: years.pages });
  const jobs = await startJobs(platform, { ...connection, database });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await openBrowser({ origin });
  const opened: Page[] = [];
  const walk = basename(expect.getState().testPath ?? '', '.test.ts');

  async function newPage(options: PageOptions): Promise<Page> {
    const page = await browser.newPage(options);
    page.setDefaultTimeout(30_000);
    opened.push(page);
    return page;
  }

  async function seat(postId: string, options: PageOptions = {}): Promise<Page> {
    const page = await newPage(options);
    const answer = await page.context().request.post('/api/session/demonstration', { data: { postId } });
    if (!answer.ok()) throw new Error(await answer.text());
    return page;
  }

  async function visit(address = '/', options: PageOptions = {}): Promise<Page> {
    const page = await newPage(options);
    await page.goto(address);
    return page;
  }

  return {
    origin, platform, browser, visit, seat,
    fill: (statement) => administer((admin) => admin.query(statement), database),
    setClock: (day) => (now = Date.parse(`${day}T01:00:00.000Z`)),
    async enter(postId, { at = '/work', ...options } = {}) {
      const page = await seat(postId, options);
      await page.goto(at);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      return page;
    },
    async knock(postId, options) {
      const post = samplePosts.find(({ id }) => id === postId);
      if (!post) throw new Error(`the sample district has no post ${postId}`);
      const page = await visit('/work', options);
      await page.getByLabel('查找岗位').fill(post.name);
      await page.getByRole('button', { name: post.name }).first().click();
      await page.getByRole('heading', { level: 1, name: `${post.name}，您好` }).waitFor();
      return page;
    },
    async meanwhile(post, mechanism, id, action, input = {}) {
      const actor: Actor | undefined = post === 'night' ? { kind: 'system', job: 'nightly' } : findActor(await platform.directory(), post, dayOf(platform.now()));
      if (!actor) throw new Error(`the sample district has no post ${post}`);
      return (await act(platform, { actor, mechanism, ...(id === undefined ? {} : { id }), action, input })).id;
    },
    troubles: () => browser.troubles().filter((each) => !/Failed to load resource: the server responded with a status of 4\d\d/.test(each)),
    async close() {
      // A walk closes its pages at its end: what is still open shows where one went wrong.
      for (const [index, page] of opened.filter((each) => !each.isClosed()).entries()) await shoot(page, `walks/left-open-${walk}-${index}`);
      await browser.close();
      await app.close();
      await jobs.stop();
      await store.close();
      await administer((admin) => admin.query(`drop database if exists "${database}" with (force)`));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function administer(work: (admin: pg.Client) => Promise<unknown>, database = 'postgres'): Promise<void> {
  const admin = new pg.Client({ ...inject('testServer').connection, database });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

/** Looks at a page as a picky reader: settled, accessible, no wider than the window. Leaves a picture where somebody wants them. */
export async function look(page: Page, name: string): Promise<void> {
  await fits(page, name);
  expect(await axe(page), `${name}: WCAG 2.2 AA`).toEqual([]);
}

/** What a page is like in one of its faces. */
export interface Face {
  readonly language: 'zh' | 'en';
  readonly width: number;
}

/**
 * Looks at a page in every face it has: each width in each language, turned in place, so that it is fetched once.
 * No face may be wider than its window; axe reads the narrowest of both languages and the widest of one.
 */
export async function lookAround(page: Page, name: string, { widths = [1440, 390], inEach }: { readonly widths?: readonly number[]; readonly inEach?: (face: Face) => Promise<void> } = {}): Promise<void> {
  const [widest = 1440] = widths;
  for (const turn of [0, 1]) {
    if (turn === 1) await turnLanguage(page);
    const language = await languageOf(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
      // From its top: what was clicked before may have left something half under the bar that stays.
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const face = `${name}-${language}-${width}`;
      if (width === widths.at(-1) || (turn === 0 && width === widest)) await look(page, face);
      else await fits(page, face);
      await inEach?.({ language, width });
    }
  }
  await page.setViewportSize({ width: widest, height: 900 });
}

async function languageOf(page: Page): Promise<Face['language']> {
  return (await page.locator('html').getAttribute('lang'))?.startsWith('en') ? 'en' : 'zh';
}

/** Turns the page into the other language where it stands. */
export async function turnLanguage(page: Page): Promise<void> {
  const other = (await languageOf(page)) === 'zh' ? 'en' : 'zh';
  await page.getByRole('button', { name: other === 'en' ? 'English' : '中文', exact: true }).click();
  await page.locator(`html[lang^=${other}]`).waitFor({ state: 'attached' });
}

async function fits(page: Page, name: string): Promise<void> {
  await settled(page);
  if (process.env['ZHANQIAO_SHOTS']) await shoot(page, `walks/${name}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${name}: wider than the window`).toBeLessThanOrEqual(0);
}

/** Everything asked for has come, and nothing is moving any more. */
export async function settled(page: Page): Promise<void> {
  // The events stream never ends, so the network is never idle; what the page says of itself is.
  await page.waitForFunction(() => {
    const isWaiting = [...document.querySelectorAll('[role=status]')].some(({ textContent }) => /^(正在打开|正在取数|Loading)/.test(textContent?.trim() ?? ''));
    return !isWaiting && !document.querySelector('[aria-busy=true], .ant-spin-spinning') && document.getAnimations().every(({ playState }) => playState !== 'running');
  });
}

/** A field by the words beside it. */
export function field(within: Page | Locator, label: string): Locator {
  return within.getByLabel(new RegExp(`^${escape(label)}(必填)?$`));
}

/** A radio or a tick beneath the words of its group. */
export function option(within: Page | Locator, group: string, name: string): Locator {
  const words = new RegExp(`^${escape(group)}(必填)?$`);
  return within.getByRole('group', { name: words }).or(within.getByRole('radiogroup', { name: words })).getByLabel(name, { exact: true });
}

/** Picks from a list as people do at the keyboard: type part of the name, Enter, and Tab to go on. */
export async function pick(page: Page, label: string, ...names: readonly string[]): Promise<void> {
  const box = field(page, label);
  const chooser = page.locator('.ant-select', { has: box });
  for (const name of names) {
    await box.click();
    await box.fill(name);
    const list = page.locator(`[id="${await box.getAttribute('aria-controls')}"]`);
    await page.locator('.ant-select-dropdown', { has: list }).locator('.ant-select-item-option-active').filter({ hasText: name }).waitFor();
    await box.press('Enter');
    await chooser.getByText(name).first().waitFor();
  }
  await box.press('Tab');
}

/** The dialog of an action, opened by its button. */
export async function begin(page: Page, action: string): Promise<Locator> {
  await page.getByRole('region', { name: '可办动作' }).getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: action });
  await dialog.waitFor();
  return dialog;
}

/** Hands an action in and waits until its form has gone: a refused one stays. What is said of it may pass before anybody looks. */
export async function finish(page: Page, action: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: action });
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Asks the server as the signed-in page would. */
export async function ask(page: Page, address: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const answer = await page.context().request.get(address);
  return { status: answer.status(), body: (await answer.json()) as unknown };
}

function escape(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
