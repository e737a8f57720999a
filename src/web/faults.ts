import { browserName } from '#contract/browser-name.ts';
import type { Fault } from '#contract/public-shapes.ts';

const told = new Set<string>();
/** A page that breaks again and again says so this often and no more. */
const most = 5;

/** Tells the server of whatever breaks on this page from now on. */
export function watchFaults(): void {
  addEventListener('error', ({ error, message, filename, lineno, colno }) => {
    // What breaks in a reader's own extensions is not ours.
    if (filename === '' || new URL(filename, location.href).origin === location.origin) tellFault(error ?? message, filename && `${filename}:${lineno}:${colno}`);
  });
  addEventListener('unhandledrejection', ({ reason }) => tellFault(reason));
}

/** Tells the server of one fault: what broke and where, and nothing of the reader. Refusals are no faults. */
export function tellFault(error: unknown, place = ''): void {
  const { name = '', message = String(error), stack = '' } = error instanceof Error ? error : {};
  if (name === 'Problem' || name === 'AbortError' || message.startsWith('ResizeObserver loop')) return;
  const fault: Fault = {
    page: pattern(location.pathname).slice(0, 120),
    words: `${name && `${name}: `}${message}`.slice(0, 300),
    place: withoutOrigin(place || (/https?:\/\/[^\s)]+:\d+:\d+/.exec(stack)?.[0] ?? '')).slice(0, 200),
    browser: browserName(navigator.userAgent),
  };
  const same = `${fault.words} ${fault.place}`;
  if (told.has(same) || told.size >= most) return;
  told.add(same);
  // A page that is being left must still be able to say so; where it cannot, there is nobody to tell.
  void fetch('/api/public/faults', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fault), keepalive: true }).catch(() => undefined);
}

/** The address without what it points at: parts with digits are ids. */
function pattern(path: string): string {
  return path.split('/').map((part) => (/\d/.test(part) ? ':' : part)).join('/');
}

function withoutOrigin(place: string): string {
  return place.startsWith(location.origin) ? place.slice(location.origin.length) : place;
}
