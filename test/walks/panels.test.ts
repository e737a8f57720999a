import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MatterList } from '#contract/shapes.ts';
import { ask, lookAround, openPier, turnLanguage, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

/** What a line that is down leaves in the console. */
const troubles = () => pier.troubles().filter((each) => !each.includes('net::ERR_FAILED'));

test('a project of which nothing is found is said not to have begun to whoever sees all its registers alone', async () => {
  const project = await pier.meanwhile('invest-1', 'project', undefined, 'fileLead', { name: '海洋装备总装基地', town: 'longquan', source: '驻点招商', visitRecord: '双方就选址、投资规模和建设周期作了洽谈。', site: '龙泉街道临港地块1号', place: { type: 'Point', coordinates: [120.42, 36.45] } });
  const at = `/work/matters/project/${project}`;
  const office = await pier.enter('secretariat-1', { at });
  await office.getByRole('region', { name: '三关办理' }).getByText('三关还没有开始办理').waitFor();
  await office.close();
  const officer = await pier.enter('invest-1', { at });
  const panel = officer.getByRole('region', { name: '三关办理' });
  await panel.getByText('没有您可以查看的事项').waitFor();
  expect(await panel.getByText('三关还没有开始办理').count()).toBe(0);
  await lookAround(officer, 'panels-1-around');
  await officer.close();
  expect(troubles()).toEqual([]);
});

test('what does not come says so where it would stand, and comes when it is tried again', async () => {
  const page = await pier.enter('industry');
  const { rows } = (await ask(page, '/api/matters/evaluationCycle?size=20')).body as MatterList;
  const cycle = rows.find(({ facts }) => facts['scope'] === 'above' && facts['year'] === 2020);
  const [sheet] = ((await ask(page, `/api/matters/evaluationSheet?size=1&f.cycle=${cycle?.id}`)).body as MatterList).rows;
  let isDown = true;
  await page.route(/evaluationAnomaly|\/runs|\/frozen/, (route) => (isDown ? route.abort() : route.continue()));
  await page.goto(`/work/matters/evaluationCycle/${cycle?.id}`);
  const panels = { runs: page.getByRole('region', { name: '后台办理' }), anomalies: page.getByRole('region', { name: '数据异常' }), whatIf: page.getByRole('region', { name: '推演：改一改，看谁会换档' }) };
  await panels.whatIf.getByRole('button', { name: '开始推演' }).click();
  for (const panel of Object.values(panels)) await panel.getByRole('alert').waitFor();
  await lookAround(page, 'panels-2-down');
  await turnLanguage(page);
  isDown = false;
  for (const panel of Object.values(panels)) await panel.getByRole('button', { name: '再试一次' }).click();
  await panels.runs.getByRole('listitem').first().waitFor();
  await panels.anomalies.getByText(/共\d+条，全部核清。/).waitFor();
  // The rows of the year before were asked for beside those of the year, and failed as well.
  await panels.whatIf.getByRole('button', { name: '再试一次' }).click();
  await panels.whatIf.getByText('没有企业换档。').waitFor();

  await page.route(/api\/matters\/evaluationCycle\//, (route) => route.abort());
  await page.goto(`/work/matters/evaluationSheet/${sheet?.id}`);
  const working = page.getByRole('region', { name: '结果和全部算式' });
  await working.getByRole('alert').waitFor();
  await page.unroute(/api\/matters\/evaluationCycle\//);
  await working.getByRole('button', { name: '再试一次' }).click();
  await working.getByRole('listitem').first().waitFor();
  await page.close();
  expect(troubles()).toEqual([]);
});
