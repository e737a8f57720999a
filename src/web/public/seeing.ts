import { useEffect, useState } from 'react';

/** A way of seeing the pages that stays chosen on this device. */
export function useSeeing(name: 'large' | 'contrast'): readonly [boolean, (on: boolean) => void] {
  const key = `zhanqiao.${name}`;
  const [isOn, setOn] = useState(() => read(key) === 'on');
  useEffect(() => {
    document.documentElement.classList.toggle(name, isOn);
    try {
      localStorage.setItem(key, isOn ? 'on' : 'off');
    } catch {
      // Storage may be closed to the page; the choice then lasts as long as the page.
    }
  }, [key, name, isOn]);
  return [isOn, setOn];
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
