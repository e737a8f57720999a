import { Link } from '@tanstack/react-router';
import type { Figure } from '#kernel/figure.ts';
import { useAsk } from '#web/ask.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { monthEndsTo } from '#web/matter/month.ts';
import { useToday } from '#web/speech.ts';
import { useWallWords } from '#web/wall/words.ts';

/** How a figure went over twelve months, as bars with their numbers. */
export function WallTrend({ figure }: { readonly figure: Figure }) {
  const w = useWallWords();
  const language = useLanguage();
  const today = useToday();
  const points = useAsk('GET /api/figures/trend', { query: { key: [figure.key], days: [...monthEndsTo(today, 12)] } }).data?.[0]?.points.slice(-12) ?? [];
  const most = Math.max(1, ...points.map(({ value }) => value ?? 0));
  return (
    <section className="wall-card wall-trend" aria-labelledby="wall-trend">
      <h2 id="wall-trend"><Link to="/figures/$figure" params={{ figure: figure.key }}>{w('trend', { name: figure.name[language] })}</Link></h2>
      <ol>
        {points.map(({ asOf, value }) => (
          <li key={asOf}>
            <b>{value === null ? '—' : numberWords(value, language)}</b>
            <svg viewBox="0 0 20 100" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect y={100 - (100 * (value ?? 0)) / most} width="20" height={(100 * (value ?? 0)) / most} rx="2" /></svg>
            <span>{language === 'zh' ? `${Number(asOf.slice(5, 7))}月` : asOf.slice(5, 7)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
