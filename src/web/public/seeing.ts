import { useState } from 'react';

/** A way of seeing the pages that stays chosen on this device: kept at the click, so that whoever goes on at once finds it. */
export function useSeeing(name: 'large' | 'contrast'): readonly [boolean, (on: boolean) => void] {
  const key = `zhanqiao.${name}`;
  const [isOn, setOn] = useState(() => {
    const chosen = read(key) === 'on';
    show(name, chosen);
    return chosen;
  });
  const choose = (on: boolean) => {
    show(name, on);
    keep(key, on);
    setOn(on);
  };
  return [isOn, choose];
}

function show(name: string, isOn: boolean): void {
  document.documentElement.classList.toggle(name, isOn);
}

function keep(key: string, isOn: boolean): void {
  try {
    localStorage.setItem(key, isOn ? 'on' : 'off');
  } catch {
    // Storage may be closed to the page; the choice then lasts as long as the page.
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
