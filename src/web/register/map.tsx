import { lazy, Suspense, useMemo, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { factText } from '#kernel/kinds.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { lightsOf, lightWordsAt, lightWordsOf } from '#contract/light-words.ts';
import { hasClocks } from '#contract/register-columns.ts';
import type { PlacedMatters } from '#contract/register-shapes.ts';
import { useAsk } from '#web/ask.ts';
import { MatterLink } from '#web/facts/matter-link.tsx';
import { numberWords, useLanguage } from '#web/language.ts';
import type { Search } from '#web/router.tsx';
import { LightMark } from '#web/matter/light.tsx';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { filtersIn, one } from '#web/register/address.ts';
import { PlainMap } from '#web/register/map-svg.tsx';
import { colouringOf, namelessIn, unknownName, type Colouring } from '#web/register/map-colours.ts';
import { useMapWords } from '#web/register/map-words.ts';
import { Answered, Empty, Waiting } from '#web/shell/faces.tsx';
import { speechOf } from '#web/speech.ts';
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
  const [place, colour, year] = ['place', 'colour', 'year'].map((name) => one(search, name));
  const asked = useAsk('GET /api/matters/:mechanism/map', { params: { mechanism: mechanism.record.key }, query: { ...filtersIn(search), ...(place ? { place } : {}), ...(colour ? { colour } : {}), ...(year ? { year } : {}) } }, { keep: true });
  return <Answered of={asked}>{(placed) => <MapOf mechanism={mechanism} search={search} change={change} placed={placed} />}</Answered>;
}

/** The same for an answer that is there. */
export function MapOf({ mechanism, search, change, placed }: FormProps & { readonly placed: PlacedMatters }) {
  const m = useMapWords();
  const language = useLanguage();
  const [focus, setFocus] = useState<string>();
  const [isBroken, setBroken] = useState(() => !hasWebGl());
  const { record } = mechanism;
  const counter = record.counter[language];
  const isPlain = isBroken || one(search, 'map') === 'plain';
  const facts = Object.entries(record.facts).filter(([, fact]) => fact.kind === 'place' && !fact.sealed);
  const { colour, rows } = placed;
  const shaded = colour === undefined ? undefined : record.facts[colour];
  const colouring = useMemo(() => (shaded === undefined ? undefined : colouringOf(shaded, rows.map(({ value }) => value))), [shaded, rows]);
  const colourOf = useMemo(() => (colouring === undefined ? undefined : (row: PlacedRow) => colouring.of(row.value)), [colouring]);
  const saidOf = (row: PlacedRow) => (shaded === undefined ? lightWordsOf(record)[row.light][language] : `${shaded.name[language]} ${row.value === undefined ? unknownName[language] : factText(shaded, row.value, namelessIn(language))}`);
  return (
    <div className="map-form">
      <div className="map-bar">
        <strong aria-live="polite">{m('placed', { count: numberWords(placed.rows.length, language), counter })}</strong>
        {placed.rows.length < placed.total && <span className="quiet">{m('placedMost', { shown: numberWords(placed.rows.length, language), count: numberWords(placed.total, language), counter })}</span>}
        {placed.unplaced > 0 && <Link to="/matters/$mechanism" params={{ mechanism: record.key }} search={{ ...filtersIn(search), [`f.${placed.fact}`]: '!' }}>{m('unplaced', { count: numberWords(placed.unplaced, language), counter })}</Link>}
        {facts.length > 1 && (
          <label className="inline-label">
            {m('placedBy')}{' '}
            <select className="control" value={placed.fact} onChange={(event) => change({ place: event.target.value })}>{facts.map(([name, fact]) => <option key={name} value={name}>{fact.name[language]}</option>)}</select>
          </label>
        )}
        {record.map !== undefined && <Colours mechanism={mechanism} placed={placed} change={change} />}
        {!isBroken && <button type="button" className="button is-quiet" onClick={() => change({ map: isPlain ? undefined : 'plain' })}>{isPlain ? m('fullMap') : m('plainMap')}</button>}
      </div>
      {placed.rows.length === 0 ? (
        <Empty title={m('nonePlaced')}>{m('nonePlacedHelp')}</Empty>
      ) : (
        <div className="map-split">
          <div className="map-place">
            {isPlain ? (
              <PlainMap mechanism={record.key} rows={placed.rows} colourOf={colourOf} saidOf={saidOf} focus={focus} onFit={() => setFocus(undefined)} />
            ) : (
              <>
                <div className="screen-only"><Suspense fallback={<Waiting />}><GlassMap mechanism={record.key} rows={placed.rows} colourOf={colourOf} focus={focus} onBroken={() => setBroken(true)} /></Suspense></div>
                <div className="print-only"><PlainMap mechanism={record.key} rows={placed.rows} colourOf={colourOf} saidOf={saidOf} focus={undefined} onFit={() => {}} /></div>
              </>
            )}
            <p className="quiet map-note">{isBroken ? m('noWebGl') : m('noTiles')}</p>
            {colouring ? <MapKey colouring={colouring} /> : <p className="map-legend">{lightsOf(record).map((light) => <span key={light} className={`map-key is-${light}`}>{lightWordsOf(record)[light][language]}</span>)}</p>}
          </div>
          <PlacedList mechanism={mechanism} placed={placed} saidOf={shaded === undefined ? undefined : saidOf} focus={focus} onFocus={setFocus} />
        </div>
      )}
    </div>
  );
}

type PlacedRow = PlacedMatters['rows'][number];

/** What the map is coloured by, and of which year. */
function Colours({ mechanism: { record }, placed, change }: { readonly mechanism: AnyMechanism; readonly placed: PlacedMatters; readonly change: (changed: Search) => void }) {
  const m = useMapWords();
  const language = useLanguage();
  const { colour, years = [], year } = placed;
  // The slider's last place is now.
  const at = year === undefined ? years.length : years.indexOf(year);
  const said = year === undefined ? m('yearNow') : String(year);
  return (
    <>
      <label className="inline-label">
        {m('colouredBy')}{' '}
        <select className="control" value={colour ?? 'lights'} onChange={(event) => change({ colour: event.target.value, year: undefined })}>
          {(record.map?.colours ?? []).map((name) => <option key={name} value={name}>{record.facts[name]?.name[language] ?? name}</option>)}
          {hasClocks(record) && <option value="lights">{m('byLight')}</option>}
        </select>
      </label>
      {years.length > 0 && (
        <label className="map-years">
          {m('yearShown')}
          <input type="range" min={0} max={years.length} step={1} value={at} aria-valuetext={said} onChange={(event) => change({ year: years[Number(event.target.value)]?.toString() })} />
          <output className="numbers">{said}</output>
        </label>
      )}
    </>
  );
}

function MapKey({ colouring }: { readonly colouring: Colouring }) {
  const m = useMapWords();
  const language = useLanguage();
  return (
    <p className="map-legend" aria-label={m('keyTo')} role="group">
      {colouring.key.map(({ colour, name, count }) => (
        <span key={`${colour}${name.zh}`} className="map-shade"><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" rx="2" fill={colour} stroke="#46586A" strokeWidth=".5" /></svg>{m('shadeCount', { name: name[language], count: numberWords(count, language) })}</span>
      ))}
    </p>
  );
}

const mostListed = 200;

function PlacedList({ mechanism: { record }, placed, saidOf, focus, onFocus }: { readonly mechanism: AnyMechanism; readonly placed: PlacedMatters; readonly saidOf: ((row: PlacedRow) => string) | undefined; readonly focus: string | undefined; readonly onFocus: (id: string) => void }) {
  const m = useMapWords();
  const t = useWords();
  const language = useLanguage();
  const opened = record.map?.opens === undefined ? undefined : record.facts[record.map.opens];
  const speech = speechOf(placed.names, language);
  return (
    <ul className="map-list" aria-label={m('listBeside')}>
      {placed.rows.slice(0, mostListed).map((row) => {
        const title = row.title || t('untitled');
        return (
          <li key={row.id} className={row.id === focus ? 'is-focused' : undefined}>
            <Link to="/matters/$mechanism/$id" params={{ mechanism: record.key, id: row.id }}>{title}</Link>
            <span className="map-marks">{saidOf ? <span>{saidOf(row)}</span> : <><StageTag record={record} stage={row.stage} /><LightMark light={row.light} words={lightWordsAt(record, row.stage)} /></>}</span>
            <button type="button" className="button is-quiet" aria-label={m('showOnMap', { title })} aria-pressed={row.id === focus} onClick={() => onFocus(row.id)}>{m('find')}</button>
            {row.opens !== undefined && opened?.mechanism !== undefined && <span className="map-opens">{opened.name[language]}{language === 'zh' ? '：' : ': '}<MatterLink mechanism={opened.mechanism} id={row.opens} speech={speech} /></span>}
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
