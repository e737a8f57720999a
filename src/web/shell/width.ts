import { useEffect, useRef, useState, type RefObject } from 'react';

/** The inner width of an element in whole pixels, as it is now and whenever it changes; nothing before it is drawn. */
export function useWidth<E extends Element>(): readonly [place: RefObject<E | null>, width: number | undefined] {
  const place = useRef<E>(null);
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    const measured = place.current;
    if (!measured) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);
  return [place, width];
}
