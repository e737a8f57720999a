import type { Story } from '#mechanisms/story.ts';

/** Service items of the sample district; filled in once the mechanism's actions are settled. */
export function serviceItemStories(): Story[] {
  return [];
}
