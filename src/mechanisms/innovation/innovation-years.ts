import { penFrom, storyOf } from '../projects/sample-pen.ts';
import type { Story } from '../story.ts';
import { achievementStories } from './achievement/sample.ts';
import { allianceStories } from './alliance-member/sample.ts';
import { demandMatchStories } from './demand-match/sample.ts';
import { financeStories } from './finance-institution/sample.ts';
import { platformStories } from './innovation-platform/sample.ts';
import { institutionStories, sampleInstitution } from './institution/sample.ts';
import { bookingStories, instrumentStories } from './instrument/sample.ts';
import { patentStories } from './patent/sample.ts';
import { visitStories } from './enterprise-visit/sample.ts';
import { qualificationStories } from './innovation-qualification/sample.ts';
import { firmAccounts, techFirms } from './sample-firms.ts';
import { demandStories } from './technical-demand/sample.ts';
import { levelOf } from './technical-demand/sample-words.ts';

/** Everything the wing tells of the sample years; of two steps at one moment the story that stands first goes first. */
export function innovationYears(): readonly Story[] {
  return [...firmAccounts(), ...registerYears(), ...qualificationStories(), ...visitStories(), ...demandStories(), ...achievementStories(sampleInstitution), ...demandMatchStories(levelOf)];
}

/** The registers of the wing: institutions, platforms, instruments and their bookings, patents, members and financial institutions. */
export function registerYears(): readonly Story[] {
  return [...institutionStories(), ...platformStories(), ...instrumentStories(sampleInstitution), ...bookingStories(techFirms), ...patentStories(), ...allianceStories(), ...financeStories(), patentRank()];
}

/** The growth of invention patents of the city’s districts, as the city told it: the place comes from its table. */
function patentRank(): Story {
  const growth = [254.5, 96.4, 71.8, 58.3, 45.9, 41.2, 33.7, 28.5, 22.1, 12.6];
  const comparators = growth.map((value, at) => ({ name: at === 0 ? '本区' : `示例区（市）${at}`, value, source: '全市专利授权统计通报', ...(at === 0 ? { isOurs: true } : {}) }));
  return storyOf('claim-patents', 'rankClaim', penFrom('2021-12-20', 248)
    .after(0, 'science-1', 'file', (known) => ({ title: '发明专利授权增速全市第一', kind: 'rank', about: 'patents', list: '全市各区（市）专利授权统计', issuer: '市知识产权管理部门', issuerLevel: 'city', year: 2021, population: growth.length, rank: 1, comparators, evidence: [known.file('专利授权统计通报')] }))
    .after(2, 'stat', 'attest'));
}
