import { useState } from 'react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { RegisterCounts } from '#contract/figure-shapes.ts';
import type { ClockReading } from '#contract/shapes.ts';
import { useAsk } from '#web/ask.ts';
import { numberWords, timeWords, useLanguage } from '#web/language.ts';
import { Pier } from '#web/look/pier.tsx';
import { registers } from '#web/registers.ts';
import { mayFile, seesRegister, useSession, useSignedIn } from '#web/session.ts';
import type { Register } from '#web/slim-declarations.ts';
import { Answered, Empty, Waiting } from '#web/shell/faces.tsx';
import { useTitle } from '#web/title.ts';
import { burningPart } from '#web/work/burning.ts';
import { NoticeWords } from '#web/work/notice.tsx';
import { Tasks, type DeskTab } from '#web/work/desk-tabs.tsx';
import { UnitLights } from '#web/work/unit-lights.tsx';
import { useDeskWords } from '#web/work/words.ts';
import { useWords } from '#web/words.ts';
import './desk.css';

const tabs: readonly DeskTab[] = ['owed', 'waiting', 'sent', 'watched', 'drafts', 'done'];

/** 工作台: what burns first, one click away from being done; then what was told, how the unit stands, and the registers. */
export function Home() {
  const t = useWords();
  const session = useSession();
  const { personName, post } = useSignedIn();
  const { tab } = useSearch({ from: '/inside/' });
  const duties = useAsk('GET /api/duties', { query: { state: 'open' } });
  const waiting = useAsk('GET /api/waiting');
  const isKnown = duties.data !== undefined && waiting.data !== undefined;
  // What is looked at later is counted later.
  const sent = useAsk('GET /api/sent', {}, { enabled: isKnown });
  const watched = useAsk('GET /api/watched', {}, { enabled: isKnown });
  const drafts = useAsk('GET /api/drafts', {}, { enabled: isKnown });
  const done = useAsk('GET /api/duties', { query: { state: 'done' } }, { enabled: isKnown });
  const owedClocks = duties.data?.rows.map(({ duty }) => duty.clock) ?? [];
  const waitingClocks = waiting.data?.rows.map(({ clock }) => clock) ?? [];
  const counts: Counts = {
    owed: countOf(duties.data, lateOf(owedClocks)), waiting: { count: waiting.data?.total ?? 0, late: lateOf(waitingClocks) },
    sent: countOf(sent.data), watched: countOf(watched.data), drafts: { count: drafts.data?.length ?? 0 }, done: countOf(done.data),
  };
  const count = counts.owed.count + counts.waiting.count;
  const picked = tabs.find((each) => each === tab);
  const burning = isKnown ? burningPart(owedClocks, waitingClocks) : duties.error || waiting.error ? 'owed' : undefined;
  // Held from the first answer until the reader picks: what comes later must not take the part away with a form open over it.
  const [opened, setOpened] = useState<DeskTab>();
  const held = picked ? undefined : opened ?? burning;
  if (held !== opened) setOpened(held);
  const chosen = picked ?? held;
  useTitle(t('desk'));
  return (
    <>
      <header className="page-hero pier-ground">
        <Pier />
        <h1>{t('greeting', { person: personName })}</h1>
        <p>{post.unitName} · {post.name}</p>
        <p aria-live="polite">{isKnown && (count === 0 ? t('noDutiesToday') : t('waitingToday', { count, late: (counts.owed.late ?? 0) + (counts.waiting.late ?? 0) }))} <span>{session && t('today', { day: session.today })}</span></p>
      </header>
      <div className="panels">
        <section className="panel is-wide" aria-label={t('desk')}>
          <Tabs chosen={chosen} counts={counts} />
        </section>
        <div className="side-column">
          <Told />
          <MyLights unit={post.unitId} />
        </div>
        <section className="panel is-full" aria-labelledby="registers">
          <div className="panel-head"><h2 id="registers">{t('registers')}</h2><div className="panel-more"><Link to="/figures">{t('figures')}</Link></div></div>
          <div className="panel-body"><Registers asks={isKnown || duties.error !== null || waiting.error !== null} /></div>
        </section>
      </div>
    </>
  );
}

interface Count {
  readonly count: number;
  /** There are more than the list takes. */
  readonly hasMore?: boolean;
  readonly late?: number;
}
type Counts = Readonly<Record<DeskTab, Count>>;

function countOf(list: { readonly rows: readonly unknown[]; readonly hasMore: boolean } | undefined, late = 0): Count {
  return { count: list?.rows.length ?? 0, hasMore: list?.hasMore ?? false, late };
}

function lateOf(clocks: readonly (ClockReading | undefined)[]): number {
  return clocks.filter((clock) => clock?.state === 'overdue').length;
}

function Tabs({ chosen, counts }: { readonly chosen: DeskTab | undefined; readonly counts: Counts }) {
  const d = useDeskWords();
  const navigate = useNavigate();
  return (
    <>
      <nav className="tabs" aria-label={d('tabs')}>
        {tabs.map((tab) => {
          const { count, hasMore = false, late = 0 } = counts[tab];
          return (
            <button key={tab} type="button" className="tab" aria-current={tab === chosen ? 'page' : undefined} onClick={() => void navigate({ to: '/', search: { tab }, replace: true })}>
              {d(tab)}
              {count > 0 && <span className={late > 0 ? 'tab-count is-late' : 'tab-count'} title={late > 0 ? d('lateOf', { late }) : undefined}>{count}{hasMore && '+'}</span>}
            </button>
          );
        })}
      </nav>
      {chosen === undefined ? <Waiting /> : <Tasks tab={chosen} />}
    </>
  );
}

function MyLights({ unit }: { readonly unit: string }) {
  const d = useDeskWords();
  const grid = useAsk('GET /api/cockpit/grid', { query: { unit } });
  return (
    <section className="panel" aria-labelledby="my-lights">
      <div className="panel-head"><h2 id="my-lights"><Link to="/units/$unit" params={{ unit }}>{d('myLights')}</Link></h2></div>
      <Answered of={grid}>{(found) => <UnitLights unit={unit} grid={found} />}</Answered>
    </section>
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
              {rows.slice(0, 5).map((notice) => (
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

function Registers({ asks }: { readonly asks: boolean }) {
  const t = useWords();
  const signedIn = useSignedIn();
  const counts = useAsk('GET /api/cockpit/registers', {}, { enabled: asks });
  const seen = registers.filter((register) => seesRegister(register, signedIn));
  if (seen.length === 0) return <Empty title={t('noRegisters')}>{t('noRegistersHelp')}</Empty>;
  return <div className="figures">{seen.map((register) => <RegisterCount key={register.key} register={register} count={counts.data?.[register.key]} />)}</div>;
}

function RegisterCount({ register, count }: { readonly register: Register; readonly count: RegisterCounts[string] | undefined }) {
  const t = useWords();
  const language = useLanguage();
  const signedIn = useSignedIn();
  const late = count?.late ?? 0;
  return (
    <Link className={late > 0 ? 'figure is-alarm' : 'figure'} to="/matters/$mechanism" params={{ mechanism: register.key }} search={{}}>
      <span className="figure-name">{register.name[language]}</span>
      <span className="figure-number">{count ? numberWords(count.total, language) : '…'}<small className="figure-unit">{language === 'zh' ? register.counter.zh : ''}</small></span>
      <span className="figure-note">{late > 0 ? t('lateOnes', { count: late }) : register.files.some((action) => mayFile(action, signedIn)) ? t('mayFile') : t('noneLate')}</span>
    </Link>
  );
}
