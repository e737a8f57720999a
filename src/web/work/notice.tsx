import { Link } from '@tanstack/react-router';
import type { Notice } from '#contract/desk-shapes.ts';
import { useLanguage } from '#web/language.ts';

/** What somebody was told and about which matter; a link where the reader may open it. */
export function NoticeWords({ notice, onFollow }: { readonly notice: Notice; readonly onFollow?: () => void }) {
  const language = useLanguage();
  const which = [notice.number, notice.title].filter(Boolean).join(' ');
  const words = (
    <>
      {notice.text[language]}
      {which && <small className="notice-matter">{which}</small>}
    </>
  );
  const className = notice.isRead ? undefined : 'is-unread';
  if (!notice.isOpen) return <span className={className}>{words}</span>;
  return <Link to="/matters/$mechanism/$id" params={{ mechanism: notice.mechanism, id: notice.matter }} className={className} {...(onFollow ? { onClick: onFollow } : {})}>{words}</Link>;
}
