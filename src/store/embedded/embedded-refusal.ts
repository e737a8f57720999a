import type { Text } from '#kernel/words.ts';

/** The embedded database will not start, for a reason an operator can act on. */
export class EmbeddedRefusal extends Error {
  override readonly name = 'EmbeddedRefusal';
  readonly words: Text;

  constructor(words: Text, cause?: unknown) {
    super(words.en, { cause });
    this.words = words;
  }
}

/** Says what the file system's error means for the operator; anything else stays the defect it is. */
export function refusalOf(error: unknown, folder: string): unknown {
  const { code, syscall } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (syscall?.startsWith('spawn')) return error; // a program is missing, which is no fault of the folder
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, error);
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(code ?? '')) {
    return new EmbeddedRefusal(
      {
        zh: `数据目录 ${folder} 不能写入（${code}）。请检查目录的属主和权限，或者换一个数据目录。`,
        en: `The data folder ${folder} cannot be written (${code}). Check its owner and permissions, or choose another folder.`,
      },
      error,
    );
  }
  return error;
}

export function diskFull(folder: string, cause?: unknown): EmbeddedRefusal {
  return new EmbeddedRefusal(
    {
      zh: `数据目录 ${folder} 所在磁盘空间不足，数据库不能启动。请清理出空间后再启动，已有数据不受影响。`,
      en: `The disk that holds ${folder} is full, so the database cannot start. Free some space and start again; existing data is not harmed.`,
    },
    cause,
  );
}
