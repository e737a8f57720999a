import { useEffect, useState } from 'react';
import { registers } from 'virtual:public-registers';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import type { Action } from '#kernel/mechanism.ts';
import { call } from '#web/client.ts';
import { useLanguage } from '#web/language.ts';
import { entryFields, useEntry } from '#web/matter/entry.ts';
import { followCode } from '#web/public/code.ts';
import { Broken } from '#web/public/faces.tsx';
import { Head } from '#web/public/head.tsx';
import { isAgreement, PublicFields } from '#web/public/fields.tsx';
import { publicHearing } from '#web/public/speech.ts';
import { at, go, usePlace } from '#web/public/place.tsx';
import { useInnerWords } from '#web/public/inner-words.ts';
import { copy } from '#web/shell/copy.ts';

/** Hands something in without an account: the notice, the form, the code. Which form follows from the declarations. */
export function Suggest({ first }: { readonly first: string }) {
  const t = useInnerWords();
  const found = registers.flatMap((register) => Object.entries(register.actions).map(([name, action]) => ({ register, name, action }))).find(({ register, action }) => action.from === 'new' && action.by.includes('public') && (first === '' || register.record.key === first));
  if (!found) return <Broken title={t('noFiling')} />;
  // The slim declaration holds all that a form asks of it.
  return <Filing mechanism={found.register as unknown as AnyMechanism} name={found.name} action={found.action as Action} />;
}

function Filing({ mechanism, name, action }: { readonly mechanism: AnyMechanism; readonly name: string; readonly action: Action }) {
  const t = useInnerWords();
  const language = useLanguage();
  const { search } = usePlace();
  const agreements = entryFields(mechanism, action).filter(isAgreement);
  const [step, setStep] = useState(agreements.length > 0 ? 1 : 2);
  const [code, setCode] = useState('');
  const { key } = mechanism.record;
  const entry = useEntry({
    mechanism,
    action,
    facts: {},
    prefill: Object.fromEntries(entryFields(mechanism, action).flatMap(({ name: field, fact }) => (fact.kind === 'matter' && search.get(field) ? [[field, search.get(field)]] : []))),
    draftKey: `zhanqiao.draft.public.${key}.${name}`,
    hearing: publicHearing,
    send: async (input, idempotencyKey) => {
      const filed = await call('POST /api/public/matters/:mechanism/actions/:action', { params: { mechanism: key, action: name }, body: { input }, idempotencyKey });
      setCode(filed.code);
      setStep(3);
      scrollTo(0, 0);
    },
  });
  useEffect(() => void document.getElementById('content')?.focus(), [step]);
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
          </form>
        )}
        {step === 3 && <Receipt code={code} again={() => location.reload()} />}
      </div>
    </>
  );
}

/** The notice a sentence a line, each led by its word: 处理者, 目的, 方式 … */
function Notice({ words }: { readonly words: string }) {
  const sentences = words.match(/[^。.]+[。.]?\s*/g) ?? [words];
  return (
    <ul className="notice-lines">
      {sentences.map((sentence, index) => {
        const [, head, rest] = /^([^：:，,]{2,8})[：:](.+)$/s.exec(sentence) ?? [];
        return <li key={index}>{head && rest ? <><strong>{head}</strong>：{rest}</> : sentence}</li>;
      })}
    </ul>
  );
}

function Receipt({ code, again }: { readonly code: string; readonly again: () => void }) {
  const t = useInnerWords();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="receipt" role="status">
      <p>{t('received')}</p>
      <strong className="receipt-number">{code}</strong>
      <p>{t('receivedHelp')}</p>
      <p className="form-actions">
        <button type="button" className="button is-primary" onClick={() => void copy(code).then(setCopied)}>{isCopied ? t('copied') : t('copy')}</button>
        <button type="button" className="button" onClick={() => print()}>{t('printCode')}</button>
        <button type="button" className="button" onClick={() => { followCode.current = code; go(at('/follow')); }}>{t('followNow')}</button>
        <button type="button" className="button is-quiet" onClick={again}>{t('anotherOne')}</button>
      </p>
    </div>
  );
}
