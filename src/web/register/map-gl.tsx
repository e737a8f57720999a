import { useEffect, useRef } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { LngLatBounds, Map as GlMap, NavigationControl, ScaleControl, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { PlacedMatters } from '#contract/register-shapes.ts';
import { tokens } from '#web/look/tokens.ts';
import { boundsOf } from '#web/register/projection.ts';
import { useMapWords } from '#web/register/map-words.ts';

// Without it the map stays blank under a bundler.
setWorkerUrl(workerUrl);

type Placed = PlacedMatters['rows'][number];

/** By light, unless each comes with a colour of its own. */
const colour = ['coalesce', ['get', 'colour'], ['match', ['get', 'light'], 'red', tokens.error, 'yellow', tokens.sand, 'blue', tokens.sea400, 'green', tokens.success, tokens.controlBorder]] as const;

/** The zoomable map, without tiles and glyphs: nothing is asked of another host, labels are drawn with the machine's own letters. */
export function GlassMap({ mechanism, rows, colourOf, focus, onBroken }: { readonly mechanism: string; readonly rows: readonly Placed[]; readonly colourOf: ((row: Placed) => string) | undefined; readonly focus: string | undefined; readonly onBroken: () => void }) {
  const m = useMapWords();
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const held = useRef<GlMap>(undefined);
  const shown = useRef(rows);
  shown.current = rows;
  const shade = useRef(colourOf);
  shade.current = colourOf;

  useEffect(() => {
    if (!place.current) return undefined;
    let map: GlMap;
    try {
      map = new GlMap({
        container: place.current,
        style: { version: 8, sources: { matters: { type: 'geojson', data: collectionOf(shown.current, shade.current) } }, layers: layers as never },
        bounds: glBounds(shown.current), fitBoundsOptions: { padding: 40, maxZoom: 15 }, attributionControl: false, dragRotate: false, pitchWithRotate: false,
        locale: { 'NavigationControl.ZoomIn': m('zoomIn'), 'NavigationControl.ZoomOut': m('zoomOut'), 'Map.Title': m('fullMap') },
      });
    } catch {
      onBroken();
      return undefined;
    }
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new ScaleControl({}), 'bottom-left');
    for (const layer of ['points', 'areas']) {
      map.on('click', layer, (event) => {
        const id = event.features?.[0]?.properties['id'] as string | undefined;
        if (id) void navigate({ to: '/matters/$mechanism/$id', params: { mechanism, id } });
      });
      map.on('mouseenter', layer, () => (map.getCanvas().style.cursor = 'pointer'));
      map.on('mouseleave', layer, () => (map.getCanvas().style.cursor = ''));
    }
    held.current = map;
    return () => {
      held.current = undefined;
      map.remove();
    };
    // Made once; what it shows follows below.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [mechanism]);

  useEffect(() => {
    const source = held.current?.getSource('matters');
    if (source) void (source as GeoJSONSource).setData(collectionOf(rows, colourOf));
  }, [rows, colourOf]);
  useEffect(() => {
    const found = rows.find(({ id }) => id === focus);
    if (!found || !held.current) return;
    held.current.fitBounds(glBounds([found]), { padding: 80, maxZoom: 16, animate: false });
  }, [focus, rows]);
  return <div className="glass-map" ref={place} />;
}

const layers = [
  { id: 'ground', type: 'background', paint: { 'background-color': tokens.sea50 } },
  { id: 'areas', type: 'fill', source: 'matters', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour, 'fill-opacity': ['case', ['has', 'colour'], 0.75, 0.35] } },
  { id: 'borders', type: 'line', source: 'matters', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'line-color': colour, 'line-width': 1.5 } },
  { id: 'points', type: 'circle', source: 'matters', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-color': colour, 'circle-radius': 6, 'circle-stroke-color': '#FFFFFF', 'circle-stroke-width': 1.5 } },
  { id: 'names', type: 'symbol', source: 'matters', minzoom: 11, layout: { 'text-field': ['get', 'title'], 'text-size': 12, 'text-offset': [0, 1.1], 'text-anchor': 'top', 'text-max-width': 12 }, paint: { 'text-color': tokens.text, 'text-halo-color': '#FFFFFF', 'text-halo-width': 1.5 } },
];

function collectionOf(rows: readonly Placed[], colourOf: ((row: Placed) => string) | undefined) {
  return { type: 'FeatureCollection' as const, features: rows.map((row) => ({ type: 'Feature' as const, properties: { id: row.id, title: row.title, light: row.light, ...(colourOf ? { colour: colourOf(row) } : {}) }, geometry: row.place as never })) };
}

function glBounds(rows: readonly Placed[]): LngLatBounds {
  const { west, south, east, north } = boundsOf(rows.map(({ place }) => place));
  return new LngLatBounds([west, south], [east, north]);
}
