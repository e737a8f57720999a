import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { MatterPage, MatterRow } from '#contract/shapes.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { requiredWords } from '#kernel/kind.ts';
import type { Text } from '#kernel/words.ts';
import { forgetAnswers, useAsk } from '#web/ask.ts';
import { asProblem, call, newKey } from '#web/client.ts';
import { factInputs } from '#web/facts/fact-inputs.ts';
import { typings } from '#web/facts/typing.ts';
import { useLanguage } from '#web/language.ts';
import { correctionsOf } from '#web/register/corrections.ts';
import { useHearing } from '#web/speech.ts';
import { Answered } from '#web/shell/faces.tsx';
import { tell } from '#web/shell/told.tsx';
import { useRegisterWords } from '#web/register/words.ts';
import { useWords } from '#web/words.ts';

interface EditorProps {
  readonly mechanism: AnyMechanism;
  readonly row: MatterRow;
  readonly fact: string;
  readonly anchor: () => HTMLElement | null;
  readonly onClose: () => void;
}

/** Corrects one cell where it stands. The server is asked first whether that is open for this matter; what was typed survives every refusal. */
export function CellEditor({ mechanism, row, fact, anchor, onClose }: EditorProps) {
  const w = useRegisterWords();
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const asked = useAsk('GET /api/matters/:mechanism/:id', { params: { mechanism: mechanism.record.key, id: row.id } });
  useLayoutEffect(() => {
    const cell = anchor()?.getBoundingClientRect();
    const ground = place.current?.parentElement?.getBoundingClientRect();
    const { current } = place;
    if (!cell || !ground || !current) return;
    // Below half of the table it opens upwards, or its foot would be cut off.
    const isLow = cell.top - ground.top > ground.height / 2;
    current.style.left = `${Math.max(4, Math.min(cell.left - ground.left, ground.width - 328))}px`;
    if (isLow) current.style.bottom = `${ground.bottom - cell.bottom}px`;
    else current.style.top = `${cell.top - ground.top}px`;
  });
  return (
    <div
      className="cell-editor" role="dialog" aria-label={w('correct', { fact: mechanism.record.facts[fact]?.name[language] ?? fact })} ref={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Answered of={asked}>{(matter) => <Editing mechanism={mechanism} matter={matter} fact={fact} onClose={onClose} />}</Answered>
    </div>
  );
}

function Editing({ mechanism, matter, fact: name, onClose }: Pick<EditorProps, 'mechanism' | 'fact' | 'onClose'> & { readonly matter: MatterPage }) {
  const t = useWords();
  const w = useRegisterWords();
  const language = useLanguage();
  const hearing = useHearing();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const fact = mechanism.record.facts[name];
  const [typed, setTyped] = useState<unknown>(() => fact && typings[fact.kind].typed(matter.facts[name], fact));
  const [problem, setProblem] = useState<Text>();
  const [isBusy, setBusy] = useState(false);
  const [key] = useState(newKey);
  const offers = correctionsOf(mechanism, name).flatMap(([action]) => matter.offers.filter((offer) => offer.action === action));
  const open = offers.find((offer) => offer.open);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, button')?.focus(), []);
  if (!fact) return null;
  if (!open) {
    const words = offers[0]?.obstacle?.[language] ?? w('correctNobody');
    return (
      <form ref={form} onSubmit={(event) => { event.preventDefault(); onClose(); }}>
        <p role="alert">{w('correctNot', { words })}</p>
        <p className="form-foot"><button className="button">{w('close')}</button></p>
      </form>
    );
  }
  const { Input } = factInputs[fact.kind];
  const must = mechanism.actions[open.action]?.asks?.[name] === 'must';
  const save = async () => {
    const understood = typings[fact.kind].understand(typed, fact, hearing);
    if ('problem' in understood) return setProblem(understood.problem);
    if (!('value' in understood) && must) return setProblem(requiredWords);
    setBusy(true);
    try {
      await call('POST /api/matters/:mechanism/:id/actions/:action', { params: { mechanism: mechanism.record.key, id: matter.id, action: open.action }, body: { version: matter.version, input: { [name]: 'value' in understood ? understood.value : null } }, idempotencyKey: key });
      await forgetAnswers();
      tell(w('corrected', { fact: fact.name[language] }));
      onClose();
    } catch (error) {
      const said = asProblem(error);
      setProblem(said.fields[name] ?? said.words);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      ref={form} noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label id={`${id}-label`} htmlFor={id}>{fact.name[language]}</label>
      <Input id={id} fact={fact} typed={typed} invalid={problem !== undefined} describedBy={problem && `${id}-problem`} onTyped={(value) => { setTyped(value); setProblem(undefined); }} />
      {problem && <p className="entry-problem" id={`${id}-problem`} role="alert">{problem[language]}</p>}
      <p className="form-foot">
        <button type="button" className="button" onClick={onClose}>{t('cancel')}</button>
        <button className="button is-primary" disabled={isBusy}>{isBusy ? t('sending') : t('save')}</button>
      </p>
    </form>
  );
}
