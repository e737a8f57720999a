import { useEffect, useId, useState } from 'react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import type { ImportReport } from '#contract/import-shapes.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { forgetAnswers, queries, useAsk } from '#web/ask.ts';
import { address, call, upload } from '#web/client.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { findRegister, registers } from '#web/registers.ts';
import { mayImport, useSignedIn } from '#web/session.ts';
import { Absent, Answered, Empty } from '#web/shell/faces.tsx';
import { Refused, useAttempt } from '#web/shell/sign-in.tsx';
import { tell } from '#web/shell/told.tsx';
import { useTitle } from '#web/title.ts';
import { useWords } from '#web/words.ts';

/** Fills a register from a spreadsheet: first a report that changes nothing, then the good rows, and a way back. */
export function ImportPage() {
  const t = useWords();
  const language = useLanguage();
  const { mechanism: key } = useParams({ from: '/inside/kit/imports/$mechanism' });
  const { id } = useSearch({ from: '/inside/kit/imports/$mechanism' });
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const mechanism = findMechanism(key);
  const open = (importId: string | undefined, of = key) => void navigate({ to: '/imports/$mechanism', params: { mechanism: of }, search: importId ? { id: importId } : {} });
  useTitle(t('importing'));
  const register = findRegister(key);
  const choices = registers.filter((each) => mayImport(each, signedIn));
  if (!mechanism || !register) return <Absent />;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('importInto', { register: mechanism.record.name[language] })}</h1>
          <p className="page-sub">{t('importHelp')}</p>
        </div>
        {choices.length > 0 && <div className="page-actions">
          <label className="inline-label">
            {t('register')}{' '}
            <select className="control" value={key} onChange={(event) => open(undefined, event.target.value)}>
              {choices.map((each) => <option key={each.key} value={each.key}>{each.name[language]}</option>)}
            </select>
          </label>
        </div>}
      </header>
      {mayImport(register, signedIn) ? <ChooseFile mechanism={mechanism} open={open} /> : <section className="panel"><Empty title={t('mayNotImport')}>{t('mayNotImportHelp')}</Empty></section>}
      {typeof id === 'string' && <Report mechanism={mechanism} id={id} again={() => open(undefined)} />}
    </>
  );
}

function ChooseFile({ mechanism, open }: { readonly mechanism: AnyMechanism; readonly open: (id: string) => void }) {
  const t = useWords();
  const language = useLanguage();
  const id = useId();
  const { key } = mechanism.record;
  const isPlaced = Object.values(mechanism.record.facts).some(({ kind }) => kind === 'place');
  const [share, setShare] = useState<number>();
  const [isOver, setOver] = useState(false);
  const { problem, busy, run } = useAttempt();
  const check = (files: readonly File[]) =>
    void run(async () => {
      const [file] = files;
      if (!file) return;
      const report = await upload<ImportReport>(address('POST /api/imports/:mechanism', { mechanism: key }), [file], setShare);
      queries.setQueryData(['GET /api/imports/:id', { id: report.id }, null], report);
      open(report.id);
    }).finally(() => setShare(undefined));
  return (
    <Panel title={t('chooseSheet')} more={<a href={address('GET /api/matters/:mechanism/template', { mechanism: key })} download>{t('template')}</a>}>
      <div className={isOver ? 'upload is-over' : 'upload'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={(event) => { event.preventDefault(); setOver(false); check([...event.dataTransfer.files]); }}>
        <p className="upload-ways">
          <span className="button is-primary upload-button">
            <label htmlFor={id}>{t('chooseFile')}</label>
            <input id={id} type="file" accept={isPlaced ? '.xlsx,.csv,.geojson,.json' : '.xlsx,.csv'} disabled={busy} onChange={(event) => { const files = [...(event.target.files ?? [])]; event.target.value = ''; check(files); }} />
          </span>
          <span className="upload-hint">{t(isPlaced ? 'sheetOrMapHint' : 'sheetHint')}</span>
        </p>
        {busy && <p role="status"><progress max={1} value={share} aria-label={t('checking')} /> {share !== undefined && share < 1 ? t('uploading', { share: numberWords(share * 100, language, 0) }) : t('checking')}</p>}
      </div>
      <Refused problem={problem} />
    </Panel>
  );
}

function Report({ mechanism, id, again }: { readonly mechanism: AnyMechanism; readonly id: string; readonly again: () => void }) {
  const [isRunning, setRunning] = useState(false);
  const report = useAsk('GET /api/imports/:id', { params: { id } }, isRunning ? { every: 700 } : {});
  const state = report.data?.state;
  useEffect(() => setRunning(state === 'running'), [state]);
  return <Answered of={report}>{(data) => <ReportView mechanism={mechanism} report={data} refetch={() => void report.refetch()} again={again} />}</Answered>;
}

const shownProblems = 200;

function ReportView({ mechanism, report, refetch, again }: { readonly mechanism: AnyMechanism; readonly report: ImportReport; readonly refetch: () => void; readonly again: () => void }) {
  const t = useWords();
  const language = useLanguage();
  const { problem, busy, run } = useAttempt();
  const good = report.created + report.amended;
  const commit = () => void run(async () => {
    queries.setQueryData(['GET /api/imports/:id', { id: report.id }, null], await call('POST /api/imports/:id/commit', { params: { id: report.id }, body: {} }));
    await forgetAnswers();
    tell(t('importStarted'));
  });
  const rollback = () => void run(async () => {
    await call('POST /api/imports/:id/rollback', { params: { id: report.id }, body: {} });
    await forgetAnswers();
    refetch();
    tell(t('importTakenBack'));
  });
  const states: Readonly<Record<ImportReport['state'], string>> = { checked: t('importChecked'), running: t('importRunning'), done: t('importDone'), rolledBack: t('importRolledBack'), failed: t('importFailed') };
  const unknown = report.columns.filter(({ fact }) => fact === null);
  return (
    <>
      <Panel title={`${report.fileName} · ${states[report.state]}`} more={<button type="button" className="button is-quiet" onClick={again}>{t('anotherSheet')}</button>}>
        <div className="figures" aria-live="polite">
          {([['importNew', report.created, 'is-done'], ['importAmended', report.amended, ''], ['importUnchanged', report.unchanged, 'is-sand'], ['importRefused', report.refused, report.refused > 0 ? 'is-alarm' : '']] as const).map(([name, count, tone]) => (
            <div key={name} className={`figure ${tone}`}>
              <span className="figure-name">{t(name)}</span>
              <span className="figure-number">{numberWords(count, language)}<small className="figure-unit">{t('rowsUnit')}</small></span>
            </div>
          ))}
        </div>
        {report.state === 'running' && <p role="status"><progress max={1} value={report.progress} aria-label={t('importRunning')} /> {numberWords(report.progress * 100, language, 0)}%</p>}
        <Refused problem={problem} />
        <p className="form-foot">
          {report.state === 'checked' && good > 0 && <button type="button" className="button is-primary" disabled={busy} onClick={commit}>{t('importCommit', { count: good })}</button>}
          {report.state === 'checked' && good === 0 && <span>{t('importNothing')}</span>}
          {report.problems.length > 0 && <a className="button" href={address('GET /api/imports/:id/workbook', { id: report.id })} download>{t('markedWorkbook')}</a>}
          {report.state === 'done' && mechanism.importing?.void !== undefined && <button type="button" className="button is-danger" disabled={busy} onClick={rollback}>{t('importRollback')}</button>}
        </p>
        {unknown.length > 0 && <p className="quiet">{t('unknownHeadings', { headings: unknown.map(({ heading }) => heading).join(language === 'zh' ? '、' : ', ') })}</p>}
      </Panel>
      {report.problems.length > 0 && (
        <Panel title={t('wrongCells', { count: report.problems.length })} flush>
          <div className="rows-scroll">
            <table className="plain">
              <thead>
                <tr><th scope="col" className="is-number">{t('row')}</th><th scope="col">{t('column')}</th><th scope="col">{t('value')}</th><th scope="col">{t('why')}</th></tr>
              </thead>
              <tbody>
                {report.problems.slice(0, shownProblems).map((cell, index) => (
                  <tr key={index}>
                    <td className="is-number">{cell.row}</td>
                    <td>{mechanism.record.facts[cell.column]?.name[language] ?? cell.column}</td>
                    <td className="wrong-value">{cell.value}</td>
                    <td>{cell.words[language]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {report.problems.length > shownProblems && <p className="quiet panel-note">{t('moreProblems', { count: report.problems.length - shownProblems })}</p>}
        </Panel>
      )}
      {report.warnings.length > 0 && (
        <Panel title={t('warnings', { count: report.warnings.length })} flush>
          <ul className="duties">{report.warnings.slice(0, shownProblems).map((warning, index) => <li key={index}><span className="tag is-waiting">{t('rowNumber', { row: warning.row })}</span><span>{warning.words[language]}</span></li>)}</ul>
        </Panel>
      )}
    </>
  );
}
