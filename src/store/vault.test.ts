import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOwner, district, openTrial, type Trial } from '#test/trial.ts';
import { eraseFacts, openFact, sealFact } from './vault.ts';

let opened: Trial;
beforeAll(async () => (opened = await openTrial()));
afterAll(() => opened.close());

const key = Buffer.alloc(32, 7);
const matter = randomUUID();
const phone = '13800000000';
const seal = (fact: string, text: string, of = matter) => opened.store.inDistrict(district, (tx) => sealFact(tx, district, of, fact, text, key));
const open = (fact: string, by = key, of = matter) => opened.store.reading(district, (tx) => openFact(tx, district, of, fact, by));

test('a sealed fact is read back with the key alone, and lies nowhere in the clear', async () => {
  const reference = await seal('phone', phone);
  expect(await open('phone')).toBe(phone);
  await expect(open('phone', Buffer.alloc(32, 8))).rejects.toThrow();
  const [row] = await asOwner<{ line: string }>(opened.clone, `select vault::text || encode(ciphertext, 'escape') as line from vault where matter = $1`, [matter]);
  expect(row?.line).toContain(reference);
  expect(row?.line).not.toContain(phone);
});

test('a sealed fact moved to another matter does not open there', async () => {
  const other = randomUUID();
  await seal('phone', phone);
  await asOwner(opened.clone, 'insert into vault select district, $1::uuid, fact, reference, nonce, ciphertext from vault where matter = $2', [other, matter]);
  await expect(open('phone', key, other)).rejects.toThrow();
});

test('a sealed fact that is replaced leaves nothing of the earlier one', async () => {
  await seal('phone', phone);
  await seal('phone', '0532-88888888');
  expect(await open('phone')).toBe('0532-88888888');
  expect(await asOwner(opened.clone, `select from vault where matter = $1 and fact = 'phone'`, [matter])).toHaveLength(1);
});

test('what is erased is gone, one fact or all of a matter (个人信息保护法 47)', async () => {
  await seal('phone', phone);
  await seal('name', '某人');
  await opened.store.inDistrict(district, (tx) => eraseFacts(tx, district, matter, ['phone']));
  expect([await open('phone'), await open('name')]).toEqual([undefined, '某人']);
  await opened.store.inDistrict(district, (tx) => eraseFacts(tx, district, matter));
  expect(await open('name')).toBeUndefined();
  expect(await asOwner(opened.clone, 'select from vault where matter = $1', [matter])).toEqual([]);
});
