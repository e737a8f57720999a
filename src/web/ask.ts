import { QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { OutOf, RouteKey } from '#contract/routes.ts';
import { call, Problem, type Options } from '#web/client.ts';

/** What was asked is fresh until an event says otherwise or it is asked anew on coming back. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 502),
    },
  },
});

interface Asking {
  readonly enabled?: boolean;
  /** Shows the answer before while the next one comes. */
  readonly keep?: boolean;
  /** Asks again after so many milliseconds. */
  readonly every?: number;
}

type GetRoute = Extract<RouteKey, `GET ${string}`>;

/** Asks a GET route of the table and keeps the answer under the route and what was given. */
export function useAsk<K extends GetRoute>(route: K, ...given: [...Options<K>, Asking?]): UseQueryResult<OutOf<K>, Error> {
  const [options, more] = given as unknown as [({ params?: unknown; query?: unknown } | undefined)?, Asking?];
  const { params, query } = options ?? {};
  return useQuery<OutOf<K>, Error>({
    queryKey: [route, params ?? null, query ?? null],
    queryFn: ({ signal }) => call(route, ...([{ ...options, signal }] as unknown as Options<K>)),
    enabled: more?.enabled ?? true,
    ...(more?.keep ? { placeholderData: (before: unknown) => before as never } : {}),
    ...(more?.every ? { refetchInterval: more.every } : {}),
  });
}

/** After a change everything that was counted or listed may have changed with it. */
export function forgetAnswers(except: readonly RouteKey[] = ['GET /api/session', 'GET /api/units', 'GET /api/demonstration/posts']): Promise<void> {
  return queries.invalidateQueries({ predicate: ({ queryKey }) => !except.includes(queryKey[0] as RouteKey) });
}
