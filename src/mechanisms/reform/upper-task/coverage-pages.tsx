import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { lightWordsOf } from '#contract/light-words.ts';
import type { MatterRow, Names } from '#contract/shapes.ts';
import { fill, type Text } from '#kernel/words.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { useAsk } from '#web/ask.ts';
import { useLanguage } from '#web/language.ts';
import { LightMark } from '#web/matter/light.tsx';
import { filtersIn, one } from '#web/register/address.ts';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { AllAnswered, useAllRows, type AllRows } from '#web/register/all-rows.tsx';
import { Empty } from '#web/shell/faces.tsx';
import type { ViewProps } from '#web/slots.ts';
import { speechOf, useUnits } from '#web/speech.ts';
import './coverage.css';

const words = {
  title: { zh: '上级任务承接对照', en: 'Coverage of what is set above' },
  down: { zh: '由上而下：条目落到哪些任务', en: 'From above: what carries each clause out' },
  up: { zh: '由下而上：任务出自哪些条目', en: 'From below: what each task answers' },
  direction: { zh: '对照方向', en: 'Direction' },
  told: { zh: '条目 {all} 条，已承接 {taken} 条，不适用 {na} 条，待承接 {open} 条。', en: '{all} clauses: {taken} taken up, {na} not applicable, {open} open.' },
  rate: { zh: '承接率的口径和记录', en: 'The rate of coverage, its meaning and records' },
  programme: { zh: '上级部署', en: 'Programme' },
  clause: { zh: '条目', en: 'Clause' },
  due: { zh: '上级时限', en: 'Limit above' },
  tasks: { zh: '本区任务', en: 'Tasks here' },
  state: { zh: '承接情况', en: 'Stands' },
  task: { zh: '改革任务', en: 'Task' },
  unit: { zh: '牵头单位', en: 'Lead unit' },
  answers: { zh: '上级条目', en: 'Clauses above' },
  own: { zh: '本区自定', en: 'Set here' },
  left: { zh: '还没有落到任务', en: 'No task yet' },
  none: { zh: '没有符合条件的上级条目', en: 'No clause fits' },
  noneHelp: { zh: '先登记上级部署、分解条目，或者清除筛选条件。', en: 'Register a programme and break it down first, or clear the filters.' },
} as const satisfies Readonly<Record<string, Text>>;

/** Mandates and tasks side by side, walked both ways: no clause without a task or a signature, no task whose origin is unclear. */
export function Coverage({ mechanism, search, change }: ViewProps) {
  const language = useLanguage();
  const isDown = one(search, 'direction') !== 'up';
  const clauses = useAllRows('upperTask', search, { cols: 'clauseNo,programmeTitle,level,dueText,tasks,naReason', order: 'filedAt' });
  const tasks = useAllRows('task', {}, { cols: 'code,leadUnit,upperTasks', order: 'seq' });
  return (
    <AllAnswered of={clauses} mechanism="upperTask">
      {(found) => inOrder(found, (above) => (above.rows.length === 0 ? <Empty title={words.none[language]}>{words.noneHelp[language]}</Empty> : (
        <AllAnswered of={tasks} mechanism="task">
          {(here) => (
            <div className="coverage">
              <p>
                <Counted search={search} />
                <Link to="/figures/$figure" params={{ figure: 'upperTask.coverage' }} search={{}}>{words.rate[language]}</Link>
              </p>
              <p className="radios" role="radiogroup" aria-label={words.direction[language]}>
                <label><input type="radio" name="direction" checked={isDown} onChange={() => change({ direction: undefined })} />{words.down[language]}</label>
                <label><input type="radio" name="direction" checked={!isDown} onChange={() => change({ direction: 'up' })} />{words.up[language]}</label>
              </p>
              <div className="rows-scroll" tabIndex={0} role="region" aria-label={words.title[language]}>{isDown ? <Down mechanism={mechanism} above={above} here={here} /> : <Up above={above} here={here} />}</div>
            </div>
          )}
        </AllAnswered>
      )))}
    </AllAnswered>
  );
}

/** Clauses of one programme together, by their numbers. */
function inOrder(found: AllRows, show: (ordered: AllRows) => ReactNode): ReactNode {
  const number = (row: MatterRow) => String(row.facts['clauseNo'] ?? '');
  const programmes = [...new Set(found.rows.map((row) => row.facts['programmeTitle']))];
  const rows = programmes.flatMap((programme) => found.rows.filter((row) => row.facts['programmeTitle'] === programme).toSorted((a, b) => number(a).localeCompare(number(b), 'zh-CN', { numeric: true })));
  return show({ ...found, rows });
}

const idsIn = (row: MatterRow, fact: string) => (row.facts[fact] ?? []) as readonly string[]; // a fact of that kind

/** How the clauses stand, counted by the server: however many the table holds. */
function Counted({ search }: Pick<ViewProps, 'search'>) {
  const language = useLanguage();
  const columns = useAsk('GET /api/matters/:mechanism/board', { params: { mechanism: 'upperTask' }, query: filtersIn(search) }).data?.columns;
  if (columns === undefined) return null;
  const at = (...stages: readonly string[]) => columns.reduce((sum, { stage, total }) => sum + (stages.length === 0 || stages.includes(stage) ? total : 0), 0);
  return <>{fill(words.told, { all: at(), taken: at('mapped'), na: at('notApplicable'), open: at('open', 'naProposed') })[language]} </>;
}

function Down({ mechanism: { record }, above, here }: Pick<ViewProps, 'mechanism'> & { readonly above: AllRows; readonly here: AllRows }) {
  const language = useLanguage();
  const byId = new Map(here.rows.map((row) => [row.id, row]));
  return (
    <table className="plain">
      <thead><tr>{[words.programme, words.clause, words.due, words.tasks, words.state].map((name) => <th key={name.en} scope="col">{name[language]}</th>)}</tr></thead>
      <tbody>
        {above.rows.map((row, at) => {
          const programme = String(row.facts['programmeTitle'] ?? '');
          const isNew = at === 0 || above.rows[at - 1]?.facts['programmeTitle'] !== programme;
          const rowSpan = above.rows.slice(at).findIndex((other) => other.facts['programmeTitle'] !== programme);
          return (
            <tr key={row.id}>
              {isNew && <th scope="rowgroup" rowSpan={rowSpan < 0 ? above.rows.length - at : rowSpan}>{programme}</th>}
              <td><Link to="/matters/$mechanism/$id" params={{ mechanism: 'upperTask', id: row.id }}>{[row.facts['clauseNo'], row.title].filter(Boolean).join(' ')}</Link></td>
              <td>{String(row.facts['dueText'] ?? '')}</td>
              <td>{idsIn(row, 'tasks').length === 0 ? <span className="quiet">{String(row.facts['naReason'] ?? words.left[language])}</span> : <ul className="coverage-ties">{idsIn(row, 'tasks').map((id) => <li key={id}><Task row={byId.get(id)} label={above.names.matters[id]?.title ?? id} /></li>)}</ul>}</td>
              <td><StageTag record={record} stage={row.stage} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A task with where it stands; its name alone where this reader may not see it. */
function Task({ row, label }: { readonly row: MatterRow | undefined; readonly label: string }) {
  const record = findMechanism('task')?.record;
  const unit = useUnits().find(({ id }) => id === row?.facts['leadUnit']);
  if (!row || !record) return <span>{label}</span>;
  return <><Link to="/matters/$mechanism/$id" params={{ mechanism: 'task', id: row.id }}>{[row.facts['code'], row.title].filter(Boolean).join(' ')}</Link> <span className="quiet">{unit?.shortName ?? unit?.name}</span> <LightMark light={row.light} words={lightWordsOf(record)} /></>;
}

function Up({ above, here }: { readonly above: AllRows; readonly here: AllRows }) {
  const language = useLanguage();
  const record = findMechanism('task')?.record;
  const byId = new Map(above.rows.map((row) => [row.id, row]));
  return (
    <table className="plain">
      <thead><tr>{[words.task, words.answers, words.state].map((name) => <th key={name.en} scope="col">{name[language]}</th>)}</tr></thead>
      <tbody>
        {here.rows.map((row) => {
          const clauses = idsIn(row, 'upperTasks');
          return (
            <tr key={row.id}>
              <th scope="row"><Task row={row} label={row.title} /></th>
              <td>{clauses.length === 0 ? <span className="quiet">{words.own[language]}</span> : <ul className="coverage-ties">{clauses.map((id) => <li key={id}><Clause id={id} row={byId.get(id)} names={here.names} /></li>)}</ul>}</td>
              <td><StageTag record={record} stage={row.stage} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A clause by its programme and number; no link where this reader may not open it. */
function Clause({ id, row, names }: { readonly id: string; readonly row: MatterRow | undefined; readonly names: Names }) {
  const language = useLanguage();
  const { matterName, leadsTo } = speechOf(names, language);
  const said = row ? [row.facts['programmeTitle'], row.facts['clauseNo'], row.title].filter(Boolean).join(' ') : matterName(id);
  return row || leadsTo(id) ? <Link to="/matters/$mechanism/$id" params={{ mechanism: 'upperTask', id }}>{said}</Link> : <span>{said}</span>;
}
