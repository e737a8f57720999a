import { memo, useCallback, useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import type { MatterRow } from '#contract/shapes.ts';
import type { RegisterTotals } from '#contract/register-shapes.ts';
import { useLanguage } from '#web/language.ts';
import { pastedBlock } from '#web/register/block.ts';
import type { ShownColumn } from '#web/register/columns.tsx';
import { CellEditor } from '#web/register/cell-editor.tsx';
import { mayCorrect } from '#web/register/corrections.ts';
import { ColumnHead, type HeadProps } from '#web/register/grid-head.tsx';
import { moveOf, type Place } from '#web/register/grid-keys.ts';
import { GridTotals } from '#web/register/grid-totals.tsx';
import type { Rows } from '#web/register/rows.ts';
import type { Selection } from '#web/register/selection.ts';
import { useSignedIn } from '#web/session.ts';
import { useRegisterWords } from '#web/register/words.ts';
import { useWords } from '#web/words.ts';
import './grid.css';

const rowHeight = 38;

export interface GridProps extends Omit<HeadProps, 'column'> {
  readonly mechanism: AnyMechanism;
  readonly columns: readonly ShownColumn[];
  readonly rows: Rows;
  readonly totals: RegisterTotals | undefined;
  readonly selection: Selection;
  /** A block of cells came from the clipboard while the table had the focus. */
  readonly onPaste?: ((block: string, column: string) => void) | undefined;
}

/** Our own grid: the elements and roles of a table, laid out by CSS grid, with only the rows in sight in the page. See docs/decisions/own-grid.md. */
export function Grid({ mechanism, columns, rows, totals, selection, onPaste, ...head }: GridProps) {
  const w = useRegisterWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<Place>();
  /** Where the focus is to go once that is drawn. */
  const moving = useRef<Place>(undefined);
  const { record } = mechanism;
  const last = rows.total - 1;
  const at = { row: Math.min(active.row, Math.max(0, last)), column: Math.min(active.column, columns.length) };

  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight * 2,
    // The row with the focus stays in the page wherever one scrolls to, or the focus would be lost.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), at.row])].filter((row) => row <= last).toSorted((a, b) => a - b),
  });
  const items = virtual.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  useEffect(() => {
    const timer = setTimeout(() => rows.want(Math.max(0, startIndex - 20), Math.min(last, endIndex + 20)), 60);
    return () => clearTimeout(timer);
    // The rows change with every page that comes; what is wanted changes with the range alone.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [startIndex, endIndex, last, rows.want]);
  useEffect(() => {
    // What was drawn before the key may still come by here: it must not take the focus back.
    if (moving.current !== active) return;
    moving.current = undefined;
    // Scrolling draws anew by itself: only now is the row the one that was gone to.
    virtual.scrollToIndex(at.row, { align: 'auto' });
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-at="${at.row}:${at.column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  });

  const go = (place: Place) => {
    moving.current = { ...place };
    setActive(moving.current);
  };
  const openRow = (row: MatterRow | undefined) => row && void navigate({ to: '/matters/$mechanism/$id', params: { mechanism: record.key, id: row.id } });
  const columnAt = (column: number) => columns[column - 1];
  const edit = (place: Place) => {
    const row = rows.at(place.row);
    const fact = columnAt(place.column)?.key;
    if (row && fact && mayCorrect(mechanism, fact, row.stage, signedIn.post.roles)) setEditing(place);
  };
  const onKey = (event: KeyboardEvent) => {
    const to = moveOf(event, at, { rows: rows.total, columns: columns.length + 1, page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 3) });
    const row = rows.at(at.row);
    if (to) go(to);
    else if (event.key === 'Enter' && at.column > 0) openRow(row);
    else if (event.key === ' ' && row) selection.toggle([row], event.shiftKey ? 'range' : 'one');
    else if (event.key === 'F2') edit(at);
    else return;
    event.preventDefault();
  };

  const template = ['44px', ...columns.map(({ width, key }) => (key === record.title ? `minmax(${width}px, 1fr)` : `${width}px`))].join(' ');
  const style = { '--columns': template, '--rows': `${rows.total * rowHeight}px` } as CSSProperties;
  const editedRow = editing && rows.at(editing.row);
  const setPlace = useCallback((row: number, column: number) => setActive({ row, column }), []);
  return (
    <div className="grid-wrap">
      <p className="hidden-words" id="grid-hint">{w('hint')}</p>
      <div
        className="register-scroll grid-scroll" tabIndex={0} role="region" aria-label={record.name[language]} aria-describedby="grid-hint" ref={scroller} style={style}
        onPaste={(event) => {
          const block = pastedBlock(event.clipboardData);
          if (!onPaste || editing || !/[\t\n]/.test(block.trim())) return;
          event.preventDefault();
          onPaste(block, columnAt(at.column)?.key ?? '');
        }}
      >
        <table role="table" className="register-table" aria-label={record.name[language]} aria-rowcount={rows.total + 1}>
          <thead role="rowgroup">
            <tr role="row" className="register-head" aria-rowindex={1}>
              <th role="columnheader" scope="col" className="register-cell is-check"><SelectAll selection={selection} total={rows.total} /></th>
              {columns.map((column) => <ColumnHead key={column.key} column={column} {...head} />)}
            </tr>
          </thead>
          {/* Keys are heard where the focus is: in a cell. */}
          <tbody role="rowgroup" className="grid-body" onKeyDown={onKey}>
            {items.map((item) => (
              <GridRow
                key={item.index} index={item.index} row={rows.at(item.index)} columns={columns} mechanism={mechanism} roles={signedIn.post.roles}
                activeColumn={item.index === at.row ? at.column : -1} isSelected={selection.has(rows.at(item.index)?.id)} onPlace={setPlace} onToggle={selection.toggle} onEdit={setEditing}
              />
            ))}
          </tbody>
          {totals && <GridTotals columns={columns} totals={totals} />}
        </table>
      </div>
      {editing && editedRow && (
        <CellEditor
          key={`${editedRow.id}/${columnAt(editing.column)?.key}`} mechanism={mechanism} row={editedRow} fact={columnAt(editing.column)?.key ?? ''} anchor={() => scroller.current?.querySelector<HTMLElement>(`[data-at="${editing.row}:${editing.column}"]`) ?? null}
          onClose={() => {
            setEditing(undefined);
            go(editing);
          }}
        />
      )}
    </div>
  );
}

interface GridRowProps {
  readonly index: number;
  readonly row: MatterRow | undefined;
  readonly columns: readonly ShownColumn[];
  readonly mechanism: AnyMechanism;
  readonly roles: readonly string[];
  /** The cell of this row that Tab leads to; none. */
  readonly activeColumn: number;
  readonly isSelected: boolean;
  readonly onPlace: (row: number, column: number) => void;
  readonly onToggle: Selection['toggle'];
  readonly onEdit: (place: Place) => void;
}

/** Drawn anew only when something of it changes: scrolling moves whole rows. */
const GridRow = memo(function GridRow({ index, row, columns, mechanism, roles, activeColumn, isSelected, onPlace, onToggle, onEdit }: GridRowProps) {
  const w = useRegisterWords();
  const t = useWords();
  const cell = (column: number, className: string, children: ReactNode, more: { readonly title?: string; readonly onDoubleClick?: () => void } = {}) => (
    <td key={column} role="cell" className={`register-cell${className}`} data-at={`${index}:${column}`} tabIndex={activeColumn === column ? 0 : -1} onFocus={() => onPlace(index, column)} {...more}>{children}</td>
  );
  return (
    <tr role="row" className={isSelected ? 'register-row is-selected' : 'register-row'} aria-rowindex={index + 2} style={{ transform: `translateY(${index * rowHeight}px)` }}>
      {cell(0, ' is-check', row && <input type="checkbox" tabIndex={-1} checked={isSelected} aria-label={w('selectRow', { title: row.title || row.number || t('untitled') })} onChange={(event) => onToggle([row], (event.nativeEvent as MouseEvent).shiftKey ? 'range' : 'one')} />)}
      {columns.map((column, at) => {
        if (!row) return cell(at + 1, '', at === 0 ? <span className="quiet">{w('loadingRow')}</span> : null);
        const isOpen = mayCorrect(mechanism, column.key, row.stage, roles);
        const words = column.words(row);
        return cell(at + 1, `${column.isNumber ? ' is-number' : ''}${isOpen ? ' is-open' : ''}`, column.cell(row), { ...(words ? { title: isOpen ? `${words}\n${w('correctHint')}` : words } : {}), ...(isOpen ? { onDoubleClick: () => onEdit({ row: index, column: at + 1 }) } : {}) });
      })}
    </tr>
  );
});

function SelectAll({ selection, total }: { readonly selection: Selection; readonly total: number }) {
  const w = useRegisterWords();
  const box = useRef<HTMLInputElement>(null);
  const isSome = selection.size > 0;
  const isAll = isSome && selection.size >= total;
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome && !isAll;
  }, [isSome, isAll]);
  return <input ref={box} type="checkbox" aria-label={w('selectAll')} checked={isAll} onChange={() => (isSome ? selection.clear() : selection.all())} />;
}
