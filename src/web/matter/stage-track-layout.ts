import { balanceText, fitText, textWidth } from '#web/matter/fit-text.ts';
import { assignLanes, drawReturn, rail, routeReturn } from '#web/matter/stage-track-returns.ts';
import { gateHalf, smallLeading, smallSize, type Connector, type ExitShape, type GateShape, type Point, type StageBox, type StageTrack, type TrackLayout } from '#web/matter/stage-track-shapes.ts';

const nameSize = 14;
const nameLeading = 19;

interface Measures {
  readonly box: number;
  readonly gap: number;
}

/** Two to a row is a phone: smaller gaps, so that the drawing is not scaled below what can be read. */
function measures(perRow: number): Measures {
  return perRow <= 2 ? { box: 152, gap: 44 } : { box: 176, gap: 88 };
}

const widestBox = 240;

/** Measures spread over the room there is: boxes grow until their words have enough, then the ways between them take the rest. */
function spread({ box, gap }: Measures, perRow: number, room: number): Measures {
  const spare = room - perRow * box - (perRow - 1) * gap;
  if (spare <= 0) return { box, gap };
  const wider = Math.min(widestBox, box + spare / perRow);
  return { box: wider, gap: perRow === 1 ? gap : gap + (spare - perRow * (wider - box)) / (perRow - 1) };
}

/** How many stages fit side by side into `width` pixels at full size. Never fewer than two. */
export function stagesPerRow(width: number): number {
  const { box, gap } = measures(3);
  return Math.max(2, Math.floor((width - 40 + gap) / (box + gap)));
}

/**
 * Places everything. A row, from top to bottom: gate names too long for their gap; boxes; one lane for each return; exit pills; and,
 * if another row follows, a channel of its own for the connector with its gate, so that nothing ever sits on that line.
 */
export function layOutTrack(track: StageTrack): TrackLayout {
  const perRow = Math.max(1, Math.min(track.perRow, track.stages.length));
  const rows = Math.ceil(track.stages.length / perRow);
  const last = track.stages.length - 1;
  const endGate = track.gates.some(({ after }) => after === track.stages[last]?.key);
  const rowOf = (key: string) => Math.floor(track.stages.findIndex((stage) => stage.key === key) / perRow);
  const acrossRows = track.returns.filter(({ from, to }) => rowOf(from) !== rowOf(to)).length;
  const left = 8 + acrossRows * rail;
  const right = Math.max(rows > 1 ? 18 : 8, endGate && last % perRow === perRow - 1 ? 8 + gateHalf * 2 + 8 : 0);
  const { box, gap } = spread(measures(perRow), perRow, (track.width ?? 0) - left - right);
  const cells = placeCells(track, perRow, box, gap);
  const routes = track.returns.map((each) => routeReturn(each, track, cells, box, gap));
  const width = left + perRow * box + (perRow - 1) * gap + right;
  for (const cell of cells) cell.x += left;

  const boxHeight = Math.max(...cells.map((cell) => cell.height));
  const boxes: StageBox[] = [];
  const connectors: Connector[] = [];
  const gates: GateShape[] = [];
  const exits: ExitShape[] = [];
  const bottoms: number[] = [];
  const lanes = assignLanes(routes, rows, left);
  let y = 0;
  let arriving: Connector | undefined;

  for (let row = 0; row < rows; row++) {
    const members = cells.filter((cell) => cell.row === row);
    const shapes = members.map((cell) => gateBeside(cell, track, box, gap, row < rows - 1));
    const over = Math.max(0, ...shapes.map((shape) => (shape && !shape.near ? shape.lines.length : 0)));
    const above = Math.max(over === 0 ? 10 : over * smallLeading + 10, arriving ? 18 : 0, ...shapes.map((s) => (s?.near && s.lines.length > 1 ? 24 : 0)));
    const top = y + above;
    const bottom = top + boxHeight;
    const middle = top + 26;
    bottoms.push(bottom);

    const first = members[0];
    if (arriving && first) {
      const x = first.x + box * 0.25;
      const from = arriving.points.at(-1) as Point;
      connectors.push({ ...arriving, points: [...arriving.points, { x, y: from.y }, { x, y: top }] });
      arriving = undefined;
    }

    for (const [index, cell] of members.entries()) {
      boxes.push(drawBox(cell, top, box, boxHeight));
      const next = cells[cell.index + 1];
      const passed = isPassed(cell.stage, next?.stage);
      const edge = { x: cell.x + box, y: middle };
      if (next && next.row === row) connectors.push({ passed, points: [edge, { x: next.x, y: middle }] });
      const shape = shapes[index];
      if (!shape || (next && next.row !== row)) continue;
      const x = next ? edge.x + (gap - 8) / 2 : edge.x + 8 + gateHalf;
      if (!next) connectors.push({ passed, points: [edge, { x, y: middle }] });
      const baseline = shape.near ? middle - gateHalf - 5 : top - 8;
      const anchor = next ? 'middle' : 'end';
      gates.push(drawGate(shape, { x, y: middle }, anchor, next ? x : x + gateHalf, baseline));
    }

    let low = bottom + (lanes.heights[row] ?? []).reduce((sum, height) => sum + height, 0);
    if ((lanes.heights[row] ?? []).length > 0) low += 8;
    const pills = members.flatMap((cell) => drawExits(cell, track, box, bottom, low + 20));
    exits.push(...pills);
    low = Math.max(low, ...pills.map((pill) => pill.y + pill.height));

    const leaving = members.at(-1);
    if (row < rows - 1 && leaving) {
      const shape = shapes.at(-1);
      const labelWidth = width / 2;
      const lines = shape ? fitText(shape.words, smallSize, labelWidth, 2) : [];
      const channel = low + 12 + Math.max(gateHalf, lines.length * smallLeading);
      const edge = leaving.x + box;
      const turn = edge + 10;
      const passed = isPassed(leaving.stage, cells[leaving.index + 1]?.stage);
      arriving = { passed, points: [{ x: edge, y: middle }, { x: turn, y: middle }, { x: turn, y: channel }] };
      if (shape) {
        const x = leaving.x + box * 0.72;
        gates.push(drawGate({ ...shape, lines }, { x, y: channel }, 'end', x - gateHalf - 4, channel - 6));
      }
      y = channel + gateHalf + 6;
    } else y = low + 10;
  }

  return {
    width: Math.ceil(width - 0.01),
    height: Math.ceil(y),
    boxes,
    connectors,
    gates,
    returns: routes.map((route) => drawReturn(route, lanes, bottoms, left)),
    exits,
  };
}

type Stage = StageTrack['stages'][number];

/** The way between two stages has been gone when the matter stands at its end or beyond. */
function isPassed(stage: Stage, next: Stage | undefined): boolean {
  return stage.state !== 'ahead' && (next ? next.state !== 'ahead' : stage.state === 'done');
}

interface Cell {
  readonly stage: Stage;
  readonly index: number;
  readonly row: number;
  readonly column: number;
  readonly name: readonly string[];
  readonly details: readonly string[];
  readonly height: number;
  x: number;
}

function placeCells(track: StageTrack, perRow: number, box: number, gap: number): readonly Cell[] {
  return track.stages.map((stage, index) => {
    const column = index % perRow;
    const name = fitText(stage.name, nameSize * 1.04, box - 40, 2);
    const details = [stage.owner, stage.clock, stage.on].flatMap((words) =>
      words ? fitText(words, smallSize, box - 22, 1) : [],
    );
    const height = 27 + (name.length - 1) * nameLeading + (details.length === 0 ? 0 : 5 + details.length * smallLeading) + 13;
    return { stage, index, row: Math.floor(index / perRow), column, name, details, height, x: column * (box + gap) };
  });
}

function drawBox(cell: Cell, y: number, width: number, height: number): StageBox {
  const { stage, x, name, details, index } = cell;
  const below = y + 27 + (name.length - 1) * nameLeading + 5;
  return {
    x, y, width, height, stage,
    number: index + 1,
    badge: { x: x + 18, y: y + 22 },
    name: name.map((words, at) => ({ words, x: x + 34, y: y + 27 + at * nameLeading })),
    details: details.map((words, at) => ({ words, x: x + 12, y: below + (at + 1) * smallLeading })),
  };
}

interface GateWords {
  readonly gates: StageTrack['gates'];
  readonly words: string;
  readonly lines: readonly string[];
  /** Whether the label fits between the boxes, right over the diamond. */
  readonly near: boolean;
  readonly state: GateShape['state'];
}

function gateBeside(cell: Cell, track: StageTrack, box: number, gap: number, wraps: boolean): GateWords | undefined {
  const gates = track.gates.filter(({ after }) => after === cell.stage.key);
  if (gates.length === 0) return undefined;
  const words = gates.map(({ name }) => name).join(' / ');
  const atRowEnd = wraps && cell.column === Math.min(track.perRow, track.stages.length) - 1;
  const atEnd = cell.index === track.stages.length - 1;
  const between = balanceText(words, smallSize, gap - 12, 9);
  const longest = Math.max(0, ...(words.match(/[\x21-\x7e]+/g) ?? []).map((word) => textWidth(word, smallSize)));
  const near = atEnd ? textWidth(words, smallSize) <= 8 + gateHalf * 2 : between.length <= 2 && longest <= gap - 12;
  const open = gates.every(({ held, needed }) => held >= needed);
  return {
    gates,
    words,
    near: near || atRowEnd,
    lines: atRowEnd ? [] : near && !atEnd ? between : balanceText(words, smallSize, atEnd ? box * 0.7 + 20 : gap + box * 0.6, 2),
    state: open ? 'open' : cell.stage.state === 'current' ? 'waiting' : 'ahead',
  };
}

function drawGate(shape: GateWords, at: Point, anchor: 'middle' | 'end', x: number, baseline: number): GateShape {
  const held = shape.gates.reduce((sum, gate) => sum + gate.held, 0);
  const needed = shape.gates.reduce((sum, gate) => sum + gate.needed, 0);
  const last = shape.lines.length - 1;
  return {
    ...at,
    gates: shape.gates,
    state: shape.state,
    count: `${held}/${needed}`,
    anchor,
    label: shape.lines.map((words, index) => ({ words, x, y: baseline - (last - index) * smallLeading })),
  };
}

/** One exit hangs straight under its box; several hang from one stem at the left, one below the other. */
function drawExits(cell: Cell, track: StageTrack, box: number, bottom: number, top: number): readonly ExitShape[] {
  const own = track.exits.filter(({ from }) => from === cell.stage.key);
  const single = own.length === 1;
  const stem = cell.x + box * (single ? 0.52 : 0.05);
  const widest = single ? box : box * 0.87;
  let y = top;
  return own.map((exit) => {
    const lines = balanceText(exit.name, smallSize, widest - 24, 2);
    const width = Math.min(widest, Math.max(64, Math.max(...lines.map((line) => textWidth(line, smallSize))) + 28));
    const height = lines.length * smallLeading + 8;
    const x = single ? Math.min(Math.max(stem - width / 2, cell.x), cell.x + box - width) : cell.x + box * 0.13;
    const points: Point[] = single
      ? [{ x: stem, y: bottom }, { x: stem, y }]
      : [{ x: stem, y: bottom }, { x: stem, y: y + height / 2 }, { x, y: y + height / 2 }];
    const shape = {
      exit, x, y, width, height, points,
      label: lines.map((words, at) => ({ words, x: x + width / 2, y: y + 16 + at * smallLeading })),
    };
    y += height + 8;
    return shape;
  });
}
