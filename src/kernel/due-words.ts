import { addDays, addWorkdays, chinaCalendar, isDay, monthEnd, type Day, type WorkCalendar } from './calendar.ts';
import { halfWidth } from './kind.ts';

/** What the due words of a list mean: a day, a day relative to an anchor event, no day but a yearly check, or unknown until a person says. */
export type Due =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'after'; readonly n: number; readonly unit: 'workday' | 'calendarDay' | 'month'; readonly anchor: string }
  | { readonly kind: 'standing' }
  | { readonly kind: 'upper' }
  | { readonly kind: 'unclear' };

/** Understands due words as real lists write them (reform.md §1.4). `today` gives the year where none is written. */
export function understandDueWords(typed: string, today: Day): Due {
  const words = halfWidth(typed).replace(/\s+/g, '').replace(/完成$/, '');
  const written = /^(?:(\d{4})年)?(.*)$/.exec(words);
  const year = Number(written?.[1] ?? today.slice(0, 4));
  const rest = (written?.[2] ?? '').replace(/(之)?前$/, '');

  const exact = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:前)?$/.exec(words);
  if (exact) return ofDay(Number(exact[1]), Number(exact[2]), Number(exact[3]));
  const monthOfYear = /^(\d{4})[-./](\d{1,2})$/.exec(words);
  if (monthOfYear) return ofMonth(Number(monthOfYear[1]), Number(monthOfYear[2]));
  const dayOfMonth = /^(\d{1,2})月(\d{1,2})日$/.exec(rest);
  if (dayOfMonth) return ofDay(year, Number(dayOfMonth[1]), Number(dayOfMonth[2]));
  const month = /^(\d{1,2})月(?:份|底|末)?$/.exec(rest);
  if (month) return ofMonth(year, Number(month[1]));
  const quarter = /^第?([一二三四1-4])季度(?:末)?$/.exec(rest);
  if (quarter) return ofMonth(year, 3 * (['一', '二', '三', '四'].indexOf(quarter[1] ?? '') + 1 || Number(quarter[1])));
  if (/^上半年$/.test(rest)) return ofMonth(year, 6);
  // “2021年底” has its year taken off already, so that 底 stands alone.
  if (/^(下半年|年底|年末|全年|年内)$/.test(rest) || (written?.[1] && /^[底末内]?$/.test(rest))) return ofMonth(year, 12);
  if (rest === '国庆节' || rest === '国庆') return ofMonth(year, 9);
  if (/^(长期|持续推进|常态化|长期坚持)$/.test(rest)) return { kind: 'standing' };
  if (/^按上级(部门)?(要求|时限)/.test(rest)) return { kind: 'upper' };
  const after = /^(会后|印发后|批示后|收到后)(\d+)个?(工作日|自然日|日|天|月)内?$/.exec(rest);
  if (after) {
    const unit = after[3] === '工作日' ? 'workday' : after[3] === '月' ? 'month' : 'calendarDay';
    return { kind: 'after', n: Number(after[2]), unit, anchor: (after[1] ?? '').replace('后', '') };
  }
  return { kind: 'unclear' };
}

/** The day that relative due words mean once the anchor event's day is known. */
export function dueAfter(due: Extract<Due, { kind: 'after' }>, anchorOn: Day, calendar: WorkCalendar = chinaCalendar): Day {
  if (due.unit === 'workday') return addWorkdays(calendar, anchorOn, due.n);
  if (due.unit === 'calendarDay') return addDays(anchorOn, due.n);
  const [year = 0, month = 0, day = 0] = anchorOn.split('-').map(Number);
  const last = monthEnd(year, month + due.n);
  return `${last.slice(0, 8)}${String(Math.min(day, Number(last.slice(8)))).padStart(2, '0')}`;
}

function ofDay(year: number, month: number, day: number): Due {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? { kind: 'day', day: text } : { kind: 'unclear' };
}

function ofMonth(year: number, month: number): Due {
  return month >= 1 && month <= 12 ? { kind: 'day', day: monthEnd(year, month) } : { kind: 'unclear' };
}
