import { useCallback, useEffect, useState } from 'react';
import { asProblem, type Problem } from '#web/client.ts';

/** Answers of the last minutes, so that going back shows at once what was there. */
const kept = new Map<string, unknown>();
const most = 20;

/** An answer that is asked for once and anew when `key` changes; small enough for the public pages. */
export function useAnswer<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): { readonly data: T | undefined; readonly problem: Problem | undefined; again(): void } {
  const [state, setState] = useState<{ readonly key: string; readonly data?: T; readonly problem?: Problem }>({ key });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    setState((before) => (before.key === key && !before.problem ? before : { key }));
    ask(controller.signal).then(
      (data) => {
        keep(key, data);
        setState({ key, data });
      },
      (error: unknown) => !controller.signal.aborted && setState({ key, problem: asProblem(error) }),
    );
    return () => controller.abort();
    // The key says what is asked; the function itself is new on every draw.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const isMine = state.key === key;
  // The same key is always asked with the same function.
  return { data: (isMine ? state.data : undefined) ?? (isMine && state.problem ? undefined : (kept.get(key) as T | undefined)), problem: isMine ? state.problem : undefined, again };
}

function keep(key: string, data: unknown): void {
  kept.delete(key);
  kept.set(key, data);
  for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
}
