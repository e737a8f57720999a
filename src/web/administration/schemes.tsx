import { useAdministrationWords } from '#web/administration/words.ts';
import { useAsk } from '#web/ask.ts';
import { timeWords } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { useWords } from '#web/words.ts';

/** 方案: every version of every scheme, as it was kept. */
export function Schemes() {
  const t = useWords();
  const w = useAdministrationWords();
  const asked = useAsk('GET /api/administration/schemes');
  return (
    <Panel title={w('schemes')} flush>
      <Answered of={asked}>
        {(rows) => (rows.length === 0 ? <Empty title={w('noSchemes')}>{w('noSchemesHelp')}</Empty> : (
          <ul className="duties">
            {rows.map((row) => (
              <li key={`${row.key} ${row.version}`}>
                <strong>{row.key}</strong> <span>{w('version', { version: row.version })}</span> <span className="quiet">{t('validFrom')} {row.validFrom} · {row.keptBy} · {timeWords(row.keptAt)}</span>
                <details><summary>{w('after')}</summary><pre className="scheme-body">{JSON.stringify(row.body, undefined, 2)}</pre></details>
              </li>
            ))}
          </ul>
        ))}
      </Answered>
    </Panel>
  );
}
