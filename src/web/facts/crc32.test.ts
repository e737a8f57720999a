import { crc32 as official } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '#web/facts/crc32.ts';

test('the browser and the server count the same sum', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => {
    expect(crc32(bytes)).toBe(official(bytes).toString(16).padStart(8, '0'));
  }));
});
