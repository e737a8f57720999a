/** Whose pages these are: the server writes it into the page, so that its head stands at once and nothing moves afterwards. */
export const district: { readonly name: string; readonly isDemonstration: boolean } = JSON.parse(document.querySelector('meta[name=district]')?.getAttribute('content') ?? 'null') ?? { name: '', isDemonstration: false };
