import { useId, useRef, useState } from 'react';
import type { Comment, Comments } from '#contract/beside-shapes.ts';
import type { MatterPage } from '#contract/shapes.ts';
import { queries, useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { timeWords } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { usePageWords } from '#web/matter/page-words.ts';
import { Answered } from '#web/shell/faces.tsx';
import { Refused, useAttempt } from '#web/shell/sign-in.tsx';
import { tell } from '#web/shell/told.tsx';

/** What people say to each other about a matter: it changes nothing, and whoever is named with @ is told. */
export function CommentsOf({ matter }: { readonly matter: MatterPage }) {
  const p = usePageWords();
  const params = { mechanism: matter.mechanism, id: matter.id };
  const asked = useAsk('GET /api/matters/:mechanism/:id/comments', { params });
  const take = (answer: Comments) => void queries.setQueryData(['GET /api/matters/:mechanism/:id/comments', params, null], answer);
  const say = async (text: string) => {
    take(await call('POST /api/matters/:mechanism/:id/comments', { params, body: { text } }));
    tell(p('commentSent'));
  };
  return (
    <Panel title={p('comments')}>
      <Answered of={asked}>
        {({ rows, mentionable }) => (
          <>
            {rows.length === 0 && <p className="quiet">{p('noComments')}</p>}
            <ol className="comments">{rows.map((row) => <Said key={row.id} row={row} params={params} mentionable={mentionable} onChange={take} />)}</ol>
            <Words mentionable={mentionable} label={p('yourWords')} button={p('send')} onSend={say} />
            <p className="quiet">{p('commentsHelp')}</p>
          </>
        )}
      </Answered>
    </Panel>
  );
}

interface Shared {
  readonly params: { readonly mechanism: string; readonly id: string };
  readonly mentionable: Comments['mentionable'];
  readonly onChange: (answer: Comments) => void;
}

function Said({ row, params, mentionable, onChange }: Shared & { readonly row: Comment }) {
  const p = usePageWords();
  const [state, setState] = useState<'plain' | 'mending' | 'asking'>('plain');
  const { problem, busy, run } = useAttempt();
  const own = { params: { ...params, comment: row.id } };
  const mend = async (text: string) => {
    onChange(await call('PUT /api/matters/:mechanism/:id/comments/:comment', { ...own, body: { text } }));
    setState('plain');
  };
  const takeBack = () => run(async () => onChange(await call('DELETE /api/matters/:mechanism/:id/comments/:comment', own)));
  const at = timeWords(row.at);
  return (
    <li>
      <p className="comment-head"><strong>{row.by.name}</strong> <span className="quiet">{row.by.unitName}</span> <time dateTime={row.at}>{at}</time></p>
      {row.withdrawnAt ? <p className="quiet">{p('withdrawn')}</p> : state === 'mending' ? (
        <Words mentionable={mentionable} label={p('mendOf', { at })} button={p('save')} given={row.text} onSend={mend} onCancel={() => setState('plain')} />
      ) : (
        <p className="comment-text"><Marked text={row.text} names={row.mentions.map(({ name }) => name)} />{row.editedAt && <span className="quiet"> {p('edited')}</span>}</p>
      )}
      <Refused problem={problem} />
      {row.isMine && !row.withdrawnAt && state === 'plain' && (
        <p className="comment-ways">
          {row.mendableUntil && <button type="button" className="button is-quiet" aria-label={p('mendOf', { at })} onClick={() => setState('mending')}>{p('mend')}</button>}
          <button type="button" className="button is-quiet" aria-label={p('takeBackOf', { at })} onClick={() => setState('asking')}>{p('takeBack')}</button>
        </p>
      )}
      {state === 'asking' && !row.withdrawnAt && (
        <p className="comment-ways" role="alert">
          {p('takeBackSure')}{' '}
          <button type="button" className="button is-danger" disabled={busy} onClick={() => void takeBack()}>{p('takeBack')}</button>{' '}
          <button type="button" className="button" onClick={() => setState('plain')}>{p('cancel')}</button>
        </p>
      )}
    </li>
  );
}

/** The words with the names that were told standing out. */
function Marked({ text, names }: { readonly text: string; readonly names: readonly string[] }) {
  const longestFirst = names.toSorted((one, other) => other.length - one.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (longestFirst.length === 0) return text;
  const parts = text.split(new RegExp(`([@＠](?:${longestFirst.join('|')}))`, 'u'));
  return parts.map((part, index) => (index % 2 === 1 ? <mark key={index} className="mention">{part}</mark> : part));
}

/** A field in which @ opens the list of those who can be told. */
function Words({ mentionable, label, button, given = '', onSend, onCancel }: {
  readonly mentionable: Comments['mentionable'];
  readonly label: string;
  readonly button: string;
  readonly given?: string;
  readonly onSend: (text: string) => Promise<void>;
  readonly onCancel?: () => void;
}) {
  const p = usePageWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(given);
  const [caret, setCaret] = useState(given.length);
  const [marked, setMarked] = useState(0);
  const { problem, busy, run } = useAttempt();
  const asked = /[@＠]([^@＠\s]{0,30})$/.exec(text.slice(0, caret))?.[1];
  const found = asked === undefined ? [] : mentionable.filter(({ name, unitName }) => name !== asked && (name.includes(asked) || (unitName ?? '').includes(asked))).slice(0, 8);
  const choose = (name: string) => {
    const before = text.slice(0, caret - (asked ?? '').length) + name + ' ';
    setText(before + text.slice(caret));
    setCaret(before.length);
    setMarked(0);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  };
  const send = () => void run(async () => {
    await onSend(text);
    setText('');
    setCaret(0);
  });
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="hidden-words" htmlFor={id}>{label}</label>
      <textarea
        id={id} ref={field} className="control" rows={3} maxLength={2000} value={text} placeholder={label}
        aria-haspopup="listbox" aria-controls={`${id}-list`} aria-autocomplete="list" aria-activedescendant={found[marked] ? `${id}-${marked}` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setCaret(event.target.selectionStart);
          setMarked(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={(event) => {
          const chosen = found[marked];
          if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') return send();
          if (!chosen) return;
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            setMarked((marked + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
          } else if (event.key === 'Enter' || event.key === 'Tab') {
            event.preventDefault();
            choose(chosen.name);
          } else if (event.key === 'Escape') setCaret(0);
        }}
      />
      <ul id={`${id}-list`} className="mention-list" role="listbox" aria-label={p('mentionList')} hidden={found.length === 0}>
        {found.map(({ kind, id: named, name, unitName }, index) => (
          <li key={`${kind}${named}`} id={`${id}-${index}`} role="option" aria-selected={index === marked} onMouseDown={(event) => { event.preventDefault(); choose(name); }}>
            {name}{unitName && <small> {unitName}</small>}
          </li>
        ))}
      </ul>
      <Refused problem={problem} />
      <p className="comment-ways">
        <button className="button is-primary" disabled={busy || text.trim() === ''}>{button}</button>
        {onCancel && <button type="button" className="button" onClick={onCancel}>{p('cancel')}</button>}
      </p>
    </form>
  );
}
