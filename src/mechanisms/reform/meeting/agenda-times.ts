/** What an item is given where nobody said how long. */
export const usualMinutes = 10;

export interface Timed {
  readonly minutes?: number;
}

/** When each item of an agenda begins and ends, as 09:00 and 09:10, from the time at which the meeting begins. */
export function agendaTimes(startAt: string, agenda: readonly Timed[]): readonly { readonly from: string; readonly to: string }[] {
  const [hour = 0, minute = 0] = startAt.split(':').map(Number);
  let at = hour * 60 + minute;
  return agenda.map(({ minutes = usualMinutes }) => {
    const from = clock(at);
    at += minutes;
    return { from, to: clock(at) };
  });
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
