import { addDays } from '#kernel/calendar.ts';
import { penFrom, storyOf, type Pen } from '../../projects/sample-pen.ts';
import type { Story } from '../../story.ts';
import { techFirms } from '../sample-firms.ts';
import { rowIn, two, type BroughtFile } from '../../sample-rows.ts';
import { creditCodeOf } from '../../projects/sample-names.ts';

const stock: BroughtFile = { file: '创新平台认定文件.xlsx', mechanism: 'innovationPlatform', day: '2020-01-15', minute: 242, by: 'science-1', action: 'enter' };

/** How many platforms there were at the end of 2020, by their highest level. */
const base = { nation: 9, province: 21, city: 38, district: 12 } as const;
const issuers = { nation: '国科示', province: '鲁科示', city: '青科示', district: '即科示' } as const;
const fields = ['deepSea', 'corrosion', 'medicine', 'instruments', 'offshore', 'materials', 'fishery', 'none'] as const;
const titles = ['深海探测', '海洋防腐', '海洋药物', '海洋仪器', '海工装备', '海洋新材料', '现代渔业', '智能制造'];

interface Kind {
  readonly kind: string;
  readonly name: string;
}
const kinds: Readonly<Record<keyof typeof base, readonly Kind[]>> = {
  nation: [{ kind: 'keyLab', name: '重点实验室' }, { kind: 'engineering', name: '工程技术研究中心' }, { kind: 'firmCentre', name: '企业技术中心' }],
  province: [{ kind: 'technology', name: '技术创新中心' }, { kind: 'keyLab', name: '重点实验室' }, { kind: 'newType', name: '新型研发机构' }],
  city: [{ kind: 'coinnovation', name: '协同创新中心' }, { kind: 'engineering', name: '工程研究中心' }, { kind: 'makerspace', name: '众创空间' }, { kind: 'coinnovation', name: '协同创新中心' }],
  district: [{ kind: 'engineering', name: '研发中心' }],
};

/** Sixty-eight platforms at the end of 2020 by some ninety documents; eight more in 2021, one revoked and one whose time ran out: seventy-four. */
export function platformStories(): readonly Story[] {
  const levels = (Object.keys(base) as (keyof typeof base)[]).flatMap((level) => Array.from({ length: base[level] }, (_each, nth) => ({ level, nth })));
  return [...levels.flatMap(({ level, nth }, at) => recognised(level, nth, at)), ...Array.from({ length: 10 }, (_each, at) => applied(at))];
}

/** A platform with all its documents: a national one stands in the lists of the province too, some provincial ones in those of the city. */
function recognised(level: keyof typeof base, nth: number, at: number): readonly Story[] {
  const { kind, name } = level === 'nation' && nth === 8 ? { kind: 'incubator', name: '科技企业孵化器' } : (kinds[level][nth % kinds[level].length] ?? { kind: 'other', name: '平台' });
  const entity = kind === 'incubator' ? '蓝谷科技企业孵化器' : `示例${titles[at % titles.length] ?? ''}${name}${two(at + 1)}`;
  const host = techFirms[(at * 3) % techFirms.length];
  const row = (of: keyof typeof base, goOn?: (pen: Pen) => Pen) =>
    rowIn(stock, `platform-${at + 1}-${of}`, () => ({
      name: of === level ? entity : `${entity}（${of === 'province' ? '省级' : '市级'}）`, entity, level: of, kind, hostName: kind === 'incubator' ? '蓝谷高新区运营单位' : (host?.name ?? ''), ...(kind === 'incubator' || host === undefined ? {} : { hostCode: creditCodeOf(host.serial) }),
      documentNo: `${issuers[of]}〔20${two(12 + (at % 7))}〕${100 + at}号`, recognisedOn: `20${two(12 + (at % 7))}-1${at % 3}-12`, marineField: fields[at % fields.length],
      // Of the last of the city the time runs out in the second year.
      ...(of === 'city' && nth === 37 ? { validUntil: '2021-09-30' } : at % 5 === 2 ? { validUntil: '2023-12-31' } : {}),
    }), goOn);
  const alsoIn = level === 'nation' ? ['province' as const] : level === 'province' && nth < 6 ? ['city' as const] : [];
  return [row(level, level === 'city' && kind === 'coinnovation' && nth < 34 ? (pen) => assessed(pen, nth) : undefined), ...alsoIn.map((of) => row(of))];
}

/** The co-innovation centres report and are assessed in spring; three fail: one is put right, one is revoked, one is still at it. */
function assessed(pen: Pen, nth: number): Pen {
  pen.from(addDays('2021-02-01', nth)).after(0, 'science-2', 'report', (known) => ({ year: 2020, evidence: [known.file('年度报告')] }));
  const result = nth === 3 || nth === 12 || nth === 20 ? 'fail' : (['good', 'pass', 'excellent'] as const)[nth % 3];
  pen.from('2021-04-19').after(nth % 9, 'science-1', 'assess', (known) => ({ lastAssessment: result, words: result === 'fail' ? '仪器开放不足，没有新增成果。' : '完成年度目标。', evidence: [known.file('绩效评价意见')] }));
  if (nth === 3) return pen.from('2021-10-11').after(0, 'science-1', 'finishRectifying', (known) => ({ lastAssessment: 'pass', words: '补齐设备和人员，复评合格。', evidence: [known.file('复评意见')] }));
  return nth === 12 ? pen.from('2021-11-08').after(0, 'science-1', 'finishRectifying', (known) => ({ lastAssessment: 'fail', words: '整改没有落实。', evidence: [known.file('复评意见')] })) : pen;
}

/** Ten that apply: eight are recognised in 2021 and counted, one is not, one waits. */
function applied(at: number): Story {
  const level = at < 2 ? 'province' : 'city';
  const name = `示例${titles[at % titles.length] ?? ''}${level === 'province' ? '技术创新中心' : '协同创新中心'}（2021）${two(at + 1)}`;
  const host = techFirms[at * 5 + 1];
  const pen = penFrom(addDays('2021-02-08', at * 3), 260 + at).after(0, host?.account ?? '', 'apply', (known) => ({ name, level, kind: level === 'province' ? 'technology' : 'coinnovation', hostName: host?.name ?? '', hostCode: creditCodeOf(host?.serial ?? 0), marineField: fields[at % fields.length], evidence: [known.file('申报书')] }));
  if (at === 9) return storyOf(`platform-new-${at + 1}`, 'innovationPlatform', pen);
  if (at === 8) return storyOf(`platform-new-${at + 1}`, 'innovationPlatform', pen.after(60, 'science-2', 'reject', () => ({ reason: '未列入市级认定名单。' })));
  const recognisedOn = pen.from(addDays('2021-06-07', at * 9)).day();
  pen.after(0, 'science-2', 'recognise', (known) => ({ documentNo: `${issuers[level]}〔2021〕${200 + at}号`, recognisedOn, validUntil: '2024-12-31', evidence: [known.file('认定文件')] }));
  if (at % 2 === 0) pen.after(2, 'science-2', 'build');
  if (at % 4 !== 0) pen.after(20, 'science-1', 'run', (known) => ({ evidence: [known.file('验收意见')] }));
  return storyOf(`platform-new-${at + 1}`, 'innovationPlatform', pen);
}
