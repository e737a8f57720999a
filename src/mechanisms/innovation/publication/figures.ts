import { figure } from '#kernel/figure.ts';

const above = { all: [{ fact: 'topic', in: ['marine'] }, { fact: 'level', in: ['nation', 'province', 'city'] }, { fact: 'publishedOn', during: 'thisYear' }] } as const;

/** What is asked of the publications (innovation.md §13, §15). */
export const publicationFigures = [
  figure({
    key: 'publication.marine',
    name: { zh: '海洋科创经验三级刊发', en: 'Publications on marine innovation at three levels' },
    unit: { zh: '篇次', en: 'publications' },
    definition: { zh: '今年在国家级、省级、市级载体刊发的海洋科创主题篇次；同一载体、同一天、同一标题只计一次。', en: 'Published this year in outlets of nation, province and city on marine innovation; one outlet, day and title counts once.' },
    mechanism: 'publication',
    where: above,
    measure: { count: 'matters' },
    answers: '2.1',
  }),
  figure({
    key: 'publication.levels',
    name: { zh: '刊发层级', en: 'Levels of publication' },
    unit: { zh: '级', en: 'levels' },
    definition: { zh: '上述篇次所在的不同层级数。', en: 'The different levels of these publications.' },
    mechanism: 'publication',
    where: above,
    measure: { distinct: 'level' },
    answers: '2.2',
  }),
  figure({
    key: 'publication.checked',
    name: { zh: '已核对原件的占比', en: 'Checked against the original' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '上述篇次中已对照原件核对的占比。', en: 'Of these publications, the share that was checked against the original.' },
    mechanism: 'publication',
    where: above,
    measure: { share: { stage: ['checked'] } },
  }),
];
