import { isDay, type YearNotice } from '#kernel/calendar.ts';
import { readTable } from '#reports/workbook-reader.ts';
import { findDistrict } from '#store/districts.ts';
import { keepCalendarYear } from '#store/settings.ts';
import { sampleDistrict } from '#sample/district.ts';
import { openInstallation } from '../installation.ts';
import type { Options } from '../main.ts';
import { OperatorRefusal } from '../operator-refusal.ts';
import { announce } from '../terminal.ts';
import { dataFolder, districtCode } from './data-folder.ts';

/** `zhanqiao calendar --file`: enters the State Council's notice of a year, so that days counted in it are no longer provisional. */
export async function calendarCommand(options: Options): Promise<void> {
  if (!options.file) throw new OperatorRefusal({ zh: '请用 --file 指定放假调休表（CSV 或 Excel，两列：日期，rest 或 work）。', en: 'Please name the list with --file (CSV or Excel, two columns: date, rest or work).' });
  const notices = await readNotices(options.file);
  const installation = await openInstallation(dataFolder(options));
  try {
    const district = districtCode(options, sampleDistrict.code);
    await installation.store.inDistrict(district, async (tx) => {
      if (!(await findDistrict(tx, district))) throw new OperatorRefusal({ zh: `数据文件夹里没有区划代码 ${district} 的区县，请核对 --data 和 --district。`, en: `The data folder holds no district ${district}; please check --data and --district.` });
      for (const notice of notices) await keepCalendarYear(tx, district, { ...notice, source: options.file ?? '' });
    });
    const years = notices.map(({ year }) => year).join('、');
    announce({ zh: `已录入 ${years} 年。正在运行的平台重启后生效。`, en: `Entered ${years}. A running platform takes it up when it is started again.` });
  } finally {
    await installation.close();
  }
}

/** The days of a list by year; a make-up day in January may stand in the list of its own year. */
async function readNotices(file: string): Promise<YearNotice[]> {
  const years = new Map<number, { rest: string[]; work: string[] }>();
  for await (const { rowNumber, cells } of readTable({ bytes: file, fileName: file })) {
    const [first, second] = cells;
    const day = first instanceof Date ? first.toISOString().slice(0, 10) : String(first ?? '').trim();
    const kind = String(second ?? '').trim();
    if (rowNumber === 1 && !isDay(day)) continue;
    if (!isDay(day) || (kind !== 'rest' && kind !== 'work')) {
      throw new OperatorRefusal({ zh: `第 ${rowNumber} 行看不明白：应为“2027-01-01,rest”或“2027-02-06,work”。`, en: `Row ${rowNumber} is not clear: write 2027-01-01,rest or 2027-02-06,work.` });
    }
    const year = Number(day.slice(0, 4));
    const held = years.get(year) ?? { rest: [], work: [] };
    held[kind].push(day.slice(5));
    years.set(year, held);
  }
  if (years.size === 0) throw new OperatorRefusal({ zh: '表里没有日期。', en: 'The list holds no day.' });
  return [...years].map(([year, { rest, work }]) => ({ year, rest: rest.join(' '), work: work.join(' ') }));
}
