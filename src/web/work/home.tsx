import { useEffect } from 'react';
import { Link } from '@tanstack/react-router';
import type { DutyRow, WaitingRow } from '#contract/shapes.ts';
import { useAsk } from '#web/ask.ts';
import { numberWords, timeWords, useLanguage } from '#web/language.ts';
import { Pier } from '#web/look/pier.tsx';
import { clockTone, clockWords } from '#web/matter/clock-words.ts';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { findRegister, registers } from '#web/registers.ts';
import { mayFile, seesRegister, useSession, useSignedIn } from '#web/session.ts';
import type { Register } from '#web/slim-declarations.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { NoticeWords } from '#web/work/notice.tsx';
import { useWords } from '#web/words.ts';

/** 工作台: what burns first, then what was told, then the registers. */
export function Home() {
  const t = useWords();
  const session = useSession();
  const { personName, post } = useSignedIn();
  const duties = useAsk('GET /api/duties', { query: { state: 'open' } });
  const waiting = useAsk('GET /api/waiting');
  const late = (duties.data?.rows.filter(({ duty }) => duty.clock.state === 'overdue').length ?? 0) + (waiting.data?.rows.filter(({ clock }) => clock?.state === 'overdue').length ?? 0);
  const count = (duties.data?.rows.length ?? 0) + (waiting.data?.total ?? 0);
  // Whom no duty names but much waits for looks at that first.
  const hasDuties = duties.data === undefined || duties.data.rows.length > 0 || waiting.data?.total === 0;
  useEffect(() => void (document.title = `${t('desk')} · ${t('product')}`), [t]);
  return (
    <>
      <header className="page-hero pier-ground">
        <Pier />
        <h1>{t('greeting', { person: personName })}</h1>
        <p>{post.unitName} · {post.name}</p>
        <p aria-live="polite">{duties.data && waiting.data && (count === 0 ? t('noDutiesToday') : t('waitingToday', { count, late }))} <span>{session && t('today', { day: session.today })}</span></p>
      </header>
      <div className="panels">
        <div className="is-wide">
        {hasDuties && <section className="panel" aria-labelledby="my-duties">
          <div className="panel-head"><h2 id="my-duties">{t('myDuties')}</h2></div>
          <div className="panel-body is-flush">
            <Answered of={duties}>{({ rows }) => (rows.length === 0 ? <Empty title={t('noDuties')}>{t('noDutiesHelp')}</Empty> : <ul className="duties">{rows.toSorted(byUrgency).map((row) => <Owed key={row.duty.id} row={row} />)}</ul>)}</Answered>
          </div>
        </section>}
        <section className="panel" aria-labelledby="waiting">
          <div className="panel-head"><h2 id="waiting">{t('waitingForMe')}</h2></div>
          <div className="panel-body is-flush">
            <Answered of={waiting}>{({ rows, total }) => (rows.length === 0 ? <Empty title={t('noWaiting')}>{t('noWaitingHelp')}</Empty> : (
              <>
                <ul className="duties">{rows.map((row) => <Waits key={row.id} row={row} />)}</ul>
                {total > rows.length && <p className="panel-foot">{t('allWaiting', { count: total, shown: rows.length })}</p>}
              </>
            ))}</Answered>
          </div>
        </section>
        </div>
        <Told />
        <section className="panel is-full" aria-labelledby="registers">
          <div className="panel-head"><h2 id="registers">{t('registers')}</h2><div className="panel-more"><Link to="/figures">{t('figures')}</Link></div></div>
          <div className="panel-body"><Registers /></div>
        </section>
      </div>
    </>
  );
}

function Owed({ row: { duty, matter } }: { readonly row: DutyRow }) {
  const t = useWords();
  const language = useLanguage();
  const record = findRegister(matter.mechanism);
  return (
    <li>
      <span className={`tag ${clockTone(duty.clock)}`}>{clockWords(duty.clock, language)}</span>
      <Link to="/matters/$mechanism/$id" params={{ mechanism: matter.mechanism, id: matter.id }}>{[matter.number, matter.title].filter(Boolean).join(' ')}</Link>
      <span className="duty-unit">{record?.duties[duty.kind]?.name[language] ?? duty.kind} · {record?.name[language]}</span>
      <StageTag record={record} stage={matter.stage} />
      <time>{duty.clock.dueOn ? t('dueDay', { day: duty.clock.dueOn }) : ''}</time>
    </li>
  );
}

function Waits({ row }: { readonly row: WaitingRow }) {
  const t = useWords();
  const language = useLanguage();
  const record = findRegister(row.mechanism);
  const steps = row.actions.map((action) => record?.steps[action]?.[language] ?? action);
  return (
    <li>
      {row.clock ? <span className={`tag ${clockTone(row.clock)}`}>{clockWords(row.clock, language)}</span> : <span className="tag">{t('noClock')}</span>}
      <Link to="/matters/$mechanism/$id" params={{ mechanism: row.mechanism, id: row.id }}>{[row.number, row.title].filter(Boolean).join(' ')}</Link>
      <span className="duty-unit">{steps.join(language === 'zh' ? '、' : ', ')} · {record?.name[language]}</span>
      <StageTag record={record} stage={row.stage} />
      <time>{row.dueOn ? t('dueDay', { day: row.dueOn }) : ''}</time>
    </li>
  );
}

function Told() {
  const t = useWords();
  const notices = useAsk('GET /api/notices');
  return (
    <section className="panel" aria-labelledby="told">
      <div className="panel-head"><h2 id="told">{t('notices')}</h2><div className="panel-more"><Link to="/notices">{t('all')}</Link></div></div>
      <div className="panel-body is-flush">
        <Answered of={notices}>
          {({ rows }) => (rows.length === 0 ? <Empty title={t('noNotices')} /> : (
            <ul className="duties">
              {rows.slice(0, 8).map((notice) => (
                <li key={notice.id}>
                  <NoticeWords notice={notice} />
                  <time>{timeWords(notice.at)}</time>
                </li>
              ))}
            </ul>
          ))}
        </Answered>
      </div>
    </section>
  );
}

function Registers() {
  const t = useWords();
  const signedIn = useSignedIn();
  const seen = registers.filter((register) => seesRegister(register, signedIn));
  if (seen.length === 0) return <Empty title={t('noRegisters')}>{t('noRegistersHelp')}</Empty>;
  return <div className="figures">{seen.map((register) => <RegisterCount key={register.key} register={register} />)}</div>;
}

function RegisterCount({ register }: { readonly register: Register }) {
  const t = useWords();
  const language = useLanguage();
  const signedIn = useSignedIn();
  const all = useAsk('GET /api/matters/:mechanism', { params: { mechanism: register.key }, query: { size: '1' } });
  const late = useAsk('GET /api/matters/:mechanism', { params: { mechanism: register.key }, query: { size: '1', light: ['red', 'yellow'] } }, { enabled: register.hasClocks });
  const isLate = (late.data?.total ?? 0) > 0;
  return (
    <Link className={isLate ? 'figure is-alarm' : 'figure'} to="/matters/$mechanism" params={{ mechanism: register.key }} search={{}}>
      <span className="figure-name">{register.name[language]}</span>
      <span className="figure-number">{all.data ? numberWords(all.data.total, language) : '…'}<small className="figure-unit">{language === 'zh' ? register.counter.zh : ''}</small></span>
      <span className="figure-note">{isLate ? t('lateOnes', { count: late.data?.total ?? 0 }) : register.files.some((action) => mayFile(action, signedIn)) ? t('mayFile') : t('noneLate')}</span>
    </Link>
  );
}

const urgency: Readonly<Record<DutyRow['duty']['clock']['state'], number>> = { overdue: 0, running: 1, paused: 2, stopped: 3 };

function byUrgency(one: DutyRow, other: DutyRow): number {
  const [a, b] = [one.duty.clock, other.duty.clock];
  return urgency[a.state] - urgency[b.state] || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');
}
