import { useEffect, useRef, useState } from 'react';
import { catalogue } from '#web/language.ts';

const useConnectionWords = catalogue({
  lost: { zh: '与平台的连接断了，正在重连。已填写的内容还在，连上后再提交。', en: 'The connection to the platform is lost; trying again. What you typed is still here: hand it in once it is back.' },
  renewed: { zh: '平台已经更新。请在方便时刷新，使用新的页面。', en: 'The platform has been updated. Please reload when it suits you.' },
  reload: { zh: '刷新', en: 'Reload' },
});

/** A gap of a few seconds needs no words. */
const patience = 5_000;

/** The face of a lost connection, and of a tab that is older than the platform it talks to. */
export function Connection({ isLost }: { readonly isLost: boolean }) {
  const w = useConnectionWords();
  const [isShown, setShown] = useState(false);
  const [isOld, setOld] = useState(false);
  const wasLost = useRef(false);
  useEffect(() => {
    if (isLost) {
      wasLost.current = true;
      const timer = setTimeout(() => setShown(true), patience);
      return () => clearTimeout(timer);
    }
    setShown(false);
    // Who was away may come back to another release.
    if (wasLost.current) void isOlder().then(setOld);
    return undefined;
  }, [isLost]);
  if (isShown) return <p className="connection" role="alert">{w('lost')}</p>;
  if (!isOld) return null;
  return <p className="connection" role="status">{w('renewed')} <button type="button" className="button" onClick={() => location.reload()}>{w('reload')}</button></p>;
}

/** Whether the platform gives out other pages than this one by now: the names of its scripts follow from what is in them. */
async function isOlder(): Promise<boolean> {
  const own = document.querySelector('script[type=module][src]')?.getAttribute('src');
  const page = await fetch('/work', { cache: 'no-store' }).then((answer) => (answer.ok ? answer.text() : undefined), () => undefined);
  return own !== null && own !== undefined && page !== undefined && !page.includes(own);
}
