import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { MatterList } from '#contract/shapes.ts';
import type { Place } from '#kernel/fact.ts';
import { bracketed, fill, verbatim, type Language, type Text } from '#kernel/words.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { useAsk } from '#web/ask.ts';
import { MatterLink } from '#web/facts/matter-link.tsx';
import { numberWords } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { useWidth } from '#web/shell/width.ts';
import type { PanelProps } from '#web/slots.ts';
import { speechOf, type PageSpeech } from '#web/speech.ts';
import { uses } from '../modes.ts';
import { footprint, plainFootprint, storeysOf, type Storey } from './floor-plan.ts';
import { StoreyPlan, type ColouredBy, type Unit } from './storey-pages.tsx';

const words = {
  title: { zh: '楼层图', en: 'Floors' },
  help: { zh: '每层按楼宇登记的轮廓画，各单元按净面积占比划分，只是示意，不代表实际位置；大于一层的单元从登记的楼层起往上画。点开看单元。', en: 'Each storey in the registered outline, cut into its units by their net area: a sketch, not where they lie. A unit larger than a storey is drawn from its own upwards. Each opens.' },
  noOutline: { zh: '楼宇还没有登记轮廓，先按长方形画。', en: 'No outline is registered yet; a rectangle stands for it.' },
  storey: { zh: '{storey}层', en: 'Floor {storey}' },
  empty: { zh: '没有登记单元', en: 'no units registered' },
  storeys: { zh: '{from}至{to}层', en: 'Floors {from} to {to}' },
  colouredBy: { zh: '按什么着色', en: 'Coloured by' },
  state: { zh: '状态', en: 'State' },
  use: { zh: '用途', en: 'Use' },
  table: { zh: '单元一览', en: 'The units' },
  unit: { zh: '单元', en: 'Unit' },
  level: { zh: '楼层', en: 'Storey' },
  area: { zh: '净面积（㎡）', en: 'Net area (㎡)' },
  tenant: { zh: '入驻企业', en: 'Tenant' },
  none: { zh: '还没有厂房单元', en: 'No units yet' },
  noneHelp: { zh: '在“厂房单元”里按图纸登记本栋的单元，就会画在这里。', en: 'Register the units of this building from its drawings under “Units”, and they are drawn here.' },
  more: { zh: '只画出前{count}个单元。', en: 'Only the first {count} units are drawn.' },
} as const satisfies Readonly<Record<string, Text>>;

type Row = MatterList['rows'][number];
const most = 200;
const states = ['drawn', 'vacant', 'occupied'] as const;

/** A building storey by storey, the highest on top: what is let, what is not, what for, and who is where. */
export function FloorPlans({ matter, speech: { language } }: PanelProps) {
  // Filters by fact are named by the register, so no type can list them.
  const asked = useAsk('GET /api/matters/:mechanism', { params: { mechanism: 'floorUnit' }, query: { 'f.building': matter.id, stage: [...states], size: String(most), order: 'unitNo', cols: 'unitNo,storey,netArea,use,tenant' } as never });
  return (
    <Panel title={words.title[language]}>
      <Answered of={asked}>{(found) => (found.rows.length === 0 ? <Empty title={words.none[language]}>{words.noneHelp[language]}</Empty> : <Plans found={found} building={matter.facts} language={language} />)}</Answered>
    </Panel>
  );
}

function Plans({ found: { rows, total, names }, building, language }: { readonly found: MatterList; readonly building: Readonly<Record<string, unknown>>; readonly language: Language }) {
  const [by, setBy] = useState<ColouredBy>('state');
  const [place, width] = useWidth<HTMLDivElement>();
  const [storeys, floorArea] = [Number(building['storeys'] ?? 1), Number(building['floorArea'] ?? 0)];
  const outline = footprint(building['place'] as Place | undefined);
  const units = rows.map((row) => unitOf(row, names));
  const speech = speechOf(names, language);
  return (
    <>
      <p className="quiet">{words.help[language]}{outline === undefined && ` ${words.noOutline[language]}`}</p>
      <p className="floor-bar">
        <label className="inline-label">
          {words.colouredBy[language]}{' '}
          <select className="control" value={by} onChange={(event) => setBy(event.target.value as ColouredBy)}>
            {(['state', 'use'] as const).map((each) => <option key={each} value={each}>{words[each][language]}</option>)}
          </select>
        </label>
        <Key units={units} by={by} language={language} />
      </p>
      <div ref={place}>
        {width !== undefined && (
          <ol className="floor-plans">
            {folded(storeysOf(units, { storeys, floorArea })).map((part) => (
              <li key={part.from}>
                <span>{part.from === part.to ? fill(words.storey, { storey: part.from })[language] : fill(words.storeys, { from: part.from, to: part.to })[language]}</span>
                {part.units.length === 0 ? <span className="quiet">{words.empty[language]}</span> : <StoreyPlan outline={outline ?? plainFootprint(floorArea / Math.max(1, storeys))} units={part.units} by={by} width={Math.min(560, width - 56)} speech={speech} />}
              </li>
            ))}
          </ol>
        )}
      </div>
      <UnitTable units={units} speech={speech} language={language} />
      {total > rows.length && <p className="quiet">{fill(words.more, { count: most })[language]}</p>}
    </>
  );
}

function Key({ units, by, language }: { readonly units: readonly Unit[]; readonly by: ColouredBy; readonly language: Language }) {
  const names: readonly (readonly [string, Text])[] = by === 'state' ? states.map((state) => [state, findMechanism('floorUnit')?.record.stages[state]?.name ?? verbatim(state)]) : Object.entries(uses);
  const counted = names.map(([key, name]) => ({ key, name, count: units.filter((unit) => (by === 'state' ? unit.stage : unit.use) === key).length })).filter(({ count }) => by === 'state' || count > 0);
  return <span className="floor-key">{counted.map(({ key, name, count }) => <span key={key} className={`is-${key}`}>{bracketed(name[language], count, language)}</span>)}</span>;
}

function UnitTable({ units, speech, language }: { readonly units: readonly Unit[]; readonly speech: PageSpeech; readonly language: Language }) {
  return (
    <div className="rows-scroll" role="group" aria-label={words.table[language]} tabIndex={0}>
      <table className="plain unit-table" aria-label={words.table[language]}>
        <thead><tr><th scope="col">{words.unit[language]}</th><th scope="col" className="is-number">{words.level[language]}</th><th scope="col" className="is-number">{words.area[language]}</th><th scope="col">{words.use[language]}</th><th scope="col">{words.state[language]}</th><th scope="col">{words.tenant[language]}</th></tr></thead>
        <tbody>
          {units.map(({ id, name, storey, netArea, use, stage, tenant }) => (
            <tr key={id}>
              <th scope="row"><Link to="/matters/$mechanism/$id" params={{ mechanism: 'floorUnit', id }}>{name}</Link></th>
              <td className="is-number">{storey}</td>
              <td className="is-number">{numberWords(netArea, language)}</td>
              <td>{uses[use as keyof typeof uses]?.[language] ?? '—'}</td>
              <td><StageTag record={findMechanism('floorUnit')?.record} stage={stage} /></td>
              <td>{tenant === undefined ? '—' : <MatterLink mechanism="enterprise" id={tenant} speech={speech} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly units: Storey<Unit>['units'];
}

/** Storeys without a unit that lie together take one line. */
function folded(storeys: readonly Storey<Unit>[]): readonly Part[] {
  const parts: Part[] = [];
  for (const { storey, units } of storeys) {
    const above = parts.at(-1);
    if (units.length === 0 && above?.units.length === 0) parts[parts.length - 1] = { ...above, from: storey };
    else parts.push({ from: storey, to: storey, units });
  }
  return parts;
}

function unitOf({ id, title, stage, facts }: Row, names: MatterList['names']): Unit {
  const tenant = facts['tenant'] === undefined ? undefined : String(facts['tenant']);
  return { id, name: title, storey: Number(facts['storey'] ?? 1), netArea: Number(facts['netArea'] ?? 0), stage, use: String(facts['use'] ?? ''), tenant: tenant !== undefined && names.matters[tenant] ? tenant : undefined };
}
