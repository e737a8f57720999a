import { figure } from '#kernel/figure.ts';

const entered = { all: [{ fact: 'topic', in: ['marine'] }, { fact: 'level', in: ['nation', 'province', 'city'] }, { fact: 'publishedOn', during: 'thisYear' }] } as const;
/** 没有佐证不计 (reform.md §10.2): what was checked against the original alone. */
const proved = { stage: ['checked'] } as const;
const above = { all: [proved, entered] } as const;
const journals = { all: [proved, { fact: 'topic', in: ['reform'] }, { fact: 'channel', in: ['internalJournal'] }, { fact: 'level', in: ['nation', 'province', 'city'] }, { fact: 'publishedOn', during: 'thisYear' }] } as const;

/** What is asked of the publications (reform.md F4 and F5, innovation.md §13 and §15). */
export const publicationFigures = [
  figure({
    key: 'publication.journals',
    name: { zh: '改革典型在三级党政内刊推介', en: 'Reform models in internal journals of three levels' },
    unit: { zh: '篇', en: 'articles' },
    definition: { zh: '今年在国家级、省级、市级党政内刊刊发的改革主题稿件，按篇计、已对照原件核对的；同一篇在几家刊发的算一篇，篇次另列。', en: 'Articles on reform in internal journals of nation, province and city this year; one article in several is one, its appearances are told beside it.' },
    mechanism: 'publication',
    where: journals,
    measure: { distinct: 'article' },
    answers: '1.4',
  }),
  figure({
    key: 'publication.journalAppearances',
    name: { zh: '其中刊发篇次', en: 'Their appearances' },
    unit: { zh: '篇次', en: 'appearances' },
    definition: { zh: '上述稿件的刊发篇次。', en: 'The appearances of these articles.' },
    mechanism: 'publication',
    where: journals,
    measure: { count: 'matters' },
  }),
  figure({
    key: 'publication.newsHour',
    name: { zh: '央视《新闻联播》报道的改革经验', en: 'Experiences reported by CCTV News' },
    unit: { zh: '项', en: 'experiences' },
    definition: { zh: '今年在央视《新闻联播》报道、已核对的不同改革经验；同一项经验报道两次算一项。', en: 'Distinct experiences of reform reported this year by CCTV News; one that was reported twice is one.' },
    mechanism: 'publication',
    where: { all: [proved, { fact: 'topic', in: ['reform'] }, { fact: 'outlet', contains: '新闻联播' }, { fact: 'publishedOn', during: 'thisYear' }] },
    measure: { distinct: 'experience' },
    answers: '1.5',
  }),
  figure({
    key: 'publication.marine',
    name: { zh: '海洋科创经验三级刊发', en: 'Publications on marine innovation at three levels' },
    unit: { zh: '篇次', en: 'publications' },
    definition: { zh: '今年在国家级、省级、市级载体刊发、已对照原件核对的海洋科创主题篇次；同一载体、同一天、同一标题只计一次，没有佐证的不计。', en: 'Published this year in outlets of nation, province and city on marine innovation and checked against the original; one outlet, day and title counts once, and nothing without proof.' },
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
    name: { zh: '海洋科创刊发已核对原件的占比', en: 'Publications on marine innovation checked against the original' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年登记的三级海洋科创篇次中已对照原件核对的占比；没有核对的不计入篇次。', en: 'Of all that was entered this year at three levels, the share that was checked against the original; the rest does not count.' },
    mechanism: 'publication',
    where: entered,
    measure: { share: { stage: ['checked'] } },
  }),
];
