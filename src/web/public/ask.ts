import { useCallback, useEffect, useState } from 'react';
import { asProblem, type Problem } from '#web/client.ts';

/** An answer that is asked for once and anew when `key` changes; small enough for the public pages. */
export function useAnswer<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): { readonly data: T | undefined; readonly problem: Problem | undefined; again(): void } {
  const [state, setState] = useState<{ readonly key: string; readonly data?: T; readonly problem?: Problem }>({ key });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    ask(controller.signal).then(
      (data) => setState({ key, data }),
      (error: unknown) => !controller.signal.aborted && setState({ key, problem: asProblem(error) }),
    );
    return () => controller.abort();
    // The key says what is asked; the function itself is new on every draw.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const isMine = state.key === key;
  return { data: isMine ? state.data : undefined, problem: isMine ? state.problem : undefined, again };
}
