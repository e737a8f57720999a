import { fact, type Place } from '#kernel/fact.ts';
import { understand } from '#kernel/hearing.ts';
import type { Hearing } from '#kernel/kind.ts';
import type { Bounds, Position } from '#web/register/projection.ts';

/** Degrees as they are kept: seven decimals are a centimetre. */
export function rounded([longitude, latitude]: Position): Position {
  return [Number(longitude.toFixed(7)), Number(latitude.toFixed(7))];
}

const anyPlace = fact.place({ zh: '位置', en: 'Place' });

/** The place that typed words say; nothing while they say none. */
export function placeIn(typed: unknown, hearing: Hearing): Place | undefined {
  if (typeof typed !== 'string' || typed.trim() === '') return undefined;
  const understood = understand(typed, anyPlace, hearing);
  return 'value' in understood ? (understood.value as Place) : undefined;
}

/** The corners somebody may go on drawing: of the outline alone, holes are kept apart. */
export function cornersIn(typed: unknown): readonly Position[] {
  if (typeof typed !== 'string') return [];
  const [outline = ''] = typed.split(/\n\s*\n/);
  return outline.split(/[\n;；]+/).flatMap((line) => {
    const match = /^\s*(\d+(?:\.\d+)?)[\s,，]+(\d+(?:\.\d+)?)\s*$/.exec(line);
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
}

/** What is typed once the outline has these corners; holes stay as they were, and go with the last of them. */
export function withCorners(typed: unknown, corners: readonly Position[]): string {
  if (corners.length === 0) return '';
  const [, ...holes] = typeof typed === 'string' ? typed.split(/\n\s*\n/) : [];
  return [corners.map((corner) => rounded(corner).join(',')).join('\n'), ...holes].join('\n\n').trim();
}

const metresOfDegree = 111_320;

/** About how many ㎡ corners enclose, laid flat: to see at once whether a nought is missing. The register’s own figure is measured on the ellipsoid. */
export function aboutArea(corners: readonly Position[]): number {
  if (corners.length < 3) return 0;
  const middle = corners.reduce((sum, [, latitude]) => sum + latitude, 0) / corners.length;
  const narrowing = Math.cos((middle * Math.PI) / 180);
  const doubled = corners.reduce((sum, [east, north], at) => {
    const [nextEast, nextNorth] = corners[(at + 1) % corners.length] as Position;
    return sum + east * nextNorth - nextEast * north;
  }, 0);
  return (Math.abs(doubled) / 2) * metresOfDegree ** 2 * narrowing;
}

/** The ground moved by shares of its size, and made larger or smaller about its middle. */
export function seenFrom({ west, south, east, north }: Bounds, { x = 0, y = 0, zoom = 1 }: { readonly x?: number; readonly y?: number; readonly zoom?: number }): Bounds {
  const [wide, high] = [east - west, north - south];
  const [middleX, middleY] = [(west + east) / 2 + x * wide, (south + north) / 2 + y * high];
  return { west: middleX - wide / zoom / 2, east: middleX + wide / zoom / 2, south: middleY - high / zoom / 2, north: middleY + high / zoom / 2 };
}
