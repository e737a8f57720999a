import { useEffect, useRef, useState } from 'react';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { columnWords, narrowest, widest, type RegisterColumn } from '#contract/register-columns.ts';
import { useLanguage } from '#web/language.ts';
import { useReadableColumns } from '#web/register/columns.tsx';
import { useRegisterWords } from '#web/register/words.ts';

interface PanelProps {
  readonly mechanism: AnyMechanism;
  readonly chosen: readonly RegisterColumn[];
  readonly onWords: (cols: string | undefined) => void;
}

/** Which columns a register shows, in which order and how wide: by drag, and all of it by buttons and numbers too. */
export function ColumnPanel({ mechanism, chosen, onWords }: PanelProps) {
  const w = useRegisterWords();
  const language = useLanguage();
  const [words, setWords] = useState('');
  const [said, setSaid] = useState('');
  const readable = useReadableColumns(mechanism);
  const others = readable.filter(({ key, name }) => !chosen.some((each) => each.key === key) && name[language].includes(words.trim()));
  const keep = (columns: readonly RegisterColumn[]) => onWords(columnWords(mechanism, columns));
  const move = (key: string, to: number) => {
    const from = chosen.findIndex((column) => column.key === key);
    const column = chosen[from];
    if (!column || to < 0 || to >= chosen.length || to === from) return;
    const rest = chosen.filter((each) => each !== column);
    keep([...rest.slice(0, to), column, ...rest.slice(to)]);
    setSaid(w('columnMoved', { name: column.name[language], place: to + 1 }));
  };
  return (
    <div className="column-panel">
      <p className="quiet">{w('columnsHelp')}</p>
      <ul aria-label={w('columns')}>
        {chosen.map((column, place) => (
          <ChosenColumn
            key={column.key} column={column} place={place} last={chosen.length - 1} isFixed={column.key === mechanism.record.title} onMove={move}
            onWidth={(width) => keep(chosen.map((each) => (each === column ? { ...each, width } : each)))} onDrop={() => keep(chosen.filter((each) => each !== column))}
          />
        ))}
      </ul>
      <p className="hidden-words" role="status">{said}</p>
      <p className="column-rest">
        <input className="control" type="search" value={words} aria-label={w('columnFind')} placeholder={w('columnFind')} onChange={(event) => setWords(event.target.value)} />
        <button type="button" className="button is-quiet" onClick={() => onWords(undefined)}>{w('columnsUsual')}</button>
      </p>
      <ul className="column-others">
        {others.map((column) => <li key={column.key}><label><input type="checkbox" checked={false} onChange={() => keep([...chosen, column])} />{column.name[language]}</label></li>)}
      </ul>
    </div>
  );
}

function ChosenColumn({ column, place, last, isFixed, onMove, onWidth, onDrop }: {
  readonly column: RegisterColumn;
  readonly place: number;
  readonly last: number;
  readonly isFixed: boolean;
  readonly onMove: (key: string, to: number) => void;
  readonly onWidth: (width: number) => void;
  readonly onDrop: () => void;
}) {
  const w = useRegisterWords();
  const language = useLanguage();
  const item = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [isOver, setOver] = useState(false);
  const name = column.name[language];
  const { key } = column;
  const move = useRef(onMove);
  move.current = onMove;
  useEffect(() => {
    if (!item.current || !handle.current) return undefined;
    return combine(
      draggable({ element: item.current, dragHandle: handle.current, getInitialData: () => ({ column: key }) }),
      dropTargetForElements({
        element: item.current,
        canDrop: ({ source }) => typeof source.data['column'] === 'string' && source.data['column'] !== key,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          move.current(String(source.data['column']), place);
        },
      }),
    );
  }, [key, place]);
  return (
    <li ref={item} className={isOver ? 'chosen-column is-over' : 'chosen-column'}>
      <span ref={handle} className="drag-handle" aria-hidden="true" title={w('dragHandle', { name })}>⠿</span>
      <label><input type="checkbox" checked disabled={isFixed} onChange={onDrop} />{name}</label>
      <input className="control" type="number" min={narrowest} max={widest} step={10} defaultValue={column.width} key={column.width} aria-label={w('columnWidth', { name })} onBlur={(event) => Number(event.target.value) !== column.width && Number(event.target.value) >= narrowest && onWidth(Math.min(widest, Number(event.target.value)))} />
      <button type="button" className="button" aria-label={w('columnUp', { name })} disabled={place === 0} onClick={() => onMove(key, place - 1)}>↑</button>
      <button type="button" className="button" aria-label={w('columnDown', { name })} disabled={place === last} onClick={() => onMove(key, place + 1)}>↓</button>
    </li>
  );
}
