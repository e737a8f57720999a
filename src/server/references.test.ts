import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { creditCodeOf } from '#mechanisms/projects/sample-names.ts';
import { openCounty, type County } from '#test/county.ts';
import { act } from './act.ts';

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const holding = { share: 60, kind: 'holding' };
const list = async (serial: number, holders: readonly object[]) =>
  act(county.platform, {
    actor: await county.as('invest-1'), mechanism: 'enterprise', action: 'list',
    input: { name: `示例企业${serial}有限公司`, creditCode: creditCodeOf(7000 + serial), industry: 'C3670', kind: 'limited', capital: 1_000_000_000, isLocal: true, holders },
  });
const faultOf = async (attempt: Promise<unknown>) => attempt.then(() => undefined, (failure: unknown) => (failure instanceof Refusal ? failure.fields : Promise.reject(failure)));

test('a row that names a matter which is not there, or is another thing, is refused by its number and column', async () => {
  const { id } = await list(1, []);
  expect(await faultOf(list(2, [{ holder: id, ...holding }, { holder: '01890000-0000-7000-8000-00000000dead', ...holding, share: 20 }]))).toEqual({
    holders: { zh: '第2行“股东企业”：所选事项不存在', en: 'Row 2, “Holding enterprise”: The matter chosen does not exist' },
  });
  expect(await faultOf(list(3, [{ holder: id, ...holding }]))).toBeUndefined();
});

test('an industry that the classification does not know is refused at its field', async () => {
  expect(await faultOf(act(county.platform, {
    actor: await county.as('invest-1'), mechanism: 'enterprise', action: 'list',
    input: { name: '示例企业九有限公司', creditCode: creditCodeOf(7009), industry: 'C3490', kind: 'limited', capital: 1_000_000_000, isLocal: true },
  }))).toMatchObject({ industry: { zh: expect.stringContaining('GB/T 4754—2017') } });
});
