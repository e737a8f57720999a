import { addDays } from '#kernel/calendar.ts';
import type { Values } from '#kernel/fact.ts';
import type { FactsOf, Situation as SituationOf, Verdict as VerdictOf } from '#kernel/mechanism.ts';
import type { AchievementRecord } from './record.ts';
import { axisWeights, rightsStates, trlLevels, verifyWeights, type Axis } from './words.ts';

export type Situation = SituationOf<AchievementRecord>;
export type Verdict = VerdictOf<AchievementRecord>;
export type Achievement = Values<FactsOf<AchievementRecord>>;
type Level = keyof typeof trlLevels;

/** A level stands on evidence that shows it, and from six on on one piece that is more than its owner's word (innovation.md §7.1). */
export function badReadiness({ setting }: Pick<Situation, 'setting'>, { trl, trlEvidence = [] }: Pick<Achievement, 'trl' | 'trlEvidence'>): Verdict {
  if (trl === undefined) return undefined;
  const shown = trlEvidence.filter(({ level = 0 }) => level >= trl);
  if (shown.length === 0) return { refusal: 'evidenceShort', field: 'trlEvidence', detail: { level: trl, asks: trlLevels[trl as Level].asks } };
  const least = setting('strictLevel');
  const isStrong = shown.some(({ verified = 'none' }) => verifyWeights[verified] * 100 >= least);
  return trl >= setting('strictFrom') && !isStrong ? { refusal: 'evidenceWeak', field: 'trlEvidence', detail: { from: setting('strictFrom'), least } } : undefined;
}

/** A level rises; by more than two only with the note of an expert. */
export function badRise(situation: Situation, { trl, trlEvidence = [], trlNote }: Achievement): Verdict {
  const { facts } = situation.matter;
  const from = facts.trl ?? 1;
  const to = trl ?? from;
  if (to <= from) return { refusal: 'notHigher', field: 'trl', detail: { trl: from } };
  const most = situation.setting('leapMost');
  if (to - from > most && trlNote === undefined) return { refusal: 'leapUnexplained', field: 'trlNote', detail: { from, to, steps: to - from, most } };
  return badReadiness(situation, { trl: to, trlEvidence: [...(facts.trlEvidence ?? []), ...trlEvidence] });
}

/** What is listed is not secret, is its owner's to give, and says what it costs and how it may be used. */
export function notListable({ matter: { facts }, today }: Pick<Situation, 'matter' | 'today'>): Verdict {
  if (facts.isSecret) return 'secretListed';
  const state = facts.rightsState ?? 'valid';
  if (state !== 'valid') return { refusal: 'rightsBad', detail: { state: rightsStates[state] } };
  const ended = firstEnd(facts);
  if (ended !== undefined && ended < today) return { refusal: 'rightsLapsed', detail: { day: ended } };
  return facts.ask === undefined || (facts.modes ?? []).length === 0 ? 'priceMissing' : undefined;
}

/** The day on which the first of its rights ends; nothing where none ends. */
export function firstEnd({ rights = [] }: Achievement): string | undefined {
  return rights.flatMap(({ until }) => (until === undefined ? [] : [until])).toSorted()[0];
}

/** Why it leaves the shelf by itself: a right has ended, or its price is older than half a year. */
export function staleFor({ matter: { facts }, today, setting }: Pick<Situation, 'matter' | 'today' | 'setting'>): 'rights' | 'stale' | undefined {
  const ended = firstEnd(facts);
  if (ended !== undefined && ended < today) return 'rights';
  return facts.pricedOn !== undefined && facts.pricedOn < addDays(today, -setting('staleDays')) ? 'stale' : undefined;
}

/** Each value is scored once. */
export function badScores(scores: Achievement['scores'] = []): Verdict {
  return new Set(scores.map(({ axis }) => axis)).size < scores.length ? { refusal: 'axisTwice', field: 'scores' } : undefined;
}

/** The mean of the values that were looked at, each by the weight of its type (innovation.md §7.2); 0–100, to the tenth. */
export function valueOf(type: Achievement['type'], scores: Achievement['scores'] = []): number {
  const weights = axisWeights[type ?? 'applied'];
  const weighed = scores.map(({ axis, score = 0 }) => ({ weight: weights[axis as Axis], score }));
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return Math.floor((weighed.reduce((sum, { weight, score }) => sum + weight * score, 0) / whole) * 10 + 0.5 + 1e-9) / 10;
}
