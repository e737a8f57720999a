/**
 * The page's style nonce. Vite's `html.cspNonce` writes `<meta property="csp-nonce" nonce="…">`; the server puts a fresh value into
 * the page and the header at every request. Browsers hide the attribute, so it is read from the property.
 */
export function pageNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined;
}

/**
 * antd passes the nonce to its theme and its icons, but not to the two rules it writes when a dialog opens (scroll lock and scroll
 * bar measure): without one the browser drops them and the page behind a dialog scrolls. Call this before the first render.
 */
export function giveStylesNonce(nonce: string | undefined): void {
  if (!nonce) return;
  const create = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (name === 'style') element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
