import { useEffect, useRef, useState } from 'react';
import type { Session } from '#contract/shapes.ts';
import { queries } from '#web/ask.ts';
import { call, whenSessionEnds } from '#web/client.ts';
import { useFormWords } from '#web/matter/form-words.ts';
import { hasLeft, useSignedIn, useSession } from '#web/session.ts';
import { useReturningFocus } from '#web/shell/returning-focus.ts';
import { Field, Refused, useAttempt } from '#web/shell/sign-in.tsx';
import { useWords } from '#web/words.ts';

/** A session that ends in the middle of something is taken up again over the page, which goes on where it was. */
export function SignInAgain() {
  const [waiting, setWaiting] = useState<readonly (() => void)[]>([]);
  useEffect(() => {
    whenSessionEnds(() => (hasLeft() ? Promise.resolve(false) : new Promise((resolve) => setWaiting((all) => [...all, () => resolve(true)]))));
    return () => whenSessionEnds(undefined);
  }, []);
  if (waiting.length === 0) return null;
  return (
    <Dialog
      onBack={() => {
        setWaiting([]);
        for (const goOn of waiting) goOn();
      }}
    />
  );
}

function Dialog({ onBack }: { readonly onBack: () => void }) {
  const t = useWords();
  const f = useFormWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const session = useSession();
  const { post } = useSignedIn();
  const { problem, busy, run } = useAttempt();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  useReturningFocus();
  useEffect(() => dialog.current?.showModal(), []);
  const enter = (come: () => Promise<Session>) => run(async () => {
    let opened = await come();
    if (opened.signedIn?.post.id !== post.id && opened.signedIn?.posts.some(({ id }) => id === post.id)) opened = await call('POST /api/session/post', { body: { postId: post.id } });
    // What stands on the page belongs to somebody else.
    if (opened.signedIn?.post.id !== post.id) return location.reload();
    queries.setQueryData(['GET /api/session', null, null], opened);
    onBack();
  });
  return (
    <dialog ref={dialog} className="again" aria-labelledby="again-title" onCancel={(event) => event.preventDefault()}>
      <h2 id="again-title">{f('sessionEnded')}</h2>
      <p>{f('sessionHelp')}</p>
      <Refused problem={problem} />
      {session?.isDemonstration ? (
        <p><button type="button" className="button is-primary" disabled={busy} onClick={() => void enter(() => call('POST /api/session/demonstration', { body: { postId: post.id } }))}>{f('goOnAs', { post: post.name })}</button></p>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void enter(() => call('POST /api/session', { body: { name, password } }));
          }}
        >
          <Field label={t('signInName')}><input className="control" autoComplete="username" required value={name} onChange={(event) => setName(event.target.value)} /></Field>
          <Field label={t('password')}><input className="control" type="password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.target.value)} /></Field>
          <button className="button is-primary" disabled={busy}>{f('goOnAs', { post: post.name })}</button>
        </form>
      )}
      <p><a href="/work/sign-in">{f('leaveInstead')}</a></p>
    </dialog>
  );
}
