import type { ClockReading } from '#contract/shapes.ts';
import { usePageWords } from '#web/matter/page-words.ts';

/** The stretches credited back to a clock, with their reasons. */
export function PausesOf({ clock }: { readonly clock: ClockReading }) {
  const p = usePageWords();
  if (!clock.pauses || clock.pauses.length === 0) return null;
  return (
    <ul className="pauses">
      {clock.pauses.map(({ from, to, reason }) => <li key={from}>{to === undefined ? p('pausedSince', { from }) : p('paused', { from, to, reason })}</li>)}
    </ul>
  );
}
