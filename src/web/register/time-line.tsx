import type { Span, Timeline, TimelineRow } from '#contract/register-shapes.ts';
import { addMonths } from '#web/matter/month.ts';
import { useMapWords } from '#web/register/map-words.ts';
import type { TimeWords } from '#web/register/time-words.ts';

const lane = 9;

/** The months over the lines. */
export function TimeMonths({ line, width }: { readonly line: Timeline; readonly width: number }) {
  const at = placeOf(line, width);
  return (
    <svg className="time-months" width={width} height={30}>
      {monthsOf(line).map((month) => <g key={month}><line className="time-grid" x1={at(`${month}-01`)} x2={at(`${month}-01`)} y1={0} y2={30} /><text x={at(`${month}-01`) + 6} y={20}>{month}</text></g>)}
    </svg>
  );
}

/** One matter's months: its clocks as bars with their pauses, its events as dots. Its words stand beside it in the page. */
export function TimeLine({ line, row, width, said }: { readonly line: Timeline; readonly row: TimelineRow; readonly width: number; readonly said: TimeWords }) {
  const at = placeOf(line, width);
  const spans = row.spans.filter((span) => span.from <= line.to && (endOf(span, line) >= line.from));
  const lanes = lanesOf(spans, line);
  const height = Math.max(46, 26 + (Math.max(0, ...lanes) + 1) * lane);
  return (
    <svg className="time-line" width={width} height={height} aria-hidden="true">
      {monthsOf(line).map((month) => <line key={month} className="time-grid" x1={at(`${month}-01`)} x2={at(`${month}-01`)} y1={0} y2={height} />)}
      {line.from <= line.today && line.today <= line.to && <line className="time-today" x1={at(line.today)} x2={at(line.today)} y1={0} y2={height} />}
      {spans.map((span, index) => <Bar key={index} span={span} line={line} at={at} y={22 + (lanes[index] ?? 0) * lane} words={said.span(span)} />)}
      {row.events.map((event) => <circle key={event.seq} className={event.isMove ? 'time-event is-move' : 'time-event'} cx={at(event.on)} cy={11} r={event.isMove ? 5 : 3}><title>{said.event(event)}</title></circle>)}
    </svg>
  );
}

function Bar({ span, line, at, y, words }: { readonly span: Span; readonly line: Timeline; readonly at: (day: string) => number; readonly y: number; readonly words: string }) {
  const from = at(span.from);
  const to = Math.max(from + 2, at(endOf(span, line)));
  return (
    <g>
      <title>{words}</title>
      <rect className={span.isLate ? 'time-span is-late' : 'time-span'} x={from} y={y} width={to - from} height={6} rx={2} />
      {span.pauses.map((pause, index) => {
        const begin = at(pause.from);
        return <rect key={index} className="time-pause" x={begin} y={y} width={Math.max(1, at(pause.to ?? line.today) - begin)} height={6} />;
      })}
      {span.dueOn && span.dueOn >= line.from && span.dueOn <= line.to && <line className="time-due" x1={at(span.dueOn)} x2={at(span.dueOn)} y1={y - 2} y2={y + 8} />}
    </g>
  );
}

/** What the marks mean. */
export function TimeKeys() {
  const m = useMapWords();
  const keys = [
    ['legendClock', <rect key="a" className="time-span" y={3} width={18} height={6} rx={2} />],
    ['legendLate', <rect key="b" className="time-span is-late" y={3} width={18} height={6} rx={2} />],
    ['legendPause', <g key="c"><rect className="time-span" y={3} width={18} height={6} /><rect className="time-pause" x={5} y={3} width={8} height={6} /></g>],
    ['legendDue', <line key="d" className="time-due" x1={9} x2={9} y1={0} y2={12} />],
    ['legendMove', <circle key="e" className="time-event is-move" cx={9} cy={6} r={5} />],
    ['legendEvent', <circle key="f" className="time-event" cx={9} cy={6} r={3} />],
  ] as const;
  return <p className="time-legend">{keys.map(([name, mark]) => <span key={name} className="time-key"><svg width={18} height={12} aria-hidden="true">{mark}</svg>{m(name)}</span>)}</p>;
}

/** Until when a clock is drawn: its end; where it runs on, the later of today and its due day. */
function endOf({ to, dueOn }: Span, { today }: Timeline): string {
  return to ?? (dueOn && dueOn > today ? dueOn : today);
}

/** Bars that overlap lie under one another. */
function lanesOf(spans: readonly Span[], line: Timeline): readonly number[] {
  const ends: string[] = [];
  return spans.map((span) => {
    const free = ends.findIndex((end) => end < span.from);
    const place = free < 0 ? ends.length : free;
    ends[place] = endOf(span, line);
    return place;
  });
}

function monthsOf({ from, to }: Timeline): readonly string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = addMonths(month, 1)) months.push(month);
  return months;
}

function placeOf({ from, to }: Timeline, width: number): (day: string) => number {
  const [begin, end] = [Date.parse(from), Date.parse(to) + 86_400_000];
  return (day) => Math.max(0, Math.min(width, ((Date.parse(day) - begin) / (end - begin)) * width));
}
