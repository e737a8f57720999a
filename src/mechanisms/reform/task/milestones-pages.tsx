import type { CSSProperties } from 'react';
import { Link } from '@tanstack/react-router';
import { lightWordsOf } from '#contract/light-words.ts';
import type { MatterRow } from '#contract/shapes.ts';
import { daysBetween, monthEnd, type Day } from '#kernel/calendar.ts';
import { fill, type Language, type Text } from '#kernel/words.ts';
import { useLanguage } from '#web/language.ts';
import { LightMark } from '#web/matter/light.tsx';
import { AllAnswered, useAllRows, type AllRows } from '#web/register/all-rows.tsx';
import { Empty } from '#web/shell/faces.tsx';
import type { ViewProps } from '#web/slots.ts';
import { useToday, useUnits } from '#web/speech.ts';
import './task-views.css';

const words = {
  title: { zh: '里程碑进度', en: 'Milestones' },
  help: { zh: '一行一项任务，一段一个里程碑，深色为已完成的部分，竖线为今天。没有报方案的任务没有里程碑，不在其中。', en: 'One line for each task, one bar for each milestone, dark as far as it is done; the upright line is today. Tasks without a plan have none and are left out.' },
  none: { zh: '没有符合条件、已报方案的任务', en: 'No task with a plan fits' },
  noneHelp: { zh: '换一个年度或者清除筛选条件。', en: 'Choose another year or clear the filters.' },
  task: { zh: '任务', en: 'Task' },
  milestone: { zh: '{name}：{from}至{to}，权重{weight}，完成{rate}%', en: '{name}: {from} to {to}, weight {weight}, {rate} % done' },
} as const satisfies Readonly<Record<string, Text>>;

interface Milestone {
  readonly name?: string;
  readonly startOn?: Day;
  readonly dueOn?: Day;
  readonly weight?: number;
  readonly doneRate?: number;
}

/** A milestone with the day it runs from: its own, or the day of the one before it, or the issue of the points. */
interface Bar {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly weight: number;
  readonly rate: number;
  readonly isLate: boolean;
}

/** Gantt of the milestones (里程碑横道图), in the order in which tasks fall due. */
export function TaskMilestones(props: ViewProps) {
  const language = useLanguage();
  const today = useToday();
  const asked = useAllRows('task', props.search, { cols: 'code,leadUnit,dueOn,issuedOn,actual', tables: 'milestones', order: 'dueOn' });
  return (
    <AllAnswered of={asked} mechanism="task">
      {(all) => {
        const lines = all.rows.map((row) => ({ row, bars: barsOf(row, today) })).filter(({ bars }) => bars.length > 0);
        return lines.length === 0 ? <Empty title={words.none[language]}>{words.noneHelp[language]}</Empty> : <Chart {...props} all={all} lines={lines} today={today} />;
      }}
    </AllAnswered>
  );
}

interface Line {
  readonly row: MatterRow;
  readonly bars: readonly Bar[];
}

function Chart({ mechanism: { record }, lines, all, today }: ViewProps & { readonly lines: readonly Line[]; readonly all: AllRows; readonly today: Day }) {
  const language = useLanguage();
  const units = useUnits();
  const span = spanOf(lines);
  const length = daysBetween(span.from, span.to) + 1;
  const share = (day: Day) => (100 * daysBetween(span.from, day)) / length;
  const nameOf = (unit: string) => units.find(({ id }) => id === unit)?.shortName ?? all.names.units[unit] ?? unit;
  return (
    <div className="task-view">
      <p className="quiet">{words.help[language]}</p>
      <div className="rows-scroll gantt-scroll" tabIndex={0} role="region" aria-label={words.title[language]}>
        <table className="gantt">
          <thead>
            <tr>
              <th scope="col">{words.task[language]}</th>
              <th scope="col"><span className="gantt-months" aria-label={`${span.from} — ${span.to}`}>{monthsOf(span).map(({ month, day }) => <span key={day} style={{ left: `${share(day)}%` }}>{monthName(month, language)}</span>)}</span></th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ row, bars }) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to="/matters/$mechanism/$id" params={{ mechanism: 'task', id: row.id }} title={row.title}>{row.title}</Link>
                  <span className="gantt-under"><LightMark light={row.light} words={lightWordsOf(record)} /> {nameOf(String(row.facts['leadUnit'] ?? ''))}</span>
                </th>
                <td>
                  <ul className="gantt-bars" style={{ '--today': `${share(today)}%` } as CSSProperties}>
                    {bars.map((bar) => {
                      const told = fill(words.milestone, { name: bar.name, from: bar.from, to: bar.to, weight: bar.weight, rate: bar.rate })[language];
                      return (
                        <li key={bar.name} className={bar.isLate ? 'is-late' : undefined} title={told} style={{ left: `${share(bar.from)}%`, width: `${Math.max(0.8, share(bar.to) - share(bar.from))}%`, '--done': `${bar.rate}%` } as CSSProperties}>
                          <span className="hidden-words">{told}</span>
                        </li>
                      );
                    })}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** What is late; nothing is while no limit runs: a task without a light is suspended or stands open without a day. */
function barsOf({ facts, light }: MatterRow, today: Day): Bar[] {
  const milestones = (facts['milestones'] ?? []) as readonly Milestone[]; // a table of that fact
  let before = String(facts['issuedOn'] ?? '');
  return milestones.flatMap(({ name = '', startOn, dueOn, weight = 0, doneRate = 0 }): Bar[] => {
    if (dueOn === undefined) return [];
    const from = startOn ?? (before === '' || before > dueOn ? dueOn : before);
    before = dueOn;
    return [{ name, from, to: dueOn, weight, rate: doneRate, isLate: light !== 'grey' && dueOn < today && doneRate < 100 }];
  });
}

function monthName(month: number, language: Language): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { month: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2000, month - 1)));
}

/** From the first day of the first month to the last day of the last. */
function spanOf(lines: readonly Line[]): { readonly from: Day; readonly to: Day } {
  const days = lines.flatMap(({ bars }) => bars.flatMap(({ from, to }) => [from, to])).toSorted();
  const [first = '1970-01-01', last = first] = [days[0], days.at(-1)];
  return { from: `${first.slice(0, 7)}-01`, to: monthEnd(Number(last.slice(0, 4)), Number(last.slice(5, 7))) };
}

function monthsOf({ from, to }: { readonly from: Day; readonly to: Day }): readonly { readonly month: number; readonly day: Day }[] {
  const months: { month: number; day: Day }[] = [];
  for (let [year = 0, month = 0] = from.split('-').map(Number); `${year}-${String(month).padStart(2, '0')}-01` <= to; [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]) {
    months.push({ month, day: `${year}-${String(month).padStart(2, '0')}-01` });
  }
  return months;
}
