import { useState } from 'react';
import { useInnerWords } from '#web/public/inner-words.ts';
import { copy } from '#web/shell/copy.ts';

/** Print, and pass the address on: by the device's own sheet where it has one, otherwise by the clipboard. */
export function PageTools({ title }: { readonly title: string }) {
  const t = useInnerWords();
  const [said, setSaid] = useState('');
  const share = async () => {
    // Only over https; on plain http the address is copied.
    if (navigator.share) return navigator.share({ title, url: location.href }).catch(() => undefined);
    setSaid((await copy(location.href)) ? t('linkCopied') : t('linkNotCopied', { address: location.href }));
  };
  return (
    <>
      <button type="button" className="button is-ghost" onClick={() => void share()}>{t('share')}</button>
      <button type="button" className="button is-ghost" onClick={() => print()}>{t('print')}</button>
      <span role="status">{said}</span>
    </>
  );
}
