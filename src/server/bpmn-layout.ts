import type { Drawing } from './bpmn.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where everything stands: a box for each node, the corners of each flow in the order given. */
export interface Placed {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly lines: readonly (readonly Point[])[];
}

const column = 200;
const row = 120;
const sizes: Readonly<Record<string, readonly [width: number, height: number]>> = { 'bpmn:StartEvent': [36, 36], 'bpmn:EndEvent': [36, 36], 'bpmn:ExclusiveGateway': [50, 50], 'bpmn:UserTask': [120, 80] };

/** Columns by the number of steps from the beginning, in each the nodes in the order of the declaration. The libraries that lay BPMN out fail on ways that go back as often as an office's do. */
export function layOut({ nodes, flows }: Drawing): Placed {
  const steps = stepsFrom('begin', flows);
  const taken = new Map<number, number>();
  const boxes = new Map<string, Box>();
  for (const { id, type } of nodes) {
    const at = steps.get(id) ?? Math.max(...steps.values()) + 1;
    const place = taken.get(at) ?? 0;
    taken.set(at, place + 1);
    const [width, height] = sizes[type] ?? [120, 80];
    // In the middle of its cell, so that lines between columns run straight.
    boxes.set(id, { x: 60 + at * column + (column - 80 - width) / 2, y: 60 + place * row + (80 - height) / 2, width, height });
  }
  const bottom = 60 + Math.max(...taken.values()) * row;
  return { boxes, lines: flows.map(({ from, to }, index) => route(boxes.get(from), boxes.get(to), bottom + (index % 12) * 8)) };
}

function stepsFrom(start: string, flows: Drawing['flows']): Map<string, number> {
  const steps = new Map([[start, 0]]);
  let front = [start];
  while (front.length > 0) {
    const next: string[] = [];
    for (const { from, to } of flows) {
      if (!front.includes(from) || steps.has(to)) continue;
      steps.set(to, (steps.get(from) ?? 0) + 1);
      next.push(to);
    }
    front = next;
  }
  return steps;
}

/** Onward through the gap before the target; within a column and back beneath everything. */
function route(from: Box | undefined, to: Box | undefined, beneath: number): readonly Point[] {
  if (!from || !to) return [];
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  if (end.x > start.x) {
    const gap = end.x - 20;
    return start.y === end.y ? [start, end] : [start, { x: gap, y: start.y }, { x: gap, y: end.y }, end];
  }
  const out = { x: from.x + from.width / 2, y: from.y + from.height };
  const back = { x: to.x + to.width / 2, y: to.y + to.height };
  return [out, { x: out.x, y: beneath }, { x: back.x, y: beneath }, back];
}
