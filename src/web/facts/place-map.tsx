import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useParams } from '@tanstack/react-router';
import { mu } from '#kernel/area.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { useAsk } from '#web/ask.ts';
import { aboutArea, cornersIn, placeIn, rounded, seenFrom, withCorners } from '#web/facts/place-drawing.ts';
import { usePlaceWords } from '#web/facts/place-words.ts';
import { placeWords } from '#web/facts/typing.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { useMapWords } from '#web/register/map-words.ts';
import { areaPath, boundsOf, linePath, projectionOf, type Bounds, type Position, type Projection } from '#web/register/projection.ts';
import { ScaleBar } from '#web/register/scale-bar.tsx';
import { useHearing } from '#web/speech.ts';

const [width, height] = [640, 400];
/** Where nothing is known yet: all the ground that a place may have. */
const everywhere: Bounds = { west: 73, east: 136, south: 3, north: 54 };

interface MapProps {
  readonly typed: unknown;
  readonly isArea: boolean;
  readonly onTyped: (typed: string) => void;
}

/** Our own map to draw a point or an outline on: by pointer, by keyboard, beside what the register has already. Nothing is asked of another host. */
export function PlaceMap({ typed, isArea, onTyped }: MapProps) {
  const w = usePlaceWords();
  const m = useMapWords();
  const language = useLanguage();
  const known = useKnownPlaces();
  const hearing = useHearing();
  // GeoJSON is a place as well: it is drawn on as the corners it says, holes and all.
  const pasted = typeof typed === 'string' && typed.trimStart().startsWith('{') ? placeIn(typed, hearing) : undefined;
  const written = pasted === undefined ? typed : placeWords(pasted);
  const corners = cornersIn(written);
  const [moved, setMoved] = useState<Bounds>();
  const [cross, setCross] = useState<Position>();
  const [told, setTold] = useState('');
  const svg = useRef<SVGSVGElement>(null);
  const held = useRef<{ readonly corner: number | undefined; readonly from: readonly [number, number]; readonly ground: Bounds; isMoved: boolean }>(undefined);
  const places = useMemo(() => [...known.map(({ place }) => place), ...corners.map((coordinates) => ({ type: 'Point' as const, coordinates: [...coordinates] as [number, number] }))], [known, corners.length]); // oxlint-disable-line react-hooks/exhaustive-deps
  const bounds = moved ?? (places.length === 0 ? everywhere : boundsOf(places));
  const projection = projectionOf(bounds, width, height);
  const at = cross ?? middleOf(bounds);

  const change = (next: readonly Position[]) => onTyped(withCorners(written, next));
  const put = (position: Position) => {
    if (isArea) change([...corners, rounded(position)]);
    else onTyped(rounded(position).join(','));
    setTold(w('put', { ...inWords(position), count: isArea ? corners.length + 1 : 1 }));
  };
  const takeLast = () => {
    change(corners.slice(0, -1));
    setTold(w('taken', { count: Math.max(0, corners.length - 1) }));
  };
  const see = (how: Parameters<typeof seenFrom>[1]) => setMoved(seenFrom(bounds, how));
  const positionOf = (event: PointerEvent): readonly [number, number] => {
    const box = svg.current?.getBoundingClientRect();
    return box ? [((event.clientX - box.left) / box.width) * width, ((event.clientY - box.top) / box.height) * height] : [0, 0];
  };

  const onKey = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 40 : 8;
    const by: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    const move = by[event.key];
    if (move) {
      const [x, y] = projection.at(at);
      const next = projection.from(x + move[0], y + move[1]);
      setCross(next);
      setTold(w('at', inWords(next)));
      const [nextX, nextY] = projection.at(next);
      if (nextX < 0 || nextX > width || nextY < 0 || nextY > height) see({ x: Math.sign(move[0]) * 0.25, y: -Math.sign(move[1]) * 0.25 });
    } else if (event.key === 'Enter' || event.key === ' ') put(at);
    else if (event.key === 'Backspace' || event.key === 'Delete') takeLast();
    else if (event.key === '+' || event.key === '=') see({ zoom: 2 });
    else if (event.key === '-') see({ zoom: 0.5 });
    else return;
    event.preventDefault();
  };
  const onDown = (event: PointerEvent, corner?: number) => {
    event.stopPropagation();
    svg.current?.setPointerCapture(event.pointerId);
    held.current = { corner, from: positionOf(event), ground: bounds, isMoved: false };
  };
  const onMove = (event: PointerEvent) => {
    const hold = held.current;
    if (!hold) return;
    const [x, y] = positionOf(event);
    if (Math.hypot(x - hold.from[0], y - hold.from[1]) > 4) hold.isMoved = true;
    if (!hold.isMoved) return;
    if (hold.corner !== undefined) change(corners.map((each, index) => (index === hold.corner ? rounded(projection.from(x, y)) : each)));
    else setMoved(seenFrom(hold.ground, { x: (hold.from[0] - x) / width, y: (y - hold.from[1]) / height }));
  };
  const onUp = (event: PointerEvent) => {
    const hold = held.current;
    held.current = undefined;
    if (hold && !hold.isMoved && hold.corner === undefined) put(projection.from(...positionOf(event)));
  };

  return (
    <div className="place-map">
      <svg ref={svg} viewBox={`0 0 ${width} ${height}`} role="application" aria-label={w('map')} tabIndex={0} onKeyDown={onKey} onPointerDown={onDown} onPointerMove={onMove} onPointerUp={onUp} onPointerCancel={() => (held.current = undefined)}>
        <rect width={width} height={height} className="map-ground" />
        {known.map(({ id, title, place }) => <Known key={id} title={title} place={place} at={projection.at} />)}
        {isArea && corners.length > 1 && <path className="place-outline" d={corners.length > 2 ? areaPath([corners], projection.at) : linePath(corners, projection.at)} />}
        {corners.map((corner, index) => {
          const [x, y] = projection.at(corner);
          return <circle key={index} className="place-corner" cx={x} cy={y} r={7} onPointerDown={(event) => onDown(event, index)}><title>{w('pick', { count: index + 1 })}</title></circle>;
        })}
        <Cross at={projection.at(at)} />
        <ScaleBar projection={projection} height={height} />
      </svg>
      <div className="place-ways">
        <button type="button" className="button" aria-label={m('zoomIn')} onClick={() => see({ zoom: 2 })}>＋</button>
        <button type="button" className="button" aria-label={m('zoomOut')} onClick={() => see({ zoom: 0.5 })}>－</button>
        <button type="button" className="button" aria-label={w('left')} onClick={() => see({ x: -0.3 })}>←</button>
        <button type="button" className="button" aria-label={w('right')} onClick={() => see({ x: 0.3 })}>→</button>
        <button type="button" className="button" aria-label={w('up')} onClick={() => see({ y: 0.3 })}>↑</button>
        <button type="button" className="button" aria-label={w('down')} onClick={() => see({ y: -0.3 })}>↓</button>
        <button type="button" className="button" onClick={() => setMoved(undefined)}>{m('fit')}</button>
        <button type="button" className="button" disabled={corners.length === 0} onClick={takeLast}>{w('undo')}</button>
        <button type="button" className="button" disabled={corners.length === 0} onClick={() => change([])}>{w('clear')}</button>
      </div>
      <p className="quiet" role="status">{told}</p>
      {isArea && corners.length > 0 && <p className="heard">{corners.length < 3 ? w('tooFew', { count: corners.length }) : w('encloses', { count: corners.length, area: numberWords(aboutArea(corners), language, 0), mu: numberWords(aboutArea(corners) / mu, language, 1) })}</p>}
      <p className="entry-help">{w('mapHelp')}{known.length > 0 ? w('around') : ''}</p>
    </div>
  );
}

/** The places of the register whose form this is, to find one's way by. */
function useKnownPlaces() {
  const { mechanism: key = '' } = useParams({ strict: false }) as { readonly mechanism?: string };
  const hasPlaces = Object.values(findMechanism(key)?.record.facts ?? {}).some(({ kind, sealed }) => kind === 'place' && !sealed);
  return useAsk('GET /api/matters/:mechanism/map', { params: { mechanism: key } }, { enabled: hasPlaces }).data?.rows ?? noRows;
}

const noRows: never[] = [];

function Known({ title, place, at }: { readonly title: string; readonly place: { readonly type: string; readonly coordinates: unknown }; readonly at: Projection['at'] }) {
  if (place.type === 'Point') {
    const [x, y] = at(place.coordinates as Position);
    return <circle className="place-known" cx={x} cy={y} r={3}><title>{title}</title></circle>;
  }
  return <path className="place-known" d={areaPath(place.coordinates as readonly (readonly Position[])[], at)} fillRule="evenodd"><title>{title}</title></path>;
}

function Cross({ at: [x, y] }: { readonly at: readonly [number, number] }) {
  return <path className="place-cross" d={`M${x - 10} ${y}H${x + 10}M${x} ${y - 10}V${y + 10}`} aria-hidden="true" />;
}

/** A position as it is told: five decimals are a metre. */
function inWords([east, north]: Position): { readonly east: string; readonly north: string } {
  return { east: east.toFixed(5), north: north.toFixed(5) };
}

function middleOf({ west, south, east, north }: Bounds): Position {
  return [(west + east) / 2, (south + north) / 2];
}
