import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCounty, type County } from '#test/county.ts';
import { square } from '#test/parks.ts';
import { Refusal } from '#kernel/refusal.ts';
import { creditCodeOf } from '#mechanisms/projects/sample-names.ts';
import { act } from './act.ts';

// A ledger of occupations as the store keeps it: what stands twice, and how a mistake is put right.

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

async function done(post: string, mechanism: string, action: string, input: object, id?: string): Promise<string> {
  return (await act(county.platform, { actor: await county.as(post), mechanism, action, input, ...(id === undefined ? {} : { id }) })).id;
}

async function refusedFor(attempt: Promise<unknown>): Promise<Refusal> {
  try {
    await attempt;
  } catch (failure) {
    if (failure instanceof Refusal) return failure;
    throw failure;
  }
  throw new Error('nothing was refused');
}

test('an occupation stands once; voided it is entered anew, ended it is not, and the refusal shows no id', async () => {
  const enterprise = await done('jinshan-park-project', 'enterprise', 'list', { name: '示例承租有限公司', creditCode: creditCodeOf(9001), industry: 'C3511', kind: 'limited', foundedOn: '2006-04-18', isLocal: true });
  const parcel = await done('natural', 'parcel', 'enrol', { name: '一号宗地', parcelNo: 'JM-1', town: 'jinshan-park', use: 'industry', area: 20_000, floorArea: 30_000, place: square(Math.sqrt(20_000)) });
  const begin = (given: object = {}) => done('jinshan-park-project', 'occupation', 'begin', { name: '租用厂房', enterprise, parcel, kind: 'rent', floor: 6000, fromDay: '2021-01-01', ...given });
  const first = await begin();
  const twice = await refusedFor(begin({ floor: 5000 }));
  expect(twice).toMatchObject({ code: 'takenAlike', status: 409 });
  expect(JSON.stringify([twice.words, twice.fields, twice.detail])).not.toMatch(/[0-9a-f]{8}-|key/);
  await done('jinshan-park-project', 'occupation', 'void', {}, first);
  const second = await begin({ floor: 5000 });
  // Who left was there: a ledger that names him again enters him no second time.
  await done('jinshan-park-project', 'occupation', 'end', {}, second);
  expect((await refusedFor(begin({ floor: 5000 }))).code).toBe('takenAlike');
  await begin({ fromDay: '2021-02-01' });
});
