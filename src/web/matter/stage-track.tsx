import { useId } from 'react';
import type { Language } from '#kernel/words.ts';
import { layOutTrack } from '#web/matter/stage-track-layout.ts';
import { badgeRadius, gateHalf, type ExitShape, type GateShape, type Line, type Point, type ReturnShape, type StageBox, type StageState, type StageTrack as Track } from '#web/matter/stage-track-shapes.ts';
import './stage-track.css';

/** A matter's way through its mechanism: stages, gates, returns, exits, as a drawing and, for screen readers, as a list. */
export function StageTrack({ track, language }: { readonly track: Track; readonly language: Language }) {
  const id = useId();
  const layout = layOutTrack(track);
  return (
    <figure className="track">
      <svg
        className="track-drawing"
        role="img"
        aria-labelledby={`${id}title ${id}where`}
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
      >
        <title id={`${id}title`}>{track.title}</title>
        <desc id={`${id}where`}>{whereItStands(track, language)}</desc>
        {layout.returns.map((shape, index) => <ReturnPath key={index} shape={shape} />)}
        {layout.connectors.map(({ points, passed }, index) => (
          <g key={index} className={`track-connector${passed ? ' is-passed' : ''}`}>
            <path className="track-line" d={rounded(points)} />
            <path className="track-head" d={arrowHead(points)} />
          </g>
        ))}
        {layout.exits.map((shape, index) => <ExitPill key={index} shape={shape} />)}
        {layout.boxes.map((box) => <StageCard key={box.stage.key} box={box} />)}
        {layout.gates.map((shape, index) => <Gate key={index} shape={shape} />)}
      </svg>
      <ol className="hidden-words">
        {track.stages.map((stage) => <li key={stage.key}>{stageInWords(stage, track, language)}</li>)}
      </ol>
    </figure>
  );
}

function StageCard({ box }: { readonly box: StageBox }) {
  const { stage, badge } = box;
  return (
    <g className={`track-stage is-${stage.state}`}>
      <title>{[stage.name, stage.owner, stage.clock, stage.on].filter(Boolean).join('\n')}</title>
      <rect className="track-box" x={box.x} y={box.y} width={box.width} height={box.height} rx="8" />
      <circle className="track-badge" cx={badge.x} cy={badge.y} r={badgeRadius} />
      {stage.state === 'done' ? (
        <path className="track-check" d={check(badge, 1)} />
      ) : (
        <text className="track-number" x={badge.x} y={badge.y + 4}>
          {stage.state === 'skipped' ? '–' : box.number}
        </text>
      )}
      <Words className="track-name" lines={box.name} />
      <Words className="track-detail" lines={box.details} />
    </g>
  );
}

function Gate({ shape }: { readonly shape: GateShape }) {
  const { x, y } = shape;
  return (
    <g className={`track-gate is-${shape.state}`}>
      <title>{shape.gates.map(({ name, missing }) => [name, ...missing.map((each) => `· ${each}`)].join('\n')).join('\n')}</title>
      <path className="track-diamond" d={`M${x} ${y - gateHalf}l${gateHalf} ${gateHalf}l${-gateHalf} ${gateHalf}l${-gateHalf} ${-gateHalf}z`} />
      {shape.state === 'open' ? (
        <path className="track-check" d={check(shape, 1.2)} />
      ) : (
        <text className={shape.count.length > 3 ? 'track-count is-long' : 'track-count'} x={x} y={y + 4}>
          {shape.count}
        </text>
      )}
      <Words className={`track-gate-name anchor-${shape.anchor}`} lines={shape.label} />
    </g>
  );
}

function ReturnPath({ shape }: { readonly shape: ReturnShape }) {
  return (
    <g className="track-return">
      <title>{shape.return.name}</title>
      <path className="track-line" d={rounded(shape.points)} />
      <path className="track-head" d={arrowHead(shape.points)} />
      <Words className="track-return-name" lines={shape.label} />
    </g>
  );
}

function ExitPill({ shape }: { readonly shape: ExitShape }) {
  return (
    <g className={`track-exit${shape.exit.taken ? ' is-taken' : ''}${shape.exit.aside ? ' is-aside' : ''}`}>
      <title>{shape.exit.name}</title>
      <path className="track-line" d={rounded(shape.points)} />
      <path className="track-head" d={arrowHead(shape.points)} />
      <rect className="track-pill" x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx="12" />
      <Words className="track-exit-name" lines={shape.label} />
    </g>
  );
}

function Words({ className, lines }: { readonly className: string; readonly lines: readonly Line[] }) {
  return (
    <text className={className}>
      {lines.map(({ words, x, y }, index) => (
        <tspan key={index} x={x} y={y}>
          {words}
        </tspan>
      ))}
    </text>
  );
}

function check({ x, y }: Point, scale: number): string {
  return `M${x - 4.5 * scale} ${y}l${3.2 * scale} ${3.4 * scale}l${6 * scale} ${-6.8 * scale}`;
}

/** A path through the points, its corners rounded. */
function rounded(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before || !after) return `${before ? 'L' : 'M'}${point.x} ${point.y}`;
      const radius = Math.min(7, distance(before, point) / 2, distance(point, after) / 2);
      const start = towards(point, before, radius);
      const end = towards(point, after, radius);
      return `L${start.x} ${start.y}Q${point.x} ${point.y} ${end.x} ${end.y}`;
    })
    .join('');
}

/** The head stands on the last point: no marker elements, so no ids that two drawings on one page would share. */
function arrowHead(points: readonly Point[]): string {
  const [tail, tip] = points.slice(-2) as [Point, Point];
  const base = towards(tip, tail, 8);
  const across = { x: ((tip.y - base.y) / 8) * 4, y: ((tip.x - base.x) / 8) * 4 };
  return `M${tip.x} ${tip.y}L${base.x + across.x} ${base.y - across.y}L${base.x - across.x} ${base.y + across.y}z`;
}

function towards(from: Point, to: Point, length: number): Point {
  const share = length / (distance(from, to) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

const stateWords: Record<StageState, Record<Language, string>> = {
  done: { zh: '已完成', en: 'done' },
  current: { zh: '进行中', en: 'in progress' },
  ahead: { zh: '未到', en: 'ahead' },
  skipped: { zh: '已跳过', en: 'skipped' },
};

/** The whole drawing as sentences: where the matter stands, what it has behind it, what is before it, what is missing. */
function whereItStands(track: Track, language: Language): string {
  const zh = language === 'zh';
  const named = (state: StageState) => track.stages.filter((stage) => stage.state === state).map(({ name }) => name).join(zh ? '、' : ', ');
  const here = track.exits.find(({ isHere }) => isHere)?.name ?? track.stages.find(({ state }) => state === 'current')?.name;
  const [done, ahead] = [named('done'), named('ahead')];
  const missing = track.gates.flatMap((gate) => (gate.missing.length === 0 ? [] : [zh ? `“${gate.name}”尚缺：${gate.missing.join('、')}` : `“${gate.name}” still needs ${gate.missing.join(', ')}`]));
  const sentences = [
    ...(here === undefined ? [] : [zh ? `现处“${here}”` : `Now at “${here}”`]),
    ...(done === '' ? [] : [zh ? `已经过${done}` : `Behind it: ${done}`]),
    ...(ahead === '' ? [] : [zh ? `后面还有${ahead}` : `Still ahead: ${ahead}`]),
    ...missing,
  ];
  return sentences.map((sentence) => sentence + (zh ? '。' : '.')).join(zh ? '' : ' ');
}

function stageInWords(stage: Track['stages'][number], track: Track, language: Language): string {
  const zh = language === 'zh';
  const nameOf = (key: string) => track.stages.find((each) => each.key === key)?.name ?? key;
  const list = (words: readonly string[]) => words.join(zh ? '、' : ', ');
  const facts = [stateWords[stage.state][language], stage.owner, stage.clock, stage.on].filter((each) => each !== undefined);
  const sentences = [
    `${stage.name}${zh ? '：' : ': '}${facts.join(zh ? '，' : ', ')}`,
    ...track.gates
      .filter(({ after }) => after === stage.key)
      .map(({ name, held, needed, missing }) => {
        const count = zh ? `关口“${name}”：${needed} 项已满足 ${held} 项` : `Gate “${name}”: ${held} of ${needed} met`;
        return missing.length === 0 ? count : `${count}${zh ? '，尚缺' : ', missing '}${list(missing)}`;
      }),
    ...track.returns
      .filter(({ from }) => from === stage.key)
      .map(({ name, to }) => (zh ? `${name}：可退回“${nameOf(to)}”` : `${name}: may go back to “${nameOf(to)}”`)),
    ...track.exits
      .filter(({ from }) => from === stage.key)
      .map(({ name, taken, aside }) => {
        if (aside) return zh ? `${name}：${taken ? '曾转入此处' : '可转入此处'}` : `${name}: ${taken ? 'was here aside' : 'may go there aside'}`;
        if (taken) return zh ? `${name}：已由此终结` : `${name}: ended here`;
        return zh ? `${name}：可由此终结` : `${name}: may end here`;
      }),
  ];
  return sentences.map((sentence) => sentence + (zh ? '。' : '.')).join(zh ? '' : ' ');
}
