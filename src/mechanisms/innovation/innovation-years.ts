import type { Story } from '../story.ts';
import { firmAccounts } from './sample-firms.ts';

/** Everything the wing tells of the sample years; of two steps at one moment the story that stands first goes first. */
export function innovationYears(): readonly Story[] {
  return [...firmAccounts()];
}
