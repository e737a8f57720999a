import { addDays, type Day } from '#kernel/calendar.ts';
import type { Story } from '../../story.ts';
import { rowIn, type BroughtFile } from '../sample-rows.ts';

const outlets = {
  nation: [['示例国家级日报', 'press'], ['示例国家级新闻网', 'web'], ['示例国家级科技期刊', 'magazine']],
  province: [['示例省级日报', 'press'], ['示例省级电视台', 'broadcast'], ['示例省级内刊', 'journal']],
  city: [['示例市级日报', 'press'], ['示例市级新闻网', 'web'], ['示例市级内刊', 'journal']],
  district: [['示例区级融媒体', 'web']],
} as const;
const titles = ['海洋科创平台资源共享', '揭榜挂帅破解技术难题', '海洋工业超市成果入市', '院所成果就地转化三条路径', '创新创业联盟对接供需', '蓝色金融支持海洋企业', '智库与产业一一对应', '向海图强的蓝谷实践'];

/** What was published each half-year: of marine innovation at three levels and in the district, and of other topics. */
const halves: readonly { readonly file: string; readonly day: Day; readonly from: Day; readonly marine: number; readonly district: number; readonly other: number }[] = [
  { file: '2020年刊发台账.xlsx', day: '2021-01-07', from: '2020-02-03', marine: 11, district: 3, other: 4 },
  { file: '2021年上半年刊发台账.xlsx', day: '2021-07-07', from: '2021-01-12', marine: 27, district: 4, other: 7 },
  { file: '2021年下半年刊发台账.xlsx', day: '2021-12-23', from: '2021-07-02', marine: 37, district: 5, other: 8 },
];

/** Sixty-four of 2021 on marine innovation at three levels, most of them checked against the original. */
export function publicationStories(): readonly Story[] {
  return halves.flatMap(({ file, day, from, marine, district, other }, half) => {
    const brought: BroughtFile = { file, mechanism: 'publication', day, minute: 247, by: 'media', action: 'enter' };
    return Array.from({ length: marine + district + other }, (_each, nth) => {
      const level = nth < marine ? (['province', 'city', 'nation', 'city', 'province'] as const)[nth % 5] ?? 'city' : nth < marine + district ? 'district' : 'city';
      const [outlet, kind] = outlets[level][nth % outlets[level].length] ?? outlets.city[0];
      const topic = nth < marine + district ? 'marine' : (['reform', 'parks', 'projects'] as const)[nth % 3];
      const entry = () => ({ title: `${titles[nth % titles.length] ?? ''}（${half + 1}-${nth + 1}）`, outlet, level, kind, topic, publishedOn: addDays(from, nth * 3), unit: topic === 'marine' ? 'science' : 'reform-office', ...(kind === 'press' ? { issue: `第${1 + (nth % 8)}版` } : {}) });
      return rowIn(brought, `publication-${half + 1}-${nth + 1}`, entry, (pen) => (nth % 4 === 3 ? pen : pen.after(1 + (nth % 2), 'office-1', 'check', (known) => ({ evidence: [known.file('样报')] }))));
    });
  });
}
