import { useEffect, useState } from 'react';
import { followCode } from '#web/public/code.ts';
import { useInnerWords } from '#web/public/inner-words.ts';
import { at, go } from '#web/public/place.tsx';
import { publicHearing } from '#web/public/speech.ts';
import { copy } from '#web/shell/copy.ts';

/** The code, told this once: the page is not left before it was copied, printed, saved or used. */
export function Receipt({ code, title }: { readonly code: string; readonly title: string }) {
  const t = useInnerWords();
  const [isCopied, setCopied] = useState(false);
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    if (isKept) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isKept]);
  const onCopy = async () => {
    const isDone = await copy(code);
    setCopied(isDone);
    if (isDone) setKept(true);
  };
  const onSave = () => {
    save(`${t('codeFileName')}.txt`, t('codeFile', { code, title, day: publicHearing.today, address: `${location.origin}${at('/follow')}` }));
    setKept(true);
  };
  return (
    <div className="receipt">
      <div role="status">
        <p>{t('received')}</p>
        <strong className="receipt-number">{code}</strong>
        <p>{t('receivedHelp')}</p>
        {!isKept && <p className="receipt-warning">{t('codeNotKept')}</p>}
      </div>
      <p className="form-actions">
        <button type="button" className="button is-primary" onClick={() => void onCopy()}>{isCopied ? t('copied') : t('copy')}</button>
        <button type="button" className="button" onClick={onSave}>{t('saveCode')}</button>
        <button type="button" className="button" onClick={() => { print(); setKept(true); }}>{t('printCode')}</button>
        <button type="button" className="button" onClick={() => { followCode.current = code; go(at('/follow')); }}>{t('followNow')}</button>
        <button type="button" className="button is-quiet" onClick={() => location.reload()}>{t('anotherOne')}</button>
      </p>
    </div>
  );
}

/** Words as a file of the reader's own; Windows needs the mark to read them as UTF-8. */
function save(name: string, words: string): void {
  const address = URL.createObjectURL(new Blob([`\uFEFF${words.replace(/\n/g, '\r\n')}`], { type: 'text/plain;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
