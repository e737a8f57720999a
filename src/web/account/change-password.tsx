import { useId, useState } from 'react';
import { useAccountWords } from '#web/account/words.ts';
import { call } from '#web/client.ts';
import { takeSession } from '#web/session.ts';
import { Field, Refused, useAttempt } from '#web/shell/sign-in.tsx';
import { tell } from '#web/shell/told.tsx';
import { useWords } from '#web/words.ts';

/** Another password, proved by the present one and typed twice. What was typed stays when it is refused. */
export function ChangePassword() {
  const t = useWords();
  const a = useAccountWords();
  const hint = useId();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const { problem, busy, run } = useAttempt();
  const differs = again !== '' && again !== next;
  async function change() {
    const isDone = await run(async () => takeSession(await call('POST /api/session/password', { body: { current, next } })));
    if (!isDone) return;
    for (const clear of [setCurrent, setNext, setAgain]) clear('');
    tell(a('passwordChanged'));
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!differs) void change();
      }}
    >
      <Refused problem={problem} />
      <Field label={a('presentPassword')}><input className="control" type="password" autoComplete="current-password" required maxLength={200} value={current} onChange={(event) => setCurrent(event.target.value)} /></Field>
      <Field label={t('newPassword')}><input className="control" type="password" autoComplete="new-password" required minLength={12} maxLength={200} aria-describedby={hint} value={next} onChange={(event) => setNext(event.target.value)} /></Field>
      <p className="quiet" id={hint}>{a('passwordHint')}</p>
      <Field label={t('passwordAgain')} error={differs ? t('passwordsDiffer') : undefined}><input className="control" type="password" autoComplete="new-password" required value={again} onChange={(event) => setAgain(event.target.value)} /></Field>
      <button className="button is-primary" disabled={busy}>{a('changePassword')}</button>
    </form>
  );
}
