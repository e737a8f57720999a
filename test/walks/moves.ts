import type { Page } from 'playwright-core';
import type { MatterList } from '#contract/shapes.ts';
import { ask, begin, field, finish, option, pick, type Pier } from './pier.ts';

/** What a citizen writes, as far as a walk cares. */
export interface Idea {
  readonly title: string;
  readonly grounds: string;
  readonly measure: string;
  readonly identity?: '实名，可以公开署名' | '实名，不公开' | '匿名，只凭查询码查答复';
}

/** Somebody without an account hands an idea in; gives the code. */
export async function suggest(pier: Pier, { title, grounds, measure, identity = '实名，不公开' }: Idea): Promise<string> {
  const page = await pier.visit('/public/suggest');
  await page.getByRole('button', { name: '我已阅读，继续' }).click();
  await field(page, '标题').fill(title);
  await field(page, '主要事由').fill(grounds);
  await field(page, '对策建议').fill(measure);
  await field(page, '建议人类别').selectOption({ label: '市民' });
  await option(page, '身份方式', identity).check();
  if (!identity.startsWith('匿名')) {
    await field(page, '姓名或称呼').fill(theProposer);
    await field(page, '联系方式').fill('13987654321');
  }
  await page.getByRole('button', { name: '提交建议' }).click();
  const code = String(await page.locator('.receipt-number').textContent());
  await page.close();
  return code;
}

/** How the authors of the walks call themselves: nobody but the office may ever read it. */
export const theProposer = '爱看海的老住户';

/** What the author was told so far, the latest first or last as the page has it. */
export async function follow(pier: Pier, code: string): Promise<Page> {
  const page = await pier.visit('/public/follow');
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('heading', { name: '告诉过您的' }).waitFor();
  return page;
}

/** Opens a matter by its title, as one who has its address. */
export async function open(page: Page, mechanism: string, title: string): Promise<void> {
  const { rows } = (await ask(page, `/api/matters/${mechanism}?q=${encodeURIComponent(title)}`)).body as MatterList;
  const found = rows.find((row) => row.title === title);
  if (!found) throw new Error(`no ${mechanism} is called ${title}`);
  await page.goto(`/work/matters/${mechanism}/${found.id}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Somebody with a matter before him. */
export async function openAs(pier: Pier, postId: string, mechanism: string, title: string): Promise<Page> {
  const page = await pier.seat(postId);
  await open(page, mechanism, title);
  return page;
}

export async function register(page: Page): Promise<void> {
  await begin(page, '登记');
  await pick(page, '领域', '社会体制改革');
  await finish(page, '登记');
}

/** Asks units for their opinion, each by its full name. */
export async function askUnits(page: Page, ...units: readonly string[]): Promise<void> {
  const dialog = await begin(page, '征求初评意见');
  await pick(page, '征求意见单位', ...units);
  await option(dialog, '已核对，不含可以认出建议人的信息', '是').check();
  await finish(page, '征求初评意见');
}

export async function giveOpinion(page: Page, words: string): Promise<void> {
  const dialog = await begin(page, '提出初评意见');
  await option(dialog, '是否可行', '可行').check();
  await option(dialog, '事权', '区级事权').check();
  await field(dialog, '意见').fill(words);
  await finish(page, '提出初评意见');
}

export async function adopt(page: Page): Promise<void> {
  const dialog = await begin(page, '作出结论');
  await option(dialog, '采纳结论', '采纳').check();
  await finish(page, '作出结论');
}

/** A proof as units attach it. */
export const proof = { name: '落地证明.txt', mimeType: 'text/plain', buffer: Buffer.from('学校周边夜间停车位已经启用，共一百二十个。') };
