import { registers } from 'virtual:registers';
import { lightWords } from '#contract/light-words.ts';
import type { Register } from '#web/slim-declarations.ts';

export { registers };

/** A register by its key. */
export function findRegister(key: string): Register | undefined {
  return registers.find((register) => register.key === key);
}

/** What the lights of a register are called. */
export function lightWordsIn(key: string): typeof lightWords {
  return findRegister(key)?.lightWords ?? lightWords;
}
