import { Link } from '@tanstack/react-router';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { funnelSearch, funnelSteps } from '#web/cockpit/funnel-steps.ts';
import { useTotal } from '#web/cockpit/funnel.tsx';
import { useCockpitWords } from '#web/cockpit/words.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { useToday } from '#web/speech.ts';
import { useWallWords } from '#web/wall/words.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';

/** The pier: each pile as high as what came so far, from the need that comes ashore to the result. */
export function WallPier({ year }: { readonly year: string }) {
  const w = useWallWords();
  const today = useToday();
  const mechanism = findMechanism('suggestion');
  const first = funnelSteps[0][1];
  const whole = useTotal(mechanism, mechanism && funnelSearch(mechanism, first, today));
  return (
    <section className="wall-card wall-pier" aria-labelledby="wall-pier">
      <h2 id="wall-pier">{w('pier')}<small>{w('pierNote', { year })}</small></h2>
      <ol>{mechanism && funnelSteps.map(([name, key]) => <Pile key={key} mechanism={mechanism} name={name} figure={key} whole={whole} today={today} />)}</ol>
      <svg className="wall-sea" viewBox="0 0 960 60" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path d="M0 20q30-16 60 0t60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0V60H0z" />
      </svg>
    </section>
  );
}

function Pile({ mechanism, name, figure, whole, today }: { readonly mechanism: AnyMechanism; readonly name: (typeof funnelSteps)[number][0]; readonly figure: string; readonly whole: number | undefined; readonly today: string }) {
  const c = useCockpitWords();
  const language = useLanguage();
  const search = funnelSearch(mechanism, figure, today);
  const total = useTotal(mechanism, search);
  const share = whole && total !== undefined ? total / whole : 0;
  return (
    <li className={`pile-${name}`}>
      <Link to="/matters/$mechanism" params={{ mechanism: mechanism.record.key }} search={search ?? {}}>
        <b>{total === undefined ? '…' : numberWords(total, language)}</b>
        <svg viewBox="0 0 40 100" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect y={100 - 100 * share} width="40" height={100 * share} rx="3" /></svg>
        <span>{c(name)}</span>
      </Link>
    </li>
  );
}
