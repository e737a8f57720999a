import { useMemo, useState, type ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PostChoice, Session } from '#contract/shapes.ts';
import { useAsk } from '#web/ask.ts';
import { asProblem, call, type Problem } from '#web/client.ts';
import { groupBy } from '#web/group-by.ts';
import { setLanguage, useLanguage } from '#web/language.ts';
import { Mark } from '#web/look/mark.tsx';
import { Pier } from '#web/look/pier.tsx';
import { takeSession, useSession } from '#web/session.ts';
import { roleName } from '#mechanisms/roles.ts';
import { Answered } from '#web/shell/faces.tsx';
import { useTitle } from '#web/title.ts';
import { useWords } from '#web/words.ts';

/** The door: a post to pick in the sample district, otherwise name and password. */
export function SignIn() {
  const t = useWords();
  const session = useSession();
  const enter = useEnter();
  return (
    <Door title={t('signIn')}>
      <Answered of={useAsk('GET /api/session')}>{() => (session?.isDemonstration ? <PickPost enter={enter} /> : <NameAndPassword enter={enter} />)}</Answered>
    </Door>
  );
}

/** The one-time link by which a new platform gets its first administrator. */
export function FirstAdministrator() {
  const t = useWords();
  const { token } = useSearch({ from: '/first' });
  const enter = useEnter();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const { problem, busy, run } = useAttempt();
  const differs = again !== '' && again !== password;
  return (
    <Door title={t('firstAdministrator')}>
      <p>{t('firstHelp')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!differs) void run(async () => enter(await call('POST /api/session/first', { body: { token: String(token ?? ''), name, password } })));
        }}
      >
        <Refused problem={problem} />
        <Field label={t('signInName')}><input className="control" autoComplete="username" required minLength={2} value={name} onChange={(event) => setName(event.target.value)} /></Field>
        <Field label={t('newPassword')}><input className="control" type="password" autoComplete="new-password" required minLength={12} value={password} onChange={(event) => setPassword(event.target.value)} /></Field>
        <Field label={t('passwordAgain')} error={differs ? t('passwordsDiffer') : undefined}><input className="control" type="password" autoComplete="new-password" required value={again} onChange={(event) => setAgain(event.target.value)} /></Field>
        <button className="button is-primary" disabled={busy}>{t('beAdministrator')}</button>
      </form>
    </Door>
  );
}

function PickPost({ enter }: { readonly enter: (session: Session) => void }) {
  const t = useWords();
  const language = useLanguage();
  const posts = useAsk('GET /api/demonstration/posts');
  const [words, setWords] = useState('');
  const { problem, busy, run } = useAttempt();
  const groups = useMemo(() => [...groupBy((posts.data ?? []).filter((post) => matches(post, words)), ({ unitName }) => unitName)], [posts.data, words]);
  return (
    <>
      <p>{t('pickPostHelp')}</p>
      <Refused problem={problem} />
      <Field label={t('findPost')}><input className="control" type="search" autoFocus value={words} onChange={(event) => setWords(event.target.value)} placeholder={t('findPostHint')} /></Field>
      <Answered of={posts}>
        {() => (
          <div className="posts" aria-live="polite">
            {groups.length === 0 && <p className="empty">{t('noSuchPost')}</p>}
            {groups.map(([unitName, members]) => (
              <section key={unitName}>
                <h2>{unitName}</h2>
                <ul>
                  {members.map((post) => (
                    <li key={post.id}>
                      <button type="button" className="post" disabled={busy} onClick={() => void run(async () => enter(await call('POST /api/session/demonstration', { body: { postId: post.id } })))}>
                        <strong>{post.name}</strong>
                        <span>{post.roles.map((role) => roleName(role)[language]).join(language === 'zh' ? '、' : ', ')}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )}
      </Answered>
    </>
  );
}

function NameAndPassword({ enter }: { readonly enter: (session: Session) => void }) {
  const t = useWords();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { problem, busy, run } = useAttempt();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => enter(await call('POST /api/session', { body: { name, password } })));
      }}
    >
      <Refused problem={problem} />
      <Field label={t('signInName')}><input className="control" autoFocus autoComplete="username" required value={name} onChange={(event) => setName(event.target.value)} /></Field>
      <Field label={t('password')}><input className="control" type="password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.target.value)} /></Field>
      <button className="button is-primary" disabled={busy}>{t('signIn')}</button>
      <p className="quiet">{t('forgotPassword')}</p>
    </form>
  );
}

/** The page in front of the workbench: the pier, the district, one thing to do. */
export function Door({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const t = useWords();
  const language = useLanguage();
  const session = useSession();
  useTitle(title);
  return (
    <div className="door-page pier-ground">
      <Pier />
      <main className="door-card" id="content">
        <header>
          <Mark size={44} ground />
          <div>
            <h1>{t('product')}</h1>
            <p>{session ? t('districtPlatform', { district: session.district.name }) : ' '}</p>
          </div>
          <button type="button" className="button is-quiet" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>{t('otherLanguage')}</button>
        </header>
        <h2 className="door-title">{title}</h2>
        {session?.isDemonstration && <p className="sample-banner"><strong>{t('sample')}</strong> {t('sampleWords')}</p>}
        {children}
        <footer><a href="/">{t('toPublic')}</a></footer>
      </main>
    </div>
  );
}

/** A labelled control with what is wrong with it. */
export function Field({ label, error, children }: { readonly label: string; readonly error?: string | undefined; readonly children: ReactNode }) {
  return (
    <label className="labelled">
      <span>{label}</span>
      {children}
      {error && <em role="alert">{error}</em>}
    </label>
  );
}

/** The words of a refusal above a form. */
export function Refused({ problem }: { readonly problem: Problem | undefined }) {
  const language = useLanguage();
  return problem ? <p className="refused" role="alert">{problem.words[language]}{Object.values(problem.fields).map((words, index) => <span key={index}> {words[language]}</span>)}</p> : null;
}

/** One thing tried at a time, with the refusal it met. */
export function useAttempt(): { readonly problem: Problem | undefined; readonly busy: boolean; run(attempt: () => Promise<unknown>): Promise<boolean> } {
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  return {
    problem,
    busy,
    async run(attempt) {
      setBusy(true);
      setProblem(undefined);
      try {
        await attempt();
        return true;
      } catch (error) {
        setProblem(asProblem(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}

/** Goes in with the new session, to where somebody wanted to go. */
function useEnter(): (session: Session) => void {
  const navigate = useNavigate();
  return (session) => {
    takeSession(session);
    const to = new URLSearchParams(location.search).get('to');
    void navigate({ to: to?.startsWith('/') && !to.startsWith('//') ? to : '/' });
  };
}

function matches(post: PostChoice, words: string): boolean {
  const wanted = words.trim().toLowerCase();
  return wanted === '' || [post.name, post.unitName, ...post.roles.flatMap((role) => [...Object.values(roleName(role))])].some((each) => each.toLowerCase().includes(wanted));
}
