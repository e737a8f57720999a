import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import type { TraceEntry } from '#contract/shapes.ts';
import { speakerName } from '#kernel/actor.ts';
import type { Evidence, Fact } from '#kernel/fact.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { canonical } from '#kernel/trace.ts';
import { useAsk } from '#web/ask.ts';
import { Files } from '#web/facts/evidence.tsx';
import { ShowFact } from '#web/facts/show.tsx';
import { timeWords, useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { isOthersLanguage } from '#web/matter/own-language.ts';
import { usePageWords } from '#web/matter/page-words.ts';
import { traceKinds, type TraceKind } from '#web/matter/trace-kinds.ts';
import { Answered } from '#web/shell/faces.tsx';
import { useSpeech, type PageSpeech } from '#web/speech.ts';
import { useWords } from '#web/words.ts';

/** What was done to a matter, as sentences, the newest first, with what stood before and after; of one kind when asked. */
export function TraceOf({ mechanism, id }: { readonly mechanism: AnyMechanism; readonly id: string }) {
  const t = useWords();
  const asked = useAsk('GET /api/matters/:mechanism/:id/trace', { params: { mechanism: mechanism.record.key, id } });
  const speech = useSpeech(asked.data?.names);
  return (
    <Panel title={t('trace')} more={asked.data && <span className={`tag ${asked.data.isWhole ? 'is-done' : 'is-late'}`}>{asked.data.isWhole ? t('traceWhole') : t('traceBroken')}</span>}>
      <Answered of={asked}>{({ entries }) => <Entries entries={entries} mechanism={mechanism} id={id} speech={speech} />}</Answered>
    </Panel>
  );
}

function Entries({ entries, mechanism, id, speech }: { readonly entries: readonly TraceEntry[]; readonly mechanism: AnyMechanism; readonly id: string; readonly speech: PageSpeech }) {
  const p = usePageWords();
  const [kind, setKind] = useState<TraceKind>('traceAll');
  const [isWhole, setWhole] = useState(false);
  const shown = entries.filter(traceKinds[kind]).toSorted((one, other) => other.seq - one.seq);
  const latest = isWhole ? shown : shown.slice(0, entriesAtOnce);
  const kinds = (Object.keys(traceKinds) as TraceKind[]).map((each) => [each, entries.filter(traceKinds[each]).length] as const).filter(([, count]) => count > 0);
  return (
    <>
      <div className="chips screen-only" role="group" aria-label={p('traceKind')}>
        {kinds.map(([each, count]) => <button key={each} type="button" className="chip" aria-pressed={each === kind} onClick={() => setKind(each)}>{p(each, { count })}</button>)}
      </div>
      {shown.length === 0 && <p className="quiet">{p('traceEmpty')}</p>}
      <ol className="trace" reversed>{latest.map((entry) => <Entry key={entry.seq} entry={entry} mechanism={mechanism} id={id} speech={speech} />)}</ol>
      {latest.length < shown.length && <button type="button" className="button is-quiet" onClick={() => setWhole(true)}>{p('traceOlder', { count: shown.length - latest.length })}</button>}
    </>
  );
}

/** So many of the latest steps are told at once: a review has forty. */
const entriesAtOnce = 12;
/** Beyond these lines of a step the rest folds away. */
const shownAtOnce = 4;

function Entry({ entry, mechanism, id, speech }: { readonly entry: TraceEntry; readonly mechanism: AnyMechanism; readonly id: string; readonly speech: PageSpeech }) {
  const t = useWords();
  const p = usePageWords();
  const { language } = speech;
  const { record } = mechanism;
  const action = mechanism.actions[entry.action];
  const of = { mechanism: record.key, id };
  const stage = (key: string) => record.stages[key]?.name[language] ?? key;
  // What was told in both languages is shown in the reader's.
  const said = Object.entries(entry.said).filter(([name, value]) => value !== undefined && value !== null && value !== '' && name !== (language === 'zh' ? 'en' : 'zh'));
  const lines = [
    ...said.flatMap(([name, value]) => (action?.extra?.[name] && !action.extra[name].forPrograms ? [{ key: `said.${name}`, fact: action.extra[name] as Fact, before: undefined, after: value }] : [])),
    ...entry.changes.filter(({ fact: name }) => !record.facts[name]?.forPrograms && !isOthersLanguage(record.facts, name, language, (other) => entry.changes.some((each) => each.fact === other))).flatMap(({ fact: name, before, after }) => (record.facts[name] ? [{ key: name, fact: record.facts[name] as Fact, before: before ?? undefined, after: after ?? undefined }] : [])),
  ];
  return (
    <li>
      <time dateTime={entry.at}>{timeWords(entry.at)}</time>
      <p className="trace-what">
        <span className="trace-who">{[entry.by.unitName, speakerName(entry.by)[language]].filter(Boolean).join(' · ')}</span>{' '}
        <span className="hidden-words">{p('traceDid')}</span>
        <strong>{action?.name[language] ?? entry.action}</strong>
        {entry.from !== entry.stage && (entry.from ? t('moved', { from: stage(entry.from), to: stage(entry.stage) }) : t('begun', { to: stage(entry.stage) }))}
      </p>
      {entry.reason && <p className="trace-reason">{t('reason', { words: entry.reason })}</p>}
      <Lines lines={lines.slice(0, shownAtOnce)} speech={speech} of={of} />
      {lines.length > shownAtOnce && <details><summary>{p('traceMore', { count: lines.length - shownAtOnce })}</summary><Lines lines={lines.slice(shownAtOnce)} speech={speech} of={of} /></details>}
      {entry.evidence.length > 0 && <Files files={entry.evidence as unknown as readonly Evidence[]} of={of} />}
      {entry.cause && <Cause cause={entry.cause} />}
    </li>
  );
}

/** A table of more rows than these is folded in a line of the trace. */
const rowsInSight = 2;

interface ChangeLine {
  readonly key: string;
  readonly fact: Fact;
  readonly before: unknown;
  readonly after: unknown;
}

/** One sentence for each fact: set to what, from what to what, or cleared. */
function Lines({ lines, speech, of }: { readonly lines: readonly ChangeLine[]; readonly speech: PageSpeech; readonly of: { readonly mechanism: string; readonly id: string } }) {
  const t = useWords();
  const p = usePageWords();
  if (lines.length === 0) return null;
  return (
    <ul className="trace-lines">
      {lines.map(({ key, fact, before, after }) => {
        const name = fact.name[speech.language];
        const shown = (value: unknown) => {
          const face = <ShowFact fact={fact} value={value} speech={speech} of={of} />;
          // A table says its length; whoever wants to read it opens it.
          return fact.kind === 'rows' && Array.isArray(value) && value.length > rowsInSight ? <details><summary>{p('traceRows', { count: value.length })}</summary>{face}</details> : face;
        };
        const list = listChange(before, after);
        if (list) {
          return (
            <li key={key}>
              {list.added.length > 0 && <>{p('traceAdded', { fact: name })} <ins>{shown(list.added)}</ins></>}
              {list.added.length > 0 && list.removed.length > 0 && ` ${p('traceRemoved')} `}
              {list.added.length === 0 && `${p('traceLost', { fact: name })} `}
              {list.removed.length > 0 && <del>{shown(list.removed)}</del>}
            </li>
          );
        }
        if (after === undefined && fact.sealed) return <li key={key}>{p('traceSet', { fact: name })} <span className="quiet">{t('sealed')}</span></li>;
        if (after === undefined) return <li key={key}>{p('traceCleared', { fact: name })} <del>{shown(before)}</del></li>;
        if (before === undefined) return <li key={key}>{p('traceSet', { fact: name })} <ins>{shown(after)}</ins></li>;
        return <li key={key}>{p('traceChanged', { fact: name })} <del>{shown(before)}</del> {p('traceTo')} <ins>{shown(after)}</ins></li>;
      })}
    </ul>
  );
}

/** Of a list only what came and went is told; nothing where it was no list before, or merely another order. */
function listChange(before: unknown, after: unknown): { readonly added: readonly unknown[]; readonly removed: readonly unknown[] } | undefined {
  if (!Array.isArray(before) || !Array.isArray(after)) return undefined;
  const without = (all: readonly unknown[], others: readonly unknown[]) => {
    const known = new Set(others.map((each) => canonical(each)));
    return all.filter((each) => !known.has(canonical(each)));
  };
  const [added, removed] = [without(after, before), without(before, after)];
  return added.length + removed.length === 0 ? undefined : { added, removed };
}

/** What happened elsewhere that this follows from; a link where the reader may open it. */
function Cause({ cause: { mechanism, matter } }: { readonly cause: NonNullable<TraceEntry['cause']> }) {
  const t = useWords();
  const language = useLanguage();
  const name = findMechanism(mechanism)?.record.name[language] ?? mechanism;
  return <p className="quiet">{t('cause')} {matter === null ? name : <Link to="/matters/$mechanism/$id" params={{ mechanism, id: matter }}>{name}</Link>}</p>;
}
