import type { Arrived, Arriving } from '#contract/beside-shapes.ts';
import type { StoredFile } from '#contract/shapes.ts';
import { address, asProblem, call, uploadPiece } from '#web/client.ts';
import { crc32 } from '#web/facts/crc32.ts';

/** So often a piece is sent again by itself after the connection broke. */
const mostTries = 4;

/**
 * Sends a file piece by piece. What broke off goes on where it stood, also after the page was closed: the same file (name, size, time of
 * change) is known again by a note in the browser.
 */
export async function sendFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<StoredFile> {
  const known = `zhanqiao.upload.${file.name}.${file.size}.${file.lastModified}`;
  let state = (await resumed(known)) ?? (await call('POST /api/uploads', { body: { name: file.name, size: file.size }, signal }));
  note(known, state.id);
  try {
    for (let failures = 0; ; ) {
      if (signal.aborted) throw signal.reason;
      const from = state.received;
      const bytes = new Uint8Array(await file.slice(from, from + state.piece).arrayBuffer());
      try {
        onProgress(from / file.size);
        const arrived = await uploadPiece<Arrived>(address('PUT /api/uploads/:id', { id: state.id }, { at: from, sum: crc32(bytes) }), bytes, (share) => onProgress((from + share * bytes.length) / file.size), signal);
        failures = 0;
        state = arrived;
        if (arrived.file) {
          forget(known);
          return arrived.file;
        }
      } catch (error) {
        if (signal.aborted) throw error;
        const { code, status } = asProblem(error);
        const isPassing = status === 0 || status >= 502 || code === 'damagedPiece' || code === 'wrongPlace';
        failures += 1;
        if (!isPassing || failures > mostTries) throw error;
        await waitFor(300 * 2 ** failures, signal);
        state = await call('GET /api/uploads/:id', { params: { id: state.id }, signal }).catch(() => state);
      }
    }
  } catch (error) {
    const { status } = asProblem(error);
    // A refusal is for good: the same bytes would be refused again. A broken line keeps its note, so that "again" goes on.
    if (signal.aborted || (status >= 400 && status < 500 && status !== 401)) forget(known);
    if (signal.aborted) void call('DELETE /api/uploads/:id', { params: { id: state.id } }).catch(() => undefined);
    throw error;
  }
}

async function resumed(known: string): Promise<Arriving | undefined> {
  const id = readNote(known);
  return id === undefined ? undefined : call('GET /api/uploads/:id', { params: { id } }).catch(() => undefined);
}

function readNote(known: string): string | undefined {
  try {
    return localStorage.getItem(known) ?? undefined;
  } catch {
    return undefined;
  }
}

function note(known: string, id: string): void {
  try {
    localStorage.setItem(known, id);
  } catch {
    // Nothing may be stored here: a broken upload then begins anew after the page was closed.
  }
}

function forget(known: string): void {
  try {
    localStorage.removeItem(known);
  } catch {
    // As above.
  }
}

function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
