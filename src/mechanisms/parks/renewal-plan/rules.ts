import { mu } from '#kernel/area.ts';
import { monthEnd, type Day } from '#kernel/calendar.ts';
import type { Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';
import { whilePublic } from '../../publicity.ts';
import { hundredths, meanOf, multipleOf } from '../land.ts';
import { modes, type ModeCode } from '../modes.ts';
import { notes } from './columns.ts';
import { renewalPlanRecord, type RenewalPlanRecord } from './record.ts';

export type Situation = SituationOf<RenewalPlanRecord>;
export type Verdict = VerdictOf<RenewalPlanRecord>;
export type Plan = Situation['matter']['facts'];

interface YearRow {
  readonly year?: number;
  readonly tax?: number;
  readonly output?: number;
}

/** One plan for each park; an enclave lies in none (parks.md §5). */
export function badOpening({ findMatter }: Situation, { park, primary }: { readonly park?: string; readonly primary?: ModeCode }): Verdict {
  if (park === undefined) return primary === 'M8' ? undefined : { refusal: 'parkMissing', field: 'park' };
  return findMatter(park)?.facts['plan'] === undefined ? undefined : { refusal: 'planTwice', field: 'park' };
}

/** The mode is one that the approved diagnosis of this park advises, by the reckoning or by its panel. */
export function badMode({ matter, findMatter }: Situation, { diagnosis, primary }: { readonly diagnosis?: string; readonly primary: ModeCode }): Verdict {
  if (matter.facts.park === undefined) return primary === 'M8' ? undefined : { refusal: 'parkMissing', field: 'primary' };
  const held = diagnosis === undefined ? undefined : findMatter(diagnosis);
  if (held?.stage !== 'approved' || held.facts['park'] !== matter.facts.park) return { refusal: 'diagnosisNotApproved', field: 'diagnosis' };
  const [first, others] = held.facts['isOverruled'] === true ? ['panelPrimary', 'panelSecondary'] : ['primary', 'secondary'];
  const advised = [held.facts[first], ...((held.facts[others] ?? []) as readonly unknown[])].filter((each): each is ModeCode => typeof each === 'string');
  return advised.includes(primary) ? undefined : { refusal: 'modeNotAdvised', field: 'primary', detail: { advised: listed(advised.map((mode) => modes[mode])), mode: modes[primary] } };
}

/** The three years before, all of them over; once frozen nobody sets others. */
export function badBase({ matter, today }: Situation, { baseYears }: { readonly baseYears: readonly YearRow[] }): Verdict {
  if (matter.facts.frozenOn !== undefined) return { refusal: 'baselineFrozen', detail: { day: matter.facts.frozenOn } };
  return badBaseYears(today, baseYears);
}

/** The last three years that are over on a day, each with its tax and output: years of choice would make any multiple (parks.md §7.1, §11). */
export function badBaseYears(day: Day, rows: readonly YearRow[]): Verdict {
  const told = yearsOf(rows.filter(({ tax, output }) => tax !== undefined && output !== undefined));
  const asked = lastThree(day);
  return told.length === 3 && asked.every((year, at) => told[at] === year) ? undefined : { refusal: 'baseYearsOther', field: 'baseYears', detail: { years: asked.join(' · ') } };
}

/** A baseline is frozen on the three years before that day; drafted a year ago it has to be drafted anew. */
export function notFreezable({ matter: { facts }, today }: Situation): Verdict {
  if (facts.frozenOn !== undefined) return { refusal: 'baselineFrozen', detail: { day: facts.frozenOn } };
  return facts.baseYears === undefined || badBaseYears(today, facts.baseYears) === undefined ? undefined : { refusal: 'baselineOld', detail: { years: lastThree(today).join(' · ') } };
}

/** Before approval alone, and once frozen only after its years are no longer those before any approval to come. */
export function notRedraftable({ matter: { facts }, today, setting }: Situation): Verdict {
  const { frozenOn } = facts;
  return frozenOn === undefined || today > holdsUntil(frozenOn, setting('turn')) ? undefined : { refusal: 'baselineFrozen', detail: { day: frozenOn } };
}

/** Approved, accepted, and both behind us; the three years are those before the approval. */
export function badTakeOver(situation: Situation, input: { readonly park?: string; readonly primary?: ModeCode; readonly approvedOn: Day; readonly acceptedOn: Day; readonly baseYears: readonly YearRow[] }): Verdict {
  const { approvedOn, acceptedOn, baseYears } = input;
  if (acceptedOn > situation.today) return { refusal: 'acceptedLater', field: 'acceptedOn' };
  if (approvedOn >= acceptedOn) return { refusal: 'datesTurned', field: 'approvedOn', detail: { approved: approvedOn, accepted: acceptedOn } };
  return badOpening(situation, input) ?? badBaseYears(approvedOn, baseYears);
}

function lastThree(day: Day): readonly number[] {
  const last = Number(day.slice(0, 4)) - 1;
  return [last - 2, last - 1, last];
}

function yearsOf(rows: readonly YearRow[]): readonly number[] {
  return rows.map(({ year = 0 }) => year).toSorted((a, b) => a - b);
}

/** What the three years come to on the area of the plan; they are kept in their order, however they were typed. */
export function baselineOf<Row extends YearRow>(area: number, rows: readonly Row[]) {
  const land = area / mu;
  const baseTax = Math.round(meanOf(rows.map(({ tax = 0 }) => tax)));
  return { baseYears: rows.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)), baseTax, baseTaxPerMu: hundredths(baseTax / 1_000_000 / land), baseOutputPerMu: hundredths(meanOf(rows.map(({ output = 0 }) => output)) / 1_000_000 / land) };
}

/** 目标路径: after the baseline, each year once, and at the end what is aimed at. */
export function badPath({ baseYears, targetPath = [], targetTaxPerMu }: { readonly baseYears: readonly YearRow[]; readonly targetPath?: readonly { readonly year?: number; readonly taxPerMu?: number }[]; readonly targetTaxPerMu: number }): Verdict {
  const rows = targetPath.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const years = yearsOf(rows);
  const begins = Math.max(...yearsOf(baseYears));
  const isSound = years.every((year, at) => year > (years[at - 1] ?? begins)) && rows.at(-1)?.taxPerMu === targetTaxPerMu && rows.every(({ taxPerMu }) => taxPerMu !== undefined);
  return isSound ? undefined : { refusal: 'pathOff', field: 'targetPath', detail: { target: targetTaxPerMu } };
}

type Agreements = readonly { readonly area?: number; readonly signedOn?: Day; readonly isSeized?: boolean }[];

/** Owner by owner: what is signed of the land of the plan, and whether a court still holds any of it (parks.md §7, 5). */
export function signedOf(area: number, rows: Agreements) {
  const signed = rows.reduce((sum, { area: own = 0, signedOn }) => (signedOn === undefined ? sum : sum + own), 0);
  return { signedShare: Math.min(100, Math.round((signed / area) * 1000) / 10), isUnseized: rows.every(({ isSeized }) => isSeized !== true) };
}

export function badAgreements({ matter: { facts }, today }: Situation, rows: Agreements): Verdict {
  const area = facts.area ?? 0;
  const sum = hundredths(rows.reduce((all, { area: own = 0 }) => all + own, 0));
  if (sum > area * 1.01) return { refusal: 'signedMore', field: 'agreements', detail: { signed: sum, area } };
  return rows.some(({ signedOn }) => signedOn !== undefined && signedOn > today) ? { refusal: 'signedLater', field: 'agreements' } : undefined;
}

type Consents = readonly { readonly owner?: string; readonly area?: number; readonly agrees?: boolean }[];

/** Of the land of the plan, that of owners who agree; who was not asked or has not said so does not. Cut to a decimal: two thirds are not reached by rounding. */
export function agreeingOf(area: number, rows: Consents): number {
  return Math.min(100, Math.floor((rows.reduce((sum, { area: own = 0, agrees }) => (agrees === true ? sum + own : sum), 0) / area) * 1000 + 1e-6) / 10);
}

/** Each owner once, and no more land than the plan has. */
export function badConsents({ matter: { facts } }: Situation, rows: Consents): Verdict {
  const [area, owners] = [facts.area ?? 0, rows.map(({ owner = '' }) => owner.trim())];
  const twice = owners.find((owner, at) => owners.indexOf(owner) !== at);
  if (twice !== undefined) return { refusal: 'ownerTwice', field: 'consents', detail: { owner: twice } };
  const sum = hundredths(rows.reduce((all, { area: own = 0 }) => all + own, 0));
  return sum > area * 1.01 ? { refusal: 'consentsMore', field: 'consents', detail: { asked: sum, area } } : undefined;
}

/** All money, how much of it is private, and how much is closed. */
export function moneyOf(rows: readonly { readonly source?: string; readonly amount?: number; readonly isClosed?: boolean }[]) {
  const sum = (some: typeof rows) => some.reduce((all, { amount = 0 }) => all + amount, 0);
  const invest = sum(rows);
  return { invest, privateInvest: sum(rows.filter(({ source = '' }) => ['fund', 'private', 'bank'].includes(source))), closedShare: invest > 0 ? Math.round((sum(rows.filter(({ isClosed }) => isClosed)) / invest) * 1000) / 10 : 0 };
}

/** The days in public are over to the end of the last, every objection is answered, and enough owners agree by area. */
export function notReviewable(situation: Situation): Verdict {
  const { matter: { facts }, setting } = situation;
  const early = whilePublic(situation);
  if (early !== undefined) return early;
  if ((facts.openObjections ?? 0) > 0) return { refusal: 'objectionsOpen', detail: { count: facts.openObjections ?? 0 } };
  const { agreeing } = facts;
  return agreeing !== undefined && agreeing * 10 < setting('agree') ? { refusal: 'ownersFew', detail: { agreeing, least: setting('agree') / 10 } } : undefined;
}

export function notRevisable({ matter: { facts }, setting }: Situation): Verdict {
  if (facts.frozenOn !== undefined) return { refusal: 'baselineFrozen', detail: { day: facts.frozenOn } };
  return (facts.revisions ?? 0) >= setting('revise') ? { refusal: 'revisedOut', detail: { count: facts.revisions ?? 0 } } : undefined;
}

/** Notes, money and a frozen baseline: then a leader may approve. */
export function notApprovable({ matter: { facts }, today, setting }: Situation): Verdict {
  const missing = (Object.keys(notes) as (keyof typeof notes)[]).filter((note) => !(facts.notes ?? []).includes(note));
  if (missing.length > 0) return { refusal: 'notesMissing', detail: { missing: listed(missing.map((note) => notes[note])) } };
  if ((facts.closedShare ?? 0) < setting('funding')) return { refusal: 'fundingOpen', detail: { closed: facts.closedShare ?? 0, least: setting('funding') } };
  if (facts.frozenOn === undefined) return 'baselineOpen';
  const until = holdsUntil(facts.frozenOn, setting('turn'));
  return today > until ? { refusal: 'baselineStale', detail: { day: facts.frozenOn, until } } : undefined;
}

/** The last day on which a frozen baseline is that of the three years before an approval (parks.md §7.1): its own year's, and those months of the next in which the figures of the year just over are not there yet. */
function holdsUntil(frozenOn: Day, months: number): Day {
  return monthEnd(Number(frozenOn.slice(0, 4)) + 1, months);
}

export function notVacatable({ matter: { facts }, setting }: Situation): Verdict {
  if ((facts.signedShare ?? 0) < setting('signed')) return { refusal: 'signedFew', detail: { signed: facts.signedShare ?? 0, least: setting('signed') } };
  return facts.isUnseized === true ? undefined : 'seizedStill';
}

/** Vacated on paper is not vacated: meters, staff and invoices, and the soil where the use changes (parks.md §7, 6; §11). */
export function badHandover(_situation: Situation, { handover, changesUse = false }: { readonly handover: readonly string[]; readonly changesUse?: boolean }): Verdict {
  const needed = ['slip', 'meters', 'staff', 'invoices', ...(changesUse ? ['soil'] : [])];
  const missing = needed.filter((each) => !handover.includes(each));
  return missing.length > 0 ? { refusal: 'handoverOpen', field: 'handover', detail: { missing: listed(missing.map((each) => renewalPlanRecord.facts.handover.options?.[each] ?? { zh: each, en: each })) } } : undefined;
}

/** Only what a year that is over really brought, on the original boundary. */
export function badResult(situation: Situation, { year, isSameBoundary, reason }: { readonly year: number; readonly isSameBoundary: boolean; readonly reason?: string }): Verdict {
  return isSameBoundary ? badResultYear(situation, year, situation.matter.facts.results ?? [], reason) : { refusal: 'boundaryChanged', field: 'isSameBoundary' };
}

/** A year that is over, told once unless there is a reason. */
export function badResultYear({ today }: Situation, year: number, rows: readonly YearRow[], reason = ''): Verdict {
  if (`${year}-12-31` > today) return { refusal: 'resultNotActual', field: 'year', detail: { year } };
  return rows.some((row) => row.year === year) && [...reason.trim()].length < 10 ? { refusal: 'resultTwice', field: 'reason', detail: { year } } : undefined;
}

/** The first full year since acceptance, and no better one after it; the third where how it lasts is asked. */
export function fullYear({ acceptedOn, results = [] }: Plan, nth = 1): YearRow | undefined {
  const asked = Number(acceptedOn?.slice(0, 4) ?? 9999) + nth;
  return results.find(({ year }) => year === asked);
}

/** 亩产倍增: the first full year against the mean of three before, same area, same tax (parks.md §7.1). */
export function gainOf(plan: Plan) {
  const after = fullYear(plan);
  const land = (plan.area ?? 0) / mu;
  if (after === undefined || land <= 0) return undefined;
  const [afterTaxPerMu, afterOutputPerMu] = [hundredths((after.tax ?? 0) / 1_000_000 / land), hundredths((after.output ?? 0) / 1_000_000 / land)];
  const multiple = multipleOf(afterTaxPerMu, plan.baseTaxPerMu ?? 0);
  const outputMultiple = multipleOf(afterOutputPerMu, plan.baseOutputPerMu ?? 0);
  return { afterYear: after.year, afterTaxPerMu, afterOutputPerMu, ...(multiple === undefined ? {} : { multiple }), ...(outputMultiple === undefined ? {} : { outputMultiple }), isDoubled: (multiple ?? 0) >= 2 };
}

/** The third full year against the same baseline: whether it lasts (parks.md §7, 10). */
export function laterGainOf(plan: Plan) {
  const later = fullYear(plan, 3);
  const land = (plan.area ?? 0) / mu;
  if (later === undefined || land <= 0) return undefined;
  const laterTaxPerMu = hundredths((later.tax ?? 0) / 1_000_000 / land);
  const laterMultiple = multipleOf(laterTaxPerMu, plan.baseTaxPerMu ?? 0);
  return { laterYear: later.year, laterTaxPerMu, ...(laterMultiple === undefined ? {} : { laterMultiple }) };
}

/** What is accepted is as dense as was aimed at and full enough (parks.md §7, 9). */
export function notAcceptable({ matter: { facts }, setting }: Situation): Verdict {
  if ((facts.occupancy ?? 0) < setting('occupancy')) return { refusal: 'occupancyLow', detail: { held: facts.occupancy ?? 0, least: setting('occupancy') } };
  const { targetFar, newFar = 0 } = facts;
  return targetFar !== undefined && newFar < targetFar ? { refusal: 'farLow', detail: { held: newFar, least: targetFar } } : undefined;
}

function listed(words: readonly Text[]): Text {
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}
