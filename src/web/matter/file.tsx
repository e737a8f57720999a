import { useMemo } from 'react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { kindOf } from '#kernel/kinds.ts';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import { forgetAnswers } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { useLanguage } from '#web/language.ts';
import { keepOnServer } from '#web/matter/drafts.ts';
import { useEntry } from '#web/matter/entry.ts';
import { Fields, SavedNote } from '#web/matter/fields.tsx';
import { useSignedIn } from '#web/session.ts';
import { useHearing } from '#web/speech.ts';
import { Absent } from '#web/shell/faces.tsx';
import { tell } from '#web/shell/told.tsx';
import { useTitle } from '#web/title.ts';
import { useWords } from '#web/words.ts';

/** Files a new matter. Facts may be given in the address (`?leadUnit=…`), so that another page can begin a form. */
export function FileMatter() {
  const { mechanism: key, action: name } = useParams({ from: '/inside/kit/matters/$mechanism/new/$action' });
  const mechanism = findMechanism(key);
  const action = mechanism?.actions[name];
  return mechanism && action?.from === 'new' ? <FilingForm key={`${key}.${name}`} mechanism={mechanism} name={name} action={action} /> : <Absent />;
}

function FilingForm({ mechanism, name, action }: { readonly mechanism: AnyMechanism; readonly name: string; readonly action: Action }) {
  const t = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const { key } = mechanism.record;
  const given = useSearch({ from: '/inside/kit/matters/$mechanism/new/$action' });
  const prefill = useMemo(() => Object.fromEntries(Object.entries(given).flatMap(([name, value]) => {
    const fact = mechanism.record.facts[name];
    // One value of a list looks like a single one in the address.
    return fact ? [[name, kindOf(fact).compare === 'list' ? [value].flat() : value]] : [];
  })), [given, mechanism]);
  useTitle(action.name[language]);
  const { post } = useSignedIn();
  const keeping = useMemo(() => keepOnServer({ mechanism: key, action: name }, post.id), [key, name, post.id]);
  const entry = useEntry({
    mechanism,
    action,
    facts: {},
    prefill,
    keeping,
    hearing: useHearing(),
    send: async (input, idempotencyKey) => {
      const filed = await call('POST /api/matters/:mechanism/actions/:action', { params: { mechanism: key, action: name }, body: { input }, idempotencyKey });
      await forgetAnswers();
      tell(filed.number ? t('filedAs', { number: filed.number }) : t('filed'));
      await navigate({ to: '/matters/$mechanism/$id', params: { mechanism: key, id: filed.id } });
    },
  });
  return (
    <div className="narrow">
      <header className="page-head">
        <div>
          <p className="crumb"><Link to="/matters/$mechanism" params={{ mechanism: key }}>{mechanism.record.name[language]}</Link></p>
          <h1>{action.name[language]}</h1>
          {action.help && <p className="page-sub">{action.help[language]}</p>}
        </div>
      </header>
      <form
        className="panel panel-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void entry.handIn();
        }}
      >
        <Fields mechanism={mechanism} action={name} entry={entry} />
        <p className="form-foot">
          <button className="button is-primary" disabled={entry.busy}>{entry.busy ? t('sending') : action.name[language]}</button>
          <Link className="button" to="/matters/$mechanism" params={{ mechanism: key }}>{t('cancel')}</Link>
          <SavedNote entry={entry} />
        </p>
      </form>
    </div>
  );
}
