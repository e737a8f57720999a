import * as z from 'zod/mini';
import type { Fact } from './fact.ts';
import { requiredWords } from './kind.ts';

/** Text of a fact: its bounds and pattern, nothing invisible. */
export function textSchema(fact: Fact, longest: number, lines = false): z.ZodMiniType<string> {
  const least = fact.min ?? 1;
  return z.string().check(
    seen, z.minLength(least), z.maxLength(fact.max ?? longest),
    ...(fact.pattern ? [z.regex(new RegExp(fact.pattern.source, 'u'))] : []),
    printable(lines),
    z.refine((value: string) => least === 0 || value === '' || value.trim() !== '', { params: { words: requiredWords } }),
  );
}

/** One line that is no fact of its own: a file's name, a source. */
export function textLine(longest: number, least = 1): z.ZodMiniType<string> {
  return z.string().check(seen, z.minLength(least), z.maxLength(longest), printable(false));
}

/** What comes along unseen when words are copied: marks of writing direction (Unicode TR 36, 2.2), blanks without width. They would turn a name around or hide a number from a check. */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

const seen = z.overwrite<string>((value) => value.replace(unseen, ''));

/** Control characters break Excel and Word files, half a surrogate pair breaks jsonb; one line holds no line breaks either. */
function printable(lines: boolean) {
  const unprintable = lines ? /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/ : /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/;
  return z.refine<string>((value) => value.isWellFormed() && !unprintable.test(value), {
    params: { words: { zh: '含有看不见的控制字符，请删除', en: 'Holds invisible control characters; please remove them' } },
  });
}
