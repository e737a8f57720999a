import { Link, useParams, useSearch } from '@tanstack/react-router';
import { foundingFigures } from '#mechanisms/founding-figures.ts';
import { findMechanism, mechanisms } from '#mechanisms/mechanisms.ts';
import type { FigureAnswer, Snapshot } from '#contract/figure-shapes.ts';
import { factText } from '#kernel/kinds.ts';
import { isAlarming, printedWords, toPrinted, type Figure } from '#kernel/figure.ts';
import { queries, useAsk } from '#web/ask.ts';
import { address, call } from '#web/client.ts';
import { copy } from '#web/shell/copy.ts';
import { dayWords, numberWords, timeWords, useLanguage } from '#web/language.ts';
import { AsOf } from '#web/figures/figures.tsx';
import { Panel } from '#web/matter/page.tsx';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { Absent, Answered, Empty } from '#web/shell/faces.tsx';
import { Refused, useAttempt } from '#web/shell/sign-in.tsx';
import { tell } from '#web/shell/told.tsx';
import { useSpeech, useToday } from '#web/speech.ts';
import { useTitle } from '#web/title.ts';
import { useWords } from '#web/words.ts';

/** One figure: its answer on a day, what it means, every record behind it, and the answers kept as they were printed. */
export function FigurePage() {
  const t = useWords();
  const language = useLanguage();
  const today = useToday();
  const { figure: key } = useParams({ from: '/inside/kit/figures/$figure' });
  const search = useSearch({ from: '/inside/kit/figures/$figure' });
  const asOf = typeof search['asOf'] === 'string' ? search['asOf'] : today;
  const figure = mechanisms.flatMap((mechanism) => mechanism.figures).find((each) => each.key === key);
  const founding = foundingFigures.find(({ no }) => no === figure?.answers);
  const asked = useAsk('GET /api/figures/:key/records', { params: { key }, query: { asOf } }, { enabled: figure !== undefined, keep: true });
  const { problem, busy, run } = useAttempt();
  useTitle(figure?.name[language] ?? '');
  if (!figure) return <Absent />;
  const record = findMechanism(figure.mechanism)?.record;
  const keep = () => void run(async () => {
    await call('POST /api/figures/:key/snapshots', { params: { key }, body: { asOf } });
    await queries.invalidateQueries({ queryKey: ['GET /api/figures/:key/snapshots'] });
    tell(t('snapshotKept'));
  });
  return (
    <>
      <header className="page-head">
        <div>
          <p className="crumb"><Link to="/figures" search={asOf === today ? {} : { asOf }}>{t('figures')}</Link> · {record?.name[language]}</p>
          <h1>{figure.name[language]}</h1>
        </div>
        <AsOf to="/figures/$figure" asOf={asOf} figure={key} />
      </header>
      <Answered of={asked}>
        {({ answer, rows, names }) => (
          <>
            <section className="panel">
              <div className="panel-body figure-open">
                <p className="figure-number" aria-live="polite">
                  {answer.value === null ? '—' : numberWords(answer.value, language)}
                  <small className="figure-unit">{figure.unit[language]}</small>
                </p>
                <dl className="facts">
                  <div><dt>{t('definition')}</dt><dd>{figure.definition[language]}</dd></div>
                  <div><dt>{t('asOf')}</dt><dd>{answer.asOf}</dd></div>
                  {answer.base !== undefined && <div><dt>{t('smallBase')}</dt><dd>{t('smallBaseOf', { count: answer.base })}</dd></div>}
                  <div><dt>{t('among')}</dt><dd>{t('amongRecords', { count: answer.among })}</dd></div>
                  {answer.value !== null && 'count' in figure.measure && <div><dt>{t('inReports')}</dt><dd>{reportWords(answer.value, figure.unit.zh)}</dd></div>}
                  {figure.alarm && isAlarming(figure, answer) && <div><dt><span className="tag is-late">{t('figureAlarm')}</span></dt><dd>{figure.alarm.words[language]}</dd></div>}
                  {founding && <div><dt>{t('foundingText')}</dt><dd>{founding.printed}{answer.isAccepted !== undefined && <> <span className={`tag ${answer.isAccepted ? 'is-done' : 'is-waiting'}`}>{answer.isAccepted ? t('inRange') : t('outOfRange')}</span></>}</dd></div>}
                </dl>
                <p className="form-foot"><button type="button" className="button" disabled={busy} onClick={keep}>{t('keepSnapshot')}</button> <a className="button" href={address('GET /api/figures/:key/export', { key }, { asOf })} download>{t('exportFigure')}</a> <button type="button" className="button" onClick={() => void copy(reportText(figure, answer)).then((isDone) => isDone && tell(t('reportCopied')))}>{t('copyReport')}</button> <span className="quiet">{t('keepSnapshotHelp')}</span></p>
                <Refused problem={problem} />
              </div>
            </section>
            <Panel title={t('recordsBehind', { count: rows.length })} flush>
              {rows.length > 0 ? <Records mechanism={figure.mechanism} rows={rows} names={names} /> : answer.among > 0 ? <Empty title={t('recordsAllHidden', { count: answer.among })}>{t('recordsHiddenHelp')}</Empty> : <Empty title={t('noRecords')}>{t('noRecordsHelp')}</Empty>}
              {rows.length > 0 && rows.length < answer.among && <p className="quiet panel-note">{t('recordsHidden', { count: answer.among - rows.length })}</p>}
            </Panel>
          </>
        )}
      </Answered>
      <Snapshots figure={key} unit={figure.unit[language]} />
    </>
  );
}

function Records({ mechanism, rows, names }: { readonly mechanism: string; readonly rows: readonly import('#contract/shapes.ts').MatterRow[]; readonly names: import('#contract/shapes.ts').Names }) {
  const t = useWords();
  const language = useLanguage();
  const speech = useSpeech(names);
  const record = findMechanism(mechanism)?.record;
  const columns = (record?.list ?? []).filter((name) => name !== record?.title).slice(0, 4);
  return (
    <div className="rows-scroll">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{record?.facts[record.title]?.name[language]}</th>
            <th scope="col">{t('stage')}</th>
            {columns.map((name) => <th key={name} scope="col">{record?.facts[name]?.name[language]}</th>)}
            <th scope="col">{t('filedAt')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.number}</td>
              <th scope="row"><Link to="/matters/$mechanism/$id" params={{ mechanism, id: row.id }}>{row.title || t('untitled')}</Link></th>
              <td><StageTag record={record} stage={row.stage} /></td>
              {columns.map((name) => {
                const fact = record?.facts[name];
                return <td key={name}>{fact && factText(fact, row.facts[name], speech)}</td>;
              })}
              <td>{dayWords(row.filedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Snapshots({ figure, unit }: { readonly figure: string; readonly unit: string }) {
  const t = useWords();
  const language = useLanguage();
  const asked = useAsk('GET /api/figures/:key/snapshots', { params: { key: figure } });
  return (
    <Panel title={t('snapshots')} flush>
      <Answered of={asked}>
        {(kept) => (kept.length === 0 ? <Empty title={t('noSnapshots')}>{t('noSnapshotsHelp')}</Empty> : (
          <ul className="duties">
            {kept.map((each: Snapshot) => (
              <li key={each.id}>
                <strong>{each.value === null ? '—' : numberWords(each.value, language)} {unit}</strong>
                <span>{t('snapshotOf', { day: each.asOf, count: each.among })}</span>
                <span className="duty-unit">{each.by}</span>
                <time>{timeWords(each.computedAt)}</time>
              </li>
            ))}
          </ul>
        ))}
      </Answered>
    </Panel>
  );
}

/** The figure as a sentence for a document, in Chinese whatever the page's language: documents are written in it. */
function reportText(figure: Figure, { value, asOf, base }: FigureAnswer): string {
  const [year, month, day] = asOf.split('-').map(Number);
  const number = value === null ? '（记录过少，不作计算）' : 'count' in figure.measure ? reportWords(value, figure.unit.zh) : `${numberWords(value, 'zh')}${figure.unit.zh}`;
  return `截至${year}年${month}月${day}日，${figure.name.zh}${number}${base === undefined ? '' : `（上年基数${base}）`}（口径：${figure.definition.zh.replace(/。$/, '')}）。`;
}

function reportWords(value: number, unit: string): string {
  const { printed, qualifier } = toPrinted(value);
  return printedWords(printed, qualifier, unit);
}
