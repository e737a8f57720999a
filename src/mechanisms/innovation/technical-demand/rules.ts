import { addDays, addMonths, type Day } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import type { Values } from '#kernel/fact.ts';
import type { FactsOf, Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { groundsOf, isCandidate } from '../../projects/recusal.ts';
import { recusalGrounds, type Ground } from '../../projects/sheet.ts';
import { isScrubbed } from '../../scrub.ts';
import { isMeasurable, meets, type Kpi } from './quality.ts';
import type { TechnicalDemandRecord } from './record.ts';
import { disclosures, publicLevels } from './words.ts';

export type Situation = SituationOf<TechnicalDemandRecord>;
export type Verdict = VerdictOf<TechnicalDemandRecord>;
export type Demand = Values<FactsOf<TechnicalDemandRecord>>;

/** Who acts for an enterprise here. */
export function agentOf({ findMatter }: Situation, enterprise: string | undefined): string | undefined {
  return enterprise === undefined ? undefined : (findMatter(enterprise)?.facts['agent'] as string | undefined);
}

const nameOf = ({ findMatter }: Situation, id: string | undefined) => (id === undefined ? '' : String(findMatter(id)?.facts['name'] ?? ''));

/** An enterprise enters its own; a team what it found on a visit to that enterprise. */
export function badOrigin(situation: Situation, { enterprise, sourceVisit }: { readonly enterprise: string; readonly sourceVisit?: string }): Verdict {
  const { actor, findMatter } = situation;
  const name = nameOf(situation, enterprise);
  const agent = agentOf(situation, enterprise);
  if (agent === undefined) return { refusal: 'noAccount', field: 'enterprise', detail: { name } };
  const visit = sourceVisit === undefined ? undefined : findMatter(sourceVisit);
  if (visit !== undefined && (visit.facts['enterprise'] !== enterprise || visit.stage === 'voided')) return { refusal: 'anotherVisit', field: 'sourceVisit' };
  if (actor.kind !== 'post' || !actor.roles.includes('ENTERPRISE')) return visit === undefined ? { refusal: 'visitMissing', field: 'sourceVisit' } : undefined;
  return actor.personId === agent ? undefined : { refusal: 'notAgent', field: 'enterprise', detail: { name } };
}

/** What an enterprise submits is whole. */
export function badContent({ matter }: Situation, demand: Demand): Verdict {
  if (demand.industry !== undefined && !/^[A-Z]\d{4}$/.test(demand.industry)) return { refusal: 'codeShort', field: 'industry' };
  // Sealed ones stay as they were where nothing new is typed.
  if ((demand.contactName ?? matter.facts.contactName) === undefined || (demand.contactPhone ?? matter.facts.contactPhone) === undefined) return { refusal: 'contactMissing', field: demand.contactName === undefined ? 'contactName' : 'contactPhone' };
  return badKpis(demand.kpis ?? []);
}

/** Each indicator stands once and says how it is measured. */
export function badKpis(kpis: readonly Kpi[]): Verdict {
  const of = (refusal: 'kpiIncomplete' | 'kpiTwice' | 'rangeBackwards', { name = '' }: Kpi) => ({ refusal, field: 'kpis', detail: { name } }) as const;
  const half = kpis.find((kpi) => !isMeasurable(kpi));
  if (half) return of('kpiIncomplete', half);
  const twice = kpis.find((kpi, at) => kpis.findIndex(({ name }) => name === kpi.name) < at);
  if (twice) return of('kpiTwice', twice);
  const backwards = kpis.find(({ operator, value = 0, upTo = 0 }) => operator === 'range' && upTo < value);
  return backwards && of('rangeBackwards', backwards);
}

/** The enterprise has this one in already; `number` names it, '' where there is none. */
export function duplicated({ setting }: Situation, number: string): Verdict {
  return number === '' ? undefined : { refusal: 'duplicate', field: 'title', detail: { number, months: setting('repeatMonths') } };
}

/** Returned twice at most. */
export function returnedTwice({ matter, setting }: Situation): Verdict {
  const times = setting('returnsMost');
  return (matter.facts.returns ?? 0) >= times ? { refusal: 'returnedTwice', detail: { times } } : undefined;
}

/** An unanswered correction is one of the three things that end by themselves (innovation.md §0.2). */
export function notYetLapsed({ matter, calendar, today }: Situation): Verdict {
  const clock = matter.clocks['correction'];
  if (clock === undefined || (matter.facts.returns ?? 0) === 0) return 'neverReturned';
  const due = findDueDay(calendar, clock);
  return due !== undefined && today > due ? undefined : 'notYetLapsed';
}

const live = ['submitted', 'screening', 'admitted', 'matching', 'challenged', 'intent', 'contracted'];

/** It merges into a live one of the same enterprise. */
export function badMerger({ matter, findMatter }: Situation, into: string): Verdict {
  const other = findMatter(into);
  const fits = other !== undefined && into !== matter.id && other.facts['enterprise'] === matter.facts.enterprise && live.includes(other.stage);
  return fits ? undefined : { refusal: 'mergeOther', field: 'mergedInto' };
}

/** So many experts, each fit and with no tie to the enterprise (innovation.md §2.1; projects.md §3.3). */
export function badExperts(situation: Situation, experts: readonly string[]): Verdict {
  const { setting } = situation;
  const [least, most] = [setting('expertsLeast'), setting('expertsMost')];
  const count = new Set(experts).size;
  if (count < least || count > most || count < experts.length) return { refusal: 'expertsCount', field: 'experts', detail: { least, most, count } };
  return unfit(situation, experts, 'experts');
}

/** Whoever takes part in an acceptance is as free of ties as whoever judges. */
export const badAcceptors = (situation: Situation, experts: readonly string[]): Verdict => unfit(situation, experts, 'acceptedBy');

function unfit({ matter, findMatter, today }: Situation, experts: readonly string[], field: string): Verdict {
  const enterprise = matter.facts.enterprise ?? '';
  const firm = findMatter(enterprise);
  for (const id of experts) {
    const expert = findMatter(id);
    const name = String(expert?.facts['name'] ?? '');
    if (expert === undefined || !isCandidate(expert, today)) return { refusal: 'expertUnfit', field, detail: { name } };
    const found = groundsOf(expert, enterprise, { enterprises: firm ? [firm] : [], diligence: [], objections: [] }, today);
    if (found.length > 0) return { refusal: 'expertRecused', field, detail: { name, grounds: groundWords(found) } };
  }
  return undefined;
}

const groundWords = (found: readonly Ground[]) => ({ zh: found.map((ground) => recusalGrounds[ground].zh).join('、'), en: found.map((ground) => recusalGrounds[ground].en).join('; ') });

/** Nobody is exchanged once somebody has judged. */
export function judgedAlready({ matter }: Situation): Verdict {
  return (matter.facts.sheets ?? []).length > 0 ? 'judgedAlready' : undefined;
}

/** Somebody is added where somebody stepped aside. */
export function noVacancy({ matter: { facts: { experts } }, setting }: Situation): Verdict {
  return experts !== undefined && experts.length < setting('expertsLeast') ? undefined : 'noVacancy';
}

const waiting = ({ matter }: Situation) => (matter.facts.quality === undefined ? { refusal: 'notJudged', detail: { count: Math.max(1, (matter.facts.experts ?? []).length - (matter.facts.sheets ?? []).length) } } as const : undefined);

/** Admitted from so many points on. */
export function notGood(situation: Situation): Verdict {
  const { matter: { facts: { quality: score = 0 } }, setting } = situation;
  return waiting(situation) ?? (score < setting('admitFrom') ? { refusal: 'tooWeak', detail: { score, from: setting('admitFrom') } } : undefined);
}

/** Whoever reaches the line is not rejected all the same. */
export function goodEnough(situation: Situation): Verdict {
  const { matter: { facts: { quality: score = 0 } }, setting } = situation;
  return waiting(situation) ?? (score >= setting('admitFrom') ? { refusal: 'goodEnough', detail: { score, from: setting('admitFrom') } } : undefined);
}

/** What the enterprise keeps from the public is not published. */
export function notPublic({ matter }: Situation): Verdict {
  const level = matter.facts.disclosure;
  return level !== undefined && (publicLevels as readonly string[]).includes(level) ? undefined : { refusal: 'notPublic', detail: { level: level === undefined ? { zh: '未定', en: 'not set' } : disclosures[level] } };
}

/** What is published tells nobody's number, and not whose it is where that was agreed. */
export function tellsTooMuch(situation: Situation, published: readonly { readonly field: string; readonly words: string }[]): Verdict {
  const { facts } = situation.matter;
  const told = published.find(({ words }) => !isScrubbed(words));
  if (told) return { refusal: 'holdsContact', field: told.field };
  if (facts.disclosure !== 'masked') return undefined;
  const name = nameOf(situation, facts.enterprise);
  const short = name.replace(/（.*?）|(股份|有限|责任|公司|集团)/g, '');
  const named = published.find(({ words }) => words.includes(name) || (short.length > 2 && words.includes(short)));
  return named && { refusal: 'namesEnterprise', field: named.field, detail: { name: short } };
}

/** A public challenge needs something that can be measured. */
export function noIndicator({ matter }: Situation): Verdict {
  return (matter.facts.kpis ?? []).some(isMeasurable) ? undefined : 'noIndicator';
}

/** A partner is somebody else, and somebody. */
export function badPartner({ matter }: Situation, { partner, partnerName }: { readonly partner?: string | undefined; readonly partnerName?: string | undefined }): Verdict {
  if (partner === undefined && partnerName === undefined) return { refusal: 'partnerMissing', field: 'partnerName' };
  return partner !== undefined && partner === matter.facts.enterprise ? { refusal: 'partnerSelf', field: 'partner' } : undefined;
}

type Candidates = NonNullable<Demand['candidates']>;

/** So many suppliers at most, each named. */
export function badList({ matter, setting }: Situation, parties: Candidates): Verdict {
  if (parties.some(({ party }) => party === undefined)) return { refusal: 'partyMissing', field: 'suppliers' };
  const most = setting('listMost');
  return (matter.facts.candidates ?? []).length + parties.length > most ? { refusal: 'listMost', field: 'suppliers', detail: { most } } : undefined;
}

/** Feedback is given on all that were proposed and changes none of them. */
export function badFeedback({ matter }: Situation, given: Candidates): Verdict {
  const proposed = matter.facts.candidates ?? [];
  if (given.length !== proposed.length || given.some(({ party }, at) => party !== proposed[at]?.party)) return { refusal: 'candidatesChanged', field: 'candidates' };
  const silent = given.find(({ outcome }) => outcome === undefined);
  return silent && { refusal: 'outcomeMissing', field: 'candidates', detail: { party: silent.party ?? '' } };
}

/** Every indicator was measured and is met; with fiscal money an expert was there (innovation.md §2.1). */
export function badAcceptance({ matter: { facts } }: Situation, { measured = [] }: Pick<Demand, 'measured'>): Verdict {
  for (const kpi of facts.kpis ?? []) {
    const found = measured.find(({ name }) => name === kpi.name)?.value;
    if (found === undefined) return { refusal: 'kpiUnmeasured', field: 'measured', detail: { name: kpi.name ?? '' } };
    if (!meets(kpi, found)) return { refusal: 'kpiUnmet', field: 'measured', detail: { name: kpi.name ?? '', value: found } };
  }
  return facts.usesFiscal === true && (facts.acceptedBy ?? []).length === 0 ? 'expertMissing' : undefined;
}

/** The day on which a demand goes stale: so long without a move, or so long after it was admitted (innovation.md §2.1). */
export function staleOn({ matter: { facts }, setting }: Situation): Day | undefined {
  if (facts.activeOn === undefined || facts.validFrom === undefined) return undefined;
  const unmoved = addDays(facts.activeOn, setting('staleDays'));
  const old = addMonths(facts.validFrom, setting('validMonths'));
  return unmoved < old ? unmoved : old;
}

/** Nothing goes stale before its day. */
export function stillFresh(situation: Situation): Verdict {
  const day = staleOn(situation);
  return day !== undefined && situation.today > day ? undefined : 'stillFresh';
}
