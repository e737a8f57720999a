/**
 * Files that were chosen and not sent yet, kept in the browser's own database: a photo taken without a network outlives the page. Each is
 * let go as soon as the server has it, or its form is handed in or given up.
 */
export interface WaitingFile {
  readonly key: string;
  readonly file: File;
}

interface Held {
  readonly key: string;
  /** The form. */
  readonly form: string;
  readonly field: string;
  readonly file: File;
  readonly at: number;
}

const database = 'zhanqiao-files';
const table = 'waiting';
/** What nobody came back for. */
const longest = 30 * 86_400_000;

/** Keeps a file for a field of a form; nothing where the browser keeps nothing. */
export async function holdFile(form: string, field: string, file: File): Promise<string | undefined> {
  const key = crypto.randomUUID();
  return run('readwrite', (held) => held.put({ key, form, field, file, at: Date.now() } satisfies Held)).then(() => key, () => undefined);
}

/** What waits for a field of a form, the first chosen first. */
export async function filesHeld(form: string, field: string): Promise<readonly WaitingFile[]> {
  const all = await run<Held[]>('readonly', (held) => held.getAll()).catch(() => []);
  for (const { key, at } of all) if (Date.now() - at > longest) void letGo(key);
  return all.filter((each) => each.form === form && each.field === field && Date.now() - each.at <= longest).toSorted((a, b) => a.at - b.at).map(({ key, file }) => ({ key, file }));
}

/** The server has it, or it is wanted no longer. */
export async function letGo(key: string | undefined): Promise<void> {
  if (key !== undefined) await run('readwrite', (held) => held.delete(key)).catch(() => undefined);
}

/** The form is handed in or given up. */
export async function letGoOf(form: string): Promise<void> {
  const all = await run<Held[]>('readonly', (held) => held.getAll()).catch(() => []);
  await Promise.all(all.filter((each) => each.form === form).map(({ key }) => letGo(key)));
}

async function run<T>(mode: IDBTransactionMode, work: (held: IDBObjectStore) => IDBRequest): Promise<T> {
  const base = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const change = base.transaction(table, mode);
      const request = work(change.objectStore(table));
      // A file is kept once the whole change is, not when its request was answered.
      change.oncomplete = () => resolve(request.result as T);
      change.onabort = change.onerror = () => reject(change.error ?? new Error('nothing is kept'));
    });
  } finally {
    base.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('nothing is kept'));
  });
}
