import { lazy, Suspense, useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { lightsOf, lightWordsOf } from '#contract/light-words.ts';
import type { PlacedMatters } from '#contract/register-shapes.ts';
import { useAsk } from '#web/ask.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import type { Search } from '#web/router.tsx';
import { LightMark } from '#web/matter/light.tsx';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { filtersIn, one } from '#web/register/address.ts';
import { PlainMap } from '#web/register/map-svg.tsx';
import { useMapWords } from '#web/register/map-words.ts';
import { Answered, Empty, Waiting } from '#web/shell/faces.tsx';
import { useWords } from '#web/words.ts';
import './map.css';

const GlassMap = lazy(async () => ({ default: (await import('#web/register/map-gl.tsx')).GlassMap }));

interface FormProps {
  readonly mechanism: AnyMechanism;
  readonly search: Search;
  readonly change: (changed: Search) => void;
}

/** 地图: the matters of the filter where they are, with the list of them beside it. */
export function MapForm({ mechanism, search, change }: FormProps) {
  const place = one(search, 'place');
  const asked = useAsk('GET /api/matters/:mechanism/map', { params: { mechanism: mechanism.record.key }, query: { ...filtersIn(search), ...(place ? { place } : {}) } }, { keep: true });
  return <Answered of={asked}>{(placed) => <MapOf mechanism={mechanism} search={search} change={change} placed={placed} />}</Answered>;
}

/** The same for an answer that is there. */
export function MapOf({ mechanism, search, change, placed }: FormProps & { readonly placed: PlacedMatters }) {
  const m = useMapWords();
  const language = useLanguage();
  const [focus, setFocus] = useState<string>();
  const [isBroken, setBroken] = useState(() => !hasWebGl());
  const { record } = mechanism;
  const isPlain = isBroken || one(search, 'map') === 'plain';
  const facts = Object.entries(record.facts).filter(([, fact]) => fact.kind === 'place' && !fact.sealed);
  return (
    <div className="map-form">
      <div className="map-bar">
        <strong aria-live="polite">{m('placed', { count: numberWords(placed.rows.length, language) })}</strong>
        {placed.rows.length < placed.total && <span className="quiet">{m('placedMost', { shown: placed.rows.length, count: placed.total })}</span>}
        {placed.unplaced > 0 && <Link to="/matters/$mechanism" params={{ mechanism: record.key }} search={{ ...filtersIn(search), [`f.${placed.fact}`]: '!' }}>{m('unplaced', { count: numberWords(placed.unplaced, language) })}</Link>}
        {facts.length > 1 && (
          <label className="inline-label">
            {m('placedBy')}{' '}
            <select className="control" value={placed.fact} onChange={(event) => change({ place: event.target.value })}>{facts.map(([name, fact]) => <option key={name} value={name}>{fact.name[language]}</option>)}</select>
          </label>
        )}
        {!isBroken && <button type="button" className="button is-quiet" onClick={() => change({ map: isPlain ? undefined : 'plain' })}>{isPlain ? m('fullMap') : m('plainMap')}</button>}
      </div>
      {placed.rows.length === 0 ? (
        <Empty title={m('nonePlaced')}>{m('nonePlacedHelp')}</Empty>
      ) : (
        <div className="map-split">
          <div className="map-place">
            {isPlain ? (
              <PlainMap mechanism={record.key} rows={placed.rows} focus={focus} onFit={() => setFocus(undefined)} />
            ) : (
              <>
                <div className="screen-only"><Suspense fallback={<Waiting />}><GlassMap mechanism={record.key} rows={placed.rows} focus={focus} onBroken={() => setBroken(true)} /></Suspense></div>
                <div className="print-only"><PlainMap mechanism={record.key} rows={placed.rows} focus={undefined} onFit={() => {}} /></div>
              </>
            )}
            <p className="quiet map-note">{isBroken ? m('noWebGl') : m('noTiles')}</p>
            <p className="map-legend">{lightsOf(record).map((light) => <span key={light} className={`map-key is-${light}`}>{lightWordsOf(record)[light][language]}</span>)}</p>
          </div>
          <PlacedList mechanism={mechanism} placed={placed} focus={focus} onFocus={setFocus} />
        </div>
      )}
    </div>
  );
}

const mostListed = 200;

function PlacedList({ mechanism: { record }, placed, focus, onFocus }: { readonly mechanism: AnyMechanism; readonly placed: PlacedMatters; readonly focus: string | undefined; readonly onFocus: (id: string) => void }) {
  const m = useMapWords();
  const t = useWords();
  return (
    <ul className="map-list" aria-label={m('listBeside')}>
      {placed.rows.slice(0, mostListed).map((row) => {
        const title = row.title || t('untitled');
        return (
          <li key={row.id} className={row.id === focus ? 'is-focused' : undefined}>
            <Link to="/matters/$mechanism/$id" params={{ mechanism: record.key, id: row.id }}>{title}</Link>
            <span className="map-marks"><StageTag record={record} stage={row.stage} /><LightMark light={row.light} words={lightWordsOf(record)} /></span>
            <button type="button" className="button is-quiet" aria-label={m('showOnMap', { title })} aria-pressed={row.id === focus} onClick={() => onFocus(row.id)}>{m('find')}</button>
          </li>
        );
      })}
    </ul>
  );
}

function hasWebGl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}
