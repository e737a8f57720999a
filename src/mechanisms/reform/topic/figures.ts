import { figure } from '#kernel/figure.ts';

const approvedThisYear = { all: [{ fact: 'level', in: ['district'] }, { fact: 'approvedOn', during: 'thisYear' }] } as const;
const setThisYear = { all: [{ fact: 'source', in: ['leaderSet'] }, { fact: 'setOn', during: 'thisYear' }] } as const;

/** What is asked of the topics (reform.md §2 F11, F13, §4.7). */
export const topicFigures = [
  figure({
    key: 'topic.approved',
    name: { zh: '区级重点改革题目', en: 'District-level key reform topics' },
    unit: { zh: '个', en: 'topics' },
    definition: { zh: '今年以来审定的区级改革题目，含审定后中止的；题目和任务是多对多关系，不与任务数相加。', en: 'District topics approved since 1 January, suspended ones among them; topics and tasks meet many to many and are never added up.' },
    mechanism: 'topic',
    where: approvedThisYear,
    measure: { count: 'matters' },
    answers: '1.11',
  }),
  figure({
    key: 'topic.setByPrincipal',
    name: { zh: '区委主要领导点题', en: 'Topics set by the principal leader' },
    unit: { zh: '项', en: 'topics' },
    definition: { zh: '今年以来由区委、区政府主要领导点题的题目数，以点题日期为准。', en: 'Topics set this year by the principal leader, by the day they were set.' },
    mechanism: 'topic',
    where: { all: [...setThisYear.all, { fact: 'setterRank', in: ['principal'] }] },
    measure: { count: 'matters' },
    answers: '1.13',
  }),
  figure({
    key: 'topic.answeredInTime',
    name: { zh: '点题按时答题率', en: 'Leaders’ topics answered in time' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年以来领导点题中，10个工作日内报了初步方案的比例。', en: 'Of the topics leaders set this year, the share answered with an initial plan in time.' },
    mechanism: 'topic',
    where: setThisYear,
    measure: { share: { fact: 'isAnsweredInTime', in: [true] } },
  }),
  figure({
    key: 'topic.completion',
    name: { zh: '题目结题率', en: 'Topics completed' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年以来审定的区级改革题目中已结题的比例。', en: 'Of the district topics approved this year, the share closed.' },
    mechanism: 'topic',
    where: approvedThisYear,
    measure: { share: { stage: ['closed'] } },
  }),
];
