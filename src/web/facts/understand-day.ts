import { addDays, type Day } from '#kernel/calendar.ts';
import { understandDueWords } from '#kernel/due-words.ts';
import { halfWidth } from '#kernel/kind.ts';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const near: Readonly<Record<string, number>> = { 昨天: -1, 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2, 大后天: 3, today: 0, tomorrow: 1 };
const feasts: Readonly<Record<string, string>> = { 元旦: '01-01', 五一: '05-01', 劳动节: '05-01', 国庆: '10-01', 国庆节: '10-01' };

/**
 * A day as people say it over a form: 下周五, 明天, 本月底, 10天后, 五一前, besides all that lists write. Only where somebody sees at once
 * what was understood: in a spreadsheet of last year 下周五 would be any Friday.
 */
export function understand(typed: string, today: Day): Day | undefined {
  const words = halfWidth(typed).replace(/\s+/g, '').replace(/(之)?前$|完成$/g, '').toLowerCase();
  const feast = feasts[words];
  if (feast !== undefined && halfWidth(typed).trim().endsWith('前')) return addDays(comingOn(feast, today), -1);
  if (feast !== undefined) return comingOn(feast, today);
  const due = understandDueWords(typed, today);
  if (due.kind === 'day') return due.day;
  if (near[words] !== undefined) return addDays(today, near[words]);
  const week = /^(本|这|这个|下|下个|下下)?(?:周|星期|礼拜)([一二三四五六日天末])$/.exec(words);
  if (week) return ofWeek(week[1] ?? '', week[2] ?? '', today);
  const month = /^(本|这个|下|下个|下下个)?月(底|末|初|(\d{1,2})[日号])$/.exec(words);
  if (month) return ofMonth(month[1] ?? '', month[2] ?? '', month[3], today);
  const later = /^(\d{1,3})(天|日|周|个星期|个月)(?:后|内|以后|以内)$/.exec(words);
  if (!later) return undefined;
  const count = Number(later[1]);
  if (later[2] === '个月') return monthsOn(today, count);
  return addDays(today, later[2] === '天' || later[2] === '日' ? count : 7 * count);
}

/** Weeks begin on Monday (GB/T 7408). */
function ofWeek(which: string, weekday: string, today: Day): Day | undefined {
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
  const at = weekday === '天' ? 6 : weekday === '末' ? 5 : weekdays.indexOf(weekday);
  const weeks = which.startsWith('下下') ? 2 : which.startsWith('下') ? 1 : 0;
  return addDays(monday, at + 7 * weeks);
}

function ofMonth(which: string, end: string, date: string | undefined, today: Day): Day | undefined {
  const months = which.startsWith('下下') ? 2 : which.startsWith('下') ? 1 : 0;
  const first = monthsOn(`${today.slice(0, 8)}01`, months);
  const last = addDays(monthsOn(first, 1), -1);
  if (end === '底' || end === '末') return last;
  if (end === '初') return first;
  const day = `${first.slice(0, 8)}${(date ?? '').padStart(2, '0')}`;
  return Number(date) >= 1 && day <= last ? day : undefined;
}

/** The same day so many months on; the last one where that month is shorter. */
function monthsOn(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`;
}

function comingOn(date: string, today: Day): Day {
  const year = Number(today.slice(0, 4));
  const here = `${year}-${date}`;
  return here > today ? here : `${year + 1}-${date}`;
}
