import { useEffect, useRef, useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import type { Timeline as Answer, TimelineRow } from '#contract/register-shapes.ts';
import { useAsk } from '#web/ask.ts';
import { useLanguage } from '#web/language.ts';
import type { Search } from '#web/router.tsx';
import { addMonths, isMonth } from '#web/matter/month.ts';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { filtersIn, one } from '#web/register/address.ts';
import { useMapWords } from '#web/register/map-words.ts';
import { TimeKeys, TimeLine, TimeMonths } from '#web/register/time-line.tsx';
import { useTimeWords } from '#web/register/time-words.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { useToday } from '#web/speech.ts';
import { useWords } from '#web/words.ts';
import './map.css';

interface FormProps {
  readonly mechanism: AnyMechanism;
  readonly search: Search;
  readonly change: (changed: Search) => void;
}

/** 时间轴: what was done to the matters of the filter over some months, and which clocks ran and paused meanwhile. */
export function Timeline({ mechanism, search, change }: FormProps) {
  const m = useMapWords();
  const today = useToday();
  const months = [3, 6, 12, 24].find((each) => String(each) === one(search, 'months')) ?? 6;
  const usual = addMonths(today.slice(0, 7), 1 - months);
  const from = isMonth(one(search, 'from')) ? (one(search, 'from') ?? usual) : usual;
  const page = Math.max(1, Number(one(search, 'page') ?? 1) || 1);
  const asked = useAsk('GET /api/matters/:mechanism/timeline', { params: { mechanism: mechanism.record.key }, query: { ...filtersIn(search), from, months: String(months), page: String(page) } }, { keep: true });
  const go = (to: string) => change({ from: to === usual ? undefined : to, page: undefined });
  return (
    <div>
      <div className="time-bar">
        <strong aria-live="polite">{m('timelineOf', { from, to: addMonths(from, months - 1) })}</strong>
        <button type="button" className="button" onClick={() => go(addMonths(from, -Math.ceil(months / 2)))}>{m('earlier')}</button>
        <button type="button" className="button" onClick={() => go(addMonths(from, Math.ceil(months / 2)))}>{m('later')}</button>
        {from !== usual && <button type="button" className="button is-quiet" onClick={() => go(usual)}>{m('now')}</button>}
        <label className="inline-label">
          {m('monthsShown')}{' '}
          <select className="control" value={months} onChange={(event) => change({ months: event.target.value === '6' ? undefined : event.target.value, from: undefined, page: undefined })}>{[3, 6, 12, 24].map((count) => <option key={count} value={count}>{m('months', { count })}</option>)}</select>
        </label>
      </div>
      <Answered of={asked}>{(answer) => (answer.rows.length === 0 ? <Empty title={m('noneThen')}>{m('noneThenHelp')}</Empty> : <Lines mechanism={mechanism} line={answer} onPage={(to) => change({ page: to === 1 ? undefined : String(to) })} />)}</Answered>
    </div>
  );
}

function Lines({ mechanism, line, onPage }: { readonly mechanism: AnyMechanism; readonly line: Answer; readonly onPage: (page: number) => void }) {
  const m = useMapWords();
  const t = useWords();
  const place = useRef<HTMLSpanElement>(null);
  const width = useWidth(place);
  const pages = Math.ceil(line.total / line.size);
  return (
    <>
      <div className="timeline">
        <div className="time-head" aria-hidden="true">
          <span>{t('filedAt')}</span>
          <span ref={place}><TimeMonths line={line} width={width} /></span>
        </div>
        <ol>{line.rows.map((row) => <Row key={row.id} mechanism={mechanism} line={line} row={row} width={width} />)}</ol>
      </div>
      <TimeKeys />
      {pages > 1 && (
        <p className="time-foot">
          <button type="button" className="button" disabled={line.page <= 1} onClick={() => onPage(line.page - 1)}>{m('previous')}</button>
          <span>{m('pageOf', { page: line.page, pages })}</span>
          <button type="button" className="button" disabled={line.page >= pages} onClick={() => onPage(line.page + 1)}>{m('next')}</button>
        </p>
      )}
    </>
  );
}

function Row({ mechanism, line, row, width }: { readonly mechanism: AnyMechanism; readonly line: Answer; readonly row: TimelineRow; readonly width: number }) {
  const t = useWords();
  const said = useTimeWords(mechanism, line);
  return (
    <li className="time-row">
      <span className="time-name">
        <Link to="/matters/$mechanism/$id" params={{ mechanism: mechanism.record.key, id: row.id }} title={row.title}>{row.title || t('untitled')}</Link>
        <span><StageTag record={mechanism.record} stage={row.stage} /></span>
      </span>
      <TimeLine line={line} row={row} width={width} said={said} />
      {/* The picture in words, for whoever does not see it. */}
      <ul className="hidden-words">
        {row.events.map((event) => <li key={event.seq}>{said.event(event)}</li>)}
        {row.spans.map((span, at) => <li key={at}>{said.span(span)}</li>)}
      </ul>
    </li>
  );
}

/** How wide the lines may be; a phone turned round is measured again. */
function useWidth(place: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(800);
  const language = useLanguage();
  useEffect(() => {
    const { current } = place;
    if (!current) return undefined;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(240, Math.floor(entry.contentRect.width))));
    watch.observe(current);
    return () => watch.disconnect();
  }, [place, language]);
  return width;
}
