import { lazy, Suspense, useState } from 'react';
import { Input } from 'antd';
import type { Place } from '#kernel/fact.ts';
import type { FactInput, InputProps, ShowProps } from '#web/facts/fact-input.ts';
import { cornersIn } from '#web/facts/place-drawing.ts';
import { usePlaceWords } from '#web/facts/place-words.ts';
import { areaPath, boundsOf, projectionOf } from '#web/register/projection.ts';
import { Waiting } from '#web/shell/faces.tsx';
import { useWords } from '#web/words.ts';

/** A place: typed or pasted, or drawn on our own map; shown as a point in its degrees, or an area in outline with its corners below. */
export const place: FactInput = { wide: true, Input: PlaceInput, Show: ShowPlace };

// Loaded by whoever draws.
const PlaceMap = lazy(async () => ({ default: (await import('#web/facts/place-map.tsx')).PlaceMap }));

function PlaceInput({ id, typed, invalid, describedBy, onTyped }: InputProps) {
  const w = usePlaceWords();
  const [isOpen, setOpen] = useState(false);
  const [isArea, setArea] = useState(() => cornersIn(typed).length !== 1);
  const words = String(typed ?? '');
  return (
    <div className="place-input">
      <Input.TextArea
        id={id}
        value={words}
        rows={words.includes('\n') ? 6 : 1}
        placeholder="120.45,36.39"
        aria-describedby={[describedBy, `${id}-how`].filter(Boolean).join(' ')}
        aria-invalid={invalid}
        status={invalid ? 'error' : ''}
        onChange={(event) => onTyped(event.target.value)}
      />
      <p className="entry-help" id={`${id}-how`}>{w('typedHelp')}</p>
      <p className="place-choice">
        <button type="button" className="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{w(isOpen ? 'close' : 'draw')}</button>
        {isOpen && (
          <span className="chips" role="group" aria-label={w('shape')}>
            {([['point', false], ['area', true]] as const).map(([name, of]) => <button key={name} type="button" className="chip" aria-pressed={isArea === of} onClick={() => setArea(of)}>{w(name)}</button>)}
          </span>
        )}
      </p>
      {isOpen && <Suspense fallback={<Waiting />}><PlaceMap typed={typed} isArea={isArea} onTyped={onTyped} /></Suspense>}
    </div>
  );
}

const side = 120;

function ShowPlace({ value, isOnPaper = false }: ShowProps) {
  const t = useWords();
  const shape = value as Place;
  if (shape.type === 'Point') return <span className="numbers">{shape.coordinates.join(', ')}</span>;
  const rings = shape.coordinates;
  const corners = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  const { at, frame: { left, top, width, height } } = projectionOf(boundsOf([shape], 0), side, side);
  return (
    <div className="outline">
      <svg viewBox={`${left - 2} ${top - 2} ${width + 4} ${height + 4}`} width={width + 4} height={height + 4} role="img" aria-label={t('areaOf', { count: corners })}>
        <path d={areaPath(rings, at)} fillRule="evenodd" />
      </svg>
      <details open={isOnPaper}>
        <summary>{t('areaOf', { count: corners })}</summary>
        <ol className="numbers">{rings.flatMap((ring) => ring.slice(0, -1)).map(([east, north], index) => <li key={index}>{`${east}, ${north}`}</li>)}</ol>
      </details>
    </div>
  );
}
