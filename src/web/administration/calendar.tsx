import { useState, type FormEvent } from 'react';
import type { YearOfDays } from '#contract/administration-shapes.ts';
import { addDays, isDay } from '#kernel/calendar.ts';
import { useAdministrationWords } from '#web/administration/words.ts';
import { forgetAnswers, useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { useSignedIn } from '#web/session.ts';
import { Answered } from '#web/shell/faces.tsx';
import { Field, Refused, useAttempt } from '#web/shell/sign-in.tsx';
import { tell } from '#web/shell/told.tsx';
import { useToday } from '#web/speech.ts';

/** 日历: which days of a year are worked, whether a notice is known, and entering one. */
export function Calendar() {
  const w = useAdministrationWords();
  const today = useToday();
  const { administers } = useSignedIn();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const asked = useAsk('GET /api/administration/calendar', { query: { year } }, { keep: true });
  const years = [-1, 0, 1, 2].map((step) => Number(today.slice(0, 4)) + step);
  return (
    <Answered of={asked}>
      {(shown) => (
        <>
          <Panel title={`${shown.year}`} more={<label className="inline-label">{w('year')}<select className="control" value={year} onChange={(event) => setYear(Number(event.target.value))}>{years.map((each) => <option key={each} value={each}>{each}</option>)}</select></label>}>
            <p><span className={`tag ${shown.isKnown ? 'is-done' : 'is-waiting'}`}>{shown.isKnown ? w('known', { count: shown.workdays }) : w('provisional')}</span> {shown.isKnown && <span className="quiet">{shown.source === null ? w('ownNotice') : w('sourceOf', { source: shown.source })}</span>}</p>
            <Year shown={shown} />
          </Panel>
          {administers.includes('system') && <Enter key={shown.year} year={shown.year} />}
        </>
      )}
    </Answered>
  );
}

function Year({ shown }: { readonly shown: YearOfDays }) {
  const w = useAdministrationWords();
  const kinds = { work: w('workday'), rest: w('rest'), holiday: w('holiday'), makeUp: w('makeUp') };
  return (
    <>
      <p className="year-legend">{Object.entries(kinds).map(([kind, name]) => <span key={kind}><i className={`year-day is-${kind}`} aria-hidden="true">{kind === 'holiday' ? '休' : kind === 'makeUp' ? '班' : ''}</i>{name}</span>)}</p>
      <div className="year">
        {Array.from({ length: 12 }, (_, month) => {
          const days = shown.days.filter(({ day }) => Number(day.slice(5, 7)) === month + 1);
          const first = (new Date(`${days[0]?.day}T00:00:00Z`).getUTCDay() + 6) % 7;
          return (
            <section key={month} aria-label={w('monthName', { month: month + 1 })}>
              <h3>{w('monthName', { month: month + 1 })}</h3>
              <ol className="year-month">
                {[...w('weekdays')].map((name, index) => <li key={`head ${index}`} className="year-weekday" aria-hidden="true">{name}</li>)}
                {Array.from({ length: first }, (_gap, index) => <li key={`gap ${index}`} aria-hidden="true" />)}
                {days.map(({ day, kind }) => <li key={day} className={`year-day is-${kind}`} title={`${day} ${kinds[kind]}`}>{Number(day.slice(8))}{kind !== 'work' && kind !== 'rest' && <span className="hidden-words">{kinds[kind]}</span>}</li>)}
              </ol>
            </section>
          );
        })}
      </div>
    </>
  );
}

function Enter({ year }: { readonly year: number }) {
  const w = useAdministrationWords();
  const language = useLanguage();
  const [unclear, setUnclear] = useState<string>();
  const { problem, busy, run } = useAttempt();
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const read = (['rest', 'work'] as const).map((name) => daysOf(String(given.get(name) ?? '')));
    const wrong = read.find((each) => typeof each === 'string');
    setUnclear(typeof wrong === 'string' ? wrong : undefined);
    if (typeof wrong === 'string') return;
    const [rest, work] = read as string[][];
    if (!(await run(() => call('POST /api/administration/calendar', { body: { year, rest: rest ?? [], work: work ?? [], source: String(given.get('source') ?? '').trim() } })))) return;
    tell(w('entered'));
    await forgetAnswers([]);
  }
  return (
    <details className="panel panel-add">
      <summary>{w('enterNotice', { year })}</summary>
      <div className="panel-body">
        <form className="fields" onSubmit={(event) => void save(event)}>
          <Refused problem={problem} />
          {unclear !== undefined && <p className="refused" role="alert" lang={language === 'zh' ? 'zh-CN' : 'en'}>{w('notADay', { words: unclear })}</p>}
          <Field label={w('restDays')}><textarea className="control" name="rest" rows={6} required /></Field>
          <Field label={w('workDays')}><textarea className="control" name="work" rows={6} /></Field>
          <Field label={w('source')}><input className="control" name="source" required minLength={4} maxLength={200} /></Field>
          <p className="form-foot"><button className="button is-primary" disabled={busy}>{w('enterNotice', { year })}</button></p>
        </form>
      </div>
    </details>
  );
}

/** Days and stretches, one a line; a line that is neither is given back. */
function daysOf(typed: string): string[] | string {
  const days: string[] = [];
  for (const line of typed.split('\n').map((each) => each.trim()).filter(Boolean)) {
    const [from = '', to = from] = line.split(/\s*(?:至|到|~|—|\bto\b)\s*/);
    if (!isDay(from) || !isDay(to) || to < from || addDays(from, 40) < to) return line;
    for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  }
  return days;
}
