import { sha256 } from '@noble/hashes/sha2.js';
import type { Seat, Secrets, Substitutes } from './problem.ts';

/** What the district published before and after the meeting. */
export interface Published {
  readonly projectNo: string;
  readonly frozen: string;
  readonly poolHash: string;
  readonly commitments: readonly [string, string];
  readonly seed: string;
  readonly panel: readonly Seat[];
  readonly substitutes: readonly Substitutes[];
}

/** The first thing that does not come out as published. */
export interface Disagreement {
  readonly at: 'poolHash' | 'commitment' | 'seed' | 'format' | 'order' | 'pool' | 'panel' | 'substitutes';
  /** Which commitment, line, seat or specialty. */
  readonly which: string;
  readonly published: string;
  readonly recomputed: string;
}

/** The seats that came out anew, all of them as published. */
export interface Agreement {
  readonly seats: readonly Seat[];
}

/** What of a revealed draw does not come out as published; nothing when all of it agrees. */
export function findDisagreement(published: Published, secrets: Secrets): Disagreement | undefined {
  const found = recompute(published, secrets);
  return 'at' in found ? found : undefined;
}

/** Works a revealed draw out anew from the published list and the two secrets. Shares no line with solve.ts: it reads the frozen text, makes HMAC by RFC 2104 and tries panels in order. */
export function recompute(published: Published, secrets: Secrets): Agreement | Disagreement {
  const { frozen } = published;
  const poolHash = hex(sha256(utf8(frozen)));
  if (poolHash !== published.poolHash) return { at: 'poolHash', which: '', published: published.poolHash, recomputed: poolHash };
  for (const [index, secret] of secrets.entries()) {
    const commitment = hex(sha256(utf8(secret)));
    const told = published.commitments[index] ?? '';
    if (commitment !== told) return { at: 'commitment', which: String(index + 1), published: told, recomputed: commitment };
  }
  const seed = sha256(utf8(`${secrets[0]}\n${secrets[1]}\n${poolHash}\n${published.projectNo}`));
  if (hex(seed) !== published.seed) return { at: 'seed', which: '', published: published.seed, recomputed: hex(seed) };
  const list = readFrozen(frozen);
  if ('at' in list) return list;
  return compareDraw(published, list, seed);
}

interface Line {
  readonly expertNo: string;
  readonly employer: string;
  readonly isOutside: boolean;
  readonly isLast: boolean;
  readonly isCapped: boolean;
  readonly specialties: readonly string[];
}

interface List {
  readonly rules: readonly number[];
  readonly seats: readonly { readonly specialty: string; readonly count: number; readonly neighbours: readonly string[] }[];
  readonly experts: readonly Line[];
}

function readFrozen(frozen: string): List | Disagreement {
  const lines = frozen.split('\n');
  const bad = (number: number, at: 'format' | 'order' = 'format'): Disagreement => ({ at, which: String(number + 1), published: lines[number] ?? '', recomputed: '' });
  if (lines.at(-1) !== '' || lines[0] !== 'zhanqiao-draw\t1') return bad(0);
  const rules: number[] = [];
  const seats: { specialty: string; count: number; neighbours: string[] }[] = [];
  const experts: Line[] = [];
  const recused: string[] = [];
  for (const [number, line] of lines.slice(0, -1).entries()) {
    if (number === 0) continue;
    const [kind, ...rest] = line.split('\t');
    if (kind === 'draw' && number === 1 && /^[1-9]\d*$/.test(rest[0] ?? '') && rest.length === 2 && (rest[0] === '1' || rest[1] !== '')) continue;
    else if (kind === 'rules' && number === 2 && rest.length === 5) rules.push(...rest.map(Number));
    else if (kind === 'seats' && experts.length + recused.length === 0) seats.push({ specialty: rest[0] ?? '', count: Number(rest[1]), neighbours: rest.slice(2) });
    else if (kind === 'recused' && experts.length === 0) {
      if (recused.length > 0 && !isBefore(recused.at(-1) ?? '', rest[0] ?? '')) return bad(number, 'order');
      recused.push(rest[0] ?? '');
    } else if (kind === 'expert' && rules.length === 5) {
      const [expertNo = '', employer = '', where, month, year, last, ...specialties] = rest;
      if (experts.length > 0 && !isBefore(experts.at(-1)?.expertNo ?? '', expertNo)) return bad(number, 'order');
      if (recused.includes(expertNo)) return bad(number);
      experts.push({ expertNo, employer, isOutside: where === 'outside', isLast: last === 'last', isCapped: Number(month) >= (rules[1] ?? 0) || Number(year) >= (rules[2] ?? 0), specialties });
    } else return bad(number);
  }
  return rules.length === 5 && seats.length > 0 ? { rules, seats, experts } : bad(2);
}

function compareDraw(published: Published, { rules, seats, experts }: List, seed: Uint8Array): Agreement | Disagreement {
  const orders: Line[][] = [];
  for (const { specialty, count, neighbours } of seats) {
    const wanted = (rules[0] ?? 0) * count;
    const pool = new Set(experts.filter((each) => !each.isCapped && each.specialties.includes(specialty)));
    for (const neighbour of neighbours) {
      if (pool.size < wanted) for (const each of experts) if (!each.isCapped && each.specialties.includes(neighbour)) pool.add(each);
    }
    if (pool.size < wanted) return { at: 'pool', which: specialty, published: String(wanted), recomputed: String(pool.size) };
    const drawn = new Map([...pool].map((each) => [each, hex(hmac(seed, utf8(`${specialty}\n${each.expertNo}`)))]));
    orders.push([...pool].sort((a, b) => ((drawn.get(a) ?? '') < (drawn.get(b) ?? '') ? -1 : 1)));
  }
  const places = seats.flatMap(({ count }, index) => Array.from({ length: count }, () => index));
  const first = firstPanel(orders, places, Math.ceil((places.length * (rules[3] ?? 0)) / 100), Math.floor((places.length * (rules[4] ?? 0)) / 100));
  if (first === undefined) return { at: 'panel', which: '', published: String(published.panel.length), recomputed: '0' };
  const drawn = first.map((each, index) => ({ specialty: seats[places[index] ?? 0]?.specialty ?? '', expertNo: each.expertNo }));
  const seatsOf = drawn.map(({ specialty, expertNo }) => `${specialty} ${expertNo}`);
  for (let index = 0; index < Math.max(seatsOf.length, published.panel.length); index += 1) {
    const told = published.panel[index];
    const words = told ? `${told.specialty} ${told.expertNo}` : '';
    if (words !== (seatsOf[index] ?? '')) return { at: 'panel', which: String(index + 1), published: words, recomputed: seatsOf[index] ?? '' };
  }
  for (const [index, { specialty }] of seats.entries()) {
    const recomputed = (orders[index] ?? []).filter((each) => !first.includes(each)).map(({ expertNo }) => expertNo).join(' ');
    const told = published.substitutes[index];
    const words = told?.specialty === specialty ? told.expertNos.join(' ') : '';
    if (words !== recomputed) return { at: 'substitutes', which: specialty, published: words, recomputed };
  }
  return { seats: drawn };
}

/** The first panel in the order of ranks that keeps the rules: trying one after the other and going back where it does not go on. What is known to lead nowhere is not tried twice. */
function firstPanel(orders: readonly (readonly Line[])[], places: readonly number[], outsideAtLeast: number, lastAtMost: number): readonly Line[] | undefined {
  const deadEnds = new Set<string>();
  const panel: Line[] = [];
  const search = (from: number): boolean => {
    const place = panel.length;
    const outside = panel.filter((each) => each.isOutside).length;
    const last = panel.filter((each) => each.isLast).length;
    if (last > lastAtMost || outside + (places.length - place) < outsideAtLeast) return false;
    const order = places[place];
    if (order === undefined) return true;
    const key = `${place} ${from} ${outside} ${last} ${panel.map((each) => each.employer || `\t${each.expertNo}`).sort().join('\t')}`;
    if (deadEnds.has(key)) return false;
    const ranked = orders[order] ?? [];
    for (let at = from; at < ranked.length; at += 1) {
      const candidate = ranked[at];
      if (candidate === undefined || panel.some((each) => each === candidate || (each.employer !== '' && each.employer === candidate.employer))) continue;
      panel.push(candidate);
      if (search(places[place + 1] === order ? at + 1 : 0)) return true;
      panel.pop();
    }
    deadEnds.add(key);
    return false;
  };
  return search(0) ? panel : undefined;
}

function hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(64);
  block.set(key);
  const inner = sha256(concat(block.map((byte) => byte ^ 0x36), message));
  return sha256(concat(block.map((byte) => byte ^ 0x5c), inner));
}

function concat(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** By code points, which is by UTF-8 bytes. */
function isBefore(one: string, other: string): boolean {
  const [a, b] = [Array.from(one, (each) => each.codePointAt(0) ?? 0), Array.from(other, (each) => each.codePointAt(0) ?? 0)];
  const at = a.findIndex((point, index) => point !== b[index]);
  return at < 0 ? a.length < b.length : (a[at] ?? 0) < (b[at] ?? -1);
}
