/** The code somebody typed on one page and follows on another. It never stands in an address: addresses are kept and passed on. */
export const followCode: { current: string } = { current: '' };
