import { addDays, type Day } from '#kernel/calendar.ts';
import { rowIn, type BroughtFile } from '../../sample-rows.ts';
import type { Story } from '../../story.ts';

const outlets = {
  nation: [['示例国家级日报', 'newsMedia'], ['示例国家级新闻网', 'newsMedia'], ['示例国家级科技期刊', 'newsMedia']],
  province: [['示例省级日报', 'newsMedia'], ['示例省级电视台', 'newsMedia'], ['示例省级内刊', 'internalJournal']],
  city: [['示例市级日报', 'newsMedia'], ['示例市级政务网', 'governmentSite'], ['示例市级内刊', 'internalJournal']],
  district: [['示例区级融媒体', 'newMedia']],
} as const;
const journals = { nation: '示例国家级内刊', province: '示例省级内刊', city: '示例市级内刊' } as const;
const marineTitles = ['海洋科创平台资源共享', '揭榜挂帅破解技术难题', '海洋工业超市成果入市', '院所成果就地转化三条路径', '创新创业联盟对接供需', '蓝色金融支持海洋企业', '智库与产业一一对应', '向海图强的蓝谷实践'];
const reformTitles = ['改革专报直通车', '白话版办事指南', '微改革破解小难题', '园区体制机制改革', '项目落地全流程评审', '劳动争议多元化解', '一张清单管督察', '点题改革出实效'];

interface Half {
  readonly day: Day;
  readonly from: Day;
  readonly name: string;
  readonly marine: number;
  readonly district: number;
  /** Articles on reform in internal journals. */
  readonly articles: number;
  readonly newsHour: readonly string[];
}

/** What was published: of marine innovation at three levels and in the district, of reform in internal journals, and what the evening news told. */
const halves: readonly Half[] = [
  { name: '2020年', day: '2021-01-07', from: '2020-02-03', marine: 11, district: 3, articles: 12, newsHour: ['示例改革经验零'] },
  { name: '2021年上半年', day: '2021-07-07', from: '2021-01-12', marine: 29, district: 4, articles: 16, newsHour: ['示例改革经验一', '示例改革经验二', '示例改革经验三'] },
  { name: '2021年下半年', day: '2021-12-23', from: '2021-07-02', marine: 39, district: 5, articles: 19, newsHour: ['示例改革经验四', '示例改革经验二', '示例改革经验五', '示例改革经验六'] },
];

/** Of 2021 and checked: sixty-four on marine innovation at three levels, thirty-three articles on reform in internal journals, six experiences in the evening news, one of them twice. */
export function publicationStories(): readonly Story[] {
  return halves.flatMap((half, at) => [...marine(half, at), ...reform(half, at)]);
}

function marine({ name, day, from, marine: count, district }: Half, half: number): readonly Story[] {
  return Array.from({ length: count + district }, (_each, nth) => {
    const level = nth < count ? ((['province', 'city', 'nation', 'city', 'province'] as const)[nth % 5] ?? 'city') : 'district';
    const [outlet, channel] = outlets[level][nth % outlets[level].length] ?? outlets.city[0];
    return publication({ file: `${name}海洋科创刊发台账.xlsx`, day, by: 'science-1' }, `marine-${half}-${nth}`, nth, { title: `${marineTitles[nth % marineTitles.length] ?? ''}（示例${half + 1}-${nth + 1}）`, outlet, level, channel, topic: 'marine', publishedOn: addDays(from, nth * 3), unit: 'science' });
  });
}

/** Every fourth article stands in two journals: it is one article and two appearances. */
function reform({ name, day, from, articles, newsHour }: Half, half: number): readonly Story[] {
  const brought = { file: `${name}改革刊发台账.xlsx`, day, by: 'office-1' };
  const texts = Array.from({ length: articles }, (_each, nth) => nth).flatMap((nth) => {
    const article = `${reformTitles[nth % reformTitles.length] ?? ''}（示例${half + 1}-${nth + 1}）`;
    return (['city', 'province', 'nation'] as const).filter((_level, place) => place === nth % 3 || (nth % 4 === 0 && place === (nth + 1) % 3)).map((level, time) => ({ title: article, article, outlet: journals[level], level, channel: 'internalJournal', topic: 'reform', publishedOn: addDays(from, nth * 6 + time), unit: 'reform-office', issue: `第${1 + nth}期` }));
  });
  const news = newsHour.map((experience, nth) => ({ title: `${experience}获报道（示例${half + 1}-${nth + 1}）`, experience, outlet: '央视《新闻联播》', level: 'nation', channel: 'newsMedia', topic: 'reform', publishedOn: addDays(from, 20 + nth * 30), unit: 'reform-office' }));
  return [...texts, ...news].map((entry, nth) => publication(brought, `reform-${half}-${nth}`, nth, entry));
}

/** Nearly all are checked by the publicity department in the days after. */
function publication(brought: Pick<BroughtFile, 'file' | 'day' | 'by'>, key: string, nth: number, entry: Readonly<Record<string, unknown>>): Story {
  const file: BroughtFile = { ...brought, mechanism: 'publication', minute: brought.by === 'office-1' ? 251 : 247, action: 'enter' };
  return rowIn(file, `publication-${key}`, () => entry, (pen) => (nth % 16 === 9 && entry['experience'] === undefined ? pen : pen.after(1 + (nth % 2), 'media', 'check', (known) => ({ evidence: [known.file('样报')] }))));
}
