import type { Instant } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';

/** What an open-data package may draw on besides its matters. */
export interface OpenDataContext {
  readonly now: Instant;
  readonly district: string;
  readonly districtName: string;
  unitName(id: string): string;
  /** Matters that those of the package refer to, as far as the reader may see them. */
  findMatter(id: string): Matter | undefined;
}
