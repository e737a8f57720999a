import { useEffect, useMemo, useState } from 'react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { factText, totalKinds } from '#kernel/kinds.ts';
import type { Speech } from '#kernel/kind.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { filterWords } from '#contract/filter-words.ts';
import { lightWordsAt } from '#contract/light-words.ts';
import type { RegisterTotals } from '#contract/register-shapes.ts';
import type { MatterList } from '#contract/shapes.ts';
import { useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { filtersIn, listedIn, one } from '#web/register/address.ts';
import { useChosenColumns, useShownColumns, type ShownColumn } from '#web/register/columns.tsx';
import type { Search } from '#web/router.tsx';
import { Absent, Empty, Failure, Waiting } from '#web/shell/faces.tsx';
import { useSpeech, useToday } from '#web/speech.ts';
import { useRegisterWords } from '#web/register/words.ts';
import { useTitle } from '#web/title.ts';
import { useWords } from '#web/words.ts';
import './grid.css';

const rowsOfPage = 200;
/** Some fifty sheets of paper: more belongs into a file. */
const mostPrinted = 2_000;

/** The register on paper: a real table whose head stands on every sheet. A grid with the rows in sight alone would print only those. */
export function PrintRegister() {
  const { mechanism: key } = useParams({ from: '/inside/kit/matters/$mechanism/print' });
  const mechanism = findMechanism(key);
  return mechanism ? <Sheets key={key} mechanism={mechanism} /> : <Absent />;
}

function Sheets({ mechanism }: { readonly mechanism: AnyMechanism }) {
  const w = useRegisterWords();
  const t = useWords();
  const language = useLanguage();
  const search: Search = useSearch({ from: '/inside/kit/matters/$mechanism/print' });
  const { lists, total, error, isWhole } = useSheets(mechanism.record.key, search);
  const { record } = mechanism;
  const shown = lists.reduce((sum, { rows }) => sum + rows.length, 0);
  useTitle(w('printOf', { register: record.name[language] }));
  return (
    <section className="print-sheets">
      <p className="page-actions screen-only">
        <Link className="button" to="/matters/$mechanism" params={{ mechanism: record.key }} search={search}>{w('printBack')}</Link>
        <button type="button" className="button is-primary" disabled={!isWhole} onClick={() => print()}>{w('printNow')}</button>
        {!isWhole && !error && <span role="status">{w('printLoading', { shown: numberWords(shown, language), count: numberWords(total ?? 0, language) })}</span>}
      </p>
      {error ? <Failure error={error} /> : total === 0 ? <Empty title={t('nothingFound')}>{t('nothingFoundHelp')}</Empty> : total === undefined ? <Waiting /> : <Paper mechanism={mechanism} search={search} lists={lists} total={total} />}
    </section>
  );
}

function Paper({ mechanism, search, lists, total }: { readonly mechanism: AnyMechanism; readonly search: Search; readonly lists: readonly MatterList[]; readonly total: number }) {
  const w = useRegisterWords();
  const language = useLanguage();
  const today = useToday();
  const names = useMemo(() => ({ units: Object.assign({}, ...lists.map((list) => list.names.units)), people: Object.assign({}, ...lists.map((list) => list.names.people)), matters: Object.assign({}, ...lists.map((list) => list.names.matters)) }), [lists]);
  const speech = useSpeech(names);
  const columns = useShownColumns(mechanism, useChosenColumns(mechanism, one(search, 'cols')), speech);
  const totals = useAsk('GET /api/matters/:mechanism/totals', { params: { mechanism: mechanism.record.key }, query: { ...filtersIn(search), ...(one(search, 'cols') ? { cols: one(search, 'cols') } : {}) } });
  const filters = filterWords(mechanism, filtersIn(search), speech);
  const shown = lists.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <table className="plain print-table">
      <caption>
        <strong>{mechanism.record.name[language]}</strong>
        <span>{filters.length > 0 ? w('printFilters', { words: filters.join(language === 'zh' ? '；' : '; ') }) : w('printNoFilters')}</span>
        <span>{w('printAsOf', { day: today })} · {w('printTotal', { count: numberWords(total, language) })}</span>
        {shown < total && shown >= mostPrinted && <span>{w('printMost', { shown: numberWords(shown, language), count: numberWords(total, language) })}</span>}
      </caption>
      <thead><tr>{columns.map((column) => <th key={column.key} scope="col" className={column.isNumber ? 'is-number' : undefined}>{column.name[language]}</th>)}</tr></thead>
      <tbody>
        {lists.flatMap(({ rows }) => rows).map((row) => (
          <tr key={row.id}>{columns.map((column) => <td key={column.key} className={shapeOf(column, mechanism.record.title)}>{column.key === '_light' ? lightWordsAt(mechanism.record, row.stage)[row.light][language] : column.words(row)}</td>)}</tr>
        ))}
      </tbody>
      {totals.data && <Sums columns={columns} totals={totals.data} speech={speech} />}
    </table>
  );
}

/** Days and numbers stay on one line; the title gets room. */
function shapeOf({ key, isNumber, fact }: ShownColumn, title: string): string | undefined {
  if (isNumber) return 'is-number';
  if (key === title) return 'is-title';
  return !fact || ['day', 'month', 'period', 'instant'].includes(fact.kind) ? 'is-short' : undefined;
}

function Sums({ columns, totals: { facts }, speech }: { readonly columns: readonly ShownColumn[]; readonly totals: RegisterTotals; readonly speech: Speech }) {
  const w = useRegisterWords();
  const summed = columns.filter(({ key, fact }) => fact && totalKinds(fact).includes('sum') && (facts[key]?.count ?? 0) > 0);
  if (summed.length === 0) return null;
  return (
    <tfoot>
      <tr>
        {columns.map((column, at) => {
          if (summed.includes(column) && column.fact) return <td key={column.key} className="is-number">{factText(column.fact, facts[column.key]?.sum, speech)}</td>;
          return at === 0 ? <th key={column.key} scope="row">{w('sum')}</th> : <td key={column.key} />;
        })}
      </tr>
    </tfoot>
  );
}

/** All rows of a filter, page after page, in the order of the list. */
function useSheets(mechanism: string, search: Search) {
  const query = JSON.stringify(listedIn(search, { size: String(rowsOfPage) }));
  const [state, setState] = useState<{ readonly lists: readonly MatterList[]; readonly total: number | undefined; readonly error: unknown; readonly isWhole: boolean }>({ lists: [], total: undefined, error: undefined, isWhole: false });
  useEffect(() => {
    let isOver = false;
    void (async () => {
      const lists: MatterList[] = [];
      try {
        for (let page = 1; !isOver && page <= mostPrinted / rowsOfPage; page += 1) {
          const list = await call('GET /api/matters/:mechanism', { params: { mechanism }, query: { ...(JSON.parse(query) as Record<string, string>), page: String(page) } });
          lists.push(list);
          const isWhole = page * rowsOfPage >= list.total || page === mostPrinted / rowsOfPage;
          if (!isOver) setState({ lists: [...lists], total: list.total, error: undefined, isWhole });
          if (isWhole) return;
        }
      } catch (error) {
        if (!isOver) setState({ lists, total: undefined, error, isWhole: false });
      }
    })();
    return () => void (isOver = true);
  }, [mechanism, query]);
  return state;
}
