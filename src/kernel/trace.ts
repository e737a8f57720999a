import type { Event } from './matter.ts';

/** A digest of text, hex; SHA-256 or SM3, given by whoever holds the crypto. */
export type Digest = (text: string) => string;

/** An event with its place in the chain of its matter. */
export interface SealedEvent extends Event {
  /** Hash of the event before; of nothing for the first. */
  readonly prev: string;
  readonly hash: string;
}

/** The hash before the first event. */
export const noHash = '';

/** Canonical JSON (RFC 8785): keys sorted by UTF-16 code units, no blanks, `undefined` left out; the same value always reads the same. */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('a number that JSON cannot hold');
    return JSON.stringify(value);
  }
  // Put together by hand: every action passes here with its whole event.
  if (Array.isArray(value)) {
    let text = '[';
    for (let at = 0; at < value.length; at += 1) text += `${at === 0 ? '' : ','}${canonical(value[at] ?? null)}`;
    return `${text}]`;
  }
  if (typeof value === 'object') {
    // A Date or a Map would read as {}, and whatever it holds could be changed unseen.
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) throw new Error('canonical JSON holds plain objects alone');
    const given = value as Readonly<Record<string, unknown>>;
    let text = '';
    // `sort` alone compares by code units.
    for (const key of Object.keys(given).sort()) if (given[key] !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(given[key])}`;
    return `{${text}}`;
  }
  throw new Error(`canonical JSON holds no ${typeof value}`);
}

/** Chains an event to the one before it. */
export function seal(event: Event, prev: string, digest: Digest): SealedEvent {
  return { ...event, prev, hash: digest(`${prev}\n${canonical(event)}`) };
}

/** The first event of a matter that does not follow from the one before, by its number; nothing when all is whole. */
export function findBreak(events: readonly SealedEvent[], digest: Digest): number | undefined {
  let prev = noHash;
  for (const [index, { prev: stated, hash, ...event }] of events.entries()) {
    if (event.seq !== index + 1 || stated !== prev || hash !== digest(`${prev}\n${canonical(event)}`)) return event.seq;
    prev = hash;
  }
  return undefined;
}
