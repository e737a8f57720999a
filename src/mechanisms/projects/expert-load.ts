/** Seats of an expert in the month and in the year of a day: at most two and twelve (projects.md §3.2). */
export function loadOn(seats: readonly { readonly on?: string }[], day: string): { readonly month: number; readonly year: number } {
  const within = (length: number) => seats.filter(({ on }) => on?.slice(0, length) === day.slice(0, length)).length;
  return { month: within(7), year: within(4) };
}
