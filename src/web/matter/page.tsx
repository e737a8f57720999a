import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import type { MatterPage as Page } from '#contract/shapes.ts';
import type { Fact } from '#kernel/fact.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { useAsk } from '#web/ask.ts';
import { dayWords, timeWords, useLanguage } from '#web/language.ts';
import { useSpeech, type PageSpeech } from '#web/speech.ts';
import { Absent, Answered } from '#web/shell/faces.tsx';
import { copy } from '#web/shell/copy.ts';
import { ShowFact } from '#web/facts/show.tsx';
import { slotsOf } from '#web/slots.ts';
import { ActionDialog } from '#web/matter/action.tsx';
import { Actions } from '#web/matter/actions.tsx';
import { clockTone, clockWords } from '#web/matter/clock-words.ts';
import { Duties } from '#web/matter/duties.tsx';
import { documentsOf } from '#web/matter/documents.tsx';
import { LightMark } from '#web/matter/light.tsx';
import { Links } from '#web/matter/links.tsx';
import { SealedFact } from '#web/matter/sealed.tsx';
import { SimilarMatters } from '#web/matter/similar.tsx';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { StageTrack } from '#web/matter/stage-track.tsx';
import { stagesPerRow } from '#web/matter/stage-track-layout.ts';
import { trackOf } from '#web/matter/track-of.ts';
import { TraceOf } from '#web/matter/trace.tsx';
import { useWords } from '#web/words.ts';

/** A matter: where it stands, what may be done, what is known, who owes what, what was done. */
export function MatterPage() {
  const { mechanism: key, id } = useParams({ from: '/inside/kit/matters/$mechanism/$id' });
  const mechanism = findMechanism(key);
  const asked = useAsk('GET /api/matters/:mechanism/:id', { params: { mechanism: key, id } }, { enabled: mechanism !== undefined });
  if (!mechanism) return <Absent />;
  return <Answered of={asked}>{(matter) => <MatterView key={matter.id} mechanism={mechanism} matter={matter} />}</Answered>;
}

function MatterView({ mechanism, matter }: { readonly mechanism: AnyMechanism; readonly matter: Page }) {
  const language = useLanguage();
  const t = useWords();
  const speech = useSpeech(matter.names);
  const { record } = mechanism;
  const title = String(matter.facts[record.title] ?? t('untitled'));
  const { act } = useSearch({ from: '/inside/kit/matters/$mechanism/$id' });
  const given = useRef<Readonly<Record<string, unknown>>>({});
  const navigate = useNavigate();
  const open = (action: string | undefined, prefill: Readonly<Record<string, unknown>> = {}) => {
    given.current = prefill;
    void navigate({ to: '/matters/$mechanism/$id', params: { mechanism: record.key, id: matter.id }, search: action ? { act: action } : {}, replace: action === undefined });
  };
  const chosen = typeof act === 'string' ? mechanism.actions[act] : undefined;
  const panels = slotsOf(mechanism).panels ?? [];
  const files = evidenceOf(mechanism, matter);
  useEffect(() => void (document.title = `${title} · ${record.name[language]} · ${t('product')}`), [title, record, language, t]);
  return (
    <>
      <header className="page-head">
        <div>
          <p className="crumb">
            <Link to="/matters/$mechanism" params={{ mechanism: record.key }}>{record.name[language]}</Link>
            {matter.number && <span> · {matter.number}</span>}
          </p>
          <h1>{title}</h1>
          <p className="page-sub page-marks">
            <StageTag record={record} stage={matter.stage} />
            {matter.clocks.filter((clock) => clock.state !== 'stopped').map((clock) => (
              <span key={clock.key} className={`tag ${clockTone(clock)}`} title={clock.dueOn ? t('dueDay', { day: clock.dueOn }) : undefined}>
                {record.clocks[clock.key]?.name[language] ?? clock.key}
                {language === 'zh' ? '：' : ': '}
                {clockWords(clock, language)}
              </span>
            ))}
            {matter.dueOn && <LightMark light={matter.light} />}
            {matter.isSample && <span className="tag is-plain">{t('sample')}</span>}
          </p>
        </div>
        <PageWays matter={matter} />
      </header>
      <Track mechanism={mechanism} matter={matter} />
      <Actions mechanism={mechanism} matter={matter} onChoose={(action) => open(action)} />
      {chosen && typeof act === 'string' && <ActionDialog key={act} mechanism={mechanism} matter={matter} name={act} action={chosen} prefill={given.current} onClose={() => open(undefined)} />}
      <div className="split">
        <div>
          {panels.map((Panel, index) => <Panel key={index} mechanism={mechanism} matter={matter} speech={speech} />)}
          <FactGroups mechanism={mechanism} matter={matter} speech={speech} skip={files} />
          {files.map((name) => (
            <Panel key={name} title={record.facts[name]?.name[language] ?? name}>
              <ShowFact fact={record.facts[name] as Fact} value={matter.facts[name]} speech={speech} of={{ mechanism: record.key, id: matter.id }} />
            </Panel>
          ))}
          <TraceOf mechanism={mechanism} id={matter.id} />
        </div>
        <div>
          <Duties mechanism={mechanism} matter={matter} speech={speech} />
          <Clocks mechanism={mechanism} matter={matter} />
          <Links mechanism={mechanism} matter={matter} />
          <SimilarMatters mechanism={mechanism} matter={matter} onMerge={open} />
        </div>
      </div>
    </>
  );
}

/** A panel of a page. */
export function Panel({ title, more, flush = false, children }: { readonly title: string; readonly more?: ReactNode; readonly flush?: boolean; readonly children: ReactNode }) {
  return (
    <section className="panel" aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
        {more && <div className="panel-more">{more}</div>}
      </div>
      <div className={flush ? 'panel-body is-flush' : 'panel-body'}>{children}</div>
    </section>
  );
}

function PageWays({ matter }: { readonly matter: Page }) {
  const t = useWords();
  const language = useLanguage();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="page-actions">
      {documentsOf(matter).map(({ href, name }) => <a key={href} className="button" href={href} download>{name[language]}</a>)}
      <button type="button" className="button" onClick={() => void copy(location.href.split('?')[0] ?? '').then(setCopied)}>{isCopied ? t('copied') : t('copyLink')}</button>
      <button type="button" className="button" onClick={() => print()}>{t('print')}</button>
    </div>
  );
}

function Track({ mechanism, matter }: { readonly mechanism: AnyMechanism; readonly matter: Page }) {
  const t = useWords();
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const [perRow, setPerRow] = useState(4);
  useEffect(() => {
    const measured = place.current;
    if (!measured) return;
    const observer = new ResizeObserver(([entry]) => entry && setPerRow(stagesPerRow(entry.contentRect.width)));
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);
  return (
    <section className="panel panel-track" aria-label={t('way')}>
      <div className="panel-body" ref={place}>
        <StageTrack track={trackOf(mechanism, matter, perRow, language)} language={language} />
      </div>
    </section>
  );
}

function FactGroups({ mechanism, matter, speech, skip }: { readonly mechanism: AnyMechanism; readonly matter: Page; readonly speech: PageSpeech; readonly skip: readonly string[] }) {
  const t = useWords();
  const { language } = speech;
  const { record } = mechanism;
  const grouped = new Set(record.groups.flatMap((group) => group.facts));
  const rest = Object.keys(record.facts).filter((name) => !grouped.has(name));
  const groups = [...record.groups.map(({ name, facts }) => ({ title: name[language], facts: [...facts] as string[] })), { title: record.groups.length > 0 ? t('otherFacts') : t('facts'), facts: rest }];
  const isThere = (name: string) => !skip.includes(name) && (matter.facts[name] !== undefined || matter.sealed.includes(name) || matter.hidden.includes(name));
  return groups.map(({ title, facts }) => {
    const shown = facts.filter(isThere);
    if (shown.length === 0) return null;
    return (
      <Panel key={title} title={title}>
        <dl className="facts is-pair">
          {shown.map((name) => {
            const fact = record.facts[name] as Fact;
            return (
              <div key={name} className={['longText', 'rows', 'metric'].includes(fact.kind) ? 'is-long' : undefined}>
                <dt>{fact.name[language]}</dt>
                <dd>
                  {matter.sealed.includes(name) ? <SealedFact matter={matter} name={name} fact={fact} speech={speech} />
                    : matter.hidden.includes(name) ? <span className="quiet">{t('hidden')}</span>
                    : <ShowFact fact={fact} value={matter.facts[name]} speech={speech} of={{ mechanism: record.key, id: matter.id }} />}
                </dd>
              </div>
            );
          })}
        </dl>
      </Panel>
    );
  });
}

function Clocks({ mechanism, matter }: { readonly mechanism: AnyMechanism; readonly matter: Page }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <Panel title={t('clocks')}>
      <dl className="facts">
        {matter.clocks.map((clock) => (
          <div key={clock.key}>
            <dt>{mechanism.record.clocks[clock.key]?.name[language] ?? clock.key}</dt>
            <dd>
              <span className={`tag ${clockTone(clock)}`}>{clockWords(clock, language)}</span>
              {clock.dueOn && <p className="quiet">{t('dueDay', { day: clock.dueOn })}</p>}
              {clock.extendedBy ? <p className="quiet">{t('extended', { days: clock.extendedBy })}</p> : null}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('filedAt')}</dt>
          <dd>{timeWords(matter.filedAt)}</dd>
        </div>
        <div>
          <dt>{t('changedAt')}</dt>
          <dd><span title={dayWords(matter.changedAt)}>{timeWords(matter.changedAt)}</span></dd>
        </div>
      </dl>
    </Panel>
  );
}

/** Facts that are files stand in panels of their own. */
function evidenceOf(mechanism: AnyMechanism, matter: Page): readonly string[] {
  return Object.entries(mechanism.record.facts).flatMap(([name, fact]) => (fact.kind === 'evidence' && Array.isArray(matter.facts[name]) && (matter.facts[name] as unknown[]).length > 0 ? [name] : []));
}
