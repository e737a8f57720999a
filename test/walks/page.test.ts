import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { MatterList } from '#contract/shapes.ts';
import { open, register, suggest } from './moves.ts';
import { ask, begin, look, lookAround, openPier, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

const size = (width: number) => ({ width, height: width === 390 ? 844 : 900 });
const title = '老旧小区楼道加装扶手';
const idea = { title, grounds: '楼道没有扶手，老人上下楼不安全，邻里多次提出没有解决。', measure: '由住建部门统一勘查，社区组织加装，费用由维修资金列支。' };

async function first(page: Page, stage: string): Promise<string> {
  const { body } = await ask(page, `/api/matters/suggestion?stage=${stage}&size=1`);
  const [row] = (body as MatterList).rows;
  if (!row) throw new Error(`the sample years leave nothing at ${stage}`);
  return row.id;
}

test('a matter is whole at every place of its way, in every face, and prints with its trail or without', async () => {
  const page = await pier.seat('office-1');
  for (const stage of ['screening', 'implementing', 'merged', 'commended']) {
    await page.goto(`/work/matters/suggestion/${await first(page, stage)}`);
    await page.getByRole('region', { name: /^(留痕|Trace)$/ }).getByText(/^(链条完整|Chain whole)/).first().waitFor();
    await lookAround(page, `page-${stage}`);
  }
  await page.getByRole('link', { name: /^(打印件|Paper)$/ }).click();
  await page.getByRole('heading', { name: /^(办理过程|Trail)$/ }).waitFor();
  await lookAround(page, 'page-paper');
  await page.getByLabel(/^(不附办理留痕|Without the trail)$/).check();
  await page.getByRole('heading', { name: /^(办理过程|Trail)$/ }).waitFor({ state: 'detached' });
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

describe.each([1440, 390])('at %i points', (width) => {
  test('colleagues talk beside a matter, keep an eye on it, and the focus comes back after a dialog', async () => {
    const named = `${title}${width}`;
    await suggest(pier, { ...idea, title: named, grounds: `${idea.grounds}${width}` });
    const office = await pier.seat('office-1', size(width));
    await open(office, 'suggestion', named);

    // A dialog says beforehand what it needs; closed, it gives the focus back to its button.
    const dialog = await begin(office, '登记');
    await dialog.getByText('这一步需要：必填 1 项：领域。').waitFor();
    if (width === 390) expect(await dialog.evaluate((element) => element.getBoundingClientRect().width)).toBe(390);
    await look(office, `page-${width}-dialog`);
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => office.evaluate(() => document.activeElement?.textContent)).toBe('登记');
    await register(office);

    await office.getByRole('button', { name: '关注', exact: false }).first().click();
    await office.getByRole('button', { name: '已关注' }).waitFor();

    const talk = office.getByRole('region', { name: '讨论' });
    await talk.getByLabel('说点什么').fill('请@改革办主任');
    await talk.getByRole('option', { name: /^改革办主任岗/ }).waitFor();
    await talk.getByLabel('说点什么').press('Enter');
    await talk.getByLabel('说点什么').pressSequentially('看一下，先征求住建局意见。');
    await talk.getByRole('button', { name: '发送' }).click();
    await talk.getByText('先征求住建局意见').waitFor();
    await look(office, `page-${width}-talk`);

    const head = await pier.enter('office-head', { ...size(width), at: '/work/notices' });
    await head.getByText('的讨论中提到了您').first().waitFor();
    await open(head, 'suggestion', named);
    await head.getByRole('region', { name: '讨论' }).getByText('先征求住建局意见').waitFor();

    // Taken back, a mark remains.
    await talk.getByRole('button', { name: /^撤回/ }).click();
    await talk.getByRole('alert').getByRole('button', { name: '撤回' }).click();
    await talk.getByText('（已撤回）').waitFor();
    expect(await talk.getByText('先征求住建局意见').count()).toBe(0);

    // A discussion is no part of the trace.
    const trace = office.getByRole('region', { name: '留痕' });
    expect(await trace.getByText('先征求住建局意见').count()).toBe(0);
    await trace.getByRole('button', { name: /^阶段变化/ }).click();
    await trace.getByText('“待登记”→“已登记”').waitFor();
    await Promise.all([office.close(), head.close()]);
    expect(pier.troubles()).toEqual([]);
  });
});

test('evidence is looked at in the page and says who put it', async () => {
  const police = await pier.seat('office-1');
  await police.goto(`/work/matters/suggestion/${await first(police, 'commended')}`);
  const look1 = police.getByRole('button', { name: /^预览/ }).first();
  await look1.click();
  const preview = police.getByRole('dialog');
  await preview.getByRole('link', { name: '下载' }).waitFor();
  await look(police, 'page-preview');
  await preview.getByRole('button', { name: '关闭' }).last().click();
  await police.getByText(/提交$/).first().waitFor();
  await police.close();
  expect(pier.troubles()).toEqual([]);
});

test('the mechanism is taken along as a diagram', async () => {
  const page = await pier.seat('office-1');
  await page.goto(`/work/matters/suggestion/${await first(page, 'screening')}`);
  await page.getByRole('button', { name: '更多' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '流程图（BPMN）' }).click()]);
  expect(download.suggestedFilename()).toBe('改革创新建议.bpmn');
  await page.close();
});

