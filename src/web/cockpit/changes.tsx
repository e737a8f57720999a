import { useEffect } from 'react';
import { Link } from '@tanstack/react-router';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { speakerName } from '#kernel/actor.ts';
import type { Change } from '#contract/figure-shapes.ts';
import { useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { useCockpitWords } from '#web/cockpit/words.ts';
import { timeWords, useLanguage } from '#web/language.ts';
import type { Register } from '#web/slim-declarations.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';

/** What was done since the reader was last here, as one would say it. */
export function Changes({ registers }: { readonly registers: readonly Register[] }) {
  const c = useCockpitWords();
  const language = useLanguage();
  const asked = useAsk('GET /api/cockpit/changes');
  const isVisit = asked.data?.isVisit ?? false;
  useEffect(() => void call('POST /api/cockpit/visit', { body: {} }).catch(() => undefined), []);
  return (
    <section className="panel is-full" aria-labelledby="changes">
      <div className="panel-head"><h2 id="changes">{isVisit ? c('sinceVisit', { at: timeWords(asked.data?.since ?? '') }) : c('changes')}</h2></div>
      <div className="panel-body is-flush">
        <Answered of={asked}>
          {({ rows, isMore }) => (rows.length === 0 ? <Empty title={isVisit ? c('visitEmpty') : c('changesEmpty')}><p>{c('changesEmptyHelp')}</p><Link className="button" to="/">{c('toDesk')}</Link></Empty> : (
            <>
              <ol className="changes">{rows.map((change) => <Sentence key={`${change.id}/${change.seq}`} change={change} />)}</ol>
              {isMore && <p className="panel-note">{c('moreChanges', { count: rows.length })} {registers.map(({ key, name }, at) => <span key={key}>{at > 0 && (language === 'zh' ? '、' : ', ')}<Link to="/matters/$mechanism" params={{ mechanism: key }} search={{ order: '-changedAt' }}>{name[language]}</Link></span>)}</p>}
            </>
          ))}
        </Answered>
      </div>
    </section>
  );
}

function Sentence({ change }: { readonly change: Change }) {
  const c = useCockpitWords();
  const language = useLanguage();
  const mechanism = findMechanism(change.mechanism);
  const stage = (key: string) => mechanism?.record.stages[key]?.name[language] ?? key;
  const who = [change.by.unitName, speakerName(change.by)[language]].filter(Boolean).join(' · ');
  const moved = change.from === undefined ? c('begunAt', { to: stage(change.stage) }) : change.from === change.stage ? c('stayedAt', { to: stage(change.stage) }) : c('movedTo', { from: stage(change.from), to: stage(change.stage) });
  return (
    <li>
      <time dateTime={change.at}>{timeWords(change.at)}</time>
      <p>
        {c('didAt', { who, action: mechanism?.actions[change.action]?.name[language] ?? change.action })}
        <Link to="/matters/$mechanism/$id" params={{ mechanism: change.mechanism, id: change.id }}>{[change.number, change.title].filter(Boolean).join(' ')}</Link>
        {moved}
      </p>
    </li>
  );
}
