import { useEffect, useState } from 'react';

/**
 * What lies over a page and is taken away whole leaves the focus nowhere. It goes back to what had it when this was opened; where that
 * is gone with the step that was taken, to the first that is there of the elements with these ids, parted by blanks.
 */
export function useReturningFocus(otherwise = 'content'): void {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => {
    // Once the page is drawn without it; whoever has taken the focus meanwhile keeps it.
    requestAnimationFrame(() => {
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      const places = [before === document.body || !before?.isConnected ? null : before, ...otherwise.split(' ').map((id) => document.getElementById(id))];
      (places.find((place) => place instanceof HTMLElement) as HTMLElement | undefined)?.focus();
    });
  }, [before, otherwise]);
}
