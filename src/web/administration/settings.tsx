import { useState } from 'react';
import type { SettingRow } from '#contract/administration-shapes.ts';
import { ChangeTable } from '#web/administration/changes.tsx';
import { useAdministrationWords } from '#web/administration/words.ts';
import { dayOfYear } from '#kernel/calendar.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { forgetAnswers, useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { Answered } from '#web/shell/faces.tsx';
import { Refused, useAttempt } from '#web/shell/sign-in.tsx';
import { tell } from '#web/shell/told.tsx';
import { useWords } from '#web/words.ts';

/** Limits and other numbers an office may change, by mechanism, each with its bounds and the rule it comes from. */
export function Settings() {
  const t = useWords();
  const language = useLanguage();
  const settings = useAsk('GET /api/administration/settings');
  return (
    <Answered of={settings}>
      {(rows) => (
        <>
          <p className="page-sub">{t('settingsHelp')}</p>
          {[...new Set(rows.map(({ mechanism }) => mechanism))].map((key) => (
            <Panel key={key} title={findMechanism(key)?.record.name[language] ?? key}>
              <table className="plain">
                <thead><tr><th scope="col">{t('setting')}</th><th scope="col">{t('settingValue')}</th><th scope="col">{t('settingBounds')}</th><th scope="col">{t('settingSource')}</th><th scope="col" /></tr></thead>
                <tbody>{rows.filter(({ mechanism }) => mechanism === key).map((row) => <Line key={`${row.name}:${row.value}`} row={row} />)}</tbody>
              </table>
            </Panel>
          ))}
        </>
      )}
    </Answered>
  );
}

function Line({ row }: { readonly row: SettingRow }) {
  const t = useWords();
  const language = useLanguage();
  const isDay = row.unit === 'monthDay';
  const shown = (value: number) => (isDay ? dayOfYear(2000, value).slice(5) : String(value));
  const [typed, setTyped] = useState(shown(row.value));
  const { problem, busy, run } = useAttempt();
  const unit = row.unit === 'workday' ? t('workdays') : row.unit === 'calendarDay' ? t('calendarDays') : isDay ? t('monthDay') : '';
  const isChanged = typed !== shown(row.value);
  const w = useAdministrationWords();
  const [isOpen, setOpen] = useState(false);
  async function save(value = Number(isDay ? typed.replace('-', '') : typed)) {
    const isDone = await run(() => call('POST /api/administration/settings', { body: { mechanism: row.mechanism, name: row.name, value } }));
    if (!isDone) return;
    tell(t('settingChanged'));
    await forgetAnswers([]);
  }
  return (
    <>
    <tr>
      <th scope="row">{row.words[language]}</th>
      <td>
        <input className="control" {...(isDay ? { type: 'text', pattern: '\\d\\d-\\d\\d', maxLength: 5 } : { type: 'number', min: row.min, max: row.max })} value={typed} aria-label={row.words[language]} onChange={(event) => setTyped(event.target.value)} /> {unit}{' '}
        {isChanged && <button type="button" className="button is-primary" disabled={busy || typed === ''} onClick={() => void save()}>{t('save')}</button>}
        {problem && <Refused problem={problem} />}
      </td>
      <td>{shown(row.min)}–{shown(row.max)}{row.value === row.usual ? '' : ` · ${t('settingUsual', { value: shown(row.usual) })}`}</td>
      <td>{row.source ?? t('settingOwn')}</td>
      <td className="row-actions">
        {row.value !== row.usual && <button type="button" className="button is-quiet" disabled={busy} onClick={() => void save(row.usual)}>{w('toUsual')}</button>}
        <button type="button" className="button is-quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{w('history')}</button>
      </td>
    </tr>
    {isOpen && <tr><td colSpan={5}><ChangeTable what="setting" subject={`${row.mechanism}.${row.name}`} /></td></tr>}
    </>
  );
}
