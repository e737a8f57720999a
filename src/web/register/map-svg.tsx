import { useMemo, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { PlacedMatters } from '#contract/register-shapes.ts';
import { areaPath, boundsOf, projectionOf, type Bounds } from '#web/register/projection.ts';
import { useMapWords } from '#web/register/map-words.ts';
import { ScaleBar } from '#web/register/scale-bar.tsx';
import { useWords } from '#web/words.ts';

const width = 900;
const height = 560;

type Placed = PlacedMatters['rows'][number];

/** Our own map: points and borders in SVG. For machines without WebGL, for paper, and wherever the other one is more than is needed. */
export function PlainMap({ mechanism, rows, colourOf, saidOf, focus, onFit }: { readonly mechanism: string; readonly rows: readonly Placed[]; readonly colourOf: ((row: Placed) => string) | undefined; readonly saidOf: (row: Placed) => string; readonly focus: string | undefined; readonly onFit: () => void }) {
  const m = useMapWords();
  const whole = useMemo(() => boundsOf(rows.map(({ place }) => place)), [rows]);
  const focused = rows.find(({ id }) => id === focus);
  const [zoom, setZoom] = useState(1);
  const bounds = useMemo(() => (focused ? zoomed(middleOf(boundsOf([focused.place])), whole, Math.max(zoom, 3)) : zoomed(middleOf(whole), whole, zoom)), [focused, whole, zoom]);
  const projection = useMemo(() => projectionOf(bounds, width, height), [bounds]);
  return (
    <div className="plain-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={m('plainMap')}>
        <rect width={width} height={height} className="map-ground" />
        {/* Borders lie under points: a point within a parcel must be reached. */}
        {rows.toSorted((a, b) => Number(a.place.type === 'Point') - Number(b.place.type === 'Point')).map((row) => <Feature key={row.id} mechanism={mechanism} row={row} colour={colourOf?.(row)} said={saidOf(row)} isFocused={row.id === focus} at={projection.at} />)}
        <ScaleBar projection={projection} height={height} most={160} />
      </svg>
      <p className="map-ways screen-only">
        <button type="button" className="button" aria-label={m('zoomIn')} disabled={zoom >= 32} onClick={() => setZoom(zoom * 2)}>＋</button>
        <button type="button" className="button" aria-label={m('zoomOut')} disabled={zoom <= 1} onClick={() => setZoom(zoom / 2)}>－</button>
        <button type="button" className="button" onClick={() => {
          setZoom(1);
          onFit();
        }}>{m('fit')}</button>
      </p>
    </div>
  );
}

function Feature({ mechanism, row, colour, said, isFocused, at }: { readonly mechanism: string; readonly row: Placed; readonly colour: string | undefined; readonly said: string; readonly isFocused: boolean; readonly at: ReturnType<typeof projectionOf>['at'] }) {
  const t = useWords();
  const navigate = useNavigate();
  const { place } = row;
  const words = [row.number, row.title || t('untitled'), said].filter(Boolean).join(' ');
  const open = () => void navigate({ to: '/matters/$mechanism/$id', params: { mechanism, id: row.id } });
  const className = `map-feature is-${colour === undefined ? row.light : 'shaded'}${isFocused ? ' is-focused' : ''}`;
  const style = colour === undefined ? undefined : { fill: colour };
  // The list beside the map is the way of the keyboard: thousands of points are no place to go through with Tab.
  if (place.type === 'Point') {
    const [x, y] = at(place.coordinates);
    return <circle className={className} style={style} cx={x} cy={y} r={isFocused ? 9 : 6} onClick={open}><title>{words}</title></circle>;
  }
  return <path className={className} style={style} d={areaPath(place.coordinates, at)} fillRule="evenodd" onClick={open}><title>{words}</title></path>;
}

function middleOf({ west, south, east, north }: Bounds): readonly [number, number] {
  return [(west + east) / 2, (south + north) / 2];
}

function zoomed([longitude, latitude]: readonly [number, number], { west, south, east, north }: Bounds, zoom: number): Bounds {
  const [wide, high] = [(east - west) / zoom / 2, (north - south) / zoom / 2];
  return { west: longitude - wide, east: longitude + wide, south: latitude - high, north: latitude + high };
}
