import { Link } from '@tanstack/react-router';
import type { MatterList } from '#contract/shapes.ts';
import { bracketed, fill, type Language, type Text } from '#kernel/words.ts';
import { useAsk } from '#web/ask.ts';
import { numberWords } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { Answered, Empty } from '#web/shell/faces.tsx';
import type { PanelProps } from '#web/slots.ts';

const words = {
  title: { zh: '楼层图', en: 'Floors' },
  help: { zh: '每格一个厂房单元，宽度按净面积；点开看单元和入驻企业。', en: 'One box a unit, as wide as its net area; it opens onto the unit and its tenant.' },
  storey: { zh: '{storey}层', en: 'Floor {storey}' },
  drawn: { zh: '图纸审定', en: 'drawn' },
  vacant: { zh: '待租售', en: 'to let' },
  occupied: { zh: '已入驻', en: 'occupied' },
  unit: { zh: '{unit}，{area}㎡，{state}', en: '{unit}, {area} ㎡, {state}' },
  tenant: { zh: '，{tenant}', en: ', {tenant}' },
  none: { zh: '还没有厂房单元', en: 'No units yet' },
  noneHelp: { zh: '在“厂房单元”里按图纸登记本栋的单元，就会画在这里。', en: 'Register the units of this building from its drawings under “Units”, and they are drawn here.' },
  more: { zh: '只画出前{count}个单元。', en: 'Only the first {count} units are drawn.' },
} as const satisfies Readonly<Record<string, Text>>;

type Unit = MatterList['rows'][number];

const most = 200;
const states = ['drawn', 'vacant', 'occupied'] as const;

/** The units of a building storey by storey, the highest on top: what is let, what is not, and who is where. */
export function FloorStack({ matter, speech: { language } }: PanelProps) {
  // Filters by fact are named by the register, so no type can list them.
  const asked = useAsk('GET /api/matters/:mechanism', { params: { mechanism: 'floorUnit' }, query: { 'f.building': matter.id, stage: [...states], size: String(most), order: 'unitNo' } as never });
  return (
    <Panel title={words.title[language]}>
      <Answered of={asked}>{(found) => (found.rows.length === 0 ? <Empty title={words.none[language]}>{words.noneHelp[language]}</Empty> : <Storeys found={found} language={language} />)}</Answered>
    </Panel>
  );
}

function Storeys({ found: { rows: units, total, names }, language }: { readonly found: MatterList; readonly language: Language }) {
  const storeys = [...new Set(units.map(storeyOf))].toSorted((a, b) => b - a);
  const widest = Math.max(...storeys.map((storey) => units.filter((unit) => storeyOf(unit) === storey).reduce((sum, unit) => sum + areaOf(unit), 0)));
  return (
    <>
      <p className="quiet">{words.help[language]}</p>
      <ol className="floor-stack">
        {storeys.map((storey) => (
          <li key={storey}>
            <span>{fill(words.storey, { storey })[language]}</span>
            <ul>
              {units.filter((unit) => storeyOf(unit) === storey).map((unit) => (
                <li key={unit.id} className={`is-${unit.stage}`} style={{ width: `${(areaOf(unit) / widest) * 100}%` }}>
                  <UnitLink unit={unit} tenant={names.matters[String(unit.facts['tenant'] ?? '')]?.title} language={language} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p className="floor-key">{states.map((state) => <span key={state} className={`is-${state}`}>{bracketed(words[state][language], units.filter(({ stage }) => stage === state).length, language)}</span>)}</p>
      {total > units.length && <p className="quiet">{fill(words.more, { count: most })[language]}</p>}
    </>
  );
}

function UnitLink({ unit, tenant, language }: { readonly unit: Unit; readonly tenant: string | undefined; readonly language: Language }) {
  const state = words[unit.stage as (typeof states)[number]];
  const said = fill(words.unit, { unit: unit.title, area: numberWords(areaOf(unit), language), state })[language] + (tenant === undefined ? '' : fill(words.tenant, { tenant })[language]);
  return <Link to="/matters/$mechanism/$id" params={{ mechanism: 'floorUnit', id: unit.id }} title={said} aria-label={said}>{unit.title.split('-').at(-1)}</Link>;
}

function storeyOf({ facts }: Unit): number {
  return Number(facts['storey'] ?? 0);
}

function areaOf({ facts }: Unit): number {
  return Number(facts['netArea'] ?? 0);
}
