import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from './matter.ts';
import { canonical, findBreak, noHash, seal, type Digest, type SealedEvent } from './trace.ts';

const digests: Record<string, Digest> = {
  'SHA-256': (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  SM3: (text) => createHash('sm3').update(text, 'utf8').digest('hex'),
};

describe('canonical JSON', () => {
  test.each([
    // RFC 8785, 3.2.2 and 3.2.3, with the results printed there.
    [JSON.parse('{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}'),
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'],
    [{ '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', '1': 'One', '\ud83d\ude00': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis' },
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}'],
    // Appendix B.
    [[-0, 0, 5e-324, Number.MAX_VALUE, 9007199254740992, 295147905179352830000, 1e21, 1e23, 0.000001, 1e-7], '[0,0,5e-324,1.7976931348623157e+308,9007199254740992,295147905179352830000,1e+21,1e+23,0.000001,1e-7]'],
    [{ b: undefined, a: [undefined, 1], c: { z: 1, y: {} } }, '{"a":[null,1],"c":{"y":{},"z":1}}'],
    ['即墨', '"即墨"'],
    [null, 'null'],
  ])('of %j', (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  test('does not depend on the order of keys, at any depth', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).toReversed().map(([key, each]) => [key, shuffled(each)]));
    };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(canonical(shuffled(value))).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 200 },
    );
  });

  test('refuses what JSON cannot hold, rather than reading it as something else', () => {
    for (const value of [Number.NaN, Infinity, 1n, () => 1, Symbol('x'), undefined, new Date(0), new Map([[1, 2]]), { at: new Date(0) }]) expect(() => canonical(value)).toThrow();
  });
});

describe.each(Object.entries(digests))('a chain by %s', (_name, digest) => {
  const event = (seq: number): Event => ({
    district: '370215', matter: '0197d1f0-0000-7000-8000-000000000001', mechanism: 'suggestion', seq, action: seq === 1 ? 'file' : 'answer', at: `2021-03-0${seq}T01:00:00.000Z`,
    by: { kind: 'post', name: '改革办经办岗', person: 'p1', post: 'o1', unit: 'u1' }, ...(seq === 1 ? {} : { from: 'filed' }), stage: 'filed',
    set: { title: `一件事${seq}`, amount: seq }, said: { note: '说明' }, reason: '理由', evidence: [{ hash: 'a'.repeat(64), name: '批复.pdf', type: 'application/pdf', size: seq }],
    changes: { clocks: {}, confinedTo: ['p1'] }, cause: { matter: 'm', seq: 1 }, isSample: false,
  });
  const chain = () => [1, 2, 3, 4].reduce<SealedEvent[]>((sealed, seq) => [...sealed, seal(event(seq), sealed.at(-1)?.hash ?? noHash, digest)], []);
  const [first, second] = chain();

  test('is whole as it was written, also after a journey through JSON that reorders keys', () => {
    expect(findBreak(chain(), digest)).toBeUndefined();
    const travelled = chain().map((each) => JSON.parse(canonical(each)) as SealedEvent);
    expect(findBreak(travelled, digest)).toBeUndefined();
    expect(findBreak([], digest)).toBeUndefined();
    expect(first?.prev).toBe('');
    expect(second?.prev).toBe(first?.hash);
  });

  const places = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] =>
    typeof value !== 'object' || value === null ? [path] : Object.entries(value).flatMap(([key, each]) => places(each, [...path, Array.isArray(value) ? Number(key) : key]));

  test('breaks at the event of which any one field was changed', () => {
    for (const [index, sealed] of chain().entries()) {
      for (const path of places(sealed)) {
        const events = structuredClone(chain());
        let target = events[index] as unknown as Record<string | number, unknown>;
        for (const step of path.slice(0, -1)) target = target[step] as typeof target;
        const last = path.at(-1) ?? '';
        target[last] = typeof target[last] === 'number' ? Number(target[last]) + 1 : typeof target[last] === 'boolean' ? !target[last] : `${String(target[last])}改`;
        const told = findBreak(events, digest);
        // A changed number is told as the one it now claims to be.
        expect(told, path.join('.')).toBe(last === 'seq' && path.length === 1 ? index + 2 : index + 1);
      }
    }
  });

  test('breaks where an event was added to, taken out, moved or put in', () => {
    const events = chain();
    const [one, two, three, four] = events as [SealedEvent, SealedEvent, SealedEvent, SealedEvent];
    expect(findBreak([{ ...one, extra: 1 } as SealedEvent, two], digest)).toBe(1);
    const { reason: _reason, ...without } = two;
    expect(findBreak([one, without as SealedEvent, three], digest)).toBe(2);
    expect(findBreak([one, three, four], digest)).toBe(3);
    expect(findBreak([two, three], digest)).toBe(2);
    expect(findBreak([one, three, two, four], digest)).toBe(3);
    expect(findBreak([one, two, two], digest)).toBe(2);
    // Sealed anew, its successor no longer follows.
    expect(findBreak([one, seal({ ...event(2), reason: '改过的理由' }, one.hash, digest), three, four], digest)).toBe(3);
  });
});

test('SM3 is the one of GB/T 32905-2016', () => {
  expect(digests['SM3']?.('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
});
