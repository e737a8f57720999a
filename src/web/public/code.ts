/** The code somebody typed on one page and follows on another. It never stands in an address: addresses are kept and passed on. */
export const followCode: { current: string } = { current: '' };

/** Whether some words look like a query code, sixteen letters and digits in fours, however they were typed or even cut off. */
export function isCode(words: string): boolean {
  const bare = words.replace(/[\s\-－—]/g, '');
  return /^[0-9a-z]{10,24}$/i.test(bare) && (bare.length === 16 || /\d/.test(bare));
}
