import type { MatterPage } from '#contract/shapes.ts';
import type { Speech } from '#kernel/kind.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { dayWords } from '#web/language.ts';
import { clockTone, clockWords } from '#web/matter/clock-words.ts';
import { Panel } from '#web/matter/page.tsx';
import { useWords } from '#web/words.ts';

/** What lead and co-units owe, side by side, each with its own clock. */
export function Duties({ mechanism, matter, speech }: { readonly mechanism: AnyMechanism; readonly matter: MatterPage; readonly speech: Speech }) {
  const t = useWords();
  const { record } = mechanism;
  const { language } = speech;
  const shown = matter.duties.filter(({ state }) => state !== 'withdrawn');
  if (shown.length === 0) return null;
  const lead = record.lead ? matter.facts[record.lead] : undefined;
  return (
    <Panel title={t('dutiesHere')} flush>
      <ul className="duties">
        {shown.map((duty) => (
          <li key={duty.id}>
            <span className={`tag ${duty.state === 'done' ? (duty.clock.late ? 'is-waiting' : 'is-done') : clockTone(duty.clock)}`}>{clockWords(duty.clock, language)}</span>
            <span>
              <strong>{speech.unitName(duty.unit)}</strong>
              {duty.unit === lead && <span className="tag is-plain"> {t('lead')}</span>}
              <br />
              <span className="duty-unit">{record.duties[duty.kind]?.name[language] ?? duty.kind}</span>
            </span>
            <time>{duty.closedAt ? t('closedOn', { day: dayWords(duty.closedAt) }) : duty.clock.dueOn ? t('dueDay', { day: duty.clock.dueOn }) : ''}</time>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
