import { figure } from '#kernel/figure.ts';

const issued = { all: [{ fact: 'issuedOn', during: 'thisYear' }, { not: { stage: ['discarded'] } }] } as const;

/** What is asked of the bulletins (reform.md §9.7). */
export const bulletinFigures = [
  figure({
    key: 'bulletin.issued',
    name: { zh: '今年印发改革专报', en: 'Bulletins issued this year' },
    unit: { zh: '期', en: 'issues' },
    definition: { zh: '今年以来已编号印发的期数。', en: 'Numbered and issued since 1 January.' },
    mechanism: 'bulletin',
    where: issued,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'bulletin.instructed',
    name: { zh: '获批示的改革专报', en: 'Bulletins instructed upon' },
    unit: { zh: '期', en: 'issues' },
    definition: { zh: '今年印发的专报中，有区级以上领导批示的期数；一期有几次批示仍计一期。', en: 'Issues of this year with an instruction by a district leader or above; several on one issue count once.' },
    mechanism: 'bulletin',
    where: { all: [...issued.all, { fact: 'instructionCount', atLeast: 1 }] },
    measure: { count: 'matters' },
    within: 'bulletin.issued',
  }),
  figure({
    key: 'bulletin.instructions',
    name: { zh: '专报批示次数', en: 'Instructions on bulletins' },
    unit: { zh: '次', en: 'instructions' },
    definition: { zh: '今年印发的专报获得的批示总次数。', en: 'All instructions on this year’s issues.' },
    mechanism: 'bulletin',
    where: issued,
    measure: { sum: 'instructionCount' },
  }),
  figure({
    key: 'bulletin.upperInstructions',
    name: { zh: '专报获市级以上批示次数', en: 'Instructions from city level or above' },
    unit: { zh: '次', en: 'instructions' },
    definition: { zh: '今年印发的专报获得的市级以上领导批示次数。', en: 'Instructions by leaders of the city or above on this year’s issues.' },
    mechanism: 'bulletin',
    where: issued,
    measure: { sum: 'upperInstructionCount' },
    within: 'bulletin.instructions',
  }),
];
