import { lazy, Suspense, useEffect, type CSSProperties, type ReactNode } from 'react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Pagination } from 'antd';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import type { QueryOf } from '#contract/routes.ts';
import type { MatterList as List, MatterRow } from '#contract/shapes.ts';
import { factText, kindOf } from '#kernel/kinds.ts';
import type { Speech } from '#kernel/kind.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { useAsk } from '#web/ask.ts';
import { address } from '#web/client.ts';
import { dayWords, numberWords, useLanguage } from '#web/language.ts';
import type { Search } from '#web/router.tsx';
import { findRegister } from '#web/registers.ts';
import { filingActions, mayImport, useSignedIn } from '#web/session.ts';
import { useSpeech } from '#web/speech.ts';
import { Absent, Answered, Empty, Waiting } from '#web/shell/faces.tsx';
import { Icon } from '#web/shell/icon.tsx';
import { Menu } from '#web/shell/menu.tsx';
import { slotsOf } from '#web/slots.ts';
import { Filters, filtersIn, isFiltered, many } from '#web/register/filters.tsx';
import { LightMark } from '#web/matter/light.tsx';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { useViewWords } from '#web/register/view-words.ts';
import { useWords } from '#web/words.ts';

const Board = lazy(async () => ({ default: (await import('#web/register/board.tsx')).Board }));
const Calendar = lazy(async () => ({ default: (await import('#web/register/calendar.tsx')).Calendar }));

/** A register: everything on it follows from the declaration, everything chosen stands in the address bar. */
export function MatterList() {
  const { mechanism: key } = useParams({ from: '/inside/kit/matters/$mechanism' });
  const mechanism = findMechanism(key);
  return mechanism ? <Register key={key} mechanism={mechanism} /> : <Absent />;
}

function Register({ mechanism }: { readonly mechanism: AnyMechanism }) {
  const t = useWords();
  const language = useLanguage();
  const search: Search = useSearch({ from: '/inside/kit/matters/$mechanism' });
  const navigate = useNavigate();
  const { record } = mechanism;
  const change = (changed: Search) => void navigate({ to: '/matters/$mechanism', params: { mechanism: record.key }, search: tidy({ ...search, page: undefined, ...changed }), replace: true });
  const view = viewIn(search, mechanism);
  // Board and calendar ask for what they show; of the list they need the total alone.
  const listed = useAsk('GET /api/matters/:mechanism', { params: { mechanism: record.key }, query: view === 'list' ? asked(search) : { ...filtersIn(search), size: '1' } }, { keep: true });
  useEffect(() => void (document.title = `${record.name[language]} · ${t('product')}`), [record, language, t]);
  // The library's arrows are read out by their English names.
  const turnPage = (_page: number, kind: string, face: ReactNode) => {
    if (kind !== 'prev' && kind !== 'next') return face;
    return <button type="button" className="ant-pagination-item-link" aria-label={t(kind === 'prev' ? 'previousPage' : 'nextPage')}><Icon name={kind === 'prev' ? 'left' : 'right'} size={14} /></button>;
  };
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{record.name[language]}</h1>
          <p className="page-sub" aria-live="polite">{listed.data ? t('total', { count: numberWords(listed.data.total, language), counter: language === 'zh' ? record.counter.zh : '' }) : ' '}</p>
        </div>
        <Ways mechanism={mechanism} search={search} />
      </header>
      <ViewSwitch mechanism={mechanism} search={search} />
      <section className="register" aria-label={record.name[language]} aria-busy={listed.isFetching}>
        <Filters mechanism={mechanism} search={search} change={change} />
        <Suspense fallback={<Waiting />}>
          {view === 'board' && <Board mechanism={mechanism} search={search} change={change} />}
          {view === 'calendar' && <Calendar mechanism={mechanism} search={search} change={change} />}
        </Suspense>
        {view === 'list' && (
          <Answered of={listed}>
            {(list) => (
              <>
                {list.rows.length === 0 ? <Nothing mechanism={mechanism} search={search} /> : <Grid mechanism={mechanism} list={list} search={search} change={change} />}
                <footer className="register-foot">
                  <span>{t('shown', { count: list.rows.length, total: list.total })}</span>
                  <Pagination size="small" current={list.page} pageSize={list.size} total={list.total} itemRender={turnPage} showSizeChanger={{ suffixIcon: <Icon name="down" size={14} /> }} pageSizeOptions={[20, 50, 100, 200]} hideOnSinglePage={list.total <= 20} onChange={(page, size) => change({ page: page === 1 ? undefined : String(page), size: size === 50 ? undefined : String(size) })} />
                </footer>
              </>
            )}
          </Answered>
        )}
      </section>
    </>
  );
}

type View = 'list' | 'board' | 'calendar';

/** A register without clocks has no due days, and so no calendar. */
function viewIn(search: Search, { record }: AnyMechanism): View {
  const hasClocks = Object.keys(record.clocks).length + Object.keys(record.duties).length > 0;
  return search['view'] === 'board' || (search['view'] === 'calendar' && hasClocks) ? search['view'] : 'list';
}

/** The same register, as filtered, in another form. */
function ViewSwitch({ mechanism, search }: { readonly mechanism: AnyMechanism; readonly search: Search }) {
  const v = useViewWords();
  const current = viewIn(search, mechanism);
  const views = (['list', 'board', 'calendar'] as const).filter((view) => view === viewIn({ view }, mechanism));
  return (
    <nav className="tabs view-switch" aria-label={v('views')}>
      {/* The router would take the list, whose address names no view, for a part of the others. */}
      {views.map((view) => (
        <Link key={view} className="tab" to="/matters/$mechanism" params={{ mechanism: mechanism.record.key }} search={tidy({ ...search, page: undefined, view: view === 'list' ? undefined : view })} activeOptions={{ exact: true }} aria-current={view === current ? 'page' : undefined}>{v(view)}</Link>
      ))}
    </nav>
  );
}

/** The ways on from a register: new, import, export. */
function Ways({ mechanism, search }: { readonly mechanism: AnyMechanism; readonly search: Search }) {
  const t = useWords();
  const language = useLanguage();
  const signedIn = useSignedIn();
  const { key } = mechanism.record;
  const register = findRegister(key);
  const ways = filingActions(mechanism, signedIn);
  const { page: _page, size: _size, ...filters } = asked(search);
  const exportAs = (format: string) => address('GET /api/matters/:mechanism/export', { mechanism: key }, { ...filters, format });
  return (
    <div className="page-actions">
      <Menu label={t('export')} className="button" face={`${t('export')} ▾`}>
        {(close) => (
          <ul className="menu-list">
            <li><a href={exportAs('xlsx')} download onClick={close}>{t('exportExcel')}</a></li>
            <li><a href={exportAs('csv')} download onClick={close}>{t('exportCsv')}</a></li>
          </ul>
        )}
      </Menu>
      <button type="button" className="button" onClick={() => print()}>{t('print')}</button>
      {register && mayImport(register, signedIn) && <Link className="button" to="/imports/$mechanism" params={{ mechanism: key }}>{t('import')}</Link>}
      {ways.map(([name, action], index) => (
        <Link key={name} className={index === 0 ? 'button is-primary' : 'button'} to="/matters/$mechanism/new/$action" params={{ mechanism: key, action: name }}>{action.name[language]}</Link>
      ))}
    </div>
  );
}

function Nothing({ mechanism, search }: { readonly mechanism: AnyMechanism; readonly search: Search }) {
  const t = useWords();
  const language = useLanguage();
  const ways = filingActions(mechanism, useSignedIn());
  if (isFiltered(search)) return <Empty title={t('nothingFound')}>{t('nothingFoundHelp')}</Empty>;
  const [first] = ways;
  return <Empty title={t('registerEmpty')}>{first ? t('registerEmptyFile', { action: first[1].name[language] }) : t('registerEmptyWait')}</Empty>;
}

interface Column {
  readonly key: string;
  readonly name: string;
  readonly width: number;
  readonly isNumber: boolean;
  readonly order: string | undefined;
  readonly cell: (row: MatterRow) => React.ReactNode;
}

/** Our own grid: the elements and roles of a table, laid out by CSS grid (which would otherwise take the table's meaning away). */
function Grid({ mechanism, list, search, change }: { readonly mechanism: AnyMechanism; readonly list: List; readonly search: Search; readonly change: (changed: Search) => void }) {
  const language = useLanguage();
  const speech = useSpeech(list.names);
  const columns = useColumns(mechanism, speech);
  const order = String(search['order'] ?? '');
  const template = columns.map(({ width, key }) => (key === mechanism.record.title ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' ');
  const least = columns.reduce((sum, { width }) => sum + width, 0);
  const style = { '--columns': template, '--least': `${least}px` } as CSSProperties;
  return (
    <div className="register-scroll" tabIndex={0} role="region" aria-label={mechanism.record.name[language]} style={style}>
      <table role="table" className="register-table" aria-rowcount={list.total}>
        <thead role="rowgroup">
          <tr role="row" className="register-head">
            {columns.map((column) => {
              const direction = order === column.order ? 'ascending' : order === `-${column.order}` ? 'descending' : undefined;
              return (
                <th key={column.key} role="columnheader" scope="col" className={column.isNumber ? 'register-cell is-number' : 'register-cell'} aria-sort={direction}>
                  {column.order === undefined ? column.name : (
                    <button type="button" className="register-sort" onClick={() => change({ order: direction === 'ascending' ? `-${column.order}` : direction === 'descending' ? undefined : column.order })}>{column.name}</button>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {list.rows.map((row, index) => (
            <tr key={row.id} role="row" className="register-row" aria-rowindex={(list.page - 1) * list.size + index + 2}>
              {columns.map((column) => <td key={column.key} role="cell" className={column.isNumber ? 'register-cell is-number' : 'register-cell'}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useColumns(mechanism: AnyMechanism, speech: Speech): readonly Column[] {
  const t = useWords();
  const { record } = mechanism;
  const { cells = {} } = slotsOf(mechanism);
  const { language } = speech;
  const facts = [record.title, ...record.list.filter((name) => name !== record.title)].flatMap((name) => {
    const fact = record.facts[name];
    return fact ? [{ name, fact }] : [];
  });
  const factColumns = facts.map(({ name, fact }): Column => {
    const kind = kindOf(fact);
    const Cell = cells[name];
    const words = (row: MatterRow) => factText(fact, row.facts[name], speech);
    return {
      key: name,
      name: fact.name[language],
      width: name === record.title ? 300 : Math.max(kind.width * 7 + 20, [...fact.name[language]].length * (language === 'zh' ? 15 : 8) + 44),
      isNumber: kind.compare === 'number',
      order: kind.compare === 'none' || kind.compare === 'list' || fact.sealed ? undefined : name === record.title ? 'title' : name,
      cell: (row) => {
        if (Cell) return <Cell mechanism={mechanism} row={row} fact={name} speech={speech} />;
        if (name !== record.title) return <span title={words(row)}>{words(row)}</span>;
        return <Link to="/matters/$mechanism/$id" params={{ mechanism: record.key, id: row.id }} title={row.title}>{row.title || t('untitled')}</Link>;
      },
    };
  });
  const numbered: Column = { key: '#number', name: t('number'), width: 148, isNumber: false, order: 'number', cell: (row) => row.number ?? <span className="quiet">—</span> };
  const standing: Column[] = [
    { key: '#stage', name: t('stage'), width: 132, isNumber: false, order: 'stage', cell: (row) => <StageTag record={record} stage={row.stage} /> },
    ...(Object.keys(record.clocks).length + Object.keys(record.duties).length > 0
      ? [
          { key: '#light', name: t('light'), width: 112, isNumber: false, order: undefined, cell: (row: MatterRow) => <LightMark light={row.light} /> },
          { key: '#due', name: t('dueOn'), width: 116, isNumber: false, order: 'dueOn', cell: (row: MatterRow) => row.dueOn ?? '' },
        ]
      : []),
  ];
  const changed: Column = { key: '#changed', name: t('changedAt'), width: 124, isNumber: false, order: 'changedAt', cell: (row) => dayWords(row.changedAt) };
  const isNumbered = Object.values(mechanism.actions).some(({ numbers = [] }) => numbers.some(({ into }) => into === 'number'));
  return [...(isNumbered ? [numbered] : []), ...factColumns.slice(0, 1), ...standing, ...factColumns.slice(1), changed];
}

/** What the address bar asks of the list. */
function asked(search: Search): NonNullable<QueryOf<'GET /api/matters/:mechanism'>> {
  const { order, page, size } = search;
  return { ...filtersIn(search), ...(order ? { order: String(order) } : {}), ...(page ? { page: String(page) } : {}), size: String(size ?? 50) };
}

function tidy(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => many(value).length > 0));
}
