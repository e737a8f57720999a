/** A line through values at even steps; where there is no value the line breaks off. */
export interface TrendLine {
  /** The path of the line, for an SVG. */
  readonly path: string;
  /** The last point with a value. */
  readonly end: { readonly x: number; readonly y: number } | undefined;
}

/** Lays a line into a box. All alike, it runs through the middle. */
export function trendLine(values: readonly (number | null)[], width: number, height: number, margin = 4): TrendLine {
  const known = values.filter((value) => value !== null);
  const least = Math.min(...known);
  const spread = Math.max(...known) - least;
  const step = values.length > 1 ? (width - 2 * margin) / (values.length - 1) : 0;
  const points = values.map((value, at) => value === null ? undefined : { x: rounded(margin + at * step), y: rounded(spread === 0 ? height / 2 : height - margin - ((value - least) / spread) * (height - 2 * margin)) });
  const path = points.map((point, at) => (point ? `${points[at - 1] ? 'L' : 'M'}${point.x} ${point.y}` : '')).join('');
  return { path, end: points.findLast((point) => point !== undefined) };
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
