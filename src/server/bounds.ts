import { dayOf, type WorkCalendar } from '#kernel/calendar.ts';
import { lightBounds, lightOf, lights, type Light, type LightBounds } from '#kernel/clock.ts';
import { findMatterDueDay, type Matter } from '#kernel/matter.ts';
import type { Platform } from './platform.ts';

/** Every row of a list asks for the bounds of the same day, and to find them some forty days are walked. */
const lately = new WeakMap<WorkCalendar, LightBounds>();

/** The bounds of today's lights. */
export function boundsOf(platform: Platform): LightBounds {
  const [calendar, today] = [platform.calendar(), dayOf(platform.now())];
  const known = lately.get(calendar);
  if (known?.yellowBefore === today) return known;
  const bounds = lightBounds(calendar, today);
  lately.set(calendar, bounds);
  return bounds;
}

/** The one light of a matter: its own where its register has one, else that of what runs out first. Whoever knows its due day need not have it reckoned again. */
export function lightOfMatter(platform: Platform, matter: Matter, dueOn = findMatterDueDay(platform.calendar(), matter)): Light {
  const { light } = platform.getMechanism(matter.mechanism).record;
  if (light !== undefined) return lights.find((each) => each === matter.facts[light]) ?? 'grey';
  return lightOf(dueOn, boundsOf(platform));
}
