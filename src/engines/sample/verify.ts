import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Sample, SampleProblem } from './problem.ts';

const hash = (bytes: Uint8Array) => sha256(bytes);
const hex = (text: string) => bytesToHex(hash(utf8ToBytes(text)));

/** Works the sample out again from its published list alone, with the rank by the definition of HMAC; names the first difference. */
export function findDisagreement({ round, number, word }: Pick<SampleProblem, 'round' | 'number' | 'word'>, sample: Sample): string | undefined {
  const lines = sample.frozen.split('\n').filter((line) => line !== '').map((line) => line.split('\t'));
  if (lines[1]?.[1] !== round || lines[1]?.[2] !== String(number)) return 'round';
  if (hex(sample.frozen) !== sample.listHash) return 'listHash';
  const seed = hex([round, String(number), word, sample.listHash].join('\n'));
  if (seed !== sample.seed) return 'seed';
  for (const [, stratum = '', percent = '0'] of lines.filter(([kind]) => kind === 'share')) {
    const codes = lines.filter(([kind, , of]) => kind === 'item' && of === stratum).map(([, code = '']) => code);
    const drawn = sample.ranked.filter((item) => item.stratum === stratum && item.isDrawn).map(({ code }) => code);
    if (drawn.length !== Math.ceil((codes.length * Number(percent)) / 100)) return stratum;
    // Whoever is drawn comes before whoever is not: nobody's rank is smaller than his among those left out.
    const left = codes.filter((code) => !drawn.includes(code));
    for (const code of drawn) if (!codes.includes(code) || left.some((other) => mac(seed, `${stratum}\n${other}`) < mac(seed, `${stratum}\n${code}`))) return code;
  }
  return sample.ranked.length === lines.filter(([kind]) => kind === 'item').length ? undefined : 'items';
}

/** RFC 2104 by its text. */
function mac(key: string, message: string): string {
  const block = new Uint8Array(64);
  block.set(hexToBytes(key));
  const inner = hash(concat(block.map((byte) => byte ^ 0x36), utf8ToBytes(message)));
  return bytesToHex(hash(concat(block.map((byte) => byte ^ 0x5c), inner)));
}

function concat(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
