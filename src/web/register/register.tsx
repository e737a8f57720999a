import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { useAsk } from '#web/ask.ts';
import { address } from '#web/client.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import type { Search } from '#web/router.tsx';
import { filtersIn, formIn, formsOf, listedIn, one, searchOf, tidy } from '#web/register/address.ts';
import { useChosenColumns } from '#web/register/columns.tsx';
import { Filters } from '#web/register/filters.tsx';
import { ListForm } from '#web/register/list-form.tsx';
import { SavedViewBar, useSavedViews } from '#web/register/saved-views.tsx';
import { useViewWords } from '#web/register/view-words.ts';
import { useRegisterWords } from '#web/register/words.ts';
import { findRegister } from '#web/registers.ts';
import { slotsOf } from '#web/slots.ts';
import { filingActions, mayImport, seesRegister, useSignedIn } from '#web/session.ts';
import { Absent, Empty, Waiting } from '#web/shell/faces.tsx';
import { Menu } from '#web/shell/menu.tsx';
import { useTitle } from '#web/title.ts';
import { useWords } from '#web/words.ts';

const Board = lazy(async () => ({ default: (await import('#web/register/board.tsx')).Board }));
const Calendar = lazy(async () => ({ default: (await import('#web/register/calendar.tsx')).Calendar }));
const MapForm = lazy(async () => ({ default: (await import('#web/register/map.tsx')).MapForm }));
const Timeline = lazy(async () => ({ default: (await import('#web/register/timeline.tsx')).Timeline }));

/** A register: everything on it follows from the declaration, everything chosen stands in the address bar. */
export function MatterList() {
  const { mechanism: key } = useParams({ from: '/inside/kit/matters/$mechanism' });
  const mechanism = findMechanism(key);
  const signedIn = useSignedIn();
  if (!mechanism) return <Absent />;
  return seesRegister(mechanism.record, signedIn) ? <Register key={key} mechanism={mechanism} /> : <Closed mechanism={mechanism} />;
}

/** A register that is not for the post: an empty one would say that there is nothing in it. */
function Closed({ mechanism: { record: { name } } }: { readonly mechanism: AnyMechanism }) {
  const t = useWords();
  const language = useLanguage();
  useTitle(name[language]);
  return (
    <>
      <header className="page-head"><h1>{name[language]}</h1></header>
      <section className="panel"><Empty title={t('registerClosed')}>{t('registerClosedHelp')}</Empty></section>
    </>
  );
}

function Register({ mechanism }: { readonly mechanism: AnyMechanism }) {
  const t = useWords();
  const language = useLanguage();
  const search: Search = useSearch({ from: '/inside/kit/matters/$mechanism' });
  const navigate = useNavigate();
  const { record } = mechanism;
  const change = (changed: Search) => void navigate({ to: '/matters/$mechanism', params: { mechanism: record.key }, search: tidy({ ...search, ...changed }), replace: true });
  const form = formIn(search, mechanism);
  const isBegun = useUsualView(mechanism, search);
  const counted = useAsk('GET /api/matters/:mechanism', { params: { mechanism: record.key }, query: { ...filtersIn(search), size: '1' } }, { keep: true, enabled: isBegun });
  useTitle(record.name[language]);
  const props = { mechanism, search, change };
  const Own = slotsOf(mechanism).views?.[form]?.View;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{record.name[language]}</h1>
          <p className="page-sub" aria-live="polite">{counted.data ? t('total', { count: numberWords(counted.data.total, language), counter: language === 'zh' ? record.counter.zh : '' }) : ' '}</p>
        </div>
        <Ways mechanism={mechanism} search={search} />
      </header>
      <SavedViewBar mechanism={mechanism} search={search} />
      <FormTabs mechanism={mechanism} search={search} />
      <section className="register" aria-label={record.name[language]} aria-busy={counted.isFetching}>
        <Filters key={Own ? 'folded' : 'open'} {...props} isFolded={Own !== undefined} />
        {isBegun && (
          <Suspense fallback={<Waiting />}>
            {form === 'list' && <ListForm {...props} />}
            {form === 'board' && <Board {...props} />}
            {form === 'calendar' && <Calendar {...props} />}
            {form === 'map' && <MapForm {...props} />}
            {form === 'timeline' && <Timeline {...props} />}
            {Own && <Own {...props} />}
          </Suspense>
        )}
      </section>
    </>
  );
}

/** A register opened by its bare address begins with the view its reader has chosen for that. Says whether what is shown is what shall be. */
function useUsualView({ record }: AnyMechanism, search: Search): boolean {
  const navigate = useNavigate();
  const isBare = Object.keys(search).length === 0;
  const { data, isError } = useSavedViews(record.key);
  const usual = isBare ? data?.rows.find(({ id }) => id === data.usual) : undefined;
  useEffect(() => {
    if (usual) void navigate({ to: '/matters/$mechanism', params: { mechanism: record.key }, search: tidy(searchOf(usual.query, usual.id)), replace: true });
  }, [usual, navigate, record.key]);
  return !isBare || isError || (data !== undefined && !usual);
}

/** The same register, as filtered, in another form. */
function FormTabs({ mechanism, search }: { readonly mechanism: AnyMechanism; readonly search: Search }) {
  const v = useViewWords();
  const w = useRegisterWords();
  const current = formIn(search, mechanism);
  const language = useLanguage();
  const names: Readonly<Record<string, string>> = { list: v('list'), board: v('board'), calendar: v('calendar'), map: w('map'), timeline: w('timeline') };
  const own = slotsOf(mechanism).views ?? {};
  const place = useRef<HTMLElement>(null);
  // On a phone the strip is wider than the screen: the form that is open has its name in sight.
  // `void`: browsers now answer with a promise, which React would take for a clean-up.
  useEffect(() => void place.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [current]);
  return (
    <nav className="tabs view-switch" aria-label={v('views')} ref={place}>
      {/* The router would take the list, whose address names no form, for a part of the others. */}
      {formsOf(mechanism).map((form) => (
        <Link key={form} className="tab" to="/matters/$mechanism" params={{ mechanism: mechanism.record.key }} search={tidy({ saved: 'all', ...search, view: form === 'list' ? undefined : form })} activeOptions={{ exact: true }} aria-current={form === current ? 'page' : undefined}>{names[form] ?? own[form]?.name[language]}</Link>
      ))}
    </nav>
  );
}

/** The ways on from a register: new, import, export, print. */
function Ways({ mechanism, search }: { readonly mechanism: AnyMechanism; readonly search: Search }) {
  const t = useWords();
  const w = useRegisterWords();
  const language = useLanguage();
  const signedIn = useSignedIn();
  const { key } = mechanism.record;
  const register = findRegister(key);
  const columns = useChosenColumns(mechanism, one(search, 'cols'));
  const { cols: _cols, ...asked } = listedIn(search);
  const shown = { ...asked, cols: columns.map((column) => column.key).join(',') };
  const exportAs = (query: Readonly<Record<string, unknown>>, format: string) => address('GET /api/matters/:mechanism/export', { mechanism: key }, { ...query, format });
  return (
    <div className="page-actions">
      <Menu label={t('export')} className="button" face={<>{t('export')}<span aria-hidden="true"> ▾</span></>}>
        {(close) => (
          <ul className="menu-list">
            <li><a href={exportAs(shown, 'xlsx')} download onClick={close}>{w('exportShown')}</a></li>
            <li><a href={exportAs(shown, 'csv')} download onClick={close}>{w('exportShownCsv')}</a></li>
            <li><a href={exportAs(asked, 'xlsx')} download onClick={close}>{w('exportWhole')}</a></li>
            <li><a href={exportAs(asked, 'csv')} download onClick={close}>{w('exportWholeCsv')}</a></li>
            {mechanism.record.ledger && <li><a href={exportAs(asked, 'ledger')} download onClick={close}>{w('exportLedger')}</a></li>}
            {mechanism.record.openData && <li><a href={exportAs(asked, 'json')} download onClick={close}>{mechanism.record.openData[language]}</a></li>}
          </ul>
        )}
      </Menu>
      <Link className="button" to="/matters/$mechanism/print" params={{ mechanism: key }} search={search}>{t('print')}</Link>
      {register && mayImport(register, signedIn) && <Link className="button" to="/imports/$mechanism" params={{ mechanism: key }}>{t('import')}</Link>}
      {filingActions(mechanism, signedIn).map(([name, action], index) => (
        <Link key={name} className={index === 0 ? 'button is-primary' : 'button'} to="/matters/$mechanism/new/$action" params={{ mechanism: key, action: name }}>{action.name[language]}</Link>
      ))}
    </div>
  );
}

