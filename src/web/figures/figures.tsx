import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { foundingFigures, foundingSections, type FoundingEntry } from '#mechanisms/founding-figures.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import type { FigureAnswer } from '#contract/figure-shapes.ts';
import { isAlarming, type Figure, type FoundingFigure } from '#kernel/figure.ts';
import { useAsk } from '#web/ask.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { useToday } from '#web/speech.ts';
import { Answered } from '#web/shell/faces.tsx';
import { useTitle } from '#web/title.ts';
import { useWords } from '#web/words.ts';

/** 数字: the figures of the founding article by section, each answered by its records or honestly not yet; then all the others. */
export function Figures() {
  const t = useWords();
  const language = useLanguage();
  const today = useToday();
  const search = useSearch({ from: '/inside/kit/figures' });
  const asOf = typeof search['asOf'] === 'string' ? search['asOf'] : undefined;
  const answers = useAsk('GET /api/figures', { query: asOf ? { asOf } : {} }, { keep: true });
  useTitle(t('figures'));
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('figures')}</h1>
          <p className="page-sub">{t('figuresHelp')}</p>
        </div>
        <AsOf to="/figures" asOf={asOf ?? today} />
      </header>
      <Answered of={answers}>
        {(given) => {
          const byKey = new Map(given.map((answer) => [answer.key, answer]));
          const live = foundingFigures.filter(({ no }) => declared.some(({ figure }) => figure.answers === no)).length;
          const sections = Object.keys(foundingSections) as (keyof typeof foundingSections)[];
          const others = mechanisms.map((mechanism) => ({ mechanism, figures: mechanism.figures.filter(({ answers: no }) => no === undefined) })).filter(({ figures }) => figures.length > 0);
          return (
            <>
              <p className="figures-count" role="status">{t('figuresLive', { live, all: foundingFigures.length })}</p>
              {sections.map((section) => (
                <section key={section} className="panel" aria-label={foundingSections[section][language]}>
                  <div className="panel-head"><h2>{foundingSections[section][language]}</h2></div>
                  <div className="panel-body">
                    <div className="figures">{foundingFigures.filter((each) => each.section === section).map((founding) => <Founding key={founding.no} founding={founding} byKey={byKey} asOf={asOf} />)}</div>
                  </div>
                </section>
              ))}
              {others.map(({ mechanism, figures }) => (
                <section key={mechanism.record.key} className="panel" aria-label={mechanism.record.name[language]}>
                  <div className="panel-head"><h2>{t('figuresOf', { register: mechanism.record.name[language] })}</h2></div>
                  <div className="panel-body"><div className="figures">{figures.map((figure) => <Live key={figure.key} figure={figure} answer={byKey.get(figure.key)} asOf={asOf} />)}</div></div>
                </section>
              ))}
            </>
          );
        }}
      </Answered>
    </>
  );
}

const declared = mechanisms.flatMap((mechanism) => mechanism.figures.map((figure) => ({ mechanism, figure })));

/** The day for which figures are asked, kept in the address bar. */
export function AsOf({ to, asOf, figure }: { readonly to: '/figures' | '/figures/$figure'; readonly asOf: string; readonly figure?: string }) {
  const t = useWords();
  const navigate = useNavigate();
  const today = useToday();
  const go = (day: string | undefined) => void navigate({ to, params: figure ? { figure } : {}, search: day ? { asOf: day } : {}, replace: true } as never);
  return (
    <div className="page-actions">
      <label className="inline-label">
        {t('asOf')} <input key={asOf} className="control" type="date" defaultValue={asOf} max={today} onBlur={(event) => event.target.value !== asOf && go(event.target.value || undefined)} onKeyDown={(event) => event.key === 'Enter' && go(event.currentTarget.value || undefined)} />
      </label>
      {asOf !== today && <button type="button" className="button" onClick={() => go(undefined)}>{t('toToday')}</button>}
      <button type="button" className="button" onClick={() => print()}>{t('print')}</button>
    </div>
  );
}

function Founding({ founding, byKey, asOf }: { readonly founding: FoundingEntry; readonly byKey: ReadonlyMap<string, FigureAnswer>; readonly asOf: string | undefined }) {
  const t = useWords();
  const language = useLanguage();
  const live = declared.find(({ figure }) => figure.answers === founding.no)?.figure;
  if (live) return <Live figure={live} answer={byKey.get(live.key)} asOf={asOf} founding={founding} />;
  return (
    <div className="figure is-absent">
      <span className="figure-name">{founding.no} {founding.name[language]}</span>
      <span className="figure-absent">{t('figureAbsent', { register: founding.builtBy[language] })}</span>
      <span className="figure-note">{t('printedAs', { words: founding.printed })}</span>
    </div>
  );
}

function Live({ figure, answer, asOf, founding }: { readonly figure: Figure; readonly answer: FigureAnswer | undefined; readonly asOf: string | undefined; readonly founding?: FoundingFigure }) {
  const t = useWords();
  const language = useLanguage();
  const alarms = answer !== undefined && isAlarming(figure, answer);
  return (
    <Link className={alarms ? 'figure is-alarm' : answer?.isAccepted === true ? 'figure is-done' : 'figure'} to="/figures/$figure" params={{ figure: figure.key }} search={asOf ? { asOf } : {}} title={figure.definition[language]}>
      <span className="figure-name">{founding ? `${founding.no} ${founding.name[language]}` : figure.name[language]}</span>
      <span className="figure-number">
        {answer?.value === null || answer === undefined ? '—' : numberWords(answer.value, language)}
        <small className="figure-unit">{figure.unit[language]}</small>
      </span>
      <span className="figure-note">
        {answer?.value === null && t('tooFew')}
        {answer?.base !== undefined && `${t('smallBaseOf', { count: answer.base })}${founding ? ' · ' : ''}`}
        {alarms && `${t('figureAlarm')}${founding ? ' · ' : ''}`}
        {founding && t('printedAs', { words: founding.printed })}
        {answer?.isAccepted !== undefined && ` · ${answer.isAccepted ? t('inRange') : t('outOfRange')}`}
      </span>
    </Link>
  );
}
