import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MatterList } from '#contract/shapes.ts';
import { evaluatedYear, sampleEnterprises } from '#mechanisms/parks/sample-enterprises.ts';
import { creditCodeOf } from '#mechanisms/projects/sample-names.ts';
import { sampleStays } from '#mechanisms/parks/sample-land.ts';
import { runBulkOf } from '#server/bulk.ts';
import { keepProof } from '#test/proof.ts';
import { ask, field, lookAround, openPier, pick, turnLanguage, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

/** Holder and tenant of one parcel, and somebody of another: too small for any evaluation of the year before. */
const [stay] = sampleStays.filter(({ isHolder, firm }) => !isHolder && firm.park.unit === 'jinshan-park');
const holder = sampleStays.find(({ isHolder, parcel }) => isHolder && parcel === stay?.parcel);
const elsewhere = sampleStays.find(({ firm, parcel }) => firm.park.unit === 'jinshan-park' && parcel !== stay?.parcel);
const firms = [holder, stay, elsewhere].flatMap((each) => (each ? [each.firm] : []));

const rowsOf = async (page: Parameters<typeof ask>[0], mechanism: string, query: string) => ((await ask(page, `/api/matters/${mechanism}?size=100&${query}`)).body as MatterList).rows;

test('a park asks for a joint evaluation of two on one parcel, is refused with one from elsewhere, and the office accepts it', async () => {
  const proof = [await keepProof(pier.platform)];
  const year = evaluatedYear - 1;
  const cycle = await pier.meanwhile('industry', 'evaluationCycle', undefined, 'plan', { name: `${year}年度规下工业亩均评价`, year, scope: 'below', preset: 'huangyanSmall2022' });
  await pier.meanwhile('leader-economy', 'evaluationCycle', cycle, 'issue');
  const rows = firms.map(({ serial }) => ({ creditCode: creditCodeOf(serial), isAbove: false, revenue: serial * 1_000_000 }));
  await pier.meanwhile('stat', 'readingBatch', undefined, 'deliver', { name: '规下企业名录', year, owner: 'statistics', source: '规下企业台账', pulledOn: '2021-12-20', rows });
  const office = await pier.enter('industry');
  await pier.meanwhile('industry', 'evaluationCycle', cycle, 'reconcile');
  await runBulkOf(pier.platform, cycle, pier.platform.now());
  expect(await rowsOf(office, 'evaluationSheet', `f.cycle=${cycle}`)).toHaveLength(firms.length);

  const park = await pier.enter('jinshan-park-project', { at: `/work/matters/jointEvaluation/new/apply?${new URLSearchParams({ cycle, note: '两家在同一宗地上生产，盖章申请合并评价。' }).toString()}` });
  await pick(park, '成员企业', firms[0]?.name ?? '', firms[2]?.name ?? '');
  await field(park, '佐证材料').setInputFiles({ name: '合并评价申请书.txt', mimeType: 'text/plain', buffer: Buffer.from('各成员盖章的合并评价申请书。') });
  await park.getByRole('button', { name: '移除 合并评价申请书.txt' }).waitFor();
  await park.getByRole('button', { name: '申请合并评价', exact: true }).click();
  await park.getByText(/没有和其他成员共用宗地/).first().waitFor();
  await lookAround(park, 'joint-1-refused');
  await park.close();
  const members = await Promise.all(firms.slice(0, 2).map(async ({ name }) => (await rowsOf(office, 'enterprise', `q=${encodeURIComponent(name)}`)).find((row) => row.title === name)?.id));
  const id = await pier.meanwhile('jinshan-park-project', 'jointEvaluation', undefined, 'apply', { cycle, members, note: '两家在同一宗地上生产，盖章申请合并评价。', evidence: proof });
  await office.goto(`/work/matters/jointEvaluation/${id}`);
  await office.getByRole('heading', { level: 1, name: /等2家/ }).waitFor();
  await lookAround(office, 'joint-2-applied');
  await pier.meanwhile('industry', 'jointEvaluation', id, 'accept');
  await office.close();
  expect(pier.troubles()).toEqual([]);
});

test('a group that counts shows what was added up and what each member would be by itself', async () => {
  const page = await pier.enter('industry');
  const [joint] = (await rowsOf(page, 'jointEvaluation', 'f.grounds=sharedLand')).filter(({ stage }) => stage === 'final');
  await page.goto(`/work/matters/jointEvaluation/${joint?.id}`);
  const both = page.getByRole('region', { name: '独立评价和合并评价' });
  await both.getByRole('table').waitFor();
  expect(await both.locator('tbody tr').count()).toBe(2);
  await page.getByRole('region', { name: '分子、分母怎么加的' }).getByText('2 / 2').first().waitFor();
  await page.getByRole('region', { name: '合并评价的全部算式' }).getByRole('listitem').first().waitFor();
  await lookAround(page, 'joint-3-group');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('an enterprise of a group sees both ways on its sheet, which counts, and the group itself', async () => {
  const page = await pier.enter('enterprise-8');
  const [sheet] = await rowsOf(page, 'evaluationSheet', `f.year=${evaluatedYear}`);
  expect(sheet?.title).toBe(sampleEnterprises[7]?.name);
  await page.goto(`/work/matters/evaluationSheet/${sheet?.id}`);
  await page.getByText('按独立评价计入。').waitFor();
  const beside = page.getByRole('region', { name: '合并评价（对照）' });
  await beside.getByRole('table').waitFor();
  await beside.getByRole('listitem').first().waitFor();
  await lookAround(page, 'joint-4-sheet');
  await turnLanguage(page);
  await page.getByRole('link', { name: '打开合并评价' }).click();
  await page.getByRole('heading', { level: 1, name: /等3家/ }).waitFor();
  // Of the others’ sheets it sees none.
  const both = page.getByRole('region', { name: '独立评价和合并评价' });
  await both.getByRole('table').waitFor();
  expect(await both.locator('tbody tr').count()).toBe(1);
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('the evaluation says how many enterprises are in how many groups', async () => {
  const page = await pier.enter('industry');
  const cycle = (await rowsOf(page, 'evaluationCycle', '')).find(({ facts }) => facts['scope'] === 'above' && facts['year'] === evaluatedYear);
  await page.goto(`/work/matters/evaluationCycle/${cycle?.id}`);
  await page.getByRole('region', { name: '各类家数' }).getByText(`其中4家在2组合并评价里，一组排一位：参加计算的是${sampleEnterprises.length - 2}个。`).waitFor();
  await lookAround(page, 'joint-5-cycle');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('the parks of a year stand in one table, and every number opens the enterprises it is made of', async () => {
  const page = await pier.enter('industry', { at: '/work/matters/parkEvaluation?saved=all&view=compare' });
  const table = page.getByRole('group', { name: `${evaluatedYear}年度规上工业：园区比较` }).getByRole('table');
  await table.waitFor();
  expect(await table.locator('tbody tr').count()).toBe(8);
  const ranks = (await table.locator('tbody tr > td:first-child').allTextContents()).map(Number);
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  await lookAround(page, 'joint-6-parks');
  await turnLanguage(page);
  const count = table.locator('tbody tr').first().locator('td').nth(2);
  const told = Number((await count.textContent())?.replaceAll(',', ''));
  await count.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: '企业评价单' }).waitFor();
  const query = new URL(page.url()).searchParams;
  const { total } = (await ask(page, `/api/matters/evaluationSheet?size=1&f.cycle=${query.get('f.cycle')}&f.park=${query.get('f.park')}`)).body as MatterList;
  expect(total).toBe(told);
  // An indicator opens those that have both of its quantities, as many as the working of the park says.
  await page.goto('/work/matters/parkEvaluation?saved=all&view=compare');
  const park = table.locator('tbody tr').filter({ hasText: '金山工业园' });
  await park.locator('th').getByRole('link').click();
  const working = page.getByRole('region', { name: '园区的全部算式' });
  const row = working.locator('tbody tr').filter({ hasText: '污染物排放' });
  const [, of = '', all = ''] = /，(\d+)\/(\d+)家/.exec((await row.locator('th').textContent()) ?? '') ?? [];
  expect(Number(of)).toBeLessThan(Number(all));
  await row.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: '企业评价单' }).waitFor();
  const opened = (await ask(page, `/api/matters/evaluationSheet?size=1&${[...new URL(page.url()).searchParams].filter(([name]) => name.startsWith('f.')).map(([name, value]) => `${name}=${value}`).join('&')}`)).body as MatterList;
  expect(opened.total).toBe(Number(of));
  await page.close();
  expect(pier.troubles()).toEqual([]);
});

test('a park tells year by year what it came to as a whole, with its working', async () => {
  const page = await pier.enter('industry');
  const park = (await rowsOf(page, 'park', '')).find(({ title }) => title === '金山工业园');
  await page.goto(`/work/matters/park/${park?.id}`);
  const years = page.getByRole('region', { name: '园区亩均评价（逐年）' });
  await years.getByRole('table').waitFor();
  expect(await years.locator('tbody tr').count()).toBe(3);
  await lookAround(page, 'joint-7-park');
  await turnLanguage(page);
  await years.getByRole('link', { name: `${evaluatedYear} 规上工业` }).click();
  const working = page.getByRole('region', { name: '园区的全部算式' });
  await working.getByRole('table').waitFor();
  expect(await working.locator('tbody tr').count()).toBe(5);
  await lookAround(page, 'joint-8-working');
  await page.close();
  expect(pier.troubles()).toEqual([]);
});
