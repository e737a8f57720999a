import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCounty, type County } from '#test/county.ts';
import { square } from '#test/parks.ts';
import { creditCodeOf } from '#mechanisms/projects/sample-names.ts';
import { findMatter } from '#store/matters.ts';
import { act } from './act.ts';
import { aroundOf } from './around.ts';

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

async function done(post: string, mechanism: string, action: string, input: object): Promise<string> {
  return (await act(county.platform, { actor: await county.as(post), mechanism, action, input })).id;
}

async function around(post: string, id: string) {
  const { platform } = county;
  const actor = await county.as(post);
  return platform.store.inDistrict(platform.district, async (tx) => {
    const matter = await findMatter(tx, platform.district, id);
    if (!matter) throw new Error(`there is no ${id}`);
    return (await aroundOf(platform, tx, matter, actor)).groups;
  });
}

test('an enterprise is found in every register that names it, as far as the reader sees that register, and the latest stand first', async () => {
  const enterprise = await done('jinshan-park-project', 'enterprise', 'list', { name: '示例承租有限公司', creditCode: creditCodeOf(9001), industry: 'C3511', kind: 'limited', foundedOn: '2006-04-18', isLocal: true });
  const parcel = await done('natural', 'parcel', 'enrol', { name: '一号宗地', parcelNo: 'JM-1', town: 'jinshan-park', use: 'industry', area: 20_000, floorArea: 30_000, place: square(Math.sqrt(20_000)), user: enterprise });
  for (let at = 1; at <= 6; at += 1) {
    county.setClock(`2021-03-0${at}`);
    await done('jinshan-park-project', 'occupation', 'begin', { name: `租用厂房${at}`, enterprise, parcel, kind: 'rent', floor: 100, fromDay: `2021-01-0${at}` });
  }
  const groups = await around('industry', enterprise);
  expect(groups.map(({ mechanism, fact, total }) => [mechanism, fact, total])).toEqual([['parcel', 'user', 1], ['occupation', 'enterprise', 6]]);
  expect(groups[1]?.rows.map(({ title }) => title)).toEqual(['租用厂房6', '租用厂房5', '租用厂房4', '租用厂房3', '租用厂房2']);
  expect(groups[1]?.names.matters[parcel]?.title).toBe('一号宗地');
  expect((await around('natural', parcel)).map(({ mechanism, total }) => [mechanism, total])).toEqual([['occupation', 6]]);
  // Nobody of the enterprises' side is shown the register of occupations.
  expect((await around('enterprise-1', enterprise)).map(({ mechanism }) => mechanism)).not.toContain('occupation');
});
