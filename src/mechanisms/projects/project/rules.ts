import { mu } from '#kernel/area.ts';
import { addDays, monthEnd, type Day } from '#kernel/calendar.ts';
import type { Values } from '#kernel/fact.ts';
import type { FactsOf, Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { listed } from '#kernel/words.ts';
import { projectRecord, type ProjectRecord } from './record.ts';
import { chain, chainNames, type ChainStage } from './stages.ts';

export type Verdict = VerdictOf<ProjectRecord>;
export type Situation = SituationOf<ProjectRecord>;
export type Project = Values<FactsOf<ProjectRecord>>;

/** Ten thousand yuan in fen. */
const wan = 1_000_000;

/** Everything the figures of a project may get wrong in themselves (projects.md §1.2). */
export function badProject(project: Project): Verdict {
  return badMoney(project) ?? badRanges(project) ?? badDates(project);
}

/** A part is never more than its whole. */
export function badMoney({ totalInvestment, fixedInvestment, equipment }: Project): Verdict {
  if (fixedInvestment !== undefined && totalInvestment !== undefined && fixedInvestment > totalInvestment) return { refusal: 'fixedAboveTotal', field: 'fixedInvestment' };
  return equipment !== undefined && fixedInvestment !== undefined && equipment > fixedInvestment ? { refusal: 'equipmentAboveFixed', field: 'equipment' } : undefined;
}

/** Investment per mu, tax per mu and jobs lie in the usual range, or somebody says why not. Ten times beyond it nobody can mean. */
export function badRanges(project: Project): Verdict {
  const { rangeReason } = project;
  for (const { field, value, low, high } of ranged(project)) {
    if (value === undefined || (low <= value && value <= high)) continue;
    const what = field === 'fixedInvestment' ? { zh: '亩均固定资产投资', en: 'Fixed investment per mu' } : projectRecord.facts[field].name;
    const detail = { what, value: Number(value.toFixed(2)), range: `${low}–${high}` };
    if (value > high * 10) return { refusal: 'impossible', field, detail };
    if (rangeReason === undefined) return { refusal: 'unusual', field, detail };
  }
  return undefined;
}

function ranged({ fixedInvestment, land, taxPerMu, jobs }: Project) {
  const perMu = fixedInvestment !== undefined && land !== undefined && land > 0 ? fixedInvestment / wan / (land / mu) : undefined;
  return [
    { field: 'fixedInvestment', value: perMu, low: 10, high: 3000 },
    { field: 'taxPerMu', value: taxPerMu, low: 0, high: 500 },
    { field: 'jobs', value: jobs, low: 0, high: 50_000 },
  ] as const;
}

/** Nobody completes before he starts. */
export function badDates({ plannedStartOn, plannedCompleteOn, plannedProduceOn, plannedCapacityOn }: Project): Verdict {
  const days = [plannedStartOn, plannedCompleteOn, plannedProduceOn, plannedCapacityOn].filter((day) => day !== undefined);
  return days.some((day, index) => index > 0 && day < (days[index - 1] ?? '')) ? { refusal: 'datesDisordered', field: 'plannedCompleteOn' } : undefined;
}

/** An enterprise that is no more carries no project. */
export function goneEnterprise({ findMatter }: Situation, input: { readonly investor?: string | undefined; readonly company?: string | undefined }): Verdict {
  const gone = (id: string | undefined) => id !== undefined && findMatter(id) !== undefined && findMatter(id)?.stage !== 'listed';
  if (gone(input.investor)) return { refusal: 'enterpriseGone', field: 'investor' };
  return gone(input.company) ? { refusal: 'enterpriseGone', field: 'company' } : undefined;
}

/** Due diligence holds for six months and only for the project it looked at (projects.md §2.1). */
export function isDiligenceValid({ matter, today }: Situation): boolean {
  const { diligenceValidUntil } = matter.facts;
  return diligenceValidUntil !== undefined && today <= diligenceValidUntil && !isChangedSinceDiligence(matter.facts);
}

/** Another investor, another process, a fifth more or less money, a tenth more or less land make it another project. */
export function isChangedSinceDiligence(project: Project): boolean {
  const beyond = (now: number | undefined, then: number | undefined, by: number) => then !== undefined && Math.abs((now ?? 0) - then) > then * by + 1e-6;
  return (
    project.investor !== project.diligenceInvestor ||
    project.process !== project.diligenceProcess ||
    beyond(project.totalInvestment, project.diligenceInvestment, 0.2) ||
    beyond(project.land, project.diligenceLand, 0.1) ||
    (project.diligenceLand === undefined && (project.land ?? 0) > 0)
  );
}

/** A review holds for six months (projects.md §3.4). */
export function isReviewValid({ matter, today }: Situation): boolean {
  const { reviewResult, reviewValidUntil } = matter.facts;
  return (reviewResult === 'passed' || reviewResult === 'conditional') && reviewValidUntil !== undefined && today <= reviewValidUntil;
}

/** Why no decision can be asked for yet. */
export function notReviewed({ matter }: Situation): Verdict {
  if (matter.facts.reviewResult === undefined) return 'notConcluded';
  return matter.facts.reviewResult === 'refused' ? 'notFavourable' : undefined;
}

/** A formal agreement says enough to be held to it. */
export function badAgreement({ setting }: Situation, { agreementKind, promises = [] }: Project): Verdict {
  if (agreementKind === 'framework') return undefined;
  const unclear = promises.findIndex(({ kind, name, dueOn }) => kind === undefined || name === undefined || dueOn === undefined);
  if (unclear >= 0) return { refusal: 'promiseUnclear', field: 'promises', detail: { row: unclear + 1 } };
  const least = setting('promisesLeast');
  return promises.length < least ? { refusal: 'tooFewPromises', field: 'promises', detail: { least, count: promises.length } } : undefined;
}

/** Works begin after the land is there, with the permit held, and not tomorrow. */
export function badStart({ matter, today }: Situation, startClaimedOn: Day): Verdict {
  if (startClaimedOn > today) return { refusal: 'dayLater', field: 'startClaimedOn' };
  const { landedOn } = matter.facts;
  return landedOn !== undefined && startClaimedOn < landedOn ? { refusal: 'startBeforeLand', field: 'startClaimedOn', detail: { landed: landedOn } } : undefined;
}

/** Whoever holds a project looks at it again within ninety days. */
export function badHold({ today, setting }: Situation, holdUntil: Day): Verdict {
  const last = addDays(today, setting('holdDays'));
  return holdUntil <= today || holdUntil > last ? { refusal: 'holdTooLong', field: 'holdUntil', detail: { last, days: setting('holdDays') } } : undefined;
}

/** What a project that comes at a stage must bring of the stages before it. */
const stockNeeds = [
  { from: 'decided', facts: ['minutesNo'] },
  { from: 'signed', facts: ['agreementNo', 'agreedInvestment', 'signedOn'] },
  { from: 'landed', facts: ['landContractNo', 'landedOn'] },
  { from: 'permitted', facts: ['constructionPermitNo'] },
  { from: 'started', facts: ['startedOn'] },
  { from: 'building', facts: ['statCode'] },
] as const;

/** A project taken over brings the papers of the stages it has behind it, and no day of theirs lies ahead. */
export function badStock({ today }: Situation, input: Project): Verdict {
  const { stockStage = 'planning', stockOn = today } = input;
  if ([stockOn, input.signedOn, input.landedOn, input.startedOn].some((day) => day !== undefined && day > today)) return { refusal: 'dayLater', field: 'stockOn' };
  const missing = stockNeeds.filter(({ from }) => placeOf(stockStage) >= placeOf(from)).flatMap(({ facts }) => facts.filter((name) => input[name] === undefined && !(name === `${stockStage}On`)));
  if (missing.length === 0) return undefined;
  return { refusal: 'stockIncomplete', field: missing[0] ?? 'stockStage', detail: { stage: chainNames[stockStage], missing: listed(missing.map((name) => projectRecord.facts[name].name)) } };
}

/** Whether the energy review is asked for (节能审查: 1,000 t of coal equivalent or 5 million kWh a year). */
export const needsEnergyReview = { any: [{ fact: 'energy', atLeast: 1000 }, { fact: 'electricity', atLeast: 500 }] } as const;

/** The place of a stage in the chain; -1 for one beside it. */
export function placeOf(stage: string): number {
  return chain.indexOf(stage as ChainStage);
}

/** Six months after a day; where that month has no such day, its last. */
export function halfYearAfter(day: Day): Day {
  const month = Number(day.slice(5, 7)) + 6;
  const last = monthEnd(Number(day.slice(0, 4)) + (month > 12 ? 1 : 0), month > 12 ? month - 12 : month);
  return last.slice(8) < day.slice(8) ? last : `${last.slice(0, 8)}${day.slice(8)}`;
}

/** Five and twenty million yuan: into statistics, above scale. */
export const thresholds = { statistics: 500 * wan, scale: 2000 * wan } as const;

