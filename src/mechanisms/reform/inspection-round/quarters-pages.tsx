import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MatterPage } from '#contract/shapes.ts';
import { worstFirst } from '#kernel/clock.ts';
import { fill, type Language, type Text } from '#kernel/words.ts';
import { call } from '#web/client.ts';
import { numberWords } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { Answered, Empty } from '#web/shell/faces.tsx';
import type { PanelProps } from '#web/slots.ts';
import { quarters, type Quarter } from '../inspection-words.ts';

const words = {
  title: { zh: '各单位各季度亮灯', en: 'Lights by unit and quarter' },
  help: { zh: '各季度督察报告时公布的红灯、黄灯任务数，以后的变化不改；点数字看现在的任务。', en: 'Red and yellow tasks as published with each quarterly report, and not changed since; a number opens the tasks as they are now.' },
  none: { zh: '各季度公布时都没有红灯、黄灯任务', en: 'No task was red or yellow in any quarter published' },
  unit: { zh: '牵头单位', en: 'Lead unit' },
  cell: { zh: '{unit}{quarter}：红灯{red}项，黄灯{yellow}项', en: '{unit}, {quarter}: {red} red, {yellow} yellow' },
  red: { zh: '红{count}', en: '{count} red' },
  yellow: { zh: '黄{count}', en: '{count} yellow' },
} as const satisfies Readonly<Record<string, Text>>;

interface Lights { readonly unit: string; readonly red?: number; readonly yellow?: number }

/** Units by quarter, from what the rounds of the year published: a unit that burned in several quarters shows at a glance. */
export function LightsByQuarter({ matter, speech }: PanelProps) {
  const { language } = speech;
  const year = String(matter.facts['period'] ?? '').slice(0, 4);
  const isPublished = matter.facts['lights'] !== undefined;
  const asked = useQuery({ queryKey: ['lights by quarter', year], queryFn: ({ signal }) => roundsOf(year, signal), enabled: isPublished });
  if (!isPublished) return null;
  return <Panel title={words.title[language]} flush><Answered of={asked}>{(rounds) => <Quarters rounds={rounds} language={language} />}</Answered></Panel>;
}

function Quarters({ rounds, language }: { readonly rounds: readonly MatterPage[]; readonly language: Language }) {
  const published = publishedIn(rounds);
  const shown = (Object.keys(quarters) as Quarter[]).filter((quarter) => published.has(quarter));
  const names = Object.assign({}, ...rounds.map((round) => round.names.units)) as Readonly<Record<string, string>>; // one object of all their names
  const nameOf = (unit: string) => names[unit] ?? unit;
  const units = [...new Set(shown.flatMap((quarter) => published.get(quarter)?.map(({ unit }) => unit) ?? []))]
    .map((unit) => ({ unit, by: shown.map((quarter) => published.get(quarter)?.find((row) => row.unit === unit)) }))
    .map((row) => ({ ...row, year: { red: sumOf(row.by, 'red'), yellow: sumOf(row.by, 'yellow') } }))
    .filter(({ year: { red, yellow } }) => red + yellow > 0)
    .toSorted((a, b) => worstFirst(a.year, b.year));
  if (units.length === 0) return <Empty title={words.none[language]} />;
  return (
    <>
      <p className="quiet panel-note">{words.help[language]}</p>
      <div className="rows-scroll" tabIndex={0} role="group" aria-label={words.title[language]}>
        <table className="plain">
          <thead><tr><th scope="col">{words.unit[language]}</th>{shown.map((quarter) => <th key={quarter} scope="col">{quarters[quarter][language]}</th>)}</tr></thead>
          <tbody>
            {units.map(({ unit, by }) => (
              <tr key={unit}>
                <th scope="row">{nameOf(unit)}</th>
                {by.map((row, at) => <td key={shown[at]}><Cell row={row} unit={nameOf(unit)} quarter={quarters[shown[at] ?? 'Q1']} language={language} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const sumOf = (by: readonly (Lights | undefined)[], light: 'red' | 'yellow') => by.reduce((sum, each) => sum + (each?.[light] ?? 0), 0);

function Cell({ row, unit, quarter, language }: { readonly row: Lights | undefined; readonly unit: string; readonly quarter: Text; readonly language: Language }) {
  const { red = 0, yellow = 0 } = row ?? {};
  if (row === undefined || red + yellow === 0) return <span className="quiet">—</span>;
  const told = [...(red > 0 ? [fill(words.red, { count: numberWords(red, language) })[language]] : []), ...(yellow > 0 ? [fill(words.yellow, { count: numberWords(yellow, language) })[language]] : [])].join(language === 'zh' ? ' ' : ', ');
  return <Link to="/matters/$mechanism" params={{ mechanism: 'task' }} search={{ unit: row.unit } as never} aria-label={fill(words.cell, { unit, quarter, red, yellow })[language]}>{told}</Link>;
}

/** The quarterly rounds of a year, whole: a list leaves small tables out. */
async function roundsOf(year: string, signal: AbortSignal): Promise<readonly MatterPage[]> {
  const mechanism = 'inspectionRound';
  const { rows } = await call('GET /api/matters/:mechanism', { params: { mechanism }, query: { size: '200', cols: 'period,kind' }, signal });
  const ids = rows.filter(({ facts }) => facts['kind'] === 'quarterly' && String(facts['period']).startsWith(year)).map(({ id }) => id);
  return Promise.all(ids.map((id) => call('GET /api/matters/:mechanism/:id', { params: { mechanism, id }, signal })));
}

/** What each of them published. */
function publishedIn(rounds: readonly MatterPage[]): ReadonlyMap<Quarter, readonly Lights[]> {
  return new Map(rounds.flatMap(({ facts }) => (Array.isArray(facts['lights']) ? [[String(facts['period']).slice(5) as Quarter, facts['lights'] as readonly Lights[]] as const] : [])));
}
