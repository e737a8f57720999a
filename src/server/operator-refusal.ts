import type { Text } from '#kernel/words.ts';

/** Says no to whoever typed a command, in words. */
export class OperatorRefusal extends Error {
  override readonly name = 'OperatorRefusal';
  readonly words: Text;

  constructor(words: Text) {
    super(words.en);
    this.words = words;
  }
}
