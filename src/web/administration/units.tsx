import { useState, type FormEvent } from 'react';
import type { UnitRow } from '#contract/administration-shapes.ts';
import { unitKinds, unitKindWords } from '#web/administration/unit-kinds.ts';
import { useAdministrationWords } from '#web/administration/words.ts';
import { forgetAnswers } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { Picker } from '#web/facts/choices.tsx';
import { useUnitOptions } from '#web/facts/references.tsx';
import { useLanguage } from '#web/language.ts';
import { Field, Refused, useAttempt } from '#web/shell/sign-in.tsx';
import { tell } from '#web/shell/told.tsx';
import { useToday } from '#web/speech.ts';
import { useWords } from '#web/words.ts';

/** A unit in the list: what it is and was called, and what may be done with it. */
export function UnitLine({ unit, all }: { readonly unit: UnitRow; readonly all: readonly UnitRow[] }) {
  const t = useWords();
  const w = useAdministrationWords();
  const language = useLanguage();
  const [open, setOpen] = useState<'edit' | 'merge'>();
  const into = all.find((each) => each.id === unit.mergedInto)?.name;
  return (
    <>
      <tr>
        <th scope="row">
          {unit.name}
          {unit.formerNames.map((former) => <small key={former.name + former.until} className="quiet change-part">{w('formerly', former)}</small>)}
          {into && <small className="quiet change-part">{w('mergedInto', { name: into })}</small>}
        </th>
        <td data-name={t('shortName')}>{unit.shortName}</td>
        <td data-name={t('unitKind')}>{unitKindWords(unit.kind)[language]}</td>
        <td data-name={w('groups')}>{unit.groups.join(language === 'zh' ? '、' : ', ')}</td>
        <td data-name={t('validFrom')} className="is-short">{unit.validFrom}</td>
        <td data-name={t('validTo')} className="is-short">{unit.validTo ?? t('noEnd')}</td>
        <td className="row-actions">
          {unit.validTo === null && (
            <>
              <button type="button" className="button is-quiet" aria-expanded={open === 'edit'} onClick={() => setOpen(open === 'edit' ? undefined : 'edit')}>{w('edit')}</button>
              <button type="button" className="button is-quiet" aria-expanded={open === 'merge'} onClick={() => setOpen(open === 'merge' ? undefined : 'merge')}>{w('merge')}</button>
            </>
          )}
        </td>
      </tr>
      {open && <tr><td colSpan={7}>{open === 'edit' ? <Edit unit={unit} onDone={() => setOpen(undefined)} /> : <Merge unit={unit} onDone={() => setOpen(undefined)} />}</td></tr>}
    </>
  );
}

function Edit({ unit, onDone }: { readonly unit: UnitRow; readonly onDone: () => void }) {
  const t = useWords();
  const w = useAdministrationWords();
  const language = useLanguage();
  const { problem, busy, run } = useAttempt();
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const words = (name: string) => String(given.get(name) ?? '').trim();
    const groups = words('groups').split(/[、,，]/).map((each) => each.trim()).filter(Boolean);
    if (!(await run(() => call('POST /api/administration/units/:id', { params: { id: unit.id }, body: { name: words('name'), shortName: words('shortName') || null, kind: words('kind'), groups } })))) return;
    tell(w('saved'));
    onDone();
    await forgetAnswers([]);
  }
  return (
    <form className="fields" onSubmit={(event) => void save(event)}>
      <Refused problem={problem} />
      <Field label={t('unitName')}><input className="control" name="name" required minLength={2} maxLength={100} defaultValue={unit.name} /></Field>
      <Field label={t('shortName')}><input className="control" name="shortName" maxLength={50} defaultValue={unit.shortName ?? ''} /></Field>
      <Field label={t('unitKind')}><select className="control" name="kind" defaultValue={unit.kind}>{Object.entries(unitKinds).map(([kind, name]) => <option key={kind} value={kind}>{name[language]}</option>)}</select></Field>
      <Field label={w('groups')}><input className="control" name="groups" maxLength={400} defaultValue={unit.groups.join('、')} /></Field>
      <p className="form-foot"><button type="button" className="button" onClick={onDone}>{w('close')}</button><button className="button is-primary" disabled={busy}>{w('save')}</button></p>
    </form>
  );
}

function Merge({ unit, onDone }: { readonly unit: UnitRow; readonly onDone: () => void }) {
  const t = useWords();
  const w = useAdministrationWords();
  const today = useToday();
  const options = useUnitOptions();
  const [into, setInto] = useState<string>();
  const { problem, busy, run } = useAttempt();
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const validTo = String(new FormData(event.currentTarget).get('validTo') ?? '');
    if (!(await run(() => call('POST /api/administration/units/:id/merge', { params: { id: unit.id }, body: { into: into ?? '', validTo } })))) return;
    tell(w('merged'));
    onDone();
    await forgetAnswers([]);
  }
  return (
    <form className="fields" onSubmit={(event) => void save(event)}>
      <Refused problem={problem} />
      <p className="quiet is-wide">{w('mergeHelp')}</p>
      <div className="labelled"><label htmlFor={`into-${unit.id}`}>{w('mergeInto')}</label><Picker id={`into-${unit.id}`} typed={into} invalid={false} describedBy={undefined} onTyped={(value) => setInto(value as string | undefined)} options={options} placeholder={t('pickUnit')} /></div>
      <Field label={t('lastDay')}><input className="control" type="date" name="validTo" required defaultValue={today} /></Field>
      <p className="form-foot"><button type="button" className="button" onClick={onDone}>{w('close')}</button><button className="button is-danger" disabled={busy || !into}>{w('merge')}</button></p>
    </form>
  );
}
