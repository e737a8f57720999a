import type { Day } from '#kernel/calendar.ts';
import type { Values } from '#kernel/fact.ts';
import type { FactsOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { alerts, presences } from './choices.ts';
import type { FinanceInstitutionRecord } from './record.ts';

export type Verdict = VerdictOf<FinanceInstitutionRecord>;
export type Institution = Values<FactsOf<FinanceInstitutionRecord>>;

/** Everything an entry may get wrong in itself. */
export function badInstitution(today: Day, { industry, kind, managerName, registeredOn, enteredOn }: Institution): Verdict {
  if (industry !== undefined && !/^J6[6-9]/.test(industry)) return { refusal: 'notFinance', field: 'industry', detail: { industry } };
  if (kind === 'fund' && managerName === undefined) return { refusal: 'managerMissing', field: 'managerName' };
  const days = [registeredOn, enteredOn, today].filter((day) => day !== undefined);
  return days.some((day, place) => place > 0 && day < (days[place - 1] ?? '')) ? { refusal: 'enteredLater', field: 'enteredOn' } : undefined;
}

/** What shows that it is really here: capital, a filing, a lease or staff, one at least (innovation.md §10). */
export function presenceOf({ paidIn = 0, filingNo, leaseNo, staff = 0 }: Institution): (keyof typeof presences)[] {
  return [...(paidIn > 0 ? (['paidIn'] as const) : []), ...(filingNo === undefined ? [] : (['filing'] as const)), ...(leaseNo === undefined ? [] : (['lease'] as const)), ...(staff > 0 ? (['staff'] as const) : [])];
}

/** What calls for a second look: a name that promises finance without a filing, and dozens of one controller. */
export function alertsOf({ name = '', filingNo, siblings = 0 }: Institution, group: number): (keyof typeof alerts)[] {
  return [...(/金融|基金/.test(name) && filingNo === undefined ? (['name'] as const) : []), ...(siblings + 1 >= group ? (['group'] as const) : [])];
}

/** What follows from an entry as it stands; an alert that was looked into stays so while it is the same. */
export function judged(institution: Institution, group: number) {
  const [presence, found] = [presenceOf(institution), alertsOf(institution, group)];
  const isKnown = institution.clearedOn !== undefined && found.every((alert) => institution.alerts?.includes(alert));
  return { presence: orNone(presence), isPresent: presence.length > 0, alerts: orNone(found), hasAlert: found.length > 0 && !isKnown };
}

/** A list of nothing is nothing to be read. */
function orNone<T>(list: readonly T[]): readonly T[] | null {
  return list.length > 0 ? list : null;
}
