import { figure } from '#kernel/figure.ts';
import { isMarine } from '../fields.ts';

const patents = { zh: '件', en: 'patents' };
const thisYear = { fact: 'grantedOn', during: 'thisYear' } as const;
const lastYear = { fact: 'grantedOn', during: 'lastYear' } as const;
/** 新增发明专利: what applicants of the district were granted themselves. */
const ours = { all: [{ fact: 'kind', in: ['invention'] }, { fact: 'firstAddress', in: ['district'] }, { fact: 'isBoughtIn', in: [false] }] } as const;

/** What is asked of the patents (innovation.md §1.3, §14): granted, here, and not bought. */
export const patentFigures = [
  figure({
    key: 'patent.new',
    name: { zh: '新增发明专利', en: 'New invention patents' },
    unit: patents,
    definition: { zh: '授权公告日在今年、第一地址在本区的发明专利；受让取得的、宣告无效的不计，以后失效、转让的仍计入授权那一年。', en: 'Inventions granted this year whose first address is in the district, without those bought in or declared invalid; one that lapsed or was transferred later still counts in the year of its grant.' },
    mechanism: 'patent',
    where: { all: [ours, thisYear] },
    measure: { count: 'matters' },
    answers: '2.5',
  }),
  figure({
    key: 'patent.growth',
    name: { zh: '新增发明专利同比增长', en: 'Growth of new invention patents' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年新增发明专利比上年全年的增幅，口径相同；上年不足50件的（参数可改），基数与增幅一并列出。', en: 'By how much the new inventions of this year pass those of all last year, by the same definition; a base below 50 (a setting) is told beside it.' },
    mechanism: 'patent',
    where: { all: [ours, { any: [thisYear, lastYear] }] },
    measure: { growth: thisYear, base: lastYear, smallBase: 'smallBase' },
    answers: '2.6',
  }),
  figure({
    key: 'patent.newLastYear',
    name: { zh: '上年新增发明专利', en: 'New invention patents last year' },
    unit: patents,
    definition: { zh: '授权公告日在上年、口径与新增发明专利相同的件数，是增幅的基数。', en: 'Granted last year by the same definition: the base of the growth.' },
    mechanism: 'patent',
    where: { all: [ours, lastYear] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'patent.boughtIn',
    name: { zh: '今年受让发明专利', en: 'Inventions bought in this year' },
    unit: patents,
    definition: { zh: '受让日期在今年的发明专利；单独列示，不算新增。', en: 'Inventions bought this year: told by themselves, and not new.' },
    mechanism: 'patent',
    where: { all: [{ fact: 'kind', in: ['invention'] }, { fact: 'isBoughtIn', in: [true] }, { fact: 'boughtOn', during: 'thisYear' }] },
    measure: { count: 'matters' },
  }),
  figure({
    key: 'patent.marine',
    name: { zh: '新增发明专利涉海占比', en: 'Marine share of the new inventions' },
    unit: { zh: '%', en: '%' },
    definition: { zh: '今年新增发明专利中涉海的占比。', en: 'Of the new inventions of this year, the share that is marine.' },
    mechanism: 'patent',
    where: { all: [ours, thisYear] },
    measure: { share: isMarine },
  }),
  figure({
    key: 'patent.pledged',
    name: { zh: '质押中的专利', en: 'Patents pledged' },
    unit: patents,
    definition: { zh: '统计日处于质押中的专利。', en: 'Patents under a pledge on the day.' },
    mechanism: 'patent',
    where: { stage: ['pledged'] },
    measure: { count: 'matters' },
  }),
];
