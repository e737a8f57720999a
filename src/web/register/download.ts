/** Hands a small table over as CSV that spreadsheets open as it is: with a mark for UTF-8, and no cell that begins like a formula. */
export function downloadCsv(name: string, rows: readonly (readonly string[])[]): void {
  const cell = (words: string) => {
    const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const text = `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = `${name.replaceAll(/[\\/:*?"<>|]/g, '_')}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
