import type { Place } from '#kernel/fact.ts';
import type { FactInput, ShowProps } from '#web/facts/fact-input.ts';
import { spoken } from '#web/facts/spoken.tsx';
import { useWords } from '#web/words.ts';

/** A place: a point in its degrees, an area drawn in outline with its corners below. */
export const place: FactInput = { ...spoken({ placeholder: '120.45,36.39' }), Show: ShowPlace };

const side = 120;

function ShowPlace({ value, isOnPaper = false }: ShowProps) {
  const t = useWords();
  const shape = value as Place;
  if (shape.type === 'Point') return <span className="numbers">{shape.coordinates.join(', ')}</span>;
  const rings = shape.coordinates;
  const corners = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  const { path, width, height } = drawn(rings);
  return (
    <div className="outline">
      <svg viewBox={`-2 -2 ${width + 4} ${height + 4}`} width={width + 4} height={height + 4} role="img" aria-label={t('areaOf', { count: corners })}>
        <path d={path} fillRule="evenodd" />
      </svg>
      <details open={isOnPaper}>
        <summary>{t('areaOf', { count: corners })}</summary>
        <ol className="numbers">{rings.flatMap((ring) => ring.slice(0, -1)).map(([east, north], index) => <li key={index}>{`${east}, ${north}`}</li>)}</ol>
      </details>
    </div>
  );
}

/** Rings of degrees as a path no larger than `side`: a degree of longitude is shorter the further north it lies. */
function drawn(rings: readonly (readonly (readonly [number, number])[])[]): { readonly path: string; readonly width: number; readonly height: number } {
  const points = rings.flat();
  const norths = points.map(([, north]) => north);
  const top = Math.max(...norths);
  const narrowing = Math.cos((((top + Math.min(...norths)) / 2) * Math.PI) / 180);
  const easts = points.map(([east]) => east * narrowing);
  const left = Math.min(...easts);
  const [spanX, spanY] = [Math.max(...easts) - left, top - Math.min(...norths)];
  const scale = side / (Math.max(spanX, spanY) || 1);
  const path = rings.map((ring) => `M${ring.map(([east, north]) => `${((east * narrowing - left) * scale).toFixed(1)} ${((top - north) * scale).toFixed(1)}`).join('L')}Z`).join('');
  return { path, width: Math.ceil(spanX * scale), height: Math.ceil(spanY * scale) };
}
