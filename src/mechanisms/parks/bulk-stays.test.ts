import { expect, test } from 'vitest';
import { holds } from '#kernel/condition.ts';
import { parkCounty } from '#test/parks.ts';
import type { BulkTools } from '../bulk.ts';
import { chargedOn } from './bulk-stays.ts';

/** A holder with 20,000 ㎡ and tenants that came and went. */
function county() {
  const walk = parkCounty();
  const [holder, early, late] = [1, 2, 3].map((nth) => walk.put(nth, 'enterprise', 'listed', { name: `企业${nth}` })) as [string, string, string];
  const parcel = walk.put(4, 'parcel', 'held', { user: holder, area: 20_000, letLand: 3000, park: 'jinshan' });
  const stay = (nth: number, enterprise: string, land: number, fromDay: string, endedOn?: string, kind = 'rent') =>
    walk.put(nth, 'occupation', endedOn === undefined ? 'running' : 'ended', { enterprise, parcel, park: 'jinshan', land, fromDay, kind, ...(endedOn === undefined ? {} : { endedOn }) });
  stay(5, early, 4000, '2019-01-01', '2021-03-01');
  stay(6, late, 3000, '2021-02-01');
  stay(7, late, 2500, '2020-05-01', '2020-05-01');
  stay(8, holder, 0, '2018-01-01', undefined, 'own');
  const find: BulkTools['find'] = async ({ mechanism, where }) => [...walk.matters.values()].filter((matter) => matter.mechanism === mechanism && holds(where, matter, '2021-06-01'));
  return { find, holder, early, late };
}

test('land is charged by who was there at the end of the year, and not by who is there today', async () => {
  const { find, holder, early, late } = county();
  const charged = async (day: string) => Object.fromEntries((await chargedOn({ find }, [holder, early, late], day)).map(({ enterprise, area, park }) => [enterprise, `${park} ${area}`]));
  expect(await charged('2020-12-31')).toEqual({ [holder]: 'jinshan 16000', [early]: 'jinshan 4000' });
  expect(await charged('2021-12-31')).toEqual({ [holder]: 'jinshan 17000', [late]: 'jinshan 3000' });
  expect(await charged('2018-06-30')).toEqual({ [holder]: 'jinshan 20000' });
});

test('a holder asked for alone bears what its tenants leave, whoever they are', async () => {
  const { find, holder } = county();
  expect(await chargedOn({ find }, [holder], '2020-12-31')).toMatchObject([{ enterprise: holder, area: 16_000 }]);
  expect(await chargedOn({ find }, [], '2020-12-31')).toEqual([]);
});
