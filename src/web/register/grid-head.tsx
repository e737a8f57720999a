import { useRef } from 'react';
import { narrowest, widest } from '#contract/register-columns.ts';
import { useLanguage } from '#web/language.ts';
import type { ShownColumn } from '#web/register/columns.tsx';

export interface HeadProps {
  readonly column: ShownColumn;
  /** What the register is ordered by: a column, `-` before it for the largest first. */
  readonly order: string;
  readonly onOrder: (order: string | undefined) => void;
  readonly onWidth: (column: string, width: number) => void;
}

/** The head of a column: a button that orders by it, and an edge to pull. The keyboard sets widths in the panel of columns. */
export function ColumnHead({ column, order, onOrder, onWidth }: HeadProps) {
  const language = useLanguage();
  const name = column.name[language];
  const direction = column.order === undefined ? undefined : order === column.order ? 'ascending' : order === `-${column.order}` ? 'descending' : undefined;
  const next = direction === 'ascending' ? `-${column.order}` : direction === 'descending' ? undefined : column.order;
  return (
    <th role="columnheader" scope="col" className={column.isNumber ? 'register-cell is-number' : 'register-cell'} aria-sort={direction}>
      {column.order === undefined ? <span title={name}>{name}</span> : <button type="button" className="register-sort" title={name} onClick={() => onOrder(next)}>{name}</button>}
      <Edge onWidth={(width) => onWidth(column.key, width)} />
    </th>
  );
}

function Edge({ onWidth }: { readonly onWidth: (width: number) => void }) {
  const pulled = useRef<{ readonly from: number; readonly width: number }>(undefined);
  return (
    <span
      className="column-edge" aria-hidden="true"
      onPointerDown={(event) => {
        pulled.current = { from: event.clientX, width: event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0 };
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerUp={(event) => {
        if (!pulled.current) return;
        const { from, width } = pulled.current;
        pulled.current = undefined;
        if (Math.abs(event.clientX - from) > 2) onWidth(Math.round(Math.min(widest, Math.max(narrowest, width + event.clientX - from))));
      }}
    />
  );
}
