import { addDays } from '#kernel/calendar.ts';
import { sampleEnterprises, smallEnterprises } from '../parks/sample-enterprises.ts';
import { sampleFirms, type SampleFirm } from '../parks/sample-land.ts';
import { penFrom, storyOf } from '../projects/sample-pen.ts';
import type { Story } from '../story.ts';

/** An enterprise of the sample that is innovative by its papers: the story of its entry, its name, and the post that acts for it. */
export interface TechFirm extends Pick<SampleFirm, 'key' | 'serial' | 'name' | 'industry'> {
  readonly nth: number;
  readonly account: string;
  /** The post of its park that keeps its entry. */
  readonly keeper: string;
}

/** Trades whose firms hold such papers most often. */
const inventive = ['C4024', 'C2770', 'C2659', 'C2710', 'C3511', 'C3811', 'C3311', 'C3670', 'C1371', 'C1713', 'C1711', 'C2319'];

/** Whoever is evaluated per mu confirms his sheet on paper in the sample: an account would change that, so these are of the others. */
const evaluated = new Set([...sampleEnterprises, ...smallEnterprises].map(({ key }) => key));

/** The innovative enterprises of the sample, those of the marine trades first. */
export const techFirms: readonly TechFirm[] = inventive
  .flatMap((code) => sampleFirms.filter(({ key, industry }) => industry === code && !evaluated.has(key)))
  .slice(0, 216)
  .map(({ key, serial, name, industry, park }, nth) => ({ key, serial, name, industry, nth, account: `tech-firm-${nth + 1}`, keeper: `${park.unit}-project` }));

/** Each gets an account before anybody visits it: what is found there it confirms itself. */
export function firmAccounts(): readonly Story[] {
  return techFirms.map(({ key, nth, account, keeper }) => storyOf(key, 'enterprise', penFrom(addDays('2021-01-18', nth % 12), nth).after(0, keeper, 'amend', () => ({ agent: `holder-${account}` }))));
}
