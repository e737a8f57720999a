import { useState, type FormEvent } from 'react';
import { roleName, roles } from '#mechanisms/roles.ts';
import type { PostRow } from '#contract/administration-shapes.ts';
import { useAdministrationWords } from '#web/administration/words.ts';
import { forgetAnswers } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { Picker } from '#web/facts/choices.tsx';
import { useLanguage } from '#web/language.ts';
import { useSignedIn } from '#web/session.ts';
import { Field, Refused, useAttempt } from '#web/shell/sign-in.tsx';
import { tell } from '#web/shell/told.tsx';
import { useToday } from '#web/speech.ts';
import { useWords } from '#web/words.ts';

/** What may be changed about a post beside its end: its roles by the security administrator, a deputy by whoever runs the system. */
export function PostChanges({ post, onPassword }: { readonly post: PostRow; readonly onPassword: (signInName: string, words: string) => void }) {
  const w = useAdministrationWords();
  const { administers } = useSignedIn();
  const [open, setOpen] = useState<'roles' | 'deputy'>();
  const done = () => setOpen(undefined);
  return (
    <>
      {administers.includes('security') && post.validTo === null && <button type="button" className="button is-quiet" aria-expanded={open === 'roles'} onClick={() => setOpen(open === 'roles' ? undefined : 'roles')}>{w('giveRoles')}</button>}
      {administers.includes('system') && post.deputyOf === null && post.validTo === null && <button type="button" className="button is-quiet" aria-expanded={open === 'deputy'} onClick={() => setOpen(open === 'deputy' ? undefined : 'deputy')}>{w('deputy')}</button>}
      {open === 'roles' && <Roles post={post} onDone={done} />}
      {open === 'deputy' && <Deputy post={post} onDone={done} onPassword={onPassword} />}
    </>
  );
}

function Roles({ post, onDone }: { readonly post: PostRow; readonly onDone: () => void }) {
  const w = useAdministrationWords();
  const language = useLanguage();
  const [chosen, setChosen] = useState<readonly string[]>(post.roles);
  const { problem, busy, run } = useAttempt();
  async function save(event: FormEvent) {
    event.preventDefault();
    if (!(await run(() => call('POST /api/administration/posts/:id/roles', { params: { id: post.id }, body: { roles: [...chosen] } })))) return;
    tell(w('rolesGiven'));
    onDone();
    await forgetAnswers([]);
  }
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <Refused problem={problem} />
      <Picker id={`roles-${post.id}`} label={w('giveRoles')} multiple typed={chosen} invalid={false} describedBy={undefined} onTyped={(value) => setChosen(value as string[])} options={Object.keys(roles).map((role) => ({ value: role, label: roleName(role)[language] }))} />
      <p className="form-foot"><button type="button" className="button" onClick={onDone}>{w('close')}</button><button className="button is-primary" disabled={busy}>{w('save')}</button></p>
    </form>
  );
}

function Deputy({ post, onDone, onPassword }: { readonly post: PostRow; readonly onDone: () => void; readonly onPassword: (signInName: string, words: string) => void }) {
  const t = useWords();
  const w = useAdministrationWords();
  const today = useToday();
  const { problem, busy, run } = useAttempt();
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const words = (name: string) => String(given.get(name) ?? '').trim();
    const isDone = await run(async () => {
      const made = await call('POST /api/administration/posts/:id/deputies', { params: { id: post.id }, body: { personName: words('personName'), signInName: words('signInName'), validFrom: words('validFrom'), validTo: words('validTo') } });
      if (made.password !== null) onPassword(words('signInName'), made.password);
    });
    if (!isDone) return;
    tell(w('deputyMade'));
    onDone();
    await forgetAnswers([]);
  }
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <Refused problem={problem} />
      <p className="quiet">{w('deputyHelp')}</p>
      <Field label={t('personName')}><input className="control" name="personName" required maxLength={60} /></Field>
      <Field label={t('signInName')}><input className="control" name="signInName" required minLength={2} maxLength={120} autoComplete="off" /></Field>
      <Field label={t('validFrom')}><input className="control" type="date" name="validFrom" required defaultValue={today} /></Field>
      <Field label={t('validTo')}><input className="control" type="date" name="validTo" required /></Field>
      <p className="form-foot"><button type="button" className="button" onClick={onDone}>{w('close')}</button><button className="button is-primary" disabled={busy}>{w('deputy')}</button></p>
    </form>
  );
}
