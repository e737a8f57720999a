import { execFileSync } from 'node:child_process';

/** Whether this machine can print a Word file and look at it: LibreOffice, poppler, and a face that holds Chinese, without which lines and marks measure otherwise. */
export const canPrint = says('soffice', ['--version']) && says('pdftotext', ['-v']) && says('pdftoppm', ['-v']) && says('fc-list', [':lang=zh', 'file']);

/** Whether the program answers, with anything at all: poppler speaks on its error stream. */
function says(program: string, parameters: readonly string[]): boolean {
  try {
    const said = execFileSync(program, parameters, { stdio: ['ignore', 'pipe', 'ignore'] });
    return said.length > 0 || program.startsWith('pdf');
  } catch {
    return false;
  }
}
