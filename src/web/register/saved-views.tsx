import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { Modal } from 'antd';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import type { SavedView, SavedViews, Share } from '#contract/register-shapes.ts';
import { queries, useAsk } from '#web/ask.ts';
import { call, newKey } from '#web/client.ts';
import type { Search } from '#web/router.tsx';
import { one, savedWords, searchOf, tidy } from '#web/register/address.ts';
import { Menu } from '#web/shell/menu.tsx';
import { Refused, useAttempt } from '#web/shell/sign-in.tsx';
import { tell } from '#web/shell/told.tsx';
import { useRegisterWords } from '#web/register/words.ts';
import { useReturningFocus } from '#web/shell/returning-focus.ts';
import { useWords } from '#web/words.ts';

/** The views of a register that this reader may use. */
export function useSavedViews(mechanism: string) {
  return useAsk('GET /api/matters/:mechanism/views', { params: { mechanism } });
}

/** Views kept under names: tabs to change between them, a way to keep what is seen now, and their names and shares. */
export function SavedViewBar({ mechanism, search }: { readonly mechanism: AnyMechanism; readonly search: Search }) {
  const w = useRegisterWords();
  const { key } = mechanism.record;
  const { data } = useSavedViews(key);
  const [form, setForm] = useState<SavedView | 'new'>();
  const [removed, setRemoved] = useState<SavedView>();
  const { problem, run } = useAttempt();
  const held = data?.rows ?? [];
  const current = held.find(({ id }) => id === one(search, 'saved'));
  const isChanged = current !== undefined && savedWords(searchOf(current.query, current.id)) !== savedWords(search);
  const keep = (answer: SavedViews) => queries.setQueryData(['GET /api/matters/:mechanism/views', { mechanism: key }, null], answer);
  const save = (view: SavedView) => run(async () => {
    keep(await call('POST /api/matters/:mechanism/views/:view', { params: { mechanism: key, view: view.id }, body: { query: savedWords(search) } }));
    tell(w('viewSaved', { name: view.name }));
  });
  const remove = (view: SavedView) => run(async () => {
    keep(await call('DELETE /api/matters/:mechanism/views/:view', { params: { mechanism: key, view: view.id } }));
    setRemoved(view);
  });
  const restore = (view: SavedView) => run(async () => {
    keep(await call('POST /api/matters/:mechanism/views/:view/restore', { params: { mechanism: key, view: view.id }, body: {} }));
    setRemoved(undefined);
    tell(w('viewRestored', { name: view.name }));
  });
  const begin = (view: string | null) => {
    // The tick stands at once; a refusal takes it back.
    if (data) keep({ ...data, usual: view });
    return run(async () => keep(await call('POST /api/matters/:mechanism/usual-view', { params: { mechanism: key }, body: { view } }))).then((isDone) => {
      if (!isDone && data) keep(data);
    });
  };
  return (
    <div className="view-bar">
      <nav aria-label={w('savedViews')}>
        <Link className="view-chip" to="/matters/$mechanism" params={{ mechanism: key }} search={{ saved: 'all' }} activeOptions={{ exact: true }} aria-current={!current && savedWords(search) === '' ? 'page' : undefined}>{w('allMatters')}</Link>
        {held.map((view) => (
          <Link key={view.id} className="view-chip" to="/matters/$mechanism" params={{ mechanism: key }} search={tidy(searchOf(view.query, view.id))} activeOptions={{ exact: true }} aria-current={view === current ? 'page' : undefined} title={view.isMine ? view.name : w('viewOf', { name: view.ownerName })}>
            {view.name}
            {view.id === data?.usual && <span className="tag is-plain">{w('viewUsualMark')}</span>}
          </Link>
        ))}
      </nav>
      <span className="view-ways">
        {current?.isMine && isChanged && <button type="button" className="button" onClick={() => void save(current)}>{w('saveChanges')}</button>}
        {(isChanged || (!current && savedWords(search) !== '')) && <button type="button" className="button" onClick={() => setForm('new')}>{w('saveView')}</button>}
        <Menu className="button is-quiet" face={<>{w('manageViews')}<span aria-hidden="true"> ▾</span></>}>
          {(close) => <Manage data={data} onForm={(view) => { close(); setForm(view); }} onRemove={(view) => { close(); void remove(view); }} onUsual={(view) => void begin(view)} />}
        </Menu>
      </span>
      {removed && <p className="view-removed" role="status">{w('viewRemoved', { name: removed.name })} <button type="button" className="button" onClick={() => void restore(removed)}>{w('undo')}</button></p>}
      <Refused problem={problem} />
      {form && <ViewForm mechanism={key} view={form === 'new' ? undefined : form} query={savedWords(search)} mayShare={data?.mayShare ?? ['nobody']} onKept={keep} onClose={() => setForm(undefined)} />}
    </div>
  );
}

function Manage({ data, onForm, onRemove, onUsual }: { readonly data: SavedViews | undefined; readonly onForm: (view: SavedView) => void; readonly onRemove: (view: SavedView) => void; readonly onUsual: (view: string | null) => void }) {
  const w = useRegisterWords();
  const held = data?.rows ?? [];
  if (held.length === 0) return <p className="menu-empty">{w('noViews')}</p>;
  return (
    <ul className="view-list">
      {held.map((view) => (
        <li key={view.id}>
          <strong>{view.name}</strong>
          {!view.isMine && <span className="quiet">{w('viewOf', { name: view.ownerName })}</span>}
          <label><input type="checkbox" checked={view.id === data?.usual} onChange={(event) => onUsual(event.target.checked ? view.id : null)} />{w('viewUsual')}</label>
          {view.isMine && (
            <span className="view-ways">
              <button type="button" className="button" aria-label={w('changeViewOf', { name: view.name })} onClick={() => onForm(view)}>{w('renameView')}</button>
              <button type="button" className="button is-danger" aria-label={w('removeViewOf', { name: view.name })} onClick={() => onRemove(view)}>{w('removeView')}</button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const shareKeys = { nobody: 'shareNobody', post: 'sharePost', unit: 'shareUnit', district: 'shareDistrict' } as const;

function ViewForm({ mechanism, view, query, mayShare, onKept, onClose }: { readonly mechanism: string; readonly view: SavedView | undefined; readonly query: string; readonly mayShare: readonly Share[]; readonly onKept: (answer: SavedViews) => void; readonly onClose: () => void }) {
  const t = useWords();
  const w = useRegisterWords();
  const [name, setName] = useState(view?.name ?? '');
  const [share, setShare] = useState<Share>(view?.share ?? 'nobody');
  const [key] = useState(newKey);
  const { problem, busy, run } = useAttempt();
  useReturningFocus();
  const save = () => run(async () => {
    onKept(view
      ? await call('POST /api/matters/:mechanism/views/:view', { params: { mechanism, view: view.id }, body: { name: name.trim(), share }, idempotencyKey: key })
      : await call('POST /api/matters/:mechanism/views', { params: { mechanism }, body: { name: name.trim(), query, share }, idempotencyKey: key }));
    tell(w('viewSaved', { name: name.trim() }));
    onClose();
  });
  const title = view ? w('changeViewOf', { name: view.name }) : w('saveView');
  return (
    <Modal
      open title={title} width={480} onCancel={onClose}
      footer={<p className="form-foot"><button type="button" className="button" onClick={onClose}>{t('cancel')}</button><button form="view-form" className="button is-primary" disabled={busy || name.trim() === ''}>{t('save')}</button></p>}
    >
      <form id="view-form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Refused problem={problem} />
        <p className="entry"><label htmlFor="view-name">{w('viewName')}</label><input id="view-name" className="control" value={name} maxLength={40} required onChange={(event) => setName(event.target.value)} /></p>
        <fieldset className="entry">
          <legend>{w('viewShare')}</legend>
          <span className="radios">{mayShare.map((each) => <label key={each}><input type="radio" name="share" checked={share === each} onChange={() => setShare(each)} />{w(shareKeys[each])}</label>)}</span>
          <p className="entry-help">{w('shareHelp')}</p>
        </fieldset>
      </form>
    </Modal>
  );
}
