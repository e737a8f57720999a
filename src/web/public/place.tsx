import { useSyncExternalStore, type AnchorHTMLAttributes } from 'react';

const listeners = new Set<() => void>();
addEventListener('popstate', () => listeners.forEach((listener) => listener()));

/** Where the reader is: the path within the public pages, and what follows the question mark. */
export function usePlace(): { readonly path: string; readonly search: URLSearchParams } {
  const at = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => location.pathname + location.search,
  );
  const [path = '/', search = ''] = at.split('?');
  return { path: path.replace(/^\/public(?=\/|$)/, '').replace(/\/$/, '') || '/', search: new URLSearchParams(search) };
}

/** Goes to another place without loading the page anew. */
export function go(to: string): void {
  history.pushState(null, '', to);
  listeners.forEach((listener) => listener());
  scrollTo(0, 0);
  document.getElementById('content')?.focus({ preventScroll: true });
}

/** The address of a public place. */
export function at(path: string): string {
  return path === '/' ? '/' : `/public${path}`;
}

/** A link within the public pages; with a modifier key it behaves as links do. */
export function To({ to, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly to: string }) {
  return (
    <a
      {...rest}
      href={at(to)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(at(to));
      }}
    />
  );
}
