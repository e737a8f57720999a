import { addWorkdays, type Day } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { Quarter } from '../inspection-words.ts';
import type { InspectionRoundRecord } from './record.ts';

export type Situation = SituationOf<InspectionRoundRecord>;
export type Verdict = VerdictOf<InspectionRoundRecord>;

interface Inspector {
  readonly person?: string;
  readonly unit?: string;
  readonly recused?: readonly string[];
}

interface Plan {
  readonly kind: string;
  readonly period: string;
  readonly list: string;
  readonly only?: readonly string[];
  readonly inspectors: readonly Inspector[];
  readonly visitFrom: Day;
  readonly visitTo: Day;
  /** Computed: what the list holds for this quarter and these units. */
  readonly items: readonly { readonly unit?: string }[];
  /** Computed: the first unit that another round of the quarter inspects already, and that round. */
  readonly repeatedUnit: string;
  readonly repeatedBy: string;
}

/** On the approved list, in its season, early enough, by enough people (reform.md §11.1–§11.3). */
export function badPlan(situation: Situation, plan: Plan): Verdict {
  const list = situation.findMatter(plan.list);
  if (!/^\d{4}-Q[1-4]$/.test(plan.period)) return { refusal: 'notQuarter', field: 'period' };
  if (list?.stage !== 'approved') return { refusal: 'listNotApproved', field: 'list' };
  if (String(list.facts['inYear']) !== plan.period.slice(0, 4)) return { refusal: 'listOfOtherYear', field: 'list', detail: { listYear: Number(list.facts['inYear']), period: plan.period } };
  return outsideList(situation, plan) ?? badTeam(situation, plan.inspectors, plan.items) ?? badVisits(situation, plan);
}

function outsideList({ findUnit }: Situation, { only = [], items, repeatedUnit, repeatedBy }: Plan): Verdict {
  const name = (id: string) => findUnit(id)?.name ?? id;
  const outside = only.find((id) => !items.some(({ unit }) => unit === id));
  if (outside !== undefined || items.length === 0) return { refusal: 'outsideList', field: 'only', detail: { unit: outside === undefined ? '—' : name(outside) } };
  return repeatedUnit === '' ? undefined : { refusal: 'repeated', field: 'only', detail: { unit: name(repeatedUnit), round: repeatedBy } };
}

/** Two at least, and two left for every unit once its own people stand aside. */
export function badTeam({ setting, findUnit }: Situation, inspectors: readonly Inspector[], items: readonly { readonly unit?: string }[]): Verdict {
  const count = setting('fewest');
  if (inspectors.length < count || inspectors.some(({ person, unit }) => person === undefined || unit === undefined)) return { refusal: 'fewInspectors', field: 'inspectors', detail: { count } };
  if (new Set(inspectors.map(({ person }) => person)).size < inspectors.length) return { refusal: 'inspectorTwice', field: 'inspectors' };
  for (const { unit = '' } of items) {
    const left = inspectors.filter((each) => each.unit !== unit && each.recused?.includes(unit) !== true).length;
    if (left < count) return { refusal: 'allRecused', field: 'inspectors', detail: { unit: findUnit(unit)?.name ?? unit, count: left } };
  }
  return undefined;
}

/** In the month of the quarter, not too long, and not before the plan has had its time. */
export function badVisits({ today, calendar, setting }: Situation, { kind, period, visitFrom, visitTo }: Pick<Plan, 'kind' | 'period' | 'visitFrom' | 'visitTo'>): Verdict {
  const days = setting('onSite');
  if (visitTo < visitFrom || visitTo > addWorkdays(calendar, visitFrom, days)) return { refusal: 'visitsOff', field: 'visitTo', detail: { days } };
  const ahead = kind === 'unannounced' ? 0 : setting('planAhead');
  const day = ahead === 0 ? today : addWorkdays(calendar, today, ahead);
  if (visitFrom < day) return { refusal: 'planLate', field: 'visitFrom', detail: { days: ahead, day } };
  const month = setting(`month${period.slice(5) as Quarter}`);
  return kind === 'quarterly' && visitFrom.slice(5, 7) !== String(month).padStart(2, '0') ? { refusal: 'offSeason', field: 'visitFrom', detail: { period, month } } : undefined;
}

/** Five working days before the visits, and never for an unannounced one. */
export function badNotice({ matter, today, calendar, setting }: Situation): Verdict {
  const { kind, visitFrom = today } = matter.facts;
  if (kind === 'unannounced') return 'unannouncedNotice';
  const days = setting('noticeAhead');
  return days > 0 && addWorkdays(calendar, today, days) > visitFrom ? { refusal: 'noticeLate', detail: { days } } : undefined;
}

/** Every self-check is in, or its time is over; and the day has come. */
export function notYetOnSite({ matter, today, calendar }: Situation): Verdict {
  const { itemCount = 0, selfChecks = 0, visitFrom = today } = matter.facts;
  if (today < visitFrom) return { refusal: 'beforeVisits', detail: { day: visitFrom } };
  return selfChecks < itemCount && isRunning(matter.clocks['selfCheck'], today, calendar) ? { refusal: 'selfChecksOut', detail: { count: itemCount - selfChecks } } : undefined;
}

/** Every unit has answered, or its time is over: silence is consent. */
export function notYetExchanged({ matter, today, calendar }: Situation): Verdict {
  const { itemCount = 0, responses = 0 } = matter.facts;
  return responses < itemCount && isRunning(matter.clocks['exchange'], today, calendar) ? { refusal: 'answersOut', detail: { count: itemCount - responses } } : undefined;
}

export function sheetsOut({ matter }: Situation): Verdict {
  const out = (matter.facts.itemCount ?? 0) - (matter.facts.signedSheets ?? 0);
  return out > 0 ? { refusal: 'sheetsOut', detail: { count: out } } : undefined;
}

export function objectionsOpen({ matter }: Situation): Verdict {
  const { objections = 0 } = matter.facts;
  return objections > 0 ? { refusal: 'objectionsOpen', detail: { count: objections } } : undefined;
}

function isRunning(clock: Parameters<typeof findDueDay>[1] | undefined, today: Day, calendar: Situation['calendar']): boolean {
  const day = clock && findDueDay(calendar, clock);
  return day !== undefined && today <= day;
}
