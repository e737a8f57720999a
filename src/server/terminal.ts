import type { Text } from '#kernel/words.ts';

/** Says a line to the operator in both languages. */
export function announce(words: Text): void {
  process.stdout.write(`${words.zh}\n${words.en}\n`);
}

/** A progress bar on a terminal, a line every tenth elsewhere. */
export function progressBar(name: Text, total: number): (done: number) => void {
  let shown = -1;
  return (done) => {
    const percent = Math.floor((done / Math.max(total, 1)) * 100);
    const step = process.stdout.isTTY ? 1 : 10;
    if (Math.floor(percent / step) === Math.floor(shown / step)) return;
    shown = percent;
    const bar = '█'.repeat(Math.floor(percent / 4)).padEnd(25, '░');
    if (!process.stdout.isTTY) process.stdout.write(`${name.zh} ${name.en} ${percent}%\n`);
    else process.stdout.write(`\r${name.zh} ${name.en} ${bar} ${percent}%${percent === 100 ? '\n' : ''}`);
  };
}
