import type { MatterPage } from '#contract/shapes.ts';
import type { Speech } from '#kernel/kind.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { dayWords } from '#web/language.ts';
import { clockTone, clockWords } from '#web/matter/clock-words.ts';
import { Panel } from '#web/matter/page.tsx';
import { PausesOf } from '#web/matter/pauses.tsx';
import { usePageWords } from '#web/matter/page-words.ts';
import { useWords } from '#web/words.ts';

type Duty = MatterPage['duties'][number];

/** What lead and co-units owe, side by side: each with its clock, its pauses and what it did. */
export function Duties({ mechanism, matter, speech }: { readonly mechanism: AnyMechanism; readonly matter: MatterPage; readonly speech: Speech }) {
  const t = useWords();
  const { record } = mechanism;
  if (matter.duties.length === 0) return null;
  const lead = record.lead ? matter.facts[record.lead] : undefined;
  const co = record.co ? [matter.facts[record.co] ?? []].flat() : [];
  const rank = ({ unit, state }: Duty) => (state === 'open' ? 0 : 10) + (unit === lead ? 0 : co.includes(unit) ? 1 : 2);
  return (
    <Panel title={t('dutiesHere')}>
      <ul className="sheets">
        {matter.duties.toSorted((one, other) => rank(one) - rank(other)).map((duty) => <Sheet key={duty.id} duty={duty} mechanism={mechanism} speech={speech} part={duty.unit === lead ? 'lead' : co.includes(duty.unit) ? 'co' : undefined} />)}
      </ul>
    </Panel>
  );
}

function Sheet({ duty, mechanism, speech, part }: { readonly duty: Duty; readonly mechanism: AnyMechanism; readonly speech: Speech; readonly part: 'lead' | 'co' | undefined }) {
  const t = useWords();
  const p = usePageWords();
  const { language } = speech;
  const { duties } = mechanism.record;
  const tone = duty.state === 'done' ? (duty.clock.late ? 'is-waiting' : 'is-done') : clockTone(duty.clock);
  return (
    <li className={duty.state === 'open' ? 'sheet' : 'sheet is-closed'}>
      <p className="sheet-head">
        <strong>{speech.unitName(duty.unit)}</strong>
        {part && <span className="tag is-plain">{part === 'lead' ? t('lead') : p('coUnit')}</span>}
      </p>
      <p className="sheet-duty">{duties[duty.kind]?.name[language] ?? duty.kind}</p>
      <p className="sheet-clock">
        <span className={`tag ${tone}`}>{clockWords(duty.clock, language)}</span>{' '}
        <small>{[p('owedSince', { day: dayWords(duty.openedAt) }), duty.closedAt ? t('closedOn', { day: dayWords(duty.closedAt) }) : duty.clock.dueOn ? t('dueDay', { day: duty.clock.dueOn }) : ''].filter(Boolean).join(language === 'zh' ? '，' : ', ')}</small>
      </p>
      <PausesOf clock={duty.clock} />
      {duty.did.length > 0 && (
        <ol className="sheet-did" aria-label={p('did')}>
          {duty.did.map(({ action, at, name }) => <li key={at}><time dateTime={at}>{dayWords(at)}</time> {name} · {mechanism.actions[action]?.name[language] ?? action}</li>)}
        </ol>
      )}
      {duty.did.length === 0 && duty.state === 'open' && <p className="quiet sheet-none">{p('didNothing')}</p>}
    </li>
  );
}
