import { daysBetween, type Day } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import type { Text } from '#kernel/words.ts';
import type { Situation, Verdict } from './rules.ts';

/** 违约处理: how a default in vacating was settled. */
export const settlements = {
  paid: { zh: '已付违约金', en: 'Damages paid' }, court: { zh: '已起诉', en: 'Before court' }, waived: { zh: '经批准免除', en: 'Waived with approval' },
} as const satisfies Readonly<Record<string, Text>>;

/** Who is out since when, and what an owner owes who was late. */
export const vacatingColumns = {
  owner: fact.text({ zh: '业主', en: 'Owner' }, { min: 2, max: 120 }), vacatedOn: fact.day({ zh: '腾空日期', en: 'Vacated on' }),
  daysLate: fact.whole({ zh: '逾期天数', en: 'Days late' }), damages: fact.money({ zh: '违约金', en: 'Damages' }),
  settled: fact.choice({ zh: '违约处理', en: 'How settled' }, settlements), proofNo: fact.text({ zh: '凭证号、案号或者文号', en: 'Receipt, case or document' }, { max: 80 }),
};

interface Agreement {
  readonly owner?: string;
  readonly kind?: string;
  readonly area?: number;
  readonly signedOn?: Day;
  readonly vacateBy?: Day;
  readonly compensation?: number;
  readonly dailyRate?: number;
}
interface Vacating {
  readonly owner?: string;
  readonly vacatedOn?: Day;
  readonly daysLate?: number;
  readonly damages?: number;
  readonly settled?: keyof typeof settlements;
  readonly proofNo?: string;
}

/** An agreement under which the owner leaves says until when, what he is paid, and what a day of delay costs him; who rebuilds on his own land may stay. */
export function badTerms(rows: readonly Agreement[]): Verdict {
  const owners = rows.map(({ owner = '' }) => owner.trim());
  const twice = owners.find((owner, at) => owners.indexOf(owner) !== at);
  if (twice !== undefined) return { refusal: 'ownerTwice', field: 'agreements', detail: { owner: twice } };
  const open = rows.find(({ signedOn, kind, vacateBy, compensation, dailyRate }) => signedOn !== undefined && (kind !== 'rebuild' || vacateBy !== undefined) && (vacateBy === undefined || compensation === undefined || dailyRate === undefined));
  if (open !== undefined) return { refusal: 'termsMissing', field: 'agreements', detail: { owner: open.owner ?? '' } };
  const turned = rows.find(({ signedOn, vacateBy }) => signedOn !== undefined && vacateBy !== undefined && vacateBy < signedOn);
  return turned === undefined ? undefined : { refusal: 'vacateEarly', field: 'agreements', detail: { owner: turned.owner ?? '' } };
}

/** The last day by which an owner has to be out; nothing where all of them stay. */
export function vacateDue(rows: readonly Agreement[]): Day | undefined {
  return leaving(rows).map(({ vacateBy = '' }) => vacateBy).toSorted().at(-1);
}

function leaving(rows: readonly Agreement[]): readonly Agreement[] {
  return rows.filter(({ signedOn, vacateBy }) => signedOn !== undefined && vacateBy !== undefined);
}

/** 违约金: the compensation times the daily rate times the days, and no more than the share of it that a court would leave standing (民法典 585). In fen. */
export function damagesOf({ vacateBy, compensation = 0, dailyRate = 0 }: Agreement, on: Day, cap: number): { readonly daysLate: number; readonly damages: number } {
  const daysLate = vacateBy === undefined ? 0 : Math.max(0, daysBetween(vacateBy, on));
  return { daysLate, damages: Math.round(Math.min((compensation * dailyRate * daysLate) / 10_000, (compensation * cap) / 100)) };
}

/** Each row with the days it was late and what they cost; who is still there is late until today. */
export function vacatedRows({ matter: { facts }, today, setting }: Situation, rows: readonly Vacating[]) {
  return rows.map((row) => {
    const agreement = (facts.agreements ?? []).find(({ owner }) => owner === row.owner) ?? {};
    return { ...row, ...damagesOf(agreement, row.vacatedOn ?? today, setting('damagesCap')) };
  });
}

/** Of owners with an agreement alone, each once, and not on a day to come; a default that is settled has a receipt, a case or a document. */
export function badVacatings({ matter: { facts }, today }: Situation, rows: readonly Vacating[]): Verdict {
  const owners = new Set(leaving(facts.agreements ?? []).map(({ owner }) => owner));
  const stranger = rows.find(({ owner }) => !owners.has(owner));
  if (stranger !== undefined) return { refusal: 'vacatingUnknown', field: 'vacatings', detail: { owner: stranger.owner ?? '' } };
  if (new Set(rows.map(({ owner }) => owner)).size < rows.length) return { refusal: 'ownerTwice', field: 'vacatings', detail: { owner: rows.find(({ owner }, at) => rows.findIndex((other) => other.owner === owner) !== at)?.owner ?? '' } };
  if (rows.some(({ vacatedOn }) => vacatedOn !== undefined && vacatedOn > today)) return { refusal: 'vacatedLater', field: 'vacatings' };
  const unproved = rows.find(({ settled, proofNo = '' }) => settled !== undefined && proofNo.trim() === '');
  return unproved === undefined ? undefined : { refusal: 'settledUnproved', field: 'vacatings', detail: { owner: unproved.owner ?? '' } };
}

/** Nothing is handed over while an owner is still there, or owes damages that are neither paid, nor before court, nor waived (parks.md §7, 6). */
export function notVacated({ matter: { facts } }: Situation): Verdict {
  const rows = facts.vacatings ?? [];
  const there = leaving(facts.agreements ?? []).filter(({ owner }) => rows.find((row) => row.owner === owner)?.vacatedOn === undefined);
  if (there.length > 0) return { refusal: 'ownersStay', detail: { owners: there.map(({ owner }) => owner).join('、') } };
  const open = rows.filter(({ damages = 0, settled }) => damages > 0 && settled === undefined);
  return open.length > 0 ? { refusal: 'defaultOpen', detail: { owners: open.map(({ owner }) => owner).join('、') } } : undefined;
}

/** What was owed for delay, and what of it was paid. */
export function damagesIn(rows: readonly Vacating[]) {
  const sum = (some: readonly Vacating[]) => some.reduce((all, { damages = 0 }) => all + damages, 0);
  return { damagesDue: sum(rows), damagesPaid: sum(rows.filter(({ settled }) => settled === 'paid')) };
}
