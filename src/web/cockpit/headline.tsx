import { Link } from '@tanstack/react-router';
import type { FigureAnswer, FigureTrend } from '#contract/figure-shapes.ts';
import type { Figure } from '#kernel/figure.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { useAsk } from '#web/ask.ts';
import { trendLine } from '#web/cockpit/trend-layout.ts';
import { useCockpitWords } from '#web/cockpit/words.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { monthEndsTo } from '#web/matter/month.ts';
import { useToday } from '#web/speech.ts';

const mostShown = 6;

/** The chief figures of one register: now, how they went over twelve months, and the way to the records behind each. */
export function Headline({ mechanism, answers }: { readonly mechanism: AnyMechanism; readonly answers: ReadonlyMap<string, FigureAnswer> }) {
  const language = useLanguage();
  const today = useToday();
  const { record } = mechanism;
  // Those of the founding account first; the page of figures has all of them.
  const figures = mechanism.figures.toSorted((one, other) => Number(other.answers !== undefined) - Number(one.answers !== undefined)).slice(0, mostShown);
  const trends = useAsk('GET /api/figures/trend', { query: { key: figures.map(({ key }) => key), days: [...monthEndsTo(today, 12)] } });
  return (
    <section className="headline" aria-label={record.name[language]}>
      <h3>{record.name[language]}</h3>
      <div className="figures">
        {figures.map((figure) => <Card key={figure.key} figure={figure} answer={answers.get(figure.key)} trend={trends.data?.find(({ key }) => key === figure.key)} />)}
      </div>
    </section>
  );
}

function Card({ figure, answer, trend }: { readonly figure: Figure; readonly answer: FigureAnswer | undefined; readonly trend: FigureTrend | undefined }) {
  const c = useCockpitWords();
  const language = useLanguage();
  const value = answer?.value ?? null;
  const before = trend?.points.at(-2)?.value ?? null;
  return (
    <Link className="figure" to="/figures/$figure" params={{ figure: figure.key }} title={figure.definition[language]}>
      <span className="figure-name">{figure.name[language]}</span>
      <span className="figure-line">
        <span className="figure-number">{value === null ? '—' : numberWords(value, language, 1)}<small className="figure-unit">{figure.unit[language]}</small></span>
        {trend && <Trend name={figure.name[language]} trend={trend} />}
      </span>
      <span className="figure-note">{value === null ? c('tooFew') : before === null ? ' ' : value === before ? c('unchanged') : c('sinceMonth', { change: signed(value - before, language) })}</span>
    </Link>
  );
}

const box = { width: 104, height: 34 };

function Trend({ name, trend }: { readonly name: string; readonly trend: FigureTrend }) {
  const c = useCockpitWords();
  const language = useLanguage();
  const { path, end } = trendLine(trend.points.map(({ value }) => value), box.width, box.height);
  const points = trend.points.map(({ asOf, value }) => c('trendPoint', { day: asOf, value: value === null ? '—' : numberWords(value, language, 1) })).join(language === 'zh' ? '，' : ', ');
  if (!end) return null;
  return (
    <svg className="trend" {...box} viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={c('trendOf', { name, points })}>
      <path d={path} />
      <circle cx={end.x} cy={end.y} r={3} />
    </svg>
  );
}

function signed(change: number, language: 'zh' | 'en'): string {
  return `${change > 0 ? '+' : '−'}${numberWords(Math.abs(change), language, 1)}`;
}
