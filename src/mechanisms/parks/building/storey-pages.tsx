import { Link } from '@tanstack/react-router';
import { fill, type Text } from '#kernel/words.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { numberWords } from '#web/language.ts';
import type { PageSpeech } from '#web/speech.ts';
import { uses } from '../modes.ts';
import { boxOf, cutBy, type Point, type Shape, type Storey } from './floor-plan.ts';

const words = {
  said: { zh: '{unit}，{area}㎡，{use}，{state}', en: '{unit}, {area} ㎡, {use}, {state}' },
  whose: { zh: '，{tenant}', en: ', {tenant}' },
  goesOn: { zh: '（{unit}的上层）', en: ' (above: {unit})' },
  rest: { zh: '公共部分和没有登记的面积', en: 'Common parts, and what is not registered' },
  area: { zh: '{area}㎡', en: '{area} ㎡' },
} as const satisfies Readonly<Record<string, Text>>;

/** A unit as it is drawn. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly storey: number;
  /** ㎡ */
  readonly netArea: number;
  readonly stage: string;
  readonly use: string;
  readonly tenant: string | undefined;
}

/** What the colours tell. */
export type ColouredBy = 'state' | 'use';

interface StoreyPlanProps {
  readonly outline: Shape;
  readonly units: Storey<Unit>['units'];
  readonly by: ColouredBy;
  /** Pixels there are. */
  readonly width: number;
  readonly speech: PageSpeech;
}

/** Seen from above and the front: a metre to the back is drawn so much lower and so much to the right. */
const [flat, aslant] = [0.32, 0.2];
/** Pixels of a slab's edge. */
const thick = 5;
/** Pixels of a letter and a character, at the size the labels have. */
const [letter, character] = [7, 12];

/** One storey as a slab of the building's outline, cut into its units. */
export function StoreyPlan({ outline, units, by, width, speech }: StoreyPlanProps) {
  const { right, top } = boxOf(outline);
  const scale = Math.max(40, width) / (right + aslant * top);
  const high = flat * top * scale;
  const at = ([x, y]: Point): Point => [(x + aslant * y) * scale, high - flat * y * scale];
  const { pieces, rest } = cutBy(outline, units.map(({ share }) => share));
  return (
    <svg className="storey-plan" viewBox={`0 0 ${Math.ceil(width)} ${Math.ceil(high + thick + 1)}`} width={width} height={Math.ceil(high + thick + 1)} role="group">
      <path className="slab-edge" d={Array.from({ length: thick }, (_each, down) => pathOf(outline, at, down + 1)).join('')} />
      {rest !== undefined && <path className="slab-rest" fillRule="evenodd" d={pathOf(rest, at)}><title>{words.rest[speech.language]}</title></path>}
      {units.map(({ unit, isUpper }, nth) => <UnitPiece key={unit.id} unit={unit} isUpper={isUpper} piece={pieces[nth] ?? []} at={at} by={by} speech={speech} />)}
      {/* The links are named in full; what is written on them is for the eye. */}
      <g aria-hidden="true">{units.map(({ unit, isUpper }, nth) => <Label key={unit.id} unit={unit} isUpper={isUpper} piece={pieces[nth] ?? []} at={at} scale={scale} speech={speech} />)}</g>
    </svg>
  );
}

interface PieceProps {
  readonly unit: Unit;
  readonly isUpper: boolean;
  readonly piece: Shape;
  readonly at: (point: Point) => Point;
  readonly speech: PageSpeech;
}

function UnitPiece({ unit, isUpper, piece, at, by, speech }: PieceProps & { readonly by: ColouredBy }) {
  if (piece.length === 0) return null;
  const said = saidOf(unit, isUpper, speech);
  return (
    <Link to="/matters/$mechanism/$id" params={{ mechanism: 'floorUnit', id: unit.id }} className={`is-${by === 'state' ? unit.stage : unit.use}`} aria-label={said}>
      <path fillRule="evenodd" d={pathOf(piece, at)}><title>{said}</title></path>
    </Link>
  );
}

/** As many lines as there is room for: the number, the area, who is there. */
function Label({ unit, isUpper, piece, at, scale, speech }: PieceProps & { readonly scale: number }) {
  if (piece.length === 0) return null;
  const { left, right, bottom, top } = boxOf(piece);
  const [x, y] = at([(left + right) / 2, (bottom + top) / 2]);
  const { language } = speech;
  const room = (right - left) * scale - 8;
  const lines = [short(unit.name), isUpper ? '' : fill(words.area, { area: numberWords(unit.netArea, language) })[language], unit.tenant === undefined ? '' : cut(speech.matterName(unit.tenant), room)]
    .filter((line) => line !== '' && widthOf(line) <= room)
    .slice(0, Math.max(1, Math.floor(((top - bottom) * flat * scale) / 16)));
  return lines.map((line, nth) => <text key={line} x={x} y={y + (nth - (lines.length - 1) / 2) * 15 + 4} textAnchor="middle" className={nth === 0 ? 'is-name' : undefined}>{line}</text>);
}

function saidOf({ name, netArea, use, stage, tenant }: Unit, isUpper: boolean, speech: PageSpeech): string {
  const { language } = speech;
  const state = findMechanism('floorUnit')?.record.stages[stage]?.name ?? '';
  return fill(words.said, { unit: name, area: numberWords(netArea, language), use: uses[use as keyof typeof uses] ?? '—', state })[language]
    + (tenant === undefined ? '' : fill(words.whose, { tenant: speech.matterName(tenant) })[language])
    + (isUpper ? fill(words.goesOn, { unit: short(name) })[language] : '');
}

/** A number within the building: what all its units begin with is on the page already. */
function short(name: string): string {
  return name.split('-').at(-1) ?? name;
}

function widthOf(line: string): number {
  return [...line].reduce((sum, each) => sum + (each > '\u2e80' ? character : letter), 0);
}

function cut(line: string, room: number): string {
  if (widthOf(line) <= room) return line;
  const kept = [...line];
  while (kept.length > 0 && widthOf(`${kept.join('')}…`) > room) kept.pop();
  return kept.length < 4 ? '' : `${kept.join('')}…`;
}

function pathOf(shape: Shape, at: (point: Point) => Point, down = 0): string {
  return shape.map((ring) => `M${ring.map((point) => at(point)).map(([x, y]) => `${x.toFixed(1)} ${(y + down).toFixed(1)}`).join('L')}Z`).join('');
}
