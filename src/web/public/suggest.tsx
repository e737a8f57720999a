import { useEffect, useRef, useState } from 'react';
import { faces } from 'virtual:public-faces';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import { call } from '#web/client.ts';
import { timeWords, useLanguage } from '#web/language.ts';
import { entryFields, useEntry } from '#web/matter/entry.ts';
import { Nowhere } from '#web/public/faces.tsx';
import { isAgreement, PublicFields } from '#web/public/fields.tsx';
import { Head } from '#web/public/head.tsx';
import { useInnerWords } from '#web/public/inner-words.ts';
import { Notice } from '#web/public/notice.tsx';
import { To, usePlace } from '#web/public/place.tsx';
import { Receipt } from '#web/public/receipt.tsx';
import { useRegister } from '#web/public/register.ts';
import { publicHearing } from '#web/public/speech.ts';
import type { PublicRegister } from '#web/slim-declarations.ts';

const filings = faces.flatMap(({ key, files }) => files.map(({ action, name }) => ({ key, action, name })));

/** Hands something in without an account. Which form follows from the declarations; where there are several, one is chosen first. */
export function Suggest({ first, second }: { readonly first: string; readonly second: string }) {
  const t = useInnerWords();
  const chosen = filings.find(({ key, action }) => key === first && (second === '' || action === second)) ?? (filings.length === 1 && first === '' ? filings[0] : undefined);
  if (chosen) return <Form mechanism={chosen.key} action={chosen.action} />;
  return filings.length > 1 && first === '' ? <Choice /> : <Nowhere title={t('noFiling')} />;
}

function Choice() {
  const t = useInnerWords();
  const language = useLanguage();
  return (
    <>
      <Head title={t('whichFiling')} />
      <ul className="wrap section cards">{filings.map(({ key, action, name }) => <li key={key + action} className="card"><h3><To to={`/suggest/${key}/${action}`}>{name[language]}</To></h3></li>)}</ul>
    </>
  );
}

function Form({ mechanism, action }: { readonly mechanism: string; readonly action: string }) {
  const t = useInnerWords();
  const register = useRegister(mechanism);
  const declared = register?.actions[action];
  return register && declared ? <Filing register={register} name={action} action={declared as Action} /> : <Nowhere title={t('noFiling')} />;
}

/** The notice, the form, the code. */
function Filing({ register, name, action }: { readonly register: PublicRegister; readonly name: string; readonly action: Action }) {
  const t = useInnerWords();
  const language = useLanguage();
  // The slim declaration holds all that a form asks of it.
  const mechanism = register as unknown as AnyMechanism;
  const { search } = usePlace();
  const { key, title } = register.record;
  const agreements = entryFields(mechanism, action).filter(isAgreement);
  const [step, setStep] = useState(agreements.length > 0 ? 1 : 2);
  const [filed, setFiled] = useState<{ readonly code: string; readonly title: string }>();
  const entry = useEntry({
    mechanism,
    action,
    facts: {},
    // The matter it refers to comes along from the page of that matter.
    prefill: Object.fromEntries(entryFields(mechanism, action).flatMap(({ name: field, fact }) => (fact.kind === 'matter' && search.get(field) ? [[field, search.get(field)]] : []))),
    draftKey: `zhanqiao.draft.public.${key}.${name}`,
    hearing: publicHearing,
    send: async (input, idempotencyKey) => {
      const { code } = await call('POST /api/public/matters/:mechanism/actions/:action', { params: { mechanism: key, action: name }, body: { input }, idempotencyKey });
      setFiled({ code, title: String(input[title] ?? '') });
      setStep(3);
      scrollTo(0, 0);
    },
  });
  const isBegun = useRef(false);
  useEffect(() => {
    // The page that is opened already has the focus where it belongs; a step that is taken moves it.
    if (isBegun.current) document.getElementById('content')?.focus();
    isBegun.current = true;
  }, [step]);
  const agree = () => {
    for (const field of agreements) entry.type(field.name, Object.keys(field.fact.options ?? {})[0]);
    setStep(2);
  };
  return (
    <>
      <Head title={action.name[language]} lead={action.help?.[language]} />
      <div className="wrap section">
        <ol className="steps">
          {[t('step1'), t('step2'), t('step3')].map((words, index) => <li key={words} className={index + 1 < step ? 'is-done' : undefined} aria-current={index + 1 === step ? 'step' : undefined}>{words}</li>)}
        </ol>
        {step === 1 && (
          <div className="prose">
            {entry.draft && <p className="notice is-waiting">{t('draftWaits', { at: timeWords(entry.draft.at) })}</p>}
            <h2>{t('noticeTitle')}</h2>
            {agreements.map((field) => <Notice key={field.name} words={field.fact.help?.[language] ?? field.fact.name[language]} />)}
            <p className="form-actions"><button type="button" className="button is-primary" onClick={agree}>{t('agree')}</button></p>
          </div>
        )}
        {step === 2 && (
          <form
            className="form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void entry.handIn();
            }}
          >
            <PublicFields entry={entry} fields={entry.fields.filter((field) => !isAgreement(field))} />
            <p className="form-actions">
              <button className="button is-tile" disabled={entry.busy}>{entry.busy ? t('sending') : action.name[language]}</button>
              {agreements.length > 0 && <button type="button" className="button" onClick={() => setStep(1)}>{t('back')}</button>}
            </p>
            <p className="hint" role="status">{entry.savedAt && t('draftSaved', { at: timeWords(entry.savedAt) })}</p>
          </form>
        )}
        {step === 3 && filed && <Receipt code={filed.code} title={filed.title} />}
      </div>
    </>
  );
}
