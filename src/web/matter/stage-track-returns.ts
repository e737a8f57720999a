import { balanceText, textWidth } from '#web/matter/fit-text.ts';
import { smallLeading, smallSize, type Point, type ReturnShape, type StageTrack } from '#web/matter/stage-track-shapes.ts';

/** How far apart the rails stand on which returns go up from row to row, left of everything. */
export const rail = 9;

/** Where a stage stands, as far as a return needs to know. */
interface Place {
  readonly stage: StageTrack['stages'][number];
  readonly row: number;
  readonly column: number;
  readonly x: number;
}

interface Leg {
  readonly row: number;
  /** Both without the left margin; `rail` legs end there. */
  readonly from: number;
  readonly to: number | 'rail';
  readonly label?: { readonly x: number; readonly width: number; readonly lines: readonly string[] };
}

export interface Route {
  readonly return: StageTrack['returns'][number];
  readonly leaves: number;
  readonly arrives: number;
  readonly legs: readonly Leg[];
}

/** Returns leave a box on its right and come in on its left; a second one at the same box gets a place beside the first. */
export function routeReturn(each: StageTrack['returns'][number], track: StageTrack, cells: readonly Place[], box: number, gap: number): Route {
  const source = findCell(cells, each.from);
  const target = findCell(cells, each.to);
  const earlier = track.returns.slice(0, track.returns.indexOf(each));
  const leaves = source.x + box * Math.min(0.94, 0.7 + 0.1 * earlier.filter(({ from }) => from === each.from).length);
  const arrives = target.x + box * Math.max(0.12, 0.34 - 0.1 * earlier.filter(({ to }) => to === each.to).length);
  // The label stands under its line in the gap left of the box it leaves: no pill's stem comes down there.
  const room = gap + box * 0.36;
  const lines = balanceText(each.name, smallSize, room, 2);
  const widest = Math.max(...lines.map((line) => textWidth(line, smallSize)));
  const middle = source.column === 0 ? source.x + Math.max(box * 0.3, widest / 2) : source.x - gap / 2 + box * 0.04;
  const label = { x: middle, width: widest, lines };
  const legs: readonly Leg[] =
    source.row === target.row
      ? [{ row: source.row, from: leaves, to: arrives, label }]
      : [
          { row: source.row, from: leaves, to: 'rail', label },
          { row: target.row, from: arrives, to: 'rail' },
        ];
  return { return: each, leaves, arrives, legs };
}

function findCell(cells: readonly Place[], key: string): Place {
  const cell = cells.find(({ stage }) => stage.key === key);
  if (!cell) throw new Error(`The stage track has no stage ${key}.`);
  return cell;
}

interface Lanes {
  readonly of: ReadonlyMap<Leg, number>;
  readonly heights: readonly (readonly number[])[];
}

/** Short returns first, so that they nest inside the long ones; two on one lane never touch. */
export function assignLanes(routes: readonly Route[], rows: number, left: number): Lanes {
  const of = new Map<Leg, number>();
  const heights: number[][] = [];
  for (let row = 0; row < rows; row++) {
    const legs = routes.flatMap((route) => route.legs.filter((leg) => leg.row === row));
    const taken: [number, number][][] = [];
    const tall: number[] = [];
    for (const leg of legs.toSorted((a, b) => span(a, left)[1] - span(a, left)[0] - (span(b, left)[1] - span(b, left)[0]))) {
      const [start, end] = span(leg, left);
      let lane = taken.findIndex((others) => others.every(([from, to]) => end + 10 < from || to + 10 < start));
      if (lane < 0) lane = taken.push([]) - 1;
      taken[lane]?.push([start, end]);
      tall[lane] = Math.max(tall[lane] ?? 0, 14 + (leg.label?.lines.length ?? 0) * smallLeading);
      of.set(leg, lane);
    }
    heights.push(tall);
  }
  return { of, heights };
}

function span(leg: Leg, left: number): [number, number] {
  const ends = [leg.from, leg.to === 'rail' ? -left : leg.to];
  if (leg.label) ends.push(leg.label.x - leg.label.width / 2, leg.label.x + leg.label.width / 2);
  return [Math.min(...ends), Math.max(...ends)];
}

export function drawReturn(route: Route, lanes: Lanes, bottoms: readonly number[], left: number): ReturnShape {
  const laneY = (leg: Leg) => {
    const before = (lanes.heights[leg.row] ?? []).slice(0, lanes.of.get(leg));
    return (bottoms[leg.row] ?? 0) + 16 + before.reduce((sum, height) => sum + height, 0);
  };
  const [out, back] = route.legs as [Leg, Leg?];
  const y = laneY(out);
  const leave: Point = { x: route.leaves + left, y: bottoms[out.row] ?? 0 };
  const arrive: Point = { x: route.arrives + left, y: bottoms[(back ?? out).row] ?? 0 };
  const railX = left - 5 - rail * railIndex(route, lanes);
  const points = back
    ? [leave, { x: leave.x, y }, { x: railX, y }, { x: railX, y: laneY(back) }, { x: arrive.x, y: laneY(back) }, arrive]
    : [leave, { x: leave.x, y }, { x: arrive.x, y }, arrive];
  const label = out.label
    ? out.label.lines.map((words, at) => ({ words, x: (out.label?.x ?? 0) + left, y: y + smallLeading * (at + 1) - 1 }))
    : [];
  return { return: route.return, points, label };
}

/** Each return between rows has a rail of its own in the left margin. */
function railIndex(route: Route, lanes: Lanes): number {
  const rails = [...lanes.of.keys()].filter((leg) => leg.to === 'rail' && leg.label);
  return Math.max(0, rails.indexOf(route.legs[0] as Leg));
}
