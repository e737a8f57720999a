/** After a new release an open page asks for pieces that are gone: it is loaded anew, once. */
export function recoverFromOldChunks(): void {
  const key = 'zhanqiao.reloaded';
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(key) ?? 0);
    if (Date.now() - last < 60_000) return;
    event.preventDefault();
    sessionStorage.setItem(key, String(Date.now()));
    location.reload();
  });
}
