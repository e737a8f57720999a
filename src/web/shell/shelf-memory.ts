const storageKey = 'zhanqiao.shelves';

/** Whether somebody opened or closed that shelf of the menu in this browser; nothing where he never touched it. */
export function recall(shelf: string): boolean | undefined {
  return all()[shelf];
}

export function remember(shelf: string, isOpen: boolean): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...all(), [shelf]: isOpen }));
  } catch {
    // A browser that keeps nothing forgets with the page.
  }
}

function all(): Readonly<Record<string, boolean>> {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof held === 'object' && held !== null ? (held as Record<string, boolean>) : {};
  } catch {
    return {};
  }
}
