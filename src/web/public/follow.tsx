import { Suspense, useEffect, useRef, useState } from 'react';
import type { Followed } from '#contract/public-shapes.ts';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import { asProblem, call, type Problem } from '#web/client.ts';
import { dayWords, timeWords, useLanguage } from '#web/language.ts';
import { useEntry } from '#web/matter/entry.ts';
import { followCode } from '#web/public/code.ts';
import { Trouble, Waiting } from '#web/public/faces.tsx';
import { Head } from '#web/public/head.tsx';
import { PublicFacts } from '#web/public/facts.tsx';
import { PublicFields } from '#web/public/fields.tsx';
import { useRegister } from '#web/public/register.ts';
import { publicHearing, publicSpeech } from '#web/public/speech.ts';
import { useInnerWords } from '#web/public/inner-words.ts';
import { useWords } from '#web/public/words.ts';

/** Letters and digits of a query code, dashes aside. */
const codeLength = 16;

/** Follows what was handed in, by its code. */
export function Follow() {
  const t = useWords();
  const say = useInnerWords();
  const [code, setCode] = useState(followCode.current);
  const [followed, setFollowed] = useState<Followed>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [wrongLength, setWrongLength] = useState<number>();
  const find = async (words: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      setFollowed(await call('POST /api/public/follow', { body: { code: words } }));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current || followCode.current.length < 10) return;
    isBegun.current = true;
    void find(followCode.current);
    followCode.current = '';
  });
  return (
    <>
      <Head title={say('follow')} lead={say('followHelp')} tools={followed && <button type="button" className="button is-ghost" onClick={() => print()}>{say('print')}</button>} />
      <div className="wrap section">
        {followed ? (
          <Suspense fallback={<Waiting />}>
            <Standing followed={followed} code={code} onChange={setFollowed} onLeave={() => { setFollowed(undefined); setCode(''); }} />
          </Suspense>
        ) : (
          <form
            className="form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              const { length } = code.replace(/[^0-9a-z]/gi, '');
              setWrongLength(length === codeLength ? undefined : length);
              if (length === codeLength) void find(code.trim());
            }}
          >
            {problem && <Trouble problem={problem} />}
            <div className="field">
              <label htmlFor="follow-code">{say('code')}</label>
              <input id="follow-code" value={code} autoComplete="off" autoCapitalize="characters" spellCheck={false} enterKeyHint="search" maxLength={40} aria-invalid={wrongLength !== undefined} aria-describedby={wrongLength === undefined ? undefined : 'follow-problem'} onChange={(event) => setCode(event.target.value)} />
              {wrongLength !== undefined && <p className="field-error" id="follow-problem" role="alert">{say('codeLength', { count: wrongLength })}</p>}
            </div>
            <p className="form-actions"><button className="button is-primary" disabled={busy}>{busy ? t('waiting') : t('find')}</button></p>
          </form>
        )}
      </div>
    </>
  );
}

function Standing({ followed, code, onChange, onLeave }: { readonly followed: Followed; readonly code: string; readonly onChange: (followed: Followed) => void; readonly onLeave: () => void }) {
  const say = useInnerWords();
  const language = useLanguage();
  const register = useRegister(followed.mechanism);
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState('');
  if (!register) return null;
  const { record, actions } = register;
  const speech = publicSpeech(followed.names, language);
  const open = followed.offers.filter(({ action, open: isOpen }) => isOpen && actions[action]);
  return (
    <div className="columns is-wide-left">
      <section className="section">
        <p className="meta">{[followed.number, say('filedOn', { day: dayWords(followed.filedAt) })].filter(Boolean).join(' · ')}</p>
        <h2>{String(followed.facts[record.title] ?? record.name[language])}</h2>
        <p>{say('standing')}{language === 'zh' ? '：' : ': '}<span className="chip is-large">{record.stages[followed.stage]?.name[language] ?? followed.stage}</span></p>
        <div aria-live="polite">{said && <p className="notice is-done">{said}</p>}</div>
        <h3>{say('told')}</h3>
        {followed.told.length === 0 ? <p>{say('toldNothing')}</p> : <ol className="told-lines">{followed.told.map((each, index) => <li key={index}><time>{timeWords(each.at)}</time> <p>{each.text[language]}</p></li>)}</ol>}
        <h3>{say('yourWords')}</h3>
        <PublicFacts isFlat record={record} values={followed.facts} names={record.authorFacts ?? Object.keys(followed.facts)} speech={speech} />
      </section>
      <aside className="section">
        {open.length > 0 && <h2>{say('mayDo')}</h2>}
        {open.map(({ action }) => {
          const declared = actions[action] as Action;
          if (chosen !== action) {
            return (
              <p key={action} className="offer">
                <button type="button" className={declared.tone === 'primary' ? 'button is-primary' : 'button'} onClick={() => { setChosen(action); setSaid(''); }}>{declared.name[language]}</button>
                {declared.help && <span className="hint">{declared.help[language]}</span>}
              </p>
            );
          }
          return <AuthorForm key={action} mechanism={register as unknown as AnyMechanism} name={action} action={declared} followed={followed} code={code} onClose={() => setChosen('')} onDone={(next) => { onChange(next); setChosen(''); setSaid(say('done', { action: declared.name[language] })); }} />;
        })}
        <p><button type="button" className="button is-quiet" onClick={onLeave}>{say('otherCode')}</button></p>
      </aside>
    </div>
  );
}

function AuthorForm({ mechanism, name, action, followed, code, onClose, onDone }: {
  readonly mechanism: AnyMechanism;
  readonly name: string;
  readonly action: Action;
  readonly followed: Followed;
  readonly code: string;
  readonly onClose: () => void;
  readonly onDone: (followed: Followed) => void;
}) {
  const say = useInnerWords();
  const language = useLanguage();
  const entry = useEntry({
    mechanism,
    action,
    facts: followed.facts,
    draftKey: `zhanqiao.draft.author.${mechanism.record.key}.${name}.${followed.filedAt}`,
    hearing: publicHearing,
    send: async (input, idempotencyKey) => onDone(await call('POST /api/public/follow/actions/:action', { params: { action: name }, body: { code: code.trim(), version: followed.version, input }, idempotencyKey })),
  });
  return (
    <form
      className="form card is-plain"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void entry.handIn();
      }}
    >
      <h3>{action.name[language]}</h3>
      <p>{action.help?.[language] ?? (entry.fields.length === 0 ? say('confirm', { action: action.name[language] }) : '')}</p>
      <PublicFields entry={entry} fields={entry.fields} />
      <p className="form-actions">
        <button className="button is-primary" disabled={entry.busy}>{entry.busy ? say('sending') : action.name[language]}</button>
        <button type="button" className="button" onClick={onClose}>{say('cancel')}</button>
      </p>
    </form>
  );
}
