import { dayOf } from '#kernel/calendar.ts';
import { lightBounds, type LightBounds } from '#kernel/clock.ts';
import type { Platform } from './platform.ts';

/** The bounds of today's lights. */
export function boundsOf(platform: Platform): LightBounds {
  return lightBounds(platform.calendar(), dayOf(platform.now()));
}
