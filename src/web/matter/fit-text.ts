/**
 * Breaks words into lines for SVG text, which does not wrap by itself. Widths are estimated, a little on the wide side, so that
 * the same picture comes out on the server and in the browser without measuring.
 */
export function fitText(words: string, size: number, width: number, maxLines: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(words, size, width)) {
    if (line === '' || textWidth(line + piece.trimEnd(), size) <= width || mayHang(piece)) line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= maxLines) return lines;
  const last = lines.slice(maxLines - 1).join(/[\x21-\x7e]$/.test(lines[maxLines - 1] ?? '') ? ' ' : '');
  return [...lines.slice(0, maxLines - 1), shorten(last, size, width)];
}

/** The same number of lines, but as even as they can be: no single character alone on the last one. */
export function balanceText(words: string, size: number, width: number, maxLines: number): readonly string[] {
  let best = fitText(words, size, width, maxLines);
  if (best.length < 2 || best.at(-1)?.endsWith('…')) return best;
  const longest = Math.max(size, ...(words.match(/[\x21-\x7e]+/g) ?? []).map((word) => textWidth(word, size)));
  for (let narrower = width - size / 2; narrower >= longest; narrower -= size / 2) {
    const lines = fitText(words, size, narrower, maxLines + 1);
    if (lines.length > best.length) break;
    best = lines;
  }
  return best;
}

/** Estimated width of one line in the platform's font stack. */
export function textWidth(words: string, size: number): number {
  let em = 0;
  for (const letter of words) em += letterWidth(letter);
  return em * size;
}

/** Latin words stay whole with the space behind them; a Chinese character is a piece of its own, with an opening bracket before it. */
function pieces(words: string, size: number, width: number): readonly string[] {
  const whole = words.match(/[\x21-\x7e\u00a0-\u024f]+ *| +|[（《「『【“‘].|./gu) ?? [];
  return whole.flatMap((piece) => (textWidth(piece.trimEnd(), size) <= width ? [piece] : [...piece]));
}

/** Closing punctuation never begins a line, as an opening bracket never ends one (GB/T 15834-2011, 5.1). */
function mayHang(piece: string): boolean {
  return /^[，。、；：？！）》」』】”’…％]/u.test(piece);
}

function shorten(words: string, size: number, width: number): string {
  const letters = [...words];
  while (letters.length > 1 && textWidth(`${letters.join('').trimEnd()}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function letterWidth(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x2e80 || letter === '…') return 1;
  if (letter === ' ') return 0.28;
  if (/[Iilj.,:;'|!()[\]]/.test(letter)) return 0.33;
  if (/[frt]/.test(letter)) return 0.4;
  if (/[mwMW@%]/.test(letter)) return 0.92;
  if (/[A-Z0-9]/.test(letter)) return 0.64;
  return 0.57;
}
