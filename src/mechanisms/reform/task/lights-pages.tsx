import { Link } from '@tanstack/react-router';
import { lightsOf, lightWordsOf } from '#contract/light-words.ts';
import type { MatterRow } from '#contract/shapes.ts';
import { worstFirst } from '#kernel/clock.ts';
import { fill, type Text } from '#kernel/words.ts';
import { groupBy } from '#web/group-by.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { many, tidy } from '#web/register/address.ts';
import { AllAnswered, useAllRows, type AllRows } from '#web/register/all-rows.tsx';
import { Empty } from '#web/shell/faces.tsx';
import type { ViewProps } from '#web/slots.ts';
import { useUnits } from '#web/speech.ts';
import './task-views.css';

const words = {
  title: { zh: '各单位任务亮灯', en: 'Lights of the tasks by unit' },
  help: { zh: '一格一项任务，格中为序号；红灯多的单位在前。点格看任务，点单位看它的全部任务，点灯色只看这种灯。', en: 'One cell for each task, with its number; units with most red come first. A cell opens its task, a unit its tasks, a colour the tasks of that light.' },
  none: { zh: '没有符合条件的任务', en: 'No task fits' },
  noneHelp: { zh: '换一个年度或者清除筛选条件。', en: 'Choose another year or clear the filters.' },
  cell: { zh: '{seq} {title}：{light}，{why}', en: '{seq} {title}: {light}. {why}' },
  count: { zh: '{light} {count} 项', en: '{light}: {count}' },
  unit: { zh: '{unit}，{count} 项任务', en: '{unit}, {count} task(s)' },
  noUnit: { zh: '未定单位', en: 'No unit yet' },
} as const satisfies Readonly<Record<string, Text>>;

/** Units by tasks: a year of 139 tasks on one screen, each cell a task. */
export function TaskLights(props: ViewProps) {
  const language = useLanguage();
  const asked = useAllRows('task', props.search, { cols: 'seq,leadUnit,lightGround', order: 'seq' });
  return <AllAnswered of={asked} mechanism="task">{(all) => (all.rows.length === 0 ? <Empty title={words.none[language]}>{words.noneHelp[language]}</Empty> : <Matrix {...props} all={all} />)}</AllAnswered>;
}

function Matrix({ mechanism: { record }, search, change, all }: ViewProps & { readonly all: AllRows }) {
  const language = useLanguage();
  const lights = lightWordsOf(record);
  const shown = lightsOf(record).map((light) => ({ light, count: all.rows.filter((row) => row.light === light).length })).filter(({ count }) => count > 0);
  const picked = many(search['light']);
  return (
    <div className="task-view">
      <p className="quiet">{words.help[language]}</p>
      <p className="lamp-legend">
        {shown.map(({ light, count }) => (
          <button key={light} type="button" className="stage-chip" aria-pressed={picked.includes(light)} onClick={() => change({ light: picked.includes(light) ? undefined : [light] })}>
            <span className={`lamp is-${light}`} aria-hidden="true" /> {fill(words.count, { light: lights[light], count: numberWords(count, language) })[language]}
          </button>
        ))}
      </p>
      <ol className="lamp-units" aria-label={words.title[language]}>{byUnit(all.rows).map(({ unit, rows }) => <UnitRow key={unit} unit={unit} rows={rows} all={all} lights={lights} search={search} />)}</ol>
    </div>
  );
}

function UnitRow({ unit, rows, all, lights, search }: Pick<ViewProps, 'search'> & { readonly unit: string; readonly rows: readonly MatterRow[]; readonly all: AllRows; readonly lights: ReturnType<typeof lightWordsOf> }) {
  const language = useLanguage();
  const known = useUnits().find(({ id }) => id === unit);
  const name = unit === '' ? words.noUnit[language] : (known?.shortName ?? all.names.units[unit] ?? unit);
  return (
    <li>
      {unit === '' ? <span className="lamp-unit">{name}</span> : <Link className="lamp-unit" to="/matters/$mechanism" params={{ mechanism: 'task' }} search={tidy({ ...search, saved: 'all', view: undefined, unit })} aria-label={fill(words.unit, { unit: name, count: rows.length })[language]}>{name}</Link>}
      <span className="lamp-cells">
        {rows.map((row) => {
          const seq = String(row.facts['seq'] ?? '·');
          const told = fill(words.cell, { seq, title: row.title, light: lights[row.light], why: String(row.facts['lightGround'] ?? '') })[language];
          return <Link key={row.id} className={`lamp is-${row.light}`} to="/matters/$mechanism/$id" params={{ mechanism: 'task', id: row.id }} aria-label={told} title={told}>{seq}</Link>;
        })}
      </span>
    </li>
  );
}

/** Units with their tasks, those that burn most first. */
function byUnit(rows: readonly MatterRow[]): readonly { readonly unit: string; readonly rows: readonly MatterRow[] }[] {
  return [...groupBy(rows, (row) => String(row.facts['leadUnit'] ?? ''))]
    .map(([unit, of]) => ({ unit, rows: of, lit: Object.fromEntries([...groupBy(of, ({ light }) => light)].map(([light, same]) => [light, same.length])) }))
    .toSorted((a, b) => worstFirst(a.lit, b.lit) || b.rows.length - a.rows.length);
}
