import { useState } from 'react';
import type { AdministeredRow } from '#contract/administration-shapes.ts';
import { roleName } from '#mechanisms/roles.ts';
import { changeWords, partWords } from '#web/administration/kinds-of-change.ts';
import { unitKindWords } from '#web/administration/unit-kinds.ts';
import { useAdministrationWords } from '#web/administration/words.ts';
import { useAsk } from '#web/ask.ts';
import { timeWords, useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { Answered, Empty } from '#web/shell/faces.tsx';

/** 变更记录: what administrators changed, from what to what. */
export function Changes() {
  const w = useAdministrationWords();
  return <Panel title={w('changes')} flush><ChangeTable /></Panel>;
}

/** The changes of everything, or of one subject. */
export function ChangeTable({ what, subject }: { readonly what?: string; readonly subject?: string }) {
  const w = useAdministrationWords();
  const language = useLanguage();
  const [before, setBefore] = useState<string>();
  const asked = useAsk('GET /api/administration/changes', { query: { ...(what ? { what } : {}), ...(subject ? { subject } : {}), ...(before ? { before } : {}) } });
  return (
    <Answered of={asked}>
      {(rows) => (rows.length === 0 ? <Empty title={w('noChanges')}>{w('noChangesHelp')}</Empty> : (
        <div className="rows-scroll">
          <table className="plain">
            <thead><tr>{(['when', 'who', 'what', 'before', 'after'] as const).map((head) => <th key={head} scope="col">{w(head)}</th>)}</tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>{timeWords(row.at)}</td>
                  <td>{[row.postName, row.personName].filter((each, index, all) => all.indexOf(each) === index).join(' · ')}</td>
                  <th scope="row">{changeWords(row.what)[language]}{language === 'zh' ? '：' : ': '}{row.subjectName[language]}</th>
                  <td><Said value={row.before} /></td>
                  <td><Said value={row.after} /></td>
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length >= 100 && <p className="panel-note"><button type="button" className="button" onClick={() => setBefore(rows.at(-1)?.id)}>…</button></p>}
        </div>
      ))}
    </Answered>
  );
}

function Said({ value }: { readonly value: AdministeredRow['before'] }) {
  const language = useLanguage();
  const join = language === 'zh' ? '、' : ', ';
  const said = (part: string, each: unknown): string => {
    if (each === null || each === undefined || each === '') return '—';
    if (typeof each === 'boolean') return each ? (language === 'zh' ? '是' : 'yes') : language === 'zh' ? '否' : 'no';
    if (Array.isArray(each)) return each.length === 0 ? '—' : each.map((one) => (part === 'roles' ? roleName(String(one))[language] : String(one))).join(join);
    return part === 'kind' ? unitKindWords(String(each))[language] : String(each);
  };
  if (value === null || value === undefined) return <>—</>;
  if (typeof value !== 'object') return <>{String(value)}</>;
  return <>{Object.entries(value).map(([part, each]) => <span key={part} className="change-part">{partWords(part)[language]}{language === 'zh' ? '：' : ': '}{said(part, each)}</span>)}</>;
}
