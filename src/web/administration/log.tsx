import { useState } from 'react';
import type { LogRow } from '#contract/administration-shapes.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { useAccountWords } from '#web/account/words.ts';
import { useAsk } from '#web/ask.ts';
import { timeWords, useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { Answered, Empty } from '#web/shell/faces.tsx';

/** 操作日志: who read what is sealed, took a register away or touched an account. */
export function Log() {
  const a = useAccountWords();
  const [before, setBefore] = useState<string>();
  const asked = useAsk('GET /api/administration/log', { query: before === undefined ? {} : { before } });
  return (
    <>
      <p className="page-sub">{a('logHelp')}</p>
      <Panel title={a('log')} flush>
        <Answered of={asked}>
          {(rows) => (rows.length === 0 ? <Empty title={a('logEmpty')} /> : (
            <>
              <div className="rows-scroll">
                <table className="plain">
                  <thead><tr>{[a('when'), a('who'), a('what')].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
                  <tbody>{rows.map((row) => <tr key={row.id}><td>{timeWords(row.at)}</td><th scope="row">{[row.postName, row.personName].filter((each, index, all) => each !== '' && all.indexOf(each) === index).join(' · ')}</th><td><What row={row} /></td></tr>)}</tbody>
                </table>
              </div>
              <p className="panel-note">
                {before !== undefined && <button type="button" className="button is-quiet" onClick={() => setBefore(undefined)}>{a('latest')}</button>}
                {rows.length >= 100 && <button type="button" className="button" onClick={() => setBefore(rows.at(-1)?.id)}>{a('earlier')}</button>}
              </p>
            </>
          ))}
        </Answered>
      </Panel>
    </>
  );
}

function What({ row }: { readonly row: LogRow }) {
  const a = useAccountWords();
  const language = useLanguage();
  const record = row.mechanism === null ? undefined : findMechanism(row.mechanism)?.record;
  const register = record?.name[language] ?? row.mechanism ?? '';
  const said: Readonly<Record<string, string>> = {
    sealed: a('didSealed', { register, number: row.number ?? '', fact: record?.facts[row.detail]?.name[language] ?? row.detail }),
    export: a('didExport', { register, count: row.detail }),
    passwordChanged: a('didPasswordChanged'),
    passwordReset: a('didPasswordReset', { name: row.detail }),
    sessionsEnded: a('didSessionsEnded', { name: row.detail }),
  };
  return said[row.what] ?? a('didOther', { what: row.what, detail: row.detail });
}
