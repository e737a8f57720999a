import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, openPier, settled, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

const phone = { width: 390, height: 844 };

test('an office goes through its desk by the keyboard and does what burns first without leaving it', async () => {
  const page = await pier.knock('office-1');
  // The one duty has days left, some of what waits is due today: the desk opens on that, and counts every part.
  const parts = page.getByRole('navigation', { name: '工作台分类' });
  await parts.getByRole('button', { name: /^等我办理 ?\d+$/ }).and(page.locator('[aria-current=page]')).waitFor();
  for (const part of ['我的待办', '我发起的']) await parts.getByRole('button', { name: new RegExp(`^${part} ?\\d+\\+?$`) }).waitFor();
  const list = page.getByRole('list', { name: '等我办理' });
  const titles = list.getByRole('link');
  await titles.first().waitFor();
  const before = await titles.allInnerTexts();
  await titles.first().focus();
  await page.keyboard.press('j');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(before[1]);
  await page.keyboard.press('k');
  await look(page, 'desk-1-waiting');
  // a opens the form of the next step in place; Esc goes back to where one was.
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await look(page, 'desk-2-act-in-place');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(before[0]);
  await parts.getByRole('button', { name: '我发起的' }).click();
  await page.getByRole('list', { name: '我发起的' }).getByRole('listitem').first().waitFor();
  await page.waitForURL(/tab=sent/);
  await look(page, 'desk-3-sent');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('the part of the desk that was opened stays under an open form whatever comes to burn sooner meanwhile', async () => {
  const page = await pier.enter('office-1');
  const parts = page.getByRole('navigation', { name: '工作台分类' });
  const opened = parts.getByRole('button', { name: /^等我办理 ?\d+$/ }).and(page.locator('[aria-current=page]'));
  await opened.waitFor();
  await page.getByRole('list', { name: '等我办理' }).getByRole('link').first().focus();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  // What is owed has been late for years all at once, and something happens that is told to the page.
  await pier.fill(`update matter set duties = replace(duties::text, '"startOn": "2021', '"startOn": "2020')::jsonb`);
  await pier.meanwhile('industry', 'evaluationCycle', undefined, 'plan', { name: '2019年度规下工业亩均评价', year: 2019, scope: 'below', preset: 'huangyanSmall2022' });
  await parts.locator('button', { hasText: '我的待办' }).locator('.is-late').waitFor();
  expect(await dialog.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await opened.waitFor();
  // The next visit opens on what burns now.
  await page.reload();
  await parts.getByRole('button', { name: /^我的待办/ }).and(page.locator('[aria-current=page]')).waitFor();
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('a form opened from the desk keeps what is typed when others empty the list beneath it', async () => {
  const page = await pier.enter('housing-liaison');
  const list = page.getByRole('list', { name: '我的待办' });
  await list.getByRole('button', { name: /^填报进展/ }).first().click();
  const dialog = page.getByRole('dialog');
  const words = dialog.getByRole('textbox').first();
  await words.fill('写了一半');
  await pier.fill(
    `with emptied as (update duty set state = 'done' where state = 'open' returning district, matter)
     insert into outbox (district, mechanism, matter, seq) select distinct held.district, mechanism, held.id, 1 from emptied join matter as held on held.district = emptied.district and held.id = emptied.matter`,
  );
  await pier.meanwhile('industry', 'evaluationCycle', undefined, 'plan', { name: '2018年度规下工业亩均评价', year: 2018, scope: 'below', preset: 'huangyanSmall2022' });
  await list.waitFor({ state: 'detached' });
  expect(await words.inputValue()).toBe('写了一半');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('没有待办', { exact: true }).waitFor();
  await pier.fill(`update duty set state = 'open' where closed_at is null`);
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('a unit sees what it owes with the clock in words, done and open apart, at its desk and on a phone', async () => {
  const page = await pier.enter('housing-liaison', phone);
  await page.getByRole('list', { name: '我的待办' }).getByRole('listitem').first().waitFor();
  for (const text of await page.getByRole('list', { name: '我的待办' }).getByRole('listitem').allInnerTexts()) expect(text).toMatch(/还剩 \d+ |今天到期|已超期 \d+ |已中止/);
  await look(page, 'desk-4-unit-phone');
  await page.getByRole('button', { name: '已办结' }).click();
  await page.getByRole('list', { name: '已办结' }).getByText(/办结/).first().waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await settled(page);
  await look(page, 'desk-5-done-phone-en');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('a shelf of the menu opens when one comes to it, folds when one wants, and opens when its words are looked for', async () => {
  const page = await pier.enter('office-1', { at: '/work/matters/finding' });
  const shelf = page.locator('.side-shelf', { has: page.getByRole('link', { name: '督察问题整改台账', includeHidden: true }) });
  await shelf.getByRole('link', { name: '督察问题整改台账' }).waitFor();
  await shelf.locator('summary').click();
  await shelf.getByRole('link', { name: '督察问题整改台账' }).waitFor({ state: 'hidden' });
  // What the browser's own search does to what it finds.
  await shelf.evaluate((details: HTMLDetailsElement) => (details.open = true));
  await page.getByRole('link', { name: '驾驶舱' }).click();
  await page.getByRole('heading', { level: 1, name: '驾驶舱' }).waitFor();
  await shelf.getByRole('link', { name: '督察问题整改台账' }).waitFor();
  await page.close();
});

test('Ctrl K finds matters by characters, pinyin and initials, units, actions and pages, without the mouse', async () => {
  const page = await pier.enter('office-1');
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox');
  await box.waitFor();
  for (const [typed, marked] of [['电梯', '电梯'], ['dianti', '电梯'], ['dtlslb', '电梯联审联办']] as const) {
    await box.fill(typed);
    await page.getByRole('option').locator('mark', { hasText: marked }).first().waitFor();
  }
  await box.fill('zhufang');
  await page.getByRole('option', { name: /住房和城乡建设局/ }).first().waitFor();
  await box.fill('征求');
  await page.getByRole('option', { name: /征求初评意见/ }).first().waitFor();
  await look(page, 'desk-6-palette');
  await box.fill('jsc');
  await page.getByRole('option', { name: /驾驶舱/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/work\/cockpit/);
  // What was searched for is offered again, on a phone as well.
  await page.keyboard.press('/');
  await page.getByRole('option', { name: 'jsc' }).waitFor();
  await page.getByRole('combobox').fill('电梯');
  await page.getByRole('option', { name: '“电梯”的全部结果' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/work\/search\?q=/);
  await page.getByRole('heading', { level: 2, name: '事项' }).waitFor();
  await look(page, 'desk-7-search');
  await page.setViewportSize(phone);
  await page.getByRole('button', { name: 'English' }).click();
  await look(page, 'desk-8-search-phone-en');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await look(page, 'desk-9-keys');
  await page.keyboard.press('Escape');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('the search page shows nobody what he may not read', async () => {
  const page = await pier.enter('auditor', { at: '/work/search?q=电梯' });
  await page.getByText('没有找到“电梯”').first().waitFor();
  await page.close();
});
