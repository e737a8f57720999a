import type { Day } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';

// 公示期 is a least time and no deadline: nobody is late for having let it run out. So it is a day on the matter and never a clock,
// which would burn on the first day on which the next step may be taken at all.

/** 公示截止: the last day on which anybody may still object, to its end. */
export const publicTo = fact.day({ zh: '公示截止', en: 'Public until' });

/** Refuses the next step to the end of the last day; the record says in its own words what has to wait. */
export function whilePublic({ matter, today }: { readonly matter: { readonly facts: { readonly publicTo?: Day } }; readonly today: Day }) {
  const day = matter.facts.publicTo;
  return day !== undefined && today <= day ? { refusal: 'publicityRuns' as const, detail: { day } } : undefined;
}
