import type { Instant } from '#kernel/calendar.ts';
import { refuseUntil } from './refusals.ts';

/** So many at once, and then one every so many seconds. */
export interface Allowance {
  readonly burst: number;
  readonly every: number;
}

/** What one address or one name may do. Whole offices share an address, so the bursts are generous. */
export const allowances = {
  signIn: { burst: 60, every: 5 },
  follow: { burst: 30, every: 10 },
  publicFiling: { burst: 20, every: 30 },
  publicFiles: { burst: 30, every: 15 },
  faults: { burst: 10, every: 60 },
  heavy: { burst: 20, every: 5 },
} satisfies Record<string, Allowance>;

/** Attempts in a row, without one that succeeded, after which a name is held back, and for how long (GB/T 22239-2019 8.1.4.1 b). */
export const lockOut = { attempts: 5, minutes: 15 };

/** So that made-up addresses and names cannot fill the memory. */
const largest = 50_000;

/**
 * Buckets of tokens in the memory of this process: they are forgotten at a restart and every server counts for itself.
 * That is enough against guessing; what must never be untrue is held by the database.
 */
export function createLimits() {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const attempts = new Map<string, { count: number; lockedUntil: number }>();

  return {
    /** Takes one token, or refuses with the seconds to wait. */
    take(what: keyof typeof allowances, who: string, now: Instant): void {
      const { burst, every } = allowances[what];
      const at = Date.parse(now);
      const key = `${what} ${who}`;
      const held = buckets.get(key) ?? { tokens: burst, at };
      const tokens = Math.min(burst, held.tokens + Math.max(0, at - held.at) / 1000 / every);
      put(buckets, key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      if (tokens < 1) throw refuseUntil('tooOften', Math.ceil((1 - tokens) * every));
    },
    /** Refuses a name that is held back, known or not. */
    refuseLocked(name: string, now: Instant): void {
      const left = (attempts.get(name)?.lockedUntil ?? 0) - Date.parse(now);
      if (left > 0) throw refuseUntil('lockedOut', Math.ceil(left / 1000));
    },
    noteAttempt(name: string, now: Instant): void {
      const at = Date.parse(now);
      const known = attempts.get(name);
      const count = known && (known.lockedUntil === 0 || known.lockedUntil > at) ? known.count + 1 : 1;
      put(attempts, name, { count, lockedUntil: count >= lockOut.attempts ? at + lockOut.minutes * 60_000 : 0 });
    },
    forgetAttempts(name: string): void {
      attempts.delete(name);
    },
  };
}

export type Limits = ReturnType<typeof createLimits>;

/** Keeps the latest; the oldest goes when it is full. */
function put<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > largest) for (const oldest of map.keys()) return void map.delete(oldest);
}
