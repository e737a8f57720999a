import type { Story } from '../../story.ts';
import { groups, step } from '../sessions-days.ts';

const members: Readonly<Record<keyof typeof groups, readonly [name: string, lead: string, members: readonly string[]]>> = {
  economy: ['经济和生态文明体制改革专项小组', 'development', ['finance', 'industry', 'natural-resources', 'ecology', 'agriculture', 'commerce', 'ocean', 'market', 'approval', 'investment']],
  democracy: ['民主法制领域改革专项小组', 'politics-law', ['justice', 'police', 'petition', 'urban-management']],
  culture: ['文化体制改革专项小组', 'publicity', ['culture', 'education', 'finance']],
  society: ['社会体制改革专项小组', 'civil-affairs', ['human-resources', 'health', 'medical-insurance', 'education', 'housing', 'veterans', 'emergency']],
  party: ['党的建设制度改革专项小组', 'organisation', ['united-front', 'party-office', 'human-resources']],
  discipline: ['纪检监察体制改革专项小组', 'discipline', ['audit', 'organisation']],
};

/** The six groups, and one that was dissolved before them: it is not counted. */
export function specialGroupStories(): Story[] {
  const six = Object.entries(groups).map(([field, unit]): Story => {
    const [name, officeUnit, others] = members[field as keyof typeof groups];
    return {
      key: `special-${unit}`, mechanism: 'specialGroup',
      steps: [step('2020-01-08', '02:00', 'office-1', 'found', { name, fields: [field], unit, head: `holder-${unit}-head`, liaison: `holder-${unit}-liaison`, officeUnit, members: others, basis: '区委深改委2019年第四次会议', foundedOn: '2019-12-27' })],
    };
  });
  return [...six, {
    key: 'special-science', mechanism: 'specialGroup', steps: [
      step('2020-01-08', '02:30', 'office-1', 'found', { name: '科技体制改革专项小组', fields: ['economy'], unit: 'group-economy', officeUnit: 'science', members: ['industry', 'education'], basis: '区委深改委2018年第二次会议', foundedOn: '2018-06-15' }),
      step('2020-03-02', '02:30', 'office-head', 'dissolve', { reason: '职责并入经济和生态文明体制改革专项小组。' }),
    ],
  }];
}
