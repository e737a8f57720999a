import { Link } from '@tanstack/react-router';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import type { TraceEntry } from '#contract/shapes.ts';
import { speakerName } from '#kernel/actor.ts';
import type { Evidence } from '#kernel/fact.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { useAsk } from '#web/ask.ts';
import { Files } from '#web/facts/evidence.tsx';
import { ShowFact } from '#web/facts/show.tsx';
import { timeWords, useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { Answered } from '#web/shell/faces.tsx';
import { useSpeech, type PageSpeech } from '#web/speech.ts';
import { useWords } from '#web/words.ts';

/** What was done to a matter, as sentences, the newest first, with what stood before and after. */
export function TraceOf({ mechanism, id }: { readonly mechanism: AnyMechanism; readonly id: string }) {
  const t = useWords();
  const asked = useAsk('GET /api/matters/:mechanism/:id/trace', { params: { mechanism: mechanism.record.key, id } });
  const speech = useSpeech(asked.data?.names);
  return (
    <Panel title={t('trace')} more={asked.data && <span className={`tag ${asked.data.isWhole ? 'is-done' : 'is-late'}`}>{asked.data.isWhole ? t('traceWhole') : t('traceBroken')}</span>}>
      <Answered of={asked}>{({ entries }) => <ol className="trace" reversed>{entries.toSorted((one, other) => other.seq - one.seq).map((entry) => <Entry key={entry.seq} entry={entry} mechanism={mechanism} id={id} speech={speech} />)}</ol>}</Answered>
    </Panel>
  );
}

function Entry({ entry, mechanism, id, speech }: { readonly entry: TraceEntry; readonly mechanism: AnyMechanism; readonly id: string; readonly speech: PageSpeech }) {
  const t = useWords();
  const { language } = speech;
  const { record } = mechanism;
  const action = mechanism.actions[entry.action];
  const of = { mechanism: record.key, id };
  const stage = (key: string) => record.stages[key]?.name[language] ?? key;
  // What was told in both languages is shown in the reader's.
  const said = Object.entries(entry.said).filter(([name, value]) => value !== undefined && value !== null && name !== (language === 'zh' ? 'en' : 'zh'));
  return (
    <li>
      <time dateTime={entry.at}>{timeWords(entry.at)}</time>
      <span className="trace-who">{[entry.by.unitName, speakerName(entry.by)[language]].filter(Boolean).join(' · ')}</span>
      <span className="trace-what">
        <strong>{action?.name[language] ?? entry.action}</strong>
        {entry.from !== entry.stage && (entry.from ? t('moved', { from: stage(entry.from), to: stage(entry.stage) }) : t('begun', { to: stage(entry.stage) }))}
      </span>
      {entry.reason && <p className="trace-reason">{t('reason', { words: entry.reason })}</p>}
      {(entry.changes.length > 0 || said.length > 0) && (
        <details>
          <summary>{t('changes', { count: entry.changes.length + said.length })}</summary>
          <dl className="facts">
            {entry.changes.map(({ fact: name, before, after }) => {
              const fact = record.facts[name];
              if (!fact) return null;
              const isNew = before === undefined || before === null;
              return (
                <div key={name}>
                  <dt>{fact.name[language]}</dt>
                  <dd>
                    {!isNew && <del><ShowFact fact={fact} value={before} speech={speech} of={of} /></del>}
                    {!isNew && ' → '}
                    {after === undefined && fact.sealed ? <span className="quiet">{t('sealed')}</span> : <ShowFact fact={fact} value={after} speech={speech} of={of} />}
                  </dd>
                </div>
              );
            })}
            {said.map(([name, value]) => {
              const fact = action?.extra?.[name];
              return fact && <div key={name}><dt>{fact.name[language]}</dt><dd><ShowFact fact={fact} value={value} speech={speech} of={of} /></dd></div>;
            })}
          </dl>
        </details>
      )}
      {entry.evidence.length > 0 && <Files files={entry.evidence as unknown as readonly Evidence[]} of={of} />}
      {entry.cause && <Cause cause={entry.cause} />}
    </li>
  );
}

/** What happened elsewhere that this follows from; a link where the reader may open it. */
function Cause({ cause: { mechanism, matter } }: { readonly cause: NonNullable<TraceEntry['cause']> }) {
  const t = useWords();
  const language = useLanguage();
  const name = findMechanism(mechanism)?.record.name[language] ?? mechanism;
  return <p className="quiet">{t('cause')} {matter === null ? name : <Link to="/matters/$mechanism/$id" params={{ mechanism, id: matter }}>{name}</Link>}</p>;
}
