import { Refusal } from '#kernel/refusal.ts';

/** The code of what an attempt is refused for, or `open` where it is not; anything but a refusal is a fault. */
export function refusal(attempt: () => unknown): string {
  try {
    attempt();
  } catch (failure) {
    if (failure instanceof Refusal) return failure.code;
    throw failure;
  }
  return 'open';
}
