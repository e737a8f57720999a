import { useEffect, useRef } from 'react';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { factInputs } from '#web/facts/fact-inputs.ts';
import { timeWords, useLanguage } from '#web/language.ts';
import type { Entry, EntryField } from '#web/matter/entry.ts';
import { slotsOf } from '#web/slots.ts';
import { useWords } from '#web/words.ts';

/** The fields of an action, with what is wrong summed up above them and said again beside each. */
export function Fields({ mechanism, action, entry }: { readonly mechanism: AnyMechanism; readonly action: string; readonly entry: Entry }) {
  const Bespoke = slotsOf(mechanism).entries?.[action];
  return (
    <>
      <DraftOffer entry={entry} />
      <Summary entry={entry} />
      {Bespoke ? <Bespoke mechanism={mechanism} action={action} entry={entry} /> : <div className="fields">{entry.fields.map((field) => <FieldOf key={field.name} field={field} entry={entry} />)}</div>}
    </>
  );
}

function FieldOf({ field, entry }: { readonly field: EntryField; readonly entry: Entry }) {
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
  if (!entry.draft) return null;
  return (
    <div className="draft" role="status">
      {t('draftFound', { at: timeWords(entry.draft.at) })}{' '}
      <button type="button" className="button" onClick={entry.draft.take}>{t('draftTake')}</button>{' '}
      <button type="button" className="button is-quiet" onClick={entry.draft.drop}>{t('draftDrop')}</button>
    </div>
  );
}

/** Beside the button: what is typed is safe. */
export function SavedNote({ entry }: { readonly entry: Entry }) {
  const t = useWords();
  return <span className="quiet" role="status">{entry.savedAt ? t('draftSaved', { at: timeWords(entry.savedAt).slice(11) }) : ''}</span>;
}
