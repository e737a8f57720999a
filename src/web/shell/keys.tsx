import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';

const Palette = lazy(() => import('#web/search/palette.tsx').then(({ Palette: Opened }) => ({ default: Opened })));
const KeyHelp = lazy(() => import('#web/shell/key-help.tsx').then(({ KeyHelp: Opened }) => ({ default: Opened })));

/** Asks for the palette from anywhere: the button in the top bar, another page. */
export function openPalette(): void {
  dispatchEvent(new Event('zhanqiao.palette'));
}

/** The keys that work on every page, and what they open. */
export function Keys() {
  const [open, setOpen] = useState<'palette' | 'help'>();
  const navigate = useNavigate();
  useEffect(() => {
    let isGoing = false;
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen('palette');
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target) || document.querySelector('[role=dialog]')) return;
      const to = isGoing ? going[event.key] : undefined;
      isGoing = event.key === 'g';
      if (event.key === '?') setOpen('help');
      else if (event.key === '/') setOpen('palette');
      else if (to !== undefined) void navigate({ to });
      else return;
      event.preventDefault();
    };
    const onAsked = () => setOpen('palette');
    addEventListener('keydown', onKey);
    addEventListener('zhanqiao.palette', onAsked);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('zhanqiao.palette', onAsked);
    };
  }, [navigate]);
  const close = () => setOpen(undefined);
  return <Suspense fallback={null}>{open === 'palette' ? <Palette onClose={close} /> : open === 'help' ? <KeyHelp onClose={close} /> : null}</Suspense>;
}

/** After g: where to. */
const going: Readonly<Record<string, string>> = { h: '/', c: '/cockpit', f: '/figures', n: '/notices' };

/** Whoever is typing means the letter itself (WCAG 2.1.4: single keys must not act while words are written). */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
