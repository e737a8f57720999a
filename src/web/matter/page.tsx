import { Suspense, useRef, useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import type { MatterPage as Page } from '#contract/shapes.ts';
import type { Fact } from '#kernel/fact.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { useAsk } from '#web/ask.ts';
import { dayWords, timeWords, useLanguage } from '#web/language.ts';
import { useSpeech, type PageSpeech } from '#web/speech.ts';
import { Absent, Answered, Waiting } from '#web/shell/faces.tsx';
import { copy } from '#web/shell/copy.ts';
import { useWidth } from '#web/shell/width.ts';
import { address } from '#web/client.ts';
import { Menu } from '#web/shell/menu.tsx';
import { Provenance } from '#web/facts/evidence.tsx';
import { ShowFact } from '#web/facts/show.tsx';
import { slotsOf } from '#web/slots.ts';
import { ActionDialog } from '#web/matter/action.tsx';
import { Actions } from '#web/matter/actions.tsx';
import { clockTone, clockWords } from '#web/matter/clock-words.ts';
import { Duties } from '#web/matter/duties.tsx';
import { documentsOf } from '#web/matter/documents.tsx';
import { CommentsOf } from '#web/matter/comments.tsx';
import { Gates } from '#web/matter/gates.tsx';
import { lightWordsOf } from '#contract/light-words.ts';
import { LightMark } from '#web/matter/light.tsx';
import { LineOf } from '#web/matter/line.tsx';
import { usePageWords } from '#web/matter/page-words.ts';
import { isOthersLanguage } from '#web/matter/own-language.ts';
import { PausesOf } from '#web/matter/pauses.tsx';
import { SealedFact } from '#web/matter/sealed.tsx';
import { PrintedFigures } from '#web/matter/printed.tsx';
import { SimilarMatters } from '#web/matter/similar.tsx';
import { StartFrom } from '#web/matter/start-from.tsx';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { StageTrack } from '#web/matter/stage-track.tsx';
import { stagesPerRow } from '#web/matter/stage-track-layout.ts';
import { trackOf } from '#web/matter/track-of.ts';
import { TraceOf } from '#web/matter/trace.tsx';
import { WorkOf } from '#web/matter/work.tsx';
import { Watch } from '#web/matter/watch.tsx';
import { useTitle } from '#web/title.ts';
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
  const { panels = [], shows = [] } = slotsOf(mechanism);
  const files = evidenceOf(mechanism, matter);
  useTitle(`${title} · ${record.name[language]}`);
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
            {mostUrgent(matter.clocks).map((clock) => (
              <span key={clock.key} className={`tag ${clockTone(clock)}`} title={clock.dueOn ? t('dueDay', { day: clock.dueOn }) : undefined}>
                {record.clocks[clock.key]?.name[language] ?? clock.key}
                {language === 'zh' ? '：' : ': '}
                {clockWords(clock, language)}
              </span>
            ))}
            {(matter.dueOn || matter.light !== 'grey') && <LightMark light={matter.light} words={lightWordsOf(record)} />}
            {matter.isSample && <span className="tag is-plain">{t('sample')}</span>}
          </p>
        </div>
        <PageWays mechanism={mechanism} matter={matter} />
      </header>
      <Track mechanism={mechanism} matter={matter} />
      <Actions mechanism={mechanism} matter={matter} onChoose={(action) => open(action)} />
      {Object.values(mechanism.actions).some(({ takesTime }) => takesTime) && <WorkOf mechanism={mechanism} matter={matter} />}
      {chosen && typeof act === 'string' && <ActionDialog key={act} mechanism={mechanism} matter={matter} name={act} action={chosen} prefill={given.current} onClose={() => open(undefined)} />}
      <LineOf matter={matter} />
      <Provenance value={{ mechanism, files: matter.files }}>
      <div className="split">
        <div>
          <Suspense fallback={<Waiting />}>{panels.map((Panel, index) => <Panel key={index} mechanism={mechanism} matter={matter} speech={speech} />)}</Suspense>
          <FactGroups mechanism={mechanism} matter={matter} speech={speech} skip={[...files, ...shows]} />
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
          <PrintedFigures matter={matter} />
          <SimilarMatters mechanism={mechanism} matter={matter} onMerge={open} />
          <CommentsOf matter={matter} />
        </div>
      </div>
      </Provenance>
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

function PageWays({ mechanism, matter }: { readonly mechanism: AnyMechanism; readonly matter: Page }) {
  const t = useWords();
  const p = usePageWords();
  const language = useLanguage();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="page-actions">
      <StartFrom matter={matter} />
      <Watch matter={matter} />
      {documentsOf(matter).map(({ href, name }) => <a key={href} className="button" href={href} download>{name[language]}</a>)}
      <Link className="button" to="/matters/$mechanism/$id/paper" params={{ mechanism: mechanism.record.key, id: matter.id }} search={noSearch}>{p('printPage')}</Link>
      <Menu className="button" face={<>{p('moreWays')}<span aria-hidden="true"> ▾</span></>}>
        {() => (
          <ul className="menu-list">
            <li><button type="button" className="button is-quiet" onClick={() => void copy(location.href.split('?')[0] ?? '').then(setCopied)}>{isCopied ? t('copied') : t('copyLink')}</button></li>
            <li><a className="button is-quiet" href={address('GET /api/mechanisms/:mechanism/bpmn', { mechanism: mechanism.record.key })} download>{p('mechanismDiagram')}</a></li>
          </ul>
        )}
      </Menu>
    </div>
  );
}

const noSearch = {};

function Track({ mechanism, matter }: { readonly mechanism: AnyMechanism; readonly matter: Page }) {
  const t = useWords();
  const language = useLanguage();
  const [place, width] = useWidth<HTMLDivElement>();
  const track = trackOf(mechanism, matter, width === undefined ? 4 : stagesPerRow(width), language);
  return (
    <section className="panel panel-track" aria-label={t('way')}>
      <div className="panel-body" ref={place}>
        <StageTrack track={width === undefined ? track : { ...track, width }} language={language} />
        <Gates mechanism={mechanism} matter={matter} />
      </div>
    </section>
  );
}

export function FactGroups({ mechanism, matter, speech, skip }: { readonly mechanism: AnyMechanism; readonly matter: Page; readonly speech: PageSpeech; readonly skip: readonly string[] }) {
  const t = useWords();
  const { language } = speech;
  const { record } = mechanism;
  const grouped = new Set<string>(record.groups.flatMap((group) => group.facts));
  const rest = Object.keys(record.facts).filter((name) => !grouped.has(name));
  const groups = [...record.groups.map(({ name, facts }) => ({ title: name[language], facts: [...facts] as string[] })), { title: record.groups.length > 0 ? t('otherFacts') : t('facts'), facts: rest }];
  const isThere = (name: string) => !skip.includes(name) && !record.facts[name]?.forPrograms && (matter.facts[name] !== undefined || matter.sealed.includes(name) || matter.hidden.includes(name)) && !isOthersLanguage(record.facts, name, language, (other) => matter.facts[other] !== undefined);
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
  const p = usePageWords();
  const ended = matter.clocks.filter(({ state }) => state === 'stopped');
  return (
    <Panel title={t('clocks')}>
      <dl className="facts">
        {matter.clocks.filter(({ state }) => state !== 'stopped').map((clock) => <ClockLine key={clock.key} mechanism={mechanism} clock={clock} />)}
        <div>
          <dt>{t('filedAt')}</dt>
          <dd>{timeWords(matter.filedAt)}</dd>
        </div>
        <div>
          <dt>{t('changedAt')}</dt>
          <dd><span title={dayWords(matter.changedAt)}>{timeWords(matter.changedAt)}</span></dd>
        </div>
      </dl>
      {ended.length > 0 && (
        <details className="screen-only">
          <summary>{p('clocksDone', { count: ended.length })}</summary>
          <dl className="facts">{ended.map((clock) => <ClockLine key={clock.key} mechanism={mechanism} clock={clock} />)}</dl>
        </details>
      )}
    </Panel>
  );
}

function ClockLine({ mechanism, clock }: { readonly mechanism: AnyMechanism; readonly clock: Page['clocks'][number] }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <div>
      <dt>{mechanism.record.clocks[clock.key]?.name[language] ?? clock.key}</dt>
      <dd>
        <span className={`tag ${clockTone(clock)}`}>{clockWords(clock, language)}</span>
        {clock.dueOn && <p className="quiet">{t('dueDay', { day: clock.dueOn })}</p>}
        <PausesOf clock={clock} />
        {clock.extendedBy ? <p className="quiet">{t('extended', { days: clock.extendedBy })}</p> : null}
      </dd>
    </div>
  );
}

/** The head names the two clocks that run out first, or one that stands still where none runs; all of them stand in their panel. */
function mostUrgent(clocks: Page['clocks']): Page['clocks'] {
  const running = clocks.filter(({ state }) => state === 'running' || state === 'overdue').toSorted((one, other) => ((one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1));
  return running.length > 0 ? running.slice(0, 2) : clocks.filter(({ state }) => state === 'paused').slice(0, 1);
}

/** Facts that are files stand in panels of their own. */
export function evidenceOf(mechanism: AnyMechanism, matter: Page): readonly string[] {
  return Object.entries(mechanism.record.facts).flatMap(([name, fact]) => (fact.kind === 'evidence' && Array.isArray(matter.facts[name]) && (matter.facts[name] as unknown[]).length > 0 ? [name] : []));
}
