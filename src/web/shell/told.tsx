import { useEffect, useSyncExternalStore } from 'react';

let said: { readonly words: string; readonly at: number } | undefined;
const listeners = new Set<() => void>();

/** Says in one line, seen and heard, what was just done. */
export function tell(words: string): void {
  said = { words, at: Date.now() };
  for (const listener of listeners) listener();
}

/** The place where that line appears. */
export function Told() {
  const line = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
  useEffect(() => {
    if (!line) return;
    const timer = setTimeout(() => {
      said = undefined;
      for (const listener of listeners) listener();
    }, 6000);
    return () => clearTimeout(timer);
  }, [line]);
  return (
    <div className="told" role="status" aria-live="polite">
      {line && <p key={line.at}>{line.words}</p>}
    </div>
  );
}
