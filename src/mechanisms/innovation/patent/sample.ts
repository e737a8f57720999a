import { addDays, type Day } from '#kernel/calendar.ts';
import { creditCodeOf } from '../../projects/sample-names.ts';
import { penFrom, storyOf, type Pen } from '../../projects/sample-pen.ts';
import type { Story } from '../../story.ts';
import { techFirms } from '../sample-firms.ts';
import { rowIn, two, type BroughtFile } from '../../sample-rows.ts';
import { checkCharacter } from './rules.ts';

/** One quarter’s list of grants, as the office keeps it: so many inventions of our own, utility models, inventions from elsewhere and inventions bought. */
interface Quarter {
  readonly year: number;
  readonly quarter: number;
  /** The day the list is brought. */
  readonly on: Day;
  readonly ours: number;
  readonly utility: number;
  readonly elsewhere: number;
  readonly bought: number;
}

/** Thirty-three inventions of 2020 and, with four that were followed from their filing, a hundred and seventeen of 2021. */
const quarters: readonly Quarter[] = [
  { year: 2020, quarter: 1, on: '2020-04-07', ours: 7, utility: 9, elsewhere: 0, bought: 0 },
  { year: 2020, quarter: 2, on: '2020-07-06', ours: 8, utility: 10, elsewhere: 1, bought: 0 },
  { year: 2020, quarter: 3, on: '2020-10-12', ours: 9, utility: 8, elsewhere: 0, bought: 1 },
  { year: 2020, quarter: 4, on: '2021-01-05', ours: 9, utility: 11, elsewhere: 1, bought: 1 },
  { year: 2021, quarter: 1, on: '2021-04-06', ours: 24, utility: 10, elsewhere: 1, bought: 0 },
  { year: 2021, quarter: 2, on: '2021-07-05', ours: 30, utility: 12, elsewhere: 1, bought: 1 },
  { year: 2021, quarter: 3, on: '2021-10-11', ours: 33, utility: 11, elsewhere: 2, bought: 1 },
  { year: 2021, quarter: 4, on: '2021-12-24', ours: 26, utility: 9, elsewhere: 1, bought: 4 },
];
const subjects = ['深海采样装置', '防腐涂层', '海水淡化膜', '水下机器人', '海藻提取方法', '浮标', '船用阀门', '养殖工船', '声呐阵列', '海底电缆接头', '风机基础', '传感器'];
const classes = ['G01N1/10', 'C09D5/08', 'C02F1/44', 'B63C11/52', 'A61K36/04', 'B63B22/00', 'F16K1/00', 'A01K61/60', 'G01S15/88', 'H02G15/14', 'E02D27/52', 'G01D21/02'];
const fields = ['deepSea', 'corrosion', 'seawater', 'deepSea', 'medicine', 'instruments', 'offshore', 'fishery', 'instruments', 'offshore', 'energy', 'none'] as const;

export function patentStories(): readonly Story[] {
  return [...quarters.flatMap(listed), ...Array.from({ length: 6 }, (_each, at) => followed(at))];
}

function listed(quarter: Quarter, place: number): readonly Story[] {
  const { year, on, ours, utility, elsewhere, bought } = quarter;
  const file: BroughtFile = { file: `${year}年第${quarter.quarter}季度授权专利.xlsx`, mechanism: 'patent', day: on, minute: 243, by: 'science-2', action: 'enter' };
  const sorts = [...Array.from({ length: ours }, () => 'ours'), ...Array.from({ length: utility }, () => 'utility'), ...Array.from({ length: elsewhere }, () => 'elsewhere'), ...Array.from({ length: bought }, () => 'bought')] as const;
  return sorts.map((sort, nth) => {
    const serial = place * 100 + nth;
    const filed = year - (sort === 'utility' ? 1 : 2);
    const grantedOn = grantOf(quarter, nth);
    return rowIn(file, `patent-${serial}`, () => ({
      ...about(serial), kind: sort === 'utility' ? 'utility' : 'invention', patentNo: `ZL${numberOf(filed, sort === 'utility' ? '2' : '1', serial)}`, filedOn: `${filed}-0${1 + (nth % 9)}-14`, grantedOn,
      firstAddress: sort === 'elsewhere' ? 'city' : 'district', ...(sort === 'bought' ? { isBoughtIn: true, boughtOn: addDays(grantedOn, 2) } : {}),
    }), (pen) => later(pen, serial, sort));
  });
}

/** Grants are announced on Tuesdays and Fridays; any day of the quarter does for a sample. */
function grantOf({ year, quarter }: Quarter, nth: number): Day {
  return addDays(`${year}-${two(quarter * 3 - 2)}-03`, (nth * 5) % 76);
}

function about(serial: number): Readonly<Record<string, unknown>> {
  const owner = techFirms[(serial * 7) % techFirms.length];
  return { name: `一种${subjects[serial % subjects.length] ?? ''}（示例${serial}）`, owners: owner?.name ?? '', ownerCode: creditCodeOf(owner?.serial ?? 0), ipc: classes[serial % classes.length], marineField: fields[serial % fields.length], firstAddress: 'district' };
}

/** Twelve digits and what checks them: the year, the kind and a serial number no office gives out to so few. */
function numberOf(year: number, digit: string, serial: number): string {
  const digits = `${year}${digit}9${String(serial).padStart(6, '0')}`;
  return `${digits}.${checkCharacter(digits)}`;
}

/** What becomes of some of them: fees, licences, pledges, a transfer, an end. */
function later(pen: Pen, serial: number, sort: string): Pen {
  if (sort === 'ours' && serial < 100 && serial % 3 === 0) pen.from('2020-06-15').after(serial % 7, 'science-2', 'maintain', (known) => ({ feeUntil: '2022-03-31', evidence: [known.file('缴费凭证')] }));
  const deal = (action: string, amount: number, until: string | undefined) => pen.from('2021-05-17').after(serial % 11, 'science-2', action, (known) => ({ party: action === 'pledge' ? '示例银行' : '示例海洋装备有限公司', amount, number: `示例合同〔2021〕${serial}号`, evidence: [known.file('合同')], ...(until === undefined ? {} : { until }) }));
  if (sort !== 'ours') return serial === 12 ? pen.from('2021-06-21').after(0, 'science-1', 'invalidate', (known) => ({ evidence: [known.file('无效宣告决定')] })) : pen;
  if ([101, 104, 203].includes(serial)) deal('license', 60_000_000, '2024-05-31');
  if ([102, 205, 301].includes(serial)) deal('pledge', 500_000_000, '2023-05-31');
  if ([103, 207].includes(serial)) deal('transfer', 90_000_000, undefined);
  return serial === 206 ? pen.from('2021-09-06').after(0, 'science-2', 'lapse', () => ({ endedFor: 'waived' })) : pen;
}

/** Followed from the filing by whoever holds them: four granted in 2021, one published, one just filed. */
function followed(at: number): Story {
  const firm = techFirms[at];
  const by = firm?.account ?? '';
  const serial = 900 + at;
  const pen = penFrom(addDays('2021-02-15', at * 4), 270 + at).after(0, by, 'file', () => ({ ...about(serial), owners: firm?.name ?? '', ownerCode: creditCodeOf(firm?.serial ?? 0), kind: 'invention', applicationNo: numberOf(2020, '1', serial), filedOn: `2020-0${1 + at}-20` }));
  if (at < 5) pen.after(20, by, 'publish', () => ({ publishedOn: '2021-03-09' }));
  const grantedOn = addDays('2021-08-03', at * 20);
  if (at < 4) pen.from(grantedOn).after(2, by, 'grant', (known) => ({ grantedOn, evidence: [known.file('专利证书')] }));
  return storyOf(`patent-${serial}`, 'patent', pen);
}
