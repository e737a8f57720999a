import type { Day } from '#kernel/calendar.ts';
import type { Evidence } from '#kernel/fact.ts';

/** How evidence says no to a photo that cannot show what it is said to (reform.md §11.9). */
export const photoRefusals = {
  photoReused: { status: 422, zh: '照片“{name}”{day}已经在别处用作佐证，请换现场新拍的照片。', en: 'The photo “{name}” served elsewhere as evidence on {day}; please take a new one.' },
  photoOld: { status: 422, zh: '照片“{name}”拍摄于{taken}，早于{since}，不能证明这里的情况，请换新拍的照片。', en: 'The photo “{name}” was taken on {taken}, before {since}; it does not show this. Please take a new one.' },
} as const;

interface StalePhoto {
  readonly refusal: keyof typeof photoRefusals;
  readonly field: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** The first photo that served another matter before, or was taken before that day. A photo that does not say when it was taken is not judged by it. */
export function stalePhoto(evidence: readonly Evidence[], since: Day, field = 'evidence'): StalePhoto | undefined {
  const photos = evidence.filter(({ type }) => type.startsWith('image/'));
  const used = photos.find(({ usedOn }) => usedOn !== undefined);
  if (used) return { refusal: 'photoReused', field, detail: { name: used.name, day: used.usedOn ?? '' } };
  const old = photos.find(({ takenOn }) => takenOn !== undefined && takenOn < since);
  return old && { refusal: 'photoOld', field, detail: { name: old.name, taken: old.takenOn ?? '', since } };
}
