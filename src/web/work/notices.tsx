import { useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { timeWords } from '#web/language.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { useTitle } from '#web/title.ts';
import { NoticeWords } from '#web/work/notice.tsx';
import { useWords } from '#web/words.ts';

/** Everything the post was told, the newest first. */
export function NoticesPage() {
  const t = useWords();
  const notices = useAsk('GET /api/notices');
  const newest = notices.data?.rows[0];
  useTitle(t('notices'));
  return (
    <>
      <header className="page-head">
        <h1>{t('notices')}</h1>
        <div className="page-actions">
          {newest && (notices.data?.unread ?? 0) > 0 && <button type="button" className="button" onClick={() => void call('POST /api/notices/read', { body: { upTo: newest.id } }).then(() => notices.refetch())}>{t('markRead')}</button>}
        </div>
      </header>
      <section className="panel">
        <Answered of={notices}>
          {({ rows }) => (rows.length === 0 ? <Empty title={t('noNotices')}>{t('noNoticesHelp')}</Empty> : (
            <ul className="duties">
              {rows.map((notice) => (
                <li key={notice.id}>
                  {!notice.isRead && <span className="tag">{t('new')}</span>}
                  <NoticeWords notice={notice} />
                  <time>{timeWords(notice.at)}</time>
                </li>
              ))}
            </ul>
          ))}
        </Answered>
      </section>
    </>
  );
}
