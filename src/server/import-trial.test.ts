import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCounty, type County } from '#test/county.ts';
import { keepProof } from '#test/proof.ts';
import { act } from './act.ts';
import { checkImport } from './import-check.ts';

// A row is tried as its action would be, with what the action works out from other matters.

let county: County;
beforeAll(async () => {
  county = await openCounty('2021-03-08T01:00:00.000Z');
});
afterAll(() => county.close());

test('whoever was barred for life is told so when the list is checked, not when it is filed', async () => {
  const proof = await keepProof(county.platform);
  const barred = { name: '受禁专家', titleLevel: 'full', years: 20, specialties: ['technology'], employerName: '某海洋研究所', bornOn: '1965-05-01' };
  let id: string | undefined;
  const doing = async (post: string, action: string, input: object) => {
    id = (await act(county.platform, { actor: await county.as(post), mechanism: 'expert', action, ...(id === undefined ? {} : { id }), input })).id;
  };
  await doing('secretariat-1', 'apply', { ...barred, person: 'holder-expert-1', pool: 'experts' });
  await doing('secretariat-2', 'check', { consentNo: '同意函〔2021〕1号', evidence: [proof] });
  await doing('secretariat-2', 'publicise', {});
  county.setClock('2021-03-16');
  await doing('secretariat-head', 'admit', {});
  await doing('secretariat-head', 'remove', { removedFor: 'collusion', reason: '经核实，串通打分，特此出库。' });

  const csv = ['申报编号,姓名,职称等级,从业年限,专长,现工作单位名称,出生日期', ...['R-1,受禁专家', 'R-2,另一专家'].map((row) => `${row},正高级,20,产业技术,某海洋研究所,1965-05-01`)].join('\n');
  const report = await checkImport(county.platform, await county.as('secretariat-1'), 'expert', { fileName: '专家名册.csv', bytes: Buffer.from(csv) });
  expect(report).toMatchObject({ created: 1, refused: 1 });
  expect(report.problems.map(({ row, words }) => [row, words.zh])).toEqual([[2, expect.stringContaining('终身')]]);
});
