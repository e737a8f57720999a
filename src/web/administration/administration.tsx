import { useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { roleName, roles } from '#mechanisms/roles.ts';
import type { PostRow } from '#contract/administration-shapes.ts';
import { useAccountWords } from '#web/account/words.ts';
import { forgetAnswers, useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { Picker } from '#web/facts/choices.tsx';
import { useUnitOptions } from '#web/facts/references.tsx';
import { useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { copy } from '#web/shell/copy.ts';
import { Field, Refused, useAttempt } from '#web/shell/sign-in.tsx';
import { tell } from '#web/shell/told.tsx';
import { useSignedIn } from '#web/session.ts';
import { useToday } from '#web/speech.ts';
import { Calendar } from '#web/administration/calendar.tsx';
import { Changes } from '#web/administration/changes.tsx';
import { Check } from '#web/administration/check.tsx';
import { PostChanges } from '#web/administration/post-changes.tsx';
import { Schemes } from '#web/administration/schemes.tsx';
import { UnitLine } from '#web/administration/units.tsx';
import { Why } from '#web/administration/why.tsx';
import { useAdministrationWords } from '#web/administration/words.ts';
import { Accounts } from '#web/administration/accounts.tsx';
import { Log } from '#web/administration/log.tsx';
import { Settings } from '#web/administration/settings.tsx';
import { unitKinds } from '#web/administration/unit-kinds.ts';
import { useTitle } from '#web/title.ts';
import { useWords } from '#web/words.ts';
import './administration.css';

/** 管理: posts, units, accounts, settings, log. */
export function Administration() {
  const t = useWords();
  const a = useAccountWords();
  const w = useAdministrationWords();
  const { administers } = useSignedIn();
  const { tab } = useSearch({ from: '/inside/kit/administration' });
  const navigate = useNavigate();
  const isSystem = administers.includes('system');
  const tabs = {
    ...(isSystem || administers.includes('security') ? { posts: t('posts') } : {}),
    ...(isSystem ? { units: t('units'), accounts: a('accounts'), settings: t('settings'), calendar: w('calendar'), schemes: w('schemes') } : {}),
    why: w('why'), check: w('check'), changes: w('changes'),
    ...(administers.includes('audit') ? { log: a('log') } : {}),
  };
  const first = Object.keys(tabs)[0];
  const chosen = typeof tab === 'string' && Object.hasOwn(tabs, tab) ? tab : first;
  useTitle(t('administration'));
  const Tab = pages[chosen as keyof typeof pages];
  if (administers.length === 0) return <><header className="page-head"><h1>{t('administration')}</h1></header><section className="panel"><Empty title={t('administratorsOnly')}>{t('administratorsOnlyHelp')}</Empty></section></>;
  return (
    <>
      <header className="page-head"><h1>{t('administration')}</h1></header>
      <nav className="tabs" aria-label={t('administration')}>
        {Object.entries(tabs).map(([key, name]) => <button key={key} type="button" className="tab" aria-current={key === chosen ? 'page' : undefined} onClick={() => void navigate({ to: '/administration', search: key === first ? {} : { tab: key } })}>{name}</button>)}
      </nav>
      <Tab />
    </>
  );
}

const pages = { posts: Posts, units: Units, accounts: Accounts, settings: Settings, calendar: Calendar, schemes: Schemes, why: Why, check: Check, changes: Changes, log: Log };

function Units() {
  const t = useWords();
  const language = useLanguage();
  const today = useToday();
  const units = useAsk('GET /api/administration/units');
  const w = useAdministrationWords();
  const [filter, setFilter] = useState('');
  const { problem, busy, run } = useAttempt();
  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const shortName = words(given, 'shortName');
    const isDone = await run(() => call('POST /api/administration/units', { body: { name: words(given, 'name'), kind: words(given, 'kind'), validFrom: words(given, 'validFrom'), ...(shortName ? { shortName } : {}) } }));
    if (!isDone) return;
    form.reset();
    tell(t('unitAdded'));
    await forgetAnswers([]);
  }
  return (
    <>
      <AddPanel title={t('addUnit')}>
        <form className="fields" onSubmit={(event) => void add(event)}>
          <Refused problem={problem} />
          <Field label={t('unitName')}><input className="control" name="name" required minLength={2} maxLength={100} /></Field>
          <Field label={t('shortName')}><input className="control" name="shortName" maxLength={50} /></Field>
          <Field label={t('unitKind')}><select className="control" name="kind" required defaultValue="department">{Object.entries(unitKinds).map(([kind, name]) => <option key={kind} value={kind}>{name[language]}</option>)}</select></Field>
          <Field label={t('validFrom')}><input className="control" type="date" name="validFrom" required defaultValue={today} /></Field>
          <p className="form-foot"><button className="button is-primary" disabled={busy}>{t('addUnit')}</button></p>
        </form>
      </AddPanel>
      <Answered of={units}>
        {(all) => (
          <Panel title={t('unitsCount', { count: all.length })} more={<FilterWords value={filter} onChange={setFilter} label={t('findUnit')} />} flush>
            {all.length === 0 ? <Empty title={t('noUnits')}>{t('noUnitsHelp')}</Empty> : (
              <Table heads={[t('unitName'), t('shortName'), t('unitKind'), w('groups'), t('validFrom'), t('validTo'), '']}>
                {all.filter((unit) => has([unit.name, unit.shortName], filter)).map((unit) => <UnitLine key={unit.id} unit={unit} all={all} />)}
              </Table>
            )}
          </Panel>
        )}
      </Answered>
    </>
  );
}

function Posts() {
  const t = useWords();
  const language = useLanguage();
  const today = useToday();
  const posts = useAsk('GET /api/administration/posts');
  const unitOptions = useUnitOptions();
  const [filter, setFilter] = useState('');
  const w = useAdministrationWords();
  const { administers } = useSignedIn();
  const givesRoles = administers.includes('security');
  const [unitId, setUnitId] = useState<string>();
  const [chosenRoles, setRoles] = useState<readonly string[]>([]);
  const [password, setPassword] = useState<{ readonly signInName: string; readonly words: string }>();
  const { problem, busy, run } = useAttempt();
  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const validTo = words(given, 'validTo');
    const isDone = await run(async () => {
      const signInName = words(given, 'signInName');
      const made = await call('POST /api/administration/posts', { body: { name: words(given, 'name'), personName: words(given, 'personName'), signInName, unitId: unitId ?? '', roles: [...chosenRoles], validFrom: words(given, 'validFrom'), ...(validTo ? { validTo } : {}) } });
      setPassword(made.password === null ? undefined : { signInName, words: made.password });
    });
    if (!isDone) return;
    form.reset();
    setRoles([]);
    tell(t('postAdded'));
    await forgetAnswers([]);
  }
  return (
    <>
      {password && (
        <div className="draft" role="status">
          {t('oneTimePassword', { name: password.signInName })} <code>{password.words}</code>{' '}
          <button type="button" className="button" onClick={() => void copy(password.words)}>{t('copy')}</button>{' '}
          <button type="button" className="button is-quiet" onClick={() => setPassword(undefined)}>{t('handedOver')}</button>
        </div>
      )}
      {administers.includes('system') && <AddPanel title={t('addPost')}>
        <form className="fields" onSubmit={(event) => void add(event)}>
          <Refused problem={problem} />
          <Field label={t('postName')}><input className="control" name="name" required minLength={2} maxLength={100} /></Field>
          <div className="labelled"><label htmlFor="post-unit">{t('unit')}</label><Picker id="post-unit" typed={unitId} invalid={false} describedBy={undefined} onTyped={(value) => setUnitId(value as string | undefined)} options={unitOptions} placeholder={t('pickUnit')} /></div>
          <Field label={t('personName')}><input className="control" name="personName" required maxLength={60} /></Field>
          <Field label={t('signInName')}><input className="control" name="signInName" required minLength={2} maxLength={120} autoComplete="off" /></Field>
          {givesRoles ? <div className="labelled is-wide"><label htmlFor="post-roles">{t('roles')}</label><Picker id="post-roles" multiple typed={chosenRoles} invalid={false} describedBy={undefined} onTyped={(value) => setRoles(value as string[])} options={Object.keys(roles).map((role) => ({ value: role, label: roleName(role)[language] }))} /></div> : <p className="quiet is-wide">{w('rolesBySecurity')}</p>}
          <Field label={t('validFrom')}><input className="control" type="date" name="validFrom" required defaultValue={today} /></Field>
          <Field label={t('validToOptional')}><input className="control" type="date" name="validTo" /></Field>
          <p className="form-foot"><button className="button is-primary" disabled={busy || !unitId || (givesRoles && chosenRoles.length === 0)}>{t('addPost')}</button></p>
        </form>
      </AddPanel>}
      <Answered of={posts}>
        {(all) => (
          <Panel title={t('postsCount', { count: all.length })} more={<FilterWords value={filter} onChange={setFilter} label={t('findPost')} />} flush>
            {all.length === 0 ? <Empty title={t('noPosts')}>{t('noPostsHelp')}</Empty> : (
              <Table heads={[t('postName'), t('personName'), t('unit'), t('roles'), t('validFrom'), t('validTo'), '']}>
                {all.filter((post) => has([post.name, post.personName, post.unitName], filter)).map((post) => (
                  <tr key={post.id}>
                    <th scope="row">{post.name}</th>
                    <td data-name={t('personName')}>{post.personName}</td>
                    <td data-name={t('unit')}>{post.unitName}</td>
                    <td data-name={t('roles')}>{post.roles.map((role) => roleName(role)[language]).join(language === 'zh' ? '、' : ', ')}</td>
                    <td data-name={t('validFrom')} className="is-short">{post.validFrom}</td>
                    <td data-name={t('validTo')} className="is-short">{post.validTo ?? t('noEnd')}</td>
                    <td className="row-actions"><PostChanges post={post} onPassword={(signInName, given) => setPassword({ signInName, words: given })} />{post.validTo === null && administers.includes('system') && <EndPost post={post} />}</td>
                  </tr>
                ))}
              </Table>
            )}
          </Panel>
        )}
      </Answered>
    </>
  );
}

/** Ending a post asks for its last day first. */
function EndPost({ post }: { readonly post: PostRow }) {
  const t = useWords();
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  const { problem, busy, run } = useAttempt();
  if (!isOpen) return <button type="button" className="button is-quiet" onClick={() => setOpen(true)}>{t('endPost')}</button>;
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        const validTo = words(new FormData(event.currentTarget), 'validTo');
        void run(() => call('POST /api/administration/posts/:id/end', { params: { id: post.id }, body: { validTo } })).then((isDone) => (isDone ? forgetAnswers([]) : undefined));
      }}
    >
      <input className="control" type="date" name="validTo" required defaultValue={today} aria-label={t('lastDay')} />
      <button className="button is-danger" disabled={busy}>{t('endPost')}</button>
      <button type="button" className="button is-quiet" onClick={() => setOpen(false)}>{t('cancel')}</button>
      <Refused problem={problem} />
    </form>
  );
}

function AddPanel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="panel panel-add">
      <summary>{title}</summary>
      <div className="panel-body">{children}</div>
    </details>
  );
}

function FilterWords({ value, onChange, label }: { readonly value: string; readonly onChange: (words: string) => void; readonly label: string }) {
  return <input className="control" type="search" value={value} aria-label={label} placeholder={label} onChange={(event) => onChange(event.target.value)} />;
}

function Table({ heads, children }: { readonly heads: readonly string[]; readonly children: ReactNode }) {
  return (
    <div className="rows-scroll">
      <table className="plain is-stacked">
        <thead><tr>{heads.map((head, index) => <th key={index} scope="col">{head}</th>)}</tr></thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function words(given: FormData, name: string): string {
  return String(given.get(name) ?? '').trim();
}

function has(parts: readonly (string | null)[], filter: string): boolean {
  return parts.some((part) => part?.includes(filter.trim()));
}
