import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Link } from '@tanstack/react-router';
import type { DueCalendar } from '#contract/shapes.ts';
import { addDays } from '#kernel/calendar.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { useAsk } from '#web/ask.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import type { Search } from '#web/router.tsx';
import { clockWords } from '#web/matter/clock-words.ts';
import { filtersIn } from '#web/register/address.ts';
import { lightWordsOf } from '#contract/light-words.ts';
import { addMonths, isMonth, weekdayNames, weeksOf } from '#web/matter/month.ts';
import { useViewWords } from '#web/register/view-words.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { useToday } from '#web/speech.ts';
import { useWords } from '#web/words.ts';
import './views.css';

interface CalendarProps {
  readonly mechanism: AnyMechanism;
  readonly search: Search;
  readonly change: (changed: Search) => void;
}

/** 日历: what runs out on which day of a month, on the calendar by which offices work; beside it what is paused and so due on none. */
export function Calendar({ mechanism, search, change }: CalendarProps) {
  const today = useToday();
  const month = isMonth(search['month']) ? search['month'] : today.slice(0, 7);
  const { due: _due, ...filters } = filtersIn(search);
  const asked = useAsk('GET /api/matters/:mechanism/calendar', { params: { mechanism: mechanism.record.key }, query: { ...filters, month } }, { keep: true });
  const go = (to: string) => change({ month: to === today.slice(0, 7) ? undefined : to });
  return (
    <div className="due-calendar">
      <div>
        <MonthBar month={month} current={today.slice(0, 7)} go={go} />
        <Answered of={asked}>{(answer) => <Month key={answer.month} mechanism={mechanism} search={search} calendar={answer} today={today} go={go} />}</Answered>
      </div>
      <Paused mechanism={mechanism} paused={asked.data?.paused} />
    </div>
  );
}

function MonthBar({ month, current, go }: { readonly month: string; readonly current: string; readonly go: (month: string) => void }) {
  const v = useViewWords();
  const words = v('monthOf', { year: month.slice(0, 4), month: String(Number(month.slice(5))) });
  return (
    <div className="month-bar">
      <h2 aria-live="polite">{v('dueDays', { month: words })}</h2>
      <div className="month-ways">
        <button type="button" className="button" onClick={() => go(addMonths(month, -1))}>{v('monthBefore')}</button>
        <input key={month} className="control" type="month" aria-label={v('monthPicked')} defaultValue={month} onBlur={(event) => isMonth(event.target.value) && event.target.value !== month && go(event.target.value)} onKeyDown={(event) => event.key === 'Enter' && isMonth(event.currentTarget.value) && go(event.currentTarget.value)} />
        <button type="button" className="button" onClick={() => go(addMonths(month, 1))}>{v('monthAfter')}</button>
        {month !== current && <button type="button" className="button is-quiet" onClick={() => go(current)}>{v('thisMonth')}</button>}
      </div>
    </div>
  );
}

type DayOf = DueCalendar['days'][number];

function Month({ mechanism, search, calendar, today, go }: { readonly mechanism: AnyMechanism; readonly search: Search; readonly calendar: DueCalendar; readonly today: string; readonly go: (month: string) => void }) {
  const v = useViewWords();
  const language = useLanguage();
  const isNothing = calendar.days.every(({ total }) => total === 0);
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(today.startsWith(calendar.month) ? today : `${calendar.month}-01`);
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const months = { PageUp: -1, PageDown: 1 }[event.key];
    const day = step === undefined ? undefined : addDays(active, step);
    if (months !== undefined) go(addMonths(calendar.month, months));
    else if (day !== undefined && !day.startsWith(calendar.month)) go(day.slice(0, 7));
    else if (day !== undefined) {
      setActive(day);
      table.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    } else if (event.key === 'Enter' && event.target instanceof HTMLTableCellElement) event.target.querySelector('a')?.click();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <p className="hidden-words" id="calendar-hint">{v('calendarHint')}</p>
      {/* Keys are heard where the focus is: on a day. */}
      <table className="month" ref={table} aria-describedby="calendar-hint" onKeyDown={onKey}>
        <thead><tr>{weekdayNames(language).map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {weeksOf(calendar.days).map((week, at) => (
            <tr key={at}>
              {week.map((day, place) => (day ? <DayCell key={day.day} mechanism={mechanism} search={search} day={day} isToday={day.day === today} isActive={day.day === active} onActive={setActive} /> : <td key={place} className="day is-outside" />))}
            </tr>
          ))}
        </tbody>
      </table>
      {isNothing && <Empty title={v('nothingDue')}>{v('nothingDueHelp')}</Empty>}
      {calendar.days.some(({ isProvisional }) => isProvisional) && <p className="quiet month-note">{v('provisional')}</p>}
    </>
  );
}

function DayCell({ mechanism, search, day, isToday, isActive, onActive }: { readonly mechanism: AnyMechanism; readonly search: Search; readonly day: DayOf; readonly isToday: boolean; readonly isActive: boolean; readonly onActive: (day: string) => void }) {
  const t = useWords();
  const v = useViewWords();
  const language = useLanguage();
  const { key } = mechanism.record;
  const lights = lightWordsOf(mechanism.record);
  const toList = { to: '/matters/$mechanism', params: { mechanism: key }, search: { ...filtersIn(search), due: `${day.day}..${day.day}` } } as const;
  const count = numberWords(day.total, language);
  const rest = day.total - day.rows.length;
  return (
    <td className={`day is-${day.kind}${day.total === 0 ? ' is-free' : ''}`} aria-current={isToday ? 'date' : undefined} data-day={day.day} tabIndex={isActive ? 0 : -1} onFocus={() => onActive(day.day)}>
      <div className="day-head">
        <time dateTime={day.day}><span className="day-month">{day.day.slice(5, 8)}</span>{Number(day.day.slice(8))}</time>
        {isToday && <span className="tag">{v('today')}</span>}
        {day.kind === 'rest' && <span className="hidden-words">{v('restHelp')}</span>}
        {day.kind === 'holiday' && <span className="day-mark" title={v('holidayHelp')}><span aria-hidden="true">{v('holiday')}</span><span className="hidden-words">{v('holidayHelp')}</span></span>}
        {day.kind === 'makeUp' && <span className="day-mark is-worked" title={v('makeUpHelp')}><span aria-hidden="true">{v('makeUp')}</span><span className="hidden-words">{v('makeUpHelp')}</span></span>}
        {day.total > 0 && <Link {...toList} className="day-total" aria-label={v('dayDue', { day: day.day, count })}>{v('pieces', { count })}</Link>}
      </div>
      {day.rows.length > 0 && (
        <ul>
          {day.rows.map((row) => (
            <li key={row.id}>
              <span className={`light is-${row.light === 'grey' ? 'none' : row.light}`}><span className="hidden-words">{lights[row.light][language]}</span></span>
              <Link to="/matters/$mechanism/$id" params={{ mechanism: key, id: row.id }} title={[row.number, row.title, lights[row.light][language]].filter(Boolean).join(' ')}>{row.title || row.number || t('untitled')}</Link>
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && <Link {...toList} className="day-more">{v('more', { count: numberWords(rest, language) })}</Link>}
    </td>
  );
}

function Paused({ mechanism, paused }: { readonly mechanism: AnyMechanism; readonly paused: DueCalendar['paused'] | undefined }) {
  const t = useWords();
  const v = useViewWords();
  const language = useLanguage();
  const id = useId();
  if (!paused) return null;
  return (
    <aside className="paused" aria-labelledby={id}>
      <h2 id={id}>{v('paused', { count: numberWords(paused.total, language) })}</h2>
      <p className="quiet">{paused.total === 0 ? v('nonePaused') : v('pausedHelp')}</p>
      <ul>
        {paused.rows.map((row) => (
          <li key={row.id}>
            {row.number && <span className="ticket-number">{row.number}</span>}
            <Link to="/matters/$mechanism/$id" params={{ mechanism: mechanism.record.key, id: row.id }}>{row.title || t('untitled')}</Link>
            {row.clock && <span className="paused-why">{clockWords(row.clock, language)}{row.clock.since && <> <time dateTime={row.clock.since}>{v('pausedSince', { day: row.clock.since })}</time></>}</span>}
          </li>
        ))}
      </ul>
      {paused.total > paused.rows.length && <p className="quiet">{v('pausedMore', { shown: paused.rows.length, count: paused.total })}</p>}
    </aside>
  );
}
