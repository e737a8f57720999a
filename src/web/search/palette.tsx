import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useAsk } from '#web/ask.ts';
import { EntryFace } from '#web/search/entry-face.tsx';
import type { Entry } from '#web/search/entries.ts';
import { forgetWords, rememberWords, useFound } from '#web/search/found.ts';
import { useSearchWords } from '#web/search/words.ts';
import { Failure } from '#web/shell/faces.tsx';
import { Icon } from '#web/shell/icon.tsx';
import { useReturningFocus } from '#web/shell/returning-focus.ts';
import './search.css';

const shown = 5;

/** Ctrl K: words in everything, chosen with the arrows, without leaving the keyboard. The focus stays in the field and comes back where it was. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const s = useSearchWords();
  const id = useId();
  const [q, setQ] = useState('');
  const [at, setAt] = useState(0);
  const navigate = useNavigate();
  const recent = useAsk('GET /api/search/recent').data ?? [];
  const { entries, isWaiting, error, refetch } = useFound(q, shown);
  const box = useRef<HTMLInputElement>(null);
  useReturningFocus();
  useEffect(() => box.current?.focus(), []);
  const rows: readonly Row[] = q.trim() === '' ? [...recent.map((words): Row => ({ recent: words })), ...entries] : [...entries, { all: q.trim() }];
  const chosen = rows[Math.min(at, rows.length - 1)];
  const keyOf = (row: Row) => `${id}-${'recent' in row ? `recent ${row.recent}` : 'all' in row ? 'all' : row.key}`.replace(/[^\w-]/g, '_');
  useEffect(() => {
    document.getElementById(chosen ? keyOf(chosen) : '')?.scrollIntoView({ block: 'nearest' });
  });

  function go(row: Row | undefined) {
    if (!row) return;
    if ('recent' in row) {
      setQ(row.recent);
      setAt(0);
      return;
    }
    void rememberWords(q);
    onClose();
    if ('all' in row) void navigate({ to: '/search', search: { q: row.all } });
    else void navigate({ to: row.to, search: row.search } as never);
  }

  function onKey(event: KeyboardEvent) {
    // A key that ends the writing of Chinese is none of ours.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((Math.min(at, rows.length - 1) + step + rows.length) % Math.max(rows.length, 1));
    else if (event.key === 'Enter') go(chosen);
    else if (event.key === 'Escape') onClose();
    else if (event.key !== 'Tab') return;
    event.preventDefault();
  }

  return (
    <div className="palette-veil" onPointerDown={(event) => event.target === event.currentTarget && onClose()}>
      <div className="palette" role="dialog" aria-modal="true" aria-label={s('title')}>
        <div className="palette-field">
          <Icon name="search" />
          <input
            ref={box} className="control" role="combobox" aria-expanded="true" aria-controls={id} aria-autocomplete="list" aria-label={s('placeholder')} placeholder={s('placeholder')}
            aria-activedescendant={chosen ? keyOf(chosen) : undefined} maxLength={100} value={q} onKeyDown={onKey} onChange={(event) => { setQ(event.target.value); setAt(0); }} autoComplete="off" spellCheck={false}
          />
          <button type="button" className="button is-quiet" tabIndex={-1} title={s('close')} onClick={onClose}><span className="hidden-words">{s('close')} </span>Esc</button>
        </div>
        {error ? <Failure error={error} again={() => void refetch()} /> : (
          <ul className="palette-list" id={id} role="listbox" aria-label={s('title')}>
            {rows.map((row, index) => (
              <li key={keyOf(row)} role="presentation">
                {headOf(row, rows[index - 1]) && <p className="palette-group" aria-hidden="true">{s(headOf(row, rows[index - 1]) ?? 'pages')}</p>}
                {/* The field holds the focus and its keys; a pointer may choose as well. */}
                <div id={keyOf(row)} role="option" aria-selected={row === chosen} className="palette-row" onPointerMove={() => setAt(index)} onClick={() => go(row)}>
                  {'recent' in row ? <><Icon name="search" /><span className="found-words">{row.recent}</span></> : 'all' in row ? <><Icon name="search" /><span className="found-words"><span className="found-name">{s('all', { q: row.all })}</span><span className="found-note">{s('allNote')}</span></span></> : <EntryFace entry={row} />}
                </div>
              </li>
            ))}
          </ul>
        )}
        <p className="palette-foot">
          <span role="status">{q.trim() === '' ? s('help') : isWaiting ? s('searching') : entries.length === 0 ? s('nothing', { q: q.trim() }) : s('found', { count: entries.length })}</span>
          {q.trim() === '' && recent.length > 0 && <button type="button" className="button is-quiet" onClick={() => void forgetWords()}>{s('forget')}</button>}
          <span className="palette-keys">{s('keys')}</span>
        </p>
      </div>
    </div>
  );
}

type Row = Entry | { readonly recent: string } | { readonly all: string };

/** The heading a row begins a group with. */
function headOf(row: Row, before: Row | undefined): 'recent' | Entry['group'] | undefined {
  if ('all' in row) return undefined;
  const group = 'recent' in row ? 'recent' : row.group;
  const last = before === undefined || 'all' in before ? undefined : 'recent' in before ? 'recent' : before.group;
  return group === last ? undefined : group;
}
