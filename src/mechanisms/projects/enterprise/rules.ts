import type { Values } from '#kernel/fact.ts';
import type { FactsOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { EnterpriseRecord } from './record.ts';

export type Verdict = VerdictOf<EnterpriseRecord>;
export type Enterprise = Values<FactsOf<EnterpriseRecord>>;

/** Everything an entry may get wrong in itself. */
export function badEnterprise(id: string, today: string, enterprise: Enterprise): Verdict {
  const { capital, paidIn, foundedOn } = enterprise;
  if (foundedOn !== undefined && foundedOn > today) return { refusal: 'foundedLater', field: 'foundedOn' };
  if (capital !== undefined && paidIn !== undefined && paidIn > capital) return { refusal: 'paidTooMuch', field: 'paidIn' };
  return badHolders(id, enterprise);
}

/** Every holder is somebody else, named once, and all shares make a whole at most. */
export function badHolders(id: string, { holders = [] }: Enterprise): Verdict {
  const named = holders.map(({ holder, name }) => holder ?? name);
  if (named.includes(undefined)) return { refusal: 'holderUnnamed', field: 'holders' };
  if (holders.some(({ holder }) => holder === id)) return { refusal: 'holdsItself', field: 'holders' };
  if (new Set(named).size < named.length) return { refusal: 'holderTwice', field: 'holders' };
  // Who controls in fact or is the head office holds no share of its own.
  const total = holders.filter(({ kind }) => kind !== 'actual' && kind !== 'branch').reduce((sum, { share = 0 }) => sum + share, 0);
  return total > 100.000_001 ? { refusal: 'sharesTooMany', field: 'holders', detail: { total: Number(total.toFixed(2)) } } : undefined;
}
