import { Suspense, useEffect, useRef } from 'react';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { FormName } from '#web/facts/fact-input.ts';
import { factInputs } from '#web/facts/fact-inputs.ts';
import { timeWords, useLanguage } from '#web/language.ts';
import type { Entry, EntryField } from '#web/matter/entry.ts';
import { slotsOf } from '#web/slots.ts';
import { useFormWords } from '#web/matter/form-words.ts';
import { usePageWords } from '#web/matter/page-words.ts';
import { Waiting } from '#web/shell/faces.tsx';
import { useWords } from '#web/words.ts';

/** The fields of an action, with what is wrong summed up above them and said again beside each. */
export function Fields({ mechanism, action, entry }: { readonly mechanism: AnyMechanism; readonly action: string; readonly entry: Entry }) {
  const Bespoke = slotsOf(mechanism).entries?.[action];
  return (
    <FormName value={entry.form}>
      <DraftOffer entry={entry} />
      <Summary entry={entry} />
      {Bespoke ? <Suspense fallback={<Waiting />}><Bespoke mechanism={mechanism} action={action} entry={entry} /></Suspense> : <div className="fields">{entry.fields.map((field) => <FieldOf key={field.name} field={field} entry={entry} />)}</div>}
    </FormName>
  );
}

/** One field with its label, its help and what is wrong with it; for a bespoke form that keeps most of the derived one. */
export function FieldOf({ field, entry }: { readonly field: EntryField; readonly entry: Entry }) {
  const t = useWords();
  const language = useLanguage();
  const { name, fact, must } = field;
  const { Input, wide } = factInputs[fact.kind];
  const problem = entry.problems[name];
  const id = `field-${name}`;
  const described = [fact.help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={wide ? 'entry is-wide' : 'entry'}>
      <label id={`${id}-label`} htmlFor={id}>
        {fact.name[language]}
        {must ? <span className="must">{t('must')}</span> : null}
      </label>
      <Input id={id} fact={fact} typed={entry.typed[name]} invalid={problem !== undefined} describedBy={described} onTyped={(typed) => entry.type(name, typed)} />
      {fact.help && <p className="entry-help" id={`${id}-help`}>{fact.help[language]}</p>}
      {problem && <p className="entry-problem" id={`${id}-problem`}>{problem[language]}</p>}
    </div>
  );
}

function Summary({ entry }: { readonly entry: Entry }) {
  const t = useWords();
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const wrong = entry.fields.filter(({ name }) => entry.problems[name]);
  const others = Object.entries(entry.problems).filter(([name]) => !entry.fields.some((field) => field.name === name));
  const isShown = wrong.length > 0 || entry.failure !== undefined;
  useEffect(() => {
    if (entry.failure || wrong.length > 0) place.current?.focus();
    // Only a new refusal draws the eye, not every key typed after it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [entry.failure, entry.busy]);
  if (!isShown) return null;
  return (
    <div className="refused" role="alert" tabIndex={-1} ref={place}>
      <strong>{entry.failure && wrong.length === 0 ? entry.failure.words[language] : t('toCorrect', { count: wrong.length })}</strong>
      {entry.failure?.incident && <p>{t('incident', { number: entry.failure.incident })}</p>}
      <ul>
        {wrong.map(({ name, fact }) => (
          <li key={name}>
            <a href={`#field-${name}`} onClick={(event) => { event.preventDefault(); document.getElementById(`field-${name}`)?.focus(); }}>{fact.name[language]}</a>
            {language === 'zh' ? '：' : ': '}
            {entry.problems[name]?.[language]}
          </li>
        ))}
        {others.map(([name, words]) => <li key={name}>{words[language]}</li>)}
      </ul>
    </div>
  );
}

function DraftOffer({ entry }: { readonly entry: Entry }) {
  const t = useWords();
  const f = useFormWords();
  if (!entry.draft) return null;
  return (
    <div className="draft" role="status">
      <span>{t('draftFound', { at: timeWords(entry.draft.at) })}{entry.isTouched && ` ${f('draftWaits')}`}</span>{' '}
      <button type="button" className="button is-primary" onClick={entry.draft.take}>{f('draftTake')}</button>{' '}
      <button type="button" className="button is-quiet" onClick={entry.draft.drop}>{f('draftDrop')}</button>
    </div>
  );
}

/** Said before anything is typed: what this step will ask for. */
export function NeedsOf({ entry }: { readonly entry: Entry }) {
  const p = usePageWords();
  const language = useLanguage();
  const must = entry.fields.filter(({ name, must: isMust }) => isMust && name !== 'reason' && name !== 'evidence');
  const least = (name: string) => entry.fields.find((field) => field.name === name)?.fact.min ?? 0;
  const what = [
    ...(must.length > 0 ? [p('needsFacts', { count: must.length, names: must.map(({ fact }) => fact.name[language]).join(language === 'zh' ? '、' : ', ') })] : []),
    ...(least('reason') > 0 ? [p('needsReason', { count: least('reason') })] : []),
    ...(least('evidence') > 0 ? [p('needsEvidence', { count: least('evidence') })] : []),
  ];
  if (entry.fields.length === 0) return null;
  return <p className="needs">{what.length === 0 ? p('needsNothing') : p('needsAll', { what: what.join(language === 'zh' ? '；' : '; ') })}</p>;
}

/** Beside the button: what is typed is safe, or why it is not kept. */
export function SavedNote({ entry }: { readonly entry: Entry }) {
  const f = useFormWords();
  const language = useLanguage();
  const { kept } = entry;
  if (!kept) return <span className="quiet" role="status" />;
  if ('refused' in kept) return <span className="upload-problem" role="status">{f('draftRefused', { why: kept.refused.words[language] })}</span>;
  return <span className="quiet" role="status">{f(kept.where === 'server' ? 'draftKept' : 'draftHere', { at: timeWords(kept.at).slice(11) })}</span>;
}
