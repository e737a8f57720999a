import { useCallback, useMemo, useState } from 'react';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { columnWords } from '#contract/register-columns.ts';
import type { MatterList as List } from '#contract/shapes.ts';
import { useAsk } from '#web/ask.ts';
import { useLanguage } from '#web/language.ts';
import type { Search } from '#web/router.tsx';
import { filtersIn, isFiltered, one } from '#web/register/address.ts';
import { Cards } from '#web/register/cards.tsx';
import { ColumnPanel } from '#web/register/column-panel.tsx';
import { useChosenColumns, useFittedColumns, useShownColumns } from '#web/register/columns.tsx';
import { Grid } from '#web/register/grid.tsx';
import { useNarrow } from '#web/register/narrow.ts';
import { PasteDialog, type Pasted } from '#web/register/paste.tsx';
import { useFirstPage, useRows } from '#web/register/rows.ts';
import { useSelection, type Picked } from '#web/register/selection.ts';
import { Sums } from '#web/register/sums.tsx';
import { SelectionBar } from '#web/register/together.tsx';
import { findRegister } from '#web/registers.ts';
import { filingActions, mayImport, useSignedIn } from '#web/session.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { Menu } from '#web/shell/menu.tsx';
import { useSpeech } from '#web/speech.ts';
import { useRegisterWords } from '#web/register/words.ts';
import { useWords } from '#web/words.ts';

interface FormProps {
  readonly mechanism: AnyMechanism;
  readonly search: Search;
  readonly change: (changed: Search) => void;
}

/** The register as a list: a table with the columns chosen, cards on a phone. */
export function ListForm(props: FormProps) {
  const first = useFirstPage(props.mechanism.record.key, props.search);
  return <Answered of={first}>{(list) => <Listed {...props} first={list} />}</Answered>;
}

function Listed({ mechanism, search, change, first }: FormProps & { readonly first: List }) {
  const w = useRegisterWords();
  const signedIn = useSignedIn();
  const isNarrow = useNarrow();
  const [pasted, setPasted] = useState<Pasted>();
  const { key } = mechanism.record;
  const cols = one(search, 'cols');
  const rows = useRows(key, search, first);
  const speech = useSpeech(rows.names);
  const chosen = useChosenColumns(mechanism, cols);
  const columns = useShownColumns(mechanism, chosen, speech);
  const totals = useAsk('GET /api/matters/:mechanism/totals', { params: { mechanism: key }, query: { ...filtersIn(search), ...(cols ? { cols } : {}) } }, { keep: true });
  const fitted = useFittedColumns(mechanism, columns, first.rows, totals.data, speech);
  const between = useCallback((from: string, to: string) => rowsBetween(rows, from, to), [rows]);
  const selection = useSelection(key, search, between);
  const register = findRegister(key);
  const mayPaste = register !== undefined && mayImport(register, signedIn);
  const keys = useMemo(() => chosen.map((column) => column.key), [chosen]);
  const onWidth = (name: string, width: number) => change({ cols: columnWords(mechanism, chosen.map((column) => (column.key === name ? { ...column, width } : column))) });
  return (
    <>
      <div className="list-bar">
        <SelectionBar mechanism={mechanism} selection={selection} />
        {!isNarrow && rows.total > 0 && <Sums className="list-sums" columns={columns} totals={totals.data} />}
        <span className="list-ways">
          {mayPaste && !isNarrow && <button type="button" className="button is-quiet" onClick={() => setPasted({ block: '', column: '' })}>{w('pasteBlock')}</button>}
          <Menu className="button is-quiet" face={<>{w('columns')}<span aria-hidden="true"> ▾</span></>}>
            {() => <ColumnPanel mechanism={mechanism} chosen={chosen} onWords={(words) => change({ cols: words })} />}
          </Menu>
        </span>
      </div>
      {rows.total === 0 ? (
        <Nothing mechanism={mechanism} search={search} />
      ) : isNarrow ? (
        <Cards mechanism={mechanism} columns={columns} rows={rows} totals={totals.data} selection={selection} />
      ) : (
        <Grid
          mechanism={mechanism} columns={fitted} rows={rows} totals={totals.data} selection={selection} order={one(search, 'order') ?? ''} onOrder={(order) => change({ order })} onWidth={onWidth}
          onPaste={mayPaste ? (block, column) => setPasted({ block, column }) : undefined}
        />
      )}
      {pasted && <PasteDialog mechanism={mechanism} pasted={pasted} columns={keys} onClose={() => setPasted(undefined)} />}
    </>
  );
}

function Nothing({ mechanism, search }: { readonly mechanism: AnyMechanism; readonly search: Search }) {
  const t = useWords();
  const language = useLanguage();
  const [first] = filingActions(mechanism, useSignedIn());
  if (isFiltered(search)) return <Empty title={t('nothingFound')}>{t('nothingFoundHelp')}</Empty>;
  return <Empty title={t('registerEmpty')}>{first ? t('registerEmptyFile', { action: first[1].name[language] }) : t('registerEmptyWait')}</Empty>;
}

/** What lies between two rows, both included, as far as it has come. */
function rowsBetween(rows: ReturnType<typeof useRows>, from: string, to: string): readonly Picked[] {
  const found: Picked[] = [];
  let isWithin = false;
  for (let at = 0; at < rows.total; at += 1) {
    const row = rows.at(at);
    if (!row) continue;
    const isEnd = row.id === from || row.id === to;
    if (isEnd || isWithin) found.push(row);
    if (isEnd && isWithin) return found;
    if (isEnd) isWithin = from !== to;
    if (isEnd && from === to) return found;
  }
  return found;
}
