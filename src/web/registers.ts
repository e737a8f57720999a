import { registers } from 'virtual:registers';
import type { Register } from '#web/slim-declarations.ts';

export { registers };

/** A register by its key. */
export function findRegister(key: string): Register | undefined {
  return registers.find((register) => register.key === key);
}
