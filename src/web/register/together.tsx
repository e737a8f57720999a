import { useEffect, useRef, useState } from 'react';
import { Modal } from 'antd';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import type { JointOffer, JointResult } from '#contract/register-shapes.ts';
import { forgetAnswers } from '#web/ask.ts';
import { call, Problem } from '#web/client.ts';
import { useLanguage } from '#web/language.ts';
import { useEntry } from '#web/matter/entry.ts';
import { Fields, SavedNote } from '#web/matter/fields.tsx';
import { downloadCsv } from '#web/register/download.ts';
import type { Picked, Selection } from '#web/register/selection.ts';
import { useSignedIn } from '#web/session.ts';
import { Failure, Waiting } from '#web/shell/faces.tsx';
import { Menu } from '#web/shell/menu.tsx';
import { useHearing } from '#web/speech.ts';
import { useRegisterWords } from '#web/register/words.ts';
import { useReturningFocus } from '#web/shell/returning-focus.ts';
import { useWords } from '#web/words.ts';

/** So many in one request: each is a transaction of its own, and the bar moves on after every request. */
const atOnce = 20;

/** What is selected, and what can be done with all of it together. */
export function SelectionBar({ mechanism, selection }: { readonly mechanism: AnyMechanism; readonly selection: Selection }) {
  const w = useRegisterWords();
  const [chosen, setChosen] = useState<{ readonly action: string; readonly rows: readonly Picked[] }>();
  const action = chosen && mechanism.actions[chosen.action];
  return (
    <>
      {selection.size > 0 && (
        <div className="selection-bar" role="group" aria-label={w('selected', { count: selection.size })}>
          <strong aria-live="polite">{w('selected', { count: selection.size })}</strong>
          {selection.isCut && <span className="quiet">{w('selectAllMost', { count: selection.size })}</span>}
          <Menu className="button is-primary" face={<>{w('actTogether')}<span aria-hidden="true"> ▾</span></>}>
            {(close) => <Offers mechanism={mechanism} picked={selection.picked} onChoose={(name) => { close(); setChosen({ action: name, rows: selection.picked }); }} />}
          </Menu>
          <button type="button" className="button is-quiet" onClick={selection.clear}>{w('dropSelection')}</button>
        </div>
      )}
      {chosen && action && <Together mechanism={mechanism} name={chosen.action} action={action} rows={chosen.rows} onLeft={selection.keep} onClose={() => setChosen(undefined)} />}
    </>
  );
}

function Offers({ mechanism, picked, onChoose }: { readonly mechanism: AnyMechanism; readonly picked: readonly Picked[]; readonly onChoose: (action: string) => void }) {
  const w = useRegisterWords();
  const language = useLanguage();
  const [offers, setOffers] = useState<readonly JointOffer[]>();
  const [error, setError] = useState<unknown>();
  const { key } = mechanism.record;
  useEffect(() => {
    call('POST /api/matters/:mechanism/offers', { params: { mechanism: key }, body: { ids: picked.map(({ id }) => id) } }).then(setOffers, setError);
  }, [key, picked]);
  if (error) return <Failure error={error} />;
  if (!offers) return <Waiting />;
  if (offers.length === 0) return <p className="menu-empty">{w('openForNone')}</p>;
  return (
    <ul className="joint-offers">
      {offers.map(({ action, open, obstacles }) => (
        <li key={action}>
          <button type="button" className="button" onClick={() => onChoose(action)}>{w('openFor', { action: mechanism.actions[action]?.name[language] ?? action, open })}</button>
          {obstacles.map(({ words, count }) => <span key={words.zh} className="move-obstacle">{w('obstacleOf', { count, words: words[language] })}</span>)}
        </li>
      ))}
    </ul>
  );
}

type Told = JointResult['rows'][number];

interface TogetherProps {
  readonly mechanism: AnyMechanism;
  readonly name: string;
  readonly action: Action;
  readonly rows: readonly Picked[];
  readonly onLeft: (rows: readonly Picked[]) => void;
  readonly onClose: () => void;
}

/** One form for many: how far it is, and then what became of each. */
function Together({ mechanism, name, action, rows, onLeft, onClose }: TogetherProps) {
  const t = useWords();
  const w = useRegisterWords();
  const language = useLanguage();
  const { post } = useSignedIn();
  const [told, setTold] = useState<readonly Told[]>([]);
  const [end, setEnd] = useState<'done' | 'stopped' | 'broken'>();
  const isStopped = useRef(false);
  const { key } = mechanism.record;
  const entry = useEntry({
    mechanism, action, facts: nothing, draftKey: `zhanqiao.draft.${post.id}.${key}.${name}.together`, hearing: useHearing(),
    send: async (input, idempotencyKey) => {
      const results: Told[] = [];
      let how: typeof end = 'done';
      for (let from = 0; from < rows.length && !isStopped.current; from += atOnce) {
        const part = rows.slice(from, from + atOnce);
        try {
          const answer = await call('POST /api/matters/:mechanism/together/:action', { params: { mechanism: key, action: name }, body: { rows: [...part], input }, idempotencyKey: `${idempotencyKey}${from}` });
          refuseEntry(answer.rows);
          results.push(...answer.rows);
        } catch (error) {
          // A form that no matter takes is mended and sent again; so is a first request that never arrived.
          if (results.length === 0) throw error;
          how = 'broken';
          break;
        }
        setTold([...results]);
      }
      const reached = new Set(results.filter(({ done }) => done).map(({ id }) => id));
      // Versions have moved on only for what was done; what is left keeps its own.
      onLeft(rows.filter(({ id }) => !reached.has(id)));
      setEnd(isStopped.current ? 'stopped' : how);
      await forgetAnswers();
    },
  });
  useReturningFocus();
  const title = w('togetherTitle', { action: action.name[language], count: rows.length });
  const left = rows.length - told.length;
  if (end) {
    return (
      <Modal open title={title} width={860} onCancel={onClose} mask={{ closable: false }} footer={<p className="form-foot"><button type="button" className="button" onClick={() => download(told)}>{w('exportReport')}</button><button type="button" className="button is-primary" onClick={onClose}>{w('close')}</button></p>}>
        <p role="status"><strong>{w('doneCount', { done: told.filter(({ done }) => done).length, refused: told.filter(({ done }) => !done).length })}</strong></p>
        {end !== 'done' && left > 0 && <p className="refused">{w(end === 'stopped' ? 'togetherStopped' : 'togetherBroken', { count: left })}</p>}
        <Report told={told} />
      </Modal>
    );
  }
  return (
    <Modal
      open title={title} width={entry.fields.length > 4 ? 860 : 640} onCancel={onClose} closable={!entry.busy} keyboard={!entry.busy} mask={{ closable: false }}
      footer={
        <p className="form-foot">
          {entry.busy ? (
            <>
              <progress max={rows.length} value={told.length} aria-label={w('togetherDone', { done: told.length, count: rows.length })} />
              <span role="status">{w('togetherDone', { done: told.length, count: rows.length })}</span>
              <button type="button" className="button" onClick={() => (isStopped.current = true)}>{w('togetherStop')}</button>
            </>
          ) : (
            <>
              <SavedNote entry={entry} />
              <button type="button" className="button" onClick={onClose}>{t('cancel')}</button>
              <button form="together-form" className={`button ${action.tone === 'danger' ? 'is-danger' : 'is-primary'}`}>{w('togetherBegin', { count: rows.length })}</button>
            </>
          )}
        </p>
      }
    >
      <form id="together-form" noValidate onSubmit={(event) => { event.preventDefault(); void entry.handIn(); }}>
        {action.help && <p className="quiet">{action.help[language]}</p>}
        <p className="quiet">{w('togetherHelp')}</p>
        <Fields mechanism={mechanism} action={name} entry={entry} />
      </form>
    </Modal>
  );

  function download(results: readonly Told[]): void {
    const heading = [t('number'), w('titleHeading'), w('outcome'), t('why')];
    downloadCsv(`${mechanism.record.name[language]}-${action.name[language]}-${w('reportName')}`, [heading, ...results.map((row) => [row.number ?? '', row.title, w(row.done ? 'wasDone' : 'wasRefused'), whyOf(row)])]);
  }

  function whyOf({ words, fields = {} }: Told): string {
    return [words?.[language], ...Object.values(fields).map((each) => each[language])].filter((each, place, all) => each && all.indexOf(each) === place).join(' ');
  }

  function Report({ told: results }: { readonly told: readonly Told[] }) {
    return (
      <div className="rows-scroll">
        <table className="plain">
          <thead><tr><th scope="col">{t('number')}</th><th scope="col">{w('titleHeading')}</th><th scope="col">{w('outcome')}</th><th scope="col">{t('why')}</th></tr></thead>
          <tbody>
            {results.toSorted((a, b) => Number(a.done) - Number(b.done)).map((row) => (
              <tr key={row.id}><td>{row.number ?? '—'}</td><td>{row.title}</td><td><span className={`tag ${row.done ? 'is-done' : 'is-late'}`}>{w(row.done ? 'wasDone' : 'wasRefused')}</span></td><td>{whyOf(row)}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
}

const nothing = {};

/** Where every matter refuses the form itself, the form says so, and nothing was done. */
function refuseEntry(rows: readonly Told[]): void {
  const [first] = rows;
  if (!first?.words || !first.fields || rows.some(({ done, code }) => done || code !== first.code)) return;
  throw new Problem(422, first.code ?? '', first.words, first.fields);
}

