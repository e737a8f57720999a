import { roundLength, type Projection } from '#web/register/projection.ts';
import { useMapWords } from '#web/register/map-words.ts';

/** How long the ground is, at the lower left of a map of that height: a round length of no more than `most` pixels. */
export function ScaleBar({ projection: { metresOfPixel }, height, most = 120 }: { readonly projection: Projection; readonly height: number; readonly most?: number }) {
  const m = useMapWords();
  const metres = roundLength(metresOfPixel * most);
  const length = metres / metresOfPixel;
  return (
    <g className="map-scale" transform={`translate(16 ${height - 16})`} aria-hidden="true">
      <path d={`M0 -6V0H${length.toFixed(1)}V-6`} />
      <text x={length / 2} y={-10} textAnchor="middle">{metres >= 1000 ? m('kilometres', { count: metres / 1000 }) : m('metres', { count: metres })}</text>
    </g>
  );
}
