import { useState } from 'react';
import { recompute, type Agreement, type Disagreement } from '#engines/draw/verify.ts';
import { fill, type Text } from '#kernel/words.ts';
import { useLanguage } from '#web/language.ts';
import type { PublicPanelProps } from '#web/public/panels.ts';
import { specialties } from '../project-words.ts';
import { differenceWords, drawSteps, drawWords } from './draw-words.ts';
import { publishedOf, secretsOf } from './published.ts';

type Typed = readonly [secretariat: string, supervisor: string, frozen: string];

/** Anybody works the draw out again from what was published, in the browser; with a character changed it says what no longer fits. */
export function DrawAgain({ matter: { facts } }: PublicPanelProps) {
  const t = useDrawWords();
  const published = publishedOf(facts);
  const asPublished: Typed = [...secretsOf(facts), published.frozen];
  const [typed, setTyped] = useState(asPublished);
  const [answer, setAnswer] = useState<Agreement | Disagreement>();
  const [secretariat, supervisor, frozen] = typed;
  const type = (place: number) => (words: string) => {
    setAnswer(undefined);
    setTyped(typed.map((each, at) => (at === place ? words : each)) as unknown as Typed);
  };
  const isChanged = typed.some((each, at) => each !== asPublished[at]);
  return (
    <section aria-labelledby="draw-again">
      <h2 id="draw-again" className="facts-head">{t(drawWords.title)}</h2>
      <div className="prose"><p>{t(drawWords.lead)}</p><p>{t(drawWords.local)}</p><p>{t(drawWords.tryIt)}</p></div>
      <form
        className="form section"
        onSubmit={(event) => {
          event.preventDefault();
          setAnswer(recompute({ ...published, frozen }, [secretariat, supervisor]));
        }}
      >
        <Line id="draw-secretariat" label={t(drawWords.secretariat)} value={secretariat} onType={type(0)} />
        <Line id="draw-supervisor" label={t(drawWords.supervisor)} value={supervisor} onType={type(1)} />
        <div className="field">
          <label htmlFor="draw-frozen">{t(drawWords.frozen)}</label>
          <p className="hint" id="draw-frozen-help">{t(drawWords.frozenHelp)}</p>
          <textarea id="draw-frozen" className="is-code" rows={8} spellCheck={false} wrap="off" aria-describedby="draw-frozen-help" value={frozen} onInput={(event) => type(2)(event.currentTarget.value)} />
        </div>
        <p className="form-actions">
          <button className="button is-primary">{t(drawWords.again)}</button>
          {isChanged && <button type="button" className="button" onClick={() => { setTyped(asPublished); setAnswer(undefined); }}>{t(drawWords.restore)}</button>}
        </p>
      </form>
      <div role="status">{answer && ('at' in answer ? <Differs found={answer} /> : <Agrees found={answer} />)}</div>
      <details className="section">
        <summary>{t(drawWords.how)}</summary>
        <ol className="prose">{drawSteps.map((step) => <li key={step.en}>{t(step)}</li>)}</ol>
        <p>{t(drawWords.byHand)}</p>
      </details>
    </section>
  );
}

function Line({ id, label, value, onType }: { readonly id: string; readonly label: string; readonly value: string; readonly onType: (words: string) => void }) {
  return <div className="field"><label htmlFor={id}>{label}</label><input id={id} value={value} autoComplete="off" spellCheck={false} onInput={(event) => onType(event.currentTarget.value)} /></div>;
}

function Agrees({ found: { seats } }: { readonly found: Agreement }) {
  const t = useDrawWords();
  const head = [t(drawWords.specialty), t(drawWords.expertNo)] as const;
  return (
    <div className="notice is-done">
      <strong>{t(drawWords.agrees, { count: seats.length })}</strong>
      <p>{t(drawWords.agreesHelp)}</p>
      <table className="table">
        <thead><tr>{head.map((words) => <th key={words} scope="col">{words}</th>)}</tr></thead>
        <tbody>{seats.map(({ specialty, expertNo }) => <tr key={expertNo}><td>{t(specialtyOf(specialty))}</td><td>{expertNo}</td></tr>)}</tbody>
      </table>
    </div>
  );
}

function Differs({ found: { at, which, published, recomputed } }: { readonly found: Disagreement }) {
  const t = useDrawWords();
  const words = at === 'commitment' ? differenceWords[which === '1' ? 'secretariat' : 'supervisor'] : differenceWords[at];
  // A seat is told as its specialty and a number.
  const shown = (told: string) => (at === 'panel' ? told.replace(/^\S+/, (key) => t(specialtyOf(key))) : told);
  return (
    <div className="notice is-refused">
      <strong>{t(drawWords.differs, { what: t(words, { which: specialtyOf(which) }) })}</strong>
      <dl className="facts">
        {([[drawWords.published, published], [drawWords.recomputed, recomputed]] as const).map(([name, told]) => told !== '' && <div key={name.en}><dt>{t(name)}</dt><dd className="is-code">{shown(told)}</dd></div>)}
      </dl>
    </div>
  );
}

function specialtyOf(key: string): Text {
  return Object.hasOwn(specialties, key) ? specialties[key as keyof typeof specialties] : { zh: key, en: key };
}

/** A text in the reader's language, its places filled. */
function useDrawWords(): (text: Text, places?: Parameters<typeof fill>[1]) => string {
  const language = useLanguage();
  return (text, places = {}) => fill(text, places)[language];
}
