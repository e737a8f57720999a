import { useEffect, useMemo, useState } from 'react';
import { Modal } from 'antd';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import type { ImportRow } from '#contract/register-shapes.ts';
import type { ImportReport } from '#contract/import-shapes.ts';
import { forgetAnswers } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { cellsOf, headingsIn, importedFacts, pastedBlock } from '#web/register/block.ts';
import { PastedRows } from '#web/register/pasted-rows.tsx';
import { Refused, useAttempt } from '#web/shell/sign-in.tsx';
import { useRegisterWords } from '#web/register/words.ts';
import { useReturningFocus } from '#web/shell/returning-focus.ts';
import { useWords } from '#web/words.ts';

const mostRows = 4_999;

export interface Pasted {
  readonly block: string;
  /** The column in whose cell the focus stood. */
  readonly column: string;
}

/** A block from a spreadsheet: what its columns are, what would become of each row, and then the good rows alone. The import does the work. */
export function PasteDialog({ mechanism, pasted, columns, onClose }: { readonly mechanism: AnyMechanism; readonly pasted: Pasted; readonly columns: readonly string[]; readonly onClose: () => void }) {
  const t = useWords();
  const w = useRegisterWords();
  const language = useLanguage();
  const [block, setBlock] = useState(pasted.block);
  const cells = useMemo(() => (block.trim() === '' ? [] : cellsOf(block)), [block]);
  const found = useMemo(() => headingsIn(mechanism, cells[0] ?? []), [mechanism, cells]);
  const [hasHeadings, setHeadings] = useState<boolean>();
  const isHeaded = hasHeadings ?? found.filter(Boolean).length >= Math.min(2, found.length);
  const [chosen, setChosen] = useState<Readonly<Record<number, string>>>({});
  const [checked, setChecked] = useState<{ readonly report: ImportReport; readonly rows: readonly ImportRow[] }>();
  const { problem, busy, run } = useAttempt();
  const facts = importedFacts(mechanism);
  const begin = Math.max(0, columns.indexOf(pasted.column));
  const factOf = (place: number) => chosen[place] ?? (isHeaded ? found[place] : [columns[begin + place]].find((key) => facts.some(({ name }) => name === key))) ?? '';
  const width = cells[0]?.length ?? 0;
  const body = isHeaded ? cells.slice(1) : cells;
  const { key } = mechanism.record;
  useEffect(() => setChecked(undefined), [block, chosen, isHeaded]);

  const check = () => run(async () => {
    const headings = Array.from({ length: width }, (_, place) => facts.find(({ name }) => name === factOf(place))?.fact.name.zh ?? '');
    const report = await call('POST /api/imports/:mechanism/paste', { params: { mechanism: key }, body: { rows: [headings, ...body.map((row) => [...row])] } });
    setChecked({ report, rows: await allRows(report.id) });
  });
  const commit = () => run(async () => {
    if (!checked) return;
    await call('POST /api/imports/:id/commit', { params: { id: checked.report.id }, body: {} });
    await follow(checked.report.id);
  });
  const takeBack = () => run(async () => {
    if (!checked) return;
    setChecked({ ...checked, report: await call('POST /api/imports/:id/rollback', { params: { id: checked.report.id }, body: {} }) });
    await forgetAnswers();
  });
  const follow = async (id: string) => {
    for (;;) {
      const report = await call('GET /api/imports/:id', { params: { id } });
      setChecked((before) => before && { ...before, report });
      if (report.state !== 'running' && report.state !== 'checked') break;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const rows = await allRows(id);
    setChecked((before) => before && { ...before, rows });
    await forgetAnswers();
  };

  useReturningFocus();
  const report = checked?.report;
  const good = report ? report.created + report.amended : 0;
  const picked = Array.from({ length: width }, (_, place) => factOf(place)).filter(Boolean).length;
  return (
    <Modal
      open title={w('pasteTitle', { register: mechanism.record.name[language] })} width={960} onCancel={onClose} mask={{ closable: false }}
      footer={
        <p className="form-foot">
          {report?.state === 'running' && <progress max={1} value={report.progress} aria-label={t('sending')} />}
          <button type="button" className="button" onClick={onClose}>{w('close')}</button>
          {report?.state === 'done' && mechanism.importing?.void !== undefined && <button type="button" className="button is-danger" disabled={busy} onClick={() => void takeBack()}>{w('pasteBack')}</button>}
          {report?.state === 'done' || report?.state === 'rolledBack' ? (
            <button type="button" className="button is-primary" onClick={() => { setBlock(''); setChosen({}); setHeadings(undefined); }}>{w('pasteAgain')}</button>
          ) : report ? (
            <button type="button" className="button is-primary" disabled={busy || good === 0} onClick={() => void commit()}>{busy ? t('sending') : w('pasteCommit', { count: good })}</button>
          ) : (
            <button type="button" className="button is-primary" disabled={busy || body.length === 0 || picked < 2 || body.length > mostRows} onClick={() => void check()}>{busy ? t('checking') : w('pasteCheck')}</button>
          )}
        </p>
      }
    >
      <p className="quiet" id="paste-help">{w('pasteHelp')}</p>
      {cells.length === 0 ? (
        <textarea className="control paste-ground" rows={8} aria-label={w('pasteHere')} aria-describedby="paste-help" placeholder={w('pasteHere')} value={block} onChange={(event) => setBlock(event.target.value)} onPaste={(event) => { event.preventDefault(); setBlock(pastedBlock(event.clipboardData)); }} />
      ) : (
        <p className="paste-size">
          <strong>{w('pasteSize', { rows: numberWords(body.length, language), columns: width })}</strong>
          <label><input type="checkbox" checked={isHeaded} onChange={(event) => setHeadings(event.target.checked)} />{w('pasteHeadings')}</label>
          {!report && <button type="button" className="button is-quiet" onClick={() => { setBlock(''); setChosen({}); setHeadings(undefined); }}>{w('pasteAgain')}</button>}
        </p>
      )}
      {body.length > mostRows && <p className="refused">{w('pasteTooMany', { rows: mostRows })}</p>}
      {cells.length > 0 && picked < 2 && <p className="refused">{w('pasteNeedsTwo')}</p>}
      <Refused problem={problem} />
      {report && (
        <p role="status" className={report.state === 'done' ? 'paste-told is-done' : 'paste-told'}>
          {report.state === 'rolledBack' ? t('importTakenBack') : report.state === 'done' ? w('pasteDone', { created: report.created, amended: report.amended }) : w('pasteChecked', { created: report.created, amended: report.amended, unchanged: report.unchanged, refused: report.refused })}
          {report.state === 'done' && report.refused > 0 && <> {w('pasteLeft', { count: report.refused })}</>}
        </p>
      )}
      {cells.length > 0 && (
        <PastedRows
          body={body} rows={checked?.rows}
          head={Array.from({ length: width }, (_, place) => (
            <select key={place} className="control" aria-label={w('pasteColumn', { number: place + 1 })} value={factOf(place)} disabled={report?.state === 'done'} onChange={(event) => setChosen({ ...chosen, [place]: event.target.value })}>
              <option value="">{w('pasteIgnored')}</option>
              {facts.map(({ name, fact }) => <option key={name} value={name}>{fact.name[language]}</option>)}
            </select>
          ))}
        />
      )}
    </Modal>
  );
}

async function allRows(id: string): Promise<readonly ImportRow[]> {
  const rows: ImportRow[] = [];
  for (;;) {
    const page = await call('GET /api/imports/:id/rows', { params: { id }, query: { after: rows.at(-1)?.row ?? 0 } });
    rows.push(...page);
    if (page.length < 500) return rows.filter(({ outcome }) => outcome !== 'heading');
  }
}
