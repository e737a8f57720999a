import { addDays, type Day } from '#kernel/calendar.ts';
import { creditCodeOf } from '../../projects/sample-names.ts';
import { penFrom, storyOf, type Pen } from '../../projects/sample-pen.ts';
import type { Story } from '../../story.ts';
import { rowIn, two, type BroughtFile } from '../../sample-rows.ts';

/** The first institutions of the stock and their accounts keep the instruments. */
const hosts = 12;
const list: BroughtFile = { file: '共享仪器清单.xlsx', mechanism: 'instrument', day: '2021-01-18', minute: 239, by: 'science-3', action: 'list' };
const names = ['高分辨率质谱仪', '扫描电子显微镜', '多波束测深系统', '深海压力试验舱', '海水腐蚀试验槽', '流式细胞仪', '船模拖曳水池', '核磁共振波谱仪', '三轴振动台', '水声测量系统'];

/** Thirty-six instruments of twelve institutions, with the hours their owners used by quarter. */
export function instrumentStories(sampleInstitution: (at: number) => { readonly name: string; readonly code: string }): readonly Story[] {
  return Array.from({ length: 36 }, (_each, at) => {
    const host = sampleInstitution(at % hosts);
    const keeper = `institute-${1 + (at % hosts)}`;
    return rowIn(list, `instrument-${at + 1}`, () => ({
      name: `${names[at % names.length] ?? ''}（示例${two(at + 1)}）`, assetNo: `SB-${two(1 + (at % hosts))}-${String(100 + at)}`, model: `SY-${200 + at * 7}`, hostName: host.name, hostCode: host.code, value: (18 + at * 9) * 1_000_000, price: (80 + (at % 9) * 40) * 100,
      openLevel: at % 9 === 8 ? 'own' : at % 6 === 5 ? 'members' : 'all', marineField: (['deepSea', 'instruments', 'corrosion', 'medicine', 'offshore', 'none'] as const)[at % 6],
    }), (pen) => kept(pen.after(1, 'science-3', 'amend', () => ({ keeper: `holder-${keeper}` })), keeper, at));
  });
}

function kept(pen: Pen, keeper: string, at: number): Pen {
  for (const until of ['2021-06-30', '2021-11-30']) pen.from(addDays(until, 1)).after(at % 6, keeper, 'recordOwn', () => ({ hours: 20 + (at * 7) % 40, until }));
  return at === 20 ? pen.after(2, keeper, 'pause', () => ({ reason: '更换核心部件。' })) : pen;
}

/** Forty bookings, most of them used, settled and rated; some refused, one cancelled, the latest still to be confirmed. */
export function bookingStories(firms: readonly { readonly name: string; readonly serial: number; readonly account: string }[]): readonly Story[] {
  return Array.from({ length: 40 }, (_each, at) => booking(at, firms[(at * 5) % firms.length]));
}

function booking(at: number, firm: { readonly name: string; readonly serial: number; readonly account: string } | undefined): Story {
  const place = [0, 1, 2, 3, 4, 6, 7, 9, 10, 12, 13, 14][at % 12] ?? 0;
  const keeper = `institute-${1 + (place % hosts)}`;
  const user = firm?.account ?? '';
  const pen = penFrom(at === 39 ? '2021-12-24' : addDays('2021-03-01', at * 6), 100 + at);
  const from = addDays(pen.day(), 14);
  pen.after(0, user, 'book', (known) => ({ purpose: `${['涂层耐蚀性能测试', '样品成分分析', '样机耐压试验', '微观结构观察'][at % 4] ?? ''}（示例${two(at + 1)}）`, instrument: known.idOf(`instrument-${place + 1}`), userName: firm?.name ?? '', userCode: creditCodeOf(firm?.serial ?? 0), fromAt: hour(from, 1), toAt: hour(addDays(from, 4), 9) }));
  if (at === 39) return storyOf(`booking-${at + 1}`, 'instrumentBooking', pen);
  if (at % 11 === 7) return storyOf(`booking-${at + 1}`, 'instrumentBooking', pen.after(2, keeper, 'refuse', () => ({ refusedFor: (['occupied', 'unfit', 'maintenance'] as const)[at % 3] })));
  pen.after(1 + (at % 3), keeper, 'confirm');
  if (at === 23) return storyOf(`booking-${at + 1}`, 'instrumentBooking', pen.after(2, user, 'cancel'));
  pen.from(addDays(from, 5)).after(1, keeper, 'use', (known) => ({ hours: 16 + (at * 13) % 64, evidence: [known.file('使用记录')] })).after(2, keeper, 'settle', (known) => ({ evidence: [known.file('发票')] }));
  return storyOf(`booking-${at + 1}`, 'instrumentBooking', at % 6 === 4 ? pen : pen.after(3, user, 'rate', () => ({ rating: 3 + (at % 3), opinion: '响应及时，数据可靠。' })));
}

function hour(day: Day, at: number): string {
  return `${day}T${two(at)}:00:00.000Z`;
}
