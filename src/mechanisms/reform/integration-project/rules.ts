import { monthEnd, type Day } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { IntegrationProjectRecord } from './record.ts';

export type Situation = SituationOf<IntegrationProjectRecord>;
export type Verdict = VerdictOf<IntegrationProjectRecord>;
type Facts = Situation['matter']['facts'];
export type Links = NonNullable<Facts['links']>;

/** At least two units and two links, each link with its unit and the rule that has to change (reform.md §5). */
export function badDesign({ leadUnit, coUnits = [], links = [] }: Pick<Facts, 'leadUnit' | 'coUnits' | 'links'>): Verdict {
  if (coUnits.includes(leadUnit ?? '')) return { refusal: 'leadIsCo', field: 'coUnits' };
  if (coUnits.length === 0) return { refusal: 'fewUnits', field: 'coUnits' };
  if (links.some(({ name, unit, rule }) => name === undefined || unit === undefined || rule === undefined)) return { refusal: 'linkIncomplete', field: 'links' };
  const twice = links.find(({ name }, at) => links.findIndex((each) => each.name === name) !== at);
  if (twice) return { refusal: 'linkTwice', field: 'links', detail: { name: twice.name ?? '' } };
  if (links.length < 2) return { refusal: 'fewLinks', field: 'links' };
  const stranger = links.find(({ unit = '' }) => unit !== leadUnit && !coUnits.includes(unit));
  if (stranger) return { refusal: 'linkStranger', field: 'links', detail: { name: stranger.name ?? '' } };
  return new Set(links.map(({ unit }) => unit)).size < 2 ? { refusal: 'fewUnits', field: 'links' } : undefined;
}

/** Co-units whose time to sign is over. */
export function silentUnits({ matter, calendar, today }: Situation): readonly string[] {
  return matter.duties.filter((duty) => duty.kind === 'sign' && duty.state === 'open' && (findDueDay(calendar, duty.clock) ?? today) < today).map(({ unit }) => unit);
}

/** Only units not yet taken to the leader are taken to him. */
export function nobodySilent(situation: Situation): Verdict {
  const told = situation.matter.facts.silent ?? [];
  return silentUnits(situation).some((unit) => !told.includes(unit)) ? undefined : 'nobodySilent';
}

/** It waits for the projects before it until their documents are out. */
export function waitsStill({ matter, findMatter }: Situation): Verdict {
  const open = (matter.facts.dependsOn ?? []).map((id) => findMatter(id)).find((each) => each !== undefined && ['proposed', 'approved', 'designing', 'running'].includes(each.stage));
  return open === undefined ? undefined : { refusal: 'waiting', detail: { title: String(open.facts['title'] ?? '') } };
}

/** Issued documents alone are results; one may be that of several projects (reform.md §5). */
export function badResults({ findMatter }: Situation, results: readonly string[]): Verdict {
  const early = results.find((id) => findMatter(id)?.stage !== 'issued');
  return early === undefined ? undefined : { refusal: 'documentNotIssued', field: 'results', detail: { title: String(findMatter(early)?.facts['title'] ?? early) } };
}

/** The first day of evaluation: so many months after the documents are out. */
export function tooEarly({ matter, today, setting }: Situation): Verdict {
  const { producedOn } = matter.facts;
  const months = setting('evaluateFrom');
  const day = producedOn === undefined ? undefined : monthsLater(producedOn, months);
  return day !== undefined && today < day ? { refusal: 'tooEarly', detail: { months, day } } : undefined;
}

export function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = monthEnd(year, month + months);
  return `${last.slice(0, 8)}${String(Math.min(date, Number(last.slice(8)))).padStart(2, '0')}`;
}

/** Before and after for every link, over periods of the same length. */
export function badMeasures({ matter }: Situation, given: Links): Verdict {
  const held = matter.facts.links ?? [];
  const isSame = held.length === given.length && held.every(({ name, unit }, at) => given[at]?.name === name && given[at]?.unit === unit);
  if (!isSame) return { refusal: 'linksChanged', field: 'links' };
  const bare = given.find(({ before, after, beforePeriod, afterPeriod, source }) => [before, after, beforePeriod, afterPeriod, source].includes(undefined));
  if (bare) return { refusal: 'linkUnmeasured', field: 'links', detail: { name: bare.name ?? '' } };
  const uneven = given.find(({ beforePeriod = '', afterPeriod = '' }) => beforePeriod.replace(/\d/g, '') !== afterPeriod.replace(/\d/g, '') || beforePeriod.length !== afterPeriod.length);
  return uneven === undefined ? undefined : { refusal: 'periodsDiffer', field: 'links', detail: { name: uneven.name ?? '' } };
}

/** The share of links that moved towards their target; without a target a link counts where anything fell. */
export function improvedShare(links: Links): number {
  const improved = links.filter(({ before = 0, after = 0, target }) => (target !== undefined && target > before ? after > before : after < before));
  return links.length === 0 ? 0 : Math.round((improved.length / links.length) * 1000) / 10;
}
