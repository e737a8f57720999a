import { useState } from 'react';
import type { Evidence } from '#kernel/fact.ts';
import { understand } from '#web/facts/understand-day.ts';
import { catalogue } from '#web/language.ts';
import { usePageWords } from '#web/matter/page-words.ts';
import { useHearing } from '#web/speech.ts';

const useFileWords = catalogue({
  more: { zh: '出具单位、文号、日期', en: 'Issuer, number, date' },
  of: { zh: '{name}：{what}', en: '{name}: {what}' },
  noDay: { zh: '日期看不明白，例如 2021-03-08、3月8日', en: 'The day is not clear; write e.g. 2021-03-08' },
});

/** What is said of a file beside its bytes: who issued it, under which number, when. */
export function FileWords({ file, onChange }: { readonly file: Evidence; readonly onChange: (file: Evidence) => void }) {
  const p = usePageWords();
  const f = useFileWords();
  const hearing = useHearing();
  const [day, setDay] = useState(file.issuedOn ?? '');
  const [isUnclear, setUnclear] = useState(false);
  const change = (part: 'issuer' | 'number', value: string) => {
    const { [part]: _before, ...rest } = file;
    onChange(value === '' ? rest : { ...rest, [part]: value });
  };
  const settle = () => {
    const { issuedOn: _before, ...rest } = file;
    const found = day.trim() === '' ? undefined : understand(day, hearing.today);
    setUnclear(day.trim() !== '' && found === undefined);
    onChange(found === undefined ? rest : { ...rest, issuedOn: found });
    if (found !== undefined) setDay(found);
  };
  return (
    <details className="file-said" open={Boolean(file.issuer || file.number || file.issuedOn) || undefined}>
      <summary>{f('more')}</summary>
      <span className="file-said-fields">
        <label>{p('issuer')}<input className="control" maxLength={200} value={file.issuer ?? ''} aria-label={f('of', { name: file.name, what: p('issuer') })} onChange={(event) => change('issuer', event.target.value)} /></label>
        <label>{p('fileNumber')}<input className="control" maxLength={120} value={file.number ?? ''} aria-label={f('of', { name: file.name, what: p('fileNumber') })} onChange={(event) => change('number', event.target.value)} /></label>
        <label>
          {p('issuedOn')}
          <input className="control" maxLength={40} value={day} placeholder="2021-03-08" aria-label={f('of', { name: file.name, what: p('issuedOn') })} aria-invalid={isUnclear} onChange={(event) => setDay(event.target.value)} onBlur={settle} />
          {isUnclear && <em className="entry-problem" role="alert">{f('noDay')}</em>}
        </label>
      </span>
    </details>
  );
}
