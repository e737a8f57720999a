import { useEffect, useState, type ReactNode } from 'react';
import { Link, Navigate, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import type { Session } from '#contract/shapes.ts';
import { ChooseOwn } from '#web/account/choose-own.tsx';
import { useAccountWords } from '#web/account/words.ts';
import { useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { setLanguage, timeWords, useLanguage } from '#web/language.ts';
import { Mark } from '#web/look/mark.tsx';
import { Waves } from '#web/look/waves.tsx';
import { signOut, takeSession, useSession, useSignedIn } from '#web/session.ts';
import { Connection } from '#web/shell/connection.tsx';
import { listen } from '#web/shell/events.ts';
import { Failure, Waiting } from '#web/shell/faces.tsx';
import { Icon } from '#web/shell/icon.tsx';
import { Keys, openPalette } from '#web/shell/keys.tsx';
import { Menu } from '#web/shell/menu.tsx';
import { SignInAgain } from '#web/shell/sign-in-again.tsx';
import { SideNav } from '#web/shell/side-nav.tsx';
import { tell, Told } from '#web/shell/told.tsx';
import { NoticeWords } from '#web/work/notice.tsx';
import { useWords } from '#web/words.ts';

/** The frame around every page: side bar, top bar, banner of the sample district. Without a post it shows the door. */
export function Shell() {
  return <Guarded>{(session) => <Frame session={session} />}</Guarded>;
}

/** A page that stands alone, behind the same door. */
export function Bare() {
  return <Guarded>{() => <Outlet />}</Guarded>;
}

function Guarded({ children }: { readonly children: (session: Session) => ReactNode }) {
  const session = useAsk('GET /api/session');
  const open = useSession();
  if (open?.signedIn?.mustChangePassword) return <ChooseOwn />;
  if (open?.signedIn) return <>{children(open)}<SignInAgain /></>;
  if (session.data) return <ToDoor />;
  return <main className="content" id="content">{session.error ? <Failure error={session.error} again={() => void session.refetch()} /> : <Waiting />}</main>;
}

/** To the door, remembering where somebody wanted to go. The place is taken once: it changes while the door opens. */
function ToDoor() {
  const [wanted] = useState(() => location.pathname.replace(/^\/work\/?/, '/') + location.search);
  return <Navigate to="/sign-in" search={wanted === '/' ? noPlace : { to: wanted }} replace />;
}

const noPlace = {};

function Frame({ session }: { readonly session: Session }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const postId = session.signedIn?.post.id;
  useEffect(() => setOpen(false), [path]);
  const [isLost, setLost] = useState(false);
  useEffect(() => listen(setLost), [postId]);
  useSessionEnd();
  return (
    <div className={isOpen ? 'shell is-open' : 'shell'}>
      <a className="skip-link" href="#content">{t('skip')}</a>
      <aside className="side" id="side">
        <Link className="side-brand" to="/">
          <Mark />
          <div>
            <strong>{t('product')}</strong>
            <span>{session.district.name}</span>
          </div>
        </Link>
        <SideNav />
        <div className="side-foot"><Waves /></div>
      </aside>
      <button type="button" className="side-veil" aria-label={t('closeMenu')} onClick={() => setOpen(false)} />
      <div className="main">
        {session.isDemonstration && (
          <div className="sample-banner" role="note">
            <strong>{t('sample')}</strong>
            <span>{t('sampleWords')}</span>
            <span>{t('platformDay', { day: session.today })}</span>
          </div>
        )}
        <Connection isLost={isLost} />
        <header className="topbar">
          <button type="button" className="side-toggle" aria-label={t('openMenu')} aria-expanded={isOpen} aria-controls="side" onClick={() => setOpen(!isOpen)}><Icon name="menu" /></button>
          <SearchBox />
          <div className="topbar-tools">
            <Bell />
            <LanguageSwitch />
            <Person />
          </div>
        </header>
        <main className="content" id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Told />
      <Keys />
    </div>
  );
}

/** Looks like the field it opens: the search itself lies over the page. */
function SearchBox() {
  const t = useWords();
  return (
    <button type="button" className="control topbar-opener" aria-haspopup="dialog" aria-keyshortcuts="Control+K" onClick={openPalette}>
      <Icon name="search" />
      <span>{t('searchAll')}</span>
      <kbd aria-hidden="true">Ctrl K</kbd>
    </button>
  );
}

function Bell() {
  const t = useWords();
  const { data } = useAsk('GET /api/notices', {}, { every: 120_000 });
  const unread = data?.unread ?? 0;
  const newest = data?.rows[0];
  return (
    <Menu label={unread > 0 ? t('noticesUnread', { count: unread > 99 ? '99+' : unread }) : t('notices')} className="count-mark" face={<><Icon name="bell" />{unread > 0 && <b aria-hidden="true">{unread > 99 ? '99+' : unread}</b>}</>}>
      {(close) => (
        <>
          <p className="menu-title">{t('notices')}</p>
          {data?.rows.length === 0 && <p className="menu-empty">{t('noNotices')}</p>}
          <ul className="menu-list">
            {data?.rows.slice(0, 6).map((notice) => (
              <li key={notice.id} className={notice.isRead ? undefined : 'is-new'}>
                <NoticeWords notice={notice} onFollow={close} />
                <time>{timeWords(notice.at)}</time>
              </li>
            ))}
          </ul>
          <p className="menu-foot">
            <Link to="/notices" onClick={close}>{t('allNotices')}</Link>
            {unread > 0 && newest && <button type="button" className="button is-quiet" onClick={() => void call('POST /api/notices/read', { body: { upTo: newest.id } }).then(close)}>{t('markRead')}</button>}
          </p>
        </>
      )}
    </Menu>
  );
}

function LanguageSwitch() {
  const t = useWords();
  const language = useLanguage();
  return <button type="button" className="button is-quiet language" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>{t('otherLanguage')}</button>;
}

function Person() {
  const t = useWords();
  const a = useAccountWords();
  const { personName, post, posts } = useSignedIn();
  const session = useSession();
  const navigate = useNavigate();
  const words = [personName, post.name].filter((each, index, all) => all.indexOf(each) === index).join(' · ');
  return (
    <Menu
      className="person"
      face={<><span className="person-mark" aria-hidden="true">{(post.name || personName).slice(0, 1)}</span><span className="hidden-words">{t('signedInAs')}</span><span className="person-words">{words}</span></>}
    >
      {(close) => (
        <>
          <p className="menu-title">{post.name}</p>
          <p className="menu-empty">{post.unitName}</p>
          {posts.length > 1 && (
            <ul className="menu-list">
              {posts.filter((each) => each.id !== post.id).map((each) => (
                <li key={each.id}>
                  <button
                    type="button"
                    className="button is-quiet"
                    onClick={() => void call('POST /api/session/post', { body: { postId: each.id } }).then((taken) => {
                      takeSession(taken);
                      close();
                      tell(t('postChanged', { post: each.name }));
                    })}
                  >
                    {t('changeTo', { post: each.name, unit: each.unitName })}
                  </button>
                </li>
              ))}
            </ul>
          )}
          <p className="menu-foot">
            <Link to="/account" onClick={close}>{a('myAccount')}</Link>
            {session?.isDemonstration && <Link to="/sign-in" onClick={close}>{t('otherPost')}</Link>}
            <button type="button" className="button" onClick={() => void signOut().then(() => navigate({ to: '/sign-in' }))}>{t('signOut')}</button>
          </p>
        </>
      )}
    </Menu>
  );
}

/** A session that ended in another tab is noticed on coming back. */
function useSessionEnd(): void {
  const session = useAsk('GET /api/session');
  const { refetch } = session;
  useEffect(() => {
    const onFocus = () => void refetch();
    addEventListener('focus', onFocus);
    return () => removeEventListener('focus', onFocus);
  }, [refetch]);
}
