import { useEffect, useRef, type ReactNode } from 'react';
import type { Evidence, Fact, KindName } from '#kernel/fact.ts';
import { timeWords, useLanguage } from '#web/language.ts';
import { Upload } from '#web/facts/upload.tsx';
import type { Entry, EntryField } from '#web/matter/entry.ts';
import { MatterChoice } from '#web/public/matter-choice.tsx';
import { useInnerWords } from '#web/public/inner-words.ts';
import { reducePhoto } from '#web/public/reduce-photo.ts';

interface ControlProps {
  readonly id: string;
  readonly fact: Fact;
  readonly typed: unknown;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onTyped: (typed: unknown) => void;
}

/** A choice of one thing only is an agreement: its help is what is agreed to. */
export function isAgreement({ fact }: EntryField): boolean {
  return fact.kind === 'choice' && Object.keys(fact.options ?? {}).length === 1;
}

/** The fields of a public form, with what is wrong summed up and said again beside each. */
export function PublicFields({ entry, fields }: { readonly entry: Entry; readonly fields: readonly EntryField[] }) {
  const t = useInnerWords();
  return (
    <>
      {entry.draft && (
        <div className="notice is-waiting" role="status">
          <p>{t('draftFound', { at: timeWords(entry.draft.at) })}</p>
          <p className="form-actions"><button type="button" className="button" onClick={entry.draft.take}>{t('draftTake')}</button> <button type="button" className="button is-quiet" onClick={entry.draft.drop}>{t('draftDrop')}</button></p>
        </div>
      )}
      <Summary entry={entry} />
      {fields.map((field) => <PublicField key={field.name} field={field} entry={entry} />)}
    </>
  );
}

function Summary({ entry }: { readonly entry: Entry }) {
  const t = useInnerWords();
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const wrong = entry.fields.filter(({ name }) => entry.problems[name]);
  const isShown = wrong.length > 0 || entry.failure !== undefined;
  useEffect(() => {
    if (isShown && !entry.busy) place.current?.focus();
    // Only a new refusal draws the eye, not every key typed after it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [entry.failure, entry.busy, isShown]);
  if (!isShown) return null;
  return (
    <div className="notice is-refused" role="alert" tabIndex={-1} ref={place}>
      <strong>{entry.failure && wrong.length === 0 ? entry.failure.words[language] : t('toCorrect', { count: wrong.length })}</strong>
      <ul>
        {wrong.map(({ name, fact }) => (
          <li key={name}>
            <a href={`#field-${name}`} onClick={(event) => { event.preventDefault(); document.getElementById(`field-${name}`)?.focus(); }}>{fact.name[language]}</a>{language === 'zh' ? '：' : ': '}{entry.problems[name]?.[language]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function PublicField({ field: { name, fact, must }, entry }: { readonly field: EntryField; readonly entry: Entry }) {
  const t = useInnerWords();
  const language = useLanguage();
  const id = `field-${name}`;
  const problem = entry.problems[name];
  const describedBy = [fact.help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
  const Control = controls[fact.kind];
  const props: ControlProps = { id, fact, typed: entry.typed[name], invalid: problem !== undefined, describedBy, onTyped: (typed) => entry.type(name, typed) };
  const words = <>{fact.name[language]}{must && <span className="required">{t('required')}</span>}</>;
  const help = fact.help && <p className="hint" id={`${id}-help`}>{fact.help[language]}</p>;
  const wrong = problem && <p className="field-error" id={`${id}-problem`}>{problem[language]}</p>;
  if (fact.kind === 'flag') {
    return (
      <div className="field">
        <label className="choice"><input id={id} type="checkbox" checked={entry.typed[name] === true} aria-describedby={describedBy} onChange={(event) => entry.type(name, event.target.checked ? true : undefined)} /><span>{words}</span></label>
        {help}
        {wrong}
      </div>
    );
  }
  if (isGroup(fact)) {
    return (
      <fieldset className="field choices" aria-describedby={describedBy}>
        <legend>{words}</legend>
        {help}
        <Control {...props} />
        {wrong}
      </fieldset>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{words}</label>
      {help}
      <Control {...props} />
      {wrong}
    </div>
  );
}

function line(type: string, inputMode?: 'decimal' | 'tel' | 'numeric') {
  return function Line({ id, fact, typed, invalid, describedBy, onTyped }: ControlProps): ReactNode {
    return <input id={id} type={type} inputMode={inputMode} value={String(typed ?? '')} maxLength={type === 'text' ? (fact.kind === 'text' ? fact.max ?? 200 : 200) : undefined} min={fact.min} max={type === 'number' ? fact.max : undefined} aria-invalid={invalid} aria-describedby={describedBy} onChange={(event) => onTyped(event.target.value)} />;
  };
}

function Lines({ id, fact, typed, invalid, describedBy, onTyped }: ControlProps) {
  const t = useInnerWords();
  const words = String(typed ?? '');
  const max = fact.max ?? 20_000;
  return (
    <>
      <textarea id={id} value={words} maxLength={max} aria-invalid={invalid} aria-describedby={describedBy} onChange={(event) => onTyped(event.target.value)} />
      {fact.max !== undefined && <p className="counter">{t('left', { count: max - words.length })}</p>}
    </>
  );
}

function Options({ id, fact, typed, invalid, describedBy, onTyped }: ControlProps) {
  const t = useInnerWords();
  const language = useLanguage();
  const options = Object.entries(fact.options ?? {});
  if (!isGroup(fact)) {
    return (
      <select id={id} value={String(typed ?? '')} aria-invalid={invalid} aria-describedby={describedBy} onChange={(event) => onTyped(event.target.value || undefined)}>
        <option value="">{t('pleaseChoose')}</option>
        {options.map(([value, words]) => <option key={value} value={value}>{words[language]}</option>)}
      </select>
    );
  }
  const isMany = fact.kind === 'choices';
  const held = (Array.isArray(typed) ? typed : typed === undefined ? [] : [typed]) as readonly string[];
  return options.map(([value, words], index) => (
    <label key={value} className="choice">
      <input
        id={index === 0 ? id : undefined}
        type={isMany ? 'checkbox' : 'radio'}
        name={id}
        checked={held.includes(value)}
        onChange={(event) => onTyped(isMany ? (event.target.checked ? [...held, value] : held.filter((each) => each !== value)) : value)}
      />
      {words[language]}
    </label>
  ));
}

/** Stars and other small whole numbers are picked, not typed. */
function Whole(props: ControlProps) {
  const { id, fact, typed, onTyped } = props;
  const language = useLanguage();
  const { min, max } = fact;
  if (!isGroup(fact) || min === undefined || max === undefined) return line('number', 'numeric')(props);
  return Array.from({ length: max - min + 1 }, (_, index) => String(max - index)).map((value, index) => (
    <label key={value} className="choice">
      <input id={index === 0 ? id : undefined} type="radio" name={id} checked={String(typed ?? '') === value} onChange={() => onTyped(value)} />
      {value} {fact.measure?.[language]}
    </label>
  ));
}

function Files({ id, typed, invalid, describedBy, onTyped }: ControlProps) {
  return <Upload id={id} path="/api/public/files" accept="image/*,.pdf,.docx,.xlsx" prepare={reducePhoto} files={(typed as readonly Evidence[] | undefined) ?? []} onFiles={onTyped} invalid={invalid} describedBy={describedBy} />;
}

function isGroup(fact: Fact): boolean {
  if (fact.kind === 'choices') return true;
  if (fact.kind === 'whole') return fact.min !== undefined && fact.max !== undefined && fact.max - fact.min <= 9;
  return fact.kind === 'choice' && Object.keys(fact.options ?? {}).length <= 6;
}

const text = line('text');

/** How each kind is asked of the public; a forgotten kind does not compile. Kinds that point into the district are asked in words. */
const controls: Readonly<Record<KindName, (props: ControlProps) => ReactNode>> = {
  text, longText: Lines, whole: Whole, decimal: line('text', 'decimal'), money: line('text', 'decimal'), area: line('text', 'decimal'), percent: line('text', 'decimal'),
  day: line('date'), instant: text, month: line('month'), period: text, flag: text, choice: Options, choices: Options, unit: text, units: text, person: text,
  matter: MatterChoice, matters: text, rows: text, evidence: Files, place: text, metric: text, phone: line('tel', 'tel'), creditCode: text, industry: text, documentNumber: text,
};
