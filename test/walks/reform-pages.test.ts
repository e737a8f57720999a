import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, look, openPier, settled, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

interface Row { readonly id: string; readonly title: string; readonly light: string }

const phone = { width: 390, height: 844 };

test('a year of tasks is one screen of lights, and every cell, unit and colour leads on', async () => {
  const page = await pier.enter('office-1', { at: '/work/matters/task?saved=all&view=lights&f.year=2021' });
  const units = page.getByRole('list', { name: '各单位任务亮灯' });
  await units.getByRole('listitem').first().waitFor();
  await settled(page);
  const { rows } = (await ask(page, '/api/matters/task?size=200&f.year=2021')).body as { readonly rows: readonly Row[] };
  expect(rows.length).toBeGreaterThanOrEqual(139);
  await expect.poll(() => units.locator('a.lamp').count()).toBe(rows.length);
  for (const light of ['red', 'yellow', 'blue', 'green', 'grey']) expect([light, await units.locator(`a.lamp.is-${light}`).count()]).toEqual([light, rows.filter((row) => row.light === light).length]);
  // One screen: nothing of it lies below the window.
  expect(await units.evaluate((list) => list.getBoundingClientRect().bottom)).toBeLessThanOrEqual(900);
  await look(page, 'reform-pages-1-lights');
  const red = rows.filter(({ light }) => light === 'red').length;
  await page.getByRole('button', { name: `红灯 ${red} 项` }).click();
  await expect.poll(() => units.locator('a.lamp').count()).toBe(red);
  const told = (await units.locator('a.lamp').first().getAttribute('aria-label')) ?? '';
  const opened = rows.find(({ title }) => told.includes(title));
  expect(opened?.light).toBe('red');
  await units.locator('a.lamp').first().click();
  await page.getByRole('heading', { level: 1, name: opened?.title ?? '' }).waitFor();
  await page.close();
});

test('milestones, coverage both ways and the day of a meeting are read at a desk and on a phone', async () => {
  const desk = await pier.enter('office-1', { at: '/work/matters/task?saved=all&view=milestones&f.year=2021&light=red' });
  const chart = desk.getByRole('region', { name: '里程碑进度' });
  await chart.getByRole('row').nth(1).waitFor();
  // In words, too: who does not see the bars reads them.
  expect(await chart.getByRole('listitem').first().innerText()).toMatch(/：2021-\d\d-\d\d至2021-\d\d-\d\d，权重\d+，完成\d+%$/);
  await look(desk, 'reform-pages-2-milestones');

  await desk.goto('/work/matters/upperTask?saved=all&view=coverage');
  const table = desk.getByRole('region', { name: '上级任务承接对照' });
  await table.getByRole('row').nth(1).waitFor();
  await table.getByText('本区没有民用机场').first().waitFor();
  await look(desk, 'reform-pages-3-coverage');
  await desk.getByLabel('由下而上：任务出自哪些条目').check();
  await table.getByText('本区自定').first().waitFor();
  expect(await table.getByRole('row').count()).toBeGreaterThan(139);
  // The direction is in the address: whoever is sent it sees the same.
  await desk.reload();
  await table.getByText('本区自定').first().waitFor();
  const [{ id = '' } = {}] = ((await ask(desk, '/api/matters/meeting?size=1&stage=dispatched')).body as { readonly rows: readonly { readonly id: string }[] }).rows;
  await desk.close();

  const hand = await pier.enter('office-1', { ...phone, at: `/work/matters/meeting/${id}` });
  const day = hand.getByRole('region', { name: '会议当天' }).first();
  await day.getByText('09:10').first().waitFor();
  await look(hand, 'reform-pages-4-meeting-phone');
  await hand.goto('/work/matters/task?saved=all&view=lights&f.year=2021');
  await hand.getByRole('list', { name: '各单位任务亮灯' }).locator('a.lamp').first().waitFor();
  await look(hand, 'reform-pages-5-lights-phone');
  await hand.close();
  expect(pier.troubles()).toEqual([]);
});
