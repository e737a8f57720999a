import { addDays, type Day } from '#kernel/calendar.ts';
import type { Values } from '#kernel/fact.ts';
import type { FactsOf, Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { InstitutionRecord } from './record.ts';

export type Situation = SituationOf<InstitutionRecord>;
export type Verdict = VerdictOf<InstitutionRecord>;
export type Institution = Values<FactsOf<InstitutionRecord>>;

/** A ground without its document proves nothing, and a document speaks for a ground; whose it is needs the name of that body. */
export function badBrand({ brandBasis, brandDocument, parentOrg }: Institution): Verdict {
  if ((brandBasis === undefined) !== (brandDocument === undefined)) return { refusal: 'brandUnproved', field: brandBasis === undefined ? 'brandBasis' : 'brandDocument' };
  return brandBasis !== undefined && brandBasis !== 'name' && parentOrg === undefined ? { refusal: 'parentMissing', field: 'parentOrg' } : undefined;
}

/** What is entered as operating operates already. */
export function badEntry(today: Day, institution: Institution): Verdict {
  const { operatingOn } = institution;
  if (operatingOn !== undefined && operatingOn > today) return { refusal: 'operatingLater', field: 'operatingOn' };
  return badBrand(institution);
}

/** An institute acts for itself alone; the bureau may act for any. */
export function notTheirs({ matter, actor }: Situation): Verdict {
  if (actor.kind !== 'post' || !actor.roles.includes('INSTITUTE')) return undefined;
  return actor.personId === matter.facts.officer ? undefined : 'notTheirs';
}

/** A report is of a year that is over, from the year it came under the register, and once. */
export function badReport({ matter: { facts }, today }: Situation, year: number): Verdict {
  if (year >= yearOf(today)) return { refusal: 'reportEarly', field: 'year', detail: { year } };
  if (year < firstYear(facts)) return { refusal: 'reportBefore', field: 'year', detail: { year: firstYear(facts) } };
  return facts.reports?.some((report) => report.year === year) ? { refusal: 'reportTwice', field: 'year', detail: { year } } : undefined;
}

/** How many of the latest reports that are due were never sent, one after another. */
export function missedReports(institution: Institution, today: Day, days: number): number {
  let missed = 0;
  for (let year = yearOf(today) - 1; year >= firstYear(institution); year -= 1) {
    if (today <= reportDue(year, days)) continue;
    if (institution.reports?.some((report) => report.year === year)) break;
    missed += 1;
  }
  return missed;
}

/** The last day for the report of a year. */
export function reportDue(year: number, days: number): Day {
  return addDays(yearEnd(year), days);
}

/** The year whose report comes next: the one that is over where its report is still owed in time, else the one that runs. */
export function nextReport(institution: Institution, today: Day, days: number): number {
  const last = yearOf(today) - 1;
  const isOwed = last >= firstYear(institution) && today <= reportDue(last, days) && !institution.reports?.some(({ year }) => year === last);
  return isOwed ? last : last + 1;
}

export function yearEnd(year: number): Day {
  return `${year}-12-31`;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function firstYear({ reportsFrom }: Institution): number {
  return reportsFrom ?? 9999;
}
